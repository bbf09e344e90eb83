"""Questions about the whole ledger: every reading, and how the sentences ended."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import func, select

from regesta.ledger import Ledger
from regesta.ledger.connect import looking
from regesta.ledger.schema import AccountTable, DocumentTable
from regesta.model.records import Records
from regesta.query.ask import ACCOUNTS, SHELVES, by_document
from regesta.query.corrected import Corrections, corrected_lists
from regesta.query.current import current
from regesta.query.filters import Filters, about_document
from regesta.query.load import IN_ORDER, bundles, texts_of
from regesta.query.rows import DocumentRow, ShareRow

_ALL = Filters()


def readings(ledger: Ledger, filters: Filters = _ALL) -> Iterator[tuple[DocumentRow, Records]]:
    """Yield each document with its text and all its records, in order of date.

    A record has its corrected values; what was read of them stands in the document's ``corrections``.
    Of ``filters`` only what they ask of documents counts; :func:`regesta.query.chosen` honours them all.
    Superseded versions are left out.
    """
    with looking(ledger.engine, ledger.path) as connection:
        asked = select(DocumentTable.id).where(about_document(filters)).order_by(*IN_ORDER)
        for ids in bundles(connection.scalars(asked).all()):
            found = texts_of(connection, ids)
            lists: dict[str, dict[str, tuple[Any, ...]]] = {
                kind: by_document(connection, shelf, ids) for kind, shelf in SHELVES.items()
            }
            accounts = by_document(connection, ACCOUNTS, ids)
            laid = Corrections(connection, ids)
            for id_ in ids:
                kept, corrections = corrected_lists(laid, id_, lists)
                records = Records(
                    meetings=kept["meeting"],
                    statements=kept["statement"],
                    commitments=kept["commitment"],
                    terms=kept["term"],
                    repeated=lists["repeat"][id_],
                    unread=lists["unread"][id_],
                    accounts=accounts[id_],
                    requests=kept["request"],
                )
                yield replace(found[id_], corrections=corrections), records


def shares(ledger: Ledger) -> list[ShareRow]:
    """Return how the sentences of the current documents ended, publisher by publisher."""
    account, about = AccountTable, DocumentTable
    asked = (
        select(about.publisher, account.fate, func.count())
        .join(about, about.id == account.document_id)
        .where(current())
        .group_by(about.publisher, account.fate)
    )
    counted = select(about.publisher, func.count()).where(current()).group_by(about.publisher)
    fates: dict[str | None, dict[str, int]] = defaultdict(dict)
    with looking(ledger.engine, ledger.path) as connection:
        for publisher, fate, count in connection.execute(asked):
            fates[publisher][fate] = count
        numbers = [(publisher, number) for publisher, number in connection.execute(counted)]
    in_order = sorted(numbers, key=lambda pair: (pair[0] is None, pair[0] or ""))
    return [_share(publisher, number, fates[publisher]) for publisher, number in in_order]


def _share(publisher: str | None, number: int, fates: dict[str, int]) -> ShareRow:
    counts = {fate: fates.get(fate, 0) for fate in ("record", "furniture", "repeated", "unread")}
    return ShareRow(publisher, number, sum(counts.values()), **counts)

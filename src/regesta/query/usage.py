"""Who calls a thing what: each label with its first and last date, its count and its documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Row, and_, case, func, select

from regesta.ledger import Ledger
from regesta.ledger.connect import looking
from regesta.ledger.schema import ContentTable, DocumentTable, TermTable
from regesta.model.drift import JOINT_TEXT
from regesta.model.judgement import Ref
from regesta.model.span import Span
from regesta.query.across import across
from regesta.query.corrected import value_now
from regesta.query.days import Days, days_of
from regesta.query.filters import Filters, conditions
from regesta.query.load import bundles, document_rows, opened
from regesta.query.rows import DocumentRow

_ALL = Filters()
_Key = tuple[str, str | None, str, str | None]


@dataclass(frozen=True, slots=True)
class Use:
    """A label in one document: where it first stands there, how often, and the days it is filed under.

    ``basis`` says on what the days rest where other documents tell them.
    """

    document: DocumentRow
    span: Span
    quote: str
    count: int
    earliest: str | None
    latest: str | None
    basis: str | None = None


@dataclass(frozen=True, slots=True)
class UsageRow:
    """A label of a concept in the mouth of one side.

    ``side`` is the side that published it, ``joint`` in agreed texts, None when it is not known;
    ``name_of`` is the side whose own name for the thing it is. ``first_in`` and ``last_in``
    are the documents in which it first and last stands, dated ones where there are any;
    ``citation`` and ``last_citation`` say where in them.
    """

    concept: str
    side: str | None
    label: str
    name_of: str | None
    first: str | None
    last: str | None
    count: int
    uses: tuple[Use, ...]
    citation: str
    last_citation: str
    first_in: str
    last_in: str

    @property
    def first_basis(self) -> str | None:
        """On what the first day rests, where the document itself does not give it."""
        return next((use.basis for use in self.uses if use.earliest == self.first), None)

    @property
    def last_basis(self) -> str | None:
        """On what the last day rests, where the document itself does not give it."""
        return next((use.basis for use in self.uses if use.latest == self.last), None)


def usage(ledger: Ledger, filters: Filters = _ALL) -> list[UsageRow]:
    """Return the labels that fit: by concept, the sides in order of code, the oldest label first.

    A party narrows to what it published itself. Agreed texts stand after the sides, unknown
    publishers at the end.
    """
    groups: dict[_Key, list[Use]] = defaultdict(list)
    with looking(ledger.engine, ledger.path) as connection:
        found = list(_uses(connection, filters))
    days: dict[Ref, Days] = {}
    if any(use.earliest is None and head is not None for _, use, head in found):
        days = days_of(across(ledger).links)
    with looking(ledger.engine, ledger.path) as connection:
        for key, use, head in found:
            groups[key].append(_dated(use, days.get(head) if head else None))
        rows = [_row(key, sorted(uses, key=_dated_first)) for key, uses in groups.items()]
        return sorted(_cited(connection, rows), key=_order)


def _dated_first(use: Use) -> tuple[bool, str, str]:
    return use.earliest is None, use.earliest or "", use.document.id


def _dated(use: Use, days: Days | None) -> Use:
    """Return a use with the days that other documents tell of the meeting above it, where it has none."""
    if use.earliest is not None or days is None:
        return use
    return replace(use, earliest=days.earliest, latest=days.latest, basis=days.basis)


def _uses(connection: Connection, filters: Filters) -> Iterator[tuple[_Key, Use, Ref | None]]:
    """Yield each label of each document, counted in SQL, in order of date, and the meeting above it."""
    term, about = TermTable, DocumentTable
    side = case((about.kind == "joint_statement", JOINT_TEXT), else_=about.side).label("used_by")
    concept = value_now(term, "concept", term.concept).label("concept")
    owner = value_now(term, "side", term.side).label("side")
    fits = [conditions(term, replace(filters, party=None))]
    if filters.party is not None:
        fits.append(side == (JOINT_TEXT if filters.party.casefold() == JOINT_TEXT else filters.party.upper()))
    asked = (
        select(
            concept, side, term.label, owner, term.document_id,
            func.count().label("uses"), func.min(term.span_start).label("start"),
            func.min(term.span_end).label("end"), func.min(term.earliest).label("earliest"),
            func.max(term.latest).label("latest"), func.min(term.heading_id).label("heading_id"),
        )
        .join(about, about.id == term.document_id)
        .where(and_(*fits))
        .group_by(concept, side, term.label, owner, term.document_id)
        .order_by(func.min(term.earliest).nulls_last(), term.document_id)
    )  # fmt: skip
    found = connection.execute(asked).all()
    for bundle in bundles(found):
        known = _documents(connection, {row.document_id for row in bundle})
        yield from (_use(row, *known[row.document_id]) for row in bundle)


def _documents(connection: Connection, ids: Iterable[str]) -> dict[str, tuple[DocumentRow, str]]:
    wanted = sorted(ids)
    asked = select(ContentTable.document_id, ContentTable.text).where(ContentTable.document_id.in_(wanted))
    texts = {row.document_id: row.text for row in connection.execute(asked)}
    return {row.id: (row, texts[row.id]) for row in document_rows(connection, DocumentTable.id.in_(wanted))}


def _use(row: Row[Any], document: DocumentRow, text: str) -> tuple[_Key, Use, Ref | None]:
    span = Span(row.start, row.end)
    use = Use(document, span, span.of(text), row.uses, row.earliest, row.latest)
    head = Ref(document.id, "meeting", row.heading_id) if row.heading_id else None
    return (row.concept, row.used_by, row.label, row.side), use, head


def _row(key: _Key, uses: Sequence[Use]) -> UsageRow:
    firsts = [use.earliest for use in uses if use.earliest is not None]
    lasts = [use.latest for use in uses if use.latest is not None]
    count = sum(use.count for use in uses)
    return UsageRow(
        *key, min(firsts, default=None), max(lasts, default=None), count, tuple(uses), "", "", "", ""
    )


def _cited(connection: Connection, rows: Sequence[UsageRow]) -> Iterator[UsageRow]:
    """Cite the first and the last use of each label with section and paragraph."""
    ends = [(row.uses[0], max(row.uses, key=lambda use: use.latest or "")) for row in rows]
    for pairs in bundles(list(zip(rows, ends, strict=True))):
        known = opened(connection, {use.document.id for _, both in pairs for use in both})
        for row, both in pairs:
            ids = [use.document.id for use in both]
            first, last = (known[use.document.id].cite(use.span) for use in both)
            yield replace(row, citation=first, last_citation=last, first_in=ids[0], last_in=ids[1])


def _order(row: UsageRow) -> tuple[str, bool, bool, str, str, str, str]:
    none, joint = row.side is None, row.side == JOINT_TEXT
    return row.concept, none, joint, row.side or "", row.first or "~", row.label, row.name_of or "~"

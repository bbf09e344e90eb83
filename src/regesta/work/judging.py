"""Deciding, correcting and undoing: each call is one transaction that is kept whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from regesta import query
from regesta.ledger import Ledger
from regesta.ledger import judging as log
from regesta.ledger.connect import writing
from regesta.ledger.judging import Proposed, Scope
from regesta.model.finding import RegestaError
from regesta.model.judgement import Judgement, Ref


def propose(ledger: Ledger, scope: Scope, judgements: Iterable[Judgement], *, by: str, now: str) -> Proposed:
    """Keep what the machine proposes within ``scope``; see :func:`regesta.ledger.judging.propose`."""
    with writing(ledger.engine, ledger.path) as connection:
        return log.propose(connection, scope, judgements, by, now)


def decide(
    ledger: Ledger,
    names: Sequence[str],
    verdict: Literal["accepted", "rejected"],
    *,
    by: str,
    now: str,
    note: str | None = None,
) -> list[str]:
    """Accept or reject judgements, named by id or its beginning; return their ids.

    Raises :class:`RegestaError`, and decides nothing, when one of the names fits none or several.
    """
    with writing(ledger.engine, ledger.path) as connection:
        ids = list(dict.fromkeys(log.id_of(connection, name) for name in names))
        log.decide(connection, ids, verdict, by, now, note)
        return ids


def undo(ledger: Ledger, name: str, *, by: str, now: str, note: str | None = None) -> tuple[int, int]:
    """Take back the decision with this number, or the one that holds for this judgement.

    Return the number of what was undone and that of the undoing.
    """
    with writing(ledger.engine, ledger.path) as connection:
        if name.isdecimal():
            number = int(name)
        else:
            number = log.decision_number(connection, log.id_of(connection, name))
        return number, log.undo(connection, number, by, now, note)


def correct(
    ledger: Ledger,
    name: str,
    field: str,
    value: str | None,
    *,
    by: str,
    now: str,
    note: str | None = None,
) -> tuple[Ref, int]:
    """Correct a field of the record with this id, or the only one whose id begins so.

    Return the record and the number of the decision.
    """
    ref, [number] = correct_all(ledger, name, {field: value}, by=by, now=now, note=note)
    return ref, number


def correct_all(
    ledger: Ledger,
    name: str,
    values: Mapping[str, str | None],
    *,
    by: str,
    now: str,
    note: str | None = None,
) -> tuple[Ref, list[int]]:
    """Correct several fields of one record, all of them or none; see :func:`correct`."""
    row = query.record(ledger, name)
    if row is None or row.id is None:
        raise RegestaError(f"The ledger has no record {name!r}; the lists print the ids.")
    ref = Ref(row.document.id, row.kind, row.id)
    with writing(ledger.engine, ledger.path) as connection:
        return ref, [
            log.correct(connection, ref, field, value, by, now, note) for field, value in values.items()
        ]

"""One proposal at a time, with those before and after it: what a walk through them needs, and no more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sqlalchemy import Connection, and_, or_, select

from regesta.ledger import Ledger
from regesta.ledger.connect import looking
from regesta.ledger.judgement_tables import JudgementTable, StandingTable
from regesta.query.judged import Judged, StandingRow, fitting, standings

COUNTED = 1_000
"""A longer list is not counted to its end."""
_BUNDLE = 200


@dataclass(frozen=True, slots=True)
class Line:
    """A proposal in a list: its id, kind, value and score, and the words of its records."""

    id: str
    kind: str
    value: str | None
    score: float
    first: str
    second: str | None


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A place in the walk.

    ``row`` is the proposal that is looked at, None where none fits. ``lines`` are some of those that fit,
    before and after it; ``previous`` and ``next`` the ids of its neighbours among them. ``count`` is how
    many fit, ``counted`` whether there are no more than that.
    """

    row: StandingRow | None
    lines: tuple[Line, ...]
    previous: str | None
    next: str | None
    count: int
    counted: bool


def reviewed(
    ledger: Ledger, wanted: Judged, at: str | None = None, *, before: int = 3, after: int = 12
) -> Reviewed:
    """Return the proposal ``at`` with its neighbours, or the first that fits behind its place.

    A proposal that is named and does not fit the filters any more is passed over, unless nothing stands
    behind it: then the walk begins again. Raises :class:`regesta.model.finding.RegestaError` for a filter
    that means nothing.
    """
    with looking(ledger.engine, ledger.path) as connection:
        place = _place(connection, at) if at else None
        lines = _lines(connection, wanted, place, after + 1)
        if not lines and place is not None:
            lines = _lines(connection, wanted, None, after + 1)
            place = None
        if not lines:
            return Reviewed(None, (), None, None, 0, True)
        here = lines[0]
        ahead = _lines(connection, wanted, (here.score, here.id), before, behind=False) if place else []
        [row] = standings(connection, Judged(ids=(here.id,)))
        count = len(lines) if not ahead and len(lines) <= after else _count(connection, wanted)
    return Reviewed(
        row,
        (*reversed(ahead), *lines[:after]),
        ahead[0].id if ahead else None,
        lines[1].id if len(lines) > 1 else None,
        min(count, COUNTED),
        count <= COUNTED,
    )


def judgement(ledger: Ledger, id_: str) -> StandingRow | None:
    """Return the judgement of this id as it stands; None for a correction and for an unknown id."""
    with looking(ledger.engine, ledger.path) as connection:
        return next(iter(standings(connection, Judged(ids=(id_,)))), None)


def all_reviewed(ledger: Ledger, wanted: Judged) -> Iterator[StandingRow]:
    """Yield every judgement that fits, the least sure first, a bundle at a time."""
    after = wanted.after
    while True:
        with looking(ledger.engine, ledger.path) as connection:
            rows = standings(connection, replace(wanted, after=after, limit=_BUNDLE))
        yield from rows
        if len(rows) < _BUNDLE:
            return
        after = (rows[-1].entry.score or 0.0, rows[-1].id)


def _place(connection: Connection, id_: str) -> tuple[float, str] | None:
    asked = select(StandingTable.score).where(StandingTable.judgement_id == id_)
    score = connection.scalar(asked)
    return None if score is None else (score, id_)


def _lines(
    connection: Connection,
    wanted: Judged,
    place: tuple[float, str] | None,
    limit: int,
    *,
    behind: bool = True,
) -> list[Line]:
    """Return what fits from ``place`` on, it included; or what stands before it, the nearest first."""
    table, log = StandingTable, JudgementTable
    fits = [table.machine_number.is_not(None), *fitting(connection, wanted)]
    if place is not None:
        score, id_ = place
        beyond, same = (
            (table.score > score, table.judgement_id >= id_)
            if behind
            else (table.score < score, table.judgement_id < id_)
        )
        # said apart, so that the index of scores leads to the place
        fits.append(table.score >= score if behind else table.score <= score)
        fits.append(or_(beyond, and_(table.score == score, same)))
    order = (table.score, table.judgement_id)
    asked = (
        select(table.judgement_id, table.kind, table.score, table.machine_number)
        .where(*fits)
        .order_by(*(order if behind else (one.desc() for one in order)))
        .limit(limit)
    )
    rows = connection.execute(asked).all()
    words = select(log.number, log.value, log.subject_quote, log.object_quote)
    said = {
        row.number: row
        for row in connection.execute(words.where(log.number.in_([row.machine_number for row in rows])))
    }
    return [
        Line(
            row.judgement_id,
            row.kind,
            said[row.machine_number].value,
            row.score or 0.0,
            said[row.machine_number].subject_quote,
            said[row.machine_number].object_quote,
        )
        for row in rows
        if row.machine_number is not None
    ]


def _count(connection: Connection, wanted: Judged) -> int:
    """Count what fits, to one more than :data:`COUNTED`."""
    table = StandingTable
    fits = (table.machine_number.is_not(None), *fitting(connection, wanted))
    some = select(table.judgement_id).where(*fits).limit(COUNTED + 1)
    return len(connection.scalars(some).all())

"""What holds across the documents of a ledger: today, or as far as it could be known on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from regesta.ledger import Ledger
from regesta.ledger.connect import looking
from regesta.ledger.dossiers import dossiers
from regesta.ledger.schema import DocumentTable
from regesta.model.edtf import bounds
from regesta.model.finding import RegestaError
from regesta.model.judgement import Rulings
from regesta.model.links import Dossier, Followed, Links
from regesta.query.current import current, newest_day
from regesta.query.links import links, up_to_date
from regesta.query.load import IN_ORDER
from regesta.query.rulings import rulings
from regesta.resolve.mention import known_from
from regesta.resolve.resolve import resolve


@dataclass(frozen=True, slots=True)
class Across:
    """Documents, in order of date, with what holds across them.

    ``as_of`` is the day asked for, else the one on which the newest document was published; None
    where no document has such a day. ``left_out`` counts the documents that were not there by then.
    """

    dossiers: tuple[Dossier, ...]
    links: Links
    as_of: str | None
    left_out: int


def across(ledger: Ledger, as_of: str | None = None) -> Across:
    """Return the current documents, or those published by ``as_of``, with their links.

    Without a day the ledger's views answer; where these have still to take something in, it is
    worked out here. For a day everything is worked out from the documents published by then: of a
    page with several versions the last of them, and no later document counts for anything. A
    document without a day of publication counts from the day of the meeting that it is about; one
    that gives no such day is left out. People's rulings are kept to, whenever they were made.
    Raises :class:`RegestaError` for what is no day.
    """
    day = day_of(as_of)
    with looking(ledger.engine, ledger.path) as connection:
        if day is not None:
            return _by(connection, day)
        newest = newest_day(connection)
        papers = _papers(connection, connection.scalars(select(DocumentTable.id).where(current())).all())
        if up_to_date(connection):
            return Across(papers, links(connection), newest, 0)
        return Across(papers, resolve(papers, rulings(connection)), newest, 0)


def day_of(as_of: str | None) -> str | None:
    """Return ``as_of`` where it is a day; raise :class:`RegestaError` where it is something else."""
    if as_of is None:
        return None
    window = bounds(as_of)
    if window is None or window[0] != window[1]:
        raise RegestaError(f"{as_of!r} is not a day; write it as 2017-03-20.")
    return as_of


def _by(connection: Connection, day: str) -> Across:
    """Work out what could be known by ``day``; a missing year is filled from what was there alone."""
    ruled = rulings(connection)
    rows = connection.execute(select(DocumentTable.id, DocumentTable.previous_id, DocumentTable.latest)).all()
    before = {row.id: row.previous_id for row in rows}
    there = {row.id for row in rows if row.latest is not None and row.latest <= day}
    undated = dossiers(connection, [row.id for row in rows if row.latest is None])
    years = _years(_papers(connection, _newest(there, before)), undated.values(), ruled) if undated else {}
    there |= {id_ for id_, one in undated.items() if (known_from(one, years.get(id_)) or "9999") <= day}
    papers = _papers(connection, _newest(there, before))
    found = resolve(papers, ruled)
    cut = replace(
        found,
        commitments=tuple(_until(one, day) for one in found.commitments),
        requests=tuple(_until(one, day) for one in found.requests),
    )
    chains = len(_newest(before, before))
    return Across(papers, cut, day, chains - len(papers))


def _years(dated: Iterable[Dossier], undated: Iterable[Dossier], ruled: Rulings) -> dict[str, int]:
    """Return the years that the dated documents give to those that have none."""
    found = resolve((*dated, *undated), ruled).years
    return {one.subject.document: int(one.value) for one in found if one.value}


def _until(one: Followed, day: str) -> Followed:
    """Leave out what a history says of later days: that a window has closed by then."""
    return replace(one, history=tuple(step for step in one.history if step.start <= day))


def _newest(there: Iterable[str], before: Mapping[str, str | None]) -> list[str]:
    """Return those of these documents that none of the others has followed."""
    held = set(there)
    followed: set[str] = set()
    for id_ in held:
        previous = before.get(id_)
        while previous is not None and previous not in followed:
            followed.add(previous)
            previous = before.get(previous)
    return sorted(held - followed)


def _papers(connection: Connection, ids: Iterable[str]) -> tuple[Dossier, ...]:
    """Return these documents in order of date."""
    found = dossiers(connection, ids)
    rows = connection.execute(select(DocumentTable.id).order_by(*IN_ORDER))
    return tuple(found[row.id] for row in rows if row.id in found)

"""What holds across the documents of a ledger, worked out from those that could be known on a day."""

from __future__ import annotations

from dataclasses import dataclass

from regesta.ledger import Ledger
from regesta.ledger.connect import looking
from regesta.model.edtf import bounds
from regesta.model.finding import RegestaError
from regesta.model.judgement import Rulings
from regesta.model.links import Dossier, Links
from regesta.query.dossiers import dossier
from regesta.query.rulings import rulings
from regesta.query.whole import readings
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
    """Return the current documents published by ``as_of``, or all of them, with their links.

    People's rulings are kept to. A document of which nothing says when it could be read is left
    out when a day is asked for. Raises :class:`RegestaError` for what is no day.
    """
    day = _day(as_of)
    papers = [dossier(*found) for found in readings(ledger)]
    with looking(ledger.engine, ledger.path) as connection:
        ruled = rulings(connection)
    if day is None:
        published = [paper.document.published for paper in papers if paper.document.published]
        return Across(tuple(papers), resolve(papers, ruled), max(published, default=None), 0)
    kept, links = _by(papers, day, ruled)
    return Across(tuple(kept), links, day, len(papers) - len(kept))


def _by(papers: list[Dossier], day: str, ruled: Rulings) -> tuple[list[Dossier], Links]:
    """Return the documents that could be read by ``day``; a missing year is filled from them alone."""
    there = [paper for paper in papers if (known_from(paper, None) or day) <= day]
    links = resolve(there, ruled)
    years = {one.subject.document: int(one.value) for one in links.years if one.value}
    kept = [paper for paper in there if (known_from(paper, years.get(paper.id)) or "9999") <= day]
    return kept, links if len(kept) == len(there) else resolve(kept, ruled)


def _day(as_of: str | None) -> str | None:
    if as_of is None:
        return None
    window = bounds(as_of)
    if window is None or window[0] != window[1]:
        raise RegestaError(f"{as_of!r} is not a day; write it as 2017-03-20.")
    return as_of

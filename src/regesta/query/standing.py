"""What stands between two states, as far as it could be known on a day, and the words that show it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from regesta.ledger import Ledger
from regesta.ledger.connect import looking
from regesta.ledger.schema import DocumentTable
from regesta.model.drift import Thread
from regesta.model.finding import Place, RegestaError
from regesta.model.judgement import Ref
from regesta.model.links import Dossier, Followed, Joined
from regesta.query.across import Across
from regesta.query.ask import ask
from regesta.query.came import cited, with_came
from regesta.query.dates import in_words
from regesta.query.drift import DriftFilters, Part, drift
from regesta.query.entries import meeting_entry
from regesta.query.joined import mentions
from regesta.query.load import Texts, bundles, opened
from regesta.query.paper import place_words
from regesta.query.rows import CommitmentRow, DocumentRow, RecordRow, RegisterRow, RequestRow, RowKind, Within
from regesta.query.rulings import rulings
from regesta.resolve.mention import dyad_of


@dataclass(frozen=True, slots=True)
class Standing:
    """What a ledger holds on two states by ``found.as_of``.

    ``sides`` are their codes in order. ``papers`` are the documents on the two, in order of date;
    ``meetings`` those between them, ``commitments`` and ``requests`` what stands in the papers and
    concerns one of them, each with what came of it. ``accepted`` are the ids of the judgements that a
    person accepted. ``asked`` says that the day was asked for: documents of later days count for nothing.
    """

    sides: tuple[str, str]
    found: Across
    papers: tuple[Dossier, ...]
    meetings: tuple[Joined, ...]
    commitments: tuple[CommitmentRow, ...]
    requests: tuple[RequestRow, ...]
    accepted: frozenset[str]
    asked: bool

    @property
    def as_of(self) -> str | None:
        """The day; None where no document of the ledger has one and none was asked for."""
        return self.found.as_of

    @property
    def pair(self) -> str:
        """The two codes: "XA-XB"."""
        return "-".join(self.sides)


@dataclass(frozen=True, slots=True)
class Source:
    """Words with what a citation of them needs; ``where`` says where in the document they stand.

    A place of no length is the document as a whole. ``citation`` is the whole citation for people.
    """

    place: Place
    document: DocumentRow
    where: str
    citation: str


def standing(ledger: Ledger, first: str, second: str, found: Across, *, asked: bool) -> Standing:
    """Return what stands between two states in ``found``, which must be of this ledger.

    Raises :class:`RegestaError` where that is nothing at all, or where the two are one.
    """
    one, two = sorted((first.upper(), second.upper()))
    if one == two:
        raise RegestaError(f"A relationship has two sides; {one} was named twice.")
    papers = tuple(paper for paper in found.dossiers if {one, two} <= dyad_of(paper))
    met = tuple(meeting for meeting in found.links.meetings if {one, two} <= _states(meeting))
    if not papers and not met:
        by = f" by {in_words(found.as_of)}" if asked else ""
        raise RegestaError(f"The ledger holds nothing on {one} and {two} together{by}; no brief was written.")
    known = {followed.ref: followed for followed in (*found.links.commitments, *found.links.requests)}
    ids, sides, day = [paper.id for paper in papers], {one, two}, found.as_of
    with looking(ledger.engine, ledger.path) as connection:
        promised = _rows(connection, "commitment", ids, known, day)
        requested = _rows(connection, "request", ids, known, day)
        accepted = rulings(connection).accepted
    return Standing(
        (one, two), found, papers, met,
        tuple(row for row in promised if not row.record.who or sides & set(row.record.who)),
        tuple(row for row in requested if _asks(row, sides)), accepted, asked,
    )  # fmt: skip


def entries(ledger: Ledger, between: Standing, meetings: Sequence[Joined]) -> list[RegisterRow]:
    """Return the entries of the register for these meetings, as the documents of ``between`` tell them."""
    visits = {one.id: one for one in between.found.links.meetings}
    there = {paper.id for paper in between.found.dossiers}
    with looking(ledger.engine, ledger.path) as connection:
        texts = Texts(connection)
        made = []
        for one in meetings:
            refs = [ref for ref in one.members if ref.kind == "meeting" and ref.document in there]
            because = cited(texts.of(place.document for place in one.dated.because), one.dated.because)
            visit = visits.get(one.within or "")
            within = Within(visit.id, in_words(visit.dated.when, visit.dated.basis)) if visit else None
            made.append(meeting_entry(mentions(connection, refs, texts=texts), one, because, within))
    return made


def said(
    ledger: Ledger, between: Standing, side: str, topic: str, documents: Collection[str]
) -> tuple[Thread, ...]:
    """Return what ``side`` says on a topic in these documents of ``between``, by teller.

    Meetings of the two at which it says nothing are told from all the papers there are.
    """
    there = frozenset(paper.id for paper in between.papers) if between.asked else None
    part = Part(frozenset(documents), between.pair, whole=True, there=there)
    return drift(ledger, side, topic, DriftFilters(), between.found.links, part)


def sources(ledger: Ledger, places: Iterable[Place]) -> dict[Place, Source]:
    """Return what cites each of these places; all must be of documents that the ledger holds."""
    wanted = set(places)
    with looking(ledger.engine, ledger.path) as connection:
        known = opened(connection, {place.document for place in wanted})
    made = {}
    for place in wanted:
        paper, whole = known[place.document], place.span.start == place.span.end
        where = "" if whole else place_words(paper, place.span)
        made[place] = Source(place, paper.row, where, paper.row.citation if whole else paper.cite(place.span))
    return made


def _states(meeting: Joined) -> set[str]:
    """Return the states that meet, the host of a visit among them."""
    host = {meeting.country} if meeting.format == "visit" and meeting.country else set()
    return {*meeting.parties, *host}


def _asks(row: RequestRow, sides: set[str]) -> bool:
    codes = {actor.country for actor in (*row.record.who, *row.record.of)} - {None}
    return not codes or bool(codes & sides)


def _rows(
    connection: Connection, kind: RowKind, ids: Sequence[str], known: Mapping[Ref, Followed], day: str | None
) -> list[RecordRow[Any]]:
    """Return the records of one kind in these documents, each with what came of it by ``day``."""
    rows: list[RecordRow[Any]] = []
    for some in bundles(ids):
        rows += ask(connection, kind, DocumentTable.id.in_(some))
    return with_came(connection, rows, known, day)

"""The accounts of one meeting: which documents tell of it, and which part of each."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection, or_, select

from regesta.ledger import Ledger
from regesta.ledger.connect import looking
from regesta.ledger.dossiers import dossiers
from regesta.ledger.filing import mains
from regesta.ledger.schema import MeetingTable
from regesta.model.finding import RegestaError
from regesta.model.judgement import Ref
from regesta.model.links import Dossier, Joined, Links
from regesta.model.records import Meeting
from regesta.model.span import Span
from regesta.query.across import Across, across
from regesta.query.corrected import value_now
from regesta.query.days import Days, days_of
from regesta.query.joined import members_of
from regesta.query.links import meetings
from regesta.query.load import bundles
from regesta.query.lookup import document, record
from regesta.resolve.accounts import Part

_SHORTEST = 4
_SHOWN = 4
_TOLD = frozenset({"held", "planned", "not_held"})


@dataclass(frozen=True, slots=True)
class Accounts:
    """A meeting and the parts of documents that are accounts of it, in order of publication."""

    meeting: Joined
    parts: tuple[Part, ...]


def accounts(ledger: Ledger, name: str) -> Accounts:
    """Return the accounts of the meeting that ``name`` stands for.

    ``name`` is the id of a meeting of several documents, that of a record of a meeting, or a
    document that is about one meeting; the beginning of an id will do. Raises
    :class:`RegestaError` when it stands for no meeting, or for several.
    """
    held = across(ledger)
    found = _named(ledger, held, name)
    return Accounts(found, _Shelf(held.links, held.dossiers).parts_of(found))


def accounts_of(ledger: Ledger, id_: str) -> Accounts | None:
    """Return the accounts of the joined meeting with this id; None when there is none.

    Only the documents that mention it are opened.
    """
    with looking(ledger.engine, ledger.path) as connection:
        found = meetings(connection, [id_])
        if not found:
            return None
        papers = dossiers(connection, _telling(connection, found[0]))
        near = meetings(connection, members_of(connection, papers))
    meeting = found[0]
    kept = replace(meeting, members=tuple(ref for ref in meeting.members if ref.document in papers))
    return Accounts(meeting, _Shelf(Links(meetings=tuple(near)), papers.values()).parts_of(kept))


def _telling(connection: Connection, meeting: Joined) -> set[str]:
    """Return the documents that are about a meeting, or that report or announce it beside something else."""
    table, found = MeetingTable, set[str]()
    refs = [ref for ref in meeting.members if ref.kind == "meeting"]
    told = or_(table.main, value_now(table, "status", table.status).in_(_TOLD))
    for some in bundles(refs):
        here = table.document_id.in_({ref.document for ref in some}) & table.id.in_({ref.id for ref in some})
        found |= set(connection.scalars(select(table.document_id).where(here, told)))
    return found


def told_twice(held: Across, only: Container[str] | None = None) -> Iterator[Accounts]:
    """Yield every meeting of which more than one side has an account, in the order of the links.

    ``only`` are the ids of the meetings that are asked for. ``held`` must have the documents of each.
    """
    shelf = _Shelf(held.links, held.dossiers)
    for meeting in held.links.meetings:
        if only is not None and meeting.id not in only:
            continue
        parts = shelf.parts_of(meeting)
        if len({part.dossier.document.side for part in parts}) > 1:
            yield Accounts(meeting, parts)


class _Shelf:
    """The documents by id, and the days of every mention of a meeting."""

    def __init__(self, links: Links, dossiers: Iterable[Dossier]) -> None:
        self.papers = {one.id: one for one in dossiers}
        self.days = days_of(links)

    def parts_of(self, meeting: Joined) -> tuple[Part, ...]:
        """Return the parts of documents that tell of ``meeting``, in order of publication.

        A document is an account of a meeting that it is about, and of one that it reports or
        announces beside a meeting of the same days that it is about. A document that only looks
        back or ahead to it is none.
        """
        found = [
            part
            for document_id in dict.fromkeys(ref.document for ref in meeting.members)
            if (part := _part(self.papers[document_id], meeting, self.days)) is not None
        ]
        return tuple(
            sorted(found, key=lambda part: (part.dossier.document.published or "~", part.dossier.id))
        )


def _named(ledger: Ledger, held: Across, name: str) -> Joined:
    meetings = held.links.meetings
    fits = [one for one in meetings if one.id == name] or [
        one for one in meetings if len(name) >= _SHORTEST and one.id.startswith(name)
    ]
    if not fits:
        wanted = _records(ledger, held, name)
        fits = [one for one in meetings if wanted & set(one.members)]
    if not fits:
        raise RegestaError(f"The ledger has no meeting {name!r}; `regesta meetings` prints the ids.")
    if len(fits) > 1:
        shown = ", ".join(one.id for one in fits[:_SHOWN]) + (" …" if len(fits) > _SHOWN else "")
        raise RegestaError(f"{name!r} stands for several meetings: {shown}; say which.")
    return fits[0]


def _records(ledger: Ledger, held: Across, name: str) -> frozenset[Ref]:
    """Return the record of a meeting with this id, or those that a document of this name is about."""
    paper = document(ledger, name)
    if paper is not None:
        about = [one for dossier in held.dossiers if dossier.id == paper.id for one in mains(dossier.records)]
        if not about:
            raise RegestaError(f"{name!r} is about no meeting; name two documents to compare them.")
        return frozenset(Ref(paper.id, "meeting", one.id) for one in about)
    row = record(ledger, name)
    if row is not None and (row.kind != "meeting" or row.id is None):
        raise RegestaError(f"{name!r} is a {row.kind}; name a meeting, or two documents.")
    return frozenset({Ref(row.document.id, "meeting", row.id)} if row is not None and row.id else ())


def _part(paper: Dossier, meeting: Joined, days: Mapping[Ref, Days]) -> Part | None:
    """Return the part of a document that tells of a meeting; None where it only mentions it."""
    ids = {ref.id for ref in meeting.members if ref.document == paper.id}
    told = [one for one in paper.records.meetings if one.id in ids]
    chosen = next((one for one in told if one.main), None)
    if chosen is not None:
        return Part(paper, _spans(paper, chosen), chosen.id)
    ours = days.get(meeting.members[0])
    about = [days.get(Ref(paper.id, "meeting", one.id)) for one in mains(paper.records)]
    beside = ours is not None and any(one is not None and ours.shares(one) for one in about)
    chosen = next((one for one in told if one.status in _TOLD), None)
    return Part(paper, None, chosen.id) if chosen is not None and beside else None


def _spans(paper: Dossier, meeting: Meeting) -> tuple[Span, ...] | None:
    """Return the part of a document under one of several meetings; None for the whole document.

    A document is cut where each of its meetings has a part in which something is said.
    """
    starts = sorted({_sentence(paper, one).start for one in mains(paper.records)})
    cut = [*zip([0, *starts[1:]], [*starts[1:], len(paper.text)], strict=True)]
    if not all(_speaks(paper, Span(*one)) for one in cut):
        return None
    own = _sentence(paper, meeting).start
    return tuple(Span(*one) for one in cut if one[0] <= own < one[1]) if len(cut) > 1 else None


def _sentence(paper: Dossier, meeting: Meeting) -> Span:
    around = (one.span for one in paper.records.accounts if one.span.overlaps(meeting.span))
    return next(around, meeting.span)


def _speaks(paper: Dossier, part: Span) -> bool:
    return any(part.contains(one.verb_span) for one in paper.records.statements)

"""Meetings across documents, their tellings, and the words that date them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from regesta.export.tables.cited import Shown, Value, date, evidence, shown
from regesta.export.tables.table import Column, Key, Table
from regesta.model.judgement import Ref
from regesta.query import ChosenMeeting

_TO_JOINED = Key(("joined_id",), "joined_meetings", ("id",))


@dataclass(frozen=True, slots=True)
class Met:
    """A meeting across documents, and the hashes of the texts of all documents by id."""

    meeting: ChosenMeeting
    hashes: dict[str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """One of the mentions of a meeting."""

    joined: str
    number: int
    ref: Ref


def _itself(met: Met) -> tuple[ChosenMeeting]:
    return (met.meeting,)


def _tellings(met: Met) -> Iterable[Told]:
    return [Told(met.meeting.joined.id, number, ref) for number, ref in enumerate(met.meeting.mentions, 1)]


def _because(met: Met) -> Iterable[Shown]:
    places = met.meeting.joined.dated.because
    return shown(met.meeting.joined.id, places, met.hashes) if places else ()


def _of(name: str) -> Value:
    return lambda met: getattr(met.joined, name)


JOINED_MEETINGS = Table(
    name="joined_meetings",
    about="One meeting, however many documents tell of it. Worked out from them; a proposal until people"
    " confirm it.",
    source="meetings",
    items=_itself,
    primary=("id",),
    keys=(
        Key(("within_id",), "joined_meetings", ("id",), whole=True),
        Key(("before_id",), "joined_meetings", ("id",), whole=True),
    ),
    columns=(
        Column("id", "string", "the id of the meeting across documents", _of("id")),
        *date("when", "when it was or is to be", lambda met: met.joined.dated.when),
        Column("when_basis", "string", "on what that rests", lambda met: met.joined.dated.basis, True),
        Column(
            "format", "string", "summit, foreign_ministers and the others of the record format", _of("format")
        ),
        Column("medium", "string", "in_person, phone or video", _of("medium")),
        Column(
            "status",
            "string",
            "the strongest that any document gives: not_held, held, referenced, planned",
            _of("status"),
        ),
        Column("parties", "list", "codes of the sides that took part", lambda met: list(met.joined.parties)),
        Column("place", "string", "where", _of("place"), True),
        Column("country", "string", "ISO 3166 code of the country where", _of("country"), True),
        Column("within_id", "string", "the visit that contains it", _of("within"), True),
        Column("series", "string", "the series of which it is one, as a key", _of("series"), True),
        Column("round", "integer", "the number of its round or session", _of("round"), True),
        Column("before_id", "string", "the meeting before it in its series", _of("before"), True),
        Column(
            "documents",
            "integer",
            "how many documents of this export mention it",
            lambda met: len({ref.document for ref in met.mentions if ref.kind == "meeting"}),
        ),
    ),
)

TELLINGS = Table(
    name="tellings",
    about="Which meetings of documents are one: the tellings of a meeting, in order of publication.",
    source="meetings",
    items=_tellings,
    primary=("joined_id", "number"),
    keys=(_TO_JOINED, Key(("document_id", "meeting_id"), "meetings", ("document_id", "id"))),
    columns=(
        Column("joined_id", "string", "the meeting across documents", lambda told: told.joined),
        Column("number", "integer", "its place among the tellings, from 1 on", lambda told: told.number),
        Column("document_id", "string", "the document that tells of it", lambda told: told.ref.document),
        Column("meeting_id", "string", "its record there", lambda told: told.ref.id),
        Column(
            "mention",
            "string",
            "meeting where the record is of it, occasion where it names it as the occasion of another",
            lambda told: told.ref.kind,
        ),
    ),
)

DATE_EVIDENCE = Table(
    name="joined_meeting_dates",
    about="Words of documents on which the date of a meeting rests, where it is not simply theirs.",
    source="meetings",
    items=_because,
    primary=("joined_id", "number"),
    keys=(_TO_JOINED, Key(("citing_document_id",), "documents", ("id",), whole=True)),
    columns=(
        Column("joined_id", "string", "the meeting across documents", lambda one: one.owner),
        Column("number", "integer", "the place among these words, from 1 on", lambda one: one.number),
        *evidence("its date"),
    ),
)

"""What the lists show of a row, column by column. A column that is not shown is for programs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from typing import Any, Literal

from regesta.export.table import Column
from regesta.model.judgement import Ref
from regesta.model.links import Office
from regesta.model.records import Actor, Part
from regesta.model.way import Way
from regesta.query import Came, Cited, Differing, Seen, Telling, Use
from regesta.query.dates import in_words

Fate = Literal["record", "furniture", "repeated", "unread"]


def _field(name: str, *, shown: bool = False) -> Column:
    """A field of the record in the row, as it is."""
    return Column(name, lambda row: _plain(getattr(row.record, name)), shown)


def _own(name: str, *, shown: bool = False) -> Column:
    """A field of the row itself, as it is."""
    return Column(name, lambda row: _plain(getattr(row, name)), shown)


def _of_document(name: str) -> Column:
    return Column(name, lambda row: getattr(row.document, name), shown=False)


def _use(use: Use) -> dict[str, Any]:
    """A use in the terms of JSON, with the words at the place where it first stands."""
    return {
        "document": use.document.id,
        "file": use.document.file,
        "published": use.document.published,
        "basis": use.basis,
        "span": list(use.span),
        "quote": use.quote,
        "count": use.count,
        "citation": use.document.citation,
    }


def _plain(value: object) -> Any:
    """A value in the terms of JSON."""
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return asdict(value) if isinstance(value, Actor | Part) else value


def offices(row: Any) -> list[str]:
    """The offices of a person in words, each with the days on which it is shown, and its state if another."""
    return [_office(one, row.country) for one in row.offices]


def _office(one: Office, home: str | None) -> str:
    where = f" ({one.country})" if one.country not in (None, home) else ""
    days = one.first if one.first == one.last else f"{one.first} to {one.last}"
    return f"{one.office}{where}, {days}"


def _in_order(actors: Iterable[Actor]) -> list[Actor]:
    """Actors in order of the code of their side, as everything in our own voice."""
    return sorted(actors, key=lambda actor: actor.country or "~")


def _name(actor: Actor | None) -> str | None:
    if actor is None:
        return None
    return f"{actor.name} ({actor.country})" if actor.country and actor.country != actor.name else actor.name


def corrections(row: Any) -> list[dict[str, Any]]:
    """The values of a row's record that a person corrected, with what was read, in the terms of JSON."""
    names = ("field", "value", "read", "by", "at", "note", "number")
    return [{name: getattr(one, name) for name in names} for one in row.corrections]


def corrected(row: Any) -> list[str]:
    """The same in words: what was read of each corrected field, and who put another value there."""
    return [
        f"{_called(one.field)}: {_shown(one.value)}, read as {_shown(one.read)}; {one.by}"
        for one in row.corrections
    ]


def _called(field: str) -> str:
    return field.replace("_", " ")


def _shown(value: str | None) -> str:
    return value or "nothing"


CORRECTED = Column("corrected", corrected)
"""For people, where any row has a corrected value."""
_CORRECTIONS = Column("corrections", corrections, shown=False)


def _evidence(came: Came | None) -> list[str]:
    """The citations of the words that show the status that holds."""
    return [one.citation for one in came.last.evidence] if came else []


def _events(came: Came | None) -> list[str]:
    """The days on which it was affirmed or asked once more."""
    return [f"{event.start} {event.status}" for event in came.events] if came else []


def _in_file(row: Any) -> str | None:
    """Where the words of a row stand in its file: "page 3"; None where nothing leads back to it."""
    way: Way | None = row.document.way
    return (way.at(row.span) or None) if way else None


_PLACE = (
    Column("quote", lambda row: row.quote),
    Column("start", lambda row: row.span.start, shown=False),
    Column("end", lambda row: row.span.end, shown=False),
    Column("document", lambda row: row.document.id, shown=False),
    _of_document("file"),
    Column("in_file", _in_file, shown=False),
    _of_document("publisher"),
    _of_document("published"),
    _of_document("url"),
    _own("citation"),
)
_CAME = (
    Column("evidence", lambda row: _evidence(row.came), shown=False),
    Column("existence", lambda row: row.came.existence if row.came else None, shown=False),
    Column("events", lambda row: _events(row.came), shown=False),
)
_RULE = (_field("rule"), _field("confidence"), _CORRECTIONS)

MEETINGS = (
    _field("id", shown=True),
    _field("when", shown=True),
    _field("status", shown=True),
    _field("format", shown=True),
    Column("parties", lambda row: list(row.record.parties)),
    *(_field(name) for name in ("place", "main", "medium", "when_basis", "as_written", "country")),
    *(
        _field(name)
        for name in (
            "start_time",
            "zone",
            "zone_basis",
            "duration_minutes",
            "parts",
            "occasion",
            "ordinal_total",
        )
    ),
    *(_field(name) for name in ("ordinal_year", "round", "condition", "reason", "parties_basis")),
    *(_field(name) for name in ("participants", "topics", "also")),
    *_PLACE,
    *_RULE,
)


def across(seen: Mapping[Ref, Seen]) -> tuple[Column, ...]:
    """What other documents add to a mention of a meeting: how many have it, and its date."""

    def of(row: Any) -> Seen | None:
        return seen.get(Ref(row.document.id, "meeting", row.record.id))

    def dated(row: Any) -> str | None:
        one = of(row)
        return None if one is None or one.when is None else in_words(one.when, one.basis)

    return (
        Column("in_documents", lambda row: one.documents if (one := of(row)) else None),
        Column("dated", dated, shown=False),
        Column("meeting", lambda row: one.id if (one := of(row)) else None, shown=False),
    )


STATEMENTS = (
    _field("id", shown=True),
    Column("date", lambda row: row.earliest),
    Column("who", lambda row: [_name(actor) for actor in _in_order(row.record.actors)]),
    _field("act", shown=True),
    Column("to", lambda row: _name(row.record.addressee)),
    _field("topics", shown=True),
    *(_field(name) for name in ("negated", "verb", "section", "actors", "addressee")),
    _own("content"),
    *_PLACE,
    *_RULE,
)
COMMITMENTS = (
    _field("id", shown=True),
    Column("who", lambda row: sorted(row.record.who)),
    _field("due", shown=True),
    _own("status", shown=True),
    Column("since", lambda row: row.came.last.start if row.came else None),
    _field("strength", shown=True),
    *(_field(name) for name in ("what", "due_basis", "due_as_written", "condition", "topics")),
    *_CAME,
    *_PLACE,
    *_RULE,
)
REQUESTS = (
    _field("id", shown=True),
    Column("date", lambda row: row.earliest),
    Column("who", lambda row: [_name(actor) for actor in _in_order(row.record.who)]),
    _field("act", shown=True),
    Column("of", lambda row: [_name(actor) for actor in _in_order(row.record.of)]),
    Column("again", lambda row: row.record.again),
    _own("status", shown=True),
    _field("due", shown=True),
    _field("what", shown=True),
    *(_field(name) for name in ("negated", "due_basis", "due_as_written", "condition", "topics")),
    Column("asking", lambda row: _plain(row.record.who), shown=False),
    Column("asked", lambda row: _plain(row.record.of), shown=False),
    _field("statement_id"),
    Column("since", lambda row: row.came.last.start if row.came else None, shown=False),
    *_CAME,
    *(replace(column, shown=False) for column in _PLACE),
    *_RULE,
)
TERMS = (
    _field("id", shown=True),
    _field("concept", shown=True),
    _field("side", shown=True),
    Column("label", lambda row: row.record.label),
    Column("date", lambda row: row.earliest),
    *_PLACE,
    *_RULE,
)
USAGE = (
    *(_own(name, shown=True) for name in ("concept", "side", "label", "name_of", "first", "last", "count")),
    Column("documents", lambda row: len(row.uses)),
    _own("first_in", shown=True),
    *(_own(name) for name in ("last_in", "citation", "last_citation", "first_basis", "last_basis")),
    Column("document_ids", lambda row: [use.document.id for use in row.uses], shown=False),
)
BASIS = Column("basis", lambda row: list(dict.fromkeys(filter(None, (row.first_basis, row.last_basis)))))
"""For people, where any day was taken from another document."""
USES = Column("uses", lambda row: [_use(use) for use in row.uses], shown=False)
UNREAD = (
    Column("in", lambda row: row.document.file or row.document.id),
    _field("reason", shown=True),
    *_PLACE,
)


DOCUMENTS = (
    *(_own(name, shown=True) for name in ("id", "published", "side", "kind", "title", "file")),
    *(_own(name) for name in ("files", "publisher", "publisher_basis", "side_basis", "counterpart")),
    *(_own(name) for name in ("kind_reason", "published_basis", "language", "url", "sha256")),
    *(_own(name) for name in ("media_type", "encoding", "in_file", "notes", "fetched_at")),
    *(_own(name) for name in ("version", "previous_id", "current")),
    *(_own(name) for name in ("added_at", "read_at", "rules_version", "citation")),
)


def _share(name: Fate) -> Column:
    return Column(name, lambda row: round(row.share(name), 4))


SHARES = (
    *(_own(name, shown=True) for name in ("publisher", "documents", "sentences")),
    _share("record"),
    _share("furniture"),
    _share("repeated"),
    _share("unread"),
)


def _telling(one: Telling) -> dict[str, Any]:
    """What one document is to a meeting, in the terms of JSON."""
    record = one.row.record
    return {
        "role": one.role,
        "published_by": one.published_by,
        "id": record.id,
        "status": record.status,
        "when": record.when,
        "when_basis": record.when_basis,
        "document": one.row.document.id,
        "file": one.row.document.file,
        "span": list(one.row.span),
        "quote": one.row.quote,
        "citation": one.row.citation,
    }


def _because(one: Cited) -> dict[str, Any]:
    place = one.place
    return {
        "document": place.document, "span": list(place.span), "quote": place.quote, "citation": one.citation,
    }  # fmt: skip


def _differing(one: Differing) -> dict[str, Any]:
    values = [{"value": value, "published_by": list(sides)} for value, sides in one.values]
    return {"field": one.field, "values": values}


REGISTER = (
    *(_own(name, shown=True) for name in ("id", "level", "kind", "place", "date", "parties", "abstract")),
    *(_own(name) for name in ("published_by", "status", "act", "earliest", "latest", "quote")),
    Column("start", lambda row: row.span.start, shown=False),
    Column("end", lambda row: row.span.end, shown=False),
    Column("document", lambda row: row.document.id, shown=False),
    _of_document("file"),
    _own("citation"),
    Column("told_by", lambda row: [_telling(one) for one in row.tellings], shown=False),
    Column("date_basis", lambda row: row.basis, shown=False),
    Column("because", lambda row: [_because(one) for one in row.because], shown=False),
    Column("differing", lambda row: [_differing(one) for one in row.differing], shown=False),
    Column("within", lambda row: row.within.id if row.within else None, shown=False),
    _CORRECTIONS,
)

PEOPLE = (
    _own("id", shown=True),
    _own("name", shown=True),
    _own("country", shown=True),
    Column("offices", lambda row: [asdict(one) for one in row.offices], shown=False),
    Column("held", offices),
    _own("documents", shown=True),
    Column("others", lambda row: list(row.others)),
    *(replace(column, shown=False) for column in _PLACE),
)

"""FollowTheMoney entities, each made from one thing that the ledger knows.

An entity has an id that is made from content, the name of its schema and lists of values. Dates are
given as far as they are certain, which is what FollowTheMoney can hold; the notes say the rest in words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha1, sha256
from typing import Any

from regesta.export.citations import day_said, one_line, shared_parts
from regesta.export.parties import Parties
from regesta.model.records import Actor
from regesta.query import CitedDocument, DocumentRow, RecordRow
from regesta.query.dates import in_words
from regesta.query.person_list import PersonLine
from regesta.query.told import ToldMeeting
from regesta.query.voice import said_of

Entity = dict[str, Any]
_BODIES = frozenset({"EU", "UN"})
_DROPPED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)
"""What FollowTheMoney drops when it loads a value; a blank each keeps the places of what follows."""


def entity(id_: str, schema: str, **properties: str | Iterable[str | None] | None) -> Entity:
    """Return an entity; values that are None or empty are left out, and so are properties without any.

    Control characters and marks of direction become blanks.
    """
    found: dict[str, list[str]] = {}
    for name, value in properties.items():
        values = [value] if isinstance(value, str) or value is None else value
        kept = list(dict.fromkeys(_DROPPED.sub(" ", one) for one in values if one))
        if kept:
            found[name] = kept
    return {"id": id_, "schema": schema, "properties": found}


def made_id(kind: str, *words: str | None) -> str:
    """Return an id made from what the thing is."""
    digest = sha256("\x1f".join(word or "" for word in words).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{kind}-{digest[:16]}"


def partial_date(edtf: str | None) -> str | None:
    """Return the year, month or day that is certain, None where not even the year is."""
    parts = shared_parts(edtf) if edtf else []
    return "-".join(f"{part:02}" if place else f"{part:04}" for place, part in enumerate(parts)) or None


def state_id(code: str) -> str:
    """Return the id of a party."""
    return f"state-{code}"


def publisher_id(row: DocumentRow) -> str:
    """Return the id of the body that published a document."""
    return made_id("publisher", row.side, row.publisher)


def record_id(row: RecordRow[Any]) -> str:
    """Return the id of the note on a record."""
    return f"{row.document.id}.{row.kind}.{row.id}"


def country(code: str | None, parties: Parties) -> str | None:
    """Return a code as FollowTheMoney writes it; None for those of invented states."""
    return code.lower() if code is not None and code in parties.shipped else None


def of_party(code: str, parties: Parties) -> Entity:
    """Return a state, or an organisation that is a party, as a body that can take part."""
    schema = "Organization" if code in _BODIES else "PublicBody"
    note = f"The party {code} as a whole."
    known = country(code, parties)
    return entity(state_id(code), schema, name=parties.name(code), country=known, notes=note)


def of_publisher(row: DocumentRow, parties: Parties) -> Entity:
    """Return the body that published a document."""
    return entity(
        publisher_id(row),
        "PublicBody",
        name=one_line(row.publisher or ""),
        country=country(row.side, parties),
    )


def of_document(row: DocumentRow, parties: Parties, address: str | None) -> Entity:
    """Return a document with its frozen text. ``contentHash`` is the SHA-1 that FollowTheMoney asks for."""
    notes = [
        row.citation,
        f"sha256 of the text: {row.sha256}",
        f"kind: {row.kind.replace('_', ' ')} ({row.kind_reason})",
        f"language: {row.language}" if row.language else None,
        day_said(row),
        f"read with the rules {row.rules_version}",
    ]
    return entity(
        row.id,
        "HyperText" if row.media_type == "text/html" else "PlainText",
        title=one_line(row.title) if row.title else None,
        fileName=row.file or row.url or row.id,
        contentHash=sha1(row.text.encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest(),
        mimeType=row.media_type,
        bodyText=row.text,
        author=one_line(row.publisher) if row.publisher else None,
        publisher=one_line(row.publisher) if row.publisher else None,
        publishedAt=partial_date(row.published),
        retrievedAt=row.added_at[:19],
        sourceUrl=row.url,
        alephUrl=address,
        country=[country(code, parties) for code in (row.side, row.counterpart)],
        notes=notes,
    )


def of_person(one: PersonLine, parties: Parties) -> Iterable[Entity]:
    """Yield a person, the offices, and that the person held them on the days on which a document shows it."""
    yield entity(
        one.id,
        "Person",
        name=one.name,
        alias=one.others,
        country=country(one.country, parties),
        position=[office.office for office in one.offices],
        proof=one.place.document,
        notes=f"“{one_line(one.place.quote)}” {one.citation}",
    )
    for office in one.offices:
        post = made_id("position", office.country, office.office)
        yield entity(post, "Position", name=office.office, country=country(office.country, parties))
        shown = " and ".join(dict.fromkeys((in_words(office.first), in_words(office.last))))
        yield entity(
            made_id("occupancy", one.id, post),
            "Occupancy",
            holder=one.id,
            post=post,
            date=(partial_date(office.first), partial_date(office.last)),
            description=f"Documents show the office held on {shown}; when it began and ended is not known.",
        )


def of_mention(row: DocumentRow, actor: Actor, person: str | None, parties: Parties) -> Entity:
    """Return the naming of a person in a document, resolved where the person is known."""
    return entity(
        made_id("mention", row.id, actor.country, actor.name),
        "Mention",
        document=row.id,
        name=actor.name,
        resolved=person,
        detectedSchema="Person",
        contextCountry=country(actor.country, parties),
    )


def of_event(met: ToldMeeting, involved: Iterable[str], others: Iterable[str], parties: Parties) -> Entity:
    """Return a meeting across documents. ``involved`` are ids, ``others`` names that no id stands for."""
    joined, row = met.joined, met.whole
    when = joined.dated
    notes = [
        f"when: {in_words(when.when, when.basis)}"
        + (f" ({when.when}; basis: {when.basis or 'not known'})" if when.when else ""),
        f"parties: {', '.join(joined.parties)}" if joined.parties else None,
        *(f"“{one_line(one.quote)}” {one.citation}" for one in (met.rows or (row,))),
    ]
    return entity(
        joined.id,
        "Event",
        name=one_line(said_of(row)),
        date=partial_date(when.when),
        location=joined.place,
        country=country(joined.country, parties),
        involved=involved,
        namesMentioned=others,
        keywords=(joined.format, joined.medium, joined.status),
        description=row.quote,
        recordId=joined.id,
        proof=[one.document.id for one in met.rows or (row,)],
        notes=notes,
    )


def of_telling(met: ToldMeeting, row: RecordRow[Any]) -> Entity:
    """Return that a document tells of a meeting: what it is to it, its words and their citation."""
    return entity(
        made_id("telling", met.joined.id, row.document.id, row.id),
        "Documentation",
        document=row.document.id,
        entity=met.joined.id,
        role=row.record.status,
        description=row.quote,
        summary=row.citation,
        recordId=row.id,
        proof=row.document.id,
    )


def of_record(
    one: CitedDocument, row: RecordRow[Any], about: Iterable[str], others: Iterable[str], parties: Parties
) -> Entity:
    """Return a statement, commitment, request or term as a note on those whom it concerns."""
    item = row.record
    keywords: list[str | None] = [row.kind, getattr(item, "act", None), *getattr(item, "topics", ())]
    return entity(
        record_id(row),
        "Note",
        summary=one_line(said_of(row)),
        description=row.quote,
        entity=about,
        peopleMentioned=others,
        country=[country(code, parties) for code in (one.document.side, one.document.counterpart)],
        keywords=[*keywords, one.status(row)],
        publisher=one_line(row.document.publisher) if row.document.publisher else None,
        sourceUrl=row.document.url,
        proof=row.document.id,
        notes=_notes(one, row),
    )


def _notes(one: CitedDocument, row: RecordRow[Any]) -> Iterable[str | None]:
    item, last = row.record, one.last(row)
    yield row.citation
    yield f"characters {row.span.start}-{row.span.end} of the text sha256:{row.document.sha256}"
    if row.earliest is not None:
        days = row.earliest if row.earliest == row.latest else f"{row.earliest} to {row.latest}"
        yield f"filed under {days}"
    if getattr(item, "due", None) is not None:
        yield f"due: {in_words(item.due, item.due_basis)} ({item.due}; basis: {item.due_basis})"
    if getattr(item, "condition", None) is not None:
        yield f"condition: {item.condition}"
    if row.kind == "commitment":
        yield f"strength {item.strength} of 5, read off the wording"
    if last is not None:
        yield f"status {one.status(row)} from {last.start}"
    yield f"rule {item.rule}, confidence {item.confidence}"

"""Persons across documents, and the offices they are shown in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from regesta.export.tables.cited import Value
from regesta.export.tables.table import Column, Key, Table
from regesta.model.links import Office
from regesta.query.person_list import PersonLine

_SHOWN_BY = Key(("document_id",), "documents", ("id",), whole=True)


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person, and the hashes of the texts of all documents by id."""

    person: PersonLine
    hashes: dict[str, str]


@dataclass(frozen=True, slots=True)
class Held:
    """An office of a person."""

    person: str
    number: int
    office: Office


def _itself(one: Somebody) -> tuple[Somebody]:
    return (one,)


def _offices(one: Somebody) -> Iterable[Held]:
    return [Held(one.person.id, number, office) for number, office in enumerate(one.person.offices, 1)]


def _of(name: str) -> Value:
    return lambda one: getattr(one.person, name)


PEOPLE = Table(
    name="people",
    about="One person under all spellings, with the words that show the name first. Worked out from the"
    " documents; a proposal until people confirm it.",
    source="people",
    items=_itself,
    primary=("id",),
    keys=(_SHOWN_BY,),
    columns=(
        Column("id", "string", "the person's id", _of("id")),
        Column("name", "string", "the name that is used most", _of("name")),
        Column(
            "other_names",
            "list",
            "the other ways in which documents write it",
            lambda one: list(one.person.others),
        ),
        Column("country", "string", "ISO 3166 code of the country, or EU, UN", _of("country"), True),
        Column("documents", "integer", "how many documents of the ledger give a full name", _of("documents")),
        Column(
            "document_id",
            "string",
            "the document that shows the name first",
            lambda one: one.person.place.document,
        ),
        Column(
            "start", "integer", "where these words begin in its text", lambda one: one.person.place.span.start
        ),
        Column("end", "integer", "where these words end", lambda one: one.person.place.span.end),
        Column("quote", "string", "these words", lambda one: one.person.place.quote),
        Column(
            "text_sha256",
            "string",
            "the sha256 of that text",
            lambda one: one.hashes[one.person.place.document],
        ),
    ),
)

PERSON_OFFICES = Table(
    name="person_offices",
    about="An office of a person, and the first and last day on which a document shows it held.",
    source="people",
    items=_offices,
    primary=("person_id", "number"),
    keys=(Key(("person_id",), "people", ("id",)),),
    columns=(
        Column("person_id", "string", "the person", lambda held: held.person),
        Column("number", "integer", "the place among the offices, from 1 on", lambda held: held.number),
        Column("office", "string", "the office", lambda held: held.office.office),
        Column("country", "string", "code of the country or body", lambda held: held.office.country, True),
        Column(
            "first", "date", "the first day on which a document shows it held", lambda held: held.office.first
        ),
        Column(
            "last", "date", "the last day on which a document shows it held", lambda held: held.office.last
        ),
    ),
)

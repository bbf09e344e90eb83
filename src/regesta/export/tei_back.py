"""What the documents of a TEI file lead to: persons, parties, places, and the meetings across documents."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from lxml import etree

from regesta.export.parties import Parties
from regesta.export.xml_words import XML_ID, dated, element, name_token
from regesta.query.dates import in_words
from regesta.query.person_list import PersonLine
from regesta.query.told import ToldMeeting
from regesta.query.voice import said_of


def person(one: PersonLine) -> etree._Element:
    """Return a person with all names, the country and the offices with the days that show them held."""
    return element(
        "person",
        {XML_ID: one.id},
        element("persName", None, one.name),
        *(element("persName", {"type": "variant"}, name) for name in one.others),
        element("nationality", {"key": one.country}, one.country) if one.country else None,
        *(_office(office.office, office.country, office.first, office.last) for office in one.offices),
        element("note", {"type": "source"}, f"“{one.place.quote}” {one.citation}"),
    )


def party(code: str, parties: Parties) -> etree._Element:
    """Return a party as an organisation."""
    return element("org", {XML_ID: party_id(code)}, element("orgName", {"key": code}, parties.name(code)))


def place(name: str, country: str | None) -> etree._Element:
    """Return a place with its country, where one is told."""
    known = element("country", {"key": country}, country) if country else None
    return element("place", {XML_ID: place_id(name, country)}, element("placeName", None, name), known)


def meeting(met: ToldMeeting) -> etree._Element:
    """Return a meeting across documents: in one sentence, with its date and the notes that tell of it."""
    joined, row = met.joined, met.whole
    when = joined.dated
    where = f"#{place_id(joined.place, joined.country)}" if joined.place else None
    notes = [element("ptr", {"target": f"#{id_}"}) for id_ in _notes(met)]
    date = element("date", dated(when.when), in_words(when.when, when.basis))
    return element(
        "event",
        {
            XML_ID: joined.id,
            "type": joined.format,
            "subtype": joined.status,
            **dated(when.when),
            "where": where,
        },
        element("label", None, said_of(row)),
        element("note", {"type": "date"}, date, f" (basis: {when.basis or 'not known'})"),
        element("note", {"type": "told-by"}, *notes) if notes else None,
    )


def party_id(code: str) -> str:
    """Return the id of a party in the file."""
    return name_token("party", code)


def place_id(name: str, country: str | None) -> str:
    """Return the id of a place in the file: made of its name, and of a hash where letters had to go."""
    made = name_token("place", country or "", name)
    digest = "" if made.endswith(f"_{name}") else f"-{_digest(name)}"
    return made + digest


def _digest(words: str) -> str:
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _notes(met: ToldMeeting) -> Iterator[str]:
    yield from (name_token(row.document.id, f"meeting.{row.id}") for row in met.rows)


def _office(office: str, country: str | None, first: str, last: str) -> etree._Element:
    shown = [
        element("date", {"when": day, "type": "shown"}, in_words(day)) for day in dict.fromkeys((first, last))
    ]
    between: list[etree._Element | str] = [", held on "]
    for number, date in enumerate(shown):
        between += [" and on "] if number else []
        between.append(date)
    return element("occupation", None, office, f" ({country})" if country else None, *between)

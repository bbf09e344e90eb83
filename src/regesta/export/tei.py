"""TEI XML of a whole ledger after the conventions of the FRUS volumes, written element by element.

The documents come first; what they lead to stands behind them, so that of persons, parties and places their
ids alone are kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Any, BinaryIO

from lxml import etree

from regesta import query
from regesta.export import tei_back as back
from regesta.export.forms import Source
from regesta.export.parties import Parties, parties_with
from regesta.export.references import address_of
from regesta.export.tei_document import Names, division
from regesta.export.xml_words import SPACES, TEI, XML_ID, element, on_lines
from regesta.model.records import ACTS, Actor
from regesta.query import CitedDocument
from regesta.query.bearing import Named, bearers_of, names_in, persons
from regesta.query.chosen import Choice
from regesta.query.told import told_meetings

_BUNDLE = 100
_Places = dict[str, tuple[str, str | None]]


def write(source: Source, stream: BinaryIO) -> int:
    """Write the file; return how many documents stand in it."""
    with (
        query.choice(source.ledger, source.filters) as chosen,
        etree.xmlfile(stream, encoding="utf-8") as file,
    ):
        file.write_declaration()
        with file.element(f"{{{TEI}}}TEI", nsmap=SPACES):
            file.write(_header(source))
            written = _Written(source, chosen, file)
            with file.element(f"{{{TEI}}}text"):
                with file.element(f"{{{TEI}}}body"):
                    written.documents()
                written.lists()
    stream.write(b"\n")
    return written.count


class _Written:
    """What has been written, and what it leads to."""

    def __init__(self, source: Source, chosen: Choice, file: Any) -> None:
        self._source, self._chosen, self._file = source, chosen, file
        self._parties: Parties = parties_with(source.packs)
        self._persons: set[str] = set()
        self._codes: set[str] = set()
        self._places: _Places = {}
        self.count = 0

    def documents(self) -> None:
        """Write a division for each document; a text without any says so."""
        papers = query.cited_documents(self._chosen)
        while some := list(islice(papers, _BUNDLE)):
            named = {name for one in some for name in names_in(one.rows).values()}
            known = bearers_of(self._chosen.connection, named)
            for one in some:
                self.count += 1
                address = address_of(self._source, one.document.id)
                self._file.write(division(one, self.count, self._names(one, known), address))
        if not self.count:
            self._file.write(element("p", None, "No document was chosen."))

    def lists(self) -> None:
        """Write the lists at the end, those alone that hold something."""
        meetings = self._meetings()
        first = next(meetings, None)
        if first is None and not (self._persons or self._codes or self._places):
            return
        with self._file.element(f"{{{TEI}}}back"):
            self._list("Meetings", "listEvent", chain([first] if first is not None else [], meetings))
            self._list("Persons", "listPerson", self._people())
            self._list("Parties", "listOrg", (back.party(one, self._parties) for one in sorted(self._codes)))
            places = (back.place(*self._places[id_]) for id_ in sorted(self._places))
            self._list("Places", "listPlace", places)

    def _list(self, head: str, name: str, items: Iterable[etree._Element]) -> None:
        entries = iter(items)
        first = next(entries, None)
        if first is None:
            return
        with self._file.element(f"{{{TEI}}}div", {"type": "section", "subtype": head.lower()}):
            self._file.write(element("head", None, head))
            with self._file.element(f"{{{TEI}}}{name}"):
                for entry in chain([first], entries):
                    self._file.write(on_lines(entry))

    def _people(self) -> Iterator[etree._Element]:
        ids = sorted(self._persons)
        for start in range(0, len(ids), _BUNDLE):
            found = persons(self._chosen.connection, ids[start : start + _BUNDLE])
            yield from (back.person(one) for one in found)

    def _names(self, one: CitedDocument, known: dict[Named, str]) -> Names:
        def person(actor: Actor) -> str | None:
            found = known.get(Named(one.document.id, actor.country, actor.name))
            self._persons |= {found} if found else set()
            return found

        def party(code: str) -> str:
            self._codes.add(code)
            return back.party_id(code)

        return Names(person, self._place, party)

    def _place(self, name: str, country: str | None) -> str:
        id_ = back.place_id(name, country)
        self._places[id_] = (name, country)
        return id_

    def _meetings(self) -> Iterator[etree._Element]:
        for met in told_meetings(self._chosen):
            if met.joined.place:
                self._place(met.joined.place, met.joined.country)
            yield back.meeting(met)


def _header(source: Source) -> etree._Element:
    title = "Regesta: published accounts of meetings, with what was read of them"
    acts = [
        element(
            "category",
            {XML_ID: f"act-{act}"},
            element("catDesc", None, f"{act.replace('_', ' ')} ({group})"),
        )
        for group, some in ACTS.items()
        for act in some
    ]
    return element(
        "teiHeader",
        None,
        element(
            "fileDesc",
            None,
            element("titleStmt", None, element("title", {"type": "complete"}, title)),
            element("publicationStmt", None, element("p", None, f"Written by regesta export, {source.now}.")),
            element("sourceDesc", None, element("p", None, _SOURCES)),
        ),
        element(
            "encodingDesc",
            None,
            element("projectDesc", None, element("p", None, _ENCODED)),
            element(
                "classDecl",
                None,
                element("taxonomy", {XML_ID: "acts"}, *acts),
            ),
        ),
    )


_SOURCES = (
    "Texts as their publishers gave them, frozen when they were added and named by the sha256 of each."
    " The source note of a document cites it."
)
_ENCODED = (
    "Encoded after the conventions of the Foreign Relations of the United States volumes of the Office of"
    " the Historian. The id of a paragraph says at which character of the frozen text it begins (c), that of"
    " a segment from which to which character it runs (t); a segment leads to the notes on the records that"
    " stand on it. Heads, datelines, lists of participants and notes are the editor's; paragraphs are the"
    " text. The replacement character (U+FFFD) stands for each character that XML cannot hold."
)

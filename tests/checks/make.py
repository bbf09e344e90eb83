"""Hand-made records for the checks: each takes the words it stands for and finds their span."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from regesta.checks import Ground, ground
from regesta.engine.read import read_document
from regesta.model.document import Document, Source
from regesta.model.judgement import Ref
from regesta.model.links import Dossier, Joined, Links
from regesta.model.records import Actor, Meeting, Records
from regesta.model.span import Span
from regesta.reading import read_bytes
from regesta.resolve.resolve import resolve
from regesta.resolve.versions import compare


@dataclass(frozen=True)
class Paper:
    """A document as a check sees it."""

    id: str
    text: str


def at(text: str, words: str) -> Span:
    """Where ``words`` stand in ``text``; they must stand there."""
    start = text.index(words)
    return Span(start, start + len(words))


def meeting(text: str, words: str, **fields: Any) -> Meeting:
    """A foreign ministers' meeting in person, held, read from ``words``."""
    known: dict[str, Any] = {
        "id": f"m-{words}",
        "span": at(text, words),
        "main": True,
        "format": "foreign_ministers",
        "medium": "in_person",
        "status": "held",
        "when": None,
        "when_basis": None,
        "as_written": None,
        "place": None,
        "country": None,
    }
    return Meeting(**(known | fields))


def person(name: str, country: str) -> Actor:
    """A named person of ``country``."""
    return Actor("person", name, country)


def paper(name: str, text: str, records: Records, published: str | None = None, side: str = "XA") -> Dossier:
    """A readout of ``side`` with hand-made records; its id is its name."""
    other = "XB" if side == "XA" else "XA"
    document = Document(
        name, sha256(text.encode()).hexdigest(), None, None, None, side, "given", other, "readout", "hand",
        "en", None, None, published, "given" if published else None,
    )  # fmt: skip
    return Dossier(name, document, records, text)


def laid(*papers: Dossier, as_of: str | None = None) -> Ground:
    """The ground that hand-made documents lay, with everything that the resolver makes of them."""
    in_order = sorted(papers, key=lambda one: (one.document.published or "9999", one.id))
    return ground(in_order, resolve(in_order), as_of)


def joined_by_hand(*papers: Dossier, as_of: str | None = None, **fields: Any) -> Ground:
    """The ground on which all meetings of the documents are one, whatever the resolver thinks of it."""
    made = resolve(papers)
    first = made.meetings[0]
    known = {name: getattr(first, name) for name in Joined.__slots__} | fields
    known["members"] = tuple(Ref(p.id, "meeting", m.id) for p in papers for m in p.records.meetings)
    return ground(papers, Links(meetings=(Joined(**known),)), as_of)


def read(pack: Path, *papers: tuple[str, Mapping[str, str]]) -> Ground:
    """The ground that texts lay when they are read as files are, with what is given beside each.

    A text with the address of an earlier one is its next version.
    """
    dossiers = []
    for number, (text, given) in enumerate(papers):
        source = Source(country=given.get("side"), published=given.get("published"), url=given.get("url"))
        page = read_bytes(text.encode(), f"{number}.txt", source)
        reading = read_document(page, topics=(pack,))
        dossiers.append(Dossier(f"d{number}", reading.document, reading.records, page.text))
    newest = {one.document.url or one.id: one for one in dossiers}
    current = [one for one in dossiers if newest[one.document.url or one.id] is one]
    edits = [compare(one, newest[one.document.url or one.id]) for one in dossiers if one not in current]
    return ground(current, resolve(current), edits=edits)

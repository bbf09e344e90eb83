"""Reads a few lines about invented states with the whole reader, and says shortly what came of them."""

from __future__ import annotations

from pathlib import Path

from regesta.engine.read import read_document
from regesta.model.document import Source
from regesta.model.reading import Reading
from regesta.model.records import Statement
from regesta.reading import read_bytes
from regesta.records.view import Sentence, view
from regesta.rules.packs import packs_with
from regesta.rules.states import states
from regesta.structure import outline

PACK = Path(__file__).resolve().parents[1] / "gold" / "pack.yml"
LEAD = "On May 4 Foreign Minister Wen Daro of Arvania met with Foreign Minister Edda Stromsen of Brevonia."


def read(text: str, **source: str | None) -> Reading:
    """Read ``text`` as a page of Arvania's foreign ministry; ``source`` changes what is given with it."""
    given: dict[str, str | None] = {
        "publisher": "Ministry of Foreign Affairs of Arvania",
        "country": "XA",
        "published": "2031-05-04",
        "title": "Foreign Ministers’ Meeting",
    }
    page = read_bytes(text.encode(), "page.txt", Source(**{**given, **source}))
    return read_document(page, topics=(PACK,))


def statements(text: str, lead: str = LEAD, **source: str | None) -> list[Statement]:
    """Return the statements of ``text``, which stands after a ``lead`` that says who met."""
    reading = read(f"{lead}\n\n{text}" if lead else text, **source)
    return [s for s in reading.records.statements if s.span.start >= len(lead)]


def said(text: str, lead: str = LEAD, **source: str | None) -> list[str]:
    """Return each statement as "who act", with codes for states and last names for persons."""
    return [f"{who(s)} {'not ' * s.negated}{s.act}" for s in statements(text, lead, **source)]


def words(text: str, lead: str = LEAD, **source: str | None) -> list[str]:
    """Return the words of each statement."""
    whole = f"{lead}\n\n{text}" if lead else text
    return [s.span.of(whole) for s in statements(text, lead, **source)]


def who(statement: Statement) -> str:
    """Return the actors of a statement: "Daro+XB"; "?" before those who are not resolved."""
    return "+".join(
        ("?" if a.basis == "unresolved" else "")
        + (a.name.split()[-1] if a.kind == "person" else a.country or a.name)
        for a in statement.actors
    )


def promised(text: str, lead: str = LEAD, **source: str | None) -> list[str]:
    """Return each commitment as "who strength due: what"."""
    found = read(f"{lead}\n\n{text}" if lead else text, **source).records.commitments
    return [
        f"{'+'.join(c.who)} {c.strength} {c.due or '-'}: {c.what}" for c in found if c.span.start >= len(lead)
    ]


def sentence(text: str) -> Sentence:
    """Return the last sentence of ``text`` with what was recognised in it."""
    page = read_bytes(text.encode(), "page.txt", Source())
    packs = packs_with((PACK,))
    named = states().with_extra([entry for pack in packs for entry in pack.states])
    return view(text, outline(page), named)[-1]

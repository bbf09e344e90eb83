"""Readings made by hand, about invented states and people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Any

from regesta.model.document import Document, Furniture, Page, Source
from regesta.model.reading import Reading
from regesta.model.records import (
    Account,
    Actor,
    Commitment,
    Meeting,
    Part,
    Records,
    Repeat,
    Request,
    Statement,
    Term,
    Unread,
)
from regesta.model.span import Span

TEXT = (
    "Second Meeting of the Foreign Ministers of Arlund and Brevia\n"
    "4 March 2021\n"
    "\n"
    "On 3 March 2021, Foreign Minister Odile Tarn met Foreign Minister Pavo Reth in Vasterhame for 90 min.\n"
    "\n"
    "1. Trade\n"
    "\n"
    "Minister Tarn urged Brevia to open the Low Pass.\n"
    "\n"
    "The two ministers agreed to set up a customs desk by the end of 2021.\n"
    "\n"
    "2. The islets\n"
    "\n"
    "Minister Tarn explained the position of Arlund on the Gull Islets.\n"
    "\n"
    "Rain fell all day.\n"
    "\n"
    "Photo: the ministers at the quay\n"
    "\n"
    "Rain fell all day.\n"
)
TARN = Actor("person", "Odile Tarn", "XA", "Foreign Minister")
RETH = Actor("person", "Pavo Reth", "XB", "Foreign Minister")
BREVIA = Actor("party", "Brevia", "XB")


def at(text: str, words: str, start: int = 0) -> Span:
    """Where ``words`` stand in ``text``, looked for from ``start``."""
    begin = text.index(words, start)
    return Span(begin, begin + len(words))


def document(text: str, **known: Any) -> Document:
    """A readout of Arlund, given by a manifest, unless ``known`` says otherwise."""
    usual = Document(
        file="tarn-reth.txt",
        sha256=sha256(text.encode("utf-8")).hexdigest(),
        url="https://mfa.example/4",
        publisher="Ministry of Foreign Affairs of Arlund",
        publisher_basis="given",
        side="XA",
        side_basis="given",
        counterpart="XB",
        kind="readout",
        kind_reason="met",
        language="en",
        title=text.partition("\n")[0] or None,
        title_span=Span(0, len(text.partition("\n")[0])),
        published="2021-03-04",
        published_basis="given",
    )
    return replace(usual, **known)


def reading(
    text: str = TEXT,
    records: Records = Records(),  # noqa: B008  frozen
    *,
    rules: str = "r1",
    raw: bytes | None = None,
    furniture: Sequence[Furniture] = (),
    **known: Any,
) -> Reading:
    """A reading of ``text`` with ``records``; ``known`` are fields of its document."""
    about = document(text, **known)
    source = Source(file=about.file, url=about.url, publisher=about.publisher, country=about.side)
    page = Page(text, source, about.sha256, text.encode() if raw is None else raw, furniture=tuple(furniture))
    return Reading(page, about, records, rules)


def records() -> Records:
    """The records of :data:`TEXT`."""
    met = at(TEXT, "On 3 March 2021, Foreign Minister Odile Tarn met Foreign Minister Pavo Reth")
    urged = at(TEXT, "Minister Tarn urged Brevia to open the Low Pass.")
    agreed = at(TEXT, "The two ministers agreed to set up a customs desk by the end of 2021.")
    explained = at(TEXT, "Minister Tarn explained the position of Arlund on the Gull Islets.")
    rain = at(TEXT, "Rain fell all day.")
    again = at(TEXT, "Rain fell all day.", rain.end)
    return Records(
        meetings=(_meeting(met),),
        statements=(
            _statement("s-1", urged, "urged", "urge", (TARN,), "1. Trade", BREVIA),
            _statement("s-2", agreed, "agreed", "agree", (TARN, RETH), "1. Trade"),
            _statement("s-3", explained, "explained", "explain", (TARN,), "2. The islets"),
        ),
        commitments=(
            Commitment(
                "c-1", agreed, ("XA", "XB"), "set up a customs desk", 4, "2021-12-31", "stated",
                "by the end of 2021", None, ("trade",), "agreed-to", 0.9,
            ),
        ),
        terms=(
            Term("t-1", at(TEXT, "the Gull Islets"), "the Gull Islets", "islets", "XA", "term.islets", 0.95),
        ),
        requests=(
            Request(
                "r-1", urged, "urge", (TARN,), (BREVIA,), "to open the Low Pass",
                at(TEXT, "to open the Low Pass"), True, False, None, None, None, None, ("trade",), "s-1",
                "ask.urge", 0.4,
            ),
        ),
        repeated=(Repeat(rain, again),),
        unread=(Unread(rain, "no reporting verb"),),
        accounts=(
            Account(met, "record"), Account(urged, "record"), Account(agreed, "record"),
            Account(explained, "record"), Account(rain, "unread"),
            Account(at(TEXT, "Photo: the ministers at the quay"), "furniture"), Account(again, "repeated"),
        ),
    )  # fmt: skip


def full_reading(**known: Any) -> Reading:
    """The whole reading of :data:`TEXT`."""
    photo = Furniture(at(TEXT, "Photo: the ministers at the quay"), "caption", "photo")
    return reading(TEXT, records(), furniture=(photo,), **known)


def _meeting(span: Span) -> Meeting:
    return Meeting(
        "m-1", span, True, "foreign_ministers", "in_person", "held", "2021-03-03", "stated",
        "On 3 March 2021", "Vasterhame", "XB", (TARN, RETH), "10:30", 90,
        (Part("plenary", None, 60), Part(None, "11:30", 30)), ordinal_total=2,
        also=(at(TEXT, "The two ministers"),), rule="met", confidence=0.95, topics=("trade",),
        zone="Europe/Malta", zone_basis="country",
    )  # fmt: skip


def _statement(
    id_: str,
    span: Span,
    verb: str,
    act: str,
    actors: tuple[Actor, ...],
    section: str,
    to: Actor | None = None,
) -> Statement:
    said = at(TEXT, verb, span.start)
    content = Span(said.end + 1, span.end)
    return Statement(id_, span, verb, said, act, False, actors, to, ("trade",), section, content, "verb", 0.8)

"""One small document with a record of every kind, made by hand."""

from __future__ import annotations

from dataclasses import dataclass

from regesta.ledger.overlays import Laid
from regesta.model.records import (
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
from regesta.model.way import Way

TEXT = (
    "On 4 May 2031 Ms. Quill met Mr. Tarn.\r\n"
    "Ms. Quill thanked Mr. Tarn.\r\nAvaria will send a list of the Outer Skerries by 5 June.\r\n"
    "The lamps were lit.\u2028Twice.\r\nTwice.\r\n"
)
QUILL = Actor("person", "Ada Quill", "XA", "Foreign Minister")
TARN = Actor("person", "Bo Tarn", "XB", "Foreign Minister", "coreference")


def at(words: str, start: int = 0) -> Span:
    """Where ``words`` stand in TEXT, from ``start`` on."""
    found = TEXT.index(words, start)
    return Span(found, found + len(words))


@dataclass(frozen=True)
class Paper:
    """A document as the export sees it."""

    id: str = "d1"
    text: str = TEXT
    files: tuple[str, ...] = ("2031/quill.txt",)
    sha256: str = "0" * 64
    url: str | None = None
    publisher: str | None = "Ministry of Foreign Affairs of Avaria"
    side: str | None = "XA"
    counterpart: str | None = "XB"
    kind: str = "readout"
    language: str | None = "en"
    title: str | None = None
    published: str | None = "2031-05-04"
    published_basis: str | None = "given"
    publisher_basis: str | None = "given"
    side_basis: str | None = "given"
    kind_reason: str = "3 sentences report"
    title_span: Span | None = None
    rules_version: str = "r1"
    way: Way | None = None
    corrections: tuple[tuple[str, str, Laid], ...] = ()


MEETING = Meeting(
    "m1", at("Ms. Quill met Mr. Tarn"), True, "foreign_ministers", "in_person", "held", "2031-05-04",
    "stated", "On 4 May 2031", None, None, (QUILL, TARN), "09:30", 50, (Part("plenary", None, 35),),
    also=(at("Ms. Quill thanked"),), rule="met", confidence=0.9,
)  # fmt: skip
STATEMENT = Statement(
    "s1", at("Ms. Quill thanked Mr. Tarn."), "thanked", at("thanked"), "thank", False, (QUILL,), TARN,
    ("general",), None, at("Mr. Tarn."), "thank", 0.9,
)  # fmt: skip
REQUEST = Request(
    "r1", at("Ms. Quill thanked Mr. Tarn."), "request", (QUILL,), (TARN,), "thanked Mr. Tarn",
    at("thanked Mr. Tarn"), True, False, "2031-06-05", "content", "by 5 June", None, ("islands",), "s1",
    "ask.request", 0.8,
)  # fmt: skip
COMMITMENT = Commitment(
    "c1", at("Avaria will send a list of the Outer Skerries by 5 June."), ("XA",), "send a list", 4,
    "2031-06-05", "content", "by 5 June", None, ("islands",), "will", 0.8,
)  # fmt: skip
TERM = Term("t1", at("Outer Skerries"), "Outer Skerries", "islands", "XA", "term.islands", 0.95)
REPEAT = Repeat(at("Twice."), at("Twice.", TEXT.index("Twice.") + 1))
RECORDS = Records(
    (MEETING,), (STATEMENT,), (COMMITMENT,), (TERM,), (REPEAT,),
    (Unread(at("The lamps were lit."), "no verb"),), requests=(REQUEST,),
)  # fmt: skip

"""What sides say, made by hand: each sentence is a document of its own place."""

from __future__ import annotations

from regesta.model.drift import Occasion, Said
from regesta.model.finding import Place
from regesta.model.judgement import Ref
from regesta.model.span import Span


def said(words: str, act: str = "convey_position", day: str = "d", **known: object) -> Said:
    """``words`` as all that one statement of a document ``day`` says."""
    place = Place(day, Span(0, len(words)), words)
    id_ = f"s-{act}-{words}"
    fields: dict[str, object] = {"negated": False, "sides": ("XA",), "names": ()} | known
    return Said(Ref(day, "statement", id_), place, place, f"Cited {day}.", act, **fields)  # type: ignore[arg-type]


def occasion(day: str | None, *told: Said, teller: str | None = "XA", name: str = "") -> Occasion:
    """A meeting of foreign ministers of XA and XB on ``day``, in a document ``name`` of ``teller``."""
    document = name or f"{teller}-{day}"
    return Occasion(
        teller, "foreign_ministers", ("XA", "XB"), day, day, (document,), (f"Cited {document}.",), told,
        bool(told), Ref(document, "meeting", "m"),
    )  # fmt: skip

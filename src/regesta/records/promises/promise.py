"""A commitment in the making, and its window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from regesta.model.span import Span
from regesta.records.speech import Said
from regesta.records.told import content_at
from regesta.records.view import Sentence


class Due(NamedTuple):
    """When something is due: EDTF, on what that rests, and the words; all None where it is open."""

    edtf: str | None = None
    basis: str | None = None
    words: str | None = None


@dataclass(slots=True)
class Promise:
    """A commitment in the making. ``what`` is its content in the text's own words,
    ``act`` that of the statement that undertakes it, if one does."""

    sentence: Sentence
    span: Span
    who: tuple[str, ...]
    what: str
    strength: int
    due: Due
    condition: str | None
    rule: str
    confidence: float
    act: str | None = None


def content_start(said: Said) -> int | None:
    """Return the character at which what is undertaken begins; None at the end of a sentence.

    Of "XA will send divers", which undertakes without a verb that says so, it is the deed itself.
    """
    clause, toks = said.clause, said.sentence.toks
    itself = clause.modal in ("will", "shall") and said.act in ("pledge", "agree")
    start = clause.verb.start if itself else content_at(said.sentence, clause)
    return toks[start].start if start < len(toks) else None

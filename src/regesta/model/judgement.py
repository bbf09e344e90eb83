"""Judgements: what ties records of several documents together, on what evidence, and who says so.

The machine proposes; a person accepts, rejects or corrects. Both are entries of one list that is
only ever added to. What is held true at a moment is worked out from that list (``standing``).
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from regesta.model.finding import Place
from regesta.model.span import Span

Kind = Literal[
    "same_meeting", "within_visit", "same_person", "holder", "year", "window", "follow_through",
    "reaffirmed", "deferral", "answered", "asked_again",
]  # fmt: skip
KINDS: tuple[Kind, ...] = (
    "same_meeting", "within_visit", "same_person", "holder", "year", "window", "follow_through",
    "reaffirmed", "deferral", "answered", "asked_again",
)  # fmt: skip
SYMMETRIC: frozenset[str] = frozenset({"same_meeting", "same_person"})
Verdict = Literal["proposed", "withdrawn", "accepted", "rejected", "corrected", "undone"]


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """A record of one document: the document's id, the kind of record, and the record's id.

    ``kind`` is ``meeting``, ``statement``, ``commitment``, ``request``, ``term``, ``document``
    (then ``id`` is the document's), ``person`` (then ``id`` is ``XA:name as written``), ``sentence``
    (then ``id`` are its first character and the one after its last, ``12-80``) or ``occasion`` (then
    ``id`` is that of the meeting held on it).
    """

    document: str
    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Feature:
    """One reason for or against: its name, the weight it had, and what was seen, in words."""

    name: str
    weight: float
    seen: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the machine works out about one record (``subject``) or two.

    ``value`` is what is said of them where there is anything to say (a year, a status, an EDTF
    window); ``score`` lies between 0 and 1; ``why`` is one sentence; ``evidence`` are the words
    that show it. Of a symmetric kind the smaller reference is the subject.
    """

    kind: Kind
    subject: Ref
    object: Ref | None
    value: str | None
    score: float
    why: str
    features: tuple[Feature, ...]
    evidence: tuple[Place, ...]

    @property
    def id(self) -> str:
        """The id: made from what is judged and what is said of it, not from evidence or score."""
        return judgement_id(self.kind, self.subject, self.object, self.value)


@dataclass(frozen=True, slots=True)
class Target:
    """What a decision hangs on: a record and the words at which it stood when it was decided."""

    ref: Ref
    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A person's value for one field of a record, in place of what was read."""

    target: Target
    field: str
    value: str | None


@dataclass(frozen=True, slots=True)
class Rulings:
    """What people have decided, as the resolver must keep to it: ids of judgements, and values.

    Of a symmetric judgement that was accepted or rejected the pair itself is kept, since the
    machine may no longer propose it by itself.
    """

    accepted: frozenset[str] = frozenset()
    rejected: frozenset[str] = frozenset()
    together: frozenset[tuple[Ref, Ref]] = frozenset()
    apart: frozenset[tuple[Ref, Ref]] = frozenset()
    corrections: tuple[Correction, ...] = ()


def judgement_id(kind: str, subject: Ref, object_: Ref | None, value: str | None) -> str:
    """Return the id of a judgement; the order of two references counts unless it is symmetric."""
    if object_ is not None and kind in SYMMETRIC:
        subject, object_ = sorted((subject, object_))
    words = [kind, *_words(subject), *(_words(object_) if object_ else ("", "", "")), value or ""]
    digest = sha256("\x1f".join(words).encode("utf-8", "surrogatepass")).hexdigest()
    return f"j-{digest[:16]}"


def _words(ref: Ref) -> tuple[str, str, str]:
    return ref.document, ref.kind, ref.id

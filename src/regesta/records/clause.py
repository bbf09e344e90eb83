"""A clause: one verb with its auxiliaries, its subject, and how it hangs in its sentence."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from regesta.mentions.verbs import VerbHit
from regesta.records.ref import Ref

Role = Literal["main", "embedded", "participle", "infinitive", "postposed", "as", "relative", "noun"]
Tense = Literal["past", "present", "future"]
SPOKEN: tuple[Role, ...] = ("main", "as", "postposed")


@dataclass(slots=True)
class Clause:
    """A verb with its auxiliaries at tokens ``[start, verb.end)`` and what stands around it.

    ``subject`` holds the refs that are its subject; empty when the subject is a thing
    (``thing`` is its head word), is shared with clause ``shares``, or is not expressed.
    ``marker`` is the word that opens an embedded clause; ``partner`` says that somebody who was not
    recognised acts with the subject ("Minister X and the incoming team").
    """

    verb: VerbHit
    start: int
    role: Role
    tense: Tense
    passive: bool
    negated: bool
    modal: str | None
    perfect: bool
    subject: list[Ref] = field(default_factory=list)
    subject_start: int = -1
    thing: str | None = None
    shares: int | None = None
    marker: str | None = None
    partner: bool = False

    @property
    def first(self) -> int:
        """The first token of the clause: its subject's, or its own."""
        return self.subject_start if self.subject_start >= 0 else self.start

    @property
    def head(self) -> str:
        """The verb without the words that belong to it: "take" of "take stock of"."""
        return self.verb.lemma.split()[0]

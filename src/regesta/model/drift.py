"""Wording over time: what a side says on a topic, occasion after occasion, in one side's telling.

An occasion is a meeting, or a document that is about none. What is told of it by the side itself
and what the other side tells of it are two threads and are never compared with each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from regesta.model.finding import Place
from regesta.model.judgement import Ref

Change = Literal["first", "unchanged", "rearranged", "changed", "does_not_mention", "undated"]
JOINT_TEXT = "joint"
"""The teller of a text that both sides agreed on: it is nobody's account of the other."""


@dataclass(frozen=True, slots=True)
class Said:
    """One statement of the side on the topic.

    ``place`` are the words of the whole statement, ``content`` those of what is said, which are
    compared. ``sides`` are all who make it, in order of code. ``names`` are the names of those who
    speak or are spoken to; a new minister's name is no new wording.
    """

    ref: Ref
    place: Place
    content: Place
    citation: str
    act: str
    negated: bool
    sides: tuple[str, ...]
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Occasion:
    """A meeting, or a document about none, as one side tells of it.

    ``teller`` is the code of the side that published, :data:`JOINT_TEXT` for an agreed text, None
    when it is not known. ``earliest`` and ``latest`` are its first and last day; ``basis`` says on
    what they rest where that is not its own document. ``what`` is the
    format of the meeting that is its ``head``, else the kind of the document. ``parties`` are those
    of the meeting, else the two sides of the document.
    ``mentioned`` says that the documents speak of the topic, though the side may say nothing on it.
    """

    teller: str | None
    what: str
    parties: tuple[str, ...]
    earliest: str | None
    latest: str | None
    documents: tuple[str, ...]
    citations: tuple[str, ...]
    said: tuple[Said, ...] = ()
    mentioned: bool = False
    head: Ref | None = None
    basis: str | None = None

    @property
    def meeting(self) -> bool:
        """Say whether it is a meeting."""
        return self.head is not None


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that are in one telling and not in the one it is compared with; ``negated``: said not to be."""

    place: Place
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """Words of one telling in whose place the next one has others, in a sentence otherwise alike."""

    went: Phrase
    came: Phrase


@dataclass(frozen=True, slots=True)
class Wording:
    """What became of the words: those that came, those that went, and those put in place of others.

    ``kept`` is the share of the content words of both tellings that both have, from 0 to 1.
    """

    kept: float
    came: tuple[Phrase, ...]
    went: tuple[Phrase, ...]
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """One occasion in a thread.

    ``strongest`` are the acts of the highest force reached, ``force`` their place on the scale (from
    1); acts that are said not to have been done stand apart in ``negated``. ``wording`` compares
    with the last dated occasion at which something was said, which is ``against``.
    """

    occasion: Occasion
    strongest: tuple[str, ...]
    force: int | None
    negated: tuple[str, ...]
    change: Change
    wording: Wording | None = None
    against: Occasion | None = None


@dataclass(frozen=True, slots=True)
class Thread:
    """What ``side`` says on ``topic`` as ``teller`` tells it; ``own`` when that is the side itself."""

    side: str
    topic: str
    teller: str | None
    stages: tuple[Stage, ...]

    @property
    def own(self) -> bool:
        """Say whether the side speaks for itself."""
        return self.teller == self.side

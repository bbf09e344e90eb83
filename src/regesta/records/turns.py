"""Who speaks in a transcript or a minister's own release: turns, questions, and the first person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from regesta.records.cast import Cast, Entity
from regesta.records.names import name_words
from regesta.records.view import Sentence
from regesta.rules.speech import speech_rules

_TURN = re.compile(r"(?P<label>[A-Z][\w.’'\- ]{0,70}?)(?:, [A-Z][^:.;]{1,80})?(?:\s*\([^()]{1,60}\))?\s*:\s")
_NAME = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]*\.?){1,3}")
_WORD = re.compile(r"\w+")
_HEAD = 3


@dataclass(slots=True)
class Turns:
    """The speaker of each block: by its label, else the one before; None where nobody is known.

    Sentences must come in the order of the text. Without ``transcript`` the ``author`` speaks throughout.
    """

    cast: Cast
    text: str
    transcript: bool
    author: Entity | None = None
    speaker: Entity | None = None
    question: bool = False
    block: int = -1
    labels: dict[str, Entity | None] = field(default_factory=dict)

    def at(self, sentence: Sentence) -> tuple[Entity | None, bool]:
        """Return who says "I" in a sentence, and whether it belongs to a question."""
        if not self.transcript:
            return self.author, False
        if sentence.block.index != self.block:
            self.block = sentence.block.index
            self._turn(sentence.block.body.of(self.text))
        return self.speaker, self.question

    def _turn(self, words: str) -> None:
        found = _TURN.match(words)
        if found is None:
            return
        label = found["label"]
        self.question = _is_question(label)
        if not self.question:
            if label not in self.labels:
                self.labels[label] = self.cast.find(label.split()[-1]) or _stranger(label)
            self.speaker = self.labels[label]


def _stranger(label: str) -> Entity | None:
    """Read a label of two to four names ("ADA QUILL"): somebody of whom no side is known."""
    if not _NAME.fullmatch(label):
        return None
    name = label.title() if label.isupper() else label
    return Entity(name, name_words(name))


def _is_question(label: str) -> bool:
    first = _WORD.match(label.lower())
    return first is not None and first.group() in speech_rules().askers


def author_of(sentences: Sequence[Sentence], cast: Cast, side: str | None) -> Entity | None:
    """Return who says "I" in a release: the first person of the publishing side whom its head names.

    A head that names an office instead ("Statement by the Foreign Minister") means its holder, if known.
    """
    speaks = any(
        ref.group is not None and ref.group.noun == "I" for sentence in sentences for ref in sentence.refs
    )
    if not speaks or side is None:
        return None
    by = next((r for s in sentences[:1] for r in s.refs if r.kind == "role" and _is_by(s, r.start)), None)
    if by is not None:
        return cast.of_ref(by)
    head = sentences[min(_HEAD, len(sentences)) - 1].span.end
    home = [e for e in cast.entities if e.country == side and not e.voice]
    return home[0] if home and home[0].first < head else None


def _is_by(sentence: Sentence, start: int) -> bool:
    """Say whether "by" or "by the" stands before a token."""
    return "by" in sentence.lows[max(0, start - 2) : start]

"""The words of a telling that are compared with those of another: where they stand and what they share."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from regesta.model.drift import Phrase, Said
from regesta.model.finding import Place
from regesta.model.span import Span
from regesta.rules.drift import drift_rules

_WORD = re.compile(r"[^\W_]+(?:[-‑.,:/’'][^\W_]+)*")
_OWNER = re.compile(r"[’'][sS]$")
_GAP = 3
_NOT = "not "


@dataclass(frozen=True, slots=True)
class Word:
    """A word at ``start`` to ``end`` of its sentence; ``root`` is None where it carries nothing."""

    start: int
    end: int
    root: str | None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One statement's words. ``roots`` are those that carry something, in order."""

    said: Said
    words: tuple[Word, ...]
    roots: tuple[str, ...]


def sentences(said: Iterable[Said]) -> tuple[Sentence, ...]:
    """Cut what is said into words, in the order in which it was handed in.

    The roots of what is said not to have been done differ from those of the same words without "not".
    """
    return tuple(_sentence(one) for one in said)


def _sentence(said: Said) -> Sentence:
    rules = drift_rules()
    names = {word.casefold() for name in said.names for word in _WORD.findall(name)}
    words = []
    for match in _WORD.finditer(said.content.quote):
        bare = _OWNER.sub("", match[0])
        low = bare.casefold()
        idle = low in rules.stop.words or low in names
        root = None if idle else f"{_NOT if said.negated else ''}{rules.forms.root(bare)}"
        words.append(Word(match.start(), match.start() + len(bare), root))
    return Sentence(said, tuple(words), tuple(word.root for word in words if word.root is not None))


def phrases(sentence: Sentence, wanted: frozenset[str] | set[str]) -> list[Phrase]:
    """Return the words of ``sentence`` whose roots are ``wanted``; those that stand together as one phrase.

    Words that carry nothing may stand between them, never at an end.
    """
    runs: list[tuple[int, int]] = []
    for index, word in enumerate(sentence.words):
        if word.root is None or word.root not in wanted:
            continue
        if runs and index - runs[-1][1] <= _GAP and _idle(sentence.words[runs[-1][1] + 1 : index]):
            runs[-1] = (runs[-1][0], index)
        else:
            runs.append((index, index))
    return [phrase(sentence, sentence.words[first].start, sentence.words[last].end) for first, last in runs]


def phrase(sentence: Sentence, start: int, end: int) -> Phrase:
    """Point at the words from ``start`` to ``end`` of what a sentence says."""
    content = sentence.said.content
    span = Span(content.span.start + start, content.span.start + end)
    return Phrase(Place(content.document, span, content.quote[start:end]), sentence.said.negated)


def _idle(words: Iterable[Word]) -> bool:
    return all(word.root is None for word in words)

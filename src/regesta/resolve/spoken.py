"""The words that tie two texts together, as they stand in each: for people to read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from regesta.model.span import Span
from regesta.rules.resolve import DEED, names_of, place_words, resolve_rules, stem

_APART = 2
"""So many words that tell no subject may stand between those of one phrase."""
_MOST = 4
_BREAK = re.compile(r"[.;:!?…\n]")


def as_written(text: str, stems: frozenset[str]) -> tuple[str, ...]:
    """Return the words of ``text`` that have these stems, as it has them; close ones as one phrase.

    A stem may be the name of a deed: then any of the words for it. Each phrase comes once, in order.
    """
    runs: list[Span] = []
    for found in _telling(text, stems):
        if runs and _close(text[runs[-1].end : found.start]):
            runs[-1] = Span(runs[-1].start, max(runs[-1].end, found.end))
        else:
            runs.append(found)
    spoken = (" ".join(one.of(text).split()) for one in runs)
    return tuple({one.casefold(): one for one in spoken}.values())


def in_quotes(phrases: tuple[str, ...]) -> str:
    """Return phrases in quotation marks, the first of many."""
    shown = [f"“{one}”" for one in phrases[:_MOST]]
    return ", ".join([*shown, "…"] if len(phrases) > _MOST else shown)


def both_ways(earlier: str, later: str, stems: frozenset[str]) -> str:
    """Say in the words of two texts what they share: once where they say it alike."""
    before, after = as_written(earlier, stems), as_written(later, stems)
    if not before or [one.casefold() for one in before] == [one.casefold() for one in after]:
        return in_quotes(after)
    return f"{in_quotes(before)}, in its words {in_quotes(after)}" if after else in_quotes(before)


def _telling(text: str, stems: frozenset[str]) -> Iterator[Span]:
    return (span for span, names in _named(text) if not stems.isdisjoint(names))


@lru_cache(maxsize=4_096)
def _named(text: str) -> tuple[tuple[Span, tuple[str, ...]], ...]:
    """Return the words of ``text`` and its phrases for deeds in order, each with its stem and its deed."""
    rules, low = resolve_rules(), text.lower()
    phrases = [*((words, f"{DEED}{deed}") for words, deed in rules.deed_phrases), *rules.kin_phrases]
    found: list[tuple[Span, tuple[str, ...]]] = [
        (Span(match.start(), match.end()), (name,))
        for words, name in phrases
        if words in low
        for match in re.finditer(re.escape(words), low)
    ]
    for word, span in place_words(text):
        own = stem(word)
        found.append((span, (own, *names_of(own))))
    return tuple(sorted(found))


@lru_cache(maxsize=16_384)
def _close(between: str) -> bool:
    """Say whether nothing but a few words that tell no subject stand between two words."""
    idle = [word for word, _ in place_words(between)]
    generic = resolve_rules().generic_stems
    return len(idle) <= _APART and not _BREAK.search(between) and all(stem(word) in generic for word in idle)

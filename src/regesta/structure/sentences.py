"""Sentences: one compiled expression finds where one may end, the rules say whether it does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from regesta.model.span import Span
from regesta.rules.sentences import Breaks, sentence_rules

# A full stop, question or exclamation mark with the quotes and brackets that close after it,
# then white space and something that may open a sentence: or a full-width stop, which needs none.
# The mark comes first, so that a search leaps from one to the next; the look-behind after it keeps a long
# run of stops from being tried at each of its characters.
_END = re.compile(
    r"""[.!?…。！？] (?<![.!?…].) (?:
          (?<=[.!?…]) [.!?…]{0,11}+ [”"’'»)\]]{0,6}+ (?:\[[0-9]{1,3}\])? (?=\s++[^\s.,;:!?)\]])
        | (?<=[。！？]) [。！？]{0,11}+ [”"’」』）)]{0,6}+
        | (?<=[a-z]{3}\.) (?P<run>[A-Z][a-z]{1,12}+) (?=[\s,])
        )""",
    re.VERBOSE,
)
_WORD = re.compile(r"[^\s(\[“”\"'‘/–—-]+\Z")
_NEXT = re.compile(r"[\s“\"‘'«(\[]*+(?P<word>\w?[\w’'.-]{0,15})")
_NUMBER_ONLY = re.compile(r"\s*\(?(?:[0-9]{1,3}|[ivxIVX]{1,5}|[A-Za-z])\)?\Z")


@cache
def _rules() -> tuple[dict[str, Breaks], frozenset[str], frozenset[str]]:
    rules = sentence_rules()
    return rules.breaks(), rules.starters, rules.starters | rules.starters_or_names


def _opens(word: str) -> bool:
    """Say whether a sentence can begin with ``word``: anything but a small letter."""
    return not word[:1].islower()


def _after_word(before: str, following: str) -> bool:
    """Say whether a full stop between these two words ends a sentence."""
    breaks, strict, starters = _rules()
    opener = following.rstrip(".-").split("’")[0].split("'")[0]
    rule = breaks.get(before)
    if rule is None and _initials(before):
        return opener in (strict if len(before) == 1 else starters)
    if rule == "capital":
        return following[:1].isupper()
    if rule is not None:
        return rule == "starter" and opener in starters
    return not (before.isdigit() and len(before) < 3 and following[:1].isdigit())


def _initials(word: str) -> bool:
    """Say whether a word, its last stop taken off, is one capital letter or a row with stops between."""
    letters = word.split(".")
    return all(len(letter) == 1 and letter.isalpha() for letter in letters) and word[0].isupper()


def _ends(text: str, start: int, found: re.Match[str]) -> bool:
    """Say whether the sentence that began at ``start`` ends at this candidate."""
    at = found.start()
    if text[at] in "。！？":
        return True
    following = _NEXT.match(text, found.end())
    word = following["word"] if following else ""
    if not _opens(word):
        return False
    if at > start and text[at - 1] in "([":
        return False
    if text[at] != "." or text[at : at + 2] == "..":
        return True
    if at - start <= 8 and _NUMBER_ONLY.match(text, start, at):
        return False
    before = _WORD.search(text[max(start, at - 20) : at])
    return before is None or _after_word(before[0], word)


def _cuts(text: str, span: Span) -> Iterator[int]:
    """Yield the places inside ``span`` where one sentence ends."""
    start = span.start
    for found in _END.finditer(text, span.start, span.end):
        if found["run"] is not None:
            if found["run"] in _rules()[1]:
                start = found.start() + 1
                yield start
        elif _ends(text, start, found):
            start = found.end()
            yield start


def sentences(text: str, span: Span) -> tuple[Span, ...]:
    """Return the sentences of ``span`` in order: they tile it, white space between them apart.

    Assumes that ``span`` neither begins nor ends with white space; linear in its length.
    """
    found: list[Span] = []
    start = span.start
    for cut in _cuts(text, span):
        found.append(Span(start, cut))
        start = cut
        while start < span.end and text[start].isspace():
            start += 1
    if start < span.end:
        found.append(Span(start, span.end))
    return tuple(found)

"""Finds places in a count of meetings: "ninth time in total", "the second round"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from regesta.mentions.times.lexicon import GAP, Meanings, either, ordinal_words
from regesta.model.span import Span
from regesta.model.time import Ordinal
from regesta.rules.times import OrdinalWords, time_rules

Scope = Literal["total", "year", "round", "other"]
_WORD = r"[\w’'./&+–‑-]{1,30}"
_MOST_BETWEEN = 6
_TAIL = 110
# What may stand between: no mark, but the stops of "U.S." and the commas of a list of names.
_PHRASE = r"(?:[^,;:.()\[\]!?\n]|(?<=[A-Z])\.|,(?=\s[A-Z]))"
_PARTIES = ("between", "of", "with", "by")


@dataclass(frozen=True, slots=True)
class _Grammar:
    finder: re.Pattern[str]
    word: re.Pattern[str]
    bare_year: re.Pattern[str]
    year_before: re.Pattern[str]
    year_tail: re.Pattern[str]
    other_tail: re.Pattern[str]
    far_tail: re.Pattern[str]
    far_stop: re.Pattern[str]
    told: re.Pattern[str]
    tail_stop: re.Pattern[str]
    tail: re.Pattern[str]
    words: OrdinalWords
    heads: frozenset[str]
    rounds: frozenset[str]
    kinds: frozenset[str]
    blocked_first: frozenset[str]
    blocked: frozenset[str]
    meanings: Meanings


@cache
def _grammar() -> _Grammar:
    rules = time_rules()
    words = rules.ordinal_counts
    ordinal = rf"(?:\d{{1,3}}(?:st|nd|rd|th)|{ordinal_words(rules)})"
    tails = "|".join(tail.replace(" ", GAP) for tail in words.other_tails)
    far = "|".join(tail.replace(" ", GAP) for tail in words.far_tails)
    told = either(words.told)
    year = either(words.year_tails)
    return _Grammar(
        finder=re.compile(rf"(?i:(?<![\w-])(?P<ordinal>{ordinal})(?P<ever>-ever)?(?![\w-]))"),
        word=re.compile(rf"{GAP}(?P<word>{_WORD})"),
        bare_year=re.compile(rf"(?i:{GAP}{year})(?!\w)"),
        year_before=re.compile(rf"(?i:this{GAP}year[’']s{GAP})$"),
        year_tail=re.compile(rf"(?i:{year})(?!\w)"),
        other_tail=re.compile(rf"{GAP}(?:{tails})"),
        far_tail=re.compile(rf"{GAP}(?:by|of|to|from|between|with){GAP}{_PHRASE}{{1,80}}?{GAP}(?:{far})"),
        far_stop=re.compile(rf"(?i:{GAP}{either({*words.tail_stops} - {'and'})}(?!\w))"),
        told=re.compile(
            rf"(?:{GAP}that)?(?:{GAP}\w+){{1,4}}?{GAP}(?:have|has|had)(?:{GAP}\w+)?{GAP}{told}(?!\w)"
        ),
        tail_stop=re.compile(rf"(?i:{GAP}{either(words.tail_stops)}(?!\w))"),
        tail=re.compile(rf"{_PHRASE}{{0,{_TAIL}}}"),
        words=words,
        heads=frozenset(words.heads),
        rounds=frozenset(words.rounds),
        kinds=frozenset(words.nouns_of_kind),
        blocked_first=frozenset(words.not_next),
        blocked=frozenset(words.not_between),
        meanings=Meanings(rules),
    )


def find_ordinals(text: str, span: Span) -> tuple[Ordinal, ...]:
    """Return the counts of meetings, rounds and sessions within ``span``, in order.

    An ordinal counts only before a noun for a meeting ("their ninth meeting", "the 27th session",
    "Third Eastern Forum") or "time"; "first deputy", "second half" and the like are no counts.
    The span reaches from the ordinal to the words that give its scope.
    """
    rules = _grammar()
    found = (
        _ordinal(text, span, match, rules) for match in rules.finder.finditer(text, span.start, span.end)
    )
    apart: list[Ordinal] = []
    for ordinal in found:
        if ordinal is not None and apart and apart[-1].span.overlaps(ordinal.span):
            apart.pop()
        if ordinal is not None:
            apart.append(ordinal)
    return tuple(apart)


def _ordinal(text: str, within: Span, found: re.Match[str], rules: _Grammar) -> Ordinal | None:
    value = rules.meanings.ordinal(found["ordinal"])
    bare = rules.bare_year.match(text, found.end(), within.end)
    if bare is not None:
        return Ordinal(value, "year", Span(found.start(), bare.end()))
    head = _head(text, found.end(), within.end, rules)
    if head is None:
        return None
    end, noun, between = head
    if noun in rules.rounds and not between & set(rules.words.no_round):
        return Ordinal(value, "round", Span(found.start(), end))
    scope, stop = _scope(text, found.start(), end, within, rules)
    if noun in rules.rounds and scope == "total":
        scope = "other"
    return Ordinal(value, scope, Span(found.start(), stop))


def _head(text: str, start: int, stop: int, rules: _Grammar) -> tuple[int, str, set[str]] | None:
    """Return where the counted noun ends, the noun and the words between; None if there is none."""
    between: set[str] = set()
    place, best = start, None
    for count in range(_MOST_BETWEEN + 1):
        found = rules.word.match(text, place, stop)
        if found is None:
            break
        word = found["word"].rstrip(".").lower()
        if _blocks(word, found["word"], count == 0, rules):
            break
        place = found.start("word") + len(found["word"].rstrip("."))
        if word in rules.heads or word in rules.rounds:
            best = (place, word, set(between))
        elif best is not None:
            break
        between.add(word)
        if found["word"].endswith("."):
            break
    return best or _kind_noun(text, start, stop, rules)


def _blocks(word: str, written: str, first: bool, rules: _Grammar) -> bool:
    """Say whether a word after an ordinal ends the search for a counted noun."""
    if first and word.removesuffix("’s").removesuffix("'s") in rules.blocked_first:
        return True
    if first and word.startswith(("vice-", "deputy-", "vice‑")):
        return True
    if word in rules.blocked:
        return True
    past = word.endswith("ed") and written.islower() and "-" not in word
    return past and word not in rules.words.adjectives_in_ed


def _kind_noun(text: str, start: int, stop: int, rules: _Grammar) -> tuple[int, str, set[str]] | None:
    """Return a noun such as "trilateral" right after the ordinal, where it stands alone."""
    found = rules.word.match(text, start, stop)
    if found is None or found["word"].rstrip(".").lower() not in rules.kinds:
        return None
    end = found.start("word") + len(found["word"].rstrip("."))
    following = rules.word.match(text, end, stop)
    if following is not None and following["word"].lower() not in rules.blocked and end == found.end():
        return None
    return end, found["word"].rstrip(".").lower(), set()


def _scope(text: str, start: int, end: int, within: Span, rules: _Grammar) -> tuple[Scope, int]:
    """Return what is counted and where the words end that say so."""
    if rules.year_before.search(text, max(within.start, start - 20), start):
        return "year", end
    other = rules.other_tail.match(text, end, within.end) or _far_tail(text, end, within, rules)
    told = rules.told.match(text, end, within.end)
    year = _year_tail(text, told.end() if told else end, within, rules)
    if year is not None:
        return "year", year
    if other is not None:
        return "other", other.end()
    total = re.compile(rf"{GAP}(?:in total|overall)\b".replace(" ", GAP)).match(text, end, within.end)
    return "total", total.end() if total else end


def _year_tail(text: str, end: int, within: Span, rules: _Grammar) -> int | None:
    """Return where "this year" ends, if it stands in the same phrase with no verb between."""
    tail = rules.tail.match(text, end, within.end)
    if tail is None:
        return None
    found = rules.year_tail.search(text, end, tail.end())
    first = text[end : end + 12].split(maxsplit=1)[:1]
    stop = rules.far_stop if first and first[0] in _PARTIES else rules.tail_stop
    if found is None or stop.search(text, end, found.start()):
        return None
    return found.end()


def _far_tail(text: str, end: int, within: Span, rules: _Grammar) -> re.Match[str] | None:
    """Return the words that narrow the count after who met whom ("by a minister since the war")."""
    found = rules.far_tail.match(text, end, within.end)
    if found is None or rules.far_stop.search(text, end, found.end()):
        return None
    return found

"""Meetings by name in the tokens of a sentence: "Summit Meeting", "courtesy call", "visit"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from regesta.mentions.tokens import Token, is_capital, tokens
from regesta.model.span import Span
from regesta.model.value import value
from regesta.rules.grammar import grammar
from regesta.rules.meetings import MeetingNoun, meeting_rules

_TIMED = frozenset({"held", "last", "this", "next", "hosted"})
_SKIPPED = frozenset({"’", "'", "“", "”", '"'})


@value
class EventMention:
    """A noun that names a meeting at tokens ``[start, end)``."""

    start: int
    end: int
    noun: MeetingNoun


Row = tuple[tuple[str, ...], MeetingNoun]


@cache
def _table() -> dict[str, list[Row]]:
    table: dict[str, list[Row]] = {}
    for noun in meeting_rules().nouns:
        for phrase in noun.words:
            words = tuple(t.low for t in tokens(phrase, Span(0, len(phrase))) if t.text not in _SKIPPED)
            table.setdefault(words[0], []).append((words, noun))
    for rows in table.values():
        rows.sort(key=lambda row: -len(row[0]))
    return table


def find_events(toks: Sequence[Token]) -> list[EventMention]:
    """Return the meeting nouns among ``toks`` in order, without overlap; the longest words win.

    A plain noun right after another is one with it: "summit talks meeting". "At the summit level" is none.
    """
    found: list[EventMention] = []
    table, done = _table(), 0
    for i in [i for i, word in enumerate(toks) if word.low in table]:
        hit = _at(toks, i, table[toks[i].low]) if i >= done else None
        if hit is None or (hit.end < len(toks) and toks[hit.end].low == "level"):
            continue
        done = hit.end
        if found and found[-1].end == hit.start and hit.noun.bare:
            last = found.pop()
            hit = EventMention(last.start, hit.end, last.noun)
        if not hit.noun.none:
            found.append(hit)
    return found


def _at(toks: Sequence[Token], i: int, rows: Sequence[Row]) -> EventMention | None:
    second = _next_word(toks, i + 1) if len(rows[0][0]) > 1 else ""
    for words, noun in rows:
        if len(words) == 1:
            return EventMention(i, i + 1, noun) if not noun.alone or _alone(toks, i) else None
        end = _match(toks, i, words) if words[1] == second else None
        if end is not None:
            return EventMention(i, end, noun)
    return None


def _alone(toks: Sequence[Token], i: int) -> bool:
    """Say whether the word at ``i`` ends a name in capitals: "the Sundar Ministerial", not "… Council"."""
    if (
        i == 0
        or not (is_capital(toks[i]) and is_capital(toks[i - 1]))
        or toks[i - 1].low in grammar().articles
    ):
        return False
    after = toks[i + 1] if i + 1 < len(toks) else None
    if after is None or not after.text[0].isalnum():
        return after is None or after.text not in "-–("
    words = grammar()
    return after.low in words.prepositions | words.coordinators | words.subordinators | _TIMED


def _next_word(toks: Sequence[Token], j: int) -> str:
    """The first word from ``j`` on that is none of the marks which may stand inside a name."""
    while j < len(toks) and toks[j].text in _SKIPPED:
        j += 1
    return toks[j].low if j < len(toks) else ""


def _match(toks: Sequence[Token], i: int, words: tuple[str, ...]) -> int | None:
    """Match words one by one; quotation marks and the plural possessive may stand between."""
    j = i
    for at, word in enumerate(words):
        while at and j < len(toks) and toks[j].text in _SKIPPED:
            j += 1
        if j >= len(toks) or toks[j].low != word:
            return None
        j += 1
    return j

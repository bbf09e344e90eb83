"""What is known of places, laid out for one set of states: look-ups, tails and patterns."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from regesta.rules.phrases import PhraseTable, capitalised_at
from regesta.rules.places import Place, PlaceRules, Places, places, places_of
from regesta.rules.states import States, StateWord

_WINDOW = 40
AFTER_TAIL = re.compile(
    r"\s*(?:$|[.,;:)\]\n]|(?:on|from|during|for|at|in|by|to|this|last|next|with|where|today|as|after|before|"
    r"between|following|under|earlier|later)\b|\()"
)
_COMMA = re.compile(r",[ \u00a0\n](?:the )?")
_CAPITALS_BEFORE = re.compile(r"(?<!\w)[A-Z]{2,}[,:]?[ \u00a0-]$")
_CAPITALS_AFTER = re.compile(r"[,:]?[ \u00a0-][A-Z]{2,}(?!\w)")
_WIDTH = {"venue": 0, "town": 1, "region": 2, "state": 3}


@dataclass(frozen=True, slots=True)
class PlaceIndex:
    """The places that ship, those of a pack, the ``firsts`` of their names, and patterns of word lists."""

    places: Places
    extra: PhraseTable[Place]
    states: PhraseTable[StateWord | None]
    firsts: frozenset[str]
    suffix: re.Pattern[str]
    after: frozenset[str]
    no_towns: frozenset[str]
    venue: re.Pattern[str]
    venue_noun: re.Pattern[str]
    preposition: re.Pattern[str]


@functools.lru_cache(maxsize=8)
def index_of(states: States) -> PlaceIndex:
    """Build the look-up structure; made once for each set of states."""
    known = places()
    rules = known.rules
    suffixes = "|".join(sorted(rules.suffixes, key=len, reverse=True))
    nouns = "|".join(sorted(rules.venue_nouns, key=len, reverse=True))
    venue = (
        rf"(?P<where>[Ii](?<!\w.)n|[Aa](?<!\w.)t)[ \u00a0](?:[Tt]he )?"
        rf"(?P<name>(?:[A-ZÀ-Þ][\w'’-]*[ \u00a0]){{1,4}}(?:{nouns}))(?![ \u00a0][A-Z]|\w)"
    )
    extra, names = places_of(states), _state_table(states)
    return PlaceIndex(
        known,
        extra,
        names,
        frozenset((*extra.firsts, *known.table.firsts, *names.firsts)),
        re.compile(rf"[ \u00a0](?:{suffixes})(?![\w-]|[ \u00a0][A-Z])"),
        frozenset(rules.not_before),
        frozenset(rules.no_towns),
        re.compile(venue),
        re.compile("|".join(sorted({noun.split()[-1] for noun in rules.venue_nouns}))),
        _preposition_pattern(rules),
    )


def _state_table(states: States) -> PhraseTable[StateWord | None]:
    """Return the words for states; phrases that only look like one have the value None."""
    words: dict[str, StateWord | None] = dict(states.words)
    words.update((decoy, None) for decoy in states.rules.decoys if "," not in decoy)
    return PhraseTable(words)


def _preposition_pattern(rules: PlaceRules) -> re.Pattern[str]:
    """Return the pattern for a preposition and up to four small words before a place's name."""
    every = "|".join((*rules.inside, *rules.toward, *rules.other_prepositions))
    between = "|".join(rules.between)
    return re.compile(
        rf"(?<![\w'’-])({every})[ \u00a0\n](?:(?:{between})[ \u00a0\n,]{{1,2}}){{0,4}}$", re.IGNORECASE
    )


def look_up(
    text: str, match: re.Match[str], limit: int, index: PlaceIndex
) -> tuple[int, Place | None] | None:
    """Return the end and meaning of the longest place name at ``match``, a pack's first.

    The meaning is None where a longer word for a state stands there ('New Zealand').
    """
    start, first = match.start(), match.group()
    table = index.places.table
    hit = index.extra.longest(text, start, limit, first) if first in index.extra.firsts else None
    if hit is None and first in table.firsts:
        hit = table.longest(text, start, limit, first)
    if hit is None and len(first) > 3 and first.isupper() and _heading(text, match, limit):
        place = table.get(first.capitalize())
        hit = (match.end(), place) if place else None
    state = index.states.longest(text, start, limit, first) if first in index.states.firsts else None
    if state is not None and state[0] > (hit[0] if hit else start):
        return state[0], None
    return hit


def _heading(text: str, match: re.Match[str], limit: int) -> bool:
    """Say whether a neighbour of the word at ``match`` is in capitals as well."""
    before = _CAPITALS_BEFORE.search(text, max(0, match.start() - 20), match.start())
    return before is not None or _CAPITALS_AFTER.match(text, match.end(), limit) is not None


def tail_of(text: str, end: int, limit: int, place: Place, index: PlaceIndex) -> tuple[int, tuple[str, ...]]:
    """Return where the tail after ``end`` ends and which of the place's countries it leaves.

    A tail is up to two of ', Town', ', Region' and ', Country' that agree with the place, each
    wider than the one before: 'Osaka, Kobe' and 'Crete, Corfu' are lists.
    """
    best, width = (end, place.countries), _WIDTH[place.kind]
    for _ in range(2):
        comma = _COMMA.match(text, best[0], limit)
        step = tail_word(text, comma.end(), limit, index) if comma else None
        if step is None or step[2] <= width or not AFTER_TAIL.match(text, step[0], limit):
            break
        kept = tuple(code for code in best[1] if code in step[1])
        if not kept:
            break
        best, width = (step[0], kept), step[2]
    return best


def tail_word(
    text: str, start: int, limit: int, index: PlaceIndex
) -> tuple[int, tuple[str, ...], int] | None:
    """Return the end, the countries and the width of the place or state at ``start``, if any."""
    match = capitalised_at(text, start, limit)
    if match is None:
        return None
    rest = text[start : min(limit, start + _WINDOW)]
    for name, code in index.places.tails.items():
        if rest.startswith(name) and not rest[len(name) : len(name) + 1].isalnum():
            return start + len(name), (code,), _WIDTH["region"]
    hit = look_up(text, match, limit, index)
    if hit is not None and hit[1] is not None:
        suffix = index.suffix.match(text, hit[0], limit)
        width = _WIDTH["region" if suffix else hit[1].kind]
        return (suffix.end() if suffix else hit[0]), hit[1].countries, width
    state = index.states.longest(text, start, limit, match.group())
    if state is None or state[1] is None or state[1].kind != "name":
        return None
    return state[0], state[1].candidates, _WIDTH["state"]

"""Places in a text: towns, regions, buildings; 'City, Country' and 'City, Region, Country'."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from dataclasses import dataclass

from regesta.model.span import Span
from regesta.rules.phrases import PhraseTable, capitalised
from regesta.rules.places import Place, PlaceKind, PlaceRules, Places, places_of
from regesta.rules.places import places as shipped_places
from regesta.rules.states import States, StateWord
from regesta.rules.states import states as shipped_states

_WINDOW = 40
_CHAIN = re.compile(r"^(?:,|,? and|,? or|,? then)[ \u00a0\n](?:in |to |at )?$")
_AFTER_TAIL = re.compile(
    r"\s*(?:$|[.,;:)\]\n]|(?:on|from|during|for|at|in|by|to|this|last|next|with|where|today|as|after|before|"
    r"between|following|under|earlier|later)\b|\()"
)
_COMMA = re.compile(r",[ \u00a0\n](?:the )?")
_NEXT = re.compile(r"[ \u00a0\n]([^\W\d_]+)")
_NUMBER = re.compile(r"(?<!\w)(?:No\. ?|Number )?\d{1,3}[ \u00a0]$")
_LINK = re.compile(r"(?:,|,? in|,? near)[ \u00a0\n](?:the )?(?:city of )?$")


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place. ``span`` holds the name and its tail ('Kazan, Tatarstan'), ``name`` the head alone.

    ``country`` is None where the text and the name do not settle it; ``candidates`` then says
    what it may be. ``preposition`` is the word before ('in', 'at', 'to' …), small, or None.
    ``city`` is a venue's city, where known. ``kind``: town, region or venue.
    """

    span: Span
    name: str
    country: str | None
    candidates: tuple[str, ...]
    preposition: str | None
    kind: PlaceKind
    city: str | None = None


@dataclass(frozen=True, slots=True)
class _Index:
    """The places that ship, those of a pack, and patterns made from the word lists."""

    places: Places
    extra: PhraseTable[Place]
    states: PhraseTable[StateWord]
    suffix: re.Pattern[str]
    after: frozenset[str]
    venue: re.Pattern[str]
    preposition: re.Pattern[str]


@functools.lru_cache(maxsize=8)
def _index(states: States) -> _Index:
    """Build the look-up structure; made once for each set of states."""
    known = shipped_places()
    rules = known.rules
    suffixes = "|".join(sorted(rules.suffixes, key=len, reverse=True))
    nouns = "|".join(sorted(rules.venue_nouns, key=len, reverse=True))
    venue = (
        rf"\b(?P<where>[Ii]n|[Aa]t)[ \u00a0](?:[Tt]he )?"
        rf"(?P<name>(?:[A-ZÀ-Þ][\w'’-]*[ \u00a0]){{1,4}}(?:{nouns}))(?![ \u00a0][A-Z]|\w)"
    )
    return _Index(
        known,
        places_of(states),
        PhraseTable(states.words),
        re.compile(rf"[ \u00a0](?:{suffixes})(?!\w)"),
        frozenset(rules.not_before),
        re.compile(venue),
        _preposition_pattern(rules),
    )


def _preposition_pattern(rules: PlaceRules) -> re.Pattern[str]:
    """Return the pattern for a preposition and up to four small words before a place's name."""
    every = "|".join((*rules.inside, *rules.toward, *rules.other_prepositions))
    between = "|".join(rules.between)
    return re.compile(
        rf"(?<![\w'’-])({every})[ \u00a0\n](?:(?:{between})[ \u00a0\n,]{{1,2}}){{0,4}}$", re.IGNORECASE
    )


def find_places(text: str, span: Span, states: States | None = None) -> tuple[PlaceMention, ...]:
    """Return the towns, regions and venues named in ``text[span]``, in order, never overlapping.

    A doubtful name (a small town, a word, a family name) counts only after a preposition of
    place or before a tail, or in a list that began so. States themselves are no places here,
    but a country after a comma belongs to the place before it. The places of packs come in
    through ``states``.
    """
    index = _index(states or shipped_states())
    found = _named(text, span, index)
    return tuple(_unlisted(text, span, found, index))


def _named(text: str, span: Span, index: _Index) -> list[PlaceMention]:
    """Return the mentions of places that are listed."""
    found: list[PlaceMention] = []
    done = span.start
    for match in capitalised(text, span.start, span.end):
        if match.start() < done:
            continue
        hit = _look_up(text, match, span.end, index)
        if hit is None:
            continue
        done, place = hit
        mention = _mention(text, Span(match.start(), done), span, place, found, index)
        if mention is not None:
            found.append(mention)
            done = mention.span.end
    return found


def _look_up(text: str, match: re.Match[str], limit: int, index: _Index) -> tuple[int, Place] | None:
    """Return the end and meaning of the longest place name at ``match``, a pack's first."""
    first = match.group()
    for table in (index.extra, index.places.table):
        hit = table.longest(text, match.start(), limit, first)
        if hit is not None:
            return hit
        if len(first) > 3 and first.isupper():
            place = table.get(first.capitalize())
            if place is not None:
                return match.end(), place
    return None


def _mention(
    text: str, head: Span, span: Span, place: Place, found: list[PlaceMention], index: _Index
) -> PlaceMention | None:
    """Make the mention at ``head``, or None where its surroundings do not make it a place."""
    after = _NEXT.match(text, head.end, span.end)
    if after is not None and after.group(1) in index.after:
        return None
    suffix = index.suffix.match(text, head.end, span.end)
    head = Span(_start(text, head.start, span.start, place), suffix.end() if suffix else head.end)
    preposition = _preposition(text, head.start, span.start, found, index)
    end, countries = _tail(text, head.end, span.end, place.countries, index)
    if not (end > head.end or suffix or _context_holds(place, preposition, index.places.rules)):
        return None
    country = countries[0] if len(countries) == 1 else None
    whole = Span(head.start, end)
    return PlaceMention(whole, head.of(text), country, countries, preposition, place.kind, place.city)


def _start(text: str, start: int, limit: int, place: Place) -> int:
    """Return where a name begins when a venue's house number stands before it."""
    number = _NUMBER.search(text, max(limit, start - 12), start) if place.kind == "venue" else None
    return number.start() if number else start


def _context_holds(place: Place, preposition: str | None, rules: PlaceRules) -> bool:
    """Say whether what stands before a name is enough for it to be this place."""
    if not place.context:
        return True
    if preposition in rules.inside:
        return True
    return place.context == "place" and preposition in rules.toward


def _preposition(
    text: str, start: int, limit: int, found: list[PlaceMention], index: _Index
) -> str | None:
    """Return the preposition before ``start``; a later member of a list has that of the first."""
    match = index.preposition.search(text[max(limit, start - _WINDOW) : start])
    if match is not None:
        return match.group(1).lower()
    if found and _CHAIN.match(text[found[-1].span.end : start]):
        return found[-1].preposition
    return None


def _tail(
    text: str, end: int, limit: int, countries: tuple[str, ...], index: _Index
) -> tuple[int, tuple[str, ...]]:
    """Return where the tail after ``end`` ends and which of ``countries`` it leaves.

    A tail is up to two of ', Region' and ', Country' that agree with the place.
    """
    best = (end, countries)
    for _ in range(2):
        comma = _COMMA.match(text, best[0], limit)
        step = _tail_word(text, comma.end(), limit, index) if comma else None
        kept = tuple(code for code in best[1] if step and code in step[1])
        if step is None or not kept or not _AFTER_TAIL.match(text, step[0], limit):
            break
        best = (step[0], kept)
    return best


def _tail_word(text: str, start: int, limit: int, index: _Index) -> tuple[int, tuple[str, ...]] | None:
    """Return the end and countries of the region or state at ``start``, if there is one."""
    match = next(capitalised(text, start, min(limit, start + 1)), None)
    match = next(capitalised(text, start, limit), None) if match else None
    if match is None or match.start() != start:
        return None
    rest = text[start : min(limit, start + _WINDOW)]
    for name, code in index.places.tails.items():
        if rest.startswith(name) and not rest[len(name) : len(name) + 1].isalnum():
            return start + len(name), (code,)
    hit = _look_up(text, match, limit, index)
    if hit is not None and hit[1].kind != "venue":
        suffix = index.suffix.match(text, hit[0], limit)
        return (suffix.end() if suffix else hit[0]), hit[1].countries
    state = index.states.longest(text, start, limit, match.group())
    return (state[0], state[1].candidates) if state and state[1].kind == "name" else None


def _unlisted(text: str, span: Span, found: list[PlaceMention], index: _Index) -> list[PlaceMention]:
    """Return ``found`` with the venues and towns that nobody has listed, in order.

    'at the Old Mint Palace' is a venue; 'in Nowhere, Japan' is a town, as the country says.
    """
    taken = list(found)
    for match in index.venue.finditer(text, span.start, span.end):
        head = Span(*match.span("name"))
        first = bisect_left(taken, head.start, key=lambda mention: mention.span.end - 1)
        last = bisect_left(taken, head.end, key=lambda mention: mention.span.start)
        inside = taken[first:last]
        if not any(mention.kind == "venue" or not head.contains(mention.span) for mention in inside):
            near = inside or [one for one in taken[last : last + 1] if _linked(text, head, one)]
            taken[first:last] = [_venue(head, text, match.group("where").lower(), near)]
    return taken


def _linked(text: str, head: Span, mention: PlaceMention) -> bool:
    """Say whether only a comma or 'in' stands between a venue and the place after it."""
    return _LINK.fullmatch(text, head.end, mention.span.start) is not None


def _venue(head: Span, text: str, preposition: str, near: list[PlaceMention]) -> PlaceMention:
    """Make the mention of an unlisted venue; its country and city are those of the place ``near``."""
    countries = near[-1].candidates if near else ()
    city = next((one.name for one in near if one.kind == "town"), None)
    country = countries[0] if len(countries) == 1 else None
    return PlaceMention(head, head.of(text), country, countries, preposition, "venue", city)

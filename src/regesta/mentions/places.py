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
_CAPITALS_BEFORE = re.compile(r"(?<!\w)[A-Z]{2,}[,:]?[ \u00a0-]$")
_CAPITALS_AFTER = re.compile(r"[,:]?[ \u00a0-][A-Z]{2,}(?!\w)")
_ARTICLE_BEFORE = re.compile(r"(?<!\w)(?:[AaEe]l|[Bb]in|[Ii]bn)[-‑ ]$")
_NAME_BEFORE = re.compile(r"(?<![\w.])([^\W\d_a-zà-öø-ÿ][a-zà-öø-ÿ'’-]+)[ \u00a0]$")
_NEXT = re.compile(r"[ \u00a0\n]([^\W\d_]+)")
_NUMBER = re.compile(r"(?<![\w/.])(?:No\. ?|Number )?\d{1,3}[ \u00a0]$")
_WIDTH = {"venue": 0, "town": 1, "region": 2, "state": 3}
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
    states: PhraseTable[StateWord | None]
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
        _state_table(states),
        re.compile(rf"[ \u00a0](?:{suffixes})(?!\w)"),
        frozenset(rules.not_before),
        re.compile(venue),
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
        if place is None:
            continue
        mention = _mention(text, Span(match.start(), done), span, place, found, index)
        if mention is not None:
            found.append(mention)
            done = mention.span.end
    return found


def _look_up(text: str, match: re.Match[str], limit: int, index: _Index) -> tuple[int, Place | None] | None:
    """Return the end and meaning of the longest place name at ``match``, a pack's first.

    The meaning is None where a longer word for a state stands there ('New Zealand').
    """
    start, first = match.start(), match.group()
    table = index.places.table
    hit = index.extra.longest(text, start, limit, first) or table.longest(text, start, limit, first)
    if hit is None and len(first) > 3 and first.isupper() and _heading(text, match, limit):
        place = table.get(first.capitalize())
        hit = (match.end(), place) if place else None
    state = index.states.longest(text, start, limit, first)
    if state is not None and state[0] > (hit[0] if hit else start):
        return state[0], None
    return hit


def _heading(text: str, match: re.Match[str], limit: int) -> bool:
    """Say whether a neighbour of the word at ``match`` is in capitals as well."""
    before = _CAPITALS_BEFORE.search(text, max(0, match.start() - 20), match.start())
    return before is not None or _CAPITALS_AFTER.match(text, match.end(), limit) is not None


def _mention(
    text: str, at: Span, span: Span, place: Place, found: list[PlaceMention], index: _Index
) -> PlaceMention | None:
    """Make the mention at ``at``, or None where its surroundings do not make it a place."""
    after = _NEXT.match(text, at.end, span.end)
    if after is not None and after.group(1) in index.after:
        return None
    if _ARTICLE_BEFORE.search(text, max(span.start, at.start - 5), at.start):
        return None
    suffix = index.suffix.match(text, at.end, span.end)
    head = Span(_start(text, at.start, span.start, place), suffix.end() if suffix else at.end)
    preposition = _preposition(text, head.start, span.start, found, index)
    end, countries = _tail(text, head.end, span.end, place, index)
    bare = end == head.end and suffix is None and head.start == at.start
    if bare and not _stands(text, head, span, place, preposition, index):
        return None
    country = countries[0] if len(countries) == 1 else None
    whole = Span(head.start, end)
    return PlaceMention(whole, head.of(text), country, countries, preposition, place.kind, place.city)


def _start(text: str, start: int, limit: int, place: Place) -> int:
    """Return where a name begins when a venue's house number stands before it."""
    number = _NUMBER.search(text, max(limit, start - 12), start) if place.kind == "venue" else None
    return number.start() if number else start


def _stands(text: str, at: Span, span: Span, place: Place, preposition: str | None, index: _Index) -> bool:
    """Say whether what stands around a name is enough for it to be this place.

    Without a preposition a town's name right after another name is a person's ('Aldo Verona');
    a doubtful name right before another is too ('at Austin Brown’s invitation').
    """
    rules = index.places.rules
    if preposition is None and place.kind == "town":
        name = _NAME_BEFORE.search(text, max(span.start, at.start - _WINDOW), at.start)
        if name and not (name.group(1) in rules.openers or index.states.get(name.group(1))):
            return False
    if not place.context:
        return True
    if place.context == "in":
        after = _NEXT.match(text, at.end, span.end)
        if after is not None and after.group(1)[0].isupper():
            return False
    return preposition in rules.inside or (place.context == "place" and preposition in rules.toward)


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


def _tail(text: str, end: int, limit: int, place: Place, index: _Index) -> tuple[int, tuple[str, ...]]:
    """Return where the tail after ``end`` ends and which of the place's countries it leaves.

    A tail is up to two of ', Town', ', Region' and ', Country' that agree with the place, each
    wider than the one before: 'Osaka, Kobe' and 'Crete, Corfu' are lists.
    """
    best, width = (end, place.countries), _WIDTH[place.kind]
    for _ in range(2):
        comma = _COMMA.match(text, best[0], limit)
        step = _tail_word(text, comma.end(), limit, index) if comma else None
        if step is None or step[2] <= width or not _AFTER_TAIL.match(text, step[0], limit):
            break
        kept = tuple(code for code in best[1] if code in step[1])
        if not kept:
            break
        best, width = (step[0], kept), step[2]
    return best


def _tail_word(text: str, start: int, limit: int, index: _Index) -> tuple[int, tuple[str, ...], int] | None:
    """Return the end, the countries and the width of the place or state at ``start``, if any."""
    match = next(capitalised(text, start, limit), None) if text[start : start + 1].isupper() else None
    if match is None or match.start() != start:
        return None
    rest = text[start : min(limit, start + _WINDOW)]
    for name, code in index.places.tails.items():
        if rest.startswith(name) and not rest[len(name) : len(name) + 1].isalnum():
            return start + len(name), (code,), _WIDTH["region"]
    hit = _look_up(text, match, limit, index)
    if hit is not None and hit[1] is not None:
        suffix = index.suffix.match(text, hit[0], limit)
        width = _WIDTH["region" if suffix else hit[1].kind]
        return (suffix.end() if suffix else hit[0]), hit[1].countries, width
    state = index.states.longest(text, start, limit, match.group())
    if state is None or state[1] is None or state[1].kind != "name":
        return None
    return state[0], state[1].candidates, _WIDTH["state"]


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

"""Places in a text: towns, regions, buildings; 'City, Country' and 'City, Region, Country'."""

from __future__ import annotations

import re
from bisect import bisect_left

from regesta.mentions.place_tables import AFTER_TAIL, PlaceIndex, index_of, look_up, tail_of, tail_word
from regesta.model.span import Span
from regesta.model.value import value
from regesta.rules.phrases import capitalised
from regesta.rules.places import Place, PlaceKind
from regesta.rules.states import States
from regesta.rules.states import states as shipped_states

_WINDOW = 40
_CHAIN = re.compile(r"^(?:,|,? and|,? or|,? then)[ \u00a0\n](?:in |to |at )?$")
_ARTICLE_BEFORE = re.compile(r"(?<!\w)(?:[AaEe]l|[Bb]in|[Ii]bn)[-‑ ]$")
_NAME_BEFORE = re.compile(r"(?<![\w.])([^\W\d_a-zà-öø-ÿ][a-zà-öø-ÿ'’-]+)[ \u00a0]$")
_NEXT = re.compile(r"[ \u00a0\n]([^\W\d_]+)")
_NUMBER = re.compile(r"(?<![\w/.])(?:No\. ?|Number )?\d{1,3}[ \u00a0]$")
_UNKNOWN_TOWN = re.compile(
    r"(?P<where>i(?<!\w.)n|a(?<!\w.)t|n(?<!\w.)ear)[ \u00a0]"
    r"(?P<name>[^\W\d_a-z][\w'’-]+(?:[ \u00a0][^\W\d_a-z][\w'’-]+){0,2}),"
    r"[ \u00a0](?:the )?(?=[^\W\d_a-z])"
)
_COMMA_CAPITAL = re.compile(r",[ \u00a0](?:the )?[^\W\d_a-z]")  # stands in each of these
_LINK = re.compile(r"(?:,|,? in|,? near)[ \u00a0\n](?:the )?(?:city of )?$")


@value
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


def find_places(text: str, span: Span, states: States | None = None) -> tuple[PlaceMention, ...]:
    """Return the towns, regions and venues named in ``text[span]``, in order, never overlapping.

    A doubtful name (a small town, a word, a family name) counts only after a preposition of
    place or before a tail, or in a list that began so. States themselves are no places here,
    but a country after a comma belongs to the place before it. The places of packs come in
    through ``states``.
    """
    index = index_of(states or shipped_states())
    found = _named(text, span, index)
    return tuple(_unlisted(text, span, found, index))


def _named(text: str, span: Span, index: PlaceIndex) -> list[PlaceMention]:
    """Return the mentions of places that are listed."""
    found: list[PlaceMention] = []
    done = span.start
    firsts = index.firsts
    for match in capitalised(text, span.start, span.end):
        first = match.group()
        if not (first in firsts or (len(first) > 3 and first.isupper())) or match.start() < done:
            continue
        hit = look_up(text, match, span.end, index)
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


def _mention(
    text: str, at: Span, span: Span, place: Place, found: list[PlaceMention], index: PlaceIndex
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
    end, countries = tail_of(text, head.end, span.end, place, index)
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


def _stands(
    text: str, at: Span, span: Span, place: Place, preposition: str | None, index: PlaceIndex
) -> bool:
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
    text: str, start: int, limit: int, found: list[PlaceMention], index: PlaceIndex
) -> str | None:
    """Return the preposition before ``start``; a later member of a list has that of the first."""
    match = index.preposition.search(text[max(limit, start - _WINDOW) : start])
    if match is not None:
        return match.group(1).lower()
    if found and _CHAIN.match(text[found[-1].span.end : start]):
        return found[-1].preposition
    return None


def _unlisted(text: str, span: Span, found: list[PlaceMention], index: PlaceIndex) -> list[PlaceMention]:
    """Return ``found`` with the venues and towns that nobody has listed, in order.

    'at the Old Mint Palace' is a venue; 'in Nowhere, Japan' is a town, as the country says.
    """
    taken = list(found)
    venues = index.venue_noun.search(text, span.start, span.end) is not None
    towns = _COMMA_CAPITAL.search(text, span.start, span.end) is not None
    for match in index.venue.finditer(text, span.start, span.end) if venues else ():
        head = Span(*match.span("name"))
        first, last = _reach(taken, head)
        inside = taken[first:last]
        if not any(mention.kind == "venue" or not head.contains(mention.span) for mention in inside):
            near = [one for one in taken[last : last + 1] if _linked(text, head, one)] or inside
            taken[first:last] = [_venue(head, text, match.group("where").lower(), near)]
    for match in _UNKNOWN_TOWN.finditer(text, span.start, span.end) if towns else ():
        town = _unknown_town(text, match, span.end, index)
        first, last = _reach(taken, town.span) if town else (0, 1)
        if town and (first == last or all(town.span.start < one.span.start for one in taken[first:last])):
            taken[first:last] = [town]
    return taken


def _reach(taken: list[PlaceMention], span: Span) -> tuple[int, int]:
    """Return the range of the mentions in ``taken`` that share a character with ``span``."""
    first = bisect_left(taken, span.start, key=lambda mention: mention.span.end - 1)
    return first, bisect_left(taken, span.end, key=lambda mention: mention.span.start)


def _unknown_town(text: str, match: re.Match[str], limit: int, index: PlaceIndex) -> PlaceMention | None:
    """Make the mention of a town that only its region or country, after a comma, shows to be one."""
    head = Span(*match.span("name"))
    name = head.of(text)
    if name in index.no_towns or index.states.get(name) or index.places.get(name):
        return None
    step = tail_word(text, match.end(), limit, index)
    if step is None or step[2] < 2 or not AFTER_TAIL.match(text, step[0], limit):
        return None
    everywhere = Place(step[1], "", "town")
    end, countries = tail_of(text, head.end, limit, everywhere, index)
    country = countries[0] if len(countries) == 1 else None
    return PlaceMention(Span(head.start, end), name, country, countries, match.group("where"), "town")


def _linked(text: str, head: Span, mention: PlaceMention) -> bool:
    """Say whether only a comma or 'in' stands between a venue and the place after it."""
    return _LINK.fullmatch(text, head.end, mention.span.start) is not None


def _venue(head: Span, text: str, preposition: str, near: list[PlaceMention]) -> PlaceMention:
    """Make the mention of an unlisted venue; its country and city are those of the place ``near``."""
    countries = near[-1].candidates if near else ()
    city = next((one.name for one in near if one.kind == "town"), None)
    country = countries[0] if len(countries) == 1 else None
    return PlaceMention(head, head.of(text), country, countries, preposition, "venue", city)

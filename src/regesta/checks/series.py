"""Meetings that are counted together: of one format between the same parties, by persons or by name."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

from regesta.checks.ground import Ground
from regesta.model.edtf import bounds
from regesta.model.links import Joined
from regesta.resolve.days import Window, length, shifted
from regesta.resolve.mention import Mention
from regesta.resolve.names import alike
from regesta.rules.resolve import name_stems

ROUND = "round"
Relation = Literal["sure", "maybe"]
_People = tuple[tuple[str, frozenset[str]], ...]
_NO_COUNT = frozenset({"visit", "other", "courtesy_call"})
_NAMED = frozenset({"committee", "forum"})
_ONE_SERIES = frozenset({"two_plus_two"})
"""Formats of which two states have one series of rounds, whatever it is called."""
_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Talk:
    """A meeting that may be counted: its days, the persons by country, and the words of its name."""

    joined: Joined
    told: tuple[Mention, ...]
    window: Window | None
    people: _People
    names: frozenset[str]


class Series:
    """Meetings of one format and the same parties, in order of date."""

    def __init__(self, talks: Sequence[Talk]) -> None:
        """Hold ``talks``; those without a date stand apart."""
        dated = [(talk.window, talk.joined.id, talk) for talk in talks if talk.window]
        dated.sort(key=lambda one: one[:2])
        self.talks = [talk for _, _, talk in dated]
        self.undated = [talk for talk in talks if talk.window is None]
        self._starts = [window[0] for window, _, _ in dated]

    @cached_property
    def _longest(self) -> int:
        return max((length(talk.window) for talk in self.talks if talk.window), default=0)

    def between(self, after: Window | None, until: Window) -> Sequence[Talk]:
        """Return the meetings that may lie between two windows, or that nothing dates, and some beside."""
        first = bisect_left(self._starts, shifted(after[0], -self._longest)) if after else 0
        last = bisect_right(self._starts, until[1])
        return [*self.talks[first:last], *self.undated]


def all_series(ground: Ground) -> list[Series]:
    """Return the series of a ledger; what is never counted, and what did not take place, is in none."""
    found: dict[object, list[Talk]] = defaultdict(list)
    for joined in ground.links.meetings:
        if joined.format not in _NO_COUNT and joined.status != "not_held":
            found[series_key(joined)].append(_talk(joined, tuple(ground.of(joined))))
    return [Series(talks) for talks in found.values()]


def series_key(joined: Joined) -> tuple[str, tuple[str, ...]]:
    """Return what meetings of one series have in common; others are never counted together."""
    return joined.format, () if joined.format == "forum" else joined.parties


def _talk(joined: Joined, told: tuple[Mention, ...]) -> Talk:
    people: dict[str, set[str]] = defaultdict(set)
    for mention in told:
        for country, some in mention.people:
            people[country].update(some)
    names = {stem for mention in told for stem in mention.names}
    if joined.format not in _NAMED:
        names = {stem for mention in told for place in mention.places for stem in name_stems(place.quote)}
    return Talk(
        joined,
        told,
        bounds(joined.dated.when or ""),
        tuple((country, frozenset(named)) for country, named in sorted(people.items())),
        frozenset(stem for stem in names if not stem.isdigit()),
    )


def relation(own: Talk, other: Talk, scope: str) -> Relation | None:
    """Say whether ``other``, of the same series, is counted where ``own`` is, in this scope."""
    if scope == ROUND and other.joined.round is None:
        return None
    if scope == ROUND and own.joined.format in _ONE_SERIES:
        return "sure"
    if scope == ROUND or own.joined.format in _NAMED:
        if not own.names or not other.names:
            return _unnamed(own, other)
        shared = len(own.names & other.names) / min(len(own.names), len(other.names))
        return "sure" if shared >= _ALIKE else None
    if (own.joined.medium == "in_person") != (other.joined.medium == "in_person"):
        return None
    return "sure" if _same_people(own.people, other.people) else "maybe"


def _unnamed(own: Talk, other: Talk) -> Relation | None:
    """Say the same where one has no name: a forum may be any forum, other talks go by their parties."""
    if own.joined.format == "forum":
        return None
    return "sure" if own.names == other.names and own.joined.format not in _NAMED else "maybe"


@lru_cache(maxsize=65_536)
def _same_people(own: _People, other: _People) -> bool:
    """Say whether, for each side of which one names anybody, the other names one of the same persons."""
    ours, theirs = dict(own), dict(other)
    if ours and set(theirs) - set(ours):
        return False
    return all(
        any(_one(name, their) for name in names for their in theirs.get(country, ()))
        for country, names in ours.items()
    )


def _one(name: str, other: str) -> bool:
    found = alike(name, other)
    return found.same or found.kind == "family_only"

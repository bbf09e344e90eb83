"""Counts of meetings ("ninth in total, second this year, third round") beside the ledger's own count."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from regesta.checks.ground import Ground, distinct
from regesta.model.edtf import bounds
from regesta.model.finding import Place
from regesta.model.links import Joined
from regesta.resolve.days import Window
from regesta.resolve.mention import Mention
from regesta.resolve.names import alike
from regesta.rules.resolve import name_stems

_NO_COUNT = frozenset({"visit", "other", "courtesy_call"})
_NAMED = frozenset({"committee", "forum"})
_ONE_SERIES = frozenset({"two_plus_two"})
"""Formats of which two states have one series of rounds, whatever it is called."""
_TOLD = frozenset({"held", "referenced"})
_ALIKE = 0.6
TOTAL, ROUND = "total", "round"


@dataclass(frozen=True, slots=True)
class Claim:
    """A number that documents give a meeting. ``scope`` is ``total``, ``round``, or the year counted in."""

    meeting: Joined
    window: Window
    scope: str
    number: int
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """A claim beside the ledger: the earlier claim it counts on from, and the meetings since.

    ``sure`` are meetings of the same series that surely lie in between, no two of them possibly
    one; ``most`` is how many there may be at most. Both count the claim's own meeting.
    """

    claim: Claim
    base: Claim | None
    sure: tuple[Joined, ...]
    most: int

    @property
    def expected(self) -> int:
        """How many meetings there are by the numbers, since the earlier claim or the first of all."""
        return self.claim.number - (self.base.number if self.base else 0)

    @property
    def verdict(self) -> Literal["contradiction", "gap", "fit"]:
        """What the ledger says to the number: more, fewer, or as many."""
        if self.expected < max(1, len(self.sure)):
            return "contradiction"
        return "gap" if self.most < self.expected else "fit"


@dataclass(frozen=True, slots=True)
class _Talk:
    """A meeting that may be counted: its days, the persons by country, and the words of its name."""

    joined: Joined
    window: Window | None
    people: dict[str, frozenset[str]]
    names: frozenset[str]
    round: int | None


def counted(ground: Ground) -> list[Counted]:
    """Compare every number that a document gives a meeting with the meetings of the ledger.

    Meetings are of one series when format, parties and way of meeting are the same, and the
    persons where both name any; a committee, a forum and a round go by name, a round however it
    is held.
    """
    return [
        _count(talk, claim, talks, claims)
        for talks, claims in _by_series(ground).values()
        for talk, claim in claims
    ]


def disagreements(ground: Ground) -> list[tuple[Claim, Claim]]:
    """Return the pairs of claims that give meetings of one series on one day two numbers."""
    return [
        (one, other)
        for _, claims in _by_series(ground).values()
        for index, (first, one) in enumerate(claims)
        for second, other in claims[index + 1 :]
        if (one.window, one.scope) == (other.window, other.scope) and one.number != other.number
        if one.window[0] == one.window[1] and _apart_in_print(one, other)
        if _relation(first, second, one.scope) == "sure"
    ]


def _by_series(ground: Ground) -> dict[object, tuple[list[_Talk], list[tuple[_Talk, Claim]]]]:
    """Return the meetings that may be counted together, with the numbers that they are given."""
    found: dict[object, tuple[list[_Talk], list[tuple[_Talk, Claim]]]] = {}
    for joined in ground.links.meetings:
        if joined.format in _NO_COUNT or joined.status == "not_held":
            continue
        told = ground.of(joined)
        talk = _talk(joined, told)
        talks, claims = found.setdefault(_series(joined), ([], []))
        talks.append(talk)
        claims += [(talk, claim) for claim in _claims(talk, told)]
    return found


def _apart_in_print(one: Claim, other: Claim) -> bool:
    """Say whether two claims stand in more than one document; of one alone ``ordinal-order`` asks."""
    return len({place.document for place in (*one.places, *other.places)}) > 1


def _series(joined: Joined) -> object:
    parties = () if joined.format == "forum" else joined.parties
    return joined.format, parties


def _talk(joined: Joined, told: Sequence[Mention]) -> _Talk:
    people: dict[str, set[str]] = defaultdict(set)
    for mention in told:
        for country, some in mention.people:
            people[country].update(some)
    names = {stem for mention in told for stem in mention.names}
    if joined.format not in _NAMED:
        names = {stem for mention in told for place in mention.places for stem in name_stems(place.quote)}
    return _Talk(
        joined,
        bounds(joined.dated.when or ""),
        {country: frozenset(named) for country, named in people.items()},
        frozenset(stem for stem in names if not stem.isdigit()),
        joined.round,
    )


def _claims(talk: _Talk, told: Sequence[Mention]) -> list[Claim]:
    """Return the numbers that a dated meeting is given, each once with all places."""
    if talk.window is None:
        return []
    places: dict[tuple[str, int], list[Place]] = defaultdict(list)
    year = talk.window[0][:4] if talk.window[0][:4] == talk.window[1][:4] else None
    for mention in told:
        gist = mention.meeting
        for scope, number in ((TOTAL, gist.ordinal_total), (ROUND, gist.round), (year, gist.ordinal_year)):
            if scope is not None and number is not None:
                places[scope, number].append(mention.place)
    return [
        Claim(talk.joined, talk.window, scope, number, distinct(some))
        for (scope, number), some in sorted(places.items())
    ]


def _count(
    own: _Talk, claim: Claim, series: Iterable[_Talk], claims: Iterable[tuple[_Talk, Claim]]
) -> Counted:
    base = _base(own, claim, claims)
    after = base.window if base else (f"{claim.scope}-01-01",) * 2 if claim.scope.isdigit() else None
    sure: list[tuple[Window, Joined]] = []
    most = 1
    for talk in series:
        kind = _relation(own, talk, claim.scope)
        if talk is own or kind is None or talk.joined.status not in _TOLD or _is_base(base, talk):
            continue
        if talk.window is None or _may_lie(talk.window, after, claim.window, closed=base is None):
            most += 1
        if kind == "sure" and talk.window and _lies(talk.window, after, claim.window, closed=base is None):
            sure.append((talk.window, talk.joined))
    return Counted(claim, base, (*_apart(sure), own.joined), most)


def _is_base(base: Claim | None, talk: _Talk) -> bool:
    return base is not None and base.meeting.id == talk.joined.id


def _base(own: _Talk, claim: Claim, claims: Iterable[tuple[_Talk, Claim]]) -> Claim | None:
    """Return the earlier claim from which to count: one that is not lower, else the latest."""
    earlier = [
        other
        for talk, other in claims
        if other.scope == claim.scope and talk is not own and other.window[1] < claim.window[0]
        if _relation(own, talk, claim.scope) == "sure"
        if _apart_in_print(claim, other)
    ]
    order = sorted(earlier, key=lambda other: (other.window, other.number, other.meeting.id))
    above = [other for other in order if other.number >= claim.number]
    found = above or order
    return found[-1] if found else None


def _may_lie(window: Window, after: Window | None, until: Window, *, closed: bool) -> bool:
    begins = after is None or window[1] > after[1] or (closed and window[1] >= after[1])
    return begins and window[0] <= until[1]


def _lies(window: Window, after: Window | None, until: Window, *, closed: bool) -> bool:
    begins = after is None or window[0] > after[1] or (closed and window[0] >= after[1])
    return begins and window[1] < until[0]


def _apart(found: Iterable[tuple[Window, Joined]]) -> tuple[Joined, ...]:
    """Return as many meetings as can be on days of their own: those that end first are taken first."""
    kept: list[Joined] = []
    last = ""
    for window, joined in sorted(found, key=lambda one: (one[0][1], one[0][0], one[1].id)):
        if window[0] > last:
            kept.append(joined)
            last = window[1]
    return tuple(kept)


def _relation(own: _Talk, other: _Talk, scope: str) -> Literal["sure", "maybe"] | None:
    """Say whether another meeting of the same format and parties belongs to the series of this one."""
    if scope == ROUND and other.round is None:
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
    return "sure" if _same_people(own, other) else "maybe"


def _unnamed(own: _Talk, other: _Talk) -> Literal["sure", "maybe"] | None:
    """Say the same where one has no name: a forum may be any forum, other talks go by their parties."""
    if own.joined.format == "forum":
        return None
    return "sure" if own.names == other.names and own.joined.format not in _NAMED else "maybe"


def _same_people(own: _Talk, other: _Talk) -> bool:
    """Say whether, for each side of which one names anybody, the other names one of the same persons."""
    return all(
        any(_one(name, their) for name in own.people[country] for their in other.people.get(country, ()))
        for country in own.people
    ) and all(country in own.people or not own.people for country in other.people)


def _one(name: str, other: str) -> bool:
    found = alike(name, other)
    return found.same or found.kind == "family_only"

"""Counts of meetings ("ninth in total, second this year, third round") beside the ledger's own count."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from regesta.checks.ground import Ground, distinct
from regesta.checks.series import ROUND, Series, Talk, all_series, relation
from regesta.model.finding import Place
from regesta.model.links import Joined
from regesta.resolve.days import Window

__all__ = ["ROUND", "TOTAL", "Claim", "Counted", "counted", "disagreements"]

TOTAL = "total"
_TOLD = frozenset({"held", "referenced"})
_Told = tuple[Talk, "Claim"]


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


def counted(ground: Ground) -> list[Counted]:
    """Compare every number that a document gives a meeting with the meetings of the ledger.

    Meetings are of one series when format, parties and way of meeting are the same, and the
    persons where both name any; a committee, a forum and a round go by name, a round however it
    is held.
    """
    found = []
    for series in all_series(ground):
        for claims in _claims(series).values():
            ends = [claim.window[1] for _, claim in claims]
            for talk, claim in claims:
                found.append(_count(talk, claim, series, claims[: bisect_left(ends, claim.window[0])]))
    return found


def disagreements(ground: Ground) -> list[tuple[Claim, Claim]]:
    """Return the pairs of claims that give meetings of one series on one day two numbers."""
    found = []
    for series in all_series(ground):
        for scope, claims in _claims(series).items():
            days: dict[Window, list[_Told]] = defaultdict(list)
            for talk, claim in claims:
                if claim.window[0] == claim.window[1]:
                    days[claim.window].append((talk, claim))
            found += [
                (one, other)
                for same in days.values()
                for (first, one), (second, other) in combinations(same, 2)
                if one.number != other.number and _apart_in_print(one, other)
                if relation(first, second, scope) == "sure"
            ]
    return found


def _claims(series: Series) -> dict[str, list[_Told]]:
    """Return the numbers that the dated meetings of a series are given, by scope, by their last days."""
    found: dict[str, list[_Told]] = defaultdict(list)
    for talk in series.talks:
        for claim in _of(talk):
            found[claim.scope].append((talk, claim))
    for claims in found.values():
        claims.sort(key=lambda told: (told[1].window[1], told[1].window, told[1].number, told[1].meeting.id))
    return found


def _of(talk: Talk) -> list[Claim]:
    """Return the numbers that a dated meeting is given, each once with all places."""
    if talk.window is None:
        return []
    places: dict[tuple[str, int], list[Place]] = defaultdict(list)
    year = talk.window[0][:4] if talk.window[0][:4] == talk.window[1][:4] else None
    for mention in talk.told:
        gist = mention.meeting
        for scope, number in ((TOTAL, gist.ordinal_total), (ROUND, gist.round), (year, gist.ordinal_year)):
            if scope is not None and number is not None:
                places[scope, number].append(mention.place)
    return [
        Claim(talk.joined, talk.window, scope, number, distinct(some))
        for (scope, number), some in sorted(places.items())
    ]


def _apart_in_print(one: Claim, other: Claim) -> bool:
    """Say whether two claims stand in more than one document; of one alone ``ordinal-order`` asks."""
    return len({place.document for place in (*one.places, *other.places)}) > 1


def _count(own: Talk, claim: Claim, series: Series, earlier: Sequence[_Told]) -> Counted:
    """Count the meetings up to the claim; ``earlier`` are the claims on meetings that ended before."""
    base = _base(own, claim, earlier)
    after = base.window if base else (f"{claim.scope}-01-01",) * 2 if claim.scope.isdigit() else None
    sure: list[tuple[Window, Joined]] = []
    most = 1
    for talk in series.between(after, claim.window):
        if talk is own or talk.joined.status not in _TOLD or _is_base(base, talk):
            continue
        if talk.window and not _may_lie(talk.window, after, claim.window, closed=base is None):
            continue
        kind = relation(own, talk, claim.scope)
        most += kind is not None
        if kind == "sure" and talk.window and _lies(talk.window, after, claim.window, closed=base is None):
            sure.append((talk.window, talk.joined))
    return Counted(claim, base, (*_apart(sure), own.joined), most)


def _is_base(base: Claim | None, talk: Talk) -> bool:
    return base is not None and base.meeting.id == talk.joined.id


def _base(own: Talk, claim: Claim, earlier: Sequence[_Told]) -> Claim | None:
    """Return the earlier claim from which to count: the last that is not lower, else the last."""
    above = (told for told in reversed(earlier) if told[1].number >= claim.number)
    for claims in (above, reversed(earlier)):
        for talk, other in claims:
            if (
                talk is not own
                and _apart_in_print(claim, other)
                and relation(own, talk, claim.scope) == "sure"
            ):
                return other
    return None


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

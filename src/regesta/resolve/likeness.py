"""How likely two mentions speak of one meeting: what forbids it, and what speaks for it."""

from __future__ import annotations

from dataclasses import dataclass

from regesta.model.judgement import Feature
from regesta.resolve.days import Window, gap, length, shifted
from regesta.resolve.mention import Mention
from regesta.resolve.names import alike
from regesta.rules.resolve import resolve_rules

_DELEGATION = 3
_SOON_DAYS = 183
_LATER = 400
_GRADES = ((1, "day"), (4, "few_days"), (11, "third"), (31, "month"), (100, "quarter"), (366, "year"))
_BY_NAME = frozenset({"forum", "other"})
_BY_RANK = frozenset(
    {"summit", "foreign_ministers", "ministers", "vice_ministerial", "officials", "courtesy_call"}
)
"""Formats that follow from the offices read: the same persons of both sides outweigh them."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """The score of a pair and its reasons; ``exact`` says that both name the same day or days."""

    score: float
    features: tuple[Feature, ...]
    exact: bool


def likeness(one: Mention, other: Mention) -> Likeness | None:
    """Weigh two mentions; None where they cannot be one meeting. It does not matter which comes first."""
    if one.order > other.order:
        one, other = other, one
    people = _people(one, other) if _may_be_one(one, other) else None
    if people is None or not _same_level(one, other, people) or _otherwise_titled(one, other, people):
        return None
    dated, named = _dated(one, other), _named(one, other)
    if dated is None or named is None:
        return None
    if _elsewhere(one, other) and (people < 2 or not _one_place(one, other)):
        return None
    seen = [dated, *named, *_whereabouts(one, other), *_kind(one, other)]
    if people:
        weight = resolve_rules().weights["person"] * min(people, 2)
        seen.append(Feature("person", weight, f"{people} on both"))
    score = min(1.0, sum(feature.weight for feature in seen))
    exact = dated.name in ("day", "few_days")
    return Likeness(round(score, 4), tuple(sorted(seen, key=lambda f: (-f.weight, f.name))), exact)


def _same_level(one: Mention, other: Mention, people: int) -> bool:
    """Say whether the formats are one, or else the persons on both sides leave no doubt."""
    if one.meeting.format == other.meeting.format or titled_alike(one, other):
        return True
    formats = frozenset((one.meeting.format, other.meeting.format))
    half_named = formats in resolve_rules().formats_alike and min(len(one.people), len(other.people)) == 1
    return people > 1 or (people == 1 and half_named)


def _kind(one: Mention, other: Mention) -> list[Feature]:
    weights, formats = resolve_rules().weights, sorted({one.meeting.format, other.meeting.format})
    kind = "format" if len(formats) == 1 else "format_alike"
    return [Feature(kind, weights[kind], ", ".join(formats))]


def _named(one: Mention, other: Mention) -> list[Feature] | None:
    """Compare the names of two events; None where they tell that it is another one."""
    if titled_alike(one, other):
        title = " ".join(sorted(one.title & other.title))
        return [Feature("name", resolve_rules().weights["name"], title)]
    by_name = one.meeting.format in _BY_NAME
    if not one.names or not other.names:
        return None if by_name else []
    shared = one.names & other.names
    share = len(shared) / min(len(one.names), len(other.names))
    if by_name and (share < 0.5 or len(shared) < 2):
        return None
    return [Feature("name", resolve_rules().weights["name"] * share, " ".join(sorted(shared)))]


def titled_alike(one: Mention, other: Mention) -> bool:
    """Say whether both have a proper name, of one and the same relationship, and it is the same one."""
    shared = one.title & other.title
    same = len(shared) >= 2 and len(shared) >= max(len(one.title), len(other.title)) / 2
    return same and one.sides == other.sides and len(one.sides) == 2


def _otherwise_titled(one: Mention, other: Mention, people: int) -> bool:
    """Say whether a proper name sets one apart from the other: another name, or none and other persons."""
    if not one.title and not other.title:
        return False
    if one.title and other.title:
        return not one.title & other.title
    plain = other if one.title else one
    return len(plain.people) > 1 and people < 2


def _may_be_one(one: Mention, other: Mention) -> bool:
    """Say whether nothing that both tell stands against it, dates and persons left aside."""
    a, b = one.meeting, other.meeting
    formats = frozenset((a.format, b.format))
    alike_ = len(formats) == 1 or formats in resolve_rules().formats_alike or formats <= _BY_RANK
    if not alike_ and ("visit" in (a.format, b.format) or not titled_alike(one, other)):
        return False
    if not _media(a.medium, b.medium) or not _counted_alike(one, other) or not _one_fate(one, other):
        return False
    if one.host and other.host and one.host != other.host:
        return False
    if a.format == "visit":
        met = one.guests & other.guests or not one.guests or not other.guests
        there = one.host or other.host or (one.guests and one.dyad and one.dyad == other.dyad)
        return bool(met and there)
    return _parties(one, other) and _ran_at(one, other)


def _counted_alike(one: Mention, other: Mention) -> bool:
    """Say whether no count tells that they are two: other rounds, other numbers in a series."""
    rounds = {one.meeting.round, other.meeting.round} - {None}
    totals = {one.meeting.ordinal_total, other.meeting.ordinal_total} - {None}
    return len(rounds) < 2 and len(totals) < 2


def _fates(one: Mention, other: Mention) -> frozenset[str]:
    return frozenset((one.meeting.status, other.meeting.status))


def _elsewhere(one: Mention, other: Mention) -> bool:
    """Say whether the two name other towns. A plan may name the region and the report the town in it."""
    towns = one.city and other.city and one.city != other.city
    return bool(towns) and one.meeting.format != "visit"


def _one_place(one: Mention, other: Mention) -> bool:
    """Say whether other names of the place may be of one: a plan's, or a house and its town on one day."""
    if "planned" in _fates(one, other):
        return True
    days = {one.window, other.window}
    said = {one.basis, other.basis} <= {"stated", "published"} and one.host == other.host
    return said and len(days) == 1 and all(day is not None and length(day) == 1 for day in days)


def _media(one: str, other: str) -> bool:
    return one == other or "in_person" not in (one, other)


def _parties(one: Mention, other: Mention) -> bool:
    """Say whether the parties fit: the same, or all that one side names are among the other's.

    Where each names one and they differ, both must be the two sides of their documents.
    """
    if one.meeting.format in _BY_NAME or not one.parties or not other.parties:
        return one.meeting.format in _BY_NAME
    if len(one.parties) >= 2 and len(other.parties) >= 2:
        return one.parties == other.parties
    if one.parties <= other.parties or other.parties <= one.parties:
        return True
    return one.sides == other.sides and len(one.sides) == 2


def _one_fate(one: Mention, other: Mention) -> bool:
    """A plan that failed is not the meeting that was held; a plan is published before the event."""
    fates = {one.meeting.status, other.meeting.status}
    if "not_held" in fates and fates & {"held", "referenced"}:
        return False
    for plan, told in ((one, other), (other, one)):
        if plan.meeting.status == "planned" and plan.known:
            if told.window and told.window[1] < shifted(plan.known, -1 - told.slack):
                return False
            if told.meeting.status != "planned" and told.known and told.known < plan.known:
                return told.meeting.status == "not_held"
    return True


def _ran_at(one: Mention, other: Mention) -> bool:
    """Two meetings of one publisher that begin at different times of one day are two."""
    a, b = one.meeting.start_time, other.meeting.start_time
    return not (a and b and a != b and one.side == other.side)


def _people(one: Mention, other: Mention) -> int | None:
    """Return how many persons both name, one a country; None where they name others for a country.

    Somebody whom they give to different countries is the same where both give the name in full: of a
    person without a stated country the reader can only say what his own text suggests.
    """
    theirs = dict(other.people)
    shared, open_ = 0, False
    for country, names in one.people:
        others = theirs.get(country)
        if not others:
            continue
        if any(alike(name, their).same for name in names for their in others):
            shared += 1
        elif len(names) <= _DELEGATION and len(others) <= _DELEGATION:
            if not any(alike(name, their).kind == "family_only" for name in names for their in others):
                open_ = True
                continue
            shared += 1
    crossed = _crossed(one, other) if open_ or len(one.parties | other.parties) > len(one.people) else 0
    return None if open_ and not crossed else shared + crossed


def _crossed(one: Mention, other: Mention) -> int:
    """Return how many full names stand on both sides under different countries."""
    return sum(
        1
        for country, names in one.people
        for their_country, others in other.people
        if country != their_country
        for name in names
        for their in others
        if " " in name and " " in their and alike(name, their).same
    )


def _dated(one: Mention, other: Mention) -> Feature | None:
    """Return what the dates say for it; None where they forbid it."""
    weights = resolve_rules().weights
    a, b = one.window, other.window
    if a is None or b is None:
        return _undated(one, other)
    far = gap(a, b)
    slack = max(one.slack, other.slack, _zones(one, other))
    if far > slack:
        return None
    days = max(length(a), length(b))
    name = next((name for most, name in _GRADES if days <= most), None)
    if name is None:
        return Feature("soon", 0.0, f"{one.when}, {other.when}")
    if far:
        name = "near_day" if days <= 11 else name
    return Feature(name, weights[name], f"{_words(one)}, {_words(other)}")


def _zones(one: Mention, other: Mention) -> int:
    """A day more where a call or a date of publication may stand on the other side of midnight.

    What one side announced for a day it may also report, without saying when, the day after.
    """
    published = "published" in {one.basis, other.basis}
    far = one.meeting.medium != "in_person" or published
    return 1 if (far and one.side != other.side) or (published and "planned" in _fates(one, other)) else 0


def _undated(one: Mention, other: Mention) -> Feature | None:
    """Weigh a mention that gives no date: a plan is the next of its kind, a memory lies behind."""
    open_, dated = (one, other) if one.window is None else (other, one)
    if open_.known is None:
        return Feature("undated", 0.0, "no date")
    days = gap(dated.window or (dated.known or open_.known,) * 2, (open_.known,) * 2)
    if dated.window is None:
        return (
            Feature("undated", 0.0, "no date on either side") if dated.known and days <= _SOON_DAYS else None
        )
    plan = open_.meeting.status == "planned"
    behind = dated.window[1] < shifted(open_.known, -1)
    beyond = dated.window[0] > open_.known and not open_.city
    if days > _LATER or (behind if plan else beyond):
        return None
    if plan and dated.meeting.status == "planned" and dated.known:  # two plans told soon after each other
        days = min(days, gap((dated.known,) * 2, (open_.known,) * 2))
    near: float = max(0.0, 1 - days / _SOON_DAYS)
    soon = round(resolve_rules().weights["soon"] * near, 4)
    return Feature("soon", soon, f"{days} days from {open_.known}")


def _whereabouts(one: Mention, other: Mention) -> list[Feature]:
    weights, found = resolve_rules().weights, []
    if len(one.parties & other.parties) > 1:
        kind = "parties" if one.parties == other.parties else "parties_part"
        found.append(Feature(kind, weights[kind], ", ".join(sorted(one.parties & other.parties))))
    if one.city and one.city == other.city:
        found.append(Feature("city", weights["city"], one.city))
    elif _elsewhere(one, other):
        found.append(Feature("other_city", weights["other_city"], f"{one.city}, {other.city}"))
    if one.host and one.host == other.host:
        found.append(Feature("country", weights["country"], one.host))
    a, b = one.meeting, other.meeting
    if a.round and a.round == b.round:
        found.append(Feature("round", weights["round"], str(a.round)))
    if a.ordinal_total and a.ordinal_total == b.ordinal_total:
        found.append(Feature("ordinal", weights["ordinal"], str(a.ordinal_total)))
    return found


def _words(mention: Mention) -> str:
    return mention.when or window_words(mention.window)


def window_words(window: Window | None) -> str:
    """Return a window as EDTF."""
    if window is None:
        return "no date"
    return window[0] if window[0] == window[1] else f"{window[0]}/{window[1]}"

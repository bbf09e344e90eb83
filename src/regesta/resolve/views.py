"""Meetings as views over their mentions: dates, parties, the visit around them, the series they stand in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import sha256

from regesta.model.judgement import Feature, Judgement, Ref, Rulings
from regesta.model.links import Dated, Joined
from regesta.resolve.blocks import journeys
from regesta.resolve.days import gap, length, shifted
from regesta.resolve.likeness import window_words
from regesta.resolve.mention import Mention
from regesta.resolve.names import alike
from regesta.resolve.outside import Occasion

_STATUS = ("not_held", "held", "referenced", "planned")
_NO_TALKS = frozenset({"visit", "forum", "other"})
_EXACT, _SHORT = 4, 11


def joined(
    groups: Sequence[Sequence[Mention]], occasions: dict[Ref, list[Occasion]], rulings: Rulings
) -> tuple[list[Joined], list[Judgement]]:
    """Return the meetings with dates, visits and series, and the judgements that a visit contains one.

    What comes before what in a series is left to ``in_series``, which must see all of it.
    """
    made = {id_of(group): (group, _view(group, occasions)) for group in groups}
    within = _within({key: group for key, (group, _view) in made.items()}, rulings)
    views = [
        replace(view, within=within[key][0] if key in within else None)
        for key, (_group, view) in made.items()
    ]
    return views, [judgement for _visit, judgement in within.values()]


def id_of(group: Sequence[Mention]) -> str:
    """Return the id of a meeting: made from the mention that tells most, not from the order of arrival."""
    first = min(group, key=lambda mention: (not mention.meeting.main, mention.order))
    words = "\x1f".join((first.ref.document, first.ref.id))
    return f"g-{sha256(words.encode()).hexdigest()[:16]}"


def _view(group: Sequence[Mention], occasions: dict[Ref, list[Occasion]]) -> Joined:
    best = min(group, key=_telling)
    dated = min((m for m in group if m.window), key=_dating, default=best)
    aside = [occasion for mention in group for occasion in occasions.get(mention.ref, ())]
    most = max((m.parties for m in group), key=lambda p: (len(p), sorted(p)))
    parties = tuple(sorted(most))
    return Joined(
        id=id_of(group),
        members=(*(mention.ref for mention in group), *(occasion.ref for occasion in aside)),
        places=(*(place for m in group for place in m.places), *(occasion.place for occasion in aside)),
        dated=_dated(group, dated),
        format=best.meeting.format,
        medium=best.meeting.medium,
        status=min((mention.meeting.status for mention in group), key=_STATUS.index),
        parties=parties,
        place=next((m.city for m in sorted(group, key=_telling) if m.city), None),
        country=next((m.host for m in sorted(group, key=_telling) if m.host), None),
        series=_series(best.meeting.format, parties),
        round=next((m.meeting.round for m in group if m.meeting.round), None),
    )


def _dated(group: Sequence[Mention], best: Mention) -> Dated:
    """Return the day of a meeting; where its year is borrowed, with the words of others in the group."""
    when = best.when or (window_words(best.window) if best.window else None)
    if when is None:
        return Dated(None, None)
    stated = [m for m in group if m.when == when and m.basis == "stated" and not m.borrowed]
    if stated:
        return Dated(when, "stated", (stated[0].place,))
    if best.borrowed:
        lender = min((m for m in group if m.window and not m.borrowed), key=_dating, default=None)
        return Dated(when, "sibling", (best.place, *((lender.place,) if lender else ())))
    return Dated(when, best.basis or "content", (best.place,))


def _telling(mention: Mention) -> tuple[int, bool, tuple[object, ...]]:
    """Order mentions by how much their word counts: held before planned, main before others."""
    return _STATUS.index(mention.meeting.status), not mention.meeting.main, mention.order


def _dating(mention: Mention) -> tuple[int, int, int, int, bool, tuple[object, ...]]:
    """Order mentions by how well they say the days: the shortest window, but of a stay its stated days.

    That somebody "is on a visit today" gives one day of it.
    """
    days = length(mention.window) if mention.window else 0
    if mention.meeting.format == "visit" and days <= _SHORT:
        days = 1 if mention.basis == "stated" or mention.borrowed else _SHORT
    told = mention.meeting.status in ("held", "referenced")
    held = 0 if mention.meeting.main and mention.meeting.status == "held" else 1
    about = 0 if mention.basis in ("stated", "published") and not mention.slack else 1
    return (
        about,
        held if days <= _EXACT else 2,
        days,
        0 if told else 1,
        mention.basis != "stated",
        mention.order,
    )


def _within(groups: dict[str, Sequence[Mention]], rulings: Rulings) -> dict[str, tuple[str, Judgement]]:
    """Find the visit in whose days, host country and persons a meeting falls; the shortest if several do."""
    visits: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for key, group in groups.items():
        if group[0].meeting.format == "visit":
            for guest, host in {journey for mention in group for journey in journeys(mention)}:
                for year in _years(group):
                    visits[guest, host, year].append(key)
    found: dict[str, tuple[str, Judgement]] = {}
    for key, group in groups.items():
        if all(mention.meeting.format in _NO_TALKS for mention in group):
            continue
        parties = set().union(*(mention.sides for mention in group))
        near = sorted(
            {
                visit
                for guest in parties
                for host in parties - {guest}
                for year in _years(group)
                for visit in visits.get((guest, host, year), ())
            }
        )
        weighed = [
            (days, visit, judgement)
            for visit in near
            if (tie := _contains(groups[visit], group)) is not None
            for days, judgement in (tie,)
            if judgement.id not in rulings.rejected
        ]
        if weighed:
            _days, visit, judgement = min(weighed, key=lambda entry: entry[:2])
            found[key] = visit, judgement
    return found


def _years(group: Sequence[Mention]) -> set[str]:
    """Return the years of a meeting's days and of the days beside them."""
    windows = [mention.window for mention in group if mention.window]
    return {day[:4] for first, last in windows for day in (shifted(first, -1), first, last, shifted(last, 1))}


def _contains(visit: Sequence[Mention], group: Sequence[Mention]) -> tuple[int, Judgement] | None:
    """Say, with its judgement, whether one visit contains a meeting, and how long the visit is."""
    stay, talk = _best(visit), _best(group)
    if stay is None or talk is None or not _during(visit, group) or not _fits(visit, group):
        return None
    together = _documents(visit) & _documents(group)
    hosts = {host for mention in visit for _guest, host in journeys(mention)}
    score = 0.95 if together else 0.85
    days = length(stay.window) if stay.window else 0
    return days, Judgement(
        kind="within_visit",
        subject=talk.ref,
        object=stay.ref,
        value=None,
        score=score,
        why="The meeting falls into the days and the country of the visit.",
        features=(
            Feature("days", 0.45, f"{window_words(talk.window)} in {window_words(stay.window)}"),
            Feature("country", 0.2, ", ".join(sorted(hosts))),
        ),
        evidence=(talk.place, stay.place),
    )


def _during(visit: Sequence[Mention], group: Sequence[Mention]) -> bool:
    """Say whether a meeting falls into the days of a visit; told by other texts, both must be exact."""
    stay, talk = _best(visit), _best(group)
    if stay is None or talk is None or stay.window is None or talk.window is None:
        return False
    together = bool(_documents(visit) & _documents(group))
    longest = max(length(stay.window), length(talk.window))
    if not together and longest > _SHORT:
        return False
    return gap(stay.window, talk.window) <= (1 if together and longest <= _EXACT else 0)


def _fits(visit: Sequence[Mention], group: Sequence[Mention]) -> bool:
    """Say whether place, persons and fate of a meeting allow that a visit contains it."""
    hosts = {host for mention in visit for _guest, host in journeys(mention)}
    if {mention.host for mention in group if mention.host} - hosts or _failed(visit) != _failed(group):
        return False
    return all(mention.meeting.medium == "in_person" for mention in group) and _travels(visit, group)


def _documents(group: Sequence[Mention]) -> set[str]:
    return {mention.ref.document for mention in group}


def _travels(visit: Sequence[Mention], group: Sequence[Mention]) -> bool:
    """Say whether the traveller may be at the meeting: named there too, or nobody of that state is named."""
    for guest in {g for mention in visit for g in mention.guests}:
        came = [name for m in visit for country, names in m.people if country == guest for name in names]
        there = [name for m in group for country, names in m.people if country == guest for name in names]
        if came and there and not any(_one(name, other) for name in came for other in there):
            return False
    return True


def _one(name: str, other: str) -> bool:
    found = alike(name, other)
    return found.same or found.kind == "family_only"


def _failed(group: Sequence[Mention]) -> bool:
    return any(mention.meeting.status == "not_held" for mention in group)


def _best(group: Sequence[Mention]) -> Mention | None:
    return min((mention for mention in group if mention.window), key=_dating, default=None)


def in_series(views: Iterable[Joined]) -> list[Joined]:
    """Return meetings in order of date, each with the one before it in its series."""
    last: dict[str, str] = {}
    found = []
    for view in sorted(views, key=lambda view: (view.dated.when or "9999", view.id)):
        found.append(replace(view, before=last.get(view.series) if view.series else None))
        if view.series and view.status in ("held", "referenced") and view.dated.when:
            last[view.series] = view.id
    return found


def _series(format_: str, parties: tuple[str, ...]) -> str | None:
    """Name the series in which a meeting stands: that of its parties and format."""
    return None if format_ in _NO_TALKS or len(parties) < 2 else f"{'-'.join(parties)} {format_}"

"""In which zone a meeting's time of day is: named in the text, or that of the place where one met."""

from __future__ import annotations

import re

from regesta.records.meeting.draft import Draft
from regesta.rules.places import places
from regesta.rules.states import States
from regesta.rules.times import time_rules
from regesta.rules.zones import zone_of_country, zone_of_place

_OFFSET = re.compile(r"[+-]\d\d:\d\d")
_LOCAL = "local"
_TIME = re.compile(r"\s[Tt]ime$")


def give_zone(draft: Draft, states: States) -> None:
    """Set the zone of a draft's start, if it has one; its place and country are settled.

    A named zone whose words mean several is the one of them that the place keeps. A time of which
    nothing is said is local. A zone that is not known is left open.
    """
    if draft.start_time is None:
        return
    words = draft.start_time.zone
    if words is None or words == _LOCAL:
        _take_from_place(draft, states)
        return
    draft.zone = words if _OFFSET.fullmatch(words) else _named(words, draft, states)
    draft.zone_basis = "stated" if draft.zone is not None else None


def _take_from_place(draft: Draft, states: States) -> None:
    """A meeting in person begins by the clocks of its place; a call has none of its own."""
    if draft.medium != "in_person":
        return
    place = draft.place
    country = (place.country if place is not None else None) or draft.country
    if country is None:
        return
    only = zone_of_country(country, states)
    if place is not None:
        draft.zone = only or zone_of_place(country, place.city or place.name)
        draft.zone_basis = "place"
    else:
        draft.zone, draft.zone_basis = only, "country"
    if draft.zone is None:
        draft.zone_basis = None


def _named(words: str, draft: Draft, states: States) -> str | None:
    """Return the zone of "Moscow time", or of "IST" where one meets in a zone of that name."""
    candidates = time_rules().clock.zones_open.get(words)
    if candidates is None:
        return _of_name(_TIME.sub("", words), states)
    _take_from_place(draft, states)
    return draft.zone if draft.zone in candidates else None


def _of_name(name: str, states: States) -> str | None:
    """Return the zone of a town, a region, or a state that has only one."""
    entry = next((entry for entry in states if name in (*entry.capitals, *entry.places)), None)
    place = places().get(name)
    code = states.code_of(name) or (entry.code if entry is not None else None)
    if place is not None and place.country is not None:
        code = place.country
    if code is None:
        return None
    return zone_of_country(code, states) or zone_of_place(code, name)

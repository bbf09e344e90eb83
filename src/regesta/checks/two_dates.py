"""Do two documents give one meeting different days?"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from regesta.checks.ground import Ground, distinct
from regesta.checks.saying import meeting_words
from regesta.model.finding import Finding, Level, Place
from regesta.model.links import Joined
from regesta.query.dates import in_words
from regesta.resolve.days import gap
from regesta.resolve.mention import Mention

CODE = "two-dates"
_STATED = ("stated", "title")


def check(ground: Ground) -> list[Finding]:
    """Report each meeting of which two mentions give days that have none in common.

    It is a conflict when both state the day, the meeting was told of by both and nobody sat in
    another zone; it is a note when one day was worked out, or when a plan was carried out on
    another day.
    """
    found = []
    for joined in ground.links.meetings:
        dated = [mention for mention in ground.of(joined) if mention.when and mention.window]
        apart = [pair for pair in combinations(dated, 2) if _apart(*pair)]
        if apart:
            level = min((_level(*pair) for pair in apart), key=("conflict", "open", "note").index)
            found.append(Finding(CODE, _message(joined, apart), _places(apart), level))
    return found


def _apart(one: Mention, other: Mention) -> bool:
    return one.window is not None and other.window is not None and gap(one.window, other.window) > 0


def _level(one: Mention, other: Mention) -> Level:
    if "planned" in (one.meeting.status, other.meeting.status):
        return "note"
    if not {one.basis, other.basis} <= set(_STATED):
        return "note"
    return "conflict" if one.meeting.medium == other.meeting.medium == "in_person" else "open"


def _message(joined: Joined, apart: Sequence[tuple[Mention, Mention]]) -> str:
    told = dict.fromkeys(mention for pair in apart for mention in pair)
    days = dict.fromkeys(f"{in_words(one.when)} ({_basis(one)})" for one in sorted(told, key=_in_time))
    return f"The {meeting_words(joined)} has several dates: {', '.join(days)}."


def _in_time(one: Mention) -> tuple[object, ...]:
    return one.window or ("", ""), one.order


def _basis(one: Mention) -> str:
    stated = "stated" if one.basis in _STATED else f"basis {one.basis}"
    return f"planned, {stated}" if one.meeting.status == "planned" else stated


def _places(apart: Sequence[tuple[Mention, Mention]]) -> tuple[Place, ...]:
    return distinct(mention.place for pair in apart for mention in pair)

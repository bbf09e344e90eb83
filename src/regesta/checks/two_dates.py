"""Do two documents give one meeting, or the term of one undertaking, different days?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from regesta.checks.ground import Ground, distinct
from regesta.checks.saying import meeting_words
from regesta.model.edtf import bounds
from regesta.model.finding import Finding, Level, Place
from regesta.model.links import Dated, Followed, Joined
from regesta.query.dates import in_words
from regesta.resolve.days import gap
from regesta.resolve.mention import Mention

CODE = "two-dates"
_STATED = ("stated", "title")


def check(ground: Ground) -> list[Finding]:
    """Report each meeting, and each undertaking or request, to which two documents give days apart.

    It is a conflict when both state the day, the meeting was told of by both and nobody sat in
    another zone; it is a note when one day was worked out, or when a plan was carried out on
    another day. Terms that differ are open; they are a note when a text says that it was put off,
    or when one was worked out.
    """
    return [*_meetings(ground), *_terms(ground)]


def _meetings(ground: Ground) -> Iterator[Finding]:
    for joined in ground.links.meetings:
        dated = [mention for mention in ground.of(joined) if mention.when and mention.window]
        apart = [pair for pair in combinations(dated, 2) if _apart(*pair)]
        if apart:
            level = min((_level(*pair) for pair in apart), key=("conflict", "open", "note").index)
            yield Finding(CODE, _message(joined, apart), _places(apart), level)


def _terms(ground: Ground) -> Iterator[Finding]:
    """Report what is undertaken or asked for once more with another term."""
    followed = (*ground.links.commitments, *ground.links.requests)
    at = {one.place: one for one in followed}
    for one in sorted(followed, key=lambda one: (one.place.document, one.place.span, one.ref)):
        for event in one.events:
            others = [at[place] for place in event.evidence if place in at]
            apart = [other for other in others if _due_apart(one.dated, other.dated)]
            if apart:
                put_off = any(step.status == "deferred" and step.start <= event.start for step in one.history)
                stated = all(each.dated.basis in _STATED for each in (one, *apart))
                level: Level = "note" if put_off or not stated else "open"
                places = distinct(each.place for each in (one, *apart))
                yield Finding(CODE, _term_message(one, apart), places, level)


def _due_apart(one: Dated, other: Dated) -> bool:
    mine = bounds(one.when) if one.when else None
    theirs = bounds(other.when) if other.when else None
    return mine is not None and theirs is not None and gap(mine, theirs) > 0


def _term_message(one: Followed, apart: Sequence[Followed]) -> str:
    terms = dict.fromkeys(f"{in_words(each.dated.when)} ({_term_basis(each)})" for each in (one, *apart))
    what = "request" if one.ref.kind == "request" else "undertaking"
    return f"One {what} has several terms: {', '.join(terms)}."


def _term_basis(one: Followed) -> str:
    return "stated" if one.dated.basis in _STATED else f"basis {one.dated.basis}"


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

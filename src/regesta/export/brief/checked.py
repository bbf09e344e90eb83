"""The checks that touch two states, and where the accounts of their last meetings differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from regesta.export.brief import wording
from regesta.export.brief.content import Items, Line, Piece, Section
from regesta.export.brief.wording import own, resting
from regesta.model.accounts import GRADES, Comparison, Difference
from regesta.model.finding import Finding, Place
from regesta.query.accounts import Accounts, told_twice
from regesta.query.dates import in_words
from regesta.query.standing import Standing
from regesta.resolve.accounts import comparisons
from regesta.rules.accounts import account_rules
from regesta.rules.packs import Pack

_LEVELS = {"conflict": 0, "open": 1}
_PLACES = 3
_ELSEWHERE = frozenset({"window-closed"})
"""Findings that say what stands in the tables of promises and requests already."""


def findings(between: Standing, every: Sequence[Finding], room: int) -> Section:
    """Return of what the checks find in documents on the two: conflicts first, then the newest.

    What is found several times in the same words stands once. Windows that are over stand with the promises
    and requests; notes, which call for nothing, are counted.
    """
    apart = [one for one in every if one.level in _LEVELS and one.code in _ELSEWHERE]
    told = [one for one in every if one.level in _LEVELS and one.code not in _ELSEWHERE]
    newest = {paper.id: number for number, paper in enumerate(between.found.dossiers)}

    def order(one: Finding) -> tuple[object, ...]:
        places = [(place.document, place.span) for place in one.places]
        return _LEVELS[one.level], -newest.get(places[0][0], -1), one.code, one.message, places

    ranked = sorted(told, key=order)
    groups: dict[tuple[str, str], list[Finding]] = {}
    for one in ranked:
        groups.setdefault((one.code, one.message), []).append(one)
    shown = tuple(_found(some) for some in list(groups.values())[:room])
    day = f" --as-of {between.as_of}" if between.asked else ""
    command = f"check --party {between.sides[0]} --party {between.sides[1]}{day}"
    notes = sum(one.level == "note" for one in every)
    more = (
        *wording.left_out(len(groups) - len(shown), ("finding", "findings"), command),
        *_others(len(apart), notes, command),
    )
    head = () if shown else (own("The checks find nothing else to look at."),)
    return Section("checks", "Checks", (Items(shown),) if shown else (), head, more)


def accounts(between: Standing, packs: tuple[Pack, ...], room: tuple[int, ...]) -> Section:
    """Return how the accounts of the last meetings that both sides tell of differ, the gravest first."""
    known = {one.id for one in between.meetings}
    twice = _once(told_twice(between.found, known))
    lines: list[Line] = []
    more: list[Line] = []
    for one, places in zip(twice, room, strict=False):
        meeting = one.meeting
        found = comparisons(one.parts, packs, meeting.id, meeting.dated.when)
        grave = [(made, difference) for made in found for difference in _grave(made)]
        grave.sort(key=lambda both: GRADES.index(both[1].grade))
        when = in_words(meeting.dated.when, meeting.dated.basis)
        lead = f"{when}, {account_rules().words.formats[meeting.format]}"
        lines += [_differs(lead, made, difference) for made, difference in grave[:places]]
        of = f"of the accounts of {when}"
        things = (f"difference {of}", f"differences {of}")
        more += wording.left_out(len(grave) - places, things, f"compare {meeting.id}")
    head = () if lines else (own(_none(len(twice))),)
    things = ("meeting told by both sides", "meetings told by both sides")
    more += wording.left_out(
        len(twice) - len(room), things, f"register --between {between.pair}{wording.until(between)}"
    )
    body = (Items(tuple(lines)),) if lines else ()
    return Section("accounts", "Where the accounts differ", body, head, tuple(more))


def _once(twice: Iterable[Accounts]) -> list[Accounts]:
    """Return the meetings with two accounts, the newest first; of those told by the same documents one.

    It is one that is no visit and that most of the documents are about, where there is such a one.
    """
    kept: dict[frozenset[str], Accounts] = {}
    for one in sorted(twice, key=_fullest):
        kept.setdefault(frozenset(part.dossier.id for part in one.parts), one)
    return sorted(kept.values(), key=lambda one: (one.meeting.dated.when or "", one.meeting.id), reverse=True)


def _fullest(one: Accounts) -> tuple[bool, int, str]:
    about = {meeting.id for part in one.parts for meeting in part.dossier.records.meetings if meeting.main}
    return one.meeting.format == "visit", -sum(part.meeting in about for part in one.parts), one.meeting.id


def _found(some: Sequence[Finding]) -> Line:
    one = some[0]
    mark = [Piece("Conflict: ", "lead")] if one.level == "conflict" else []
    times = f" Found {len(some)} times." if len(some) > 1 else ""
    return own(*mark, one.message, times, rests=resting(_distinct(one.places)))


def _distinct(places: Iterable[Place]) -> Sequence[Place]:
    return list(dict.fromkeys(places))[:_PLACES]


def _others(closed: int, notes: int, command: str) -> Iterator[Line]:
    words = []
    if closed:
        words.append(
            f"{wording.counted(closed, 'window')} over without a word on what came of it (see above)"
        )
    if notes:
        words.append(f"{wording.counted(notes, 'note')} (nothing to be done)")
    if words:
        yield own(f"Not listed: {wording.listed(words)}: ", Piece(f"regesta {command} --notes", "command"))


def _grave(made: Comparison) -> list[Difference]:
    return [one for one in made.differences if one.grade != "wording" and one.type != "order_and_space"]


def _differs(lead: str, made: Comparison, one: Difference) -> Line:
    words = account_rules().words
    kinds = ", ".join(f"{words.kinds[side.kind]} of {side.label}" for side in made.sides)
    whose = f" ({kinds})" if len({side.kind for side in made.sides}) > 1 else ""
    told = f"{words.types[one.type]}: {one.why}"
    return own(Piece(lead, "lead"), f"{whose}: {told}", rests=resting(_distinct(one.places)))


def _none(meetings: int) -> str:
    if not meetings:
        return "No meeting of the two has an account by more than one side among the documents held."
    return "The accounts of the last meetings that both sides tell of do not differ in substance."

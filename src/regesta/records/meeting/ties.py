"""Meetings that one sentence ties together: "visit XB for the forum", "visit XB and hold talks"."""

from __future__ import annotations

from collections.abc import Sequence

from regesta.records.meeting.draft import Draft
from regesta.rules.meeting_grammar import meeting_grammar

_NEAR = 4
_WIDEST = 160
_SEVERAL = 3
_DATED_WITH_OTHERS = ("summit", "forum", "two_plus_two", "foreign_ministers")


def share_when_and_where(text: str, drafts: Sequence[Draft]) -> None:
    """Give drafts without date or place those of the mention in their sentence that they are tied to."""
    for at, draft in enumerate(drafts):
        near = drafts[max(0, at - _NEAR) : at + _NEAR + 1]
        here = [d for d in near if d.sentence is draft.sentence and d is not draft]
        mates = [d for d in here if tied(text, draft, d)]
        _take_when(draft, mates)
        _take_place(draft, mates)
        _take_stop(draft, here)
        _take_goal(draft, here)
        if draft.format == "forum" and draft.destination is None and draft.place is None:
            visit = next((m for m in mates if m.format == "visit" and m.destination), None)
            draft.country = visit.destination if visit is not None else draft.country


def _take_when(draft: Draft, mates: Sequence[Draft]) -> None:
    if draft.when is not None or draft.is_occasion:
        return
    if draft.kind == "noun" and draft.format not in _DATED_WITH_OTHERS:
        return
    for mate in mates:
        only_named = draft.kind == mate.kind == "noun"
        if mate.when is not None and not mate.when_inherited and not only_named:
            draft.when, draft.when_inherited = mate.when, True
            return


def _take_place(draft: Draft, mates: Sequence[Draft]) -> None:
    if draft.place is not None or draft.main or draft.kind == "noun":
        return
    for mate in mates:
        if mate.place is None:
            continue
        if draft.format != "visit" or draft.destination in (None, mate.place.country):
            draft.place = mate.place
            return


def _take_stop(draft: Draft, here: Sequence[Draft]) -> None:
    """Who meets somebody on a visit meets where the visit goes, if no other place is named."""
    if draft.place is None and draft.main and draft.kind == "meet":
        draft.place = next((d.place for d in here if _is_on(d, draft)), None)


def _take_goal(draft: Draft, here: Sequence[Draft]) -> None:
    """Read "X visited XB on 3 May and met with Y": in XB, where nothing tells of another place or day."""
    if draft.place is not None or draft.country is not None or draft.kind != "meet":
        return
    for visit in here:
        goes = visit.format == "visit" and visit.destination is not None and len(visit.parties) < _SEVERAL
        apart = draft.when is not None and visit.when is not None and draft.when != visit.when
        if goes and not apart and visit.head < draft.head and _shares(visit, draft):
            draft.country = visit.destination


def _shares(visit: Draft, meeting: Draft) -> bool:
    """Say whether who meets is on the visit, face to face, both told or both planned."""
    alike = (visit.status == "planned") == (meeting.status == "planned")
    met = meeting.medium == "in_person" and any(entity in meeting.people for entity in visit.people)
    return alike and met


def _is_on(visit: Draft, meeting: Draft) -> bool:
    """Read "X visited Arlo …, and met with Y", "X, during a visit to Arlo, met Y": X was on that visit."""
    if visit.format != "visit" or visit.place is None or visit.head > meeting.head:
        return False
    if visit.status == "planned" and meeting.status != "planned":
        return False
    return meeting.medium != "phone" and any(entity in meeting.people for entity in visit.people)


def name_occasions(text: str, drafts: Sequence[Draft], mains: Sequence[Draft]) -> None:
    """Read "with X, who was visiting XB for the 2+2": what X came for is the meeting's occasion."""
    for main in mains:
        if main.occasion is not None or main.kind != "meet":
            continue
        after = [d for d in drafts if d.sentence is main.sentence and d.head > main.head]
        visit = next((d for d in after if d.kind == "visit"), None)
        if visit is None:
            continue
        purpose = next((d for d in after if d.kind == "noun" and d.head > visit.head), None)
        if purpose is not None and tied(text, visit, purpose):
            main.occasion = _name(text, purpose)


def _name(text: str, draft: Draft) -> str:
    """The words of a meeting's name without its article, and the capitals that go on after it."""
    toks = draft.sentence.toks
    start = draft.start + (toks[draft.start].low in ("the", "a", "an"))
    end = draft.name_end or draft.head + 1
    while end < len(toks) and (toks[end].text[0].isupper() or toks[end].text in "-’"):
        end += 1
    return " ".join(text[toks[start].start : toks[end - 1].end].split())


def tied(text: str, one: Draft, two: Draft) -> bool:
    """Say whether the words between two mentions of one sentence tie them: both planned, or neither."""
    first, second = (one, two) if one.head <= two.head else (two, one)
    if (first.status == "planned") != (second.status == "planned"):
        return False
    toks = first.sentence.toks
    between = text[toks[first.head].end : toks[second.head].start]
    if ";" in between or len(between) > _WIDEST:
        return False
    return bool(meeting_grammar().ties.pattern.search(between))

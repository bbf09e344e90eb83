"""When a document is about several meetings: calls one after the other, or the states of a trip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from regesta.records.cast import Entity
from regesta.records.meeting.draft import Draft
from regesta.records.meeting.setting import Setting
from regesta.records.meeting.shape import format_of
from regesta.records.view import Sentence
from regesta.rules.meeting_grammar import meeting_grammar


def all_mains(
    setting: Setting, mains: list[Draft], drafts: list[Draft], sentences: Sequence[Sentence]
) -> list[Draft]:
    """Return ``mains`` and those that the title announces beside them, all marked as main ones.

    A meeting with each of several persons is split; the new drafts join ``drafts``.
    """
    title = next((s for s in sentences if s.block.index == setting.title), None)
    if not mains or title is None:
        return mains
    every = _split(setting, mains[0], drafts) if _apart(mains[0], title) else list(mains)
    if mains[0].kind == "meet" and any(t.low in meeting_grammar().several for t in title.toks):
        every += [d for d in drafts if d not in every and _one_more(d, mains[0], title)]
    every += [d for d in _stops(setting, mains[0], drafts, title) if d not in every]
    for draft in every:
        draft.main, draft.specific = True, True
    return every


def _apart(main: Draft, title: Sentence) -> bool:
    """Say whether the persons of a mention were met one by one.

    "Separately" says so, and a title of several conversations over calls of which none is "a call".
    """
    if main.each or main.medium != "phone":
        return main.each
    several = any(t.low in meeting_grammar().several for t in title.toks)
    own = main.sentence.toks[max(0, main.start - 2) : main.end]
    return several and not any(t.low in ("a", "an") for t in own)


def _split(setting: Setting, main: Draft, drafts: list[Draft]) -> list[Draft]:
    """Read "spoke separately with X and Y": one meeting for each of them."""
    home = [e for e in main.people if e.country == setting.side]
    others = [e for e in main.people if e not in home]
    if len(others) < 2 or not home:
        return [main]
    split = [main, *(replace(main, also=[]) for _ in others[1:])]
    for draft, other in zip(split, others, strict=True):
        draft.people = [*home, other]
        draft.parties = {e.country for e in draft.people if e.country}
    drafts += split[1:]
    return split


def split_lists(setting: Setting, drafts: list[Draft]) -> None:
    """Read "bilateral meetings with Minister X of XB, Minister Y of XC": one meeting for each of them.

    Only in a plural, and only where each person is of another foreign state. New drafts join ``drafts``.
    """
    for draft in [
        d
        for d in drafts
        if not d.main and (d.kind == "noun" or d.happened) and d.status in ("held", "planned")
    ]:
        others = [e for e in draft.people if e.country not in (None, setting.side)]
        plural = draft.sentence.toks[draft.end - 1 if draft.end <= draft.name_end else draft.name_end - 1].low
        apart = len(others) > 1 and len({e.country for e in others}) == len(others)
        if not apart or plural not in meeting_grammar().one_by_one:
            continue
        split = [draft, *(replace(draft, also=[]) for _ in others[1:])]
        for one, other in zip(split, others, strict=True):
            _only_with(setting, one, other)
        drafts += split[1:]


def _only_with(setting: Setting, draft: Draft, other: Entity) -> None:
    """Make a meeting with one person of it; its words are those that name the person."""
    draft.people, draft.kind, draft.specific, draft.each = [other], "meet", True, True
    draft.parties = {code for code in (other.country, setting.side) if code}
    draft.format = format_of(replace(draft, format=None), setting.side)
    ref = next((r for r in draft.sentence.refs if setting.cast.of_ref(r) is other), None)
    if ref is not None:
        draft.start, draft.end = ref.start, ref.end


def _one_more(draft: Draft, main: Draft, title: Sentence) -> bool:
    """Say whether a meeting in the text is one of the "calls" of the title, on the same day."""
    if draft.kind != "meet" or not draft.people or draft.time is not None or draft.sentence is title:
        return False
    return draft.status == main.status and draft.format == main.format


def _stops(setting: Setting, main: Draft, drafts: Sequence[Draft], title: Sentence) -> list[Draft]:
    """The visits of one trip to the several states that a title names."""
    goals = {m.code for m in title.states if m.code and m.code != setting.side}
    if main.format != "visit" or len(goals) < 2 or len(main.parties) > 1:
        return []
    names = {e.name for e in main.people}
    return [
        d
        for d in drafts
        if d.kind == "visit" and d.destination in goals and not names.isdisjoint(e.name for e in d.people)
    ]

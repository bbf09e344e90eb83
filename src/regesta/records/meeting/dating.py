"""When the meetings of a document were, and what that makes of them: held, planned, only referred to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from regesta.mentions.times import find_windows
from regesta.model.edtf import bounds
from regesta.model.time import Window
from regesta.records.meeting.draft import Draft, grouped
from regesta.records.meeting.facts import Facts
from regesta.records.meeting.setting import Setting

_FRONT = 6
_JUST = 2  # sentences


def date_all(setting: Setting, facts: Facts, drafts: Sequence[Draft], mains: Sequence[Draft]) -> None:
    """Turn the time words of all drafts into windows, the main ones first: others count from them.

    A main meeting without a date was held on the day of publication, and its basis says so.
    """
    for main in mains:
        facts.resolve(main, None)
        if main.when is None and main.status == "held":
            _date_fronted(setting, facts, main)
        if main.when is None and main.status == "held" and setting.published is not None:
            main.when = Window(setting.published, "published", setting.published_span or main.span)
    event = mains[0].when.edtf if mains and mains[0].when else None
    blocks = grouped(drafts, lambda draft: draft.sentence.block.index)
    formats = {block: {draft.format for draft in here} for block, here in blocks.items()}
    told: Draft | None = None
    for draft in drafts:
        own = event if draft.status != "planned" or draft.sentence.index > 0 else None
        facts.resolve(draft, _day_told(setting, draft, told) or _event_for(draft, mains, formats) or own)
        told = draft if draft.status == "held" and _is_day(draft) else told


def _day_told(setting: Setting, draft: Draft, told: Draft | None) -> str | None:
    """The day of the meeting ``told`` just before, if "on the same day", "that evening" points at it."""
    if draft.time is None or draft.time.kind != "event_day" or told is None or told.when is None:
        return None
    words = draft.time.core.of(setting.text).lower()
    same = "same" in words.split() or words.startswith("that ")
    return told.when.edtf if same and draft.sentence.index - told.sentence.index <= _JUST else None


def _is_day(draft: Draft) -> bool:
    return draft.when is not None and len(draft.when.edtf) == len("2031-05-04") and not draft.when_inherited


def _date_fronted(setting: Setting, facts: Facts, main: Draft) -> None:
    """A date before the main meeting's subject is its own."""
    for time in find_windows(setting.text, main.sentence.span):
        if time.kind != "vague" and main.sentence.token_at(time.core.start) <= main.start + _FRONT:
            main.time = time
            facts.resolve(main, None)
            return


def _event_for(draft: Draft, mains: Sequence[Draft], formats: Mapping[int, set[str | None]]) -> str | None:
    """The date from which "the following day" counts: that of the meeting of its section.

    ``formats`` are those of the mentions of each block.
    """
    above = {name for block in draft.sentence.block.headings for name in formats.get(block, ())} - {None}
    dated = [(main, main.when.edtf) for main in mains if main.when is not None]
    section = [day for main, day in dated if main.format in above]
    if len(section) == 1:
        return section[0]
    before = [day for main, day in dated if main.sentence.index <= draft.sentence.index]
    return before[-1] if before else None


def _is_long_past(setting: Setting, draft: Draft) -> bool:
    """Say whether the year that a plan names was over when the text was published."""
    own = bounds(draft.when.edtf) if draft.when is not None and draft.when.basis == "stated" else None
    return own is not None and setting.published is not None and own[1][:4] < setting.published[:4]


def _is_under_way(draft: Draft) -> bool:
    """Read "who is on an official visit to XB": the visit goes on while the text is written."""
    before = [t.low for t in draft.sentence.toks[max(0, draft.start - 2) : draft.start + 1]]
    return draft.format == "visit" and before[:2] == ["is", "on"]


def settle_statuses(setting: Setting, drafts: Sequence[Draft], mains: Sequence[Draft]) -> None:
    """Tell the meetings that a text reports from those it refers to, and from those still to come."""
    day = bounds(mains[0].when.edtf) if mains and mains[0].when else None
    for draft in drafts:
        if draft.status == "planned" and not draft.main and _is_long_past(setting, draft):
            draft.status = "referenced"
        if draft.main or draft.status != "held":
            continue
        own = bounds(draft.when.edtf) if draft.when else None
        earlier = own is not None and day is not None and own[1] < day[0]
        if _is_under_way(draft):
            continue
        named = draft.kind == "noun" and not (draft.attended or draft.told)
        if named or setting.in_title(draft) or setting.announcement or earlier:
            draft.status = "referenced"
        if own is not None and setting.published is not None and own[0] > setting.published:
            draft.status = "planned"

"""What the words of a sentence say of its meetings: status, dates, places, lengths, ordinals, occasions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from regesta.mentions.places import find_places
from regesta.mentions.times import (
    Anchor,
    TimeMention,
    find_clock_times,
    find_durations,
    find_windows,
    leaning,
    resolve,
)
from regesta.model.edtf import bounds
from regesta.model.time import Window
from regesta.records.meeting.attach import give_ordinals, give_place, give_time
from regesta.records.meeting.draft import Draft
from regesta.records.meeting.failing import give_failures, in_reason, planned_anew
from regesta.records.meeting.lengths import give_lengths
from regesta.records.meeting.occasions import give_occasions
from regesta.records.meeting.status import give_condition, give_status
from regesta.records.signs import CLOCK_TIME, DURATION, OCCASION, ORDINAL, WINDOW
from regesta.records.view import Sentence
from regesta.rules.states import States


@dataclass(frozen=True, slots=True)
class Facts:
    """Reads the facts of the drafts of one sentence; knows when and by which side it was published."""

    text: str
    published: str | None
    announcement: bool
    states: States
    side: str | None = None

    def fill(self, sentence: Sentence, drafts: Sequence[Draft]) -> list[Draft]:
        """Give every draft of a sentence what its words say; ``drafts`` are in order of their heads.

        Returned are the plans that the sentence puts in the place of those that failed.
        """
        if not drafts:
            return []
        failures = give_failures(self.text, sentence, drafts)
        for draft in drafts:
            give_status(sentence, draft, self.announcement)
            give_condition(self.text, sentence, draft)
        times = find_windows(self.text, sentence.span) if sentence.signs & WINDOW else ()
        anew = planned_anew(sentence, failures, times)
        for time in times:
            if not any(plan.time is time for plan in anew):
                give_time(sentence, drafts, time)
        for place in find_places(self.text, sentence.span, self.states):
            if not in_reason(sentence, failures, self.text, place.span):
                give_place(sentence, drafts, place)
        target = next((d for d in drafts if d.kind == "meet" and d.status == "held"), drafts[0])
        durations = find_durations(self.text, sentence.span) if sentence.signs & DURATION else ()
        clocks = find_clock_times(self.text, sentence.span) if sentence.signs & CLOCK_TIME else ()
        if durations or clocks:
            give_lengths(self.text, target, durations, clocks)
        if sentence.signs & ORDINAL:
            give_ordinals(self.text, sentence, drafts)
        if sentence.signs & OCCASION:
            give_occasions(self.text, sentence, drafts, self.states)
        return anew

    def resolve(self, draft: Draft, event: str | None) -> None:
        """Turn the draft's time words into a window; "the next day" counts from ``event``."""
        if draft.time is None or draft.when is not None:
            return
        anchor = Anchor(self.published, event, self.side)
        if draft.status == "not_held":
            draft.when = self._nearest(draft.time, anchor)
        else:
            plan = draft.status == "planned"
            lean = "future" if plan else leaning(self.text, draft.sentence.span, draft.time)
            draft.when = resolve(draft.time, anchor, lean or "past", self.text)
        draft.specific = draft.specific or draft.when is not None

    def _nearest(self, time: TimeMention, anchor: Anchor) -> Window | None:
        """Return the window of what failed: it may lie ahead or behind, whichever is nearer."""
        ahead = resolve(time, anchor, "future", self.text)
        behind = resolve(time, anchor, "past", self.text)
        after = bounds(ahead.edtf) if ahead is not None else None
        before = bounds(behind.edtf) if behind is not None else None
        if self.published is None or after is None or before is None:
            return behind or ahead
        today = date.fromisoformat(self.published)
        to_come, gone_by = date.fromisoformat(after[0]) - today, today - date.fromisoformat(before[1])
        return ahead if to_come <= gone_by else behind

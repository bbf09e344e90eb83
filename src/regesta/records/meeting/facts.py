"""What the words of a sentence say of its meetings: status, dates, places, lengths, ordinals, occasions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from regesta.mentions.places import find_places
from regesta.mentions.times import Anchor, find_clock_times, find_durations, find_windows, leaning, resolve
from regesta.records.meeting.attach import give_ordinals, give_place, give_time
from regesta.records.meeting.draft import Draft
from regesta.records.meeting.lengths import give_lengths
from regesta.records.meeting.occasions import give_occasions
from regesta.records.meeting.status import give_condition, give_status
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

    def fill(self, sentence: Sentence, drafts: Sequence[Draft]) -> None:
        """Give every draft of a sentence what its words say; ``drafts`` are in order of their heads."""
        if not drafts:
            return
        for draft in drafts:
            give_status(self.text, sentence, draft, self.announcement)
            give_condition(self.text, sentence, draft)
        for time in find_windows(self.text, sentence.span):
            give_time(sentence, drafts, time)
        for place in find_places(self.text, sentence.span, self.states):
            give_place(sentence, drafts, place)
        target = next((d for d in drafts if d.kind == "meet" and d.status == "held"), drafts[0])
        durations = find_durations(self.text, sentence.span)
        clocks = find_clock_times(self.text, sentence.span)
        if durations or clocks:
            give_lengths(self.text, target, durations, clocks)
        give_ordinals(self.text, sentence, drafts)
        give_occasions(self.text, sentence, drafts, self.states)

    def resolve(self, draft: Draft, event: str | None) -> None:
        """Turn the draft's time words into a window; "the next day" counts from ``event``."""
        if draft.time is None or draft.when is not None:
            return
        anchor = Anchor(self.published, event, self.side)
        lean = "future" if draft.status == "planned" else leaning(self.text, draft.sentence.span, draft.time)
        draft.when = resolve(draft.time, anchor, lean or "past", self.text)
        draft.specific = draft.specific or draft.when is not None

"""The window of an undertaking: a date in its words, a planned meeting, or an event it names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from regesta.mentions.times import Anchor, TimeMention, find_windows, resolve
from regesta.model.edtf import bounds
from regesta.model.span import Span
from regesta.model.time import Window
from regesta.model.trace import declined
from regesta.records.meeting.draft import Draft
from regesta.records.promises.promise import Due
from regesta.rules.promises import promise_patterns, promise_rules

_REACH = 80


@dataclass(frozen=True, slots=True)
class Windows:
    """Finds windows in one document; ``meetings`` are all its drafts, dated, ``side`` is its publisher's."""

    text: str
    published: str | None
    meetings: Sequence[Draft]
    side: str | None = None

    def of(self, span: Span) -> Due:
        """Return the window that the words at ``span`` set; an empty one where they set none."""
        return self._planned(span) or self._dated(span) or self._event(span) or Due()

    def _planned(self, span: Span) -> Due | None:
        """The date of a planned meeting that the words name."""
        for meeting in self.meetings:
            if meeting.status != "planned" or not meeting.when or meeting.main:
                continue
            if any(span.start <= place.start < span.end for place in (meeting.span, *meeting.also)):
                return self._due(meeting.when)
        return None

    def _dated(self, span: Span) -> Due | None:
        """The first date in the words that is not over."""
        anchor = Anchor(self.published, publisher=self.side)
        for time in find_windows(self.text, span):
            window = None if time.kind == "vague" else resolve(time, anchor, "future", self.text)
            if window is not None and not self._is_past(time, span) and not self._is_over(window.edtf):
                return self._due(window)
            declined("due date", time, "vague, or over when the text was published", f"time.{time.rule}")
        return None

    def _event(self, span: Span) -> Due | None:
        """The date of a planned visit, summit or forum that the words set as their term."""
        found = promise_patterns().event.search(self.text, span.start, span.end)
        if not found:
            return None
        if self._past_meeting_in(Span(*found.span(1))):
            return None
        words = found.group(1).lower()
        for meeting in self.meetings:
            if meeting.status == "planned" and meeting.when is not None and _is_meant(meeting, words):
                return Due(meeting.when.edtf, meeting.when.basis, found.group().strip())
        return None

    def _past_meeting_in(self, span: Span) -> bool:
        """Say whether the words name a meeting that already was; it sets no term."""
        past = (m for m in self.meetings if m.status in ("held", "referenced") and not m.main)
        return any(span.overlaps(place) for m in past for place in (m.span, *m.also))

    def _due(self, window: Window) -> Due:
        return Due(window.edtf, window.basis, window.span.of(self.text))

    def _is_over(self, edtf: str) -> bool:
        """A window that closed before the text was published is nobody's due date."""
        limits = bounds(edtf)
        return limits is not None and self.published is not None and limits[1] < self.published

    def _is_past(self, time: TimeMention, span: Span) -> bool:
        """Say whether a date belongs to something that already was: "the plan agreed to in April"."""
        before = self.text[max(span.start, time.span.start - _REACH) : time.span.start].lower()
        return time.preposition == "since" or bool(promise_patterns().past_marks.search(before))


def _is_meant(meeting: Draft, words: str) -> bool:
    """Say whether the words of an event mean a planned meeting: its kind and, of a visit, who pays it."""
    if meeting.format not in promise_rules().formats or meeting.format not in words:
        return False
    names = [e.name.lower().split()[-1] for e in meeting.people]
    return not names or any(name in words for name in names) or "visit" not in words

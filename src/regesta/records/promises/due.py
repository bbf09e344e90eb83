"""The window of an undertaking: a date in its words, a planned meeting, or an event it names."""

from __future__ import annotations

from collections.abc import Sequence

from regesta.mentions.times import Anchor, TimeMention, find_windows, resolve
from regesta.model.edtf import bounds
from regesta.model.span import Span
from regesta.model.time import Window
from regesta.model.trace import declined
from regesta.records.meeting.draft import Draft
from regesta.records.places import Places
from regesta.records.promises.promise import Due
from regesta.records.signs import WINDOW
from regesta.rules.promises import promise_patterns, promise_rules

_REACH = 120
# Kinds of dates that say of themselves when they are: "this summer", not "of December".
_OWNS = ("’s ", "'s ")
_SET = ("season", "period")


class Windows:
    """Finds windows in one document; ``meetings`` are all its drafts, dated; they change no more.

    ``side`` is its publisher's. Whoever asks says by ``signs`` what the sentence around the words may hold.
    """

    def __init__(self, text: str, published: str | None, meetings: Sequence[Draft], side: str | None) -> None:
        """File the planned meetings of a document and those that already were."""
        self.text, self.published, self.side = text, published, side
        self._ahead = [m for m in meetings if m.status == "planned" and m.when is not None]
        named = [(place, m) for m in self._ahead if not m.main for place in (m.span, *m.also)]
        past = [m for m in meetings if m.status in ("held", "referenced") and not m.main]
        self._named = Places(named)
        self._past = Places((place, m) for m in past for place in (m.span, *m.also))
        self._conditions = Places((m.span, m.condition) for m in meetings if m.condition)

    def condition(self, span: Span) -> str | None:
        """Return the condition of the first meeting that the words at ``span`` name under one."""
        return self._conditions.first_beginning_in(span)

    def of(self, span: Span, signs: int) -> Due:
        """Return the window that the words at ``span`` set; an empty one where they set none."""
        off = promise_patterns().putting_off.match(self.text, span.start, span.end)
        if off:
            return self._new(Span(off.end(), span.end), signs)
        dated = self._planned(span) or (self._dated(span) if signs & WINDOW else None)
        return dated or self._event(span) or Due()

    def puts_off(self, span: Span, signs: int) -> bool:
        """Say whether the words at ``span`` put something off without a new time for it."""
        off = promise_patterns().putting_off.match(self.text, span.start, span.end)
        return off is not None and self.of(span, signs).edtf is None

    def _new(self, span: Span, signs: int) -> Due:
        """The time to which the words at ``span`` put something off; an empty one where none is told."""
        found = promise_patterns().new_time.match(self.text, span.start, span.end)
        return (found and signs & WINDOW and self._dated(Span(*found.span(1)))) or Due()

    def _planned(self, span: Span) -> Due | None:
        """The date of a planned meeting that the words name."""
        meeting = self._named.first_beginning_in(span)
        return self._due(meeting.when) if meeting is not None and meeting.when is not None else None

    def _dated(self, span: Span) -> Due | None:
        """The first date in the words that is not over."""
        anchor = Anchor(self.published, publisher=self.side)
        for time in find_windows(self.text, span):
            window = None if time.kind == "vague" else resolve(time, anchor, "future", self.text)
            if window is not None and not self._is_past(time, span) and not self._is_over(window.edtf):
                return self._due(window)
            declined("due date", time, "vague, or over when the text was published", f"time.{time.rule}")
        return None

    def is_over(self, span: Span, signs: int) -> bool:
        """Say whether the words at ``span`` set dates and all of them were over at publication."""
        if not signs & WINDOW:
            return False
        anchor = Anchor(self.published, publisher=self.side)
        own = (time for time in find_windows(self.text, span) if time.kind in _SET)
        dated = [time for time in own if not self._is_past(time, span)]
        windows = [resolve(time, anchor, "future", self.text) for time in dated]
        return bool(windows) and all(w is not None and self._is_over(w.edtf) for w in windows)

    def _event(self, span: Span) -> Due | None:
        """The date of a planned visit, summit or forum that the words set as their term."""
        found = self._ahead and promise_patterns().event.search(self.text, span.start, span.end)
        if not found:
            return None
        if self._past.touch(Span(*found.span(1))):
            return None  # it names a meeting that already was and sets no term
        words = found.group(1).lower()
        for meeting in self._ahead:
            if meeting.when is not None and _is_meant(meeting, words):
                return Due(meeting.when.edtf, meeting.when.basis, found.group().strip())
        return None

    def _due(self, window: Window) -> Due:
        return Due(window.edtf, window.basis, window.span.of(self.text))

    def _is_over(self, edtf: str) -> bool:
        """A window that closed before the text was published is nobody's due date."""
        limits = bounds(edtf)
        return limits is not None and self.published is not None and limits[1] < self.published

    def _is_past(self, time: TimeMention, span: Span) -> bool:
        """Say whether a date belongs to something that already was: "the plan agreed to in April".

        What a date owns it sets no term for: "to follow up on today's talks".
        """
        if self.text.startswith(_OWNS, time.span.end):
            return True
        before = self.text[max(span.start, time.span.start - _REACH) : time.span.start].lower()
        return time.preposition == "since" or bool(promise_patterns().past_marks.search(before))


def _is_meant(meeting: Draft, words: str) -> bool:
    """Say whether the words of an event mean a planned meeting: its kind and, of a visit, who pays it."""
    if meeting.format not in promise_rules().formats or meeting.format not in words:
        return False
    names = [e.name.lower().split()[-1] for e in meeting.people]
    return not names or any(name in words for name in names) or "visit" not in words

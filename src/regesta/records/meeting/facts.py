"""Dates, places, lengths, ordinals and conditions of the meetings that a sentence names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from regesta.mentions.places import PlaceMention, find_places
from regesta.mentions.times import (
    Anchor,
    TimeMention,
    find_clock_times,
    find_durations,
    find_ordinals,
    find_windows,
    resolve,
)
from regesta.model.records import Part
from regesta.model.span import Span
from regesta.model.time import ClockTime, Duration
from regesta.records.meeting.draft import Draft
from regesta.records.view import Sentence
from regesta.rules.meetings import meeting_rules
from regesta.rules.states import States

_LINKS = re.compile(
    r"\b(?:for|to attend|to take part in|to participate in|during|when|on the occasion of|on the margins of|on the sidelines of|within the framework of|and hold|at|held on|to be held|in the lead-up to)\b"
)
_PARENTHESIS = re.compile(r"\(([^()]*(?:\([^()]*\)[^()]*)*)\)")
_PLANNED_BEFORE = frozenset(
    ["upcoming", "forthcoming", "coming", "next", "future", "planned", "proposed", "scheduled", "invitation", "invite", "invited", "inviting", "propose", "proposes", "early", "run-up", "lead-up", "preparations", "preparing", "prepare", "another", "ahead"]
)


@dataclass(slots=True)
class Facts:
    """Reads the facts of the drafts of one sentence; knows the publication date."""

    text: str
    published: str | None
    announcement: bool
    states: States

    def fill(self, sentence: Sentence, drafts: Sequence[Draft]) -> None:
        """Give every draft of a sentence what its words say; ``drafts`` are in order."""
        if not drafts:
            return
        for draft in drafts:
            self._status(sentence, draft)
            self._condition(sentence, draft)
        for time in find_windows(self.text, sentence.span):
            _give_time(sentence, drafts, time)
        for place in find_places(self.text, sentence.span, self.states):
            _give_place(sentence, drafts, place)
        self._lengths(sentence, drafts)
        _ordinals(self.text, sentence, drafts)
        _occasions(self.text, sentence, drafts, self.states)

    def resolve(self, draft: Draft, event: str | None) -> None:
        """Turn the draft's time words into a window; ``event`` is the main meeting's."""
        if draft.time is None or draft.when is not None:
            return
        tense = "future" if draft.status == "planned" else "past"
        anchor = Anchor(self.published, event)
        draft.when = resolve(draft.time, anchor, tense, self.text)  # type: ignore[arg-type]
        if draft.when is not None:
            draft.specific = True

    def _status(self, sentence: Sentence, draft: Draft) -> None:
        if draft.status == "planned":
            return
        toks = sentence.toks
        whole = " ".join(t.low for t in toks)
        if any(words in whole for words in meeting_rules().status["not_held"]):
            draft.status, draft.reason = "not_held", _reason(self.text, sentence)
            return
        near = [t.low for t in toks[max(0, draft.start - 4) : draft.head + 1]]
        before = [t.low for t in toks[max(0, draft.start - 3) : draft.end]]
        if draft.tense is not None:
            ahead = draft.tense in ("future", "infinitive") or (
                draft.tense == "present" and (self.announcement or _when_clause(toks, draft))
            )
            draft.status = "planned" if ahead else "held"
        if set(before) & _PLANNED_BEFORE and draft.kind != "meet":
            draft.status = "planned"
        after = [t.low for t in toks[draft.end : draft.end + 14]]
        joined = " ".join(after)
        if draft.tense is None and (
            _future_after(after)
            or "scheduled" in near
            or "to be held" in joined
            or "to take place" in joined
            or "scheduled" in after
        ):
            draft.status = "planned"
        if draft.kind == "noun" and _planned_object(sentence, draft):
            draft.status = "planned"
        if _invited_before(toks, draft) or _expected(sentence, draft):
            draft.status = "planned"

    def _condition(self, sentence: Sentence, draft: Draft) -> None:
        words = sentence.span.of(self.text)
        for phrase in meeting_rules().condition:
            at = words.lower().find(phrase)
            if at >= 0 and draft.status == "planned":
                tail = re.match(r"[^.;]*", words[at:])
                fixed = (
                    phrase
                    if " " in phrase
                    and phrase
                    not in (
                        "subject to",
                        "provided that",
                        "on condition that",
                        "as long as",
                        "depending on",
                        "contingent on",
                    )
                    else (tail.group() if tail else phrase)
                )
                draft.condition = words[at : at + len(fixed)].strip(" ,.")

    def _lengths(self, sentence: Sentence, drafts: Sequence[Draft]) -> None:
        durations = find_durations(self.text, sentence.span)
        clocks = find_clock_times(self.text, sentence.span)
        if not durations and not clocks:
            return
        target = next((d for d in drafts if d.kind == "meet" and d.status == "held"), drafts[0])
        give_lengths(self.text, target, durations, clocks)


def give_lengths(text: str, draft: Draft, durations: Sequence[Duration], clocks: Sequence[ClockTime]) -> None:
    """Set start, length and parts. Several lengths are a whole and its parts, or parts of a sum."""
    if draft.minutes is not None or (clocks and draft.start_time is not None):
        return
    draft.start_time = clocks[0].value if clocks else None
    if len(durations) == 1 or (len(durations) > 1 and len(clocks) < 2):
        draft.minutes = durations[0].minutes
        inner = [d for d in durations[1:] if _inside_brackets(text, durations[0].span, d.span)]
        draft.parts = [
            Part(_part_kind(text, durations[0].span.end, d.span.start), None, d.minutes) for d in inner
        ]
    elif durations:
        starts = [c.value for c in clocks] + [None] * len(durations)
        draft.parts = [Part(None, start, d.minutes) for start, d in zip(starts, durations, strict=False)]
        draft.minutes = sum(d.minutes for d in durations)


def _inside_brackets(text: str, whole: Span, part: Span) -> bool:
    between = text[whole.end : part.start]
    return between.count("(") > between.count(")")


def _part_kind(text: str, floor: int, start: int) -> str | None:
    words = re.split(r"[(),]|\band\b", text[floor:start].lower())[-1]
    if "plenary" in words or "expanded" in words:
        return "plenary"
    if "tête" in words or "tete" in words or "one-on-one" in words or "restricted" in words:
        return "tete_a_tete"
    if "lunch" in words or "dinner" in words or "breakfast" in words:
        return "working_meal"
    return None


def _when_clause(toks: Sequence[object], draft: Draft) -> bool:
    return any(t.low == "when" for t in toks[max(0, draft.start - 2) : draft.head])  # type: ignore[attr-defined]


def _future_after(after: Sequence[str]) -> bool:
    for i, word in enumerate(after[:8]):
        if word in ("will", "shall"):
            return True
        if word in (",", ";", "that", "which", "and", "was", "were", "is") and word != "is":
            return word == "which" and any(w in ("will", "scheduled") for w in after[i : i + 4])
    return False


def _planned_object(sentence: Sentence, draft: Draft) -> bool:
    """ "agreed to hold …", "will hold talks", "proposed a summit": the verb before plans it."""
    toks = sentence.toks
    before = [t.low for t in toks[max(0, draft.start - 12) : draft.start]]
    text = " ".join(before)
    if plan := re.search(
        r"\b(?:will|shall|agreed to|plans? to|intends? to|propos\w+|look\w* forward to|invit\w+|welcomed the upcoming|prepar\w+ for)\b[^.;]*$",
        text,
    ):
        if plan.group().startswith("propos"):
            draft.start = max(0, draft.start - len(plan.group().split()))
        text = plan.group()
        return not re.search(
            r"\b(?:of|since|after|at|during|from|following|by|based on|implement\w*|through|and)\b[^.;]*$",
            text,
        ) or bool(re.search(r"\bforward to\b|\bpropos", text))
    return False


def _expected(sentence: Sentence, draft: Draft) -> bool:
    """ "We expect the visit …, scheduled for the end of March"."""
    toks = sentence.toks
    before = [t.low for t in toks[max(0, draft.start - 3) : draft.start]]
    after = " ".join(t.low for t in toks[draft.end : draft.end + 40])
    return draft.kind == "noun" and (
        bool({"expect", "expects", "await", "awaits"} & set(before))
        or "scheduled for" in after.split(" was ")[0]
    )


def _invited_before(toks: Sequence[object], draft: Draft) -> bool:
    before = [t.low for t in toks[max(0, draft.head - 9) : draft.head]]  # type: ignore[attr-defined]
    return any(w in ("invited", "invitation", "invite", "inviting") for w in before)


def _reason(text: str, sentence: Sentence) -> str | None:
    """ "due to bad weather", "because of …": the words after it, up to the next mark."""
    found = re.search(
        r"\b(?:due to|because of|owing to|on account of|as a result of)\s+(?:the\s+)?([^,.;()]{3,80})",
        sentence.span.of(text),
    )
    return found.group(1).strip() if found else None


def _region(drafts: Sequence[Draft], at: int) -> int:
    """The draft whose words an attachment at token ``at`` follows; before all of them, the first."""
    following = [i for i, d in enumerate(drafts) if d.head <= at]
    return following[-1] if following else 0


def _give_time(sentence: Sentence, drafts: Sequence[Draft], time: TimeMention) -> None:
    at = sentence.token_at(time.core.start)
    if time.kind == "vague":
        return
    inside = next((i for i, d in enumerate(drafts) if d.kind == "noun" and d.start <= at < d.head), None)
    index = inside if inside is not None else _region(drafts, at)
    draft = drafts[index]
    if at < draft.head and draft.start > at and not _fronted(sentence, at):
        if (
            not any(d.start <= at < d.head for d in drafts)
            and index == 0
            and draft.kind == "noun"
            and at < draft.start - 6
        ):
            return
    if at > draft.head and _cut_between(sentence, draft.end, at):
        return
    if draft.time is None or (time.kind in ("day", "day_range") and draft.time.kind not in ("day", "day_range")):
        draft.time = time


def _fronted(sentence: Sentence, at: int) -> bool:
    return at <= 3


def _cut_between(sentence: Sentence, start: int, at: int) -> bool:
    """A reporting verb between a meeting and a date parts them; so does a relative clause's own noun."""
    cutting = [
        v
        for v in sentence.verbs
        if start <= v.start < at and v.kind in ("group", "light") and "past" in v.forms
    ]
    return any(v.lemma not in ("address", "discuss") for v in cutting)


def _give_place(sentence: Sentence, drafts: Sequence[Draft], place: PlaceMention) -> None:
    at = sentence.token_at(place.span.start)
    draft = drafts[_region(drafts, at)]
    if draft.place is not None or (
        place.preposition is None and draft.kind != "visit" and at > draft.end + 1
    ):
        if not (
            draft.place is None
            and draft.kind == "noun"
            and draft.start <= at <= draft.head
            and draft.format == "forum"
        ):
            return
    if place.preposition in ("of", "from", "between", "on", "with") or (
        place.preposition == "to" and draft.format != "visit" and draft.kind != "meet"
    ):
        return
    if at > draft.head and at - draft.head > 45:
        return
    draft.place = place


def _ordinals(text: str, sentence: Sentence, drafts: Sequence[Draft]) -> None:
    for ordinal in find_ordinals(text, sentence.span):
        at = sentence.token_at(ordinal.span.start)
        near = [d for d in drafts if d.start - 1 <= at <= d.end + 12]
        draft = next((d for d in near if d.kind == "meet"), near[0] if near else None)
        own = next((d for d in drafts if d.start <= at <= d.head), None)
        draft = own or draft
        if draft is None:
            continue
        if ordinal.scope == "total" and draft.total is None:
            draft.total = ordinal.value
        elif ordinal.scope == "year" and draft.year is None:
            draft.year = ordinal.value
        elif ordinal.scope == "round" and draft.round is None:
            draft.round = ordinal.value


@cache
def _occasion_pattern() -> re.Pattern[str]:
    phrases = [p for p in meeting_rules().occasion if p != "during the"]
    return re.compile(r"\b(?:" + "|".join(re.escape(p) for p in phrases) + r")\s+(?:the\s+)?", re.IGNORECASE)


def _occasions(text: str, sentence: Sentence, drafts: Sequence[Draft], states: States) -> None:
    """ "on the margins of the General Assembly": the words name the occasion of the meeting beside them."""
    for found in _occasion_pattern().finditer(text, sentence.span.start, sentence.span.end):
        at = sentence.token_at(found.end())
        named = next(
            (
                d
                for d in drafts
                if d.kind == "noun" and d.start <= at + 1 and d.head >= at - 1 and d.head - at < 12
            ),
            None,
        )
        others = [
            d for d in drafts if (d is not named and d.kind != "noun") or (d is not named and d.head < at)
        ]
        if not others:
            continue
        before = [d for d in others if d.head < at]
        meeting = before[-1] if before else others[0]
        meeting.place = meeting.place or _place_inside(named, states)
        if named is not None and named.time is not None and named.time.kind in ("day", "day_range") and meeting.time is None:
            meeting.time = named.time
        words = _occasion_words(text, sentence, found.end(), named)
        if words:
            meeting.occasion = words
            meeting.occasion_of = named
            if named is not None:
                named.is_occasion = True


def _place_inside(named: Draft | None, states: States) -> PlaceMention | None:
    """The place of the occasion: attached to it, or inside its name ("the Lunden Summit")."""
    if named is None:
        return None
    if named.place is not None:
        return named.place
    for tok in named.sentence.toks[named.start : named.head]:
        if tok.text[0].isupper():
            found = find_places(f"in {tok.text}.", Span(0, len(tok.text) + 4), states)
            if found and found[0].kind == "town" and found[0].country:
                return found[0]
    return None


def _occasion_words(text: str, sentence: Sentence, start: int, named: Draft | None) -> str:
    if named is not None:
        return " ".join(text[start : sentence.toks[named.end - 1].end].split())
    stop = re.search(r"\s+(?:session|in|on|at|to|held|taking|and)\b|[,.;(]", text[start : sentence.span.end])
    return " ".join(text[start : start + stop.start() if stop else sentence.span.end].split())

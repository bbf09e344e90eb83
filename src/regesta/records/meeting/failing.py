"""Meetings that a sentence says did not or will not take place, and the new date it gives for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from regesta.mentions.times import TimeMention
from regesta.model.span import Span
from regesta.records.meeting.draft import Draft
from regesta.records.signs import FAILING, PUTTING_OFF
from regesta.records.view import Sentence
from regesta.rules.meeting_grammar import meeting_grammar

_OBJECT_WITHIN = 12
_DENIAL = 10
_DATE_AFTER_VERB = 4
_DATE_AFTER_OBJECT = 30
_BREAKS = frozenset({";", "but", "while", "whereas"})


@dataclass(frozen=True, slots=True)
class Failure:
    """A meeting that failed, where the words that say so end, and how far from there a new date may stand."""

    draft: Draft
    end: int
    near: int


def give_failures(text: str, sentence: Sentence, drafts: Sequence[Draft]) -> list[Failure]:
    """Mark the drafts that fail by the words of their sentence; ``drafts`` are in order of their heads."""
    found = [*_subjects(sentence, drafts), *_objects(sentence, drafts), *_declined(sentence, drafts)]
    found += _in_title(sentence, drafts)
    for failure in found:
        failure.draft.status, failure.draft.reason = "not_held", _reason(text, sentence)
    return found


def in_reason(sentence: Sentence, failures: Sequence[Failure], text: str, place: Span) -> bool:
    """Say whether a place stands in the words that give the reason of a failure: it is not the meeting's."""
    reasons = [failure.draft.reason for failure in failures if failure.draft.reason]
    own = sentence.span.of(text)
    starts = [(sentence.span.start + own.find(reason), len(reason)) for reason in reasons]
    return any(start <= place.start < start + length for start, length in starts)


def planned_anew(
    sentence: Sentence, failures: Sequence[Failure], times: Sequence[TimeMention]
) -> list[Draft]:
    """Return the plan that takes the place of each failed one: "was put off to May", "… until the autumn"."""
    found = list[Draft]()
    for failure in failures:
        for time in times:
            at = sentence.token_at(time.core.start)
            start = _preposition(sentence, at)
            near = failure.end <= at <= failure.end + failure.near
            if start is None or not near or time.kind == "vague" or any(d.time is time for d in found):
                continue
            found.append(_anew(sentence, failure.draft, start, at, time))
            break
    return found


def _anew(sentence: Sentence, draft: Draft, start: int, at: int, time: TimeMention) -> Draft:
    end = max(at + 1, sentence.token_at(time.core.end - 1) + 1)
    return Draft(
        sentence=sentence,
        start=start,
        end=end,
        head=start,
        kind="noun",
        format=draft.format,
        medium=draft.medium,
        status="planned",
        people=list(draft.people),
        parties=set(draft.parties),
        destination=draft.destination,
        time=time,
        named=draft.named,
        specific=True,
        rule="put_off",
    )


def _preposition(sentence: Sentence, at: int) -> int | None:
    """Return where "to", "until the" and the like begins just before a date; None where none does."""
    start = at
    while start > 0 and at - start < 3 and sentence.toks[start - 1].low in meeting_grammar().put_off_to:
        start -= 1
    opening = {t.low for t in sentence.toks[start:at]}
    if start and sentence.toks[start - 1].low in meeting_grammar().due_before:
        return None
    return start if opening & {"to", "until", "till", "for", "by"} else None


def _subjects(sentence: Sentence, drafts: Sequence[Draft]) -> Iterator[Failure]:
    """Read "the visit, which was due in May, cannot take place": the meeting stands before the verb."""
    if not sentence.signs & FAILING:
        return
    words = sentence.words
    for match in meeting_grammar().failing.pattern.finditer(words):
        at = words.count(" ", 0, match.start())
        before = [d for d in drafts if d.head < at and _may_fail(sentence, d, at)]
        named = [d for d in before if not _aside(sentence, d)]
        if before:
            yield Failure((named or before)[-1], words.count(" ", 0, match.end()) + 1, _DATE_AFTER_VERB)


def _objects(sentence: Sentence, drafts: Sequence[Draft]) -> Iterator[Failure]:
    """Read "agreed to postpone the visit", "the cancellation of the talks": the meeting stands behind."""
    if not sentence.signs & PUTTING_OFF:
        return
    words = sentence.words
    for match in meeting_grammar().putting_off.pattern.finditer(words):
        end = words.count(" ", 0, match.end())
        after = next((d for d in drafts if d.kind == "noun" and d.head > end), None)
        if after is not None and after.start - end <= _OBJECT_WITHIN:
            yield Failure(after, end, _DATE_AFTER_OBJECT)


def _declined(sentence: Sentence, drafts: Sequence[Draft]) -> Iterator[Failure]:
    """Read "has decided not to travel to XB", "will not be able to meet": the verb itself is denied.

    "Will not continue the negotiations" is no meeting that failed.
    """
    for draft in drafts:
        if draft.kind not in ("visit", "meet") or draft.verb in meeting_grammar().ongoing:
            continue
        first = max(0, draft.head - _DENIAL)
        before = " ".join(sentence.lows[first : draft.head])
        for found in meeting_grammar().declining.pattern.finditer(before):
            verb = first + before.count(" ", 0, found.end()) + 1
            if verb == draft.head or sentence.lows[verb] == draft.verb:
                yield Failure(draft, draft.end, 0)
                break


def _in_title(sentence: Sentence, drafts: Sequence[Draft]) -> Iterator[Failure]:
    """Read the title "Visit of President X to XB – postponement"."""
    if sentence.block.kind not in ("title", "heading"):
        return
    found = meeting_grammar().failed_in_titles.pattern.search(sentence.words)
    at = sentence.words.count(" ", 0, found.start()) if found is not None else 0
    before = [d for d in drafts if d.kind == "noun" and d.head < at]
    if before:
        yield Failure(before[-1], at + 1, 0)


def _may_fail(sentence: Sentence, draft: Draft, at: int) -> bool:
    """Say whether a mention may be the subject of a verb at ``at``: a noun, or a plan, of the same clause."""
    told = draft.kind == "meet" and draft.tense not in ("future", "infinitive")
    return not told and not any(t.low in _BREAKS for t in sentence.toks[draft.end : at])


def _aside(sentence: Sentence, draft: Draft) -> bool:
    before = sentence.toks[draft.start - 1].low if draft.start else ""
    return before in meeting_grammar().beside_failing


def _reason(text: str, sentence: Sentence) -> str | None:
    """The words after "due to" and the like, up to the next mark."""
    words = sentence.span.of(text)
    for opening in meeting_grammar().because.pattern.finditer(words[:1].lower() + words[1:]):
        found = re.match(r"\s+(?:the\s+)?([^,.;()]{3,80})", words[opening.end() :])
        if found is not None:
            return found.group(1).strip()
    return None

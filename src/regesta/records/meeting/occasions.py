"""On the occasion of what a meeting was held: "on the margins of the General Assembly"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from regesta.mentions.places import PlaceMention, find_places
from regesta.model.span import Span
from regesta.records.meeting.draft import Draft
from regesta.records.view import Sentence
from regesta.rules.meeting_grammar import meeting_grammar
from regesta.rules.meetings import meeting_rules
from regesta.rules.states import States


@cache
def _opening() -> re.Pattern[str]:
    phrases = "|".join(re.escape(phrase) for phrase in meeting_rules().occasion)
    return re.compile(rf"\b(?:{phrases})\s+(?:the\s+)?", re.IGNORECASE)


@cache
def _ending() -> re.Pattern[str]:
    words = "|".join(sorted(meeting_grammar().occasion_ends))
    return re.compile(rf"\s+(?:{words})\b|[,.;(]")


def give_occasions(text: str, sentence: Sentence, drafts: Sequence[Draft], states: States) -> None:
    """Give the mention beside "on the margins of …" its occasion, and what date and place that has."""
    for found in _opening().finditer(text, sentence.span.start, sentence.span.end):
        at = sentence.token_at(found.end())
        named = _named(drafts, at)
        others = [d for d in drafts if d is not named and (d.kind != "noun" or d.head < at)]
        if not others:
            continue
        before = [d for d in others if d.head < at]
        meeting = before[-1] if before else others[0]
        if named is not None:
            _share(meeting, named, states)
        words = _words(text, sentence, found.end(), named)
        if words:
            meeting.occasion, meeting.occasion_of = words, named
            if named is not None:
                named.is_occasion = True


def _named(drafts: Sequence[Draft], at: int) -> Draft | None:
    """The mention by noun that the words at token ``at`` begin: the occasion is a meeting itself."""
    nouns = (d for d in drafts if d.kind == "noun" and d.start <= at + 1 and at - 1 <= d.head < at + 12)
    return next(nouns, None)


def _share(meeting: Draft, named: Draft, states: States) -> None:
    meeting.place = meeting.place or named.place or _place_in_name(named, states)
    if meeting.time is None and named.time is not None and named.time.kind in meeting_grammar().whole_days:
        meeting.time = named.time


def _place_in_name(named: Draft, states: States) -> PlaceMention | None:
    """Return the town inside a name: "the Port Sele Summit" was there."""
    for tok in named.sentence.toks[named.start : named.head]:
        if tok.text[0].isupper():
            found = find_places(f"in {tok.text}.", Span(0, len(tok.text) + 4), states)
            if found and found[0].kind == "town" and found[0].country:
                return found[0]
    return None


def _words(text: str, sentence: Sentence, start: int, named: Draft | None) -> str:
    if named is not None:
        return " ".join(text[start : sentence.toks[named.end - 1].end].split())
    rest = text[start : sentence.span.end]
    stop = _ending().search(rest)
    return " ".join(rest[: stop.start()].split() if stop else rest.split())

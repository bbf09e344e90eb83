"""What tells an undertaking from talk: verbs of process and of delivery, windows, own subjects.

``data/promises.yml`` holds the words; its head says what each field means. The patterns made of
them are compiled once, on first use.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from pydantic import Field

from regesta.rules.base import Strict, read_rules


class Stems(Strict):
    """An open class of words; a star stands for the rest of a word."""

    words: tuple[str, ...] = Field(min_length=1)
    match: tuple[str, ...] = Field(min_length=1)
    never: tuple[str, ...] = Field(min_length=1)


class PromiseRules(Strict):
    """All words of the gate. See the head of ``promises.yml`` for the fields."""

    process: Stems
    deliverables: Stems
    delivered: Stems
    counted: Stems
    counted_after: tuple[str, ...]
    worth: tuple[str, ...]
    deeds: Stems
    coordinated: Stems
    putting_off: Stems
    put_to: tuple[str, ...]
    set_before: tuple[str, ...]
    shared: Stems
    shared_after: tuple[str, ...]
    realising: Stems
    realising_after: tuple[str, ...]
    future: tuple[str, ...]
    not_infinitive: tuple[str, ...]
    own_subjects: tuple[str, ...]
    bodies: Stems
    not_bodies: tuple[str, ...]
    journey: Stems
    on_journey: Stems
    saying: Stems
    need: Stems
    tasking: Stems
    going_on: Stems
    goes_on: Stems
    interest: Stems
    commitments: tuple[str, ...]
    openers: tuple[str, ...]
    events: Stems
    formats: tuple[str, ...]
    past_marks: tuple[str, ...]
    planned: tuple[str, ...]
    scheduled: tuple[str, ...]


# What may stand before the noun of a deed.
_LEADS = "a|an|the|his|her|its|their"


@dataclass(frozen=True, slots=True)
class PromisePatterns:
    """The patterns made of the words; where a name is that of a field, so is its meaning.

    ``bodies`` is for the whole of a subject.
    ``counted``, ``deeds``, ``shared``, ``realising``,
    ``saying``, ``tasking``, ``going_on``, ``goes_on``, ``interest`` and
    ``commitments`` are for the beginning of a text, and so is ``doing``: a verb in -ing or with "to".
    So is ``putting_off``; ``new_time``, for what follows it, keeps the new time as its first group.
    ``event`` keeps the words of the event as its first group. ``infinitive`` finds each "to" before a
    verb, ``scheduled`` a sentence in lower case that sets a date for a meeting.
    """

    process: re.Pattern[str]
    deliverables: re.Pattern[str]
    delivered: re.Pattern[str]
    counted: re.Pattern[str]
    deeds: re.Pattern[str]
    coordinated: re.Pattern[str]
    listed: re.Pattern[str]
    bodies: re.Pattern[str]
    journey: re.Pattern[str]
    on_journey: re.Pattern[str]
    saying: re.Pattern[str]
    need: re.Pattern[str]
    tasking: re.Pattern[str]
    putting_off: re.Pattern[str]
    new_time: re.Pattern[str]
    shared: re.Pattern[str]
    realising: re.Pattern[str]
    clause: re.Pattern[str]
    future: re.Pattern[str]
    infinitive: re.Pattern[str]
    own_subjects: re.Pattern[str]
    going_on: re.Pattern[str]
    goes_on: re.Pattern[str]
    interest: re.Pattern[str]
    doing: re.Pattern[str]
    commitments: re.Pattern[str]
    event: re.Pattern[str]
    past_marks: re.Pattern[str]
    scheduled: re.Pattern[str]


@cache
def promise_rules() -> PromiseRules:
    """Return the shipped words, read once."""
    return read_rules("promises.yml", PromiseRules)


@cache
def promise_patterns() -> PromisePatterns:
    """Return the patterns of the shipped words, compiled once."""
    rules = promise_rules()
    return PromisePatterns(
        process=_words(rules.process.words),
        deliverables=_deliverables(rules),
        delivered=_delivered(rules),
        counted=_counted(rules),
        deeds=_any_case(rf"\W*(?:(?:{_LEADS})\s+)?(?:\w+\s+){{0,2}}?(?:{_any(rules.deeds.words)})\b"),
        coordinated=_coordinated(rules.coordinated.words),
        listed=re.compile(rf",\s+(?=(?:{_any(rules.coordinated.words)})\b)"),
        bodies=_bodies(rules),
        journey=_words(rules.journey.words),
        on_journey=_any_case(rf"(?:{_any(rules.on_journey.words)})\b"),
        need=_any_case(rf"\s*(?:on|upon|about)\s+(?:the|a)\s+(?:\w+\s+)?(?:{_any(rules.need.words)})\b"),
        saying=re.compile(rf"(?:{_any(rules.saying.words)})"),
        tasking=re.compile(rf"(?:{_any(rules.tasking.words)})"),
        putting_off=_putting_off(rules),
        new_time=_new_time(rules),
        shared=_any_case(
            rf"\s*(?:{_any(rules.shared_after)})?\s*(?:{_any(rules.shared.words)})",
        ),
        realising=_any_case(rf"\W*(?:(?:{_any(rules.realising_after)}) )*(?:{_any(rules.realising.words)})"),
        clause=re.compile(r"\W*that\b"),
        future=re.compile(rf"\b(?:{_any(rules.future)})\b"),
        infinitive=re.compile(rf"\bto (?!(?:{_any(rules.not_infinitive)})\b)[a-z]+"),
        own_subjects=re.compile(rf"\b(?:{_any(rules.own_subjects)})\b"),
        going_on=re.compile(_any(rules.going_on.words)),
        goes_on=re.compile(rf"\W*(?:{_any(rules.goes_on.words)})"),
        interest=re.compile(_any(rules.interest.words)),
        doing=_any_case(r"\W*(?:in\s+)?(?:\w{2,20}ly\s+)?\w{2,30}ing\b|\W*to\s"),
        commitments=re.compile(rf"\W*(?:\w+\W+){{0,5}}(?:{_any(rules.commitments)})\b"),
        event=_event(rules),
        past_marks=_past(rules),
        scheduled=re.compile(
            rf"\b(?:will|shall) (?:\w+ )?(?:{_any(rules.planned)})\b|\b(?:{_any(rules.scheduled)})\b"
        ),
    )


def _putting_off(rules: PromiseRules) -> re.Pattern[str]:
    """The verb of putting off stands first, or behind what is put off: "that the visit be postponed"."""
    subject = rf"(?:(?!\bto\b)[^,;:.]){{1,80}}?\b(?:{_any(rules.future)}|be)\b(?: have to)?(?: be)?\s+"
    return _any_case(rf"\W*(?:to |on |upon )?(?:{subject})?(?:{_any(rules.putting_off.words)})\b")


def _new_time(rules: PromiseRules) -> re.Pattern[str]:
    """Its first group is what follows "to" or "until", before any word that leads back to the old time."""
    stop = rf"(?:(?!\b(?:{_any(rules.set_before)})\b)[^.;]){{0,160}}"
    return _any_case(rf"{stop}?\b(?:{_any(rules.put_to)})\s+({stop})")


def _bodies(rules: PromiseRules) -> re.Pattern[str]:
    """A subject that a body heads: nothing but its article and attributes before it, and "of …" behind."""
    no = rf"(?!(?:of|for|in|by|with|to|between|from|on|{_any(rules.not_bodies)})\b)"
    name = rf"(?:{no}[\w’'&.-]+\s+){{0,6}}?(?:{_any(rules.bodies.words)})"
    return _any_case(rf"\W*(?:that\s+)?(?:the\s+)?{name}(?:\s+(?:of|for)\s+[\w’'&, -]{{1,60}})?\s+")


def _past(rules: PromiseRules) -> re.Pattern[str]:
    """What is past before a date; "would be made available before June" is not."""
    ahead = "".join(rf"(?<!\b{modal} be )" for modal in rules.future if " " not in modal)
    return re.compile(rf"\b{ahead}(?:{_any(rules.past_marks)})\b[^,;]*$")


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace(r"\*", r"\w*") for word in words)


def _any_case(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _words(words: Iterable[str]) -> re.Pattern[str]:
    return _any_case(rf"\b(?:{_any(words)})\b")


def _deliverables(rules: PromiseRules) -> re.Pattern[str]:
    """What is delivered, or what will be done to a thing."""
    return _any_case(rf"\b(?:{_any(rules.deliverables.words)})\b|{_delivered(rules).pattern}")


def _counted(rules: PromiseRules) -> re.Pattern[str]:
    """A number of things or a sum at the head of what is promised, or a sum that it is worth.

    Before the number may stand the deed: "will accept 3,000 students".
    """
    number = rf"\d[\d.,]*|(?:{_any(rules.counted.words)})"
    sum_ = r"(?-i:(?:[A-Z]{2,3}\s?)?[$€£¥]\s?\d|[A-Z]{3}\s\d)"
    deed = rf"(?:(?:{_any(rules.future)}|to)\s+(?:\w+ly\s+)?(?P<deed>[a-z]+)\s+)?"
    head = rf"\W*?{deed}(?:(?:{_any(rules.counted_after)})\s+){{0,6}}(?:{sum_}|(?:{number})\s+\w)"
    return re.compile(rf"(?i:{head})|[^.;]{{0,60}}\b(?:{_any(rules.worth)})\s+(?:{sum_})")


def _delivered(rules: PromiseRules) -> re.Pattern[str]:
    return _any_case(rf"(?<!\bto )\bbe (?:\w+ly |soon )?(?:{_any(rules.delivered.words)})\b")


def _coordinated(words: Iterable[str]) -> re.Pattern[str]:
    """The words between two undertakings: "and", "and to", "as well as to" before one of the verbs."""
    return re.compile(rf",?\s+(?:and(?: to)?|as well as(?: to)?|, to)\s+(?=(?:{_any(words)})\b)")


def _event(rules: PromiseRules) -> re.Pattern[str]:
    openers, events = _any(rules.openers), _any(rules.events.words)
    return _any_case(rf"\b(?:{openers})\s+(?:the\s+)?([^.;,]*?(?:{events})[^.;,]*)")

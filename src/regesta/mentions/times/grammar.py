"""The patterns of ``times.yml`` compiled: one expression that finds, one for each rule that reads.

In a pattern a space stands for a gap, ``%name%`` for a shorthand, ``@class`` or ``@class:field``
for a class of words of :mod:`regesta.mentions.times.lexicon`, kept under the field's name. A field
may be named several times; the first that was found counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from regesta.mentions.times.lexicon import GAP, Meanings, either, squeeze, word_classes
from regesta.model.finding import RegestaError
from regesta.rules.times import TimeRules, WindowPattern, time_rules

_SHORT = re.compile(r"%(\w+)%")
_CLASS = re.compile(r"@([a-z_]+)(?::([a-z_]+))?")
_NAMED = re.compile(r"\(\?P<\w+>")
_START = r"(?<![\w$€£¥])(?<!\d[.,:/–-])(?=\w)(?!(?<=[A-Za-z]-)\d)"
_END = r"(?:(?!\w)|(?<=\d{4})(?=\d\d?:\d\d))"


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """A pattern of ``times.yml`` ready for use: ``reader`` reads the fields of its core."""

    rule: WindowPattern
    reader: re.Pattern[str]
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Grammar:
    """Everything that finding windows needs.

    ``trigger`` matches somewhere in every mention; ``finder`` matches mentions, and its last group
    is "r" and the number of the rule.
    """

    trigger: re.Pattern[str]
    finder: re.Pattern[str]
    rules: tuple[CompiledRule, ...]
    meanings: Meanings
    prepositions: dict[str, str]


def expand(pattern: str, rules: TimeRules) -> str:
    """Return ``pattern`` in the notation of ``times.yml`` as a regular expression."""
    classes = word_classes(rules)
    seen: dict[str, int] = {}

    def named(found: re.Match[str]) -> str:
        if found[1] not in classes:
            raise RegestaError(f"rules/data/times.yml: no word class @{found[1]}; mend the rule file.")
        field = found[2] or found[1]
        seen[field] = seen.get(field, 0) + 1
        return f"(?P<{field}__{seen[field]}>{classes[found[1]]})"

    spelt = _SHORT.sub(lambda found: rules.shorthand[found[1]], pattern).replace(" ", GAP)
    return _CLASS.sub(named, spelt)


def _compiled(rule: WindowPattern, rules: TimeRules) -> CompiledRule:
    return CompiledRule(
        rule,
        re.compile(f"(?i:{expand(rule.pattern, rules)})"),
        re.compile(expand(rule.unless_before, rules)) if rule.unless_before else None,
        re.compile(expand(rule.unless_after, rules)) if rule.unless_after else None,
    )


def _guard(rule: WindowPattern, rules: TimeRules) -> str:
    """Return what must hold before the rule's core: a preposition was read, or a word of ``after``."""
    if rule.only:
        alone = (words for words, preposition in rules.prepositions.items() if preposition in rule.only)
        return f"(?(prep)(?:{_behind(alone)})|(?!))"
    behind = _behind(rule.after) or "(?!)"
    return {"optional": "", "required": f"(?(prep)|(?:{behind}))", "none": "(?(prep)(?!)|)"}[rule.preposition]


def _behind(words: Iterable[str]) -> str:
    return "|".join(rf"(?<=\b{re.escape(word)}\s)" for word in words)


def _starter(rules: TimeRules) -> str:
    """Return what the first word of a core can be; most words are passed over by it alone."""
    classes: tuple[Iterable[str], ...] = (
        rules.months, rules.months_short, rules.weekdays, rules.seasons, rules.numbers, rules.tens,
        rules.ordinals, rules.ordinal_tens, rules.eras, rules.which, rules.days_named,
        rules.weekdays_short, rules.starters,
        *rules.parts.values(),
    )  # fmt: skip
    words = {re.split(r"[ .-]", word)[0].lower() for every in classes for word in every}
    return rf"\d|(?:FY|Q|H)(?: ?\d)|{either(words)}(?:\b|(?=\d))"


def _finder(rules: TimeRules) -> str:
    cores = [
        f"{_guard(rule, rules)}(?P<r{number}>{_NAMED.sub('(?:', expand(rule.pattern, rules))})"
        for number, rule in enumerate(rules.windows)
    ]
    lead = f"(?P<prep>{either(rules.prepositions)}){GAP}"
    return f"(?i:{_START}(?:{lead}|)(?={_starter(rules)})(?:{'|'.join(cores)}){_END})"


def _trigger(rules: TimeRules) -> str:
    """Return the expression that must match somewhere in every mention."""
    words = [*rules.triggers, *rules.months, *rules.months_short, *rules.weekdays, *rules.seasons]
    words += rules.weekdays_short
    words += [name.split(" ")[0] for name in rules.eras]
    cases = {case for word in words for case in (word, word.capitalize(), word.upper())}
    return rf"\b(?:\d|{either(cases)})"


@cache
def grammar() -> Grammar:
    """Return the shipped grammar, compiled on first use."""
    rules = time_rules()
    return Grammar(
        re.compile(_trigger(rules)),
        re.compile(_finder(rules)),
        tuple(_compiled(rule, rules) for rule in rules.windows),
        Meanings(rules),
        {squeeze(words): preposition for words, preposition in rules.prepositions.items()},
    )

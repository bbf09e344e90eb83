"""The patterns of ``times.yml`` compiled: one expression that finds, one for each rule that reads.

In a pattern a space stands for a gap, ``%name%`` for a shorthand, ``@class`` or ``@class:field``
for a class of words of :mod:`regesta.mentions.times.lexicon`, kept under the field's name. A field
may be named several times; the first that was found counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, partial

from regesta.mentions.times.lexicon import GAP, Meanings, begins, either, squeeze, word_classes
from regesta.model.finding import RegestaError
from regesta.rules.times import TimeRules, WindowPattern, time_rules

_SHORT = re.compile(r"%(\w+)%")
_CLASS = re.compile(r"@([a-z_]+)(?::([a-z_]+))?")
_NAMED = re.compile(r"\(\?P<\w+>")
_START = r"(?<![\w$€£¥])(?<!\d[.,:/–-])(?=\w)(?!(?<=[A-Za-z]-)\d)"
_END = r"(?:(?!\w)|(?<=\d{4})(?=\d\d?:\d\d))"


class CompiledRule:
    """A pattern of ``times.yml``; what reads the fields of its core is compiled on first use."""

    def __init__(self, rule: WindowPattern, expand: Callable[[str], str]) -> None:
        self.rule = rule
        self._expand = expand

    @cached_property
    def reader(self) -> re.Pattern[str]:
        """The pattern that reads the fields of the core."""
        return re.compile(f"(?i:{self._expand(self.rule.pattern)})")

    @cached_property
    def before(self) -> re.Pattern[str] | None:
        """What must not stand right before the core."""
        return re.compile(self._expand(self.rule.unless_before)) if self.rule.unless_before else None

    @cached_property
    def after(self) -> re.Pattern[str] | None:
        """What must not stand right after the core."""
        return re.compile(self._expand(self.rule.unless_after)) if self.rule.unless_after else None


@dataclass(frozen=True, slots=True)
class Grammar:
    """Everything that finding windows needs.

    ``trigger`` matches somewhere in every mention, ``opener`` where one may begin; ``finder`` matches
    mentions, and its last group is "r" and the number of the rule.
    """

    trigger: re.Pattern[str]
    opener: re.Pattern[str]
    finder: re.Pattern[str]
    rules: tuple[CompiledRule, ...]
    meanings: Meanings
    prepositions: dict[str, str]


def expand(pattern: str, rules: TimeRules, classes: Mapping[str, str]) -> str:
    """Return ``pattern`` in the notation of ``times.yml`` as a regular expression.

    ``classes`` are those of :func:`regesta.mentions.times.lexicon.word_classes` for the same rules.
    """
    seen: dict[str, int] = {}

    def named(found: re.Match[str]) -> str:
        if found[1] not in classes:
            raise RegestaError(f"rules/data/times.yml: no word class @{found[1]}; mend the rule file.")
        field = found[2] or found[1]
        seen[field] = seen.get(field, 0) + 1
        return f"(?P<{field}__{seen[field]}>{classes[found[1]]})"

    spelt = _SHORT.sub(lambda found: rules.shorthand[found[1]], pattern).replace(" ", GAP)
    return _CLASS.sub(named, spelt)


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
    """Return what the first word of a core can be."""
    return rf"\d|(?:FY|Q|H)(?: ?\d)|{either(_first_words(rules))}(?:\b|(?=\d))"


def _opener(rules: TimeRules) -> str:
    """Return where a mention may begin; most words are passed over by it alone."""
    return rf"{_START}(?=\d|{begins([*_first_words(rules), *rules.prepositions, 'fy', 'q', 'h'])})"


def _first_words(rules: TimeRules) -> set[str]:
    classes: tuple[Iterable[str], ...] = (
        rules.months, rules.months_short, rules.weekdays, rules.seasons, rules.numbers, rules.tens,
        rules.ordinals, rules.ordinal_tens, rules.eras, rules.which, rules.days_named,
        rules.weekdays_short, rules.starters,
        *rules.parts.values(),
    )  # fmt: skip
    return {re.split(r"[ .-]", word)[0].lower() for every in classes for word in every}


def _finder(rules: TimeRules, expand: Callable[[str], str]) -> str:
    cores = [
        f"{_guard(rule, rules)}(?P<r{number}>{_NAMED.sub('(?:', expand(rule.pattern))})"
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
    expanded = partial(expand, rules=rules, classes=word_classes(rules))
    return Grammar(
        re.compile(_trigger(rules)),
        re.compile(_opener(rules)),
        re.compile(_finder(rules, expanded)),
        tuple(CompiledRule(rule, expanded) for rule in rules.windows),
        Meanings(rules),
        {squeeze(words): preposition for words, preposition in rules.prepositions.items()},
    )

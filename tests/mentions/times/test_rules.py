"""Every pattern of times.yml finds its own examples and keeps off what it must not find."""

from __future__ import annotations

import pytest

from regesta.mentions.times import find_clock_times, find_durations, find_ordinals, find_windows, leaning
from regesta.mentions.times.grammar import expand, grammar
from regesta.mentions.times.lexicon import word_classes
from regesta.mentions.times.resolve import KINDS
from regesta.model.finding import RegestaError
from regesta.model.span import Span
from regesta.rules.base import parse
from regesta.rules.times import TimeRules, WindowPattern, time_rules

RULES = time_rules()
MATCHES = [(rule.name, sentence) for rule in RULES.windows for sentence in rule.match]
NEVERS = [(rule.name, sentence) for rule in RULES.windows for sentence in rule.never]


def _whole(text: str) -> Span:
    return Span(0, len(text))


@pytest.mark.parametrize(("name", "sentence"), MATCHES)
def test_window_examples_match(name: str, sentence: str) -> None:
    text = sentence.replace("«", "").replace("»", "")
    words = sentence[sentence.index("«") + 1 : sentence.index("»")]
    found = [(mention.rule, mention.span.of(text)) for mention in find_windows(text, _whole(text))]
    assert (name, words) in found if "«" in sentence else any(rule == name for rule, _ in found)


@pytest.mark.parametrize(("name", "sentence"), NEVERS)
def test_window_examples_never_match(name: str, sentence: str) -> None:
    assert name not in [mention.rule for mention in find_windows(sentence, _whole(sentence))]


@pytest.mark.parametrize("rule", RULES.windows, ids=lambda rule: rule.name)
def test_every_rule_has_a_kind_that_is_known(rule: WindowPattern) -> None:
    assert rule.kind in KINDS


@pytest.mark.parametrize(("name", "sentence"), MATCHES)
def test_no_later_pattern_reads_more(name: str, sentence: str) -> None:
    """The first pattern wins, so a longer reading must stand before a shorter one."""
    text = sentence.replace("«", "").replace("»", "")
    for mention in find_windows(text, _whole(text)):
        if mention.rule != name:
            continue
        for compiled in grammar().rules:
            longer = compiled.reader.match(text, mention.core.start)
            if compiled.rule.preposition == "optional" and longer and compiled.rule.kind == mention.kind:
                assert longer.end() <= mention.core.end, compiled.rule.name


EVERY_LEAN = (*RULES.leaning.words, RULES.leaning.fronted)
LEANS = [(lean.tense, sentence) for lean in EVERY_LEAN for sentence in lean.match]
NO_LEANS = [(lean.tense, sentence) for lean in EVERY_LEAN for sentence in lean.never]


def _leaning(sentence: str) -> str | None:
    text, place = sentence.replace("«", "").replace("»", ""), sentence.index("«")
    (date,) = (found for found in find_windows(text, _whole(text)) if found.span.start == place)
    return leaning(text, _whole(text), date)


@pytest.mark.parametrize(("tense", "sentence"), LEANS)
def test_where_a_date_lies(tense: str, sentence: str) -> None:
    assert _leaning(sentence) == tense


@pytest.mark.parametrize(("tense", "sentence"), NO_LEANS)
def test_where_a_date_is_not_told_to_lie(tense: str, sentence: str) -> None:
    assert _leaning(sentence) != tense


@pytest.mark.parametrize(("sentence", "minutes"), RULES.durations.match.items())
def test_duration_examples(sentence: str, minutes: int) -> None:
    assert [found.minutes for found in find_durations(sentence, _whole(sentence))] == [minutes]


@pytest.mark.parametrize("sentence", RULES.durations.never)
def test_duration_examples_never(sentence: str) -> None:
    assert find_durations(sentence, _whole(sentence)) == ()


@pytest.mark.parametrize(("sentence", "expected"), RULES.ordinal_counts.match.items())
def test_ordinal_examples(sentence: str, expected: str) -> None:
    assert [f"{found.value} {found.scope}" for found in find_ordinals(sentence, _whole(sentence))] == [
        expected
    ]


@pytest.mark.parametrize("sentence", RULES.ordinal_counts.never)
def test_ordinal_examples_never(sentence: str) -> None:
    assert find_ordinals(sentence, _whole(sentence)) == ()


@pytest.mark.parametrize(("sentence", "expected"), RULES.clock.match.items())
def test_clock_examples(sentence: str, expected: str) -> None:
    assert [found.value for found in find_clock_times(sentence, _whole(sentence))] == [expected]


@pytest.mark.parametrize("sentence", RULES.clock.never)
def test_clock_examples_never(sentence: str) -> None:
    assert find_clock_times(sentence, _whole(sentence)) == ()


def test_an_unknown_word_class_is_named() -> None:
    with pytest.raises(RegestaError, match="@fortnightly"):
        expand("@fortnightly", RULES, word_classes(RULES))


def test_an_unknown_key_is_refused() -> None:
    with pytest.raises(RegestaError, match=r"here\.yml"):
        parse("moons: {}", TimeRules, "here.yml")

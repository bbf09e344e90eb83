"""The topics' own examples, general and in packs, and what the reader of the file refuses."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from regesta.mentions.tokens import tokens
from regesta.model.finding import RegestaError
from regesta.model.span import Span
from regesta.records.topics import Topics
from regesta.rules.base import parse
from regesta.rules.packs import Pack, shipped_packs
from regesta.rules.topics import TopicRule, TopicRules, topic_rules

Case = tuple[str, str, tuple[Pack, ...]]


def cases(of: Callable[[TopicRule], tuple[str, ...]]) -> list[Case]:
    general: list[Case] = [(one.id, words, ()) for one in topic_rules().topics for words in of(one)]
    packs: list[Case] = [
        (one.id, words, (pack,)) for pack in shipped_packs() for one in pack.topics for words in of(one)
    ]
    return general + packs


def topics_of(words: str, packs: tuple[Pack, ...]) -> tuple[str, ...]:
    parties = frozenset(code for pack in packs for code in pack.parties)
    whole = Span(0, len(words))
    return Topics(words, packs, parties, [tokens(words, whole)]).of(whole, [])


@pytest.mark.parametrize(("topic", "words", "packs"), cases(lambda topic: topic.match))
def test_examples_show_their_topic(topic: str, words: str, packs: tuple[Pack, ...]) -> None:
    assert topic in topics_of(words, packs)


@pytest.mark.parametrize(("topic", "words", "packs"), cases(lambda topic: topic.never))
def test_counter_examples_do_not(topic: str, words: str, packs: tuple[Pack, ...]) -> None:
    assert topic not in topics_of(words, packs)


ONE = "{id: one, label: One, cues: [one], match: [One.], never: [Two.]%s}"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (f"topics: [{ONE % ''}, {ONE % ''}]", "given twice: one"),
        (f"topics: [{ONE % ', over: [nowhere]'}]", "no such topic: nowhere"),
        (f"topics: [{ONE % ', colour: red'}]", "colour"),
        ("topics: [{id: one, label: One, match: [One.], never: [Two.]}]", "no cue and no name"),
        ("topics: [{id: one, label: One, cues: [one], match: [One.]}]", "never"),
    ],
)
def test_a_broken_file_is_refused_with_its_reason(text: str, complaint: str) -> None:
    with pytest.raises(RegestaError, match=complaint):
        parse(text, TopicRules, "mine.yml")


def test_a_pack_adds_words_to_a_general_topic() -> None:
    base = topic_rules().topics[0]
    more = base.model_copy(update={"cues": ("opera season",), "label": "Renamed"})
    joined = base.joined(more)
    assert joined.label == "Renamed"
    assert {"opera season", *base.cues} == set(joined.cues)

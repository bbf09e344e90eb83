"""The group nouns of ``data/offices.yml`` ("ministers", "sides", "delegation") among tokens."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from regesta.mentions.tokens import Token
from regesta.rules.force import per_rules
from regesta.rules.groups import group_rules
from regesta.rules.offices import Group, office_rules


@dataclass(frozen=True, slots=True)
class GroupNoun:
    """A noun for several persons or sides; ``single``: for one side ("the other side")."""

    words: tuple[str, ...]
    of: Literal["person", "side"]
    level: str | None
    single: bool


@per_rules
def _nouns() -> dict[str, list[GroupNoun]]:
    table: dict[str, list[GroupNoun]] = {}
    for group in office_rules().groups:
        for noun in _nouns_of(group):
            table.setdefault(noun.words[0], []).append(noun)
    for nouns in table.values():
        nouns.sort(key=lambda noun: -len(noun.words))
    return table


def _nouns_of(group: Group) -> list[GroupNoun]:
    """One person is an office, not a group; phrases with a determiner of their own are read elsewhere."""
    single = group.single if group.kind == "side" else ()
    rows = [(words, False) for words in group.words] + [(words, True) for words in single]
    nouns = [GroupNoun(tuple(words.lower().split()), group.kind, group.level, one) for words, one in rows]
    return [noun for noun in nouns if noun.words[0] not in group_rules().determiners]


def first_words() -> Collection[str]:
    """Return the words with which a group noun begins."""
    return _nouns().keys()


def noun_at(toks: Sequence[Token], i: int) -> GroupNoun | None:
    """Return the longest group noun at token ``i``, or None."""
    for noun in _nouns().get(toks[i].low, ()):
        size = len(noun.words)
        if size == 1 or tuple([t.low for t in toks[i : i + size]]) == noun.words:
            return noun
    return None


def acronym_plural(toks: Sequence[Token], i: int) -> GroupNoun | None:
    """Read "the three NSAs": the plural of an acronym after a number is a group of persons."""
    word = toks[i].text
    if i == 0 or toks[i - 1].low not in group_rules().numbers:
        return None
    if len(word) > 2 and word[-1] == "s" and word[:-1].isupper():
        return GroupNoun((toks[i].low,), "person", "other", single=False)
    return None

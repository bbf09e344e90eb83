"""The sentences of the verb table, read end to end: ``match`` gives the act, ``never`` does not.

Each is set into a small readout that introduces the two ministers, A1 and A2, and their sides, XA
and XB. What the reader cannot do yet is named, with the reason, in ``known_gaps.toml``; a gap that
is closed there must be taken out of it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import pytest

from regesta.engine.read import read_document
from regesta.model.document import Page, Source
from regesta.model.records import Statement
from regesta.model.span import Span
from regesta.rules.verbs import NounClass, Predicate, VerbGroup, verb_rules

PACK = Path(__file__).parents[1] / "gold" / "pack.yml"
GAPS = Path(__file__).with_name("known_gaps.toml")
NAMES = {"A1": "Minister Oto Lind", "A2": "Minister Rada Oyelu", "XA": "Arvania", "XB": "Brevonia"}
LEAD = """Foreign Ministers of Arvania and Brevonia meet
4 May 2031

Foreign Minister Oto Lind of Arvania met Foreign Minister Rada Oyelu of Brevonia in Port Sele on 4 May 2031.

"""


class Example(NamedTuple):
    """A sentence of the table, the entry it stands in, and whether it must give the entry's act."""

    entry: VerbGroup | NounClass | Predicate
    sentence: str
    must: bool

    @property
    def acts(self) -> set[str]:
        """Every act that the entry lists."""
        acts = {self.entry.act, self.entry.joint or self.entry.act}
        if isinstance(self.entry, VerbGroup):
            acts |= {*self.entry.complements.values(), *self.entry.objects.values()}
        return acts - {"-"}


def examples() -> Iterator[Example]:
    """All examples of groups, nouns and predicates."""
    rules = verb_rules()
    entries: list[VerbGroup | NounClass | Predicate] = [*rules.groups, *rules.nouns, *rules.predicates]
    for entry in entries:
        yield from (Example(entry, sentence, True) for sentence in entry.match)
        yield from (Example(entry, sentence, False) for sentence in entry.never)


def gaps() -> dict[str, str]:
    """The sentences that are known to fail, each with the reason."""
    return {gap["sentence"]: gap["reason"] for gap in tomllib.loads(GAPS.read_text("utf-8"))["gap"]}


@cache
def statements(sentence: str) -> tuple[Statement, ...]:
    """The statements that the reader finds in ``sentence``, set into the readout."""
    text = LEAD + re.sub(r"\b(A1|A2|XA|XB)\b", lambda found: NAMES[found[0]], sentence) + "\n"
    raw = text.encode()
    source = Source(publisher="Ministry of Foreign Affairs of Arvania", country="XA", published="2031-05-04")
    found = read_document(Page(text, source, sha256(raw).hexdigest(), raw), topics=(PACK,)).records
    here = Span(len(LEAD), len(text))
    return tuple(statement for statement in found.statements if statement.span.overlaps(here))


def _case(example: Example) -> object:
    reason = gaps().get(example.sentence)
    marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
    return pytest.param(example, id=f"{example.entry.id}: {example.sentence}", marks=marks)


@pytest.mark.parametrize("example", [_case(example) for example in examples()])
def test_an_example_is_read_as_the_table_says(example: Example) -> None:
    read = {statement.act for statement in statements(example.sentence)}
    given = bool(read & example.acts)
    assert given == example.must, f"read {read or 'nothing'}, the entry has {example.acts}"


def test_every_gap_is_an_example_of_the_table() -> None:
    assert gaps().keys() <= {example.sentence for example in examples()}


def test_an_act_of_one_side_is_that_sides() -> None:
    for example in examples():
        if not example.must or not example.sentence.startswith("A1 ") or " and A2 " in example.sentence:
            continue
        sides = {a.country for s in statements(example.sentence) if s.act in example.acts for a in s.actors}
        assert sides <= {"XA"}, example.sentence

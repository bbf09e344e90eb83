"""PLOVER: the examples of each rule are read end to end and coded so; names are those of the manual."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import get_args

import pytest
from babel.core import get_global

from regesta.engine.read import read_with
from regesta.export.plover import Code, coded_commitment, coded_meeting, coded_statement
from regesta.model.document import Page, Source
from regesta.model.finding import RegestaError
from regesta.model.records import Records
from regesta.rules.alpha3 import alpha3
from regesta.rules.base import data_text, parse
from regesta.rules.examples import frame
from regesta.rules.plover import Coded, Host, ModeRule, PloverRules, plover_rules
from regesta.rules.states import states
from regesta.rules.topics import topic_rules

RULES = plover_rules()
SENTENCES = [
    (rule, sentence, must)
    for rule in (*RULES.statements, *RULES.meetings, *RULES.promises)
    for must, some in ((True, rule.match), (False, rule.never))
    for sentence in some
]


def read(sentence: str) -> Records:
    text = frame().around(sentence)
    source = Source(country=frame().side, published="2031-05-04")
    page = Page(text, source, sha256(text.encode()).hexdigest(), text.encode())
    return read_with(page, (frame().pack,), "").records


def codes(sentence: str) -> Iterator[Code]:
    """The codes of what was read of the last sentence alone."""
    found = read(sentence)
    start = len(frame().around("")) - 1
    for statement in found.statements:
        if statement.span.start >= start and (code := coded_statement(statement)):
            yield code
    for meeting in found.meetings:
        if meeting.span.start >= start and (code := coded_meeting(meeting)):
            yield code
    for promise in found.commitments:
        if promise.span.start >= start and (code := coded_commitment(promise)):
            yield code


@pytest.mark.parametrize(("rule", "sentence", "must"), SENTENCES, ids=[one for _, one, _ in SENTENCES])
def test_an_example_is_coded_as_its_rule_says(rule: Coded, sentence: str, must: bool) -> None:
    found = {(code.type, code.auxiliary) for code in codes(sentence)}
    assert ((rule.type, rule.auxiliary) in found) is must


@pytest.mark.parametrize("rule", RULES.modes, ids=lambda rule: rule.mode)
def test_a_mode_fits_its_examples(rule: ModeRule) -> None:
    assert [words for words in rule.match if RULES.mode(*values(words)) != rule.mode] == []
    assert [words for words in rule.never if RULES.mode(*values(words)) == rule.mode] == []


def values(words: str) -> tuple[str, str, int, Host]:
    medium, format_, parties, host = words.split("/")
    return medium, format_, int(parties), next(one for one in get_args(Host) if one == host)


def test_every_topic_has_its_contexts_or_none() -> None:
    assert set(RULES.topics) == {one.id for one in topic_rules().topics}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("type: REJECT", "type: REFUSE", "there is no type REFUSE"),
        ("mode: disapprove", "mode: shout", "ACCUSE has no mode shout"),
        ("auxiliary: historical", "auxiliary: past", "there is no auxiliary mode past"),
        ("  energy: []", "  energy: [power]", "there is no context power"),
        ("acts: [reject]", "acts: [reject, thank]", "every act must be coded once or not at all: thank"),
        (
            "strengths: [2, 3, 4, 5]",
            "strengths: [2, 3, 4]",
            "every strength must be coded once or not at all: 5",
        ),
        ("codebook:", "codebok:", "codebook: Field required"),
    ],
)
def test_what_the_manual_does_not_have_is_refused(old: str, new: str, said: str) -> None:
    text = data_text("plover.yml")
    assert text.count(old) >= 1
    with pytest.raises(RegestaError, match=said):
        parse(text.replace(old, new, 1), PloverRules, "plover.yml")


def test_every_state_of_iso_3166_has_a_code_of_three_letters() -> None:
    aliases = get_global("territory_aliases")
    for two, three in alpha3().codes.items():
        assert aliases[three] == [two]
    assert len(set(alpha3().codes.values())) == len(alpha3().codes)
    assert {entry.code for entry in states()} - alpha3().codes.keys() <= RULES.parties.keys()

"""The words of the abstracts: every rule shows what it must and must not say."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import get_args

import pytest

from regesta.model.document import KINDS
from regesta.model.records import FORMATS, GROUP_OF, STATUSES
from regesta.query.abstract import of_commitment, of_meeting, of_statement
from regesta.rules.abstracts import MeetingStatus, abstracts
from tests.ledger.readings import TEXT, document, records

WORDS = abstracts()


def test_every_act_format_status_and_kind_has_its_words() -> None:
    assert set(WORDS.acts) == set(GROUP_OF)
    assert set(WORDS.formats) == set(FORMATS)
    assert set(WORDS.documents) == set(KINDS)
    assert set(get_args(MeetingStatus)) == set(STATUSES)
    assert all(set(verbs) == set(STATUSES) for verbs in WORDS.styles.values())
    assert set(WORDS.strengths) == {1, 2, 3, 4, 5}


@pytest.mark.parametrize("act", WORDS.acts)
def test_acts_read_as_their_examples(act: str) -> None:
    actor = replace(records().statements[0].actors[0], kind="party", name="Arlund")
    statement = replace(records().statements[0], act=act, actors=(actor,), content=None)
    said = of_statement(statement, document(TEXT), "…")
    assert said == f"{WORDS.acts[act].match}: “…”"
    assert not any(word in said for word in WORDS.acts[act].never)


@pytest.mark.parametrize("strength", WORDS.strengths)
def test_strengths_read_as_their_examples(strength: int) -> None:
    said = of_commitment(replace(records().commitments[0], strength=strength, due=None, what="…"), "…")
    assert said == f"{WORDS.strengths[strength].match}: “…”"
    assert not any(word in said for word in WORDS.strengths[strength].never)


@pytest.mark.parametrize("form", WORDS.formats)
def test_formats_read_as_their_examples(form: str) -> None:
    met = replace(
        records().meetings[0], format=form, participants=(), ordinal_total=None, duration_minutes=None
    )
    said = of_meeting(met, document(TEXT), TEXT)
    assert said == f"{WORDS.formats[form].match}."
    assert not any(word in said for word in WORDS.formats[form].never)


def test_no_phrase_judges() -> None:
    spoken = re.findall(r"\w+", " ".join(_phrases()).lower())
    assert not set(spoken) & set(WORDS.unfair)


def _phrases() -> list[str]:
    verbs = [*WORDS.acts.values(), *WORDS.strengths.values()]
    verbs += [verb for style in WORDS.styles.values() for verb in style.values()]
    subjects = [
        words for form in WORDS.formats.values() for words in (form.subject, form.alone or "", form.noun)
    ]
    return (
        [words for verb in verbs for words in (verb.one, verb.many)]
        + subjects
        + list(WORDS.documents.values())
    )

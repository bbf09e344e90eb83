"""Whether two names can be one person's: a table of pairs, and what holds for any names."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from regesta.resolve.names import alike, full_name, keys
from regesta.resolve.spelling import forms, plain
from regesta.rules.spellings import SpellingClass, spelling_rules


class Row(NamedTuple):
    """Two names and the kind of likeness they must have."""

    one: str
    other: str
    kind: str


TABLE = yaml.safe_load((Path(__file__).parent / "pairs.yml").read_text(encoding="utf-8"))
ALIKE = [Row(*row) for row in TABLE["alike"]]
UNLIKE = [Row(row[0], row[1], row[2] if len(row) > 2 else "different") for row in TABLE["unlike"]]
NAMES = sorted({name for row in (*ALIKE, *UNLIKE) for name in row[:2]})
WORDS = sorted({word for name in NAMES for word in name.split()})
ANY_NAME = st.one_of(
    st.sampled_from(NAMES),
    st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join),
    st.text(max_size=30),
)


def test_there_are_enough_pairs_of_both_kinds() -> None:
    assert len(ALIKE) >= 80
    assert len(UNLIKE) >= 80


@pytest.mark.parametrize("row", [*ALIKE, *UNLIKE], ids=lambda row: f"{row.one} | {row.other}")
def test_a_pair_is_as_alike_as_the_table_says(row: Row) -> None:
    found = alike(row.one, row.other)
    assert (found.kind, found.same) == (row.kind, row in ALIKE), found.why


@pytest.mark.parametrize("row", ALIKE, ids=lambda row: f"{row.one} | {row.other}")
def test_alike_names_share_a_key(row: Row) -> None:
    assert keys(row.one) & keys(row.other)


@given(ANY_NAME, ANY_NAME)
def test_likeness_is_symmetric_and_keeps_its_promises(one: str, other: str) -> None:
    found = alike(one, other)
    assert found == alike(other, one)
    assert 0 <= found.score <= 1
    assert found.why.endswith(".")
    assert found.same == (found.kind not in ("family_only", "different"))
    if found.kind != "different":
        assert keys(one) & keys(other)


@given(ANY_NAME)
def test_a_full_name_is_equal_to_itself(name: str) -> None:
    assert alike(name, name).kind in ("equal", "family_only", "different")
    if full_name(name) and keys(name):
        assert alike(name, name).kind == "equal"


@pytest.mark.parametrize("rule", spelling_rules().classes, ids=lambda rule: rule.id)
def test_a_class_of_spellings_joins_what_it_says_and_nothing_else(rule: SpellingClass) -> None:
    for one, other in rule.match:
        assert forms(plain(one)) & forms(plain(other)), (one, other)
    words = [word for pair in rule.match for word in pair]
    assert any(rule.pattern.search(step) for word in words for step in _steps(word))
    for one, other in rule.never:
        assert not forms(plain(one)) & forms(plain(other)), (one, other)


def _steps(word: str) -> list[str]:
    """A word after each class in turn."""
    found = [plain(word)]
    for rule in spelling_rules().classes:
        found += [rule.pattern.sub(put, one) for one in found for put in rule.put]
        found = list(dict.fromkeys(found))
    return found


def test_likeness_says_why() -> None:
    assert alike("Sergei Lavrin", "Lavrin, Sergey Viktorovich").why == (
        "“Sergei” / “Sergey” (two spellings); “Viktorovich” is missing in one."
    )
    assert alike("Minister Lavrin", "Sergey Lavrin").why == (
        "They share the name “Lavrin”, and one says no more."
    )

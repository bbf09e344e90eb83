"""Offices as printed that are one, and offices that are not; the table's own examples."""

from __future__ import annotations

from itertools import pairwise

import pytest

from regesta.rules.people import Seat, people_rules, seats


def keys(office: str, country: str = "XA") -> tuple[str, ...]:
    return tuple(seat.key for seat in seats(office, country))


@pytest.mark.parametrize("group", people_rules().one, ids=lambda group: group[0])
def test_offices_that_are_one_share_a_key(group: tuple[str, ...]) -> None:
    for one, other in pairwise(group):
        assert keys(one) == keys(other) != ()


@pytest.mark.parametrize("pair", people_rules().two, ids=" | ".join)
def test_offices_that_are_two_share_none(pair: tuple[str, str]) -> None:
    assert not set(keys(pair[0])) & set(keys(pair[1]))


def test_a_phrase_may_name_several_offices() -> None:
    assert keys("Deputy Prime Minister and Minister for Health") == (
        "minister|deputy minister prime",
        "minister|health minister",
    )
    assert keys("Deputy Prime Minister/Foreign Minister") == (
        "minister|deputy minister prime",
        "foreign_minister",
    )


def test_words_of_the_state_before_an_office_are_left_out() -> None:
    assert seats("Tolmarkian Foreign Minister", "XB") == (Seat("Foreign Minister", "foreign_minister", True),)


def test_the_president_of_a_body_is_no_head_of_state() -> None:
    assert not seats("President of the Supreme Court of Tolmark", "XB")[0].single


def test_an_organisation_may_have_several_presidents() -> None:
    council, commission = seats("President of the European Council", "EU"), keys("Commission President", "EU")
    assert not council[0].single
    assert council[0].key not in commission


def test_a_crown_prince_who_heads_the_government_has_two_offices() -> None:
    assert keys("Crown Prince and Prime Minister", "SA") == ("royal|crown prince", "head_of_government")


@pytest.mark.parametrize("office", ["Minister", "leader", "the guests", ""])
def test_a_bare_noun_names_no_office(office: str) -> None:
    assert seats(office, "XA") == ()

"""Which mentions are compared: those of one relationship or name whose days come near."""

from __future__ import annotations

from regesta.resolve.blocks import block_keys, cells, journeys, pairs, stays
from regesta.resolve.mention import Mention
from tests.resolve.mentions import mention


def compared(*mentions: Mention) -> list[tuple[str, str]]:
    return [(one.ref.document, other.ref.document) for one, other in pairs(mentions)]


def test_near_days_are_compared_once_and_far_ones_are_not() -> None:
    near, far = mention("b", "2031-05-04"), mention("c", "2031-08-04")
    assert compared(near, far, mention("a", "2031-05-06")) == [("a", "b")]


def test_another_relationship_is_not_compared() -> None:
    others = frozenset({"XC", "XD"})
    assert compared(mention("a", "2031-05-04"), mention("b", "2031-05-04", parties=others, dyad=others)) == []


def test_what_gives_no_day_meets_what_lies_within_about_a_year() -> None:
    undated = mention("a", None)
    assert compared(undated, mention("b", "2031-12-04")) == [("a", "b")]
    assert compared(undated, mention("b", "2033-12-04")) == []


def test_without_a_day_of_its_own_or_of_its_text_there_is_no_cell() -> None:
    assert cells(mention("a", None, known=None)) == frozenset()


def test_mentions_that_are_compared_share_a_cell_across_new_year() -> None:
    one, other = mention("a", "2031-12-30"), mention("b", "2032-01-02")
    assert compared(one, other) == [("a", "b")]
    assert cells(one) & cells(other) == {"talks|XA+XB|2031", "talks|XA+XB|2032"}


def test_a_visit_stands_under_its_journey_and_the_dyad_gives_the_end_that_is_not_named() -> None:
    to_us = mention("a", "2031-05-04", format_="visit", guests=frozenset({"XB"}), host="XA")
    assert block_keys(to_us) == {"visit|XB>XA"}
    assert journeys(mention("a", "2031-05-04", format_="visit", guests=frozenset({"XB"}))) == [("XB", "XA")]
    assert journeys(mention("a", "2031-05-04", format_="visit", host="XA")) == [("XB", "XA")]
    assert stays(to_us) == {"stay|XA+XB|2031"}


def test_an_event_with_a_name_stands_under_every_two_words_of_it() -> None:
    forum = mention("a", "2031-05-04", format_="forum", names=frozenset({"lake", "north", "trade"}))
    assert block_keys(forum) == {"named|lake north", "named|lake trade", "named|north trade"}
    assert stays(forum) == frozenset()

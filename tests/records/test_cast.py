"""Which names and offices are one person, and for which side."""

from __future__ import annotations

import pytest

from regesta.model.records import Actor
from regesta.records.names import fold, is_alike, last_name, name_words
from tests.records.make import read


def actors(text: str, **source: str | None) -> list[Actor]:
    """The first actor of each statement."""
    return [statement.actors[0] for statement in read(text, **source).records.statements]


def one(text: str, **source: str | None) -> tuple[str, str | None, str]:
    """Name, side and its basis of the first person who took part in the first meeting."""
    person = read(text, **source).records.meetings[0].participants[0]
    return person.name, person.country, person.basis


# -- names ----------------------------------------------------------------------------------------


def test_a_name_is_compared_without_case_accents_and_marks() -> None:
    assert fold("Édda  STRÖMSEN-Vey") == "edda stromsen vey"
    assert name_words("E. Stromsen, Jr.") == {"stromsen"}
    assert name_words("E.") == {"e"}
    assert last_name("Edda Stromsen, Jr.") == "stromsen"


@pytest.mark.parametrize(
    ("one", "two", "alike"),
    [
        ("Edda Stromsen", "Edda Stromssen", True),
        ("Edda Stromsen", "Ella Stromsen", False),
        ("Edda Stromsen", "Edda Stromsen", False),
        ("Stromsen", "Stromssen", False),
        ("Edda Stromsen", "Edda Vey Stromsen", False),
        ("Edda Stromsen", "Edda Kestrel", False),
    ],
)
def test_two_spellings_are_alike_if_only_long_words_differ_a_little(one: str, two: str, alike: bool) -> None:
    assert is_alike(name_words(one), name_words(two)) is alike


def test_a_last_name_is_whoever_has_it() -> None:
    text = "Foreign Minister Edda Stromsen of Brevonia came. Minister Stromsen welcomed the pier."
    assert [(a.name, a.country) for a in actors(text)] == [("Edda Stromsen", "XB")]


def test_a_misspelt_name_is_the_same_person() -> None:
    text = "Foreign Minister Edda Stromsen of Brevonia came. Edda Stromssen welcomed the pier."
    assert [a.name for a in actors(text)] == ["Edda Stromsen"]


def test_the_fullest_name_and_office_count() -> None:
    text = "Minister Stromsen thanked Corvia. Foreign Minister Edda Stromsen of Brevonia welcomed the pier."
    assert {(a.name, a.role, a.country) for a in actors(text)} == {
        ("Edda Stromsen", "Foreign Minister of Brevonia", "XB")
    }


def test_two_persons_of_one_name_are_kept_apart_by_their_states() -> None:
    text = "President Ola Renk of Brevonia thanked Corvia. Corvian Minister Renk welcomed the pier."
    assert {(a.name, a.country) for a in actors(text)} == {("Ola Renk", "XB"), ("Renk", "XC")}


# -- bare names -----------------------------------------------------------------------------------


def test_a_bare_name_is_a_person_if_it_acts() -> None:
    assert [a.name for a in actors("Ada Quill welcomed the pier.")] == ["Ada Quill"]
    assert [a.name for a in actors("Ada Quill also welcomed the pier.")] == ["Ada Quill"]
    assert [a.name for a in actors("Ada Quill has also welcomed the pier.")] == ["Ada Quill"]


@pytest.mark.parametrize(
    "text",
    [
        "The Blue Harbour welcomed the pier.",
        "Quillmore welcomed the pier.",
        "Harbour Day, a feast, welcoming guests.",
    ],
)
def test_other_capitals_are_not(text: str) -> None:
    assert actors(text) == []


def test_a_bare_name_in_a_title_is_a_person_if_somebody_meets_it() -> None:
    text = "Wen Daro Meets with Ada Quill\n\nPort Sele, May 4\n\nQuill welcomed the pier."
    assert [a.name for a in actors(text, title=None)] == ["Ada Quill"]


# -- sides ----------------------------------------------------------------------------------------


def test_a_person_without_a_state_is_the_publishers() -> None:
    assert one("Foreign Minister Wen Daro met with Foreign Minister Edda Stromsen of Brevonia.") == (
        "Wen Daro", "XA", "publisher",
    )  # fmt: skip


def test_the_second_holder_of_one_office_is_the_other_sides() -> None:
    text = "Brevonia is near. Foreign Minister Wen Daro and Foreign Minister Edda Stromsen met in Halden."
    people = read(text).records.meetings[0].participants
    assert [(p.name, p.country, p.basis) for p in people] == [
        ("Wen Daro", "XA", "publisher"),
        ("Edda Stromsen", "XB", "inferred"),
    ]


def test_whoever_is_met_with_is_the_other_sides() -> None:
    text = "Brevonia is near. Foreign Minister Wen Daro met with Trade Minister Ada Quill in Halden."
    people = read(text).records.meetings[0].participants
    assert [(p.name, p.country) for p in people] == [("Wen Daro", "XA"), ("Ada Quill", "XB")]


def test_of_several_foreign_states_the_one_named_far_more_often_is_the_other() -> None:
    met = "Foreign Minister Wen Daro met with Foreign Minister Ada Quill in Halden. Corvia sent a card."
    often = f"{met} Brevonia is near. Brevonia is green. Brevonia has piers."
    assert read(often).records.meetings[0].participants[1].country == "XB"
    assert read(f"{met} Brevonia is near.").records.meetings[0].participants[1].country is None


def test_a_bare_name_holds_the_office_that_the_publisher_serves() -> None:
    text = "Wen Daro thanked Brevonia. The Foreign Minister welcomed the pier."
    assert [a.name for a in actors(text)] == ["Wen Daro", "Wen Daro"]


def test_without_a_publisher_nobody_gets_a_side() -> None:
    text = "Foreign Minister Wen Daro met with Foreign Minister Edda Stromsen of Brevonia."
    assert one(text, publisher=None, country=None)[1] is None


def test_a_spokesperson_takes_no_part() -> None:
    text = (
        "Spokesperson Ada Quill said that Foreign Minister Wen Daro met with President Ola Renk of Brevonia."
    )
    assert "Ada Quill" not in [p.name for p in read(text).records.meetings[0].participants]


# -- offices alone --------------------------------------------------------------------------------

BOTH = "Foreign Minister Wen Daro of Arvania met with Foreign Minister Edda Stromsen of Brevonia."


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The Brevonian Foreign Minister", "Edda Stromsen"),
        ("The Foreign Minister", "Wen Daro"),
        ("The Minister", "Wen Daro"),
    ],
)
def test_an_office_alone_is_its_holders_the_publishers_own_where_there_are_two(words: str, name: str) -> None:
    assert [a.name for a in actors(f"{BOTH} {words} welcomed the pier.")] == [name]


def test_the_leader_of_a_state_is_its_head_whatever_the_title() -> None:
    text = "Prime Minister Ola Renk of Brevonia came to Halden. The Brevonian Supreme Leader welcomed it."
    assert [a.name for a in actors(text)] == ["Ola Renk"]


# -- sides that the head of a text gives --------------------------------------------------------------------


def test_an_office_in_the_title_gives_its_holder_a_side() -> None:
    text = "Visit of the President of Brevonia to Arvania\n\nPresident Renk welcomed the pier."
    assert [(a.name, a.country) for a in actors(text, title=None)] == [("Renk", "XB")]


def test_who_is_met_in_the_title_is_of_the_other_side() -> None:
    text = "Foreign Minister meets with Secretary Ada Quill of Brevonia’s Senate\n\nMs. Quill thanked him."
    assert [(a.name, a.country) for a in actors(text, title=None)] == [("Ada Quill", "XB")]


def test_a_head_named_by_office_alone_is_meant_by_the_office() -> None:
    text = "The Prime Minister spoke to the President of Brevonia. The President welcomed the pier."
    served = "Office of the Prime Minister of Arvania"
    assert [(a.name, a.country, a.basis) for a in actors(text, publisher=served)] == [
        ("President of Brevonia", "XB", "coreference")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "On Port Sele, the Prime Minister welcomed the pier.",
        "Minister Daro, on a visit to Port Sele to attend the General Assembly, welcomed the pier.",
        "The people of Port Sele have thanked him. Minister Daro welcomed the pier.",
    ],
)
def test_a_place_or_a_body_is_nobody(text: str) -> None:
    names = {a.name for a in actors(text)}
    assert names.isdisjoint({"Port Sele", "Assembly"})


def test_an_office_after_a_given_name_may_be_a_family_name() -> None:
    assert [a.name for a in actors("Foreign Minister Ada Bishop welcomed the pier.")] == ["Ada Bishop"]


def test_a_body_that_is_no_state_acts_too() -> None:
    assert [(a.name, a.country) for a in actors("NATO welcomed the pier.")] == [("NATO", None)]


def test_whom_a_guest_meets_is_of_the_publishing_side() -> None:
    text = "Minister Edda Stromsen of Brevonia met with Minister Ola Renk. Minister Renk welcomed the pier."
    assert [(a.name, a.country) for a in actors(text)] == [("Ola Renk", "XA")]


def test_the_minister_is_no_deputy_minister() -> None:
    text = (
        "Trade Minister Wen Daro and Deputy Trade Minister Ola Renk met with Trade Minister Edda Stromsen of "
        "Brevonia in Halden. The Deputy Minister opened the pier. The Minister thanked Brevonia."
    )
    (thanked,) = (s for s in read(text).records.statements if s.act == "thank")
    assert [a.name for a in thanked.actors] == ["Wen Daro"]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Trade Minister Wen Daro visited Brevonia and paid a courtesy call on President Ola Renk.", "XB"),
        ("Trade Minister Wen Daro visited Brevonia. The Minister called on President Ola Renk.", "XB"),
        ("Trade Minister Edda Stromsen of Brevonia paid a courtesy call on President Ola Renk.", "XA"),
        ("Trade Minister Edda Stromsen of Brevonia came. She called on President Ola Renk.", "XA"),
        ("Brevonia is near. The call of Minister Wen Daro for piers pleased Minister Ola Renk.", "XA"),
    ],
)
def test_whom_our_own_minister_calls_on_is_of_the_other_side(text: str, country: str) -> None:
    found = read(f"{text} President Renk thanked him.").records
    people = [p for m in found.meetings for p in m.participants] + [s.actors[0] for s in found.statements]
    assert {p.country for p in people if p.name == "Ola Renk"} == {country}


def test_a_body_joined_with_a_side_in_the_title_acts_with_it() -> None:
    text = "Arvania-NATO Council\n\nBoth sides welcomed the pier."
    found = read(text, title=None).records.statements
    assert [[a.name for a in s.actors] for s in found] == [["Arvania", "NATO"]]


def test_the_visitor_with_whom_a_text_begins_is_the_minister() -> None:
    text = (
        "Minister of Trade Edda Stromsen of Brevonia visited Port Sele. "
        "She met with Minister for Law Ola Renk. The Minister welcomed the pier."
    )
    assert [(a.name, a.country) for a in actors(text)] == [("Edda Stromsen", "XB")]


@pytest.mark.parametrize(
    "named",
    [
        "Wen Daro and Edda Stromsen discussed the pier.",
        "Minister Wen Daro and Minister Edda Stromsen discussed the pier.",
    ],
)
def test_the_second_of_two_named_alike_is_the_other_sides(named: str) -> None:
    text = f"Arvanian and Brevonian Foreign Ministers talk\n\nThe ministers spoke by phone on May 4. {named}"
    (said,) = read(text).records.statements
    assert [(a.name, a.country) for a in said.actors] == [("Wen Daro", "XA"), ("Edda Stromsen", "XB")]


def test_two_ministers_of_different_offices_may_be_of_one_side() -> None:
    text = (
        "Talks with Brevonia\n\nDefence Minister Wen Daro and Trade Minister Edda Stromsen thanked Brevonia."
    )
    assert {a.country for a in actors(text)} == {"XA"}


def test_the_acronym_that_a_text_gives_to_an_office_is_a_title_before_the_name() -> None:
    text = (
        "Minister of State (MOS) for Trade Wen Daro met Minister Edda Stromsen of Brevonia. "
        "MOS Daro welcomed the pier."
    )
    assert [(a.name, a.role) for a in actors(text)] == [("Wen Daro", "Minister of State (MOS) for Trade")]


def test_an_officer_of_a_body_is_of_the_state_that_the_title_gives_to_the_office() -> None:
    text = (
        "Brevonian Vice Minister of the Department of the HQC (DHQC) calls on the President\n\n"
        "The Vice Minister of the Department of the HQC (DHQC), Ms. Edda Stromsen, paid a courtesy call on "
        "President Ola Renk today. The Vice Minister welcomed the pier."
    )
    assert [(a.name, a.country) for a in actors(text, title=None)] == [("Edda Stromsen", "XB")]


def test_the_staff_of_a_body_take_part_for_no_state() -> None:
    text = (
        "Foreign Minister Wen Daro met with President Alda Rin of Brevonia. Attendees at the talks included "
        "Tor Kinn, Special Advisor – Harbour Bank Group, Dav Sisle, Country Director – Corvia and Pia Lund."
    )
    found = {p.name: p.country for p in read(text).records.meetings[0].participants}
    assert found == {"Wen Daro": "XA", "Alda Rin": "XB", "Tor Kinn": None, "Dav Sisle": None}


def test_two_presidents_named_with_one_word_are_presidents() -> None:
    text = "Presidents Ola Renk and Ilse Dorn discussed fees. The Arvanian President welcomed the pier."
    lead = "Arvania-Brevonia Summit\n\n"
    welcomed = read(f"{lead}{text}", title=None).records.statements[-1]
    assert [(a.name, a.country) for a in welcomed.actors] == [("Ola Renk", "XA")]


@pytest.mark.parametrize("verb", ["paid a courtesy call on", "called on", "was received by"])
def test_on_whom_the_own_minister_calls_is_the_other_sides(verb: str) -> None:
    text = f"Foreign Minister Wen Daro travelled to Brevonia. Minister Daro {verb} Prime Minister Tor Halvek."
    people = read(text).records.meetings[-1].participants
    assert [(p.name, p.country) for p in people] == [("Wen Daro", "XA"), ("Tor Halvek", "XB")]


@pytest.mark.parametrize("verb", ["paid a courtesy call on", "was received by"])
def test_on_whom_a_guest_or_an_ambassador_calls_is_of_the_own_side(verb: str) -> None:
    for guest in ("Foreign Minister Edda Stromsen of Brevonia", "Ambassador Edda Stromsen of Brevonia"):
        people = read(f"{guest} {verb} Prime Minister Tor Halvek.").records.meetings[-1].participants
        assert [(p.name, p.country) for p in people] == [("Edda Stromsen", "XB"), ("Tor Halvek", "XA")]

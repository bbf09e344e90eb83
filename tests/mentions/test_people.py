"""People in a line: names with offices, offices alone, names alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta.mentions.people import PersonMention, find_people
from tests.mentions.lines import cut, marked


def people(text: str) -> list[PersonMention]:
    return find_people(text, cut(text), marked(text))


def one(text: str) -> PersonMention:
    (found,) = people(text)
    return found


@pytest.mark.parametrize(
    ("text", "name", "office", "state"),
    [
        ("Foreign Minister Amara Sule met her.", "Amara Sule", "Foreign Minister", None),
        ("Arvanian Trade Minister Jon Vale left.", "Jon Vale", "Arvanian Trade Minister", "XA"),
        ("H.E. Mr. Tor Halvek of Brevonia spoke.", "Tor Halvek", None, "XB"),
        ("President Edda Rask of Arvania left.", "Edda Rask", "President of Arvania", "XA"),
        ("Jon Vale, Minister of Trade of Arvania, said", "Jon Vale", "Minister of Trade of Arvania", "XA"),
        ("the Trade Minister of Brevonia, Ms. Pia Lund,", "Pia Lund", "Trade Minister of Brevonia", "XB"),
        ("Minister of Trade, Law and Labour Jon Vale", "Jon Vale", "Minister of Trade, Law and Labour", None),
        ("Senior Minister of State (SMS) for Law and Health Jon Vale", "Jon Vale",
         "Senior Minister of State (SMS) for Law and Health", None),
        ("Minister of Food Security and Cooperative Development Jon Vale", "Jon Vale",
         "Minister of Food Security and Cooperative Development", None),
        ("Jon Vale, Special Advisor – Harbour Bank Group, said", "Jon Vale",
         "Special Advisor – Harbour Bank Group", None),
        ("Jon Vale, Division Director – Corvia, Brevonia and Arvania – Harbour Bank, said", "Jon Vale",
         "Division Director – Corvia, Brevonia and Arvania – Harbour Bank", None),
        ("Jon Vale, Regional Director – Harbour Fund and two others said", "Jon Vale",
         "Regional Director – Harbour Fund", None),
        ("Jon Vale, Foreign Minister of Arvania – Brevonia’s neighbour", "Jon Vale",
         "Foreign Minister of Arvania", "XA"),
        ("Jon Vale, Foreign Minister of Arvania – talks", "Jon Vale", "Foreign Minister of Arvania", "XA"),
    ],
)  # fmt: skip
def test_a_name_is_read_with_its_office_and_state(
    text: str, name: str, office: str | None, state: str | None
) -> None:
    found = one(text)
    assert (found.name, found.office, found.state, found.titled) == (name, office, state, True)


@pytest.mark.parametrize(
    "text",
    [
        "Prime Minister and Minister of Defence Jon Vale",
        "Jon Vale, Prime Minister and Minister of Defence, said",
        "Prime Minister/Minister of Defence Jon Vale",
    ],
)
def test_two_offices_are_one_persons(text: str) -> None:
    assert (one(text).name, one(text).level) == ("Jon Vale", "head_of_government")


def test_one_office_in_the_plural_is_shared() -> None:
    found = people("Presidents Edda Rask of Arvania, Tor Halvek of Brevonia and Ravi Odum")
    assert [(p.name, p.state, p.level) for p in found] == [
        ("Edda Rask", "XA", "head_of_state"),
        ("Tor Halvek", "XB", "head_of_state"),
        ("Ravi Odum", None, "head_of_state"),
    ]


def test_an_office_of_the_next_person_is_not_that_of_the_one_before() -> None:
    found = people("Amara Sule, Minister of Trade Jon Vale and others")
    assert [(p.name, p.office) for p in found] == [("Amara Sule", None), ("Jon Vale", "Minister of Trade")]


def test_an_office_alone_is_definite_or_plural() -> None:
    assert one("the president of Brevonia").definite
    assert one("the two Foreign Ministers").plural
    assert people("a minister spoke") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("NSDA Amara Sule Dorn", "Amara Sule Dorn"),
        ("Ilse B. Brevonia spoke", "Ilse B. Brevonia"),
        ("Mohammed al-Sule met", "Mohammed al-Sule"),
        ("Rabi’ al-Sule met", "Rabi’ al-Sule"),
        ("Amara Rabi’ ad-Sule met", "Amara Rabi’ ad-Sule"),
        ("Amara Rabi’ met", "Amara Rabi"),
        ("Ludwig van Dorn spoke", "Ludwig van Dorn"),
        ("Edda Rask, Jr. met", "Edda Rask, Jr."),
        ("Moreover Amara Sule spoke", "Amara Sule"),
        ("In May Amara Sule spoke", "Amara Sule"),
    ],
)
def test_a_name_holds_its_particles_and_no_other_words(text: str, name: str) -> None:
    assert one(text).name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Foreign Minister Pak Wen-ho met her.", "Pak Wen-ho"),
        ("with Ko Sun-mi, who", "Ko Sun-mi"),
        ("Minister of Trade Pak Jusuf met her.", "Jusuf"),
        ("Pak Abdul-Karim met her.", "Abdul-Karim"),
        ("U Wen-ho Dorn met her.", "Wen-ho Dorn"),
        ("Mr. Wen-ho met her.", "Wen-ho"),
    ],
)
def test_an_honorific_before_a_given_name_alone_may_be_the_family_name(text: str, name: str) -> None:
    assert one(text).name == name


def test_a_department_that_speaks_on_a_minister_is_no_office_of_his() -> None:
    found = people("a comment by the Press Department on Foreign Minister Amara Sule’s visit")
    assert found[-1].office == "Foreign Minister"


def test_what_a_title_tells_of_an_official_is_no_name() -> None:
    assert people("Senior Administration Official Travel to Port Sele")[0].name is None


def test_a_name_without_title_is_left_to_the_caller() -> None:
    assert not one("Amara Sule spoke").titled


def test_nobody_begins_inside_the_name_of_an_organisation() -> None:
    text = "the UN General Assembly, met Jon Vale"
    named = {text.index("UN"): (text.index(","), None)}
    assert [found.name for found in find_people(text, cut(text), named)] == ["Jon Vale"]


def test_a_chain_of_offices_comes_to_an_end() -> None:
    assert people("Minister/" * 5_000 + "x") != []


@given(
    st.lists(
        st.sampled_from(
            ["the", "Minister", "of", "and", "/", ",", "Amara", "Sule", "Arvania", "Mr", ".", "for"]
        )
    )
)
def test_mentions_stand_in_order_and_quote_their_words(words: list[str]) -> None:
    text = " ".join(words)
    end = 0
    for person in people(text):
        assert end <= person.start < person.end
        end = person.end
        assert person.name is None or (person.name_span and person.name in person.name_span.of(text))


def test_an_office_after_on_is_that_of_whoever_is_called_on() -> None:
    found = people("the call of the Trade Minister of Brevonia on Foreign Affairs Secretary Jon Vale")
    assert [(p.name, p.office, p.state) for p in found] == [
        (None, "Trade Minister of Brevonia", "XB"),
        ("Jon Vale", "Foreign Affairs Secretary", None),
    ]
    (envoy,) = people("the Special Envoy of Brevonia on Climate Change")
    assert envoy.office == "Special Envoy of Brevonia on Climate Change"


def test_an_office_with_its_article_is_that_of_the_name_behind_it_and_not_of_the_bay_before_it() -> None:
    found = people("in the waters of Kestrel Bay, the Trade Minister of Brevonia, Pia Lund, was called in")
    assert [(p.name, p.state) for p in found if p.office] == [("Pia Lund", "XB")]
    listed = people("Oto Lind, the Trade Minister of Arvania, Pia Lund, the Trade Minister of Brevonia, left")
    assert [(p.name, p.state) for p in listed] == [("Oto Lind", "XA"), ("Pia Lund", "XB")]


@pytest.mark.parametrize(
    ("text", "name", "office", "state"),
    [
        ("Trade Secretary Pia I. Lund, of Arvania", "Pia I. Lund", "Trade Secretary", None),
        ("Trade Secretary Jon A. Vale left.", "Jon A. Vale", "Trade Secretary", None),
        ("Foreign Minister II Amara Sule left.", "Amara Sule", "Foreign Minister II", None),
        ("Minister of State (MOS) for Law and Trade Jon Vale left.", "Jon Vale",
         "Minister of State (MOS) for Law and Trade", None),
        ("at the White House with Trade Minister Jon Vale of Brevonia", "Jon Vale",
         "Trade Minister of Brevonia", "XB"),
        ("With the Trade Minister of Brevonia, Jon Vale, she", "Jon Vale",
         "Trade Minister of Brevonia", "XB"),
        ("Trade Minister (TM) Jon Vale left.", "Jon Vale", "Trade Minister", None),
        ("the Secretary of the Trade Council (TC), Ms. Pia Lund, left", "Pia Lund",
         "Secretary of the Trade Council", None),
        ("Mr Jon Vale, Minister of Trade, Brevonia; left", "Jon Vale", "Minister of Trade", "XB"),
        ("Mr Jon Vale, Minister of Trade, Brevonia said", "Jon Vale", "Minister of Trade", None),
    ],
)  # fmt: skip
def test_initials_numerals_and_acronyms_beside_a_name(
    text: str, name: str, office: str, state: str | None
) -> None:
    found = next(person for person in people(text) if person.office)
    assert (found.name, found.office, found.state) == (name, office, state)


def test_a_dash_leads_to_the_next_person_only_after_the_comma() -> None:
    found = people(
        "Jon Vale, Special Advisor – Harbour Bank Group, Pia Lund, Director – Harbour Fund, and others"
    )
    assert [(p.name, p.office) for p in found] == [
        ("Jon Vale", "Special Advisor – Harbour Bank Group"),
        ("Pia Lund", "Director – Harbour Fund"),
    ]

"""Who stands behind a subject."""

from __future__ import annotations

import pytest

from regesta.records.actors import fits_level
from tests.records.make import LEAD, read, said, statements

HEADS = "On May 4 President Ola Brandt of Arvania met with President Ivo Renk of Brevonia."
THREE = "On May 4 the foreign ministers of Arvania, Brevonia and Corvia met in Port Sele."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister Daro welcomed the pier.", "Daro welcome"),
        ("Brevonia welcomed the pier.", "XB welcome"),
        ("The Brevonian side welcomed the pier.", "XB welcome"),
        ("The two ministers welcomed the pier.", "Daro+Stromsen welcome"),
        ("Both sides welcomed the pier.", "XA+XB welcome"),
        ("The ministers of Arvania and Brevonia welcomed the pier.", "Daro+Stromsen welcome"),
        ("The Foreign Minister welcomed the pier.", "Daro welcome"),
        ("The Brevonian Foreign Minister welcomed the pier.", "Stromsen welcome"),
        ("The Brevonian foreign minister welcomed the pier.", "Stromsen welcome"),
        ("The Brevonian minister welcomed the pier.", "Stromsen welcome"),
        ("Her Brevonian counterpart welcomed the pier.", "Stromsen welcome"),
        ("The Brevonian Health Minister welcomed the pier.", "?Minister welcome"),
        ("They welcomed the pier.", "Daro+Stromsen welcome"),
        ("She welcomed the pier.", "Daro welcome"),
        ("Ms. Vane welcomed the pier.", "Vane welcome"),
        ("Brevonia, Minister Daro and Brevonia welcomed the pier.", "XB+Daro welcome"),
    ],
)
def test_a_subject_after_a_meeting_of_two(text: str, expected: str) -> None:
    assert said(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister Stromsen thanked Corvia. She welcomed the pier.", "Stromsen welcome"),
        ("Minister Stromsen thanked Corvia. The other side welcomed the pier.", "XA welcome"),
        ("Corvia and Brevonia met. They welcomed the pier.", "XC+XB welcome"),
        ("Corvia thanked Arvania. They welcomed the pier.", "XC welcome"),
        ("Ministers Stromsen and Daro met. The former welcomed the pier.", "Stromsen welcome"),
        ("Ministers Stromsen and Daro met. The latter welcomed the pier.", "Daro welcome"),
    ],
)
def test_a_pronoun_looks_back(text: str, expected: str) -> None:
    assert said(text)[-1] == expected


def test_a_bare_office_is_its_holder() -> None:
    assert said("The two Presidents welcomed the pier.", HEADS) == ["Brandt+Renk welcome"]
    assert said("The Brevonian President welcomed the pier.", HEADS) == ["Renk welcome"]
    assert said("The leaders welcomed the pier.", HEADS) == ["Brandt+Renk welcome"]


@pytest.mark.parametrize("body", ["National People’s Congress", "People’s Assembly"])
def test_a_peoples_congress_is_part_of_an_office(body: str) -> None:
    text = f"Edda Stromsen, Chairman of the {body} of Brevonia, stated that the pier is safe."
    assert said(text) == ["Stromsen convey_position"]


def test_a_vice_president_is_not_the_president() -> None:
    lead = "On May 4 Vice President Ola Brandt of Arvania met with President Ivo Renk of Brevonia."
    assert said("The Vice President and the President praised the pier.", lead) == ["Brandt+Renk welcome"]


def test_a_prime_minister_is_not_the_president_of_a_body() -> None:
    text = (
        "The Prime Minister spoke to the President of the European Commission Odo Lamm by phone. "
        "The Prime Minister stressed that the ferry is safe. He thanked Odo Lamm."
    )
    assert said(text, "") == ["?Minister convey_position", "Minister thank"]
    assert read(text).records.meetings[0].parties == ("EU", "XA")


def test_a_name_between_commas_holds_the_office_before_it() -> None:
    text = (
        "We expect the visit by the Brevonian Trade Minister and the President’s envoy for ties with us, "
        "Tor Halvek, planned for June, to help."
    )
    (visit,) = [m for m in read(text).records.meetings if m.format == "visit"]
    assert [(a.name, a.country) for a in visit.participants] == [("Tor Halvek", "XB")]


def test_a_name_without_a_title_acts_with_the_one_beside_it() -> None:
    text = "Talks with Minister Ivo Renk of Brevonia. Ola Brandt and Ivo Renk touched on the ferry."
    assert said(text, "") == ["Brandt+Renk discuss"]


def test_ministers_are_no_heads_of_state() -> None:
    assert said("The ministers welcomed the pier.", HEADS) == ["XA+XB welcome"]


def test_a_group_of_three_states_is_its_states() -> None:
    assert said("The three ministers welcomed the pier.", THREE) == ["XA+XB+XC welcome"]


def test_an_office_that_nobody_holds_is_not_resolved() -> None:
    (one,) = statements("The Brevonian President welcomed the pier.")
    assert (one.actors[0].basis, one.actors[0].country) == ("unresolved", "XB")
    assert one.confidence <= 0.4


def test_the_head_without_a_state_is_the_publishers_own() -> None:
    (one,) = statements("The President welcomed the pier.")
    assert (one.actors[0].basis, one.actors[0].country) == ("unresolved", "XA")


def test_what_is_worked_out_says_so() -> None:
    (stated,) = statements("Minister Daro welcomed the pier.")
    (worked_out,) = statements("She welcomed the pier.")
    assert stated.actors[0].basis == "stated"
    assert worked_out.actors[0].basis == "coreference"
    assert worked_out.confidence < stated.confidence


def test_without_a_meeting_nobody_is_in_the_room() -> None:
    assert said("The talks focused on the ferry.", "", publisher=None, country=None) == [
        "?both sides discuss"
    ]


@pytest.mark.parametrize(
    ("level", "wanted", "fits"),
    [
        (None, "minister", True),
        ("other", None, True),
        ("head_of_state", "head_of_government", True),
        ("royal", "head_of_state", True),
        ("minister", "head_of_state", False),
        ("deputy_minister", "minister", True),
        ("envoy", "minister", False),
        ("envoy", "official", True),
        ("head_of_state", "official", False),
        ("envoy", "envoy", True),
    ],
)
def test_a_plural_noun_fits_persons_of_its_level(level: str | None, wanted: str | None, fits: bool) -> None:
    assert fits_level(level, wanted) is fits


# -- several sides ------------------------------------------------------------------------------------------

WEIMAR = "We, the Foreign Ministers of Arvania, Brevonia and Corvia, welcome the pier."


def test_we_are_those_who_named_themselves_first() -> None:
    assert said(f"{WEIMAR} We urge Tolmark to open it.", "", title="On the pier") == [
        "XA+XB+XC welcome",
        "XA+XB+XC urge",
    ]


def test_persons_of_several_sides_who_say_we_speak_jointly() -> None:
    text = (
        "We, Ola Brandt, President of Arvania, Ivo Renk, President of Brevonia, and Ada Quill, President of "
        "Corvia, have met in Vell for the second Arvania-Brevonia-Corvia Summit. We welcome the pier."
    )
    assert said(text, "", title="Vell Declaration") == ["Brandt+Renk+Quill welcome"]


def test_one_person_who_says_we_speaks_for_one_side() -> None:
    text = "We, the Ministry of Foreign Affairs of Arvania, speak for the port. We welcome the pier."
    assert "XA welcome" in said(text, "", title="Statement")


def test_three_sides_that_act_first_are_the_members() -> None:
    first = "The Foreign Ministers of Arvania, Brevonia and Corvia welcomed the pier."
    text = f"{first} The members discussed the ferry."
    assert said(text, "", title="Chair’s Statement") == ["XA+XB+XC welcome", "XA+XB+XC discuss"]


def test_a_joint_text_is_of_the_governments_that_released_it() -> None:
    text = (
        "The text was released by the Governments of Arvania, Brevonia and Corvia.\n\n"
        "Participants welcomed the pier. We intend to open it."
    )
    assert said(text, "", title="Joint Statement") == ["XA+XB+XC welcome", "XA+XB+XC express_intention"]


def test_a_state_in_brackets_or_after_a_comma_is_the_persons() -> None:
    text = "The ministers, Mr. Oto Lind, Brevonia, and Ms. Ada Quill (Corvia), met."
    reading = read(f"{text}\n\nMr. Lind welcomed the pier. Ms. Quill thanked him.")
    sides = [[(a.name, a.country) for a in s.actors] for s in reading.records.statements]
    assert sides == [[("Oto Lind", "XB")], [("Ada Quill", "XC")]]


def test_states_before_names_say_whose_they_are() -> None:
    first = (
        "At the talks Arvania’s Wen Daro, Brevonia’s Edda Stromsen and Corvia’s Ada Quill discussed the pier."
    )
    text = f"{first} The three ministers welcomed the buoy."
    assert said(text, "") == ["Daro+Stromsen+Quill discuss", "Daro+Stromsen+Quill welcome"]
    countries = [a.country for a in statements(text, "")[0].actors]
    assert countries == ["XA", "XB", "XC"]


def test_a_possession_that_is_no_person_acts_for_nobody() -> None:
    assert said("Talks were held with Brevonia’s Harbour Board and Corvia’s Edda Stromsen.") == []


@pytest.mark.parametrize(
    "first",
    [
        "The third meeting of the foreign ministers of Arvania, Brevonia and Corvia was held in Vell.",
        "Trilateral talks among Arvania, Brevonia and Corvia took place in Vell.",
    ],
)
def test_the_ministers_are_of_all_sides_of_a_meeting_that_lists_them(first: str) -> None:
    assert said("The ministers welcomed the pier.", first, title="") == ["XA+XB+XC welcome"]


def test_a_title_that_begins_with_several_sides_says_who_meets() -> None:
    text = (
        "Foreign Ministers of Arvania, Brevonia and Corvia Hold a Meeting in Vell\n\n"
        "On May 4 Vell hosted guests. The parties discussed the pier."
    )
    reading = read(text, title="")
    (main,) = [m for m in reading.records.meetings if m.main]
    assert (main.format, main.parties) == ("foreign_ministers", ("XA", "XB", "XC"))
    assert [sorted(a.country or "" for a in s.actors) for s in reading.records.statements] == [
        ["XA", "XB", "XC"]
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The NATO leaders welcomed the pier.", "NATO welcome"),
        ("The NATO foreign ministers welcomed the pier.", "NATO welcome"),
        ("The ministers of NATO and Corvia welcomed the pier.", "NATO+XC welcome"),
        ("The NATO ministers of Arvania and Corvia welcomed the pier.", "Daro+XC welcome"),
        ("The Arvanian and NATO ministers welcomed the pier.", "Daro+Stromsen welcome"),
    ],
)
def test_a_group_of_a_body_is_the_body(text: str, expected: str) -> None:
    assert said(text) == [expected]


def test_the_members_whom_the_head_of_a_text_lists_are_meant_by_its_body() -> None:
    first = "Vell hosted an informal meeting of the NATO countries (Arvania, Brevonia and Corvia) on May 4."
    assert said("NATO leaders welcomed the pier.", first, title="") == ["XA+XB+XC welcome"]


def test_the_members_of_two_bodies_are_all_of_them() -> None:
    first = "The NATO states (Arvania and Brevonia) and the ASEAN countries (Corvia and the UN) met in Vell."
    assert said("The ministers welcomed the pier.", first, title="") == ["UN+XA+XB+XC welcome"]


def test_those_who_are_listed_behind_a_group_are_the_group() -> None:
    text = (
        "Readout of NATO Leaders Call\n\n"
        "Today the NATO leaders – President Ola Brandt of Arvania, President Ivo Renk of Brevonia and "
        "President Ada Quill of Corvia – convened. The NATO leaders welcomed the pier."
    )
    assert said(text, "", title="") == ["Brandt+Renk+Quill welcome"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The two sides discussed the pier.", {"NATO", "XA", "XB", "XC"}),
        ("The three countries discussed the pier.", {"XA", "XB", "XC"}),
        ("The ministers discussed the pier.", {"NATO", "XA", "XB", "XC"}),
    ],
)
def test_a_body_beside_states_is_in_the_room(text: str, expected: set[str]) -> None:
    first = "The meeting of the foreign ministers of NATO and Arvania, Brevonia and Corvia was held in Vell."
    (found,) = statements(text, first, title="")
    assert {actor.country or actor.name for actor in found.actors} == expected


def sure(text: str, lead: str = LEAD) -> float:
    """Return the confidence of the one statement of a text."""
    (one,) = statements(text, lead, title="")
    return one.confidence


TWO_OF_THREE = "The foreign ministers of Arvania, Brevonia and Corvia met in Port Sele on May 4."
ONE_KNOWN = "Foreign Minister Wen Daro held talks in Vell on May 4."


@pytest.mark.parametrize(
    ("surer", "first", "doubted", "second"),
    [
        ("Minister Daro welcomed the pier.", LEAD, "NATO welcomed the pier.", LEAD),
        ("The two ministers welcomed the pier.", LEAD, "The three ministers welcomed the pier.", LEAD),
        ("The ministers welcomed the pier.", LEAD, "The ministers welcomed the pier.", TWO_OF_THREE),
        ("The ministers welcomed the pier.", LEAD, "The ministers welcomed the pier.", ONE_KNOWN),
        ("He expressed opposition to fees.", LEAD, "He reiterated his opposition to fees.", LEAD),
    ],
)
def test_doubts_about_who_acts_make_a_statement_less_sure(
    surer: str, first: str, doubted: str, second: str
) -> None:
    assert sure(surer, first) >= sure(doubted, second) + 0.04


def test_several_of_whom_one_side_is_known_are_for_a_person_to_look_at_first() -> None:
    assert sure("The ministers welcomed the pier.", ONE_KNOWN) < 0.5
    assert sure("Minister Daro welcomed the pier.", ONE_KNOWN) >= 0.9

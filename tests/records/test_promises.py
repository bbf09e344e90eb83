"""Commitments: what is one, how strong it is, and when it is due."""

from __future__ import annotations

import pytest

from tests.records.make import promised, read, said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministers agreed to open a pier.", "XA+XB 3 -: to open a pier"),
        ("The ministers agreed to continue the dialogue.", "XA+XB 2 -: to continue the dialogue"),
        ("The ministers agreed to open a pier in June.", "XA+XB 4 2031-06: to open a pier in June"),
        ("The ministers agreed to proceed to sign a treaty.", "XA+XB 3 -: to proceed to sign a treaty"),
        ("The ministers agreed to continue to hold talks.", "XA+XB 2 -: to continue to hold talks"),
        ("Minister Daro promised to send divers.", "XA 3 -: to send divers"),
        ("Minister Daro affirmed that Arvania will send divers.", "XA 3 -: that Arvania will send divers"),
        ("The two sides decided to send divers.", "XA+XB 3 -: to send divers"),
        ("The two sides instructed the experts to draft a plan.",
         "XA+XB 3 -: the experts to draft a plan"),
        ("Both sides shared the view on holding a fair in June.",
         "XA+XB 4 2031-06: on holding a fair in June"),
        ("Minister Daro said that Arvania would open a pier.", "XA 3 -: that Arvania would open a pier"),
        ("Minister Daro said that Arvania would waive the fees in June.",
         "XA 4 2031-06: that Arvania would waive the fees in June"),
        ("Minister Daro said that Arvania would follow the matter.",
         "XA 1 -: that Arvania would follow the matter"),
        ("Brevonia will send divers by the end of June.",
         "XB 4 2031-06-30: send divers by the end of June"),
    ],
)  # fmt: skip
def test_an_undertaking_has_the_strength_of_its_words(text: str, expected: str) -> None:
    assert promised(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister Daro committed to open a pier by June 1.", "XA 4 2031-06-01: open a pier by June 1"),
        ("Minister Daro has committed to publish the lists.", "XA 3 -: publish the lists"),
        ("Minister Daro committed Arvania to open a pier.", "XA 3 -: to open a pier"),
        ("Minister Daro committed to work for peace.", "XA 2 -: work for peace"),
        ("Minister Daro assured his counterpart that divers would be sent by June 30.",
         "XA 4 2031-06-30: that divers would be sent by June 30"),
        ("Minister Daro assured the families of the crew that the boat would be handed over.",
         "XA 3 -: that the boat would be handed over"),
        ("Minister Daro promised Minister Stromsen that help would be made available in June to all.",
         "XA 4 2031-06: that help would be made available in June to all"),
        ("Minister Daro promised Minister Stromsen to send divers.", "XA 3 -: to send divers"),
        ("The ministers assured each other that the border would be reopened.",
         "XA+XB 3 -: that the border would be reopened"),
    ],
)  # fmt: skip
def test_what_is_promised_stands_behind_whoever_it_is_promised_to(text: str, expected: str) -> None:
    assert promised(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was agreed that the two would see each other again on June 18.",
         "XA+XB 4 2031-06-18: the two would see each other again on June 18"),
        ("The ministers agreed that a technical mission would visit Skerrow in October.",
         "XA+XB 4 2031-10: a technical mission would visit Skerrow in October"),
        ("The ministers agreed that a delegation of Brevonian divers would go to Halden in June.",
         "XA+XB 4 2031-06: a delegation of Brevonian divers would go to Halden in June"),
        ("Both sides agreed that a working group on ferries will draw up a plan.",
         "XA+XB 3 -: a working group on ferries will draw up a plan"),
        ("Both sides agreed that engineers from the two states would inspect the pier.",
         "XA+XB 3 -: engineers from the two states would inspect the pier"),
    ],
)  # fmt: skip
def test_what_those_whom_the_sides_send_will_do_is_undertaken(text: str, expected: str) -> None:
    assert promised(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The ministers agreed that the bridge would help both peoples.",
        "The ministers agreed that a stable border would bring peace.",
        "The ministers agreed that trade between the two states will grow.",
        "The ministers agreed that the price of grain would rise in June.",
        "The ministers agreed that the mission of the fund remains important.",
    ],
)
def test_what_will_come_about_by_itself_is_a_view(text: str) -> None:
    assert promised(text) == []
    assert [one.split()[-1] for one in said(text)] == ["share_view"]


@pytest.mark.parametrize(
    "text",
    [
        "Minister Daro said that the Department of Ports would complete its survey by June 30.",
        "Minister Daro informed Minister Stromsen that Parliament would lift the ban by June 30.",
        "Minister Daro told Minister Stromsen that his Government would send divers by June 30.",
        "Minister Daro announced that the Coast Guard would return the boat by June 30.",
        "Minister Daro explained that the Arvania Development Bank will complete its study by June 30.",
    ],
)
def test_a_body_of_the_speakers_state_is_its_own_side(text: str) -> None:
    (one,) = promised(text)
    assert one.startswith("XA 4 2031-06-30: that ")


@pytest.mark.parametrize(
    "text",
    [
        "Minister Daro said that the Brevonian Coast Guard would return the boat by June 30.",
        "Minister Daro stated that the Ministry of Ports of Brevonia would publish the lists by June 30.",
        "Minister Daro said that the World Bank would complete its study by June 30.",
        "Minister Daro said that the review of the Department would open the pier by June 30.",
        "Minister Daro explained that the storm will reopen the channel by June 30.",
        "Minister Daro said that the Department completed its review on May 1.",
        "Minister Daro informed Minister Stromsen that Corvia would send divers by June 30.",
    ],
)
def test_a_body_of_another_state_or_of_none_is_not(text: str) -> None:
    assert promised(text) == []


@pytest.mark.parametrize(
    "who", ["The two institutes", "Both universities", "The academies of the two states"]
)
def test_bodies_of_both_sides_undertake_for_them(who: str) -> None:
    text = f"We signed a memorandum, and {who[0].lower() + who[1:]} undertook to publish a map in June."
    assert promised(text) == ["XA+XB 4 2031-06: to publish a map in June"]


@pytest.mark.parametrize("word", ["in", "on"])
def test_concurring_in_a_deed_undertakes_it(word: str) -> None:
    assert promised(f"The ministers concurred {word} launching a youth exchange in June.") == [
        "XA+XB 4 2031-06: launching a youth exchange in June"
    ]


@pytest.mark.parametrize(
    "what", ["in the view that the pier is safe", "in condemning the attack", "on its value"]
)
def test_concurring_in_a_view_does_not(what: str) -> None:
    assert promised(f"The ministers concurred {what}.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister Daro accepted the invitation.", "XA 3 -"),
        ("Minister Daro accepted the invitation to visit Halden in June.", "XA 4 2031-06"),
        ("Minister Stromsen invited Minister Daro to Halden, and Minister Daro accepted the invitation.",
         "XA 3 -"),
        ("Minister Stromsen invited Minister Daro to Halden, and he accepted.", "XA 3 -"),
        ("Minister Stromsen has invited Minister Daro to Halden in June, and the invitation was accepted.",
         "XA 4 2031-06"),
    ],
)  # fmt: skip
def test_who_accepts_an_invitation_undertakes_to_come(text: str, expected: str) -> None:
    assert promised(text) == [f"{expected}: {text.removesuffix('.')}"]


@pytest.mark.parametrize(
    "text",
    [
        "The invitation was accepted with pleasure.",  # by anybody in the room
        "Minister Daro did not accept the invitation.",
        "Minister Stromsen invited Minister Daro to Halden.",
        "Minister Daro accepted the proposal.",
    ],
)
def test_an_invitation_not_accepted_or_by_nobody_known_is_none(text: str) -> None:
    assert promised(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministers agreed to postpone the visit planned for May 16.", []),
        ("The ministers agreed to put off the fair, which had been due in June.", []),
        ("The two sides decided that the talks would be postponed.", []),
        ("The ministers agreed to postpone the fair planned for May 16 to September.", []),
        ("The ministers agreed to postpone the fair to September.", ["2031-09"]),
        ("The ministers agreed that the fair would be put off until June 18.", ["2031-06-18"]),
        ("The two sides decided to reschedule the talks for June 20.", ["2031-06-20"]),
        ("The ministers agreed to cancel the debt of Brevonia.", ["-"]),
    ],
)
def test_what_is_put_off_undertakes_only_its_new_time(text: str, expected: list[str]) -> None:
    assert [one.split()[2].rstrip(":") for one in promised(text)] == expected


@pytest.mark.parametrize(
    "text",
    ["We had hoped to receive you in May.", "Minister Daro had planned to visit Halden in June."],
)
def test_what_was_once_hoped_is_no_intent(text: str) -> None:
    assert promised(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister Daro pledged $60 million for the pier.", "XA 3 -: $60 million for the pier"),
        ("Minister Daro pledged an additional 300 places to students.",
         "XA 3 -: an additional 300 places to students"),
        ("Minister Daro promised up to ten boats by June 30.", "XA 4 2031-06-30: up to ten boats by June 30"),
        ("Minister Daro committed €5 million to the fund.", "XA 3 -: €5 million to the fund"),
        ("Minister Daro pledged assistance worth $5 million.", "XA 3 -: assistance worth $5 million"),
        ("Minister Daro announced that Arvania will accept 300 students in June.",
         "XA 4 2031-06: that Arvania will accept 300 students in June"),
        ("The ministers agreed to train ten divers.", "XA+XB 3 -: to train ten divers"),
        ("The ministers agreed to continue two projects.", "XA+XB 2 -: to continue two projects"),
        ("Minister Daro promised a decision on the licences before the end of July.",
         "XA 4 2031-07-31: a decision on the licences before the end of July"),
        ("Minister Daro promised the early release of the crew in June.",
         "XA 4 2031-06: the early release of the crew in June"),
    ],
)  # fmt: skip
def test_so_much_of_a_thing_and_a_deed_by_a_day_are_deliverables(text: str, expected: str) -> None:
    assert promised(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Minister Daro pledged full cooperation.",
        "Minister Daro promised a decision.",
        "Minister Daro pledged the goodwill of Arvania in the talks of June.",
        "Minister Daro promised 24-hour help.",
        "Arvania has pledged $5 million since last October.",
    ],
)
def test_a_thing_pledged_without_number_or_day_or_long_ago_is_an_intent(text: str) -> None:
    (one,) = promised(text)
    assert one.startswith("XA 1 ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister Daro committed to peace.", "XA 1 -: peace"),
        ("Minister Daro committed to reform and trade.", "XA 1 -: reform and trade"),
        ("Minister Daro pledged support that Brevonia would need.",
         "XA 1 -: support that Brevonia would need"),
        ("Minister Daro assured his colleague of the support of Arvania.",
         "XA 1 -: his colleague of the support of Arvania"),
    ],
)  # fmt: skip
def test_a_thing_committed_to_or_a_relative_clause_is_no_deed(text: str, expected: str) -> None:
    assert promised(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Minister Daro reaffirmed the commitment of Arvania to peace.",
        "Minister Daro stressed that Arvania will send divers.",
        "Minister Daro stressed that they will send divers.",
        "Minister Daro expressed the intention to send divers.",
    ],
)
def test_declared_intents_are_the_weakest(text: str) -> None:
    (one,) = promised(text)
    assert one.startswith("XA 1 -")


@pytest.mark.parametrize(
    "text",
    [
        "Minister Daro stressed that Corvia will send divers.",
        "The ministers approved the determination of the other side to open the port.",
        "The ministers adopted a plan to open the port.",
        "Minister Daro stressed the value of divers.",
        "The ministers did not agree to open a pier.",
        "Both sides shared the view that the pier is safe.",
        "Minister Daro urged Brevonia to send divers.",
        "The ministers discussed the pier.",
        "Minister Daro affirmed the friendship of the two states.",
        "Minister Daro affirmed that Corvia will send divers.",
        "Brevonia hopes, said Minister Daro.",
        "Minister Daro assured the Brevonian side that the road is safe.",
        "Minister Daro assured Minister Stromsen that Arvania remains a friend.",
    ],
)
def test_talk_is_no_undertaking(text: str) -> None:
    assert promised(text) == []


def test_the_publishers_own_we_will_continue_binds_it() -> None:
    text = "We note the storm.\n\nWe will continue to guard the pier. We hope for the best."
    assert promised(text, "", title="Statement on the storm") == [
        "XA 2 -: to guard the pier",
        "XA 1 -: the best",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministers agreed to open a pier and to launch a ferry.", ["to open a pier", "launch a ferry"]),
        ("The ministers agreed to open a pier, and launch a ferry.", ["to open a pier", "launch a ferry"]),
        ("The ministers agreed to open a pier and a school.", ["to open a pier and a school"]),
        ("The ministers agreed to ask divers to mend piers and launch ferries.",
         ["to ask divers to mend piers and launch ferries"]),
    ],
)  # fmt: skip
def test_each_target_is_a_commitment_of_its_own(text: str, expected: list[str]) -> None:
    assert [one.split(": ", 1)[1] for one in promised(text)] == expected


def test_a_list_that_was_agreed_is_a_commitment_for_each_bullet() -> None:
    text = "The ministers agreed on the following:\n- To open a pier by June 30\n- To hold a fair"
    assert promised(text) == ["XA+XB 4 2031-06-30: To open a pier by June 30", "XA+XB 3 -: To hold a fair"]


def test_a_list_of_what_was_discussed_is_none() -> None:
    assert promised("The ministers discussed the following:\n- To open a pier\n- To hold a fair") == []


# -- windows --------------------------------------------------------------------------------------


def dues(text: str) -> list[tuple[str | None, str | None]]:
    """When each commitment is due, and the words that say so."""
    return [(one.due, one.due_as_written) for one in read(text).records.commitments]


def test_a_window_that_was_over_when_the_text_came_out_counts_for_nothing() -> None:
    assert dues("The ministers agreed to open the pier by May 1.") == [(None, None)]


@pytest.mark.parametrize("what", ["the plan adopted in June", "the work under way since June"])
def test_the_date_of_something_past_is_no_window(what: str) -> None:
    assert dues(f"The two sides agreed to carry out {what}.") == [(None, None)]


def test_a_planned_meeting_lends_its_date() -> None:
    text = "The two sides agreed to hold the next round of consultations in Halden in June."
    assert [due for due, _ in dues(text)] == ["2031-06"]


@pytest.mark.parametrize(
    ("term", "due"),
    [
        ("in time for the Stromsen visit", "2031-06-03"),
        ("ahead of Minister Stromsen’s forthcoming visit", "2031-06-03"),
        ("in time for the divers’ visit", None),
        ("in time for the summit", None),
    ],
)
def test_a_visit_that_is_the_term_lends_its_date(term: str, due: str | None) -> None:
    lead = "Foreign Minister Wen Daro of Arvania met with Foreign Minister Edda Stromsen of Brevonia."
    text = (
        f"{lead} The ministers agreed to open a pier {term}. Minister Stromsen will visit Arvania on June 3."
    )
    assert dues(text) == [(due, term if due else None)]


def test_the_date_of_a_meeting_is_none_of_the_work_and_that_of_the_work_is_a_term() -> None:
    assert dues("The ministers agreed to begin the construction of the pier in October.")[0][0] == "2031-10"
    assert dues("The ministers agreed to publish the results of the joint meeting in October.")[0][0] is None


# -- what a readout schedules ---------------------------------------------------------------------

ROUND = "The next round of consultations will be held in Halden in winter."


def test_in_a_readout_a_scheduled_meeting_was_agreed_between_the_lines() -> None:
    (one,) = promised(ROUND)
    assert one.startswith("XA+XB 4 2031-24")


def test_a_scheduled_visit_is_the_visitors() -> None:
    (one,) = promised("Minister Stromsen’s visit to Arvania is scheduled for June.")
    assert one.startswith("XB")


@pytest.mark.parametrize(
    "text", ["The next round of consultations will be held in Halden.", "The winter will be cold in Halden."]
)
def test_without_a_date_or_a_meeting_nothing_is_scheduled(text: str) -> None:
    assert promised(text) == []


def test_an_announcement_schedules_without_promising() -> None:
    lead = "Foreign Minister Wen Daro of Arvania will visit Brevonia on May 9."
    assert promised(ROUND, lead, title="Foreign Minister Daro to visit Brevonia") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Minister Daro announced that Arvania will open a reading room in Lunden by the end of June.",
            "XA 4 2031-06-30: that Arvania will open a reading room in Lunden by the end of June",
        ),
        (
            "Minister Stromsen informed that Brevonia will send ten divers.",
            "XB 3 -: that Brevonia will send ten divers",
        ),
        (
            "Minister Daro announced that President Edda Rask of Arvania will visit Brevonia in June.",
            "XA 1 2031-06: that President Edda Rask of Arvania will visit Brevonia in June",
        ),
        (
            "Minister Daro announced that Arvania will continue its support.",
            "XA 1 -: that Arvania will continue its support",
        ),
    ],
)
def test_what_a_side_announces_that_it_will_do_it_undertakes(text: str, found: str) -> None:
    assert promised(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Minister Daro announced that the pier has been open since May.",
        "Minister Daro announced that Brevonia will open a reading room.",
        "Minister Daro announced the opening of a reading room.",
        "Minister Stromsen informed him that the winter will be cold.",
    ],
)
def test_other_news_undertakes_nothing(text: str) -> None:
    assert promised(text) == []


def test_interest_in_a_thing_undertakes_nothing_and_in_a_deed_declares_an_intent() -> None:
    assert promised("Minister Stromsen was interested in the growth of the harbour.") == []
    assert promised("Minister Stromsen was interested in opening a school.") == ["XB 1 -: opening a school"]


def test_an_obligation_with_its_ground_is_a_commitment_of_the_side() -> None:
    found = promised("Under the treaty, Brevonia was obliged to open the archive by June.")
    assert found == ["XB 4 2031-06: open the archive by June"]


def test_an_item_of_a_list_that_is_a_lone_mark_undertakes_nothing() -> None:
    text = "The ministers agreed to:\n• open a pier.\n• •"
    assert promised(text) == ["XA+XB 3 -: open a pier"]


def test_a_date_that_owns_something_or_lies_behind_sets_no_term() -> None:
    assert dues("The ministers tasked their teams to follow up on today’s talks.") == [(None, None)]
    assert dues("The ministers agreed to carry out the steps outlined in May.")[0][0] is None
    assert dues("The ministers agreed to carry out the steps in May.")[0][0] == "2031-05"


def test_what_is_decided_may_stand_in_the_items_of_a_list() -> None:
    listed = "The two sides decided to:\n\n• open a pier;\n• send divers by the end of June."
    assert promised(listed) == [
        "XA+XB 3 -: open a pier",
        "XA+XB 4 2031-06-30: send divers by the end of June",
    ]

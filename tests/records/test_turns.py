"""Who says "I"."""

from __future__ import annotations

from tests.records.make import said

PRESS = "Press conference of Minister Daro"
MET = "Foreign Minister Wen Daro of Arvania and Foreign Minister Edda Stromsen of Brevonia met the press."


def test_a_label_says_who_speaks_until_the_next_one() -> None:
    text = (
        f"{MET}\n\nMinister Daro: I welcome the pier.\n\nI thank Brevonia.\n\n"
        "Minister Stromsen (in Brevonian): I condemn the pier."
    )
    assert said(text, "", title=PRESS) == ["Daro welcome", "Daro thank", "Stromsen condemn_or_regret"]


def test_questions_of_the_press_are_nobodys_statements() -> None:
    text = (
        f"{MET}\n\nQuestion: I condemn the pier.\n\nI condemn it twice.\n\nMinister Daro: I welcome the pier."
    )
    assert said(text, "", title=PRESS) == ["Daro welcome"]


def test_a_colon_in_a_readout_is_no_turn() -> None:
    assert said("Question: Brevonia welcomed the pier.") == ["XB welcome"]


def test_a_release_in_the_first_person_is_its_ministers() -> None:
    lead = "Foreign Minister Wen Daro of Arvania met with Foreign Minister Edda Stromsen of Brevonia."
    assert said("I welcomed the pier.", lead) == ["Daro welcome"]


def test_in_such_a_release_we_agreed_are_both_sides() -> None:
    text = "I welcomed the pier. We agreed to open it. We thanked the pilots."
    assert said(text) == ["Daro welcome", "Daro+Stromsen agree", "XA thank"]


def test_an_unknown_label_speaks_for_nobody_known() -> None:
    assert said(f"{MET}\n\nMr Oddly: I welcome the pier.", "", title=PRESS) in (
        ["?I welcome"],
        ["Oddly welcome"],
    )


def test_a_stranger_with_a_full_name_speaks_for_no_side() -> None:
    assert said(f"{MET}\n\nADA QUILL: I welcome the pier. We thank you.", "", title=PRESS) == [
        "Quill welcome",
        "?we thank",
    ]


def test_a_label_may_name_an_office_too() -> None:
    text = f"{MET}\n\nMr. Wen Daro, Minister for Foreign Affairs: I welcome the pier."
    assert said(text, "", title=PRESS) == ["Daro welcome"]


def test_we_are_those_with_whom_the_speaker_did_it() -> None:
    spoken = "Minister Stromsen and I agreed to meet. We confirmed that the ferry is safe."
    text = f"{MET}\n\nMinister Daro: {spoken}"
    assert said(text, "", title=PRESS) == ["Stromsen+Daro agree", "Stromsen+Daro affirm"]


def test_one_letter_may_stand_for_a_question() -> None:
    assert said(f"{MET}\n\nQ: I condemn the pier.\n\nA: We welcome the pier.", "", title=PRESS) == [
        "XA welcome"
    ]

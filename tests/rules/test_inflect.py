"""Forms of verbs: regular rules, doubling, both spellings, and the shipped irregular verbs."""

from __future__ import annotations

import pytest

from regesta.rules.inflect import FORMS, forms, head_index
from regesta.rules.verbs import verb_rules

IRREGULAR = verb_rules().irregular


@pytest.mark.parametrize(
    ("lemma", "third", "past", "ing"),
    [
        ("discuss", "discusses", "discussed", "discussing"),
        ("note", "notes", "noted", "noting"),
        ("agree", "agrees", "agreed", "agreeing"),
        ("clarify", "clarifies", "clarified", "clarifying"),
        ("convey", "conveys", "conveyed", "conveying"),
        ("stress", "stresses", "stressed", "stressing"),
        ("express", "expresses", "expressed", "expressing"),
        ("propose", "proposes", "proposed", "proposing"),
        ("reach", "reaches", "reached", "reaching"),
        ("veto", "vetoes", "vetoed", "vetoing"),
        ("stop", "stops", "stopped", "stopping"),
        ("plan", "plans", "planned", "planning"),
        ("equip", "equips", "equipped", "equipping"),
        ("commit", "commits", "committed", "committing"),
        ("permit", "permits", "permitted", "permitting"),
        ("regret", "regrets", "regretted", "regretting"),
        ("refer", "refers", "referred", "referring"),
        ("concur", "concurs", "concurred", "concurring"),
        ("offer", "offers", "offered", "offering"),
        ("visit", "visits", "visited", "visiting"),
        ("solicit", "solicits", "solicited", "soliciting"),
        ("interpret", "interprets", "interpreted", "interpreting"),
        ("consider", "considers", "considered", "considering"),
        ("mention", "mentions", "mentioned", "mentioning"),
        ("maintain", "maintains", "maintained", "maintaining"),
        ("appeal", "appeals", "appealed", "appealing"),
        ("review", "reviews", "reviewed", "reviewing"),
        ("vow", "vows", "vowed", "vowing"),
        ("tie", "ties", "tied", "tying"),
        ("panic", "panics", "panicked", "panicking"),
        ("insist", "insists", "insisted", "insisting"),
        ("support", "supports", "supported", "supporting"),
        ("control", "controls", "controlled", "controlling"),
        ("request", "requests", "requested", "requesting"),
    ],
)
def test_regular_forms(lemma: str, third: str, past: str, ing: str) -> None:
    made = forms(lemma, IRREGULAR)
    assert made["third"] == (third,)
    assert made["past"] == made["participle"] == (past,)
    assert made["ing"] == (ing,)


@pytest.mark.parametrize(
    ("lemma", "pasts"),
    [
        ("signal", {"signaled", "signalled"}),
        ("counsel", {"counseled", "counselled"}),
        ("cancel", {"canceled", "cancelled"}),
        ("focus", {"focused", "focussed"}),
        ("recognize", {"recognized", "recognised"}),
        ("emphasize", {"emphasized", "emphasised"}),
        ("seize", {"seized"}),
        ("advise", {"advised"}),
    ],
)
def test_both_spellings_are_given(lemma: str, pasts: set[str]) -> None:
    assert set(forms(lemma, {})["past"]) == pasts


def test_irregular_forms_come_from_the_table() -> None:
    made = forms("speak", IRREGULAR)
    assert (made["past"], made["participle"], made["third"]) == (("spoke",), ("spoken",), ("speaks",))
    assert forms("have", IRREGULAR)["third"] == ("has",)
    assert forms("co-lead", IRREGULAR)["past"] == ("co-led",)


def test_alternatives_are_parted_by_a_slash() -> None:
    assert forms("dwell", {"dwell": ("dwelt/dwelled", "dwelt/dwelled")})["past"] == ("dwelt", "dwelled")


@pytest.mark.parametrize(
    ("lemma", "past"),
    [
        ("take stock of", "took stock of"),
        ("make it clear", "made it clear"),
        ("highly evaluate", "highly evaluated"),
        ("reply to", "replied to"),
        ("look forward to", "looked forward to"),
    ],
)
def test_only_the_head_of_several_words_inflects(lemma: str, past: str) -> None:
    assert past in forms(lemma, IRREGULAR)["past"]


def test_every_verb_of_the_table_has_every_form() -> None:
    for group in verb_rules().groups:
        for lemma in group.verbs:
            made = forms(lemma, IRREGULAR)
            assert tuple(made) and set(made) == set(FORMS)
            assert all(made.values()), lemma
            assert lemma in made["base"]


def test_a_single_adverb_is_its_own_head() -> None:
    assert head_index(["rely"]) == 0
    assert head_index(["jointly", "decide"]) == 1

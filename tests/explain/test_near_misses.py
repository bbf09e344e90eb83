"""What nearly became a record and why it did not: one example for every sort."""

from __future__ import annotations

import pytest

from regesta.engine.explain import UNTOLD

from .readout import sentence, why_not

VERBS = [
    ("Stressed the need for calm.", "Stressed", "no subject: it opens its sentence"),
    ("The harbour welcomed the news.", "welcomed", "its subject “harbour” is no person, no side"),
    ("The support of the crew was seen by Minister Lind.", "support", "a noun after “The”"),
    ("The crew (who had thanked him) slept.", "thanked", "stands in brackets"),
    ("The list that Minister Lind handed over, which welcomes progress, is long.", "welcomes", "relative"),
    ("Minister Lind urged the crews to propose a route.", "propose", "an infinitive"),
    ("Minister Lind said that Minister Oyelu had welcomed the plan.", "welcomed", "in a that-clause"),
    ("Replying to the crew, Minister Lind agreed to open the port.", "Replying", "a framing verb"),
    ("Minister Lind gave the crew a boat.", "gave", "an event verb: it tells what happened"),
    ("The crews are urged to leave at once.", "urged", "a passive without an agent"),
    ("Minister Lind noted that the sides agreed to open the port.", "noted", "only passes on"),
    ("Minister Lind welcomed the plan in 2019.", "welcomed", "an earlier year than the document"),
    ("The pilots had a plan discussed at length.", "discussed", "a participle that hangs on a noun"),
    ("Minister Lind held talks with Minister Oyelu.", "held talks", "nothing that was talked about"),
    ("The crews air their sails.", "air", "only together with a noun of the table, and none follows"),
    ("I want to thank Minister Oyelu.", "want", "a form of words"),
]
COMMITMENTS = [
    ("Minister Lind stressed that the port had been open in winter.", "stressed", "not future"),
    ("Minister Lind stressed that the ferry will be painted.", "stressed", "not its own"),
    ("Minister Lind urged Brevonia to open the port.", "urged", "a request to another"),
    ("Minister Lind did not agree to open the port.", "agree", "negated"),
    ("The latter agreed to open the port.", "agreed", "no named side"),
    ("Minister Lind reaffirmed the old friendship.", "reaffirmed", "affirms what is held"),
    ("Both sides shared the view that fish is food.", "shared", "a view, not one shared on doing something"),
]
REQUESTS = [
    ("Minister Lind asked about the crew.", "asked about", "asks nobody to do anything"),
    ("Minister Lind encouraged progress.", "encouraged", "nobody whom it asks"),
    ("Minister Lind made a proposal on the port.", "made", "nothing that it asks for"),
    ("Minister Lind will ask Brevonia to open the port.", "will ask", "not yet"),
]
MEETINGS = [
    ("Minister Lind met on the pier.", "met", "one side alone"),
    ("The officials had been met at the pier.", "met", "a passive"),
    ("There was no time for another meeting.", "another meeting", "a plain word for a meeting"),
    ("A visit is a good thing.", "A visit", "needs a visitor and a goal"),
    ("The crew welcomed the news.", "welcomed", "without a host or a guest who is a person"),
    ("Minister Lind attended a meeting of the crews.", "attended", "who attends something"),
    ("Minister Lind travelled widely.", "travelled", "a visit to no state and no named place"),
]
DATES = [
    ("The two ministers will meet in the coming months.", "in the coming months", "too vague for a window"),
    ("The day before the summit was quiet.", "The day before", "no date before the words after it"),
    ("The crews read Article 9 March at sea.", "9 March", "no date after the words before it"),
    ("The two ministers met on 03/04/2031.", "03/04/2031", "the text does not say which day"),
]
NAMES = [
    ("The Grand Vizier bowed.", "Grand Vizier"),
    ("The ships of the Harbour Watch sailed.", "Harbour Watch"),
]
ACTORS = [
    ("The Secretary said that the tide was low.", "The Secretary", "nobody in the text is shown to hold"),
    ("The latter welcomed this.", "The latter", "nobody was named before"),
]


@pytest.mark.parametrize(("words", "at", "why"), VERBS)
def test_a_verb_that_makes_no_statement_says_why(words: str, at: str, why: str) -> None:
    told = why_not(words, "statement", at) or why_not(words, "verb", at)
    assert why in told and told, told


@pytest.mark.parametrize(("words", "at", "why"), REQUESTS)
def test_asking_that_is_no_request_says_why(words: str, at: str, why: str) -> None:
    assert why in why_not(words, "request", at)
    assert sentence("Minister Lind urged Brevonia to open the port.").records[-1].id.startswith("r-")


@pytest.mark.parametrize(("words", "at", "why"), COMMITMENTS)
def test_a_gate_that_is_shut_says_which_condition_failed(words: str, at: str, why: str) -> None:
    told = why_not(words, "commitment", at)
    assert why in told and told, told


@pytest.mark.parametrize(("words", "at", "why"), MEETINGS)
def test_a_phrase_that_is_made_no_meeting_says_why(words: str, at: str, why: str) -> None:
    told = why_not(words, "meeting", at)
    assert why in told and told, told


@pytest.mark.parametrize(("words", "at", "why"), DATES)
def test_an_expression_that_is_made_no_date_says_why(words: str, at: str, why: str) -> None:
    told = why_not(words, "date", at)
    assert why in told and told, told


@pytest.mark.parametrize(("words", "at"), NAMES)
def test_capitals_that_no_rule_took_are_told(words: str, at: str) -> None:
    assert why_not(words, "name", at).startswith("capitals that no rule took")


@pytest.mark.parametrize(("words", "at", "why"), ACTORS)
def test_an_actor_who_is_not_resolved_is_told(words: str, at: str, why: str) -> None:
    told = why_not(words, "actor", at)
    assert why in told and told, told


def test_a_date_that_does_not_reach_its_meeting_says_why() -> None:
    words = "The two ministers met in Port Sele and welcomed the plan of 3 June 2030."
    told = why_not(words, "date of a meeting", "3 June 2030")
    assert told == "a reporting verb stands between the meeting and it"


def test_what_was_made_is_no_near_miss() -> None:
    read = sentence("Minister Lind urged Brevonia to open the port.")
    assert [one.what for one in read.declined] == ["commitment"]


@pytest.mark.parametrize("words", [case[0] for case in (*VERBS, *COMMITMENTS, *REQUESTS, *MEETINGS, *DATES)])
def test_no_reporting_verb_of_these_is_passed_over_without_a_reason(words: str) -> None:
    assert [one for one in sentence(words).declined if one.why == UNTOLD] == []

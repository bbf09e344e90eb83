"""What nearly became a record and why it did not: one example for every sort."""

from __future__ import annotations

import pytest

from .readout import LEAD, explain, sentence, why_not

VERBS = [
    ("The visitors read the letter, and stressed.", "stressed", "no subject of its own"),
    ("Stressed the need for calm.", "Stressed", "no subject: it opens its sentence"),
    ("The harbour welcomed the news.", "welcomed", "its subject “harbour” is no person, no side"),
    ("The support of the crew was seen by Minister Lind.", "support", "a noun after “The”"),
    ("The visitors heard of the Pledge Fund for sailors.", "Pledge", "part of a name"),
    ("The crew (who had thanked him) slept.", "thanked", "stands in brackets"),
    ("The list that Minister Lind handed over, which welcomes progress, is long.", "welcomes", "relative"),
    ("Minister Lind urged the crews to propose a route.", "propose", "an infinitive"),
    ("Minister Lind said that Minister Oyelu had welcomed the plan.", "welcomed", "in a that-clause"),
    ("Replying to the crew, Minister Lind agreed to open the port.", "Replying", "a framing verb"),
    ("Minister Lind visited Brevonia.", "visited", "an event verb: it tells what happened"),
    ("The crews are urged to leave at once.", "urged", "a passive without an agent"),
    ("Minister Lind noted that the sides agreed to open the port.", "noted", "only passes on"),
    ("Minister Lind welcomed the plan in 2019.", "welcomed", "an earlier year than the document"),
    ("A letter signed in haste lies on the table.", "signed", "a participle that hangs on a noun"),
    ("Minister Lind held talks with Minister Oyelu.", "held talks", "nothing that was talked about"),
    ("Minister Lind expressed that the sea was calm.", "expressed", "a noun of the table, and none follows"),
]  # fmt: skip
COMMITMENTS = [
    ("Minister Lind stressed that the port had been open in winter.", "stressed", "not future"),
    ("Minister Lind stressed that the ferry will be painted.", "stressed", "not its own"),
    ("Minister Lind urged Brevonia to open the port.", "urged", "a request to another"),
    ("Minister Lind did not agree to open the port.", "agree", "negated"),
    ("The envoys agreed to open the port.", "agreed", ""),
    ("Minister Lind reaffirmed the old friendship.", "reaffirmed", "affirms what is held"),
    ("Both sides shared the view that fish is food.", "shared", "a view, not one shared on doing something"),
]
MEETINGS = [
    ("Minister Lind met on the pier.", "met", "one side alone"),
    ("The officials had been met at the pier.", "met", "a passive"),
    ("The talks were frank.", "The talks", "a plain word for a meeting"),
    ("A visit is a good thing.", "A visit", "needs a visitor and a goal"),
    ("Minister Lind welcomed Minister Oyelu’s words.", "welcomed", ""),
    ("Minister Lind attended a seminar.", "attended", "who attends something does not report it"),
    ("Minister Lind travelled widely.", "travelled", "a visit to no state and no named place"),
]
DATES = [
    ("The two ministers will meet in the coming months.", "in the coming months", "too vague for a window"),
    ("The two ministers met on 31 February 2031.", "31 February 2031", ""),
    ("The two ministers will adopt the 2030 Agenda.", "2030", "no date"),
    ("The two ministers met on 03/04/2031.", "03/04/2031", "the text does not say which day"),
]


@pytest.mark.parametrize(("words", "at", "why"), [case for case in VERBS if case[2]])
def test_a_verb_that_makes_no_statement_says_why(words: str, at: str, why: str) -> None:
    told = why_not(words, "statement", at) or why_not(words, "verb", at)
    assert why in told and told, told


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

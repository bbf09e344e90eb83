"""Whoever travels to the publisher's own country is the other side's."""

from __future__ import annotations

import pytest

from tests.records.meeting.readouts import MET, others

TOLLAND = "They recalled what President Mira Tolland had proposed."


@pytest.mark.parametrize(
    "words",
    [
        "They agreed that President Halvek would visit Arvania in October.",
        "They spoke of President Halvek’s visit to Arvania in October.",
        "They spoke of the visit of President Tor Halvek to Arvania in October.",
        "They spoke of the visit to Arvania by President Halvek in October.",
        "They spoke of President Halvek’s visit to Port Sele in October.",
        "They hope that President Halvek will make an official visit to Port Sele in October.",
    ],
)
def test_a_visitor_is_of_the_other_side(words: str) -> None:
    (found,) = others(f"{MET} {words}")
    assert [(a.name.split()[-1], a.country) for a in found.participants] == [("Halvek", "XB")]


@pytest.mark.parametrize(
    "words",
    [
        "They spoke of the visit to Brevonia by President Halvek in October.",
        "They spoke of President Halvek’s visit to Halden in October.",
    ],
)
def test_a_visit_to_the_capital_of_the_other_side_makes_nobody_foreign(words: str) -> None:
    (found,) = others(f"{MET} {words}")
    assert [(a.name, a.country) for a in found.participants] == [("Halvek", "XA")]


def test_a_president_beside_the_own_one_is_the_other_sides() -> None:
    words = (
        "They recalled what President Mira Tolland had proposed. President Halvek will visit Corvia in May."
    )
    (found,) = others(f"{MET} {words}")
    assert [(a.name, a.country) for a in found.participants] == [("Halvek", "XB")]


def test_a_prime_minister_beside_the_own_president_is_not() -> None:
    words = f"{TOLLAND} Prime Minister Halvek will visit Corvia in May."
    (found,) = others(f"{MET} {words}")
    assert [(a.name, a.country) for a in found.participants] == [("Halvek", "XA")]


def test_somebody_who_visits_the_other_side_is_of_the_own() -> None:
    (found,) = others(f"{MET} They agreed that President Halvek would visit Brevonia in October.")
    assert [(a.name, a.country) for a in found.participants] == [("Halvek", "XA")]


def test_a_president_of_a_bank_is_no_president_of_a_state() -> None:
    words = "President Halvek came too. It was the first time a Harbour Bank President visited Arvania."
    for found in others(f"{MET} {words}"):
        assert ("Halvek", "XB") not in [(a.name.split()[-1], a.country) for a in found.participants]

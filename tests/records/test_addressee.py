"""The person or side that a clause names as addressed."""

from __future__ import annotations

import pytest

from tests.records.make import statements


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Minister Daro urged Brevonia to open the ferry.", "Brevonia"),
        ("Minister Daro called on Brevonia to open the ferry.", "Brevonia"),
        ("Minister Daro thanked Minister Stromsen.", "Edda Stromsen"),
        ("Minister Daro thanked her Brevonian counterpart.", "Edda Stromsen"),
        ("Minister Daro expressed her thanks to Minister Stromsen for the pier.", "Edda Stromsen"),
        ("Minister Daro requested the continued support of Brevonia’s navy.", "Brevonia"),
        ("Minister Daro requested continued support by Brevonia.", "Brevonia"),
        ("Minister Stromsen conveyed greetings to Minister Daro.", "Wen Daro"),
    ],
)
def test_who_is_addressed(text: str, name: str) -> None:
    (one,) = statements(text)
    assert one.addressee is not None
    assert one.addressee.name == name


@pytest.mark.parametrize(
    "text",
    [
        "The two ministers urged Corvia to open the ferry.",
        "Minister Daro thanked the pilots.",
        "Minister Daro thanked Minister Stromsen’s pilots.",
        "Minister Daro urged Arvania to open the ferry.",
        "Minister Daro thanked the two sides.",
        "Minister Daro stressed patience; to Brevonia the ferry is new.",
        "Minister Daro stressed that it is dear to Brevonia.",
        "Minister Daro expressed thanks for Brevonia to see.",
    ],
)
def test_who_is_not(text: str) -> None:
    """Several who speak together, owners, one's own side, several addressed, another clause."""
    assert [one.addressee for one in statements(text)][:1] == [None]

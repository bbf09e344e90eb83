"""What is known about a document as a whole."""

from __future__ import annotations

import pytest

from regesta.model.document import Document
from regesta.records.facts import head_level, publisher_of
from tests.records.make import LEAD, read

PLAN = "Foreign Minister Wen Daro of Arvania will visit Brevonia on May 9."


def document(text: str, **source: str | None) -> Document:
    """What was settled of a text."""
    return read(text, **source).document


@pytest.mark.parametrize(
    ("title", "text", "kind"),
    [
        ("Joint Statement of Arvania and Brevonia", LEAD, "joint_statement"),
        ("Press conference of Minister Daro", LEAD, "press_conference"),
        ("Talks in Port Sele", LEAD, "readout"),
        ("Talks in Halden", PLAN, "announcement"),
        ("Talks in Halden", f"{LEAD} {PLAN}", "readout"),
        ("Minister Daro to visit Brevonia", f"{LEAD} {PLAN}", "announcement"),
        ("Minister Daro to visit Brevonia", LEAD, "readout"),
        ("On the shoals", "We are concerned by the storm.", "statement"),
        ("On the shoals", "No lamps and no music.", "other"),
        ("Plans", "The ministers noted that it will open. They noted that it will close.", "readout"),
    ],
)  # fmt: skip
def test_title_and_tenses_give_the_kind(title: str, text: str, kind: str) -> None:
    assert document(text, title=title).kind == kind


def test_the_kind_says_on_what_it_rests() -> None:
    assert document(LEAD, title="Joint Statement on grain").kind_reason == "title: “Joint Statement”"
    assert document(PLAN).kind_reason == "1 sentences look ahead, 0 report"


@pytest.mark.parametrize(
    ("publisher", "level"),
    [
        ("Presidential Office of Arvania", "head_of_state"),
        ("Office of the Prime Minister", "head_of_government"),
        ("Ministry of Foreign Affairs of Arvania", "foreign_minister"),
        ("Ministry of Fisheries", None),
        (None, None),
    ],
)
def test_a_publisher_serves_an_office(publisher: str | None, level: str | None) -> None:
    assert head_level(publisher) == level


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        (
            "Ministry of Foreign Affairs of Brevonia\n\nTalks were held.",
            "Ministry of Foreign Affairs of Brevonia",
        ),
        (
            f"{'Talks were held. ' * 40}\n\nOffice of the President of Corvia",
            "Office of the President of Corvia",
        ),
        (f"{'Talks were held. ' * 40}the Ministry of Peace{' was praised.' * 60}", None),
        ("Talks were held.", None),
    ],
)
def test_a_publisher_stands_in_the_head_or_the_foot(text: str, publisher: str | None) -> None:
    assert publisher_of(text) == publisher


def test_publisher_and_side_are_worked_out_where_nobody_gives_them() -> None:
    text = f"Ministry of Foreign Affairs of Brevonia\n\n{LEAD}"
    found = document(text, publisher=None, country=None)
    assert (found.publisher_basis, found.side, found.side_basis) == ("inferred", "XB", "inferred")
    assert found.counterpart == "XA"


def test_what_is_given_wins() -> None:
    found = document(f"Ministry of Foreign Affairs of Brevonia\n\n{LEAD}")
    assert (found.publisher_basis, found.side, found.side_basis) == ("given", "XA", "given")


def test_what_nobody_says_stays_unknown() -> None:
    found = document("Talks were held.", publisher=None, country=None)
    assert (found.publisher, found.publisher_basis, found.side, found.side_basis) == (None,) * 4


def test_of_several_other_sides_none_is_the_counterpart() -> None:
    text = "On May 4 the foreign ministers of Arvania, Brevonia and Corvia met in Port Sele."
    assert document(text).counterpart is None

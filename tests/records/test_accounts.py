"""The account of every sentence."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from regesta.structure import outline
from tests.records.make import LEAD, read

NOT_READ = {
    "No lamps and no music.": "no verb of the table",
    "The visitors walked to the pier.": "tells of events or background; no reporting verb with a subject",
    "The crew welcomed the pier.": "a reporting verb whose subject is no recognised person or side",
}


def fates(text: str) -> list[tuple[str, str]]:
    """The words of each sentence or block, and how it ended."""
    reading = read(text)
    return [(a.span.of(reading.page.text), a.fate) for a in reading.records.accounts]


def test_every_sentence_ends_somewhere() -> None:
    text = f"Talks in Port Sele\n\n{LEAD} Minister Daro welcomed the pier. No lamps and no music."
    assert fates(text) == [
        ("Talks in Port Sele", "furniture"),
        (LEAD, "record"),
        ("Minister Daro welcomed the pier.", "record"),
        ("No lamps and no music.", "unread"),
    ]


def test_what_was_not_read_says_why() -> None:
    reading = read("\n\n".join([LEAD, *NOT_READ]))
    assert {u.span.of(reading.page.text): u.reason for u in reading.records.unread} == NOT_READ


def test_a_clause_that_does_not_report_by_itself_is_not_counted_as_read() -> None:
    reading = read(f"{LEAD}\n\nThe Brevonian side is pleased to walk, if Arvania welcomed the pier.")
    assert [u.reason for u in reading.records.unread] in (
        [],
        ["a reporting verb in a clause that does not report by itself"],
    )


def test_a_run_of_words_without_an_end_is_counted_and_not_searched() -> None:
    reading = read(f"{LEAD}\n\nBrevonia welcomed " + "the pier and " * 400 + "the ferry.")
    assert [u.reason for u in reading.records.unread] == ["longer than 700 words without an end"]


def test_what_is_printed_twice_is_read_once() -> None:
    part = (
        "1. Fisheries\n\nBrevonia welcomed the new rules for the fishing of herring in the Outer Sound.\n\n"
    )
    reading = read(f"{LEAD}\n\n{part}{part}")
    assert len(reading.records.statements) == 1
    assert "repeated" in {a.fate for a in reading.records.accounts}


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet="aAB .,\n-:;1(“”’\u200f\u0007é", max_size=300))
def test_no_letter_is_lost(text: str) -> None:
    """Every letter and figure stands in the account of a sentence or block, or is a block's number."""
    reading = read(f"{LEAD}\n\n{text}")
    frozen = reading.page.text
    held = {i for a in reading.records.accounts for i in range(a.span.start, a.span.end)}
    held |= {i for b in outline(reading.page).blocks for i in range(b.span.start, b.body.start)}
    assert [i for i, char in enumerate(frozen) if char.isalnum() and i not in held] == []


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from([*NOT_READ, LEAD, "They agreed to swim."]), min_size=1, max_size=6))
def test_unread_and_account_say_the_same(parts: list[str]) -> None:
    records = read("\n\n".join(parts)).records
    assert [u.span for u in records.unread] == [a.span for a in records.accounts if a.fate == "unread"]

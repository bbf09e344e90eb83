"""A page that was read again with other words: both texts, the difference, and what hung on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Page

from regesta.ledger import Ledger
from regesta.ledger.judging import Scope, correct, decide, propose
from tests.ledger.judged import OTHER, PASS, WHO, both, kept, other_reading, same_meeting, write, year

from .axe import barriers
from .room import client, opened, settings_for

Edited = tuple[Path, str, str]
CHANGED = OTHER.replace("in April", "in May & <June>")


@pytest.fixture
def edited(tmp_path: Path) -> Edited:
    """A ledger in which an account was read again with other words, and the ids of both texts."""
    path = tmp_path / "edited.db"
    with Ledger.open(path, create=True) as ledger:
        write(both(ledger), propose, Scope(), [same_meeting(), kept(), year()], "regesta r1", "2021-03-06")
        write(ledger, decide, [same_meeting().id], "accepted", WHO, "2021-03-07T08:00")
        write(ledger, correct, PASS, "due", "2021-04", WHO, "2021-03-07T09:00")
        after = ledger.add(other_reading(CHANGED, number=2), now="2021-03-08T10:00").document_id
    return path, PASS.document, after


@pytest.fixture
def reader(edited: Edited) -> Iterator[TestClient]:
    """A client over that ledger."""
    with client(settings_for(edited[0])) as made:
        yield made


def test_both_texts_stand_with_the_words_that_differ(reader: TestClient, edited: Edited) -> None:
    _, before, after = edited
    page = reader.get(f"/documents/{after}/versions").text
    assert "Brevia will open the Low Pass in <del>April.</del>" in page
    assert "Brevia will open the Low Pass in <ins>May &amp; &lt;June&gt;.</ins>" in page
    assert "Sentences: 1 changed, 2 the same." in page
    assert f"/documents/{before}?at=" in page and f"/documents/{after}?at=" in page


def test_what_hung_on_the_words_is_named(reader: TestClient, edited: Edited) -> None:
    page = reader.get(f"/documents/{edited[2]}/versions").text
    assert "orphaned: the words are not in the newer version" in page
    assert WHO in page


def test_the_first_text_leads_to_the_difference(reader: TestClient, edited: Edited) -> None:
    _, before, after = edited
    assert reader.get(f"/documents/{before}/versions").text.count("<del>") == 1
    page = reader.get(f"/documents/{before}").text
    assert f'href="/documents/{after}"' in page and f"/documents/{before}/versions" in page


def test_a_text_without_another_says_so(visitor: TestClient) -> None:
    page = visitor.get("/documents/d-a2b363d5f146f002/versions").text
    assert "No other text of this address is held." in page


def test_the_difference_has_no_barrier(tab: Page, edited: Edited) -> None:
    with opened(settings_for(edited[0])) as room:
        tab.goto(f"{room.address}/documents/{edited[2]}/versions")
        assert barriers(tab) == []

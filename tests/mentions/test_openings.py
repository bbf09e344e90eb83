"""What may begin at a word, by its letters alone."""

import pytest

from regesta.mentions import openings
from regesta.mentions.office_words import office_lexicon
from regesta.mentions.openings import ARTICLE, HONORIFIC, NAME, OFFICE, PART, Openings


@pytest.mark.parametrize(
    ("word", "may"),
    [
        ("Sule", NAME | PART),
        ("al-Sule", NAME | PART),
        ("minister", OFFICE),
        ("Monday", NAME),
        ("road", 0),
        (",", 0),
    ],
)
def test_a_word_is_told_by_its_letters(word: str, may: int) -> None:
    assert office_lexicon().openings[word] == may


def test_articles_titles_and_acronyms_are_told_apart() -> None:
    found = office_lexicon().openings
    assert found["the"] & ARTICLE
    assert found["Mr"] & HONORIFIC
    assert found["NSDA"] & OFFICE
    assert not found["nsda"] & OFFICE


def test_only_so_many_words_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(openings, "_MOST", 2)
    found = Openings(frozenset({"envoy"}), frozenset(), frozenset())
    assert [found[word] for word in ("envoy", "Sule", "road", "envoy")] == [OFFICE, NAME | PART, 0, OFFICE]
    assert len(found) <= 2

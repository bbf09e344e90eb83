"""Corpora of any size: the same from the same seed, no denser when larger, and told coherently."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from pathlib import Path

import pytest

from benchmarks.chronicle.story import papers
from benchmarks.chronicle.world import world
from benchmarks.growing import grow
from benchmarks.ledgers import exponent


def test_the_same_seed_gives_the_same_documents() -> None:
    """Another seed gives others."""
    first, again, other = (list(islice(papers(world(300, seed)), 40)) for seed in (1, 1, 2))
    assert first == again
    assert [paper.text for paper in first] != [paper.text for paper in other]


@pytest.mark.parametrize("documents", [300, 1_000, 10_000])
def test_there_are_as_many_documents_as_asked_for(documents: int) -> None:
    """Every one has a name and a text of its own."""
    found = list(islice(papers(world(documents)), documents))
    assert len(found) == len({paper.name for paper in found}) == documents
    assert len({paper.text for paper in found}) == documents


def test_a_larger_corpus_is_no_denser() -> None:
    """More states and more years, and in a year between two states as many documents as before."""

    def fullest(documents: int) -> int:
        names = (paper.name for paper in papers(world(documents)))
        return max(Counter(name[:10] for name in names).values())

    assert fullest(10_000) == fullest(1_000)


def test_a_ledger_of_a_chronicle_joins_what_tells_one_meeting(tmp_path: Path) -> None:
    """No join is wrong and nearly all are made."""
    grown = grow(140, tmp_path)
    assert grown.precision == 1.0
    assert grown.recall > 0.95
    assert len(grown.one_more) == 20


def test_growth_is_told_beside_that_of_n_log_n() -> None:
    """Twice the time for twice the documents is the first power."""
    small, large = ({"documents": n, "read": n / 2, "store": n / 4, "link": n / 4} for n in (1_000, 2_000))
    assert exponent((small, large)) == "n^1.00 (n log n: n^1.14)"

"""Who calls a thing what, counted."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from regesta.ledger import Ledger
from regesta.model.records import Records, Term
from regesta.model.span import Span
from regesta.query import Filters, usage
from tests.ledger.readings import reading
from tests.ledger.test_properties import fresh


def using(ledger: Ledger, name: str, *labels: str, **known: Any) -> None:
    """Add a document whose text is ``labels``, each a name of the same rock; capitals are Brevia's."""
    text, terms = f"{name}: ", []
    for index, label in enumerate(labels):
        span = Span(len(text), len(text) + len(label))
        whose = "XB" if label.isupper() else "XA"
        terms.append(Term(f"t-{name}-{index}", span, label, "rock", whose))
        text += f"{label} "
    given = {"file": name, "url": None, "published": "2031-05-05"} | known
    ledger.add(reading(text, Records(terms=tuple(terms)), **given), now="t")


def told(ledger: Ledger, **asked: str) -> list[tuple[object, ...]]:
    return [
        (row.side, row.label, row.name_of, row.first, row.last, row.count, len(row.uses))
        for row in usage(ledger, Filters(**asked))
    ]


def test_each_name_is_counted_for_each_side_that_uses_it(ledger: Ledger) -> None:
    using(ledger, "a", "Tooth", "Tooth", "FANG")
    using(ledger, "b", "Tooth", published="2031-02-02")
    using(ledger, "c", "FANG", side="XB", published="2032-01-01")
    using(ledger, "d", "Tooth", kind="joint_statement", published="2032-02-02")
    using(ledger, "e", "FANG", side=None, published=None)
    assert told(ledger) == [
        ("XA", "Tooth", "XA", "2031-02-02", "2031-05-05", 3, 2),
        ("XA", "FANG", "XB", "2031-05-05", "2031-05-05", 1, 1),
        ("XB", "FANG", "XB", "2032-01-01", "2032-01-01", 1, 1),
        ("joint", "Tooth", "XA", "2032-02-02", "2032-02-02", 1, 1),
        (None, "FANG", "XB", None, None, 1, 1),
    ]
    assert [row[:2] for row in told(ledger, party="xb")] == [("XB", "FANG")]
    assert [row[:2] for row in told(ledger, party="joint")] == [("joint", "Tooth")]
    assert [row[0] for row in told(ledger, since="2032")] == ["XB", "joint"]
    assert told(ledger, topic="shoal") == []


def test_first_and_last_use_are_cited_and_quoted(ledger: Ledger) -> None:
    using(ledger, "late", "Tooth", published="2031-05-05")
    using(ledger, "early", "Tooth", published="2031-02-02")
    using(ledger, "undated", "Tooth", published=None)
    (row,) = usage(ledger)
    assert [use.document.file for use in row.uses] == ["early", "late", "undated"]
    assert [use.quote for use in row.uses] == ["Tooth"] * 3
    assert (row.first_in, row.last_in) == (row.uses[0].document.id, row.uses[1].document.id)
    assert "2 February 2031" in row.citation
    assert "5 May 2031" in row.last_citation


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(st.sampled_from(["Tooth", "FANG", "Rock"]), max_size=4), max_size=5), st.randoms())
def test_the_counts_add_up_in_any_order(documents: list[list[str]], chance: Any) -> None:
    named = list(enumerate(documents))
    with fresh() as one, fresh() as other:
        for ledger in (one, other):
            for index, labels in named:
                using(ledger, f"d{index}", *labels)
            chance.shuffle(named)
        assert told(one) == told(other)
        counts = {row.label: row.count for row in usage(one)}
    everything = [label for labels in documents for label in labels]
    assert counts == {label: everything.count(label) for label in set(everything)}

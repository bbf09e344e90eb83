"""Terms beside their gold, and quotes beside the text.

- ``terms found``: a record stands at the label. The gold does not list every term of a text, so that
  what is found beside it is not held against the reader; ``terms concept``: of those, the thing meant.
- ``quotes``: the span of a record of any kind lies in the text and holds words.
"""

from __future__ import annotations

from itertools import chain

from regesta.model.records import Term
from regesta.quality.comparison import Comparison
from regesta.quality.gold import TermItem
from regesta.quality.pairing import Spanned, pairs
from regesta.quality.values import plain


def score_terms(one: Comparison) -> None:
    """Count the terms of one document."""
    paired = pairs(one.text, one.gold.terms, one.records.terms, _alike)
    answered = {id(item) for item, _ in paired}
    one.score.count("terms found", len(paired), len(one.gold.terms), len(paired))
    for item in one.gold.terms:
        if id(item) not in answered:
            one.mistake("terms found", "missed", item.needle, None)
    for item, read in paired:
        hit = item.concept == read.concept
        one.score.count("terms concept", int(hit), 1, 1)
        if not hit:
            one.mistake("terms concept", f"read {read.concept}, not {item.concept}", item.needle, read)


def _alike(item: TermItem, read: Term) -> int:
    return plain(item.label) == plain(read.label)


def score_quotes(one: Comparison) -> None:
    """Count the records of all kinds that stand in the text."""
    found = one.records
    kinds: tuple[tuple[Spanned, ...], ...] = (
        found.statements, found.commitments, found.meetings, found.terms, found.unread,
    )  # fmt: skip
    for read in chain.from_iterable(kinds):
        inside = 0 <= read.span.start < read.span.end <= len(one.text)
        hit = inside and not read.span.of(one.text).isspace()
        one.score.count("quotes", int(hit), 1, 1)
        if not hit:
            one.mistake("quotes", f"no words at {list(read.span)}", None, read)

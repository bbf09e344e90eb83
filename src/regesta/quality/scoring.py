"""How well the reader's records answer the gold, measure by measure.

The modules of the kinds say what each measure asks. Documents may be coded sparsely: a measure
counts only what the gold of a document has.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from regesta.model.reading import Reading
from regesta.quality.commitments import score_commitments
from regesta.quality.comparison import Comparison
from regesta.quality.gold import Gold
from regesta.quality.meetings import score_meetings
from regesta.quality.statements import score_statements
from regesta.quality.tally import Score
from regesta.quality.terms import score_quotes, score_terms


def score(gold: Gold, reading: Reading) -> Score:
    """Compare one document's records with its gold, whose needles must all occur in the text."""
    one = Comparison(gold, reading)
    for part in (score_statements, score_meetings, score_commitments, score_terms, score_quotes):
        part(one)
    return one.score


def score_all(documents: Iterable[tuple[Gold, Reading]]) -> tuple[Score, dict[str, Score]]:
    """Score documents: all together, and by publisher in order of name."""
    whole, publishers = Score(), defaultdict[str, Score](Score)
    for gold, reading in documents:
        one = score(gold, reading)
        whole.add(one)
        publishers[gold.document.publisher].add(one)
    return whole, dict(sorted(publishers.items()))

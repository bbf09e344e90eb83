"""The measures by name, in the order in which they are shown, and the kinds of record that they judge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from regesta.model.finding import RegestaError
from regesta.quality.meetings import FIELDS, MAIN_FIELDS
from regesta.quality.tally import Mistake, Score, Tally

_PARTS = {
    "statements": ("found", "strict", "act", "fine act", "side", "actors exact", "addressee", "negated",
                   "topics", "content"),
    "meetings": ("found",),
    "meeting": ("fields", *FIELDS, "participants"),
    "main": ("fields", *MAIN_FIELDS, "participants"),
    "commitments": ("found", "due", "who", "strength"),
    "terms": ("found", "concept"),
}  # fmt: skip
MEASURES = (*(f"{kind} {part}" for kind, parts in _PARTS.items() for part in parts), "quotes")
SINGLE = frozenset(f"{kind} {name}" for kind in ("meeting", "main") for name in MAIN_FIELDS)
"""Measures of one field of a meeting; ``meeting fields`` and ``main fields`` hold them all together."""

ALL = "all"
_KIND_OF = {"meeting": "meetings"}
KINDS = (*(kind for kind in _PARTS if kind not in _KIND_OF), "quotes")


def in_order(score: Score, *, single: bool = True) -> Iterator[tuple[str, Tally]]:
    """The measures of ``score`` that counted anything; without ``single``, not each field by itself."""
    for measure in MEASURES:
        tally = score.tallies.get(measure)
        if tally and (tally.asked or tally.given) and (single or measure not in SINGLE):
            yield measure, tally


def of_kind(mistakes: Iterable[Mistake], kind: str) -> list[Mistake]:
    """The mistakes of one kind, or ``all``. Raises :class:`RegestaError` for a kind that is none."""
    if kind not in (ALL, *KINDS):
        raise RegestaError(f"There are no errors of kind {kind!r}; take {', '.join((ALL, *KINDS))}.")
    return [one for one in mistakes if kind in (ALL, _kind(one.measure))]


def _kind(measure: str) -> str:
    first = measure.split(maxsplit=1)[0]
    return _KIND_OF.get(first, first)

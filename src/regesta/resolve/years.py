"""The year of a text that gives none, from another text that speaks of the same meeting."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from regesta.model.edtf import UNKNOWN_YEAR
from regesta.model.finding import Place
from regesta.model.judgement import Feature, Judgement, Ref, Rulings
from regesta.model.links import Dossier
from regesta.resolve.days import Window, shifted
from regesta.resolve.likeness import likeness
from regesta.resolve.marks import BESIDE, dated_marks, sought_marks
from regesta.resolve.mention import Mention, dated, mentions
from regesta.rules.resolve import resolve_rules

_LEAD = 0.25
"""By how much the best year must lead the second best."""


def year_of(dossier: Dossier, siblings: Iterable[Mention], rulings: Rulings) -> Judgement | None:
    """Return what the year of an undated document is, on the evidence of dated mentions elsewhere.

    Each mention dated near the same days of a year proposes its year and those beside it; under it
    the document's own mentions are compared with theirs. The year that ties most and surest wins if
    it leads clearly. None otherwise.
    """
    if not any(UNKNOWN_YEAR in (meeting.when or "") for meeting in dossier.records.meetings):
        return None
    own = mentions(dossier)
    near = _by_year(dossier, sought_marks(own), siblings)
    found = [
        judgement
        for year in sorted({year + by for year in near for by in (-1, 0, 1)})
        if (judgement := _under(dossier, dated(dossier, own, year), year, near)) is not None
        if judgement.id not in rulings.rejected
    ]
    found.sort(key=lambda judgement: (-_weight(judgement), judgement.value))
    if not found:
        return None
    led = len(found) == 1 or _weight(found[0]) - _weight(found[1]) >= _LEAD
    return found[0] if led or found[0].id in rulings.accepted else None


def _by_year(
    dossier: Dossier, sought: frozenset[str], siblings: Iterable[Mention]
) -> dict[int, list[Mention]]:
    """Return those mentions of other texts that may tell the year, under each year of their days."""
    found: dict[int, list[Mention]] = defaultdict(list)
    for sibling in siblings:
        if sibling.ref.document != dossier.id and sibling.window and dated_marks([sibling]) & sought:
            for year in _years(sibling.window):
                found[year].append(sibling)
    return found


def _beside(mention: Mention, near: Mapping[int, Sequence[Mention]]) -> Iterator[Mention]:
    """Yield the mentions, each once, whose days come near those of ``mention``."""
    if mention.window is None:
        return
    first, last = mention.window
    seen = set[Ref]()
    for year in _years((shifted(first, -BESIDE), shifted(last, BESIDE))):
        for sibling in near.get(year, ()):
            if sibling.ref not in seen:
                seen.add(sibling.ref)
                yield sibling


def _years(window: Window) -> range:
    """Return the years in which a window has days."""
    return range(int(window[0][:4]), int(window[1][:4]) + 1)


def _under(
    dossier: Dossier, told: Iterable[Mention], year: int, near: Mapping[int, Sequence[Mention]]
) -> Judgement | None:
    """Return the judgement for one year; None where no dated mention bears it out."""
    ties: list[tuple[float, Mention, Mention]] = []
    for mention in told:
        if UNKNOWN_YEAR not in (mention.meeting.when or "") or mention.window is None:
            continue
        weighed = [
            (-found.score, sibling.order, sibling)
            for sibling in _beside(mention, near)
            if (found := likeness(mention, sibling)) is not None and found.score >= resolve_rules().threshold
        ]
        if weighed:
            score, _order, sibling = min(weighed, key=lambda entry: entry[:2])
            ties.append((-score, mention, sibling))
    if not ties:
        return None
    ties.sort(key=lambda tie: (-tie[0], tie[1].order))
    evidence: list[Place] = []
    for _score, mention, sibling in ties[:3]:
        evidence += [mention.place, sibling.place]
    best = ties[0][2]
    return Judgement(
        kind="year",
        subject=Ref(dossier.id, "document", dossier.id),
        object=None,
        value=str(year),
        score=min(0.99, ties[0][0]),
        why=f"A document that gives the date tells of the same meeting: {best.when}.",
        features=tuple(
            Feature("same_meeting", round(score, 4), f"{mention.when} as {sibling.when}")
            for score, mention, sibling in ties
        ),
        evidence=tuple(dict.fromkeys(evidence)),
    )


def _weight(judgement: Judgement) -> float:
    return sum(feature.weight for feature in judgement.features)

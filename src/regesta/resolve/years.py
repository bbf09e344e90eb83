"""The year of a text that gives none, from another text that speaks of the same meeting."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from regesta.model.edtf import UNKNOWN_YEAR
from regesta.model.finding import Place
from regesta.model.judgement import Feature, Judgement, Ref, Rulings
from regesta.model.links import Dossier
from regesta.resolve.blocks import block_keys
from regesta.resolve.likeness import likeness
from regesta.resolve.mention import Mention, mentions
from regesta.rules.resolve import resolve_rules

_LEAD = 0.25
"""By how much the best year must lead the second best."""


def year_of(dossier: Dossier, siblings: Iterable[Mention], rulings: Rulings) -> Judgement | None:
    """Return what the year of an undated document is, on the evidence of dated mentions elsewhere.

    Each dated mention proposes its year; under it the document's own mentions are compared with
    all siblings'. The year that ties most and surest wins if it leads clearly. None otherwise.
    """
    own = [meeting for meeting in dossier.records.meetings if UNKNOWN_YEAR in (meeting.when or "")]
    by_block: dict[str, list[Mention]] = defaultdict(list)
    for sibling in siblings:
        if sibling.window is not None and sibling.ref.document != dossier.id:
            for key in block_keys(sibling):
                by_block[key].append(sibling)
    near = {id(s): s for m in mentions(dossier) for key in block_keys(m) for s in by_block.get(key, ())}
    found = [
        judgement
        for year in sorted({int(day[:4]) for s in near.values() if s.window for day in s.window})
        if own and (judgement := _under(dossier, year, list(near.values()))) is not None
        if judgement.id not in rulings.rejected
    ]
    found.sort(key=lambda judgement: (-_weight(judgement), judgement.value))
    if not found:
        return None
    led = len(found) == 1 or _weight(found[0]) - _weight(found[1]) >= _LEAD
    return found[0] if led or found[0].id in rulings.accepted else None


def _under(dossier: Dossier, year: int, siblings: Sequence[Mention]) -> Judgement | None:
    """Return the judgement for one year; None where no dated mention bears it out."""
    ties: list[tuple[float, Mention, Mention]] = []
    for mention in mentions(dossier, year):
        if UNKNOWN_YEAR not in (mention.meeting.when or "") or mention.window is None:
            continue
        weighed = [
            (-found.score, sibling.order, sibling)
            for sibling in siblings
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

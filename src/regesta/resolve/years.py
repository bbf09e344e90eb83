"""The year of a text that gives none, from another text that speaks of the same meeting or deed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from regesta.model.edtf import UNKNOWN_YEAR
from regesta.model.judgement import Feature, Judgement, Ref, Rulings
from regesta.model.links import Dossier
from regesta.resolve.days import Window, shifted
from regesta.resolve.facts import Told
from regesta.resolve.happenings import Happening, happenings, is_same
from regesta.resolve.likeness import likeness
from regesta.resolve.marks import BESIDE, dated_marks, sought_marks
from regesta.resolve.mention import Mention, dated, known_from, mentions
from regesta.rules.resolve import resolve_rules

_LEAD = 0.25
"""By how much the best year must lead the second best."""


def year_of(dossier: Dossier, others: Iterable[Told], rulings: Rulings) -> Judgement | None:
    """Return what the year of an undated document is, on the evidence of ``others``, which are dated.

    Each mention dated near the same days of a year proposes its year and those beside it; under it
    the document's own mentions are compared with theirs. A deed that both tell with its day proposes
    the year in which the text tells of it. The year that ties most and surest wins if it leads
    clearly. None otherwise.
    """
    if not any(UNKNOWN_YEAR in (meeting.when or "") for meeting in dossier.records.meetings):
        return None
    own = mentions(dossier)
    told = list(others)
    near = _by_year(dossier, sought_marks(own), (mention for one in told for mention in one.mentions))
    deeds = _by_deed(dossier, (deed for one in told for deed in one.happenings))
    found = [
        judgement
        for year in sorted({year + by for year in near for by in (-1, 0, 1)} | set(deeds))
        if (judgement := _judged(dossier, year, _ties(dated(dossier, own, year), near), deeds.get(year, [])))
        is not None
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


def _by_deed(dossier: Dossier, told: Iterable[Happening]) -> dict[int, list[tuple[Happening, Happening]]]:
    """Return the deeds of a text that others date, each with theirs, under the year in which it told them."""
    own = [one for one in happenings(dossier, None) if one.year is None]
    found: dict[int, list[tuple[Happening, Happening]]] = defaultdict(list)
    for theirs in told if own else ():
        for one in own:
            if theirs.document != dossier.id and theirs.year is not None and is_same(one, theirs):
                year = _told_in(dossier, f"{theirs.year:04}-{theirs.day}")
                if year is not None:
                    found[year].append((one, theirs))
    return found


def _told_in(dossier: Dossier, day: str) -> int | None:
    """Return the first year in which a text may tell what was done on a day: its own days lie after it."""
    for year in (int(day[:4]), int(day[:4]) + 1):
        known = known_from(dossier, year)
        if known is not None and known >= day:
            return year
    return None


def _ties(
    told: Iterable[Mention], near: Mapping[int, Sequence[Mention]]
) -> list[tuple[float, Mention, Mention]]:
    """Return the mentions without a year of their own that are likely one meeting with a dated one."""
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
    return sorted(ties, key=lambda tie: (-tie[0], tie[1].order))


def _judged(
    dossier: Dossier,
    year: int,
    ties: Sequence[tuple[float, Mention, Mention]],
    deeds: Sequence[tuple[Happening, Happening]],
) -> Judgement | None:
    """Return the judgement for one year; None where nothing dated bears it out."""
    if not ties and not deeds:
        return None
    weight = resolve_rules().weights["deed"]
    deeds = sorted(deeds, key=lambda pair: [(one.document, one.place.span) for one in pair])[:3]
    evidence = [place for _score, one, other in ties[:3] for place in (one.place, other.place)]
    evidence += [happening.place for pair in deeds for happening in pair]
    same = f"meeting: {ties[0][2].when}" if ties else f"deed: {deeds[0][1].year}-{deeds[0][1].day}"
    return Judgement(
        kind="year",
        subject=Ref(dossier.id, "document", dossier.id),
        object=None,
        value=str(year),
        score=min(0.99, ties[0][0] if ties else weight),
        why=f"A document that gives the date tells of the same {same}.",
        features=(
            *(
                Feature("same_meeting", round(score, 4), f"{one.when} as {two.when}")
                for score, one, two in ties
            ),
            *(Feature("same_deed", weight, f"{one.day} as {two.year}-{two.day}") for one, two in deeds[:1]),
        ),
        evidence=tuple(dict.fromkeys(evidence)),
    )


def _weight(judgement: Judgement) -> float:
    return sum(feature.weight for feature in judgement.features)

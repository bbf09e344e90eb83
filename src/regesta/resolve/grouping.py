"""Mentions that speak of one meeting are put together, the surest pairs first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from regesta.model.judgement import Feature, Judgement, Ref, Rulings
from regesta.resolve.blocks import block_keys, days_of, pairs
from regesta.resolve.likeness import Likeness, likeness
from regesta.resolve.mention import Mention
from regesta.resolve.spoken import both_ways
from regesta.rules.resolve import resolve_rules


def near(one: Mention, other: Mention) -> bool:
    """Say whether two mentions are compared at all and are likely enough to be one meeting."""
    a, b = days_of(one), days_of(other)
    if a is None or b is None or a[0] > b[1] or b[0] > a[1] or not block_keys(one) & block_keys(other):
        return False
    found = likeness(one, other)
    return found is not None and found.score >= resolve_rules().threshold


class Grouping:
    """The mentions of some documents, put together into meetings; their order is of no account."""

    def __init__(self, mentions: Iterable[Mention], rulings: Rulings) -> None:
        """Weigh every pair that may be one meeting, and join those that are likely enough."""
        self.mentions = sorted(mentions, key=lambda mention: mention.order)
        self._rulings = rulings
        self._by_ref = {mention.ref: mention for mention in self.mentions}
        self._of = {mention.ref: [mention] for mention in self.mentions}
        self._likeness: dict[tuple[Ref, Ref], Likeness | None] = {}
        self.judgements: list[Judgement] = []
        self._ruled()
        self._join()

    @property
    def groups(self) -> list[list[Mention]]:
        """The meetings, each as its mentions in order."""
        seen: dict[int, list[Mention]] = {id(group): group for group in self._of.values()}
        return sorted(
            (sorted(group, key=lambda m: m.order) for group in seen.values()),
            key=lambda group: group[0].order,
        )

    def _ruled(self) -> None:
        for one, other in sorted(self._rulings.together):
            if one in self._by_ref and other in self._by_ref:
                self._merge(self._by_ref[one], self._by_ref[other])

    def _join(self) -> None:
        scored = []
        for one, other in pairs(self.mentions):
            found = self.weigh(one, other)
            if found is not None and found.score >= resolve_rules().threshold:
                scored.append((-found.score, one.order, other.order, one, other, found))
        scored.sort(key=lambda entry: entry[:3])
        rivals = _rivals(scored)
        for _score, _one, _other, one, other, found in scored:
            if self._of[one.ref] is self._of[other.ref] or not self._fit(one, other):
                continue
            if not found.exact and (
                self._torn(one, other, found, rivals) or self._torn(other, one, found, rivals)
            ):
                continue
            self._merge(one, other)
            self.judgements.append(_judgement(one, other, found))

    def weigh(self, one: Mention, other: Mention) -> Likeness | None:
        """Return the likeness of two mentions, worked out once."""
        key = (one.ref, other.ref) if one.ref < other.ref else (other.ref, one.ref)
        if key not in self._likeness:
            self._likeness[key] = likeness(one, other)
        return self._likeness[key]

    def _fit(self, one: Mention, other: Mention) -> bool:
        """Say whether no mention of the one meeting stands against a mention of the other."""
        return all(self._may(a, b) for a in self._of[one.ref] for b in self._of[other.ref])

    def _may(self, one: Mention, other: Mention) -> bool:
        pair = (one.ref, other.ref) if one.ref < other.ref else (other.ref, one.ref)
        if pair in self._rulings.apart:
            return False
        if pair in self._rulings.together:
            return True
        if one.ref.document == other.ref.document and not _told_twice(one, other):
            return False
        return self.weigh(one, other) is not None

    def _torn(
        self, one: Mention, other: Mention, found: Likeness, rivals: dict[Ref, list[tuple[float, Mention]]]
    ) -> bool:
        """Say whether ``one`` could as well be another meeting than that of ``other``."""
        floor = found.score - resolve_rules().margin
        theirs = self._of[other.ref]
        for score, rival in rivals[one.ref]:
            if score < floor:
                break
            if rival in theirs or rival in self._of[one.ref]:
                continue
            if not all(self._may(rival, member) for member in theirs):
                return True
        return False

    def _merge(self, one: Mention, other: Mention) -> None:
        group, more = self._of[one.ref], self._of[other.ref]
        if group is more:
            return
        if len(group) < len(more):
            group, more = more, group
        group.extend(more)
        for mention in more:
            self._of[mention.ref] = group


def _told_twice(one: Mention, other: Mention) -> bool:
    """Say whether one text plans a meeting and also tells that it was held, on one stated day."""
    fates = {one.meeting.status, other.meeting.status}
    same = one.meeting.format == other.meeting.format and one.parties == other.parties
    return same and fates == {"planned", "held"} and one.window is not None and one.window == other.window


def _rivals(
    scored: Sequence[tuple[float, object, object, Mention, Mention, Likeness]],
) -> dict[Ref, list[tuple[float, Mention]]]:
    found: dict[Ref, list[tuple[float, Mention]]] = defaultdict(list)
    for score, _one, _other, one, other, _likeness in scored:
        found[one.ref].append((-score, other))
        found[other.ref].append((-score, one))
    return found


def _judgement(one: Mention, other: Mention, found: Likeness) -> Judgement:
    first, second = sorted((one, other), key=lambda mention: mention.ref)
    reasons = ", ".join(feature.name.replace("_", " ") for feature in found.features if feature.weight > 0)
    return Judgement(
        kind="same_meeting",
        subject=first.ref,
        object=second.ref,
        value=None,
        score=found.score,
        why=f"The two mentions agree in {reasons}.",
        features=tuple(_as_written(feature, first, second) for feature in found.features),
        evidence=(first.place, second.place),
    )


def _as_written(feature: Feature, one: Mention, other: Mention) -> Feature:
    """Give the words of a name as the two texts have them in the place of their stems."""
    if feature.name != "name":
        return feature
    spoken = both_ways(one.place.quote, other.place.quote, frozenset(feature.seen.split()))
    return replace(feature, seen=spoken or feature.seen)

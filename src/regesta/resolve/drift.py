"""What a side says on a topic, occasion after occasion: the strongest act, and what became of the words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace

from regesta.model.drift import JOINT_TEXT, Occasion, Said, Stage, Thread
from regesta.resolve.wording import compare
from regesta.rules.drift import drift_rules


def threads(side: str, topic: str, occasions: Iterable[Occasion]) -> tuple[Thread, ...]:
    """Return what ``side`` says on ``topic``, a thread for each that tells of it.

    The side's own account comes first, then the others in order of code, texts agreed on, and what
    nobody knows the teller of. Several documents of one teller about one meeting are one occasion.
    A thread begins with the first occasion at which something is said; afterwards an occasion at
    which nothing is said stays in it and says so. The order of ``occasions`` does not matter.
    """
    told: dict[str | None, list[Occasion]] = defaultdict(list)
    for occasion in _merged(occasions):
        told[occasion.teller].append(occasion)
    made = [Thread(side, topic, teller, _stages(told[teller])) for teller in told]
    return tuple(sorted((one for one in made if one.stages), key=_place_in_order))


def strongest(said: Iterable[Said]) -> tuple[int | None, tuple[str, ...]]:
    """Return the highest force of what was done in words, and its acts; acts not done do not count."""
    force = drift_rules().force
    acts = {one.act for one in said if not one.negated}
    if not acts:
        return None, ()
    top = max(force[act] for act in acts)
    return top, tuple(sorted(act for act in acts if force[act] == top))


def _place_in_order(thread: Thread) -> tuple[bool, bool, bool, str]:
    teller = thread.teller
    return not thread.own, teller is None, teller == JOINT_TEXT, teller or ""


def _merged(occasions: Iterable[Occasion]) -> list[Occasion]:
    groups: dict[Hashable, list[Occasion]] = defaultdict(list)
    for one in occasions:
        unknown = one.documents if not one.meeting or one.earliest is None else ()
        key = (one.teller, one.meeting, one.what, one.parties, one.earliest, one.latest, unknown)
        groups[key].append(one)
    return [_one_of(group) for group in groups.values()]


def _one_of(group: Sequence[Occasion]) -> Occasion:
    parts = sorted(group, key=lambda one: (one.documents, one.citations, [said.ref for said in one.said]))
    said = {one.ref: one for part in parts for one in part.said}
    cited = {
        document: citation
        for part in parts
        for document, citation in zip(part.documents, part.citations, strict=True)
    }
    return replace(
        parts[0],
        documents=tuple(cited),
        citations=tuple(cited.values()),
        said=tuple(
            sorted(said.values(), key=lambda one: (one.place.document, one.content.span.start, one.ref))
        ),
        mentioned=any(part.mentioned for part in parts),
    )


def _stages(occasions: list[Occasion]) -> tuple[Stage, ...]:
    """Lay one teller's occasions in order, from the first at which something is said."""
    dated = sorted(
        (one for one in occasions if one.earliest is not None),
        key=lambda one: (one.earliest, one.latest, one.meeting, one.documents, one.what, one.parties),
    )
    found: list[Stage] = []
    against: Occasion | None = None
    for occasion in dated:
        if occasion.said:
            found.append(_stage(occasion, against))
            against = occasion
        elif found:
            found.append(Stage(occasion, (), None, (), "does_not_mention"))
    undated = sorted(
        (one for one in occasions if one.earliest is None and one.said), key=lambda one: one.documents
    )
    return (*found, *(replace(_stage(one, None), change="undated") for one in undated))


def _stage(occasion: Occasion, against: Occasion | None) -> Stage:
    force, acts = strongest(occasion.said)
    negated = tuple(sorted({one.act for one in occasion.said if one.negated}))
    if against is None:
        return Stage(occasion, acts, force, negated, "first")
    change, wording = compare(against.said, occasion.said)
    return Stage(occasion, acts, force, negated, change, wording, against)

"""Which passages of two accounts speak of the same thing: at most one of one account for one of the other.

Only passages of a common topic, or with rare words in common, are laid beside each other, so that
long documents cost what their topics cost. An unaligned passage is better than a false pair.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz import fuzz

from regesta.model.accounts import Pairing
from regesta.model.judgement import Feature, Ref
from regesta.model.records import GROUP_OF
from regesta.resolve.accounts.passages import Passage
from regesta.resolve.accounts.words import Words, roots
from regesta.rules.accounts import account_rules

_RARE = 6


class Pair(NamedTuple):
    """A passage of the first account, the one of the second that goes with it, and why."""

    one: Passage
    two: Passage
    pairing: Pairing

    def of(self, side: int) -> Passage:
        """The passage of the first account (0) or of the second (1)."""
        return self.two if side else self.one


@dataclass(frozen=True, slots=True)
class Ground:
    """What passages are judged on: weights of the roots, topics that say much, meetings both speak of.

    ``shown`` are for a topic the roots of the words that show it: they tell two passages of the
    topic apart but little. ``meetings`` gives for a passage, by its first record, the numbers of
    the matched meetings that it mentions. ``own`` are the topics of packs, each of which is one thing.
    """

    weights: Mapping[str, float]
    broad: frozenset[str]
    shown: Mapping[str, frozenset[str]]
    meetings: Mapping[Ref, frozenset[int]]
    own: frozenset[str] = frozenset()


def weights(first: Sequence[Passage], second: Sequence[Passage]) -> dict[str, float]:
    """Return a weight for each root: the rarer in the two accounts, the heavier."""
    counted = Counter(
        root for passage in (*first, *second) for root in passage.words.roots | passage.words.around
    )
    whole = len(first) + len(second)
    return {root: math.log(1 + whole / (1 + number)) for root, number in counted.items()}


def align(first: Sequence[Passage], second: Sequence[Passage], ground: Ground) -> list[Pair]:
    """Return the pairs in order of ``first``, the best chosen first; each passage stands in one at most."""
    scored = []
    for i, j in sorted(set(_candidates(first, second))):
        pairing = _judge(first[i], second[j], ground)
        if pairing is not None:
            scored.append((-pairing.score, i + j, abs(i - j), min(i, j), i, j, pairing))
    scored.sort(key=lambda row: row[:6])
    left, right, chosen = set(), set(), []
    for *_, i, j, pairing in scored:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            chosen.append((i, first[i], second[j], pairing))
    for i, j, pairing in _last_ones(first, second, (left, right), ground):
        chosen.append((i, first[i], second[j], pairing))
    chosen.sort(key=lambda row: row[0])
    return [Pair(one, two, pairing) for _, one, two, pairing in chosen]


def _last_ones(
    first: Sequence[Passage], second: Sequence[Passage], taken: tuple[set[int], set[int]], ground: Ground
) -> Iterator[tuple[int, int, Pairing]]:
    """Yield the pairs of passages that are the last of their account on a narrow topic.

    A topic of a pack is one thing, so that they speak of the same thing whatever their words; of
    a general topic they must have a word in common.
    """
    ours, theirs = (_last(some, at) for some, at in zip((first, second), taken, strict=True))
    for topic in sorted(ours.keys() & theirs.keys() - ground.broad):
        i, j = ours[topic], theirs[topic]
        if i in taken[0] or j in taken[1]:
            continue
        one, two = first[i], second[j]
        shared = sorted(one.words.roots & two.words.roots)
        if topic in ground.own or shared:
            taken[0].add(i)
            taken[1].add(j)
            feature = Feature("topic", account_rules().pairing.last, f"the last on {topic}")
            more = (Feature("words", 0.0, ", ".join(shared)),) if shared else ()
            yield i, j, Pairing(one.told, two.told, feature.weight, (feature, *more))


def _last(listed: Sequence[Passage], taken: set[int]) -> dict[str, int]:
    """Return for each topic the one passage that is left of those that say something on it."""
    found: dict[str, list[int]] = defaultdict(list)
    for place, passage in enumerate(listed):
        if place not in taken and not passage.bare:
            for topic in passage.told.topics:
                found[topic].append(place)
    return {topic: places[0] for topic, places in found.items() if len(places) == 1}


def _candidates(first: Sequence[Passage], second: Sequence[Passage]) -> Iterator[tuple[int, int]]:
    ours, theirs = _by_topic(first), _by_topic(second)
    limit = account_rules().pairing.block
    for topic in sorted(ours.keys() & theirs.keys()):
        if len(ours[topic]) * len(theirs[topic]) <= limit:
            yield from ((i, j) for i in ours[topic] for j in theirs[topic])
    one, two = _by_root(first), _by_root(second)
    for root in sorted(one.keys() & two.keys()):
        if len(one[root]) <= _RARE and len(two[root]) <= _RARE:
            yield from ((i, j) for i in one[root] for j in two[root])


def _by_topic(listed: Sequence[Passage]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for place, passage in enumerate(listed):
        for topic in passage.told.topics:
            found[topic].append(place)
    return found


def _by_root(listed: Sequence[Passage]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for place, passage in enumerate(listed):
        for root in passage.words.roots:
            found[root].append(place)
    return found


def _judge(one: Passage, two: Passage, ground: Ground) -> Pairing | None:
    """Return the pair with its reasons, None where it is not sure enough."""
    rules = account_rules().pairing
    if one.bare and two.bare and not one.words.roots & two.words.roots:
        return None
    topics = sorted(set(one.told.topics) & set(two.told.topics))
    narrow = [topic for topic in topics if topic not in ground.broad]
    shown = frozenset().union(*(ground.shown.get(topic, frozenset()) for topic in topics))
    telling = (one.words.roots & two.words.roots) - shown
    shared = sorted(telling, key=lambda root: (-ground.weights[root], root))
    common = _common(one, two, _toned(ground, topics))
    together = _met(one, ground) & _met(two, ground)
    if common < (rules.common_meeting if together else rules.common):
        return None
    if not together and len(shared) < (1 if narrow else rules.roots):
        return None
    features = [
        Feature("words", rules.words * common, ", ".join(shared[:8])),
        Feature(
            "wording", rules.wording * _likeness(one.words.roots - shown, two.words.roots - shown), "roots"
        ),
        Feature("topic", rules.topic * (1 if narrow else 0.5 if topics else 0), ", ".join(narrow or topics)),
        Feature("act", rules.act * _act(one, two), f"{one.told.act}, {two.told.act}"),
        Feature("voices", rules.voices * _voices(one, two), ", ".join(one.told.voices)),
        *_marks(one, two, ground),
    ]
    if together:
        features.append(Feature("meeting", rules.meeting, "one meeting"))
    score = round(sum(feature.weight for feature in features), 4)
    if score < (rules.same_topic if narrow or together else rules.other_topic):
        return None
    return Pairing(one.told, two.told, min(score, 1.0), tuple(f for f in features if f.weight))


def _toned(ground: Ground, topics: Sequence[str]) -> Callable[[str], float]:
    """Return the weight of a root among passages of ``topics``."""
    part = account_rules().pairing.shown
    shown = frozenset().union(*(ground.shown.get(topic, frozenset()) for topic in topics))
    return lambda root: ground.weights[root] * (part if root in shown else 1)


def _common(one: Passage, two: Passage, weighed: Callable[[str], float]) -> float:
    """Return which share of the weight of their words both have; of a short passage in a long one more."""
    ours, theirs = _weighed(one, weighed), _weighed(two, weighed)
    both = sum(sorted(min(ours[root], theirs[root]) for root in ours.keys() & theirs.keys()))
    first, second = sum(sorted(ours.values())), sum(sorted(theirs.values()))
    if not both:
        return 0.0
    dice = 2 * both / (first + second)
    if len(ours.keys() & theirs.keys()) < 2:
        return dice
    return 0.5 * dice + 0.5 * both / min(first, second)


def _weighed(passage: Passage, weighed: Callable[[str], float]) -> dict[str, float]:
    """The weight of each root; what stands around the passage only counts for a part."""
    part = account_rules().pairing.around
    return {root: weighed(root) for root in passage.words.roots} | {
        root: weighed(root) * part for root in passage.words.around
    }


def covered(words: Words, other: Passage, ground: Ground, topics: Sequence[str]) -> float:
    """Return which share of the weight of ``words`` another passage has too."""
    weighed = _toned(ground, topics)
    theirs = _weighed(other, weighed)
    whole = sum(sorted(weighed(root) for root in words.roots if root in ground.weights))
    both = sum(sorted(min(weighed(root), theirs[root]) for root in words.roots & theirs.keys()))
    return both / whole if whole else 1.0


def _act(one: Passage, two: Passage) -> float:
    if one.told.act == two.told.act:
        return 1.0
    return 0.6 if GROUP_OF.get(one.told.act) == GROUP_OF.get(two.told.act) else 0.0


def _voices(one: Passage, two: Passage) -> float:
    ours, theirs = set(one.told.voices), set(two.told.voices)
    return len(ours & theirs) / len(ours | theirs) if ours | theirs else 0.0


def _likeness(ours: frozenset[str], theirs: frozenset[str]) -> float:
    """Return how alike two sets of roots are letter by letter, which forgives other endings."""
    if not ours or not theirs:
        return 0.0
    return fuzz.token_set_ratio(" ".join(sorted(ours)), " ".join(sorted(theirs))) / 100


def _marks(one: Passage, two: Passage, ground: Ground) -> Iterator[Feature]:
    rules = account_rules().pairing
    topics = set(one.told.topics) & set(two.told.topics)
    shown = {root for topic in topics for root in ground.shown.get(topic, ())}
    names = {name for name in one.words.names & two.words.names if not set(roots(name)) <= shown}
    if names:
        yield Feature("name", rules.name, ", ".join(sorted(names)))
    elif one.words.places and two.words.places:
        seen = f"{', '.join(sorted(one.words.places))}; {', '.join(sorted(two.words.places))}"
        yield Feature("place", -rules.apart, seen)
    dates = [a.words for a in one.words.moments for b in two.words.moments if a.fits(b)]
    if dates:
        yield Feature("date", rules.name, ", ".join(sorted(set(dates))))
    numbers = [
        a.words
        for a in one.words.numbers
        for b in two.words.numbers
        if a.value == b.value and a.nouns & b.nouns
    ]
    if numbers:
        yield Feature("number", rules.name, ", ".join(sorted(set(numbers))))


def _met(passage: Passage, ground: Ground) -> frozenset[int]:
    return ground.meetings.get(passage.told.refs[0], frozenset())

"""When two accounts speak of the same thing, how their difference is graded and in which words it is told.

``data/accounts.yml`` holds scales, thresholds and words; its head says what each field means.
"""

from __future__ import annotations

from functools import cache

from pydantic import Field, model_validator

from regesta.model.accounts import GRADES, TYPES, DifferenceType, Grade
from regesta.model.document import KINDS
from regesta.model.records import FORMATS, GROUP_OF
from regesta.rules.base import Forms, Listed, Strict, read_rules


class Steps(Strict):
    """The least distance for each grade, and the pairs of acts on which the scales are tried."""

    acts: dict[Grade, int]
    undertakings: dict[Grade, int]
    far: tuple[tuple[str, str], ...] = Field(min_length=1)
    near: tuple[tuple[str, str], ...] = Field(min_length=1)


class PairingRules(Strict):
    """Weights of what speaks for one thing told twice, and the scores from which it is taken so.

    ``words`` rare words in common, ``wording`` likeness of the whole, ``topic``, ``act`` and
    ``voices`` the shares of what is common; ``name`` is added for a name, number or date in common,
    ``meeting`` where both speak of one meeting,
    and ``apart`` taken off where both have names of places and none in common. ``same_topic`` and
    ``other_topic`` are the least scores, ``common`` the least share of the rare words
    (``common_meeting`` of passages that speak of one meeting). ``around`` is the part for which
    words of the same sentence count, ``shown`` that for which words of the topic do, ``covered``
    the least share of an undertaking that the other passage must have too, ``roots`` the least
    number of words in common where no narrow topic is.
    ``block`` is the number of pairs above which a topic's passages must share a rare word to be tried,
    ``last`` the score of two passages that are the last ones on a topic.
    """

    words: float
    wording: float
    topic: float
    act: float
    voices: float
    name: float
    meeting: float
    apart: float
    same_topic: float
    other_topic: float
    common: float
    common_meeting: float
    around: float
    shown: float
    covered: float
    roots: int
    block: int
    last: float


class OrderRules(Strict):
    """From which size of account and which difference on order and space are told."""

    passages: int
    share: float
    rank: int


class Wordings(Strict):
    """Every sentence and label of the comparison's own voice; names in braces are filled in."""

    kinds: dict[str, str]
    phases: dict[str, str]
    undated: str
    side_note: str
    side_note_phase: str
    dated: str
    unlike: str
    only_topic: str
    only_topic_words: str
    only_item: str
    only_item_apart: str
    only_meeting: str
    only_fact: str
    strength: str
    undertaking: str
    attribution: str
    joint: str
    one: str
    own: str
    nobody: str
    number: str
    scope: str
    time: str
    time_alone: str
    fact: str
    negated: str
    denied: str
    term: str
    space: str
    ranks: str
    bare: str
    both: str
    only: str
    it: str
    them: str
    counted: str
    none: str
    worst: str
    names: str
    facts: dict[str, str]
    formats: dict[str, str]
    types: dict[DifferenceType, str]


class AccountRules(Strict):
    """The whole of ``accounts.yml``."""

    scales: dict[str, dict[str, int]]
    apart: int
    steps: Steps
    pairing: PairingRules
    order: OrderRules
    facts: dict[str, Grade]
    duration_slack: int
    suffixes: tuple[str, ...]
    empty: frozenset[str]
    titles: Listed
    denies: Forms
    whole: Listed
    part: Listed
    numbers: dict[str, int]
    months: dict[str, int]
    seasons: dict[str, int]
    place_before: Listed
    lead: Forms
    tail: Forms
    clause: Listed
    words: Wordings
    unfair: tuple[str, ...]

    @model_validator(mode="after")
    def _is_whole(self) -> AccountRules:
        strange = {act for scale in self.scales.values() for act in scale} - set(GROUP_OF)
        if strange:
            raise ValueError(f"no such act: {', '.join(sorted(strange))}")
        if set(self.words.types) != set(TYPES) or set(self.words.kinds) != set(KINDS):
            raise ValueError("a type of difference or a kind of document has no words")
        if set(self.words.formats) != set(FORMATS):
            raise ValueError("a format of meetings has no words")
        if set(self.steps.acts) != set(GRADES) or set(self.steps.undertakings) != set(GRADES):
            raise ValueError("a grade has no least distance")
        return self

    def distance(self, one: str, two: str) -> int:
        """Return how far two acts are from each other on the scale on which they are nearest."""
        if one == two:
            return 0
        shared = [
            abs(scale[one] - scale[two]) for scale in self.scales.values() if {one, two} <= scale.keys()
        ]
        return min(shared, default=self.apart)

    def force(self, act: str) -> int:
        """Return the highest step of an act on any scale; 0 where it stands on none."""
        return max((scale[act] for scale in self.scales.values() if act in scale), default=0)

    def grade(self, distance: int, steps: dict[Grade, int]) -> Grade | None:
        """Return the highest grade that a distance reaches, None where it reaches none."""
        return next((grade for grade in GRADES if distance >= steps[grade]), None)


@cache
def account_rules() -> AccountRules:
    """Return the shipped rules, read once."""
    return read_rules("accounts.yml", AccountRules)

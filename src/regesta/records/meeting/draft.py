"""A meeting in the making: what one mention says of it, and what later mentions add."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from regesta.mentions.places import PlaceMention
from regesta.mentions.times import TimeMention
from regesta.model.records import Part, ZoneBasis
from regesta.model.span import Span
from regesta.model.time import ClockTime, Window
from regesta.records.cast import Entity
from regesta.records.view import Sentence

K = TypeVar("K")


@dataclass(slots=True, eq=False)
class Draft:
    """One mention of a meeting. Token places count within ``sentence``; no two drafts are equal.

    ``kind`` is the class of its words: meet, visit, noun. ``specific`` says whether its words set
    it apart (a date, a place, people, a name of its own) from "the meeting". ``attending`` are those
    who are told of elsewhere as having been there too; ``people`` are who met. ``worded`` is the format
    that words of its phrase suggest where no persons are named, and ``by_level`` says that the format
    was made of the levels of its people. ``others_level`` is that of a group without names whom they met.
    ``happened`` says that the clause tells that it was held, ``by_office`` that its visitor is told by
    office alone, ``guessed`` that a side of it is only the other one that the text names, ``attended`` that
    somebody of the text was at it, ``for_guests`` that a meal is given to guests whom its words do not
    name, and ``told`` that its words tell of it by whom it was with.
    """

    sentence: Sentence
    start: int
    end: int
    head: int
    kind: str
    format: str | None
    medium: str | None = None
    status: str = "held"
    people: list[Entity] = field(default_factory=list)
    attending: list[Entity] = field(default_factory=list)
    parties: set[str] = field(default_factory=set)
    destination: str | None = None
    time: TimeMention | None = None
    when: Window | None = None
    place: PlaceMention | None = None
    place_words: str | None = None
    country: str | None = None
    start_time: ClockTime | None = None
    zone: str | None = None
    zone_basis: ZoneBasis | None = None
    minutes: int | None = None
    parts: list[Part] = field(default_factory=list)
    total: int | None = None
    year: int | None = None
    round: int | None = None
    occasion: str | None = None
    occasion_of: Draft | None = None
    condition: str | None = None
    reason: str | None = None
    named: str | None = None
    definite: bool = False
    specific: bool = False
    main: bool = False
    is_occasion: bool = False
    linked: Draft | None = None
    also: list[Span] = field(default_factory=list)
    rule: str = ""
    confidence: float = 0.7
    when_inherited: bool = False
    shared_cast: bool = False
    each: bool = False
    bare: bool = False
    tense: str | None = None
    parties_basis: str = "stated"
    name_end: int = 0
    verb: str | None = None
    purpose: bool = False
    group_level: str | None = None
    worded: str | None = None
    by_level: bool = False
    others_level: str | None = None
    happened: bool = False
    by_office: bool = False
    guessed: bool = False
    attended: bool = False
    for_guests: bool = False
    told: bool = False

    @property
    def span(self) -> Span:
        """The characters of the mention."""
        return self.sentence.chars(self.start, self.end)

    def add_people(self, people: list[Entity]) -> None:
        """Add persons who are not in the list yet; their sides join the parties."""
        for entity in people:
            if entity not in self.people:
                self.people.append(entity)
            if entity.country:
                self.parties.add(entity.country)


def grouped(drafts: Iterable[Draft], key: Callable[[Draft], K]) -> dict[K, list[Draft]]:
    """Return the drafts by what ``key`` says of them, each group in the order of ``drafts``."""
    groups: dict[K, list[Draft]] = {}
    for draft in drafts:
        groups.setdefault(key(draft), []).append(draft)
    return groups

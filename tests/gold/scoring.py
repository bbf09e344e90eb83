"""How well the reader's records answer the gold: hits, what was asked, what was given, and each mistake.

The definitions are those of docs/record-format.md. Measures of one kind are kept apart:

- ``statements found``: a record covers half of the item's needle; ``strict``: its act is of the right
  group and its actors are of the right sides; ``act``: one of the very acts that the gold lists.
- ``meetings found``, and of those found ``meeting fields``; ``main fields`` and ``main people`` of
  the meeting that the document is about.
- ``commitments found`` (declared intents are neither asked for nor counted); of those ``due`` and ``who``.
- ``terms found``; ``quotes``: cut from the frozen text at the record's span.

A field counts as asked where the gold gives a value, as given where the record does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from regesta.export import record
from regesta.model.reading import Reading
from regesta.model.records import GROUP_OF, Actor, Commitment, Meeting, Statement
from tests.gold.matching import Item, R, Sides, choices, left_open, pairs, same_name, same_value

FIELDS = ("format", "status", "when", "place", "country", "occasion", "duration_minutes", "ordinal_total",
          "ordinal_year", "condition")  # fmt: skip


class Mistake(NamedTuple):
    """One thing that is not as the gold has it. ``words`` are the gold's needle or the record's quote."""

    measure: str
    file: str
    error: str
    words: str


@dataclass
class Tally:
    """Hits, what the gold asks for, and what the reader gives."""

    hits: int = 0
    asked: int = 0
    given: int = 0

    @property
    def precision(self) -> float:
        """The share of what was given that is right; 1 where nothing was given."""
        return self.hits / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        """The share of what was asked for that was given; 1 where nothing was asked for."""
        return self.hits / self.asked if self.asked else 1.0

    def add(self, other: Tally) -> None:
        """Count the other's figures too."""
        self.hits += other.hits
        self.asked += other.asked
        self.given += other.given


@dataclass
class Score:
    """What one document, or several together, came to."""

    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    mistakes: list[Mistake] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Take in another score."""
        for measure, tally in other.tallies.items():
            self.tallies[measure].add(tally)
        self.mistakes += other.mistakes


def score(gold: Item, reading: Reading) -> Score:
    """Compare one document's records with its gold."""
    one = _Scorer(gold, reading)
    one.statements()
    one.meetings()
    one.main()
    one.commitments()
    one.terms()
    one.quotes()
    return one.score


def _alike_statement(item: Item, statement: Statement) -> int:
    groups = {GROUP_OF[act] for act in choices(item["act"])}
    return 2 * (statement.act in choices(item["act"])) + (GROUP_OF[statement.act] in groups)


def _alike_meeting(item: Item, meeting: Meeting) -> int:
    right = sum(same_value(name, item.get(name), getattr(meeting, name)) for name in FIELDS)
    return right + _known(item, meeting.participants)


def _alike_commitment(item: Item, promise: Commitment) -> int:
    return same_value("due", item["due"], promise.due)


def _known(item: Item, people: tuple[Actor, ...]) -> int:
    """How many of the gold's participants are among ``people``, on their own side."""
    return sum(
        any(same_name(person["name"], actor.name) and person["country"] == actor.country for actor in people)
        for person in item["participants"]
    )


def _owed(kind: str, item: Item) -> bool:
    """Say whether the gold asks for this item: declared intents are not asked for."""
    return kind != "commitments" or 1 not in choices(item["strength"])


class _Scorer:
    """One document and its gold; each method scores one kind of record."""

    def __init__(self, gold: Item, reading: Reading) -> None:
        self.gold, self.text, self.records = gold, reading.page.text, reading.records
        self.sides = Sides(gold)
        self.score = Score()

    def statements(self) -> None:
        paired = self._found("statements", self.records.statements, _alike_statement)
        found = self.score.tallies["statements found"]
        strict = self.score.tallies["statements strict"] = Tally(0, found.asked, found.given)
        exact = self.score.tallies["statements act"] = Tally(0, found.asked, found.given)
        for item, read in paired:
            group = GROUP_OF[read.act] in {GROUP_OF[act] for act in choices(item["act"])}
            meant, sides = self.sides.meant(item["actors"]), self.sides.read(read.actors)
            strict.hits += (right := group and sides == meant)
            exact.hits += (same := read.act in choices(item["act"]))
            wanted = f"{'/'.join(choices(item['act']))} by {'+'.join(sorted(meant))}"
            said = f"read {read.act} by {'+'.join(sorted(sides))}, not {wanted}"
            if not (right and same):
                self._mistake("statements act" if right else "statements strict", said, item["needle"])

    def meetings(self) -> None:
        for item, read in self._found("meetings", self.records.meetings, _alike_meeting):
            self._fields("meeting fields", item, read, item["needle"])

    def main(self) -> None:
        left = [meeting for meeting in self.records.meetings if meeting.main]
        for item in self.gold["main"]:
            best = max(left, key=partial(_alike_meeting, item), default=None)
            left = [meeting for meeting in left if meeting is not best]
            self._fields("main fields", item, best, "the main meeting")
            people = best.participants if best else ()
            tally = Tally(_known(item, people), len(item["participants"]), len(people))
            self.score.tallies["main people"].add(tally)
            if not tally.hits == tally.asked == tally.given:
                names = ", ".join(f"{actor.name} ({actor.country})" for actor in people) or "nobody"
                self._mistake("main people", f"read {names}", "the main meeting")

    def commitments(self) -> None:
        for item, read in self._found("commitments", self.records.commitments, _alike_commitment):
            due, who = (
                same_value("due", item["due"], read.due),
                self.sides.meant(item["who"]) == set(read.who),
            )
            for name, right, value in (("due", due, read.due), ("who", who, "+".join(read.who))):
                self.score.tallies[f"commitments {name}"].add(Tally(int(right), 1, 1))
                if not right:
                    self._mistake(f"commitments {name}", f"read {value}, not {item[name]}", item["needle"])

    def terms(self) -> None:
        for item in self.gold["terms"]:
            label = item["label"].lower()
            hit = any(t.concept == item["concept"] and t.label.lower() in label for t in self.records.terms)
            self.score.tallies["terms found"].add(Tally(int(hit), 1, int(hit)))
            if not hit:
                self._mistake("terms found", "missed", item["needle"])

    def quotes(self) -> None:
        for kind, listed in record.records(self.records, self.text).items():
            for item in listed if kind != "repeated" else ():
                right = item["quote"] == self.text[slice(*item["span"])] != ""
                self.score.tallies["quotes"].add(Tally(int(right), 1, 1))
                if not right:
                    self._mistake("quotes", "not the words at the span", item["quote"])

    def _found(self, kind: str, found: Sequence[R], alike: Callable[[Item, R], int]) -> list[tuple[Item, R]]:
        """Pair the items of ``kind`` with records; count them, and what was missed or is too much."""
        items: list[Item] = self.gold[kind]
        paired = pairs(self.text, items, found, alike)
        answered, used = {id(item) for item, _ in paired}, {id(read) for _, read in paired}
        missed = [item for item in items if id(item) not in answered and _owed(kind, item)]
        needles = self.gold["optional"].get(kind, [])
        extra = [r for r in found if id(r) not in used and not left_open(self.text, r, needles)]
        extra = [r for r in extra if not (isinstance(r, Commitment) and r.strength == 1)]
        tally = Tally(len(paired), len(paired) + len(missed), len(paired) + len(extra))
        self.score.tallies[f"{kind} found"].add(tally)
        for item in missed:
            self._mistake(f"{kind} found", "missed", item["needle"])
        for read in extra:
            self._mistake(f"{kind} found", "not in the gold", read.span.of(self.text))
        return paired

    def _fields(self, measure: str, item: Item, read: Meeting | None, words: str) -> None:
        """Count the fields of a meeting; one that the gold leaves open and the record empty is none."""
        for name in FIELDS:
            wanted, value = item.get(name), getattr(read, name, None)
            if value is None and None in choices(wanted):
                continue
            right = wanted is not None and same_value(name, wanted, value)
            tally = Tally(int(right), int(wanted is not None), int(value is not None))
            self.score.tallies[measure].add(tally)
            if not right:
                self._mistake(measure, f"{name}: read {value}, not {wanted}", words)

    def _mistake(self, measure: str, error: str, words: str) -> None:
        self.score.mistakes.append(Mistake(measure, self.gold["file"], error, " ".join(words.split())))

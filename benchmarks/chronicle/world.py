"""Invented states, who holds which office in them when, and between which of them there are relations.

The world grows with the number of documents in two ways: more states, each with the same number of
partners, and more years. What lies between two states in one year stays the same, so that no block of
documents grows with the whole.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from random import Random

from benchmarks.chronicle import words

_CODES = (
    *(f"X{letter}" for letter in "ABCDEFGHIJLMNOPQRSTUVWYZ"),
    *(f"Q{letter}" for letter in "MNOPQRSTUVWXYZ"),
    "AA",
    "ZZ",
)
_OFFICES = ("president", "minister", "deputy")
_AHEAD = 3
"""A state has relations with so many on either side of it in the ring of states."""
A_YEAR = 9
"""About so many documents tell of one relationship in one year."""
_LAST = 2030
_FAMILIES, _TOWNS = 14, 4


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a given and a family name; several of one state may share the latter."""

    title: str
    given: str
    family: str

    @property
    def name(self) -> str:
        """Both names."""
        return f"{self.given} {self.family}"


@dataclass(frozen=True, slots=True)
class State:
    """A state, its towns (the first is the capital) and the holders of its offices by first day."""

    code: str
    name: str
    adjective: str
    style: int
    towns: tuple[str, ...]
    held: dict[str, tuple[tuple[date, Person], ...]]

    def holder(self, office: str, day: date) -> Person:
        """Return who holds an office on a day."""
        terms = self.held[office]
        return terms[bisect_right([since for since, _ in terms], day) - 1][1]


@dataclass(frozen=True, slots=True)
class World:
    """States in a ring, the pairs that deal with each other, and the years of the chronicle."""

    seed: int
    states: tuple[State, ...]
    pairs: tuple[tuple[State, State], ...]
    years: range

    def pack(self) -> dict[str, object]:
        """Return the topic pack that declares the states."""
        rows = [
            {
                "code": one.code, "names": [one.name], "official": [f"Republic of {one.name}"],
                "adjectives": [one.adjective], "people": [f"{one.adjective}s"],
                "capitals": [one.towns[0]], "places": list(one.towns[1:]),
            }
            for one in self.states
        ]  # fmt: skip
        return {"id": "chronicle", "name": "Invented states of the chronicle", "states": rows}


def world(documents: int, seed: int = 1) -> World:
    """Return a world in which at least so many documents are written."""
    wanted = ceil(documents / A_YEAR)
    number = min(len(_CODES), max(2 * _AHEAD + 1, round((wanted / _AHEAD) ** 0.55)))
    years = ceil(wanted * 1.15 / (number * _AHEAD)) + 1
    span = range(_LAST - years + 1, _LAST + 1)
    chance = Random(f"{seed}|world")
    taken: set[str] = set()
    states = tuple(_state(code, at, span, chance, taken) for at, code in enumerate(_CODES[:number]))
    pairs = tuple(
        (one, states[(at + ahead) % number])
        for at, one in enumerate(states)
        for ahead in range(1, _AHEAD + 1)
    )
    return World(seed, states, pairs, span)


def _new(chance: Random, taken: set[str]) -> str:
    while (found := words.name(chance)) in taken:
        pass
    taken.add(found)
    return found


def _state(code: str, at: int, span: range, chance: Random, taken: set[str]) -> State:
    stem = _new(chance, taken)
    towns = tuple(f"{_new(chance, taken)}{'' if town else ' Harbour'}" for town in range(_TOWNS))
    families = [_new(chance, taken) for _ in range(_FAMILIES)]
    held = {office: tuple(_terms(span, families, chance)) for office in _OFFICES}
    return State(code, f"{stem}ia", f"{stem}ian", at % 2, towns, held)


def _terms(span: range, families: list[str], chance: Random) -> Iterator[tuple[date, Person]]:
    """Yield one holder after another, each for two to six years."""
    since = date(span[0] - 1, 1, 1)
    while since.year <= span[-1]:
        title, given = chance.choice((("Mr.", words.MEN), ("Ms.", words.WOMEN)))
        yield since, Person(title, chance.choice(given), chance.choice(families))
        since += timedelta(days=chance.randint(700, 2200))

"""The facts of a meeting: each value in words, and which of its documents give it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from regesta.ledger.names import folded
from regesta.model.links import Joined
from regesta.model.records import Actor, Meeting
from regesta.query.abstract import ordinal
from regesta.query.dates import in_words
from regesta.query.rows import Telling
from regesta.query.tellings import differing

Words = Callable[[Meeting], str | None]


@dataclass(frozen=True, slots=True)
class Given:
    """A value in words and the documents that give it, by their number (from 1) among the tellings."""

    words: str
    numbers: tuple[int, ...]
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """What the documents say of one thing. ``apart``: two of the values cannot both be."""

    name: str
    values: tuple[Given, ...]
    apart: bool = False


def facts_of(told: Sequence[Telling], one: Joined) -> tuple[Fact, ...]:
    """Return the facts of a meeting that anybody gives, each value once, in the order of the documents."""
    year = one.dated.when[:4] if one.dated.when else None
    apart = {found.field for found in differing(told, year)}
    found = [
        Fact(name, values, key in apart)
        for name, key, words in _FIELDS
        if (values := _values((words(telling.row.record), None) for telling in told))
    ]
    return (*found, *_people(told))


def _values(given: Iterator[tuple[str | None, str | None]]) -> tuple[Given, ...]:
    found: dict[tuple[str, str | None], tuple[str, list[int]]] = {}
    for number, (words, country) in enumerate(given, 1):
        if words:
            _, numbers = found.setdefault((folded(words) or words, country), (words, []))
            numbers.append(number)
    return tuple(Given(words, tuple(numbers), country) for (_, country), (words, numbers) in found.items())


def _people(told: Sequence[Telling]) -> Iterator[Fact]:
    """Yield who took part, name by name as written, in order of the code of their side."""
    found: dict[tuple[str | None, str], tuple[str, list[int]]] = {}
    for number, telling in enumerate(told, 1):
        for actor in telling.row.record.participants:
            if actor.kind == "person":
                _, numbers = found.setdefault((actor.country, folded(actor.name)), (_named(actor), []))
                if number not in numbers:
                    numbers.append(number)
    in_order = sorted(found.items(), key=lambda entry: entry[0][0] or "~")
    values = tuple(Given(words, tuple(numbers), key[0]) for key, (words, numbers) in in_order)
    if values:
        yield Fact("who took part", values)


def _named(actor: Actor) -> str:
    return f"{actor.name}, {actor.role}" if actor.role else actor.name


def _day(one: Meeting) -> str | None:
    if one.when is None:
        return None
    return f"{in_words(one.when, one.when_basis)}{' (planned)' if one.status == 'planned' else ''}"


def _start(one: Meeting) -> str | None:
    return " ".join(part for part in (one.start_time, one.zone) if part) if one.start_time else None


def _minutes(one: Meeting) -> str | None:
    return f"{one.duration_minutes} minutes" if one.duration_minutes else None


def _count(one: Meeting) -> str | None:
    return f"the {ordinal(one.ordinal_total)} in total" if one.ordinal_total else None


def _count_of_year(one: Meeting) -> str | None:
    return f"the {ordinal(one.ordinal_year)} of the year" if one.ordinal_year else None


def _round(one: Meeting) -> str | None:
    return f"the {ordinal(one.round)} round" if one.round else None


_FIELDS: tuple[tuple[str, str, Words], ...] = (
    ("date", "date", _day),
    ("date as written", "", lambda one: one.as_written),
    ("status", "held", lambda one: one.status.replace("_", " ")),
    ("level", "", lambda one: one.format.replace("_", " ")),
    ("held", "medium", lambda one: one.medium.replace("_", " ")),
    ("place", "place", lambda one: one.place),
    ("country", "country", lambda one: one.country),
    ("start", "", _start),
    ("length", "length", _minutes),
    ("count", "count", _count),
    ("count of the year", "", _count_of_year),
    ("round", "round", _round),
    ("occasion", "", lambda one: one.occasion),
    ("condition", "", lambda one: one.condition),
    ("reason given", "", lambda one: one.reason),
)

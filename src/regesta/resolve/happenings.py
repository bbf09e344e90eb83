"""Deeds told with their day: by them texts that speak of one and the same deed find each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from regesta.model.finding import Place
from regesta.model.links import Dossier
from regesta.model.span import Span
from regesta.resolve.mention import dyad_of
from regesta.resolve.promise import Names
from regesta.resolve.sentences import Sentences
from regesta.resolve.subject import deeds_of
from regesta.resolve.telling import tellings
from regesta.rules.resolve import place_words, subject_stems
from regesta.rules.times import time_rules

_CAME = frozenset({"done", "begun"})
_SHARED = 2
_LAST_DAY = 31
_BETWEEN = " ,;:\n"
_LONG = 400
"""Characters before a day that may still tell what was done on it."""


@dataclass(frozen=True, slots=True)
class Happening:
    """What one document says was done on a day (``10-30``), with which deed and to what.

    ``year`` is the one that the text gives, else that of the last such day before it could be read;
    None where nobody says the year of the text.
    """

    document: str
    place: Place
    dyad: frozenset[str]
    deeds: frozenset[str]
    things: frozenset[str]
    day: str
    year: int | None


def happenings(dossier: Dossier, known: str | None) -> Iterator[Happening]:
    """Yield the deeds between two sides that a document tells with their day; ``known`` is its own day."""
    dyad = dyad_of(dossier)
    spans = Sentences(dossier).spans if len(dyad) == 2 else []
    told = [(span, days) for span in spans if (days := list(_days(span.of(dossier.text))))]
    if not told:
        return
    names = Names(dossier)
    for sentence, days in told:
        start = sentence.start
        for date, day, year in days:
            end = sentence.start + date.end
            words = dossier.text[max(start, end - _LONG) : end].lstrip(_BETWEEN)
            stems, start = names.out_of(subject_stems(words)), end
            deeds = deeds_of(stems)
            if deeds and len(stems - deeds) >= _SHARED and _came(words):
                place = Place(dossier.id, Span(end - len(words), end), words)
                when = year or _last(day, known)
                yield Happening(dossier.id, place, dyad, deeds, stems - deeds, day, when)


def marks_of(found: Iterable[Happening]) -> frozenset[str]:
    """Return the marks under which a deed is looked for in other texts: who, what, on which day."""
    return frozenset(f"{'+'.join(sorted(one.dyad))}|{deed}|{one.day}" for one in found for deed in one.deeds)


def is_same(one: Happening, other: Happening) -> bool:
    """Say whether two texts tell of one deed: on the same day, done to what both name in two words."""
    return (
        one.day == other.day
        and one.dyad == other.dyad
        and bool(one.deeds & other.deeds)
        and len(one.things & other.things) >= _SHARED
    )


def _came(words: str) -> bool:
    """Say whether words tell that something was done or begun, and nothing else of it."""
    signals = {signal for told in tellings(words) for signal in told.signals}
    return bool(signals) and signals <= _CAME


def _last(day: str, known: str | None) -> int | None:
    """Return the year of the last such day that was not after ``known``."""
    if known is None:
        return None
    return int(known[:4]) - (day > known[5:10])


def _days(text: str) -> Iterator[tuple[Span, str, int | None]]:
    """Yield the days of a text with their places: "30 October", "October 30, 2031"."""
    months = time_rules().months
    found = place_words(text) if any(month in text for month in months) else []
    for i, (word, span) in enumerate(found):
        month = months.get(word)
        if month is None:
            continue
        before, after = (_number(found, i - 1), _number(found, i + 1))
        behind = i + 1 if after is not None and after <= _LAST_DAY else i
        day = after if behind > i else before
        if day is None or not 0 < day <= _LAST_DAY:
            continue
        year = _number(found, behind + 1)
        last = behind + 1 if year is not None and year > 1000 else behind
        first = span.start if behind > i else found[i - 1][1].start
        yield Span(first, found[last][1].end), f"{month:02}-{day:02}", year if last > behind else None


def _number(found: list[tuple[str, Span]], at: int) -> int | None:
    """Return the number that stands as a word of its own at ``at``; None elsewhere."""
    inside = 0 <= at < len(found) and found[at][0].isascii() and found[at][0].isdigit()
    return int(found[at][0]) if inside else None

"""When a record answers an item of gold: the same words, the same act, the same sides, the same window.

A gold item is found by its ``needle`` (or one of ``also``); any value may be a list, and then each
of its members is right. A record answers the item when it covers half of the needle.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from regesta.model.records import Actor
from regesta.model.span import Span

Item = Mapping[str, Any]


class Spanned(Protocol):
    """A record: it stands somewhere in the text."""

    @property
    def span(self) -> Span:
        """The words it was read from."""


R = TypeVar("R", bound=Spanned)


def choices(value: object) -> list[Any]:
    """Every value that the gold accepts."""
    return value if isinstance(value, list) else [value]


def places(text: str, item: Item) -> Iterator[Span]:
    """The places at which a record of ``item`` may stand. Every needle must occur in the text."""
    for needle in (item["needle"], *item.get("also", ())):
        start = text.find(needle)
        if start < 0:
            raise ValueError(f"no such words in the text: {needle!r}")
        yield Span(start, start + len(needle))


def covers(record: Span, place: Span) -> bool:
    """Say whether ``record`` holds at least half of ``place``."""
    shared = min(record.end, place.end) - max(record.start, place.start)
    return shared > 0 and 2 * shared >= place.end - place.start


def pairs(
    text: str, gold: Sequence[Item], found: Sequence[R], alike: Callable[[Item, R], int]
) -> list[tuple[Item, R]]:
    """Give each item at most one record and each record at most one item: the most alike first.

    Among records equally alike the shortest wins.
    """
    candidates = [
        (-alike(item, record), record.span.end - record.span.start, at, other)
        for at, item in enumerate(gold)
        for other, record in enumerate(found)
        if any(covers(record.span, place) for place in places(text, item))
    ]
    paired: dict[int, int] = {}
    for _, _, at, other in sorted(candidates):
        if at not in paired and other not in paired.values():
            paired[at] = other
    return [(gold[at], found[other]) for at, other in sorted(paired.items())]


def left_open(text: str, record: Spanned, needles: Sequence[str]) -> bool:
    """Say whether ``record`` stands where the gold neither asks for a record nor minds one."""
    return any(covers(record.span, place) for needle in needles for place in places(text, {"needle": needle}))


def plain(words: str) -> str:
    """The words without case, accents and punctuation, as names and places are compared."""
    letters = unicodedata.normalize("NFKD", words)
    return " ".join(re.findall(r"\w+", "".join(c for c in letters if not unicodedata.combining(c)).lower()))


def same_value(field: str, gold: object, found: object) -> bool:
    """Say whether ``found`` is the value, or one of the values, that the gold gives for ``field``."""
    return any(_same(field, choice, found) for choice in choices(gold))


def _same(field: str, gold: object, found: object) -> bool:
    if gold is None or found is None:
        return gold is found
    if field in ("place", "occasion", "condition"):
        one, other = plain(str(gold)), plain(str(found))
        return one in other or other in one
    if field in ("when", "due") and str(gold).startswith("XXXX"):
        return re.sub(r"\b\d{4}\b(?=-)", "XXXX", str(found)) == gold
    return gold == found


def same_name(gold: str, found: str) -> bool:
    """Say whether two forms of a name may be one person's: the family name that the gold gives is in both."""
    return plain(gold).split()[-1] in plain(found).split()


class Sides:
    """Whose side each person of one document is on, as the gold says."""

    def __init__(self, gold: Item) -> None:
        """Read the participants that the gold names."""
        meetings = [*gold["main"], *gold["meetings"]]
        people = [person for meeting in meetings for person in meeting["participants"]]
        self._home = {plain(p["name"]).split()[-1]: p["country"] for p in people}
        parties = [p["country"] for meeting in gold["main"] for p in meeting["participants"]]
        parties += [gold["document"]["side"], gold["document"]["counterpart"]]
        self._both = frozenset(code for code in parties if code is not None)

    def meant(self, names: Sequence[str]) -> frozenset[str]:
        """The sides that the gold means by codes, family names and ``both``."""
        return frozenset(
            side for name in names for side in (self._both if name == "both" else [self._of(name)])
        )

    def read(self, actors: Sequence[Actor]) -> frozenset[str]:
        """The sides of the actors that were read."""
        return frozenset(actor.country or self._of(actor.name) for actor in actors)

    def _of(self, name: str) -> str:
        return name if re.fullmatch(r"[A-Z]{2}", name) else self._home.get(plain(name).split()[-1], name)

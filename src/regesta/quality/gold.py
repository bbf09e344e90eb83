"""Gold: what a coder says should be read from a document, in the form of ``docs/record-format.md``.

A value that is a list names several that are right. Keys that no measure asks for are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, field_validator

from regesta.model.finding import RegestaError
from regesta.model.records import GROUP_OF
from regesta.model.span import Span

KINDS = ("statements", "meetings", "commitments", "terms")


def _several(value: object) -> object:
    return tuple(value) if isinstance(value, list) else (value,)


T = TypeVar("T")
Value = str | int | None
Any_of = Annotated[tuple[T, ...], BeforeValidator(_several), Field(min_length=1)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Item(_Part):
    """A record that is asked for: it stands at ``needle`` or at one of the words of ``also``."""

    needle: str = Field(min_length=1)
    also: tuple[str, ...] = ()

    def places(self, text: str) -> tuple[Span, ...]:
        """The places in ``text`` at which the record may stand; all needles must occur in it."""
        return tuple(place(text, needle) for needle in (self.needle, *self.also))


class Person(_Part):
    """Somebody who takes part in a meeting."""

    name: str = Field(min_length=1)
    country: str | None = None


class About(_Part):
    """What a meeting is to have in its fields."""

    format: Any_of[Value] = (None,)
    medium: Any_of[Value] = (None,)
    status: Any_of[Value] = (None,)
    when: Any_of[Value] = (None,)
    place: Any_of[Value] = (None,)
    country: Any_of[Value] = (None,)
    occasion: Any_of[Value] = (None,)
    start_time: Any_of[Value] = (None,)
    duration_minutes: Any_of[Value] = (None,)
    ordinal_total: Any_of[Value] = (None,)
    ordinal_year: Any_of[Value] = (None,)
    condition: Any_of[Value] = (None,)
    participants: tuple[Person, ...] = ()

    def asked(self, field: str) -> tuple[Value, ...]:
        """The values that are right in ``field``; None alone where there is to be none."""
        values: tuple[Value, ...] = getattr(self, field)
        return values


class MeetingItem(About, Item):
    """A meeting that the document names."""


class StatementItem(Item):
    """A statement. Actors are codes of sides, names of persons, or ``both`` for every party."""

    act: Any_of[str]
    actors: tuple[str, ...]
    addressee: str | None = None
    topics: tuple[str, ...] = ()
    content: Any_of[str | None] = (None,)
    negated: bool = False

    @field_validator("act")
    @classmethod
    def _known(cls, acts: tuple[str, ...]) -> tuple[str, ...]:
        unknown = [act for act in acts if act not in GROUP_OF]
        if unknown:
            raise ValueError(f"there is no act {unknown[0]!r}")
        return acts

    @property
    def groups(self) -> set[str]:
        """The groups of the acts that are right."""
        return {GROUP_OF[act] for act in self.act}


class CommitmentItem(Item):
    """A commitment; strength 1 among the values makes it a declared intent, which nobody owes."""

    who: tuple[str, ...]
    due: Any_of[str | None] = (None,)
    strength: Any_of[int | None] = (None,)

    @property
    def owed(self) -> bool:
        """Whether the record is asked for."""
        return 1 not in self.strength


class TermItem(Item):
    """A name in use; the label alone, without its article, is the place."""

    label: str
    concept: str

    def places(self, text: str) -> tuple[Span, ...]:
        """Where the label stands inside the needle; the whole needle where it does not."""
        whole = place(text, self.needle)
        bare = re.sub(r"^[Tt]he ", "", self.label)
        inside = self.needle.find(bare)
        if inside < 0:
            return (whole,)
        return (Span(whole.start + inside, whole.start + inside + len(bare)),)


class Facts(_Part):
    """What the coder says of the document."""

    publisher: str = Field(min_length=1)
    side: str | None = None
    counterpart: str | None = None


class Gold(_Part):
    """One document coded by hand. ``optional`` lists words, by kind, where a record is left open."""

    file: str = Field(min_length=1)
    document: Facts
    main: tuple[About, ...] = ()
    meetings: tuple[MeetingItem, ...] = ()
    statements: tuple[StatementItem, ...] = ()
    commitments: tuple[CommitmentItem, ...] = ()
    terms: tuple[TermItem, ...] = ()
    optional: dict[str, tuple[str, ...]] = {}

    def needles(self) -> Iterator[str]:
        """All words by which the gold points into the text."""
        for kind in KINDS:
            for item in getattr(self, kind):
                yield from (item.needle, *item.also)
        for needles in self.optional.values():
            yield from needles


def place(text: str, needle: str) -> Span:
    """Where ``needle`` first stands in ``text``; it must occur."""
    start = text.index(needle)
    return Span(start, start + len(needle))


def parse_gold(data: object, where: str) -> Gold:
    """Read the gold of one document; raise :class:`RegestaError` naming ``where`` and the key."""
    try:
        return Gold.model_validate(data)
    except ValidationError as problem:
        first = problem.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        raise RegestaError(f"{where}: {key}: {first['msg']}; mend the gold.") from problem

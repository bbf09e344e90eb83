"""The words of the register's abstracts: ``data/abstracts.yml``."""

from __future__ import annotations

from functools import cache
from typing import Literal

from regesta.rules.base import Strict, read_rules

Style = Literal["hold", "event"]
MeetingStatus = Literal["held", "planned", "referenced", "not_held"]


class Verb(Strict):
    """A verb phrase for one and for several."""

    one: str
    many: str


class ActPhrase(Verb):
    """What a statement's act is called. ``to`` None: the addressee stands after a comma."""

    to: str | None = None
    match: str
    never: tuple[str, ...]


class StrengthPhrase(Verb):
    """What a commitment of one strength is called."""

    match: str
    never: tuple[str, ...]


class FormatPhrase(Strict):
    """Whom or what the abstract of a meeting of one format speaks of.

    ``alone`` is the subject where one party is known and the sentence needs no second, ``nobody``
    that where none is.
    """

    style: Style
    subject: str
    alone: str | None = None
    nobody: str | None = None
    singular: bool = False
    noun: str
    match: str
    never: tuple[str, ...]


class Abstracts(Strict):
    """The whole of ``abstracts.yml``."""

    acts: dict[str, ActPhrase]
    strengths: dict[int, StrengthPhrase]
    formats: dict[str, FormatPhrase]
    styles: dict[Style, dict[MeetingStatus, Verb]]
    media: dict[str, str]
    by: dict[str, str]
    documents: dict[str, str]
    tellings: dict[str, str]
    again: str
    ordinals: tuple[str, ...]
    unfair: tuple[str, ...]


@cache
def abstracts() -> Abstracts:
    """Return the words of the abstracts, read once on first use."""
    return read_rules("abstracts.yml", Abstracts)

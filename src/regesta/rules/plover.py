"""How records are coded in PLOVER: ``data/plover.yml``, whose head says what each field means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from functools import cache
from typing import Literal

from pydantic import Field, model_validator

from regesta.model.records import FORMATS, GROUP_OF, STATUSES
from regesta.rules.base import Strict, read_rules

Texts = tuple[str, ...]
Host = Literal["party", "other", "none"]


class EventType(Strict):
    """A type of event: its quad, and the modes that it may have."""

    quad: int = Field(ge=1, le=4)
    modes: Texts = ()


class Coded(Strict):
    """What every rule says: the type, with its mode or auxiliary, and its examples."""

    type: str
    mode: str | None = None
    auxiliary: str | None = None
    match: Texts = Field(min_length=1)
    never: Texts = Field(min_length=1)


class StatementRule(Coded):
    """A rule for statements."""

    acts: Texts = Field(min_length=1)
    joint: bool = False
    verbs: Texts = ()

    def fits(self, act: str, verb: str, sides: int) -> bool:
        """Say whether a statement with this act and verb, of so many sides, is coded so."""
        words = verb.casefold().split()
        spoken = not self.verbs or any(word.startswith(self.verbs) for word in words)
        return act in self.acts and spoken and (sides > 1 or not self.joint)


class MeetingRule(Coded):
    """A rule for meetings across documents."""

    statuses: Texts = Field(min_length=1)


class PromiseRule(Coded):
    """A rule for commitments."""

    strengths: tuple[int, ...] = Field(min_length=1)


class ModeRule(Strict):
    """A rule for the mode of a consultation."""

    mode: str
    media: Texts = ()
    formats: Texts = ()
    least: int | None = None
    place: Literal["host", "elsewhere"] | None = None
    match: Texts = Field(min_length=1)
    never: Texts = Field(min_length=1)

    def fits(self, medium: str, format_: str, parties: int, host: Host) -> bool:
        """Say whether a meeting has this mode; ``host`` says whose country it was held in."""
        where = {"host": "party", "elsewhere": "other"}.get(self.place or "")
        many = self.least is not None and parties >= self.least
        return (
            medium in self.media or format_ in self.formats or many or (where is not None and host == where)
        )


class Uncoded(Strict):
    """What has no type, and why."""

    acts: dict[str, str]
    statuses: dict[str, str]
    strengths: dict[int, str]


class PloverRules(Strict):
    """The whole of ``plover.yml``."""

    codebook: str
    types: dict[str, EventType]
    contexts: Texts
    auxiliary: Texts
    parties: dict[str, str]
    statements: tuple[StatementRule, ...]
    meetings: tuple[MeetingRule, ...]
    modes: tuple[ModeRule, ...]
    promises: tuple[PromiseRule, ...]
    uncoded: Uncoded
    topics: dict[str, Texts]

    @model_validator(mode="after")
    def _names_are_of_the_manual(self) -> PloverRules:
        for rule in (*self.statements, *self.meetings, *self.promises):
            if rule.type not in self.types:
                raise ValueError(f"there is no type {rule.type}")
            if rule.mode is not None and rule.mode not in self.types[rule.type].modes:
                raise ValueError(f"{rule.type} has no mode {rule.mode}")
            if rule.auxiliary is not None and rule.auxiliary not in self.auxiliary:
                raise ValueError(f"there is no auxiliary mode {rule.auxiliary}")
        if unknown := {rule.mode for rule in self.modes} - set(self.types["CONSULT"].modes):
            raise ValueError(f"CONSULT has no mode {', '.join(sorted(unknown))}")
        if unknown := {one for some in self.topics.values() for one in some} - set(self.contexts):
            raise ValueError(f"there is no context {', '.join(sorted(unknown))}")
        return self

    @model_validator(mode="after")
    def _everything_is_coded_or_not(self) -> PloverRules:
        always = Counter(
            act for rule in self.statements if not (rule.joint or rule.verbs) for act in rule.acts
        )
        _split(always, self.uncoded.acts, GROUP_OF, "act")
        told = Counter(status for rule in self.meetings for status in rule.statuses)
        _split(told, self.uncoded.statuses, STATUSES, "status")
        strong = Counter(str(one) for rule in self.promises for one in rule.strengths)
        _split(strong, [str(one) for one in self.uncoded.strengths], "12345", "strength")
        if unknown := {one for rule in self.modes for one in rule.formats} - set(FORMATS):
            raise ValueError(f"there is no format {', '.join(sorted(unknown))}")
        return self

    def mode(self, medium: str, format_: str, parties: int, host: Host) -> str | None:
        """Return the mode of a consultation, None where none fits."""
        return next((rule.mode for rule in self.modes if rule.fits(medium, format_, parties, host)), None)


def _split(coded: Counter[str], uncoded: Collection[str], known: Collection[str], what: str) -> None:
    """Raise where something known is coded twice, or both coded and not, or neither."""
    told = [*coded.elements(), *uncoded]
    if sorted(told) != sorted(known):
        wrong = sorted({one for one in told if told.count(one) > 1} | set(told) ^ set(known))
        raise ValueError(f"every {what} must be coded once or not at all: {', '.join(wrong)}")


@cache
def plover_rules() -> PloverRules:
    """Return the shipped rules, read once."""
    return read_rules("plover.yml", PloverRules)

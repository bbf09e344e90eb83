"""How sure a record is, as data. ``data/confidence.yml`` says what each field means."""

from __future__ import annotations

from functools import cache
from typing import Literal, get_args

from pydantic import field_validator

from regesta.model.records import FORMATS, GROUP_OF
from regesta.rules.base import Strict, read_rules

# What :mod:`regesta.records.doubts` may find; the file must hold a figure for each.
Doubt = Literal["lone", "one_side", "number", "uncoded", "guessed", "many", "restated"]


def _known_acts(table: dict[str, float]) -> dict[str, float]:
    unknown = set(table) - set(GROUP_OF)
    if unknown:
        raise ValueError(f"no such act: {', '.join(sorted(unknown))}")
    return table


class ActorSure(Strict):
    """What lowers the first figure of whatever somebody says, does or asks."""

    doubts: dict[Doubt, float]
    least: float

    @field_validator("doubts")
    @classmethod
    def _each_has_a_figure(cls, table: dict[Doubt, float]) -> dict[Doubt, float]:
        missing = set(get_args(Doubt)) - set(table)
        if missing:
            raise ValueError(f"no figure for {', '.join(sorted(missing))}")
        return table


class StatementSure(Strict):
    """What moves the figure of a statement."""

    clear: float
    open: dict[str, float]
    least: float

    _acts = field_validator("open")(_known_acts)


class CommitmentSure(Strict):
    """What moves the figure of a commitment."""

    by_act: dict[str, float]
    dated: float

    _acts = field_validator("by_act")(_known_acts)


class RequestSure(Strict):
    """What moves the figure of a request."""

    read: float
    unsaid: float
    unnamed: float
    least: float


class MeetingSure(Strict):
    """What makes the figure of a meeting."""

    main: float
    held_beside: float
    planned: float
    referenced: float
    not_held: float
    by_verb: float
    undated: float
    nobody: float
    alone: float
    by_format: dict[str, float]
    least: float
    most: float

    @field_validator("by_format")
    @classmethod
    def _formats_are_known(cls, table: dict[str, float]) -> dict[str, float]:
        unknown = set(table) - set(FORMATS)
        if unknown:
            raise ValueError(f"no such format: {', '.join(sorted(unknown))}")
        return table


class ConfidenceRules(Strict):
    """All figures."""

    actors: ActorSure
    statements: StatementSure
    commitments: CommitmentSure
    requests: RequestSure
    meetings: MeetingSure


@cache
def confidence_rules() -> ConfidenceRules:
    """Return the shipped figures, read once."""
    return read_rules("confidence.yml", ConfidenceRules)

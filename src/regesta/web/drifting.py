"""Wording over time as a page shows it: each saying cut at the words that came, and what went."""

from __future__ import annotations

from dataclasses import dataclass

from regesta.model.drift import Phrase, Said, Stage, Thread
from regesta.model.edtf import span_of_days
from regesta.query.wording import Wordings
from regesta.rules.drift import drift_rules
from regesta.web.segments import Piece, pieces


@dataclass(frozen=True, slots=True)
class ShownSaid:
    """A saying; ``pieces`` are its words, those that came are marked."""

    said: Said
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class ShownStage:
    """An occasion: ``when`` and ``against`` are windows (EDTF), ``meeting`` is the joined meeting's id.

    ``went`` are words that no others took the place of.
    """

    stage: Stage
    when: str | None
    against: str | None
    meeting: str | None
    said: tuple[ShownSaid, ...]
    went: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class ShownThread:
    """A thread with its stages; ``steps`` is the length of the scale of acts."""

    thread: Thread
    stages: tuple[ShownStage, ...]
    steps: int


def shown(told: Wordings) -> tuple[ShownThread, ...]:
    """Return the threads as they are shown."""
    steps = len(drift_rules().scale)
    return tuple(
        ShownThread(thread, tuple(_stage(stage, told) for stage in thread.stages), steps)
        for thread in told.threads
    )


def _stage(stage: Stage, told: Wordings) -> ShownStage:
    occasion, wording = stage.occasion, stage.wording
    came = [one.place for one in wording.came] if wording else []
    turned = {turn.went for turn in wording.turns} if wording else set()
    head = occasion.head
    return ShownStage(
        stage,
        span_of_days(occasion.earliest, occasion.latest),
        span_of_days(stage.against.earliest, stage.against.latest) if stage.against else None,
        told.homes.get((head.document, head.id)) if head else None,
        tuple(ShownSaid(one, pieces(one.content, came)) for one in occasion.said),
        tuple(one for one in wording.went if one not in turned) if wording else (),
    )

"""One later text that changes what is known of a promise or request."""

from __future__ import annotations

from dataclasses import dataclass

from regesta.model.judgement import Judgement, Ref
from regesta.resolve.days import Window


@dataclass(frozen=True, slots=True)
class Link:
    """A later text that changes what is known of a promise: from when, to what status, and why."""

    judgement: Judgement
    start: str
    status: str
    day: Window | None
    side: str | None
    joint: bool
    successor: Ref | None = None

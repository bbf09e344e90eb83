"""What a reading tells of its own decisions, if somebody listens.

Those who decide are many small functions, deep in several rooms. They reach the trace through a
context variable, so that none of them has to hand it on: it is set for one call, holds for one
thread, and without it :func:`declined` does nothing but look.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Literal, Protocol

from regesta.model.span import Span


class Placed(Protocol):
    """Something that stands in a text."""

    @property
    def span(self) -> Span:
        """Where it stands."""


@dataclass(frozen=True, slots=True)
class Noticed:
    """A mention that was recognised: its kind, its place, and what it was taken for in a few words.

    ``rule`` is the id of the entry of the rule data that recognised it, where there is one.
    """

    kind: str
    span: Span
    meaning: str
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Declined:
    """A record or a mention that was nearly made: which kind (``what``), where, and why it was not.

    ``rule`` is the id of the entry of the rule data that was tried, where there is one.
    """

    what: str
    span: Span
    why: str
    rule: str | None = None


@dataclass(slots=True)
class Trace:
    """Everything that a reading told, in the order in which it was decided."""

    noticed: list[Noticed] = field(default_factory=list)
    declined: list[Declined] = field(default_factory=list)


_trace: ContextVar[Trace | None] = ContextVar("regesta_trace", default=None)


@contextmanager
def tracing() -> Iterator[Trace]:
    """Collect what the readings inside the block tell of themselves."""
    trace = Trace()
    token = _trace.set(trace)
    try:
        yield trace
    finally:
        _trace.reset(token)


def listening() -> Trace | None:
    """Return the trace of the reading that is under way; None where nobody asked for one."""
    return _trace.get()


def declined(what: str, place: Placed, why: str, rule: str | None = None) -> Literal[False]:
    """Tell that ``what`` was not made at ``place``, and why; return False, for use in a condition.

    The place is looked up only where somebody listens.
    """
    trace = _trace.get()
    if trace is not None:
        trace.declined.append(Declined(what, place.span, why, rule))
    return False


def noticed(kind: str, place: Placed, meaning: str, rule: str | None = None) -> None:
    """Tell that something at ``place`` was taken for ``meaning``."""
    trace = _trace.get()
    if trace is not None:
        trace.noticed.append(Noticed(kind, place.span, meaning, rule))

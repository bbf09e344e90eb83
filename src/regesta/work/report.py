"""What is to be done, and what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from regesta.ledger import Added, Status
from regesta.model.document import Page
from regesta.model.reading import Reading

Reader = Callable[[Page], Reading]


@dataclass(frozen=True, slots=True)
class Job:
    """One document to be read: the name it goes by, and how to come by its page.

    ``page`` raises :class:`regesta.model.finding.RegestaError` when it cannot be had.
    """

    name: str
    page: Callable[[], Page]


@dataclass(frozen=True, slots=True)
class Done:
    """A job that was kept; ``notes`` say what of its file is not in the text, or is not sure."""

    name: str
    added: Added
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """A job that was not kept, and one sentence that says why."""

    name: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Report:
    """What came of a batch.

    ``done`` and ``failures`` are in the order of the jobs. ``stopped`` is one sentence when the
    batch ended early; the ledger then holds every document of ``done`` and nothing of any other.
    ``timings`` holds the seconds of each stage in the order in which they ran.
    """

    done: tuple[Done, ...]
    failures: tuple[Failure, ...]
    stopped: str | None
    timings: tuple[tuple[str, float], ...]

    @property
    def counts(self) -> dict[Status, int]:
        """How many documents were new, known, a new version, or read again."""
        return dict(Counter(done.added.status for done in self.done))

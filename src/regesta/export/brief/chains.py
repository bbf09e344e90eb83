"""Promises and requests, each once: what was affirmed or asked again stands with what it repeats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from regesta.export.brief.decided import REPEATS
from regesta.model.edtf import bounds
from regesta.model.judgement import Ref
from regesta.model.links import Dated
from regesta.query.came import ref_of
from regesta.query.rows import Came, CommitmentRow, RecordRow, RequestRow
from regesta.query.standing import Standing

Row = CommitmentRow | RequestRow
OPEN = frozenset({"open", "in_progress", "partly_done", "contested", "no_evidence"})
"""Statuses of what still waits for something: ``no_evidence`` too, for time alone shows nothing."""


@dataclass(frozen=True, slots=True)
class Chain:
    """One promise or request in all its tellings, in order of publication; there is at least one."""

    rows: tuple[RecordRow[Any], ...]

    @property
    def last(self) -> RecordRow[Any]:
        """The telling whose words count: the newest."""
        return self.rows[-1]

    @property
    def told(self) -> RecordRow[Any]:
        """The telling whose status counts: that of which later words tell last, else the newest."""
        heard = [row for row in self.rows if row.came and row.came.last.evidence]
        return max(heard, key=_heard_on, default=self.last)

    @property
    def status(self) -> str:
        """Its status."""
        return self.told.status or "open"

    @property
    def dated(self) -> Dated:
        """Its window: the newest that a telling has."""
        for row in reversed(self.rows):
            came: Came | None = row.came
            if came is not None and came.dated.when:
                return came.dated
            if row.record.due:
                return Dated(row.record.due, row.record.due_basis)
        return Dated(None, None)

    @property
    def days(self) -> tuple[str, str] | None:
        """The first and last day of its window, None where it has none that is known."""
        return bounds(self.dated.when) if self.dated.when else None

    @property
    def again(self) -> tuple[str, ...]:
        """The days on which it was affirmed or asked for again, as far as they are known."""
        first, *later = sorted({day for row in self.rows for day in _days(row)}) or ("",)
        return tuple(day for day in later if day > first)


def chains(rows: Iterable[Row], between: Standing) -> list[Chain]:
    """Return these promises or requests, those that repeat one another as one.

    Beside the newest stand those of which a judgement says that it repeats them itself, or they it; what
    repeats only one of these stands by itself. So does what was told of as settled before the newest: what
    is promised or asked for again after that is another matter.
    """
    by_ref: dict[Ref, Row] = {ref_of(row): row for row in rows}
    near: dict[Ref, set[Ref]] = {ref: set() for ref in by_ref}
    for one in between.found.links.judgements:
        first, second = one.subject, one.object
        if one.kind in REPEATS and first in near and second in near:
            near[first].add(second)
            near[second].add(first)
    made: list[Chain] = []
    left = dict.fromkeys(sorted(by_ref, key=lambda ref: _published(by_ref[ref]), reverse=True))
    while left:
        newest = next(iter(left))
        own = [newest]
        own += [ref for ref in left if ref in near[newest] and not _settled(by_ref[ref], by_ref[newest])]
        made.append(Chain(tuple(sorted((by_ref[ref] for ref in own), key=_published))))
        for ref in own:
            del left[ref]
    return made


def ranked(found: Sequence[Chain], day: str, room: tuple[int, int, int]) -> list[Chain]:
    """Return those for which there is room: windows that close next, windows that are over, no window.

    The next to close comes first, then what was over last, then the strongest and newest without a window;
    room that one of the three does not need goes to the others in this order.
    """
    in_order = sorted(found, key=lambda chain: str(chain.last.id))
    closing = sorted((c for c in in_order if _ends(c) and _ends(c) >= day), key=_ends)
    over = sorted((c for c in in_order if _ends(c) and _ends(c) < day), key=_ends, reverse=True)
    free = sorted((c for c in in_order if not _ends(c)), key=_weight, reverse=True)
    lists = (closing, over, free)
    taken = [min(len(own), places) for own, places in zip(lists, room, strict=True)]
    spare = sum(room) - sum(taken)
    for number, own in enumerate(lists):
        more = min(spare, len(own) - taken[number])
        taken[number] += more
        spare -= more
    return [chain for own, count in zip(lists, taken, strict=True) for chain in own[:count]]


def tally(found: Iterable[Chain]) -> Counter[str]:
    """Count the statuses of what no longer waits for anything."""
    return Counter(chain.status for chain in found if chain.status not in OPEN)


def _settled(row: RecordRow[Any], newest: RecordRow[Any]) -> bool:
    """Say whether later words showed by the day of the newest telling that a record waits for nothing."""
    heard = row.came is not None and bool(row.came.last.evidence)
    return heard and row.status not in OPEN and _heard_on(row) <= _published(newest)[0]


def _heard_on(row: RecordRow[Any]) -> str:
    return row.came.last.start if row.came else ""


def _days(row: RecordRow[Any]) -> Iterator[str]:
    """Yield the day from which a record could be known, and those on which it was repeated."""
    if row.came is not None:
        yield from (step.start for step in (row.came.steps[0], *row.came.events))


def _published(row: RecordRow[Any]) -> tuple[str, str, int]:
    return next(_days(row), ""), row.document.id, row.span.start


def _ends(chain: Chain) -> str:
    """Return the last day of the window, "" where none is known."""
    return chain.days[1] if chain.days else ""


def _weight(chain: Chain) -> tuple[int, str]:
    return getattr(chain.last.record, "strength", 0), _published(chain.last)[0]

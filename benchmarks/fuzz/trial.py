"""One text read and judged: what went wrong, and what was new about it."""

from __future__ import annotations

import hashlib
import signal
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import process_time
from types import FrameType

from benchmarks.fuzz.holds import complaints
from benchmarks.fuzz.pace import Pace
from regesta.engine.read import read_document
from regesta.model.document import Source
from regesta.model.finding import RegestaError
from regesta.model.reading import Reading
from regesta.reading import read_bytes

SOURCES = (
    Source(),
    Source(publisher="Ministry of Foreign Affairs of Japan", country="JP", published="2031-05-05"),
    Source(publisher="Office of the President", country="SG"),
    Source(
        publisher="Department of State", country="US", published="2030-12-31", title="Readout of the call"
    ),
)
TIMES_ITS_SHARE = 10.0
AGAIN = 3
ENDLESS = 120.0


class EndlessError(Exception):
    """A text on which the reader spent more processor time than any may take."""


@dataclass(frozen=True)
class Trial:
    """``fault`` is None when all holds; else "rule: what". ``features`` tell kinds of readings apart."""

    fault: str | None = None
    features: frozenset[str] = field(default_factory=frozenset)
    seconds: float = 0.0
    share: float = 0.0

    @property
    def rule(self) -> str | None:
        """What is broken, without the values of this text."""
        return self.fault.partition(":")[0] if self.fault is not None else None


def read(text: str) -> Reading:
    """Read ``text`` as a file; its own hash says which of the sources it came from."""
    raw = text.encode("utf-8", "surrogatepass")
    source = SOURCES[hashlib.sha256(raw).digest()[0] % len(SOURCES)]
    return read_document(read_bytes(raw, "fuzz.txt", source))


def seconds(text: str) -> float:
    """Return the processor time that reading ``text`` takes; a refusal counts as read."""
    start = process_time()
    try:
        read(text)
    except RegestaError:
        return process_time() - start
    return process_time() - start


def tried(text: str, pace: Pace) -> Trial:
    """Read ``text`` twice and judge it: no exception, nothing broken, the same again, in its time."""
    start = process_time()
    try:
        with _limited(ENDLESS):
            reading = read(text)
            taken = process_time() - start
            fault = next(complaints(reading), None)
            if fault is None and _known(reading) != _known(read(text)):
                fault = "another result at the second reading"
    except RegestaError as refused:
        fault = None if "\n" not in str(refused) else "refusal of several lines"
        return Trial(fault, frozenset({"refused"}), process_time() - start)
    except Exception as error:  # noqa: BLE001  any exception is what is looked for
        return Trial(_where(error), seconds=process_time() - start)
    share = pace.share(text, taken)
    if fault is None and share > TIMES_ITS_SHARE:
        share = min(pace.share(text, seconds(text)) for _ in range(AGAIN))
        fault = f"more than its share of time: {share:.0f} times" if share > TIMES_ITS_SHARE else None
    return Trial(fault, features(reading), taken, share)


def _known(reading: Reading) -> tuple[object, ...]:
    return reading.document, reading.records


def features(reading: Reading) -> frozenset[str]:
    """Return what kinds of records were made, by which rules, how many of each to a power of two."""
    records = reading.records
    counts: Counter[str] = Counter({reading.document.kind: 1})
    for meeting in records.meetings:
        counts.update([meeting.rule, f"{meeting.format} {meeting.medium} {meeting.status}"])
        counts.update(name for name in ("place", "occasion", "round", "condition") if getattr(meeting, name))
    for said in records.statements:
        actors = " ".join(sorted({f"{actor.kind} {actor.basis}" for actor in said.actors}))
        counts.update([said.rule, f"{said.act} {said.negated} {actors}"])
    counts.update(f"{promise.rule} {promise.strength} {promise.due_basis}" for promise in records.commitments)
    for asked in records.requests:
        counts.update(
            [asked.rule, f"{asked.act} {asked.again} {len(asked.who)} {[a.basis for a in asked.of]}"]
        )
    counts.update(account.fate for account in records.accounts)
    counts.update(unread.reason[:12] for unread in records.unread)
    counts.update(["repeated"] * len(records.repeated))
    return frozenset(f"{name} {count.bit_length()}" for name, count in counts.items())


def _where(error: Exception) -> str:
    """An exception's kind and the innermost functions of the reader that it came through."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "/regesta/" in frame.filename]
    places = [f"{frame.filename.rpartition('/regesta/')[2]} {frame.name}" for frame in frames[-2:]]
    kind = f"{type(error).__name__} in {' < '.join(reversed(places))}"
    return f"{kind}: {' '.join(str(error).split())[:120]}"


@contextmanager
def _limited(most: float) -> Iterator[None]:
    """Raise :class:`EndlessError` in what is run here after ``most`` seconds of processor time."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise EndlessError(f"{most:.0f} seconds were not enough")

    before: Callable[..., object] | int | None = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, most)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)

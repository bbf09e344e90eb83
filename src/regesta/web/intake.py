"""Documents handed in through the web: one thread reads them, one hand-in after another.

Each document is kept in a transaction of its own, as ``regesta add`` does. A server that is killed leaves
whole documents and nothing of the others; a server that is stopped ends the document at hand first.
"""

from __future__ import annotations

import queue
import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from regesta.fetch import Fetcher, Limits
from regesta.ledger import Ledger, LedgerStopped
from regesta.model.document import Page, Source
from regesta.model.finding import RegestaError
from regesta.reading import Part, parts_of, read_bytes
from regesta.web.desk import Settings
from regesta.work import Job, Report, add_pages
from regesta.work.linking import link

_REMEMBERED = 100
_WAITING = 8
_BYTES_WAITING = 256 * 2**20
_AGAIN_SECONDS = 5.0
State = Literal["waiting", "reading", "done"]


@dataclass(frozen=True, slots=True)
class Handed:
    """A document as it was handed in. Of one hand-in all have different names.

    ``raw`` is None for a page that has still to be fetched from the address in ``source``.
    """

    name: str
    raw: bytes | None
    source: Source


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a hand-in is. ``read`` of ``names`` have been looked at; ``report`` stands at the end.

    A file of several documents is one of ``names``, and each document of it stands in the report.

    ``by`` handed it in. ``broken`` is one sentence where the whole ended in a failure.
    """

    id: str
    by: str
    names: tuple[str, ...]
    state: State = "waiting"
    read: int = 0
    report: Report | None = None
    broken: str | None = None

    @property
    def total(self) -> int:
        """How many files or pages were handed in."""
        return len(self.names)


@dataclass(frozen=True, slots=True)
class _Task:
    id: str
    documents: Sequence[Handed]
    told: Callable[[Progress], None]

    @property
    def size(self) -> int:
        return sum(len(one.raw or b"") for one in self.documents)


_LINK = _Task("", (), lambda _: None)


class Intake:
    """The desk at which documents are handed in. Nothing runs before the first is."""

    def __init__(self, settings: Settings) -> None:
        """Read into the ledger of ``settings``."""
        self._settings = settings
        self._lock = threading.Lock()
        self._known: OrderedDict[str, Progress] = OrderedDict()
        self._tasks: queue.Queue[_Task | None] = queue.Queue()
        self._waiting = 0
        self._bytes = 0
        self._closing = threading.Event()
        self._thread: threading.Thread | None = None

    def hand_in(self, documents: Sequence[Handed], by: str, told: Callable[[Progress], None]) -> str:
        """Put documents in line to be read; return the id under which their progress can be asked for.

        ``told`` is called at the end, in the thread that reads. Raises :class:`RegestaError` when too much
        is waiting already.
        """
        task = _Task(secrets.token_hex(8), tuple(documents), told)
        with self._lock:
            if self._closing.is_set():
                raise RegestaError("The room is being closed; add the documents when it is open again.")
            if self._waiting >= _WAITING or self._bytes + task.size > _BYTES_WAITING:
                raise RegestaError("Much is waiting to be read already; try again when it is done.")
            self._waiting += 1
            self._bytes += task.size
            self._known[task.id] = Progress(task.id, by, tuple(one.name for one in documents))
            while len(self._known) > _REMEMBERED:
                self._known.popitem(last=False)
            self._start()
        self._tasks.put(task)
        return task.id

    def link_later(self) -> None:
        """Bring up to date what holds across documents, once the documents in line are read."""
        with self._lock:
            self._start()
        self._tasks.put(_LINK)

    def progress(self, id_: str) -> Progress | None:
        """Return how far a hand-in is; None for one that is not known, or not any more."""
        with self._lock:
            return self._known.get(id_)

    def close(self) -> None:
        """Let the document at hand be finished and read no other."""
        self._closing.set()
        self._tasks.put(None)
        if self._thread is not None:
            self._thread.join()

    def _start(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="intake", daemon=True)
            self._thread.start()

    def _link(self) -> None:
        """Link; where another program still writes, try again after a while, until the room is closed."""
        while not self._closing.is_set():
            try:
                with Ledger.open(self._settings.ledger) as ledger:
                    link(ledger, now=self._settings.clock())
            except LedgerStopped:
                self._closing.wait(_AGAIN_SECONDS)
            else:
                return

    def _work(self) -> None:
        while (task := self._tasks.get()) is not None:
            if task is _LINK:
                self._link()
                continue
            self._change(task.id, state="reading")
            try:
                self._change(task.id, state="done", report=self._read(task))
            except RegestaError as problem:
                self._change(task.id, state="done", broken=str(problem))
            finally:
                with self._lock:
                    self._waiting -= 1
                    self._bytes -= task.size
            self._tell(task)

    def _read(self, task: _Task) -> Report:
        settings = self._settings
        return add_pages(
            settings.ledger,
            self._jobs(task),
            now=settings.clock(),
            topics=settings.topics,
        )

    def _jobs(self, task: _Task) -> Iterator[Job]:
        for one in task.documents:
            for part in _parts(one, self._settings):
                if self._closing.is_set():
                    return
                yield Job(part.name, part.page)
            self._count(task.id)

    def _tell(self, task: _Task) -> None:
        progress = self.progress(task.id)
        if progress is not None:
            task.told(progress)

    def _count(self, id_: str) -> None:
        with self._lock:
            if id_ in self._known:
                self._known[id_] = replace(self._known[id_], read=self._known[id_].read + 1)

    def _change(self, id_: str, **values: object) -> None:
        with self._lock:
            if id_ in self._known:
                self._known[id_] = replace(self._known[id_], **values)  # type: ignore[arg-type]


def apart(names: Sequence[str]) -> list[str]:
    """Return the names, each once: a second "a.txt" is "a (2).txt"."""
    taken: set[str] = set()
    found = []
    for name in names:
        stem, dot, suffix = name.rpartition(".")
        own, number = name, 2
        while own in taken:
            own = f"{stem} ({number}).{suffix}" if dot and stem else f"{name} ({number})"
            number += 1
        taken.add(own)
        found.append(own)
    return found


def _parts(one: Handed, settings: Settings) -> Iterator[Part]:
    """Yield the documents of what was handed in: those of a file, or the page that is to be fetched."""
    if one.raw is not None:
        yield from parts_of(one.raw, one.name, one.source, limit=settings.limit)
    else:
        yield Part(one.name, partial(_fetched, one, settings))


def _fetched(one: Handed, settings: Settings) -> Page:
    with Fetcher(Limits(size=settings.limit), settings.allowed) as fetcher:
        answer = fetcher.get(one.source.url or "")
    page = read_bytes(answer.body, one.name, one.source, limit=settings.limit, charset=answer.charset)
    return replace(page, source=replace(page.source, file=None))

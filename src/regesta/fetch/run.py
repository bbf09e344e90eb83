"""Sources into the ledger: each page that is new or changed is read and kept as it comes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from regesta.fetch.answer import Answer
from regesta.fetch.crawl import Crawl, Pace, Seen
from regesta.fetch.get import Fetcher
from regesta.fetch.sources import WatchedSource
from regesta.ledger import Ledger
from regesta.model.document import Page, Source
from regesta.model.fetched import Fate, Look
from regesta.model.finding import RegestaError
from regesta.reading import read_bytes
from regesta.work import Job, add_pages
from regesta.work.remembering import LedgerMemory


@dataclass(frozen=True, slots=True)
class Gone:
    """What came of one source: a look at each page, and the sentence where its list could not be had.

    ``added`` is how many documents or new versions the ledger has got by it; a page whose bytes changed
    may have the same text.
    """

    source: str
    looks: tuple[Look, ...]
    added: int
    sentence: str | None = None

    @property
    def counts(self) -> dict[Fate, int]:
        """How many pages met which fate."""
        return dict(Counter(look.fate for look in self.looks))

    @property
    def failures(self) -> list[str]:
        """One sentence for each thing that failed."""
        told = [look.sentence for look in self.looks if look.fate == "failed" and look.sentence]
        return [*([self.sentence] if self.sentence else []), *told]


def fetch(
    path: Path,
    sources: Sequence[WatchedSource],
    fetcher: Fetcher,
    *,
    clock: Callable[[], str],
    topics: tuple[Path, ...] = (),
    pace: Pace | None = None,
    after: Callable[[str, Look], None] | None = None,
) -> list[Gone]:
    """Go through ``sources`` once and keep in the ledger at ``path`` what is new or changed.

    A missing ledger is made. A page that cannot be had or read fails for itself; a list that cannot be had
    ends its source alone. ``after`` is told of each page. What was kept before an interruption stays.
    """
    with Ledger.open(path, create=True) as ledger:
        memory = LedgerMemory(ledger)
        crawl = Crawl(fetcher, memory, pace or Pace())
        return [_through(path, memory, crawl, source, topics, clock, after) for source in sources]


def _through(
    path: Path,
    memory: LedgerMemory,
    crawl: Crawl,
    source: WatchedSource,
    topics: tuple[Path, ...],
    clock: Callable[[], str],
    after: Callable[[str, Look], None] | None,
) -> Gone:
    looks: list[Look] = []
    added = 0
    try:
        for seen in crawl.pages(source):
            look, kept = _kept(path, source, seen, topics, clock())
            memory.keep(source.id, look, now=clock())
            looks.append(look)
            added += kept
            if after is not None:
                after(source.id, look)
    except RegestaError as problem:
        return Gone(source.id, tuple(looks), added, str(problem))
    return Gone(source.id, tuple(looks), added)


def _kept(
    path: Path, source: WatchedSource, seen: Seen, topics: tuple[Path, ...], now: str
) -> tuple[Look, int]:
    """Read and keep a page that is new or changed; return what came of it, and 1 if the ledger has more now.

    A page that cannot be read is a failure that remembers nothing of the page, so that it is tried again.
    """
    if seen.answer is None:
        return seen.look, 0
    job = Job(seen.look.url, partial(page_of, source, seen.answer, seen.look.url, seen.day))
    report = add_pages(path, [job], now=now, topics=topics)
    if report.stopped:
        raise RegestaError(report.stopped)
    if report.failures:
        return Look(seen.look.url, "failed", sentence=report.failures[0].sentence), 0
    look = replace(seen.look, notes=tuple(note for done in report.done for note in done.notes))
    return look, sum(done.added.status in ("new", "version") for done in report.done)


def page_of(source: WatchedSource, answer: Answer, url: str, day: str | None) -> Page:
    """Return the page that a server gave, with what its source says of it.

    ``day``, on which a list says that it was published, holds where the page itself names none. Raises
    :class:`RegestaError` when it cannot be read.
    """
    known = Source(url=url, publisher=source.publisher, country=source.country, language=source.language)
    page = read_bytes(answer.body, url, known, charset=answer.charset)
    told = replace(page.source, file=None)
    if told.published is None and day is not None:
        told = replace(told, published=day, published_basis="given")
    return replace(page, source=told)

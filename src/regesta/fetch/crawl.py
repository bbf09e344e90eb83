"""Going through a source once: one polite request at a time, what came of each page said as it comes."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from hashlib import sha256
from typing import Protocol

from regesta.fetch.answer import Answer
from regesta.fetch.finding import Link, in_feed, in_page, in_sitemap
from regesta.fetch.get import Fetcher, Refused
from regesta.fetch.robots import Manners, manners, site_of
from regesta.fetch.sources import WatchedSource
from regesta.model.fetched import Fate, Held, Look
from regesta.model.finding import RegestaError

TRIES = 3
LONGEST_WAIT = 120.0
_GONE = frozenset({404, 410})
_LATER = frozenset({429, 500, 502, 503, 504})
_SITEMAPS = 20


class Memory(Protocol):
    """What is known of pages that were fetched before."""

    def held(self, url: str) -> Held | None:
        """Return what is known of a page, None for one never seen."""

    def longest_unseen(self, source: str, most: int) -> list[str]:
        """Return pages of a source that were not looked at for longest, and are not gone."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What came of one page: ``answer`` is there for a new or changed one.

    ``day`` is when its list says that it was published.
    """

    look: Look
    answer: Answer | None = None
    day: str | None = None


@dataclass(slots=True)
class Pace:
    """Keeps the distance between requests to one site. ``sleep`` and ``clock`` count seconds."""

    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    last: dict[str, float] = field(default_factory=dict)

    def wait(self, site: str, delay: float) -> None:
        """Wait until ``delay`` seconds have gone by since the last request to ``site``."""
        before = self.last.get(site)
        if before is not None:
            left = before + delay - self.clock()
            if left > 0:
                self.sleep(left)
        self.last[site] = self.clock()


@dataclass(slots=True)
class Crawl:
    """Fetches the pages of sources. One serves a whole run, so that a site is asked once for its rules.

    ``again`` is how many pages that no list names any more are looked at in a run, so that a page that is
    edited or taken down in silence is noticed.
    """

    fetcher: Fetcher
    memory: Memory
    pace: Pace = field(default_factory=Pace)
    again: int = 20
    sites: dict[str, Manners] = field(default_factory=dict)

    def pages(self, source: WatchedSource) -> Iterator[Seen]:
        """Go through ``source``: what its list names, newest first, then pages not looked at for longest.

        Raises :class:`RegestaError` where the list itself cannot be had.
        """
        listed = [one for one in self._listed(source) if source.fits(one.url)][: source.most]
        known = {one.url for one in listed}
        rest = [url for url in self.memory.longest_unseen(source.id, self.again) if url not in known]
        for one in (*listed, *map(Link, rest)):
            yield self._look(source, one)

    def _listed(self, source: WatchedSource) -> Iterable[Link]:
        if source.addresses:
            return map(Link, source.addresses)
        if source.feed:
            return in_feed(self._get(source, source.feed, None), source.zone)
        if source.page:
            return map(Link, in_page(self._get(source, source.page, None)))
        assert source.sitemap is not None
        return map(Link, self._in_sitemaps(source, source.sitemap))

    def _in_sitemaps(self, source: WatchedSource, first: str) -> list[str]:
        waiting, seen, found = [first], {first}, list[str]()
        while waiting and len(seen) <= _SITEMAPS and len(found) < source.most:
            pages, more = in_sitemap(self._get(source, waiting.pop(0), None))
            found += [page for page in pages if source.fits(page)]
            waiting += [one for one in more if one not in seen]
            seen |= set(more)
        return found

    def _look(self, source: WatchedSource, link: Link) -> Seen:
        held = self.memory.held(link.url)
        try:
            answer = self._get(source, link.url, held)
        except RegestaError as problem:
            return Seen(Look(link.url, _fate_of(problem, held), sentence=str(problem)))
        if answer.unchanged:
            assert held is not None
            etag, last_modified = answer.etag or held.etag, answer.last_modified or held.last_modified
            return Seen(Look(link.url, "same", etag, last_modified, held.digest))
        digest = sha256(answer.body).hexdigest()
        same = held is not None and held.digest == digest and not held.gone
        fate: Fate = "same" if same else "changed" if held and held.digest else "new"
        look = Look(link.url, fate, answer.etag, answer.last_modified, digest)
        return Seen(look, None if same else answer, link.day)

    def _get(self, source: WatchedSource, url: str, held: Held | None) -> Answer:
        """Ask for a page as politely as its site wants; where it says "later", wait and ask again."""
        site = self._manners(source, url)
        if not site.allows(url):
            raise NotAllowed(f"{url}: the site asks robots to leave this page alone; leave it out.")
        delay = max(source.delay, site.delay or 0.0)
        for attempt in range(1, TRIES + 1):
            self.pace.wait(site_of(url), delay)
            try:
                known = held if held and not held.gone else None
                return self.fetcher.get(
                    url,
                    etag=known.etag if known else None,
                    last_modified=known.last_modified if known else None,
                )
            except Refused as problem:
                if problem.status not in _LATER or attempt == TRIES:
                    raise
                self.pace.sleep(_pause(problem.wait, attempt))
        raise AssertionError("the last attempt returns or raises")

    def _manners(self, source: WatchedSource, url: str) -> Manners:
        site = site_of(url)
        if site not in self.sites:
            self.pace.wait(site, source.delay)
            self.sites[site] = manners(self.fetcher, url)
        return self.sites[site]


class NotAllowed(RegestaError):
    """A page that its site asks robots to leave alone."""


def _fate_of(problem: RegestaError, held: Held | None) -> Fate:
    if isinstance(problem, NotAllowed):
        return "not_allowed"
    gone = isinstance(problem, Refused) and problem.status in _GONE
    return "gone" if gone and held else "failed"


def _pause(told: str | None, attempt: int) -> float:
    """Return how long to wait before the next attempt: as told, else longer each time, a little by chance."""
    said = _seconds(told)
    wanted = said if said is not None else 2.0**attempt * random.uniform(1.0, 1.5)
    return min(max(wanted, 0.0), LONGEST_WAIT)


def _seconds(told: str | None) -> float | None:
    """Return ``Retry-After`` in seconds: a number, or a date; None for neither."""
    if told is None:
        return None
    if told.strip().isdecimal():
        return float(told.strip())
    try:
        return parsedate_to_datetime(told).timestamp() - time.time()
    except ValueError:
        return None

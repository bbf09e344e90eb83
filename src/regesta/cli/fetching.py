"""``regesta fetch``, ``regesta watch`` and ``regesta sources``."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path

from regesta.cli.fetch_options import FetchJob
from regesta.cli.output import print_json, tell_notes
from regesta.cli.progress import looks
from regesta.cli.words import plain
from regesta.clock import now
from regesta.fetch.get import Fetcher
from regesta.fetch.run import Gone, fetch
from regesta.fetch.sources import WatchedSource, WatchedSources, read_sources, shipped_text
from regesta.model.fetched import FATES, Look
from regesta.model.finding import RegestaError

SOME_FAILED, NOTHING_DONE = 1, 2
_WORDS = {"not_allowed": "not allowed"}


def fetching(job: FetchJob) -> int:
    """Go through the sources once; the exit code is 0, 1 when something failed, 2 when nothing could be had.

    Raises :class:`RegestaError` for a file of sources that cannot be used and a source that it has not.
    """
    known = _sources(job)
    found = _gone_through(job, known)
    if job.form == "json":
        print_json([_object(one) for one in found])
    else:
        _print(found)
    return _code(found)


def watching(job: FetchJob, every: float) -> int:
    """Go through the sources every so many minutes until interrupted; the exit code is 0."""
    known = _sources(job)
    try:
        while True:
            begun = time.monotonic()
            _print(_gone_through(job, known))
            sys.stdout.flush()
            time.sleep(max(0.0, every * 60 - (time.monotonic() - begun)))
    except KeyboardInterrupt:
        sys.stderr.write("Stopped; what was fetched is in the ledger.\n")
        return 0


def sources() -> int:
    """Print the sources that ship with Regesta, to be kept as ``sources.toml``."""
    sys.stdout.write(shipped_text())
    return 0


def _gone_through(job: FetchJob, known: WatchedSources) -> list[Gone]:
    """Go through the sources; a terminal shows how far, or with ``verbose`` each page has its line."""
    with looks() as looked, Fetcher(allowed=frozenset(known.allowed)) as fetcher:

        def after(source: str, look: Look) -> None:
            if job.verbose:
                _told(source, look)
            else:
                looked(source, look.url)

        return fetch(job.ledger, known.source, fetcher, clock=now, topics=job.topics, after=after)


def _sources(job: FetchJob) -> WatchedSources:
    """Return the sources that are asked for, all of the file where none is named."""
    if not job.sources.is_file():
        raise RegestaError(
            f"There is no {job.sources}; `regesta sources > sources.toml` gives one to begin with."
        )
    known = read_sources(job.sources)
    chosen = _chosen(known, job.names, job.sources)
    return known.model_copy(update={"source": chosen})


def _chosen(known: WatchedSources, names: Sequence[str], path: Path) -> tuple[WatchedSource, ...]:
    by_id = {one.id: one for one in known.source}
    for name in names:
        if name not in by_id:
            raise RegestaError(f"{path} has no source {name!r}; it has {', '.join(by_id)}.")
    return tuple(by_id[name] for name in dict.fromkeys(names)) or known.source


def _told(source: str, look: Look) -> None:
    sys.stderr.write(f"{source}: {_WORDS.get(look.fate, look.fate)}: {plain(look.url)}\n")


def _print(found: Sequence[Gone]) -> None:
    for one in found:
        counts = one.counts
        told = [f"{counts[fate]} {_WORDS.get(fate, fate)}" for fate in FATES if fate in counts]
        sys.stdout.write(f"{one.source}: {', '.join(told) or 'no pages'}.\n")
    failures = [sentence for one in found for sentence in one.failures]
    if failures:
        sys.stderr.write("Failed:\n")
        sys.stderr.writelines(f"  {plain(sentence)}\n" for sentence in failures)
    tell_notes([(look.url, note) for one in found for look in one.looks for note in look.notes])


def _object(one: Gone) -> dict[str, object]:
    return {
        "source": one.source,
        "added": one.added,
        "failure": one.sentence,
        "pages": [
            {"url": look.url, "fate": look.fate, "failure": look.sentence, "notes": list(look.notes)}
            for look in one.looks
        ],
    }


def _code(found: Sequence[Gone]) -> int:
    if not any(one.failures for one in found):
        return 0
    had = any(look.fate in ("new", "changed", "same") for one in found for look in one.looks)
    return SOME_FAILED if had else NOTHING_DONE

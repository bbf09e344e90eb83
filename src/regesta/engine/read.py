"""The order of the stages for one document, and their timing."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from regesta.model.document import Page
from regesta.model.reading import Reading
from regesta.reading import dateline
from regesta.records.build import read_records
from regesta.rules.force import in_force
from regesta.rules.packs import Pack, additions_of, packs_with
from regesta.rules.states import States, states
from regesta.rules.version import rules_version
from regesta.structure import outline

Clock = Callable[[], float]


def read_document(page: Page, *, topics: tuple[Path, ...] = (), clock: Clock = time.perf_counter) -> Reading:
    """Read one page: outline, mentions and records. ``topics`` are further pack files.

    Pure but for the stage timings (seconds by ``clock``): the same page and rules give the same records
    and ids. Raises :class:`RegestaError` only for a pack that cannot be used, never for a text.
    """
    return read_with(page, packs_with(topics), rules_version(topics), clock)


def read_with(page: Page, packs: tuple[Pack, ...], version: str, clock: Clock = time.perf_counter) -> Reading:
    """Read one page with ``packs``, and no others; ``version`` is that of the rules. As pure as above."""
    started = clock()
    page = _dated(page)
    shape = outline(page)
    outlined = clock()
    with in_force(additions_of(packs)):
        document, records = read_records(page, shape, _states(packs), packs)
    done = clock()
    timings = (("structure", outlined - started), ("records", done - outlined))
    return Reading(page, document, records, version, timings)


def _dated(page: Page) -> Page:
    """Give a page whose publication date nobody gave the one of its own date line, marked as stated."""
    if page.source.published is not None:
        return page
    line = dateline(page.text)
    if line is None:
        return page
    return replace(page, source=replace(page.source, published=line.date, published_basis="stated"))


@lru_cache(maxsize=8)
def _states(packs: tuple[Pack, ...]) -> States:
    """The shipped states and those that packs declare."""
    extra = [entry for pack in packs for entry in pack.states]
    return states().with_extra(extra) if extra else states()

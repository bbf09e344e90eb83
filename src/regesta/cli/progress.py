"""A progress bar for long work, on standard error and only when that is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.markup import escape
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from regesta.cli.output import console
from regesta.cli.words import plain

LONG = 5
_WIDEST = 60


@contextmanager
def progress(what: str, total: int) -> Iterator[Callable[[], None]]:
    """Give a function that counts one piece of work as done; short work shows no bar."""
    if total < LONG or not sys.stderr.isatty():
        yield _nothing
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total)
        yield lambda: bar.advance(task)


@contextmanager
def looks() -> Iterator[Callable[[str, str], None]]:
    """Give a function that is told of each page of a source, and shows how many of it were looked at."""
    if not sys.stderr.isatty():
        yield _told_nothing
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        TextColumn("{task.completed:.0f} looked at"),
    )
    with Progress(*columns, TimeElapsedColumn(), console=console(stderr=True), transient=True) as shown:
        tasks: dict[str, TaskID] = {}

        def looked(source: str, url: str) -> None:
            if source not in tasks:
                tasks[source] = shown.add_task(escape(source), total=None)
            last = escape(plain(url)[-_WIDEST:])
            shown.update(tasks[source], advance=1, description=f"{escape(source)}: {last}")

        yield looked


def _told_nothing(_source: str, _url: str) -> None:
    """Show nothing."""


def _nothing() -> None:
    """Count nothing."""

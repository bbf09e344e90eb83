"""A progress bar for long work, on standard error and only when that is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from regesta.cli.output import console

LONG = 5


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


def _nothing() -> None:
    """Count nothing."""

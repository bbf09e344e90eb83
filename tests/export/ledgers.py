"""Ledgers for the tests of exports, and exports of them as they would be written."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from regesta.export import Source, form_named
from regesta.ledger import Ledger
from regesta.model.reading import Reading
from regesta.query import Filters
from regesta.work.linking import link
from tests.ledger.readings import full_reading, reading

NOW = "2031-06-01T00:00:00Z"
AWKWARD = (
    "Costs & gains: 50% of $5 for #1_a {or \\b} <i>~c^d</i> “é”\x07 by Ödön\u2028and “others”\n"
    "They met on 5 May 2031.\n"
)
"""A text whose first line holds what BibTeX, RIS, HTML and XML take for their own."""


def filled(path: Path, *readings: Reading) -> Path:
    """Make a ledger of these readings whose views across documents are up to date."""
    with Ledger.open(path, create=True) as ledger:
        for one in readings:
            ledger.add(one, now=NOW)
        link(ledger, now=NOW)
    return path


def two(path: Path) -> Path:
    """A readout with a record of every kind, and a page with an awkward title and an uncertain day."""
    awkward = reading(
        AWKWARD,
        file="a/b.txt",
        url=None,
        published="2031-05-01/2031-05-10",
        published_basis="inferred",
    )
    return filled(path, full_reading(), awkward)


def source(ledger: Ledger, address: str | None = None, **filters: Any) -> Source:
    """What an export is written from."""
    return Source(ledger, NOW, Filters(**filters), (), address)


def text(path: Path, form: str, address: str | None = None, **filters: Any) -> str:
    """An export of lines, as it would stand in a file."""
    with Ledger.open(path) as ledger:
        return "".join(f"{line}\n" for line in form_named(form).lines(source(ledger, address, **filters)))


def data(path: Path, form: str, **filters: Any) -> bytes:
    """An export of bytes, as it would stand in a file."""
    stream = io.BytesIO()
    with Ledger.open(path) as ledger:
        form_named(form).write(source(ledger, **filters), stream)
    return stream.getvalue()

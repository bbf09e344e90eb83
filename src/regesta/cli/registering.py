"""The register as it is printed for people."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from rich.padding import Padding
from rich.text import Text

from regesta.cli.output import console
from regesta.cli.words import plain
from regesta.export.columns import corrected
from regesta.query import RegisterRow

_PARTS = ", "


def print_register(rows: Sequence[RegisterRow]) -> None:
    """Print the entries: a head with place, date, abstract, publisher and citation; under it its parts.

    What stands under a head is cited as "ibid." with its place in the same document.
    """
    if not rows:
        sys.stderr.write("Nothing found.\n")
        return
    out = console()
    for index, row in enumerate(rows):
        if row.level == 0:
            out.print(*([Text()] if index else []), _head(row), sep="\n")
            out.print(_line(row.abstract, 2))
            cited = f"Published by {row.published_by}: {row.citation}"
        else:
            out.print(_line(f"– {row.abstract}", 4))
            cited = _PARTS.join(["ibid.", *whereabouts(row.citation, row.document.citation)])
        out.print(_line(f"{cited} [{row.id}]", 6, "dim"))
        for words in corrected(row):
            out.print(_line(f"Corrected: {words}", 6, "yellow"))


def whereabouts(citation: str, whole: str) -> list[str]:
    """Return the parts of a citation that say where in the document, given that of the document."""
    cited, shared = citation.split(_PARTS), whole.split(_PARTS)
    start = 0
    while start < min(len(cited), len(shared)) and cited[start] == shared[start]:
        start += 1
    rest = len(shared) - start
    return cited[start : len(cited) - rest]


def _head(row: RegisterRow) -> Text:
    parties = f" · {'–'.join(row.parties)}" if row.parties else ""
    return Text(plain(f"{row.place}, {row.date}{parties}"), style="bold cyan")


def _line(words: str, indent: int, style: str = "") -> Padding:
    return Padding(Text(plain(words), style=style), (0, 0, 0, indent), expand=False)

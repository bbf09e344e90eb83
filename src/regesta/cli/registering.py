"""The register as it is printed for people."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence

from rich.padding import Padding
from rich.text import Text

from regesta.cli.output import console
from regesta.cli.words import plain
from regesta.export.columns import corrected
from regesta.query import RegisterRow
from regesta.query.abstract import quoted
from regesta.query.dates import inferred
from regesta.rules.abstracts import abstracts

_PARTS = ", "
_Numbers = Mapping[str, int]


def print_register(rows: Sequence[RegisterRow]) -> None:
    """Print the entries: a head with place, date and abstract, and who tells of it; under it its parts.

    What stands under a head is cited as "ibid." with its place in the same document. Where several
    documents tell of a meeting they are numbered, and what stands under it is cited by side and
    number. What has no date stands under a line of its own at the end.
    """
    if not rows:
        sys.stderr.write("Nothing found.\n")
        return
    out = console()
    numbers: _Numbers = {}
    dated = True
    for index, row in enumerate(rows):
        if row.level == 0:
            numbers = _numbers(row)
            apart = index > 0 and dated and row.earliest is None
            dated = row.earliest is not None
            out.print(*([Text()] if index else []), *(_undated() if apart else []), _head(row), sep="\n")
            out.print(*_told(row, numbers), sep="\n")
        else:
            out.print(_line(f"– {row.abstract}", 4))
            out.print(_line(f"{_whence(row, numbers)} [{row.id}]", 6, "dim"))
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


def _undated() -> list[Text]:
    return [Text("Without a date", style="bold"), Text()]


def _numbers(head: RegisterRow) -> _Numbers:
    """Number the documents that tell of a meeting, where there are several."""
    documents = dict.fromkeys(one.row.document.id for one in head.tellings)
    return {id_: number for number, id_ in enumerate(documents, 1)} if len(documents) > 1 else {}


def _told(row: RegisterRow, numbers: _Numbers) -> Iterator[Padding]:
    """Yield the lines beneath the head of an entry."""
    yield _line(row.abstract, 2)
    if not row.tellings:
        yield _line(f"Published by {row.published_by}: {row.citation} [{row.id}]", 6, "dim")
    words = abstracts().tellings
    for document in dict.fromkeys(one.row.document.id for one in row.tellings):
        same = [one for one in row.tellings if one.row.document.id == document]
        first = min(same, key=lambda one: list(words).index(one.role))
        number = f"{numbers[document]}. " if numbers else ""
        ids = "; ".join(str(one.row.id) for one in same)
        told = f"{words[first.role]} {first.published_by}: {first.row.citation} [{ids}]"
        yield _line(f"{number}{told}", 6, "dim")
    if row.because and inferred(row.basis):
        yield _line(f"Its date ({row.basis}) rests on {_rests(row, numbers)}", 6, "dim")
    for one in row.differing:
        values = "; ".join(f"{value} ({', '.join(sides)})" for value, sides in one.values)
        yield _line(f"Given differently, {one.field}: {values}", 6)
    if row.within is not None:
        yield _line(f"During the visit of {row.within.date} [{row.within.id}]", 6, "dim")


def _rests(row: RegisterRow, numbers: _Numbers) -> str:
    """Say on which words a date rests, and where they stand: those cited above shortly."""
    above = {(one.row.document.id, one.row.span) for one in row.tellings}
    own = [one for one in row.because if (one.place.document, one.place.span) in above]
    others = [one for one in row.because if (one.place.document, one.place.span) not in above]
    short = [(one, f"{numbers[one.place.document]} above" if numbers else "as cited above") for one in own]
    told = (*short, *((one, one.citation) for one in others))
    return "; ".join(f"{quoted(one.place.quote)}, {where}" for one, where in told)


def _whence(row: RegisterRow, numbers: _Numbers) -> str:
    where = whereabouts(row.citation, row.document.citation)
    if not numbers:
        return _PARTS.join(["ibid.", *where])
    return _PARTS.join([f"{row.published_by} ({numbers[row.document.id]})", *where])


def _head(row: RegisterRow) -> Text:
    parties = f" · {'–'.join(row.parties)}" if row.parties else ""
    return Text(plain(f"{row.place}, {row.date}{parties}"), style="bold cyan")


def _line(words: str, indent: int, style: str = "") -> Padding:
    return Padding(Text(plain(words), style=style), (0, 0, 0, indent), expand=False)

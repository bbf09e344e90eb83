"""A meeting with all its mentions, as ``regesta show`` prints it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.padding import Padding
from rich.text import Text

from regesta.cli.words import plain
from regesta.export.histories import cited_json
from regesta.model.links import Joined
from regesta.query import JoinedRow, MeetingRow
from regesta.query.dates import in_words


def meeting_lines(row: JoinedRow) -> Iterator[Text | Padding]:
    """Yield what holds across documents: the date and what it rests on, every mention, visit and series."""
    one = row.joined
    documents = f"{row.documents} document{'' if row.documents == 1 else 's'}"
    yield Text(f"One meeting in {documents} [{one.id}]", style="bold cyan")
    yield _line(f"{in_words(one.dated.when, one.dated.basis)}: {_told(one)}", 2)
    for words in row.because:
        yield _line(f"its date ({one.dated.basis}) rests on “{words.place.quote}”", 4)
        yield _line(words.citation, 8, "dim")
    for mention in row.mentions:
        yield _line(f"{mention.status}: “{mention.quote}”", 4)
        yield _line(f"{mention.citation} [{mention.id}]", 8, "dim")
    for words in row.occasions:
        yield _line(f"occasion: “{words.place.quote}”", 4)
        yield _line(words.citation, 8, "dim")
    for name, other in (("within", row.visit), ("before it", row.before), ("after it", row.after)):
        if other is not None:
            yield _line(f"{name}: {_short(other)}", 2)
    for other in row.contains:
        yield _line(f"contains: {_short(other)}", 2)


def meeting_json(row: JoinedRow) -> dict[str, Any]:
    """Return the same for programs."""
    one = row.joined
    return {
        "id": one.id,
        "when": one.dated.when,
        "when_basis": one.dated.basis,
        "because": [cited_json(words) for words in row.because],
        "status": one.status,
        "format": one.format,
        "medium": one.medium,
        "parties": list(one.parties),
        "place": one.place,
        "country": one.country,
        "mentions": [_mention(mention) for mention in row.mentions],
        "occasions": [cited_json(words) for words in row.occasions],
        "within": row.visit.id if row.visit else None,
        "contains": [other.id for other in row.contains],
        "series": one.series,
        "round": one.round,
        "before": row.before.id if row.before else None,
        "after": row.after.id if row.after else None,
    }


def _mention(row: MeetingRow) -> dict[str, Any]:
    return {
        "id": row.id,
        "document": row.document.id,
        "file": row.document.file,
        "status": row.status,
        "span": list(row.span),
        "quote": row.quote,
        "citation": row.citation,
    }


def _told(one: Joined) -> str:
    where = [place for place in (one.place, one.country) if place]
    return ", ".join(
        [one.format.replace("_", " "), one.status.replace("_", " "), "–".join(one.parties), *where]
    )


def _short(one: Joined) -> str:
    return f"{in_words(one.dated.when, one.dated.basis)}, {_told(one)} [{one.id}]"


def _line(words: str, indent: int, style: str = "") -> Padding:
    return Padding(Text(plain(words), style=style), (0, 0, 0, indent), expand=False)

"""``regesta versions``: pages that were read again with other words, and what hung on those words."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.padding import Padding
from rich.text import Text

from regesta import query
from regesta.cli.output import console, print_json, print_rows
from regesta.cli.words import plain
from regesta.export.table import Column
from regesta.ledger import Ledger
from regesta.model.finding import Place
from regesta.model.versions import Change, Hold
from regesta.query import DocumentRow, EditRow, Hanging

_KINDS = ("changed", "gone", "new", "moved")
_LIST = (
    Column("url", lambda texts: texts[0].url),
    Column("versions", len),
    Column("first", lambda texts: texts[0].added_at[:10]),
    Column("last", lambda texts: texts[-1].added_at[:10]),
    Column("current", lambda texts: texts[-1].id),
    Column("title", lambda texts: texts[-1].title),
    Column("ids", lambda texts: [row.id for row in texts], shown=False),
)
_TEXTS = (
    Column("id", lambda row: row.id),
    Column("version", lambda row: row.version),
    Column("current", lambda row: row.current),
    Column("added", lambda row: row.added_at[:10]),
    Column("published", lambda row: row.published),
    Column("title", lambda row: row.title),
    Column("citation", lambda row: row.citation, shown=False),
)


@dataclass(frozen=True, slots=True)
class VersionsJob:
    """What ``versions`` was asked: the ledger, one document or all, the difference too, the form."""

    ledger: Path
    document: str | None
    diff: bool
    as_json: bool


def versioning(job: VersionsJob) -> int:
    """Print the addresses with several texts, the texts of one, or how they differ; the exit code is 0.

    Raises :class:`RegestaError` when the document is not there, or several fit.
    """
    form = "json" if job.as_json else "table"
    with Ledger.open(job.ledger) as ledger:
        if job.diff:
            rows = query.edits(ledger, job.document)
            _print_diff(rows, job.as_json)
            return 0
        chains = query.versions(ledger, job.document)
    if job.document is None:
        print_rows(chains, _LIST, form)
    else:
        print_rows([row for texts in chains for row in texts], _TEXTS, form)
    return 0


def _print_diff(rows: Sequence[EditRow], as_json: bool) -> None:
    if as_json:
        print_json([_edit(row) for row in rows])
    elif rows:
        _print(rows)
    else:
        sys.stderr.write("No text has changed.\n")


def _print(rows: Sequence[EditRow]) -> None:
    out = console()
    for index, row in enumerate(rows):
        out.print(*([Text()] if index else []), Text(plain(_title(row)), style="bold"), sep="\n")
        out.print(Text(_sum(row)))
        for change, hanging in zip(row.edit.changes, row.hanging, strict=True):
            out.print(Text())
            for text, indent in _lines(change, hanging):
                out.print(Padding(text, (0, 0, 0, indent), expand=False))
        if row.whole:
            out.print(Text(), Text("on the earlier text as a whole"), sep="\n")
            for one in row.whole:
                out.print(Padding(Text(plain(_hangs(one))), (0, 0, 0, 4), expand=False))


def _title(row: EditRow) -> str:
    return f"{row.after.url or row.after.id}: version {_named(row.before)} and version {_named(row.after)}"


def _named(row: DocumentRow) -> str:
    return f"{row.version} ({row.id}, added {row.added_at[:10]})"


def _sum(row: EditRow) -> str:
    if not row.edit.changes:
        return "The words are the same; white space or layout differ."
    told = [f"{count} {kind}" for kind in _KINDS if (count := row.edit.count(kind))]  # type: ignore[arg-type]
    return f"Sentences: {', '.join(told)}, {row.edit.same} the same."


def _lines(change: Change, hanging: Sequence[Hanging]) -> Iterator[tuple[Text, int]]:
    yield Text(change.kind, style="bold cyan"), 0
    if change.old is not None and change.kind != "moved":
        yield Text("- ").append_text(_marked(change.old, change.went, "[-", "-]", "red")), 2
    if change.new is not None:
        sign = "> " if change.kind == "moved" else "+ "
        yield Text(sign).append_text(_marked(change.new, change.came, "{+", "+}", "green")), 2
    for hold in change.stood if change.kind != "moved" else ():
        yield Text(plain(_stood(hold, change))), 4
    for hold in change.fresh if change.kind != "moved" else ():
        yield Text(plain(f"{hold.ref.kind} {hold.ref.id} is read from the later words")), 4
    for one in hanging:
        yield Text(plain(_hangs(one))), 4


def _marked(place: Place, runs: Sequence[Place], begin: str, end: str, style: str) -> Text:
    """Return the words of a sentence on one line, those that differ between marks."""
    text, at = Text(), place.span.start
    for run in runs:
        text.append(_flat(place.quote[at - place.span.start : run.span.start - place.span.start]))
        text.append(f"{begin}{_flat(run.quote)}{end}", style=style)
        at = run.span.end
    return text.append(_flat(place.quote[at - place.span.start :]))


def _flat(words: str) -> str:
    """Return words on one line; white space at either end stays, as one space."""
    inner = plain(words)
    if not inner:
        return " " if words else ""
    return f"{' ' * words[0].isspace()}{inner}{' ' * words[-1].isspace()}"


def _stood(hold: Hold, change: Change) -> str:
    said = f"{hold.ref.kind} {hold.ref.id} stood on the earlier words"
    if hold.heir is not None:
        return f"{said}; {hold.heir.id} stands on the later ones"
    if change.new is None:
        return f"{said}; they are gone"
    return f"{said}; no {hold.ref.kind} is read from the later ones"


def _hangs(one: Hanging) -> str:
    what = f"{one.field or ''} = {one.value}".strip() if one.value is not None else one.field or ""
    judged = f"{one.kind} {what}".strip().replace("_", " ")
    said = f"{one.verdict} by {one.by} on {one.at[:10]}: {judged} of {one.record} [{one.id}]"
    if one.orphaned:
        return f"{said}; orphaned: {one.why}"
    return f"{said}; {one.fate}{f', {one.why}' if one.why else ''}"


def _edit(row: EditRow) -> dict[str, Any]:
    return {
        "url": row.after.url,
        "before": _text(row.before),
        "after": _text(row.after),
        "same": row.edit.same,
        "changes": [
            _change(change, hanging) for change, hanging in zip(row.edit.changes, row.hanging, strict=True)
        ],
        "whole": [_hanging(one) for one in row.whole],
    }


def _text(row: DocumentRow) -> dict[str, Any]:
    return {
        "document": row.id,
        "version": row.version,
        "added_at": row.added_at,
        "published": row.published,
        "citation": row.citation,
    }


def _change(change: Change, hanging: Sequence[Hanging]) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "old": change.old and _place(change.old),
        "new": change.new and _place(change.new),
        "went": [_place(run) for run in change.went],
        "came": [_place(run) for run in change.came],
        "stood": [_hold(hold) | {"heir": hold.heir and hold.heir.id} for hold in change.stood],
        "stands": [_hold(hold) for hold in change.stands],
        "hanging": [_hanging(one) for one in hanging],
    }


def _hold(hold: Hold) -> dict[str, Any]:
    return {"kind": hold.ref.kind, "id": hold.ref.id} | _place(hold.place)


def _place(place: Place) -> dict[str, Any]:
    return {"document": place.document, "span": list(place.span), "quote": place.quote}


def _hanging(one: Hanging) -> dict[str, Any]:
    names = (
        "id",
        "kind",
        "verdict",
        "value",
        "field",
        "by",
        "at",
        "note",
        "record",
        "fate",
        "why",
        "orphaned",
    )
    return {name: getattr(one, name) for name in names} | {"place": _place(one.place)}

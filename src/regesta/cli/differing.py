"""How the changes between two runs are printed."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from regesta.cli.output import print_json
from regesta.cli.words import plain
from regesta.export.table import cell
from regesta.model.finding import RegestaError
from regesta.quality import Change, Record, Run, apart, changes

SIGNS = {"gained": "+", "lost": "-", "changed": "~"}
WIDTH = 160
TELLING = {
    "meetings": ("format", "status", "when", "place", "participants"),
    "statements": ("act", "negated", "actors", "addressee"),
    "commitments": ("who", "due", "strength"),
    "requests": ("who", "of", "act", "again", "due"),
    "terms": ("concept",),
    "unread": ("reason",),
}
"""The fields that are shown of a record that came or went."""


def print_changes(before: Run, now: Run, *, as_json: bool) -> bool:
    """Print what ``now`` has otherwise than ``before``; say whether anything differs.

    Documents that only one of the runs has are named on standard error and not compared. Raises
    :class:`RegestaError` when the two have none in common.
    """
    gone, new = apart(before, now)
    if len(new) == len(now.documents):
        raise RegestaError("The run has none of the documents that were read; name the texts it was made of.")
    for files, where in ((gone, "only in the run"), (new, "not in the run")):
        if files:
            sys.stderr.write(f"Not compared, {where}: {', '.join(map(plain, files))}.\n")
    found = list(changes(before, now))
    if as_json:
        print_json([_object(change) for change in found])
    else:
        _print(found)
    return bool(found)


def _object(change: Change) -> dict[str, Any]:
    one = change.record
    told: dict[str, Any] = {"file": change.file, "change": change.sort, "kind": one.kind}
    told |= {"span": list(one.span), "quote": one.quote}
    if change.sort == "changed":
        return told | {"fields": {name: {"from": a, "to": b} for name, (a, b) in change.fields.items()}}
    return told | {"says": one.says}


def _print(found: Sequence[Change]) -> None:
    """Print the changes document by document, then the counts of all."""
    file = None
    for change in found:
        if change.file != file:
            file = change.file
            sys.stdout.write(f"{plain(file)}\n")
        sys.stdout.writelines(f"  {line}\n" for line in _shown(change))
    sorts = Counter(change.sort for change in found)
    sys.stdout.write(", ".join(f"{sorts[sort]} {sort}" for sort in SIGNS) + _by_kind(found) + "\n")


def _by_kind(found: Sequence[Change]) -> str:
    """The counts of kinds and, of what changed, of fields."""
    kinds = Counter(f"{SIGNS[change.sort]}{change.record.kind}" for change in found)
    names = Counter(f"{change.record.kind} {name}" for change in found for name in change.fields)
    told = [f"{name} {count}" for counts in (kinds, names) for name, count in sorted(counts.items())]
    return f" ({', '.join(told)})" if told else ""


def _shown(change: Change) -> Iterator[str]:
    """A change as a line, and a line for each field that says something else."""
    one = change.record
    words = f": {_short(one.quote)}" if one.quote else ""
    said = "" if change.sort == "changed" else f" [{_says(one)}]"
    yield f"{SIGNS[change.sort]} {one.kind}{words}{said}"
    for name, (was, now) in change.fields.items():
        show = _value if _value(was) != _value(now) else _whole
        yield f"    {name}: {show(was)} → {show(now)}"


def _says(one: Record) -> str:
    """What a record says, by the fields of its kind that tell most."""
    told = {name: one.says.get(name) for name in TELLING.get(one.kind, one.says)}
    return _short(", ".join(f"{name} {_value(value)}" for name, value in told.items() if value))


def _value(value: object) -> str:
    """A value as words; of a person or party the name and the side."""
    if isinstance(value, dict) and "name" in value:
        return f"{value['name']} ({value.get('country')})"
    if isinstance(value, list):
        return _short("; ".join(map(_value, value))) or "none"
    return _short(cell(value)) or "none"


def _whole(value: object) -> str:
    """A value with all that it holds, for two that differ in what is not shown otherwise."""
    return plain(json.dumps(value, ensure_ascii=False))


def _short(words: str) -> str:
    line = plain(words)
    return line if len(line) <= WIDTH else f"{line[: WIDTH - 1].rstrip()}…"

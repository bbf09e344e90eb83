"""What a change of rules gains and loses: the records of a folder, document by document.

    python -m benchmarks.changes pin  [FOLDER] [--to FILE]
    python -m benchmarks.changes show [FOLDER] [--to FILE]

``pin`` writes down what the reader finds now; ``show`` reads again and prints what came (+), went
(-) or reads otherwise (~) since then. A record is the same one while it keeps its kind and half of
its words; ids, acts, actors and spans are compared. Without a folder: the samples. The pinned file
lies in ``benchmarks/pinned/``, which git leaves alone. ``show`` ends with 1 where anything differs.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.corpora import ROOT, corpora
from regesta.engine.read import read_document
from regesta.model.records import Records
from regesta.reading import read_file

PINNED = ROOT / "benchmarks" / "pinned"
SIGNS = {"gained": "+", "lost": "-", "changed": "~"}
WIDTH = 90

Record = dict[str, Any]
Documents = dict[str, list[Record]]


class Change(NamedTuple):
    """One record that is not as it was; ``before`` or ``after`` is None where there is none."""

    sort: str
    before: Record | None
    after: Record | None


def read(folder: Path) -> Documents:
    """Read every text of ``folder`` (with its SOURCES.tsv and pack.yml) into plain records."""
    [corpus] = corpora([str(folder)])
    documents = {}
    for path, source in corpus.files:
        page = read_file(path, source)
        records = read_document(page, topics=corpus.packs).records
        documents[path.relative_to(folder).as_posix()] = list(_plain(records, page.text))
    return documents


def _plain(records: Records, text: str) -> Iterator[Record]:
    """The records of one document: kind, id, span, words, and what they say."""
    for meeting in records.meetings:
        people = [actor.name for actor in meeting.participants]
        says = [meeting.format, meeting.status, meeting.when, meeting.place, *people]
        yield _record("meeting", meeting.id, meeting.span.of(text), meeting.span, says)
    for said in records.statements:
        actors = [f"{actor.name} ({actor.country})" for actor in said.actors]
        negated = ["negated"] if said.negated else []
        yield _record("statement", said.id, said.span.of(text), said.span, [said.act, *negated, *actors])
    for promise in records.commitments:
        says = [promise.due, f"strength {promise.strength}", *promise.who]
        yield _record("commitment", promise.id, promise.span.of(text), promise.span, says)
    for term in records.terms:
        yield _record("term", term.id, term.span.of(text), term.span, [term.concept])
    for left in records.unread:
        yield _record("unread", "", left.span.of(text), left.span, [left.reason])


def _record(kind: str, ident: str, words: str, span: Sequence[int], says: Sequence[object]) -> Record:
    return {"kind": kind, "id": ident, "span": list(span), "words": " ".join(words.split()), "says": [*says]}


def changes(before: Sequence[Record], after: Sequence[Record]) -> list[Change]:
    """What differs between two readings of one document, in the order of the text."""
    gone = [record for record in before if record not in after]
    new = [record for record in after if record not in before]
    found = []
    for record in gone:
        other = max(new, key=partial(_shared, record), default=None)
        if other is None or not _same(record, other):
            found.append(Change("lost", record, None))
            continue
        new.remove(other)
        found.append(Change("changed", record, other))
    found += [Change("gained", None, record) for record in new]
    return sorted(found, key=lambda change: (change.after or change.before or {})["span"])


def _same(one: Record, other: Record) -> bool:
    shorter: int = min(record["span"][1] - record["span"][0] for record in (one, other))
    return _shared(one, other) * 2 >= shorter > 0


def _shared(one: Record, other: Record) -> int:
    """How many characters two records of one kind share."""
    if one["kind"] != other["kind"]:
        return 0
    ends: int = min(one["span"][1], other["span"][1]) - max(one["span"][0], other["span"][0])
    return max(0, ends)


def lines(before: Documents, after: Documents) -> Iterator[str]:
    """Each document that differs with its changes, then the counts of all."""
    counts = dict.fromkeys(SIGNS, 0)
    for file in sorted({*before, *after}):
        found = changes(before.get(file, []), after.get(file, []))
        if found:
            yield file
        for change in found:
            counts[change.sort] += 1
            yield from (f"  {line}" for line in _shown(change))
    yield ", ".join(f"{count} {sort}" for sort, count in counts.items())


def _shown(change: Change) -> Iterator[str]:
    """A change as one line, or two where the record reads otherwise."""
    record = change.after or change.before or {}
    words = record["words"] if len(record["words"]) <= WIDTH else record["words"][: WIDTH - 1] + "…"
    yield f"{SIGNS[change.sort]} {record['kind']}: {words} [{_says(record)}]"
    if change.before is not None and change.after is not None:
        was = change.before
        moved = "" if was["span"] == record["span"] else f" at {was['span']}, now {record['span']}"
        yield f"    was [{_says(was)}]{moved}"


def _says(record: Mapping[str, Any]) -> str:
    return ", ".join(str(value) for value in record["says"] if value is not None)


def pin(folder: Path, target: Path) -> int:
    """Write the records of ``folder`` to ``target``."""
    if not target.parent.is_dir():
        target.parent.mkdir(parents=True)
        (target.parent / ".gitignore").write_text("*\n", encoding="utf-8")
    documents = read(folder)
    target.write_text(json.dumps(documents, ensure_ascii=False, indent=1), encoding="utf-8")
    sys.stdout.write(
        f"{sum(map(len, documents.values()))} records of {len(documents)} documents in {target}\n"
    )
    return 0


def show(folder: Path, target: Path) -> int:
    """Print what differs from ``target``: 0 if nothing does, 1 if something, 2 if there is no such file."""
    if not target.is_file():
        sys.stderr.write(f"{target}: nothing is pinned there; run pin first.\n")
        return 2
    shown = list(lines(json.loads(target.read_text("utf-8")), read(folder)))
    sys.stdout.write("\n".join(shown) + "\n")
    return int(len(shown) > 1)


def main(arguments: Sequence[str]) -> int:
    """Pin or show; see the head of the module."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.changes", description="Gains and losses.")
    parser.add_argument("what", choices=("pin", "show"))
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "samples")
    parser.add_argument("--to", type=Path, help="the pinned file")
    given = parser.parse_args(arguments)
    target = given.to or PINNED / f"{given.folder.resolve().name}.json"
    return (pin if given.what == "pin" else show)(given.folder, target)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

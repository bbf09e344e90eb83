"""Runs: what was read from texts at one time, written down to be laid beside a later reading.

A run is JSON Lines: a head with the version of the rules, then one document a line with its records.
Words stand for spans inside a record, so that a run can be read without the texts.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from typing import Any

from regesta.model.finding import RegestaError
from regesta.model.reading import Reading
from regesta.model.span import Span

FORM = "regesta run 1"
FACTS = ("sha256", "publisher", "side", "counterpart", "kind", "language", "title", "published")
KINDS = ("meetings", "statements", "commitments", "requests", "terms", "repeated", "unread")


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its kind, where it stands, its words, and what its fields say in terms of JSON."""

    kind: str
    span: Span
    quote: str
    says: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Run:
    """The records of documents by name, and the version of the rules that read them."""

    rules: str
    documents: Mapping[str, tuple[Record, ...]]

    @property
    def records(self) -> int:
        """How many records there are, the facts of the documents apart."""
        return sum(one.kind != "document" for records in self.documents.values() for one in records)


def run_of(readings: Iterable[Reading]) -> Run:
    """The run that ``readings`` make; each must have the name of its file."""
    documents, rules = {}, ""
    for reading in readings:
        documents[reading.page.source.file or ""] = tuple(_records(reading))
        rules = reading.rules_version
    return Run(rules, documents)


def _records(reading: Reading) -> Iterator[Record]:
    """The facts of a document as a record without a place, then its records in order of kind."""
    text = reading.page.text
    facts = {name: getattr(reading.document, name) for name in FACTS}
    yield Record("document", Span(0, 0), "", facts)
    for kind in KINDS:
        for item in getattr(reading.records, kind):
            span = item.again if kind == "repeated" else item.span
            says = _plain(item, text)
            says.pop("span", None)
            yield Record(kind, span, span.of(text), says)


def _plain(value: object, text: str) -> Any:
    """A value in terms of JSON; spans become their words."""
    if isinstance(value, Span):
        return value.of(text)
    if isinstance(value, tuple | list):
        return [_plain(one, text) for one in value]
    if is_dataclass(value):
        return {one.name: _plain(getattr(value, one.name), text) for one in fields(value)}
    return value


def lines(run: Run) -> Iterator[str]:
    """The lines of the file that holds ``run``."""
    yield json.dumps({"form": FORM, "rules": run.rules})
    for file, records in run.documents.items():
        listed = [[one.kind, list(one.span), one.quote, one.says] for one in records]
        yield json.dumps({"file": file, "records": listed}, ensure_ascii=False)


def read_run(path: Path) -> Run:
    """Read a run that was saved; raise :class:`RegestaError` for a file that is none."""
    try:
        head, *listed = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]
        if head["form"] != FORM:
            raise ValueError(head["form"])
        return Run(head["rules"], {one["file"]: tuple(map(_record, one["records"])) for one in listed})
    except OSError as problem:
        reason = (problem.strerror or str(problem)).lower()
        raise RegestaError(f"{path}: the run cannot be read ({reason}); check the path.") from problem
    except (ValueError, TypeError, LookupError) as problem:
        raise RegestaError(f"{path}: this is no run; save one with regesta quality --save.") from problem


def _record(listed: list[Any]) -> Record:
    kind, (start, end), quote, says = listed
    return Record(str(kind), Span(int(start), int(end)), str(quote), dict(says))

"""What the lists of proposals and of decisions show, column by column."""

from __future__ import annotations

from typing import Any

from regesta.export.table import Column
from regesta.query import DecisionRow

_QUOTE = 80

PROPOSALS = (
    Column("id", lambda row: row.id),
    Column("score", lambda row: row.entry.score),
    Column("kind", lambda row: row.entry.kind),
    Column("value", lambda row: row.entry.value),
    Column("verdict", lambda row: row.verdict),
    Column("why", lambda row: row.entry.why),
    Column("first", lambda row: row.subject.quote),
    Column("second", lambda row: row.object.quote if row.object else None),
    Column("citations", lambda row: [side.citation for side in row.sides], shown=False),
    Column(
        "records",
        lambda row: [f"{one.target.ref.kind} {one.target.ref.id}" for one in row.sides],
        shown=False,
    ),
    Column(
        "reasons",
        lambda row: [{"name": f.name, "weight": f.weight, "seen": f.seen} for f in row.entry.features],
        shown=False,
    ),
    Column(
        "evidence",
        lambda row: [{"quote": place.quote, "citation": cited} for place, cited in row.evidence],
        shown=False,
    ),
    Column("decided_by", lambda row: row.decision and row.decision.by, shown=False),
)


def what_was_decided(row: DecisionRow) -> str:
    """What was decided, in words."""
    entry = row.entry
    if entry.undoes is not None:
        return f"took back decision {entry.undoes}"
    if entry.field is not None:
        read = f"{row.subject.target.ref.kind} {row.subject.target.ref.id}"
        return f"corrected {entry.field.replace('_', ' ')} of {read}: {entry.value or 'nothing'}"
    said = f" {entry.value}" if entry.value else ""
    return f"{entry.verdict} {entry.kind.replace('_', ' ')}{said}"


def _short(words: str) -> str:
    return words if len(words) <= _QUOTE else f"{words[: _QUOTE - 1].rstrip()}…"


def _state(row: DecisionRow) -> str:
    return f"{row.state}, orphaned" if row.orphaned else row.state


def _why(row: DecisionRow) -> list[str]:
    lost = [f"orphaned: {side.found.why}" for side in row.sides if side.found.now is None and side.found.why]
    return [*([row.entry.note] if row.entry.note else []), *lost]


def _record(row: DecisionRow) -> list[dict[str, Any]]:
    return [
        {
            "kind": side.target.ref.kind,
            "id": side.target.ref.id,
            "document": side.target.ref.document,
            "span": list(side.target.span),
            "quote": side.quote,
            "citation": side.citation,
            "fate": side.found.fate,
            "now": side.found.now.id if side.found.now else None,
            "why": side.found.why,
        }
        for side in row.sides
    ]


DECISIONS = (
    Column("number", lambda row: row.entry.number),
    Column("when", lambda row: row.entry.at[:16].replace("T", " ")),
    Column("at", lambda row: row.entry.at, shown=False),
    Column("by", lambda row: row.entry.by),
    Column("what", what_was_decided),
    Column("words", lambda row: [_short(side.quote) for side in row.sides if side.quote]),
    Column("state", _state),
    Column("why", _why),
    Column("judgement", lambda row: row.entry.judgement_id, shown=False),
    Column("verdict", lambda row: row.entry.verdict, shown=False),
    Column("kind", lambda row: row.entry.kind, shown=False),
    Column("value", lambda row: row.entry.value, shown=False),
    Column("field", lambda row: row.entry.field, shown=False),
    Column("note", lambda row: row.entry.note, shown=False),
    Column("undoes", lambda row: row.entry.undoes, shown=False),
    Column("orphaned", lambda row: row.orphaned, shown=False),
    Column("records", _record, shown=False),
)

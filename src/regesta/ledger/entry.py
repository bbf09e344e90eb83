"""An entry of the log of judgements, as a row and as a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from regesta.model.finding import Place
from regesta.model.judgement import KINDS, Feature, Judgement, Ref, Target
from regesta.model.span import Span

CORRECTION = "correction"
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry, field by field as in ``regesta.ledger.judgement_tables.JudgementTable``."""

    number: int
    judgement_id: str
    kind: str
    subject: Target
    object: Target | None
    value: str | None
    verdict: str
    field: str | None
    score: float | None
    why: str
    features: tuple[Feature, ...]
    evidence: tuple[Place, ...]
    by: str
    at: str
    note: str | None
    undoes: int | None

    @property
    def judgement(self) -> Judgement | None:
        """The judgement that the entry speaks of; None for a correction."""
        if self.kind not in KINDS:
            return None
        other = self.object.ref if self.object else None
        return Judgement(
            self.kind, self.subject.ref, other, self.value, self.score or 0.0, self.why,
            self.features, self.evidence,
        )  # fmt: skip


def judgement_row(judgement: Judgement, subject: Target, other: Target | None) -> Row:
    """Return the columns of an entry that say what is judged and on what evidence."""
    return {
        "judgement_id": judgement.id,
        "kind": judgement.kind,
        **target_row("subject", subject),
        **target_row("object", other),
        "value": judgement.value,
        "field": None,
        "score": judgement.score,
        "why": judgement.why,
        "features": [[one.name, one.weight, one.seen] for one in judgement.features],
        "evidence": [place_json(place) for place in judgement.evidence],
    }


def said_row(entry: Entry) -> Row:
    """Return the same columns for a further entry on what ``entry`` speaks of."""
    return {
        "judgement_id": entry.judgement_id,
        "kind": entry.kind,
        **target_row("subject", entry.subject),
        **target_row("object", entry.object),
        "value": entry.value,
        "field": entry.field,
        "score": entry.score,
        "why": entry.why,
        "features": [[one.name, one.weight, one.seen] for one in entry.features],
        "evidence": [place_json(place) for place in entry.evidence],
    }


def target_row(name: str, target: Target | None) -> Row:
    """Return the columns of a subject or object."""
    values = (
        (None,) * 6
        if target is None
        else (target.ref.document, target.ref.kind, target.ref.id, *target.span, target.quote)
    )
    columns = ("document", "kind", "record", "start", "end", "quote")
    return {f"{name}_{column}": value for column, value in zip(columns, values, strict=True)}


def place_json(place: Place) -> list[Any]:
    """Return the words of a text as they stand in a row."""
    return [place.document, *place.span, place.quote]


def entry_of(row: Mapping[str, Any]) -> Entry:
    """Return the entry of a row of ``judgements``."""
    same = ("number", "judgement_id", "kind", "value", "verdict", "field", "score", "why", "by", "at", "note")
    subject = _target(row, "subject")
    assert subject is not None
    return Entry(
        **{name: row[name] for name in same},
        subject=subject,
        object=_target(row, "object"),
        features=tuple(Feature(*one) for one in row["features"]),
        evidence=tuple(Place(one[0], Span(one[1], one[2]), one[3]) for one in row["evidence"]),
        undoes=row["undoes"],
    )


def digest(row: Row) -> str:
    """Return a hash of all that the machine says with a proposal."""
    names = ("subject_start", "subject_end", "object_start", "object_end", "score", "why")
    whole = [row[name] for name in (*names, "features", "evidence")]
    return sha256(repr(whole).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _target(row: Mapping[str, Any], name: str) -> Target | None:
    if row[f"{name}_document"] is None:
        return None
    ref = Ref(row[f"{name}_document"], row[f"{name}_kind"], row[f"{name}_record"])
    return Target(ref, Span(row[f"{name}_start"], row[f"{name}_end"]), row[f"{name}_quote"])

"""What came of promises and requests, for people in words and for programs as JSON."""

from __future__ import annotations

from typing import Any

from regesta.query import Came, Cited, CommitmentRow, RequestRow, StepRow

EXISTENCE = {
    "both_sides": "both sides tell of it",
    "one_side_only": "one side tells of it",
    "joint": "a joint text tells of it",
    "denied": "a later text denies it",
}
CONFIRMATION = {
    "self_declared": "told by the side that promised or asked",
    "counterpart": "told by the other side",
    "joint": "told in a joint text",
    "independent": "told by a third party",
}
"""What the words of a history mean, in our own voice."""


def history_json(row: CommitmentRow | RequestRow) -> dict[str, Any]:
    """Return the history of a commitment or request for programs."""
    came: Came | None = row.came
    return {
        "entry": row.kind,
        "id": row.id,
        "who": sorted(promisers(row)),
        "what": row.record.what,
        "quote": row.quote,
        "citation": row.citation,
        "status": row.status,
        "as_of": came.day if came else None,
        "due": came.dated.when if came else None,
        "due_basis": came.dated.basis if came else None,
        "history": [step_json(step) for step in came.steps] if came else [],
        "events": [step_json(step) for step in came.events] if came else [],
        "existence": came.existence if came else None,
        "successor": came.successor.id if came and came.successor else None,
    }


def promisers(row: CommitmentRow | RequestRow) -> set[str]:
    """Return who promised or asked: the codes of parties, else names as written."""
    who: Any = row.record.who
    return {one if isinstance(one, str) else one.country or one.name for one in who}


def step_json(step: StepRow) -> dict[str, Any]:
    """Return a step of a history with its evidence."""
    return {
        "from": step.start,
        "status": step.status,
        "timeliness": step.timeliness,
        "confirmation": step.confirmation,
        "why": step.why,
        "evidence": [cited_json(one) for one in step.evidence],
    }


def cited_json(one: Cited) -> dict[str, Any]:
    """Return words with their document, their place in it and their citation."""
    place = one.place
    return {
        "document": place.document,
        "span": list(place.span),
        "quote": place.quote,
        "citation": one.citation,
    }

"""A comparison of two accounts as JSON, in the form of ``docs/record-format.md``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from regesta.export.table import Column
from regesta.model.accounts import Comparison, Difference, Names
from regesta.model.finding import Place

Json = dict[str, Any]


def account_json(comparison: Comparison) -> Json:
    """Return the sides by their files, the differences with their places, and the terms by side."""
    files = {side.document: side.file or side.document for side in comparison.sides}
    return {
        "meeting": comparison.meeting,
        "sides": {side.label: files[side.document] for side in comparison.sides},
        "note": comparison.note,
        "both": [row.topic for row in comparison.topics if row.topic and len(row.told_by) > 1],
        "differences": [_difference(one, files) for one in comparison.differences],
        "terms": [_names(one) for one in comparison.terms],
    }


def place_json(place: Place, files: Mapping[str, str]) -> Json:
    """Return words with their file and characters."""
    return {"file": files[place.document], "span": list(place.span), "quote": place.quote}


def _difference(one: Difference, files: Mapping[str, str]) -> Json:
    return {
        "type": one.type,
        "side": one.side,
        "topic": one.topic,
        "grade": one.grade,
        "why": one.why,
        "places": [place_json(place, files) for place in one.places],
    }


def _names(row: Names) -> Json:
    return {"concept": row.concept, "basis": row.basis, **{side: list(names) for side, names in row.names}}


DIFFERENCES = (
    Column("type", lambda one: one.type),
    Column("grade", lambda one: one.grade),
    Column("side", lambda one: one.side),
    Column("topic", lambda one: one.topic),
    Column("why", lambda one: one.why),
    Column("quotes", lambda one: [place.quote for place in one.places]),
    Column("documents", lambda one: [place.document for place in one.places]),
    Column("starts", lambda one: [place.span.start for place in one.places]),
    Column("ends", lambda one: [place.span.end for place in one.places]),
)
"""What a list of differences shows of each."""

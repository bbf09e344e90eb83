"""Mentions of meetings between the invented states XA and XB, made by hand."""

from __future__ import annotations

from typing import Any

from regesta.model.finding import Place
from regesta.model.judgement import Ref
from regesta.model.span import Span
from regesta.resolve.mention import Gist, Mention

BOTH = frozenset({"XA", "XB"})


def mention(
    document: str, day: str | None, at: int = 0, status: str = "held", format_: str = "summit", **more: Any
) -> Mention:
    """A mention at ``at`` in ``document``, which was published on 1 May 2031 unless it is said otherwise."""
    span, reason = Span(at, at + 10), more.pop("reason", None)
    fields: dict[str, Any] = {
        "ref": Ref(document, "meeting", f"m-{at}"),
        "meeting": Gist(
            span, True, format_, "in_person", status, day, None, None, None, None, None, reason
        ),
        "place": Place(document, span, f"{status} {day}"),
        "side": "XA",
        "known": "2031-05-01",
        "when": day,
        "basis": "stated" if day else None,
        "window": (day, day) if day else None,
        "slack": 0,
        "parties": BOTH,
        "dyad": BOTH,
        "host": None,
        "city": None,
        "people": (),
        "also": (),
    }  # fmt: skip
    fields |= dict.fromkeys(("guests", "names", "title", "around"), frozenset())
    return Mention(**(fields | more))

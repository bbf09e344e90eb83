"""Did the window of an undertaking or a request close without a word on what came of it?"""

from __future__ import annotations

from regesta.checks.ground import Ground
from regesta.model.finding import Finding
from regesta.model.links import Followed
from regesta.query.dates import in_words

CODE = "window-closed"
_WHAT = {"commitment": "undertaking", "request": "request"}


def check(ground: Ground) -> list[Finding]:
    """Report each undertaking and request on which, as of the day, there is no evidence.

    That a window is over says nothing of what was done in it.
    """
    followed = (*ground.links.commitments, *ground.links.requests)
    return [
        Finding(CODE, _message(one, ground.as_of), (one.place,))
        for one in sorted(followed, key=lambda one: (one.place.document, one.place.span, one.ref))
        if ground.as_of is not None and _status(one, ground.as_of) == "no_evidence"
    ]


def _status(one: Followed, day: str) -> str | None:
    known = [step.status for step in one.history if step.start <= day]
    return known[-1] if known else None


def _message(one: Followed, as_of: str | None) -> str:
    window = in_words(one.dated.when, one.dated.basis)
    what = _WHAT[one.ref.kind]
    return (
        f"The window of the {what}, {window}, is over; in the documents up to {in_words(as_of)} no words"
        " were found on what came of it."
    )

"""Was a page read again with other words?"""

from __future__ import annotations

from regesta.checks.ground import Ground, distinct
from regesta.checks.saying import number_words
from regesta.model.finding import Finding, Place
from regesta.model.span import Span
from regesta.model.versions import Change, Edit

CODE = "source-changed"
_SHOWN = 3
_KINDS = (("changed", "{} changed"), ("gone", "{} gone"), ("new", "{} new"), ("moved", "{} moved"))


def check(ground: Ground) -> list[Finding]:
    """Report each address whose text was read again with other words, with the first that differ.

    It is a note where only white space or layout differ.
    """
    return [_finding(edit) for edit in ground.edits]


def _finding(edit: Edit) -> Finding:
    if not edit.changes:
        start = (Place(edit.after, Span(0, 0), ""), Place(edit.before, Span(0, 0), ""))
        message = "The page was read again; its words are the same, white space or layout are not."
        return Finding(CODE, message, start, "note")
    stood = {hold.ref for change in edit.changes for hold in change.stood}
    places = distinct(place for change in edit.changes[:_SHOWN] for place in _places(change))
    message = f"The page was read again with other words: {_told(edit)}; {number_words(len(stood), 'record')}"
    return Finding(CODE, f"{message} of the earlier text stood on them.", places)


def _told(edit: Edit) -> str:
    counts = [(edit.count(kind), words) for kind, words in _KINDS]  # type: ignore[arg-type]
    told = [words.format(count) for count, words in counts if count]
    return f"of its sentences {', '.join(told)}"


def _places(change: Change) -> tuple[Place, ...]:
    return tuple(place for place in (change.new, change.old) if place is not None)

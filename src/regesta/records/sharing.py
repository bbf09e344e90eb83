"""Verbs without a subject of their own: "X welcomed … and stressed …"."""

from __future__ import annotations

from regesta.records.clause import Clause
from regesta.rules.speech import speech_rules


def shared(clause: Clause, before: list[Clause]) -> Clause | None:
    """Give a verb the subject of a finite verb before it, the nearest that its form goes with.

    Returns the clause with ``shares`` set, or None where no verb before fits.
    """
    if clause.verb.lemma == "share" and clause.verb.noun is None:
        return None
    for at in range(len(before) - 1, -1, -1):
        other = before[at]
        if _shown_by(other, clause):
            return None
        if _is_told(other, clause, before[:at]):
            continue
        if not _offers(other, clause):
            continue
        if _goes_on(clause, other):
            clause.role, clause.tense = other.role, "future"
        elif _agrees(clause, other):
            clause.role, clause.marker, clause.thing = other.role, other.marker, other.thing
        else:
            continue
        clause.shares = other.shares if other.shares is not None else at
        return clause
    return None


def _shown_by(other: Clause, clause: Clause) -> bool:
    """Read "noted that the pact has grown and shown its importance": it is the pact that shows."""
    inside = other.role == "embedded" and other.thing is not None and other.tense == clause.tense
    return inside and clause.head in speech_rules().showing


def _is_told(other: Clause, clause: Clause, before: list[Clause]) -> bool:
    """Read "noted that both had views and affirmed …": the verb of words goes on with the outer one."""
    inside = other.role == "embedded" and other.marker == "that" and other.verb.kind == "event"
    reports = clause.verb.kind in ("group", "light")
    return inside and reports and any(_goes_with(outer, clause) for outer in before)


def _goes_with(outer: Clause, clause: Clause) -> bool:
    main = outer.role == "main" and outer.verb.kind in ("group", "light")
    return main and outer.tense == clause.tense == "past" and bool(outer.subject or outer.shares is not None)


def _offers(other: Clause, clause: Clause) -> bool:
    """Say whether a clause has a subject to share."""
    known = other.role in ("main", "as", "embedded") and (other.subject or other.shares is not None)
    if not known and not (other.thing and other.passive and clause.passive):
        return False
    return other.passive == clause.passive or bool(other.subject)


def _is_base(clause: Clause) -> bool:
    """Say whether a verb stands bare, in the form it has after "will" or a plural subject."""
    bare = clause.modal is None and not clause.perfect
    return clause.tense != "past" and bare and not clause.verb.forms & {"past", "third", "predicate", "ing"}


def _goes_on(clause: Clause, other: Clause) -> bool:
    """Recognise "will visit X and hold talks": the second verb is a plan too."""
    planned = other.tense == "future" and other.verb.kind == "event"
    return planned and _is_base(clause) and clause.verb.kind in ("event", "light")


def _still_holds(clause: Clause, other: Clause) -> bool:
    """Read "We welcomed X and remain committed to Y": what still holds stands beside what was done."""
    return clause.head == "remain" and other.role == "main" and other.tense == "past"


def _reported(other: Clause) -> bool:
    """Say whether a verb told what was said: in "said that XB is strong and will help" it is XB that will."""
    return other.role == "main" and other.tense == "past" and other.verb.kind in ("group", "light")


def _agrees(clause: Clause, other: Clause) -> bool:
    """Say whether the forms of two verbs let them stand side by side."""
    if (
        _is_base(clause)
        and not _still_holds(clause, other)
        and (other.tense != "present" or other.modal is not None or "base" not in other.verb.forms)
    ):
        return False
    if other.role == "embedded" and other.tense != clause.tense:
        return False
    if clause.modal in ("will", "shall") and _reported(other):
        return False
    if other.tense == "future" and clause.modal is None and clause.tense != "past":
        return False
    if _still_holds(clause, other):
        return True
    return not (other.tense == "past" and clause.tense == "present" and clause.verb.kind != "predicate")

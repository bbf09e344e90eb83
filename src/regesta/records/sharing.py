"""Verbs without a subject of their own: "X welcomed … and stressed …"."""

from __future__ import annotations

from regesta.records.clause import Clause


def shared(clause: Clause, before: list[Clause]) -> Clause | None:
    """Give a verb the subject of a finite verb before it, the nearest that its form goes with.

    Returns the clause with ``shares`` set, or None where no verb before fits.
    """
    if clause.verb.lemma == "share" and clause.verb.noun is None:
        return None
    for at in range(len(before) - 1, -1, -1):
        other = before[at]
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


def _agrees(clause: Clause, other: Clause) -> bool:
    """Say whether the forms of two verbs let them stand side by side."""
    if _is_base(clause) and (
        other.tense != "present" or other.modal is not None or "base" not in other.verb.forms
    ):
        return False
    if other.role == "embedded" and other.tense != clause.tense:
        return False
    if other.tense == "future" and clause.modal is None and clause.tense != "past":
        return False
    return not (other.tense == "past" and clause.tense == "present" and clause.verb.kind != "predicate")

"""How sure a record is: a figure from 0 to 1 that rests on what it was read from.

``data/confidence.yml`` holds the weights and says how they were set. At or above 0.9 a record may be
taken as read; under 0.5 it is for a person to look at first.
"""

from __future__ import annotations

from collections.abc import Collection

from regesta.records.meeting.draft import Draft
from regesta.rules.confidence import Doubt, confidence_rules


def doubted(first: float, doubts: Collection[Doubt]) -> float:
    """Return the first figure of a clause less what each doubt about who acts takes off, above nothing."""
    rules = confidence_rules().actors
    return max(first - sum(rules.doubts[doubt] for doubt in doubts), rules.least)


def of_statement(act: str, first: float) -> float:
    """Return how sure a statement is. ``first`` is what the reader of its clause gave it."""
    rules = confidence_rules().statements
    if first < rules.least:
        return first
    moved = first - rules.open[act] if act in rules.open else first + rules.clear
    return round(min(moved, 1.0), 2)


def of_commitment(act: str | None, first: float, *, dated_elsewhere: bool) -> float:
    """Return how sure a commitment is: by the act that undertakes it, and on what its window rests."""
    rules = confidence_rules().commitments
    moved = first + rules.by_act.get(act or "", 0.0) - (rules.dated if dated_elsewhere else 0.0)
    return round(min(max(moved, 0.0), 1.0), 2)


def of_request(first: float, *, unsaid: bool, unnamed: bool) -> float:
    """Return how sure a request is: by its statement, and whether who asks and who is asked is known."""
    rules = confidence_rules().requests
    moved = first - rules.read - rules.unsaid * unsaid - rules.unnamed * unnamed
    return round(max(moved, rules.least), 2)


def of_meeting(draft: Draft) -> float:
    """Return how sure a meeting is: its sort and status, what reports it, and what is known of it."""
    rules = confidence_rules().meetings
    beside = {"held": rules.held_beside, "planned": rules.planned, "not_held": rules.not_held}
    sure = rules.main if draft.main else beside.get(draft.status, rules.referenced)
    sure += rules.by_verb if draft.rule.startswith("verb.") else 0.0
    sure -= rules.undated if draft.when is None else 0.0
    known = draft.people or len(draft.parties) > 1 or draft.format == "forum"
    sure -= 0.0 if known else rules.nobody
    sure -= rules.alone if len(draft.people) < 2 and draft.format not in ("visit", "forum") else 0.0
    sure += rules.by_format.get(draft.format or "other", 0.0)
    return round(min(max(sure, rules.least), rules.most), 2)

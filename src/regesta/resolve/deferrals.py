"""A plan that failed, and the plan that took its place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from regesta.model.judgement import Feature, Judgement, Rulings
from regesta.model.links import Deferral
from regesta.resolve.likeness import window_words
from regesta.resolve.mention import Mention
from regesta.resolve.spoken import both_ways

_TRIP = frozenset({"summit", "visit"})
"""Formats that may stand for each other: a summit put off is made up for by the visit for it."""
_NEAR = 300


def deferrals(
    told: Sequence[Mention], rulings: Rulings
) -> list[tuple[Deferral, Judgement, Mention, Mention]]:
    """Return what was put off and what was planned instead, where one text tells of both.

    Of several later plans of the same kind the next one after the failed window is taken.
    """
    by_document: dict[str, list[Mention]] = defaultdict(list)
    for mention in told:
        by_document[mention.ref.document].append(mention)
    found = []
    for document in sorted(by_document):
        own = by_document[document]
        for failed in (mention for mention in own if mention.meeting.status == "not_held"):
            plans = [plan for plan in own if _replaces(plan, failed)]
            if plans:
                plan = min(plans, key=lambda one: (one.window or ("9999", "9999"), one.order))
                judgement = _judgement(failed, plan)
                if judgement.id not in rulings.rejected:
                    deferral = Deferral(failed.place, plan.place, failed.meeting.reason)
                    found.append((deferral, judgement, failed, plan))
    return found


def _replaces(plan: Mention, failed: Mention) -> bool:
    if plan.meeting.status not in ("planned", "held") or plan.ref == failed.ref:
        return False
    formats = {plan.meeting.format, failed.meeting.format}
    if len(formats) > 1:
        return formats == _TRIP and plan.sides == failed.sides and _next(plan, failed)
    if plan.window and failed.window and plan.window[0] <= failed.window[1]:
        return False
    if plan.meeting.format in ("other", "forum"):
        return len(plan.names & failed.names) >= 2
    return plan.sides == failed.sides


def _next(plan: Mention, failed: Mention) -> bool:
    """Say whether a plan stands soon after the words that something failed, and lies ahead of it."""
    near = 0 <= plan.meeting.span.start - failed.meeting.span.end <= _NEAR
    return near and bool(plan.window and failed.window and plan.window[0] > failed.window[1])


def _judgement(failed: Mention, plan: Mention) -> Judgement:
    same = both_ways(failed.place.quote, plan.place.quote, failed.names & plan.names)
    shared = same or ", ".join(sorted(plan.parties))
    return Judgement(
        kind="deferral",
        subject=failed.ref,
        object=plan.ref,
        value=plan.when,
        score=0.85 if plan.window else 0.7,
        why=f"One text says that it did not take place and plans it again for {window_words(plan.window)}.",
        features=(Feature("same_kind", 0.5, plan.meeting.format), Feature("same_words", 0.35, shared)),
        evidence=(failed.place, plan.place),
    )

"""A dated history: what was known of a promise or request, from when, and who says so."""

from __future__ import annotations

from collections.abc import Sequence

from regesta.model.judgement import Ref
from regesta.model.links import Dated, Followed, Step
from regesta.resolve.days import Window, gap, shifted
from regesta.resolve.follow_link import Link
from regesta.resolve.mention import Mention
from regesta.resolve.promise import Promise

_ABOUT = 3
"""Days by which a window that was worked out may be off."""
_FORCE = {"not_done": 4, "withdrawn": 4, "deferred": 3, "done": 3, "partly_done": 2, "in_progress": 1}
_ENDED = frozenset({"done", "withdrawn"})
"""After these a promise of the same is a new one."""
_WEAK = "A declared intent: it is not held against anybody, but what later texts tell of it counts."


def history(
    promise: Promise, links: Sequence[Link], events: Sequence[Link], of: dict[Ref, Sequence[Mention]]
) -> Followed:
    """Return the dated history of a promise from what later texts show of it; ``events`` change no status."""
    window, due, basis = promise.window, promise.due, promise.due_basis
    if window is None:
        for aim in promise.aims:
            dated = [m for m in of.get(aim, ()) if m.window and (m.known or "") <= promise.known]
            if dated:
                window, due, basis = dated[0].window, dated[0].when, "content"
                break
    weak = promise.weak
    steps = [Step(promise.known, "not_assessable" if weak else "open", (), why=_WEAK if weak else "")]
    for link in sorted(links, key=lambda one: (one.start, _FORCE.get(one.status, 0), one.judgement.id)):
        steps = _after(steps, link, promise, window)
    if window is not None and not weak:
        steps = _closed(steps, shifted(window[1], 1))
    ended = next((step.start for step in steps if step.status in _ENDED), None)
    again = tuple(
        Step(event.start, event.status, event.judgement.evidence[1:], why=event.judgement.why)
        for event in events
        if event.status == "asked_again" or ended is None or event.start <= ended
    )
    heirs = [link.successor for link in links if link.successor]
    return Followed(
        ref=promise.ref,
        place=promise.place,
        dated=Dated(due, basis),
        history=tuple(steps),
        events=again,
        existence=_existence(promise, links, events),
        successor=heirs[0] if heirs else None,
    )


def _after(steps: list[Step], link: Link, promise: Promise, window: Window | None) -> list[Step]:
    """Add what a link shows, unless as much was known before."""
    last = steps[-1]
    if last.status == link.status == "done" and not _is_news(steps, link, promise):
        return steps
    if last.status in ("done", "not_done", "withdrawn", "deferred") and link.status not in (
        "contested",
        "done",
    ):
        return steps
    if last.status == link.status != "done" or (last.status, link.status) == ("done", "contested"):
        return steps
    if last.status == "partly_done" and link.status == "in_progress":
        return steps
    timely = _timeliness(link, window) if link.status == "done" else "unknown"
    step = Step(
        link.start,
        link.status,
        link.judgement.evidence[1:],
        timely,
        _confirmation(link, promise),
        link.judgement.why,
    )
    if last.start == link.start:
        return [*steps[:-1], step] if len(steps) > 1 else [*steps, step]
    return [*steps, step]


def _is_news(steps: Sequence[Step], link: Link, promise: Promise) -> bool:
    """Say whether another side than those before says that it was done: that is worth a step of its own."""
    told = {step.confirmation for step in steps if step.status == "done"}
    return link.start > steps[-1].start and _confirmation(link, promise) not in {*told, "unknown"}


def _closed(steps: list[Step], day: str) -> list[Step]:
    """Where the window closes on a promise of which nothing was heard, say so from the day after."""
    before = [step for step in steps if step.start <= day]
    later = [step for step in steps if step.start > day]
    if before and before[-1].status == "open":
        before.append(Step(day, "no_evidence", (), why="The window is over, and no later text speaks of it."))
    return [*before, *later]


def _timeliness(link: Link, window: Window | None) -> str:
    if window is None or link.day is None:
        return "unknown"
    if gap(link.day, window) <= _ABOUT:
        return "on_time"
    return "late" if link.day[0] > window[1] else "early"


def _confirmation(link: Link, promise: Promise) -> str:
    if link.joint:
        return "joint"
    if link.side is None or promise.side is None:
        return "unknown"
    if link.side == promise.side:
        return "self_declared"
    return "counterpart" if link.side in promise.dyad | promise.who else "independent"


def _existence(promise: Promise, links: Sequence[Link], events: Sequence[Link]) -> str:
    if any(link.status == "contested" for link in links):
        return "denied"
    if promise.joint:
        return "joint"
    others = [event for event in events if event.side and event.side != promise.side]
    return "both_sides" if others else "one_side_only"

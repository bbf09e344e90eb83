"""The stop of a trip at which something is planned: the visit or gathering that was told of before it."""

from __future__ import annotations

from collections.abc import Sequence

from regesta.records.meeting.draft import Draft

_STOPS = ("visit", "forum", "summit")


def stage_of(draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """Return the last stop before a planned meeting that is its place; None where none is told.

    A stop is a planned visit or gathering with a place or a goal. The one whose host takes part comes
    first, wherever it stands; else the last one of the same paragraph.
    """
    stops = [d for d in drafts if _is_stop(d) and _before(d, draft) and _one_town(d, draft)]
    foreign = {e.country for e in draft.people} | draft.parties
    hosts = [d for d in stops if d.destination is not None and d.destination in foreign]
    hosts = [d for d in hosts if d.when is not None] or hosts
    near = [d for d in stops if d.sentence.block.index == draft.sentence.block.index]
    if near and (not hosts or near[-1].destination is None or near[-1] in hosts):
        return near[-1]
    return next((d for d in hosts if d.main), hosts[-1]) if hosts else near[-1] if near else None


def _one_town(stop: Draft, draft: Draft) -> bool:
    return stop.place is None or draft.place is None or stop.place.name == draft.place.name


def _is_stop(draft: Draft) -> bool:
    told = draft.place is not None or draft.destination is not None or draft.country is not None
    return draft.format in _STOPS and draft.status == "planned" and told and draft.kind != "meet"


def _before(stop: Draft, draft: Draft) -> bool:
    return stop is not draft and (stop.sentence.index, stop.head) < (draft.sentence.index, draft.head)

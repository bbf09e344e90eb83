"""What sort of meeting a draft is: its format by who met, and its medium by how."""

from __future__ import annotations

import re
from collections.abc import Sequence

from regesta.records.cast import HEADS, Entity
from regesta.records.meeting.draft import Draft
from regesta.rules.meetings import meeting_rules

_RANK = {
    "head_of_state": 6, "head_of_government": 6, "royal": 6, "foreign_minister": 5, "defence_minister": 4, "minister": 4,
    "deputy_minister": 3, "envoy": 2, "official": 2, "ambassador": 2, "legislator": 2, "military": 2, "other": 2,
}  # fmt: skip


def medium_of(draft: Draft, words: str) -> str:
    """Return phone, video or in_person from the noun, else from the words around the mention."""
    if draft.medium is not None:
        return draft.medium
    padded = (
        " "
        + re.sub(r"[,.;()]|\bcourtesy calls?\b|\bcall(?:ed|s|ing)? (?:on|upon|for)\b", " ", words.lower())
        + " "
    )
    for medium in ("video", "phone"):
        if any(f" {w} " in padded for w in meeting_rules().mediums[medium]):  # type: ignore[index]
            return medium
    return "in_person"


def format_of(draft: Draft, side: str | None, scene: Sequence[Entity]) -> str:
    """Return the format: what the words say, else what the levels of the two sides make of it.

    A minister or an ambassador with a head of state is a courtesy call; two deputies meet at
    vice-ministerial level; below that it is officials.
    """
    if draft.format is not None:
        return draft.format
    people = draft.people if len(draft.people) > 1 or not scene else draft.people or list(scene)
    levels = _top_levels(people)
    if draft.group_level is not None and len(levels) < 2:
        levels = [(draft.group_level, _RANK[draft.group_level])]
    if not levels:
        return "other"
    if len(levels) == 1:
        rank = levels[0][1]
        return {6: "summit", 5: "foreign_ministers", 4: "ministers", 3: "vice_ministerial"}.get(
            rank, "officials"
        )
    top, low = max(r for _, r in levels), min(r for _, r in levels)
    names = {level for level, _ in levels}
    if low == 6:
        return "summit"
    if top == 6:
        return (
            "officials"
            if low == 2 and not names & {"ambassador"} and not _head_receives(people, side)
            else "courtesy_call"
        )
    if low == 5:
        return "foreign_ministers"
    if low >= 4:
        return "ministers"
    return "vice_ministerial" if top >= 3 and low >= 2 and "deputy_minister" in names else "officials"


def _head_receives(people: Sequence[Entity], side: str | None) -> bool:
    return any(e.level in HEADS and e.country == side for e in people)


def _top_levels(people: Sequence[Entity]) -> list[tuple[str, int]]:
    """The highest level on each side; a person without a side stands for one of its own."""
    best: dict[str, tuple[str, int]] = {}
    for at, entity in enumerate(people):
        level = entity.level or "other"
        key = entity.country or f"?{at}"
        if key not in best or _RANK[level] > best[key][1]:
            best[key] = (level, _RANK[level])
    return list(best.values())

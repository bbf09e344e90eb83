"""What sort of meeting a draft is: its format by who met, and its medium by how."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

from regesta.records.cast import HEADS, Entity
from regesta.records.meeting.draft import Draft
from regesta.rules.meetings import meeting_rules

# Formats of which two sides are the rule: a meeting of one of them has parties even if none is named.
BILATERAL = frozenset(
    {"summit", "foreign_ministers", "vice_ministerial", "two_plus_two", "committee", "ministers", "officials"}
)
MEAL = "noun.meal"
_BY_RANK = {6: "summit", 5: "foreign_ministers", 4: "ministers", 3: "vice_ministerial"}
_MEDIUMS: tuple[Literal["video", "phone"], ...] = ("video", "phone")
# What only looks like a word of a medium: marks, and the call that is paid in person.
_NO_MEDIUM = re.compile(r"[,.;()]|\bcourtesy calls?\b|\bcall(?:ed|s|ing)? (?:on|upon|for)\b")


def medium_of(draft: Draft, words: str) -> str:
    """Return phone, video or in_person from the noun, else from ``words`` around the mention."""
    if draft.medium is not None:
        return draft.medium
    if not words:
        return "in_person"
    padded = f" {_NO_MEDIUM.sub(' ', words.lower())} "
    return next((medium for phrase, medium in _mediums() if phrase in padded), "in_person")


@cache
def _mediums() -> tuple[tuple[str, str], ...]:
    """Every phrase for a medium between spaces, and the medium, in the order in which they are tried."""
    mediums = meeting_rules().mediums
    return tuple((f" {words} ", medium) for medium in _MEDIUMS for words in mediums[medium])


def format_of(draft: Draft, side: str | None) -> str:
    """Return the format: what the words say, else what the levels of the two sides make of it.

    A minister or an ambassador with a head of state is a courtesy call, though not at dinner; two
    deputies meet at vice-ministerial level; below that it is officials. Of nobody's level the words of the
    phrase decide.
    """
    if draft.format is not None:
        return draft.format
    levels = _top_levels(draft.people)
    if draft.others_level is not None and len(levels) < 2:
        levels.append(draft.others_level)
    if draft.group_level is not None and len(levels) < 2:
        levels = [draft.group_level]
    ranks = [meeting_rules().ranks[level] for level in levels]
    if not ranks:
        return draft.worded or "other"
    if len(ranks) == 1:
        return _BY_RANK.get(ranks[0], "officials")
    if max(ranks) == 6 and min(ranks) < 6:
        call = draft.rule != MEAL and _is_call(draft, side, levels, min(ranks))
        return "courtesy_call" if call else "officials"
    if min(ranks) >= 4:
        return _BY_RANK[min(ranks)]
    deputies = min(ranks) >= 2 and "deputy_minister" in levels
    return "vice_ministerial" if deputies else "officials"


def _is_call(draft: Draft, side: str | None, levels: Sequence[str], lowest: int) -> bool:
    """Say whether somebody calls on a head: a minister, an ambassador, or anybody the own head receives."""
    own_head = any(e.level in HEADS and e.country == side for e in draft.people)
    return lowest != 2 or "ambassador" in levels or own_head


def _top_levels(people: Sequence[Entity]) -> list[str]:
    """The highest level on each side; a person without a side stands for one of its own."""
    ranks, best = meeting_rules().ranks, dict[str, str]()
    for at, entity in enumerate(people):
        level = entity.level or "other"
        key = entity.country or f"?{at}"
        if key not in best or ranks[level] > ranks[best[key]]:
            best[key] = level
    return list(best.values())

"""Dinners and banquets: who gives them, and for whom, where the guests are not named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from regesta.records.cast import Entity
from regesta.records.meeting.draft import Draft
from regesta.records.meeting.people import NAMED, People
from regesta.records.meeting.setting import Setting, last_before
from regesta.records.meeting.shape import format_of
from regesta.records.view import Sentence
from regesta.rules.meeting_grammar import meeting_grammar

_HOST_WITHIN = 6
_GUEST_WITHIN = 7


def host_of(people: People, sentence: Sentence, start: int, limit: int) -> list[Entity]:
    """Return who gives the meal in "a working dinner hosted by X", whose noun ends at ``start``."""
    lows = sentence.lows
    for i in range(start, min(limit, start + _HOST_WITHIN, len(lows) - 2)):
        if lows[i] in meeting_grammar().given and lows[i + 1] == "by":
            ref = sentence.cover.get(i + 2) or sentence.cover.get(i + 3)
            return people.of([ref]) if ref is not None and ref.kind in NAMED else []
    return []


def seat_guests(sentence: Sentence, draft: Draft, start: int, limit: int) -> None:
    """Note that a meal is for guests whom its words do not name: "for his guests", or for nobody they name.

    The side of "the XB delegation" after the noun, which ends at ``start``, joins the parties.
    """
    if len({entity.country for entity in draft.people}) > 1 or draft.shared_cast:
        return
    end = min(limit, start + _GUEST_WITHIN)
    for ref in sentence.refs:
        if start <= ref.start < end and ref.group is not None:
            draft.parties |= set(ref.group.states)
    draft.for_guests = True


def share_guests(setting: Setting, drafts: Sequence[Draft], mains: list[Draft]) -> None:
    """Read "hosted a dinner", "a banquet in honour of our guests": for the other side of the main meeting.

    Who is on the visit that a text is about is the guest of it all.
    """
    for draft in drafts:
        if not mains or not draft.for_guests or draft in mains or not draft.people:
            continue
        main = last_before(mains, draft)
        hosts = {entity.country for entity in draft.people}
        named = draft.parties - hosts
        guests = [e for e in main.people if e.country not in hosts and (not named or e.country in named)]
        draft.add_people(guests)
        if draft.by_level:
            draft.format = format_of(replace(draft, format=None), setting.side)

"""What a mention takes from the main meeting before it, and what it adds to that meeting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from regesta.records.actors import fits_level
from regesta.records.cast import Entity
from regesta.records.meeting.draft import Draft
from regesta.records.meeting.setting import Setting, last_before
from regesta.records.meeting.shape import format_of
from regesta.records.meeting.stages import stage_of
from regesta.rules.meeting_grammar import meeting_grammar

_SERIES = ("two_plus_two", "vice_ministerial", "committee")
_DURING_TRIP = ("forum", "summit", None)


def share_casts(setting: Setting, drafts: Sequence[Draft], mains: list[Draft]) -> None:
    """Read "they will meet again": with the persons of the main meeting before it."""
    for draft in drafts:
        if not mains or not draft.shared_cast or draft in mains:
            continue
        if len({e.country for e in draft.people}) > 1:
            continue
        main = last_before(mains, draft)
        draft.add_people(_of_level(setting, draft, main) or main.people)
        _add_host(setting, draft, main)
        levelled = draft.kind == "meet" and (draft.by_level or draft.format in (None, "other", "officials"))
        if levelled or draft.format is None:
            new = format_of(replace(draft, format=None), setting.side)
            draft.format = "committee" if main.format == "committee" else new


def _of_level(setting: Setting, draft: Draft, main: Draft) -> list[Entity]:
    """Read "X, whom Y invited when the two leaders met", in a text on ministers: the heads named before.

    Nobody where the main meeting has such persons itself, or where no two of different sides are named.
    """
    level = draft.group_level
    if level is None or draft.people or any(fits_level(e.level, level) for e in main.people):
        return []
    fits = [e for e in setting.cast.entities if e.level and fits_level(e.level, level) and not e.voice]
    before = [e for e in fits if e.first < draft.span.start and e.country is not None]
    last = {e.country: e for e in sorted(before, key=lambda e: e.first)}
    return sorted(last.values(), key=lambda e: e.first) if len(last) == 2 else []


def _add_host(setting: Setting, draft: Draft, main: Draft) -> None:
    """Read "The two ministers held talks" of a visit: with the visitor the one of the publisher's side."""
    if main.format != "visit" or draft.group_level is None or len(draft.people) != 1:
        return
    if draft.people[0].country not in (None, setting.side):
        level = draft.group_level
        draft.add_people([e for e in setting.at_home() if e.level and fits_level(e.level, level)][:1])


def share_visits(drafts: Sequence[Draft]) -> None:
    """Read "the visit would be held in May" with the visitor and goal of the visit named last before it.

    A visit whose visitor is named takes only the goal, and only from a visit of the same person. A plan
    does not repeat a visit that is under way.
    """
    before: list[Draft] = []
    for draft in drafts:
        if draft.format != "visit":
            continue
        away = draft.destination is not None or draft.place is not None
        if not away and draft.kind == "noun" and (draft.definite or draft.people):
            known = [d for d in before if d.destination and d.people]
            if draft.people:
                known = [d for d in known if any(e in d.people for e in draft.people)]
            elif draft.status == "planned":
                known = [d for d in known if d.status in ("planned", "not_held")]
            if known:
                draft.people = draft.people or list(known[-1].people)
                draft.parties |= known[-1].parties
                draft.destination = known[-1].destination
        before.append(draft)


def take_from_main(setting: Setting, drafts: Sequence[Draft], mains: list[Draft]) -> None:
    """What is done during a visit takes the visit's window and country."""
    for draft in drafts:
        if not mains or draft.main or draft.status == "not_held" or draft.when is not None:
            continue
        main = last_before(mains, draft)
        if _same_day(draft, main):
            draft.when, draft.when_inherited = main.when, True
            draft.place, draft.country = draft.place or main.place, draft.country or main.country
        if main.status == "not_held" or (main.format != "visit" and not setting.announcement):
            continue
        if _during(setting, draft, main) or _there(setting, draft, main):
            stop = (stage_of(draft, drafts) if draft.status == "planned" else None) or main
            draft.when, draft.place = stop.when, draft.place or stop.place
            there = stop.place.country if stop is not main and stop.place is not None else None
            draft.country = draft.country or there or stop.destination or stop.country


def _same_day(draft: Draft, main: Draft) -> bool:
    """Read "X and Y met in Halden. They held the first meeting of the dialogue": one day."""
    if draft.kind != "meet" or draft.status != "held" or draft.medium != main.medium or len(draft.people) < 2:
        return False
    return main.status == "held" and {e.name for e in draft.people} == {e.name for e in main.people}


def _during(setting: Setting, draft: Draft, main: Draft) -> bool:
    """Say whether a meeting belongs to the main one: the same persons, both planned or neither."""
    if draft.kind != "meet" or (draft.status == "planned") != (main.status == "planned"):
        return False
    return setting.announcement or not {e.name for e in draft.people}.isdisjoint(e.name for e in main.people)


def _there(setting: Setting, draft: Draft, main: Draft) -> bool:
    """Say whether an event is part of the programme of an announced visit."""
    planned = setting.announcement and main.format == "visit" and draft.status == "planned"
    after = draft.sentence.index > main.sentence.index
    return planned and after and draft.kind == "noun" and draft.format in _DURING_TRIP


def name_series(drafts: Sequence[Draft], mains: Sequence[Draft]) -> None:
    """Read "the first round was held in …": a round belongs to the series of the main meeting."""
    like = next((m.format for m in mains if m.format in _SERIES), None)
    for draft in drafts:
        if like and draft.format in (None, "other") and draft.round is not None and not draft.main:
            draft.format = like


def level_series(joined: Sequence[Draft], side: str | None) -> None:
    """Level talks of which nobody is named by who led the sides, and their next round like them."""
    mains = [d for d in joined if d.main]
    for main in mains:
        if main.format == "other" and main.by_level and main.attending and not main.people:
            main.format = format_of(replace(main, format=None, people=main.attending), side)
    like = next((m.format for m in mains if m.format not in ("other", "visit", "forum")), None)
    for draft in joined:
        words = {t.low for t in draft.sentence.toks[draft.start : draft.end]}
        if like and not draft.main and draft.format == "other" and words & meeting_grammar().series_heads:
            draft.format = like


def feed_main(drafts: Sequence[Draft], mains: list[Draft]) -> None:
    """Read "the meeting lasted an hour", "this was the fifth meeting this year": facts of the main one."""
    for draft in drafts:
        pointing = draft.sentence.toks[0].low in meeting_grammar().this_one
        again = draft.kind == "noun" and draft.bare and (draft.definite or pointing)
        dated = draft.time is not None and draft.time.kind != "period"
        if not mains or not again or draft.main or draft.status == "planned" or dated:
            continue
        main = last_before(mains, draft)
        counts = ("total", "year", "round") if pointing else ()
        for name in ("minutes", "start_time", *counts):
            if getattr(main, name) is None:
                setattr(main, name, getattr(draft, name))
        draft.when = None

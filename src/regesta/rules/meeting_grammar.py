"""How the words around a meeting are read; ``data/meeting_grammar.yml`` says what each field means."""

from __future__ import annotations

from functools import cache
from typing import Literal

from regesta.rules.base import Forms, Listed, Strict, read_rules

Words = frozenset[str]


class MeetingGrammar(Strict):
    """Closed-class words, carriers and turns of phrase by which a mention of a meeting is read."""

    articles: Words
    determined: Words
    phrase_ends: Words
    name_points: Words
    not_in_name: Words
    series_heads: Words
    sitting: Words
    chairmanship: Words
    themes: Listed
    theme_after: Words
    name_joints: Words
    not_of_body: Words
    joint: Words

    carriers: Listed
    attending: Words
    parted_by: Words
    object_after_for: Words
    speaking: Words
    calling: Words
    apart: Words
    again: Words
    reached_by: Words
    gathering: Words
    opening: Words
    receiving: Words
    serving: Words
    given: Words
    welcoming: Words
    after_guest: Words
    leading: Listed
    travelling: Words
    will_to: Words
    team_levels: Words
    doing: Words

    list_joints: Words
    peers: Words
    inviting: Words
    led_by: Words
    matter: Words
    private: Listed
    mutual: Words
    owners: Words
    within: Words
    now: Words
    visitor_after: Words
    to_visit: Words
    before_goal: Words
    houses: Listed

    not_goal_after: Words
    place_not_after: Words
    beside_date: Words
    whole_days: Words

    ahead: Listed
    will: Words
    would_be: Words
    scheduled: tuple[str, ...]
    taking_place: Forms
    invited: Words
    expected: Words
    planning: Forms
    planning_keeps: Forms
    planning_parted: Forms
    proposing: str
    failing: Forms
    putting_off: Forms
    declining: Forms
    ongoing: Words
    failed_in_titles: Forms
    due_before: Words
    put_off_to: Words
    beside_failing: Words
    chambers: Forms
    because: Forms
    open_conditions: Words

    up_to: Words
    parts: dict[Literal["plenary", "tete_a_tete", "working_meal"], tuple[str, ...]]

    ties: Forms
    occasion_ends: Words
    several: Words
    talk_words: Words
    by_officials: Words
    worded: Words
    courtesy: Words
    calls: Words
    relatives: Words
    one_by_one: Words
    another: Words
    compared: Words
    over_years: Words
    this_one: Words
    made_of: Words


@cache
def meeting_grammar() -> MeetingGrammar:
    """Return the shipped grammar of meetings, read once."""
    return read_rules("meeting_grammar.yml", MeetingGrammar)

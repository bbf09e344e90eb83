"""Meetings by noun and carrier: "held a Summit Meeting with …", "paid a courtesy call on …"."""

from __future__ import annotations

from regesta.mentions.events import EventMention, find_events
from regesta.records.cast import Entity
from regesta.records.meeting.bodies import body_of, take_body
from regesta.records.meeting.destinations import give_destination
from regesta.records.meeting.draft import Draft
from regesta.records.meeting.meals import host_of, seat_guests
from regesta.records.meeting.nouns import noun_draft
from regesta.records.meeting.people import (
    NAMED,
    People,
    group_level,
    level_after,
    listed,
    peers,
    possessed,
    side_codes,
)
from regesta.records.meeting.phrases import phrase_start, same_name, series
from regesta.records.meeting.site import Site, shares_cast, tense
from regesta.records.meeting.visits import traveller
from regesta.records.view import Sentence
from regesta.rules.meeting_grammar import meeting_grammar

_CALLED_ON = ("on", "to", "upon")
_HONOURED = ("of", "for", "to")


def carried(people: People, site: Site, noun: EventMention, used: set[int]) -> Draft | None:
    """Return the draft of a carrier and its noun, whose start joins ``used``; None where it is no report.

    Who attends something does not report it: the noun is left to be read by itself.
    """
    sentence, clause = site.sentence, site.clause
    meal = noun.noun.id == "meal"
    hosts = host_of(people, sentence, noun.end, site.limit) if meal else []
    attended = site.head in meeting_grammar().attending and not hosts
    if (clause.passive and not clause.subject) or attended:
        return site.unmet("who attends something does not report it, nor does a passive") or None
    new = noun.noun.format == "visit" and _is_new(sentence, noun)
    persons = people.subject(traveller(site) if new else site.subject)
    noun = _whole_series(sentence, noun, used)
    draft = noun_draft(sentence, noun, kind="visit" if noun.noun.format == "visit" else "meet")
    used.add(noun.start)
    _take_other_nouns(site, noun, draft, used)
    draft.start, draft.end = clause.first, max(draft.end, noun.end)
    draft.tense, draft.verb, draft.specific = tense(clause), site.head, True
    draft.add_people(persons)
    if draft.format == "visit":
        draft.people = persons
        give_destination(sentence, draft, noun.end, site.limit)
    else:
        draft.add_people(people.after(sentence, ("with",), noun.end, site.limit))
        if site.head in meeting_grammar().receiving and not clause.passive:
            draft.add_people(_guests(people, site))
        if meal:
            draft.add_people(hosts or people.after(sentence, _HONOURED, noun.end, site.limit))
        if draft.format == "courtesy_call":
            draft.add_people(people.after(sentence, _CALLED_ON, noun.end, site.limit))
    draft.parties |= side_codes(clause.subject) | peers(sentence, clause.verb.end, noun.start)
    draft.shared_cast = not persons and shares_cast(clause.subject)
    if meal:
        seat_guests(sentence, draft, noun.end, site.limit)
    draft.group_level = group_level(site.subject or site.deciding) or level_after(sentence, noun.end)
    if (body := body_of(site, noun)) is not None:
        used.add(body.start)
        take_body(people, site, draft, body)
    return draft


def _guests(people: People, site: Site) -> list[Entity]:
    """Read "hosted Minister X for talks": the guest stands between the verb and its noun."""
    ref = site.sentence.cover.get(site.clause.verb.end)
    if ref is None or ref.kind not in NAMED or possessed(site.sentence, ref):
        return []
    return people.of(listed(site.sentence, ref))


def _is_new(sentence: Sentence, noun: EventMention) -> bool:
    """Say whether a noun is a new one: "a State Visit", not "the President’s visit"."""
    return sentence.toks[phrase_start(sentence, noun.start)].low in ("a", "an")


def _whole_series(sentence: Sentence, noun: EventMention, used: set[int]) -> EventMention:
    """Take "the fifth round" and the "strategic dialogue" that it is a round of as one noun."""
    whole = series(sentence, noun, find_events(sentence.toks))
    if whole is None:
        return noun
    used.update((noun.start, whole.start))
    return EventMention(noun.start, whole.end, whole.noun if whole.noun.format else noun.noun)


def _take_other_nouns(site: Site, noun: EventMention, draft: Draft, used: set[int]) -> None:
    """Add the nouns that are part of the same name; what they tell of format and medium is kept."""
    for other in find_events(site.sentence.toks):
        if noun.end <= other.start < site.limit and same_name(site.sentence, noun, other):
            used.add(other.start)
            draft.format = draft.format or other.noun.format
            draft.medium = draft.medium or other.noun.medium

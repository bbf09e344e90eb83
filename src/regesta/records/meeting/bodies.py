"""Sessions of a standing dialogue: "the Strategic Dialogue held its third session"."""

from __future__ import annotations

from regesta.mentions.events import EventMention, find_events
from regesta.records.cast import Entity
from regesta.records.meeting.draft import Draft
from regesta.records.meeting.nouns import noun_draft
from regesta.records.meeting.people import NAMED, People, listed, side_codes, sides_after, states_between
from regesta.records.meeting.site import Site
from regesta.records.view import Sentence
from regesta.rules.meeting_grammar import meeting_grammar

_ITS = "its"


def body_of(site: Site, noun: EventMention) -> EventMention | None:
    """Return the dialogue, named before in the sentence, whose "its first meeting" the noun is."""
    lows = site.sentence.lows
    own = any(lows[i] == _ITS for i in range(site.clause.verb.end, noun.start))
    if not own or lows[noun.end - 1] not in meeting_grammar().series_heads:
        return None
    before = [e for e in find_events(site.sentence.toks) if e.end <= site.clause.verb.start]
    return next((e for e in reversed(before) if e.noun.id in meeting_grammar().sitting), None)


def take_body(people: People, site: Site, draft: Draft, body: EventMention) -> None:
    """Give a session the format and the sides of its ``body``, and those who chair it; nobody else met."""
    sentence = site.sentence
    named = noun_draft(sentence, body, kind="noun")
    draft.people, draft.shared_cast, draft.group_level = [], False, None
    draft.parties = states_between(sentence, named.start, body.end) | named.parties
    draft.parties |= side_codes(sides_after(sentence, body.end, site.clause.verb.start))
    draft.format, draft.worded = named.format, named.worded
    if body.start >= site.clause.first:
        draft.start = named.start
    draft.add_people(chairs(people, sentence, draft.end, site.limit))


def chairs(people: People, sentence: Sentence, start: int, limit: int) -> list[Entity]:
    """Return X and Y in "under the chairmanship of X and Y" at tokens ``[start, limit)``."""
    lows = sentence.lows
    for i in range(start, min(limit, len(lows) - 2)):
        if lows[i] in meeting_grammar().chairmanship and lows[i + 1] == "of":
            ref = sentence.cover.get(i + 2) or sentence.cover.get(i + 3)
            return people.of(listed(sentence, ref)) if ref is not None and ref.kind in NAMED else []
    return []

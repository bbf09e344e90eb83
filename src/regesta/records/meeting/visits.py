"""Meetings by a verb of travelling: "will visit XB", "led a delegation to XB"."""

from __future__ import annotations

from collections.abc import Sequence

from regesta.mentions.tokens import is_capital
from regesta.records.clauses import Clause
from regesta.records.meeting.destinations import give_destination, place_follows
from regesta.records.meeting.draft import Draft
from regesta.records.meeting.people import NAMED, People
from regesta.records.meeting.site import Site
from regesta.records.view import Ref, Sentence
from regesta.rules.meeting_grammar import meeting_grammar

_HOUSE = 10
_OWN = ("his", "her", "their")


def visited(people: People, site: Site) -> Draft | None:
    """Return the draft of a visit; None where no state is its goal and no name follows the verb."""
    sentence, clause = site.sentence, site.clause
    subject = traveller(site)
    own = not subject or subject is clause.subject
    about = clause.role == "relative" and clause.marker == "who"
    start = clause.first if own or about else max(min(subject[0].start, clause.start), _governing(site))
    end = clause.verb.end
    draft = site.draft(min(site.limit, end + 3), start=start, kind="visit")
    draft.people = [] if _is_anybody(sentence, subject) else people.subject(subject)
    draft.purpose = clause.role == "relative"
    give_destination(sentence, draft, end, site.limit)
    if draft.destination is None and _own_house(sentence, end) and _are_guests(people, draft):
        draft.destination = people.cast.side
    if draft.destination is None and not place_follows(sentence, end):
        return site.unmet("a visit to no state and no named place") or None
    draft.end = _up_to_mark(sentence, end, max(draft.end, min(site.limit, end + 4)))
    return draft


def _is_anybody(sentence: Sentence, subject: Sequence[Ref]) -> bool:
    """Say whether an office with "a" is meant: "the first time that a President has visited XB"."""
    at = subject[0].start if len(subject) == 1 and subject[0].kind == "role" else 0
    while at > 0 and is_capital(sentence.toks[at - 1]):
        at -= 1
    return at > 0 and sentence.toks[at - 1].low in ("a", "an", "any", "no")


def _own_house(sentence: Sentence, start: int) -> bool:
    """Say whether "the Ministry of Law" stands at ``start``, and no state whose it is."""
    toks, houses = sentence.toks, meeting_grammar().houses.words
    end = start + 1
    while end < min(len(toks), start + _HOUSE) and (is_capital(toks[end]) or toks[end].low in ("of", "for")):
        end += 1
    words = {t.low for t in toks[start + 1 : end]}
    if start >= len(toks) or toks[start].low != "the" or houses.isdisjoint(words):
        return False
    return not any(start <= sentence.token_at(m.span.start) < end for m in sentence.states)


def _are_guests(people: People, draft: Draft) -> bool:
    """Say whether all visitors are known to be of another side than the publisher's."""
    home, sides = people.cast.side, {e.country for e in draft.people}
    return home is not None and bool(sides) and sides.isdisjoint({home, None})


def _governing(site: Site) -> int:
    """Return where the clause begins on whose verb an infinitive hangs: "recalled … and agreed to visit"."""
    if site.clause.role != "infinitive" or not site.at:
        return 0
    before = site.found[site.at - 1]
    return before.first if before.role == "main" and before.shares is not None else 0


def _up_to_mark(sentence: Sentence, start: int, end: int) -> int:
    """Return where the words from ``start`` end: at ``end``, or at a comma before it."""
    return next((i for i in range(start + 1, end) if sentence.toks[i].text == ","), end)


def leads_delegation(site: Site) -> bool:
    """Say whether what is led is a delegation, and by the subject: "led a delegation to XB"."""
    end = site.clause.verb.end
    words = {t.low for t in site.sentence.toks[end : end + 7]}
    return not site.clause.passive and bool(words & meeting_grammar().leading.words)


def purposed(site: Site) -> list[Ref]:
    """Return who meets in "travelled to XB to meet Minister Y": the subject of the travel before it."""
    clause = site.clause
    if clause.role != "infinitive" or not site.at or clause.subject:
        return []
    before = site.found[site.at - 1]
    travels = before.verb.lemma.split()[0] in meeting_grammar().travelling
    return list(before.subject) if travels and before.role == "main" else []


def traveller(site: Site) -> Sequence[Ref]:
    """Return who goes: the subject, who is invited to go, or whom a relative clause is about."""
    sentence, clause = site.sentence, site.clause
    if clause.role == "infinitive":
        return _willing(site) or _invited(sentence, clause) or site.subject
    if clause.role == "relative" and clause.marker == "who":
        return [r for r in sentence.refs if r.end < clause.start and r.kind in NAMED][-1:]
    return site.subject


def _willing(site: Site) -> list[Ref]:
    """Return whose readiness it is in "X confirmed his readiness to visit XB": the subject's."""
    lows, start = site.sentence.lows, site.clause.start
    if not site.at or start < 2 or lows[start - 1] not in meeting_grammar().will_to:
        return []
    before = site.found[site.at - 1]
    subject = before.subject if before.shares is None else site.found[before.shares].subject
    return list(subject) if lows[start - 2] in _OWN else []


def _invited(sentence: Sentence, clause: Clause) -> list[Ref]:
    """Return the ref before "to visit": "invited him to visit", "for Minister X to visit"."""
    kinds = (*NAMED, "pronoun")
    ref = sentence.ref_ending(clause.start - 1)
    if ref is not None and ref.kind in kinds:
        return [ref]
    return [r for r in sentence.refs if r.end <= clause.start and r.kind in kinds][-1:]

"""Meetings by noun: "the Summit Meeting in Port Sele", "X's visit to XB", "talks between XA and XB"."""

from __future__ import annotations

from collections.abc import Sequence

from regesta.mentions.events import EventMention
from regesta.mentions.tokens import is_capital
from regesta.mentions.verbs import BE, MODALS
from regesta.records.cast import Entity
from regesta.records.meeting.destinations import give_destination
from regesta.records.meeting.draft import Draft
from regesta.records.meeting.gatherings import has_theme, numeral_in, theme_end
from regesta.records.meeting.people import (
    NAMED,
    POSSESSIVES,
    People,
    group_level,
    level_after,
    listed,
    many_after,
    side_codes,
    sides_after,
    sides_before,
    states_between,
)
from regesta.records.meeting.phrases import noun_end, of_organisation, phrase_start, took_place
from regesta.records.meeting.talked import add_callers
from regesta.records.view import Ref, Sentence
from regesta.rules.meeting_grammar import meeting_grammar
from regesta.rules.meetings import meeting_rules

_AROUND = ("with", "between", "of")
_HELD_WITH = 5
_PLACE_WORDS = 7
_BODY_WORDS = 8
_FRONTED = 3
_ON_VISIT = ("on", "for")
_PERFECT = ("has", "have", "had")


def by_noun(people: People, sentence: Sentence, noun: EventMention) -> Draft:
    """Return the draft of a noun that no verb has taken."""
    draft = noun_draft(sentence, noun, kind="noun")
    limit = noun_end(sentence, noun)
    if draft.format == "visit":
        draft.people = people.visitors(sentence, draft.start, noun.start, noun.end, limit)
        draft.parties = set()
        draft.start = _owner_start(sentence, draft.start)
        draft.definite = draft.definite or sentence.toks[max(0, noun.start - 1)].low in POSSESSIVES
        _under_way(people, sentence, draft)
        draft.by_office = not draft.people and _office_after(sentence, noun.end, limit)
        limit = _told_behind(people, sentence, draft, noun.end, limit)
        give_destination(sentence, draft, noun.end, limit)
        if not draft.people and draft.destination is None and _of_a_crowd(sentence, draft, noun, limit):
            draft.format, draft.named = "other", _name(sentence, draft.start, noun.end)
            draft.specific = True
        return draft
    draft.add_people(
        _who_held(people, sentence, noun.end) or people.after(sentence, _AROUND, noun.end, limit)
    )
    _of_owner(people, sentence, draft)
    add_callers(people, sentence, draft)
    draft.parties |= states_between(sentence, draft.start, noun.end)
    named = list[Ref]()
    if not draft.people and draft.format != "forum":
        named = sides_after(sentence, noun.end, limit)
        if sentence.block.kind == "title" and not named and not draft.parties:
            named = sides_before(sentence, draft.start)
    draft.parties |= side_codes(named)
    draft.group_level = level_after(sentence, noun.end) or group_level(named)
    _of_many(sentence, draft, many_after(sentence, noun.end, limit) if draft.group_level is None else [])
    mutual = sentence.toks[draft.start].low in meeting_grammar().mutual and draft.start < noun.start
    draft.shared_cast = mutual and draft.format is None and not draft.people and not draft.parties
    draft.happened = took_place(sentence, noun) or _we_gathered(sentence, draft.start)
    if draft.happened and not draft.people:
        draft.add_people(
            people.after(sentence, ("with",), noun.end, min(len(sentence.toks), limit + _HELD_WITH))
        )
    if len(draft.parties) > 1 and draft.format in (None, "summit") and draft.happened:
        draft.kind = "meet"
    return draft


def _of_owner(people: People, sentence: Sentence, draft: Draft) -> None:
    """Read "In her meeting with Minister X, the two discussed …": a meeting of X and the own side is told."""
    toks, at = sentence.toks, draft.start
    owned = toks[at].low in meeting_grammar().owners and at < draft.head
    fronted = 0 < at <= _FRONTED and toks[at - 1].low in meeting_grammar().within
    if draft.people and owned and fronted:
        others, draft.people = draft.people, []
        draft.add_people([*people.stand_ins(None), *others])
        draft.told = len(draft.people) > 1


def _of_many(sentence: Sentence, draft: Draft, many: Sequence[Ref]) -> None:
    """Take the level of "talks of deputy ministers"; a meeting "between the NU leaders" is a forum."""
    if many and draft.format is None and not draft.people:
        if of_organisation(sentence, many[0].start, many[-1].end):
            draft.format, draft.named = "forum", _name(sentence, draft.start, many[-1].end)
        elif (level := group_level(many)) != "other":
            draft.group_level = level


def _who_held(people: People, sentence: Sentence, end: int) -> list[Entity]:
    """Read "the talks that Minister X and Minister Y held in Halden": the subject of the relative met."""
    toks = sentence.toks
    if end + 1 >= len(toks) or toks[end].low not in meeting_grammar().relatives:
        return []
    first = sentence.cover.get(end + 1) or sentence.cover.get(end + 2)
    if first is None or first.kind not in NAMED:
        return []
    refs = listed(sentence, first)
    verb = next((v for v in sentence.verbs if refs[-1].end <= v.start <= refs[-1].end + 1), None)
    if verb is None or "past" not in verb.forms or verb.lemma not in meeting_grammar().made_of:
        return []
    met = people.of(refs)
    return met if len(met) > 1 else []


def _we_gathered(sentence: Sentence, start: int) -> bool:
    """Read "We, the leaders of the Northern Union, gathered in Halden for the 5th NU Summit"."""
    toks = sentence.toks
    if toks[0].low != "we" or start < 2 or toks[start - 1].low not in ("for", "at"):
        return False
    return any(v.end <= start and v.lemma in meeting_grammar().gathering for v in sentence.verbs)


def _told_behind(people: People, sentence: Sentence, draft: Draft, end: int, limit: int) -> int:
    """Read "the State Visit that President X will make to XB": its visitor; return where its words end."""
    lows = sentence.lows
    at = end + 1
    ref = sentence.cover.get(at) if end < len(lows) and lows[end] in ("that", "which") else None
    if ref is None or ref.kind not in NAMED or draft.people:
        return limit
    verb = next((v for v in sentence.verbs if v.start >= ref.end), None)
    made = verb is not None and verb.start <= ref.end + 2 and lows[verb.end : verb.end + 1] == ["to"]
    if not made or verb is None:
        return limit
    draft.people = people.of([ref])
    draft.end = verb.end
    return len(lows)


def _office_after(sentence: Sentence, start: int, limit: int) -> bool:
    """Read "the visit of the Foreign Minister to XB", "visits to XB by the speakers": an office alone."""
    return any(
        start < ref.start < limit
        and ref.kind in ("role", "group")
        and sentence.toks[ref.start - 1].low in meeting_grammar().visitor_after
        for ref in sentence.refs
    )


def _under_way(people: People, sentence: Sentence, draft: Draft) -> None:
    """Read "X is on an official visit to XB", "who is in XB on a visit": a report of who is on it.

    "Minister X, currently on a visit to XB, met …" tells its visitor only.
    """
    toks, at = sentence.toks, draft.start
    if at < 3 or toks[at - 1].low not in _ON_VISIT:
        return
    at -= toks[at - 2].low in meeting_grammar().now
    if toks[at - 2].text == "," and at < draft.start and (visitor := sentence.ref_ending(at - 3)) is not None:
        draft.people = people.of([visitor]) if visitor.kind in NAMED else []
    verb = _goes(sentence, at - 2) if at > 2 else None
    if verb is None or verb < 1 or (toks[at - 1].low == "for" and verb == at - 2):
        return
    ahead = toks[verb - 1].low in MODALS
    auxiliary = int(ahead or toks[verb - 1].low in _PERFECT)
    last = _subject_before(sentence, verb - 1 - auxiliary)
    if last is None:
        return
    joined = last.start > 1 and toks[last.start - 1].low == "and"
    first = sentence.ref_ending(last.start - 2) if joined else None
    draft.people = people.subject([*([first] if first is not None else []), last])
    draft.kind, draft.tense, draft.specific = "visit", "future" if ahead else "present", True
    there = [m.code for m in sentence.states if verb < sentence.token_at(m.span.start) < at and m.code]
    draft.destination = there[0] if there else None
    at_who = toks[verb - 1 - auxiliary].low == "who"
    draft.start = verb - 1 - auxiliary if at_who else (first or last).start


def _goes(sentence: Sentence, end: int) -> int | None:
    """Return where "is", "is in XB", "arrived in XB" stands whose last token is ``end``; None elsewhere."""
    toks, grammar = sentence.toks, meeting_grammar()
    if toks[end].low in BE:
        return end
    for i in range(end, max(0, end - _PLACE_WORDS), -1):
        if toks[i].low in ("in", "to"):
            verb = toks[i - 1].low
            return i - 1 if verb in BE or verb in grammar.to_visit else None
        if not is_capital(toks[i]) and toks[i].low not in grammar.before_goal:
            return None
    return None


def _subject_before(sentence: Sentence, end: int) -> Ref | None:
    """Return the person at token ``end``, or before the "who" that stands there."""
    if end >= 0 and sentence.toks[end].low == "who":
        return next((r for r in reversed(sentence.refs) if r.end <= end and r.kind in NAMED), None)
    ref = sentence.ref_ending(end)
    return ref if ref is not None and ref.kind in (*NAMED, "pronoun") else None


def _owner_start(sentence: Sentence, start: int) -> int:
    """Return where "President X’s" begins before the phrase at ``start``: it belongs to the visit."""
    if start < 2 or sentence.toks[start - 1].low not in POSSESSIVES:
        return start
    owner = sentence.ref_ending(start - 2)
    return owner.start if owner is not None else start


def _of_a_crowd(sentence: Sentence, draft: Draft, noun: EventMention, limit: int) -> bool:
    """Tell an arranged visit of private people ("a memorial visit by former islanders") from a state's."""
    named = any(r.start < limit and r.end > draft.start and r.kind != "pronoun" for r in sentence.refs)
    by = any(t.low == "by" for t in sentence.toks[noun.end : min(limit, noun.end + 2)])
    return by and not named and noun.start - draft.start > 1


def noun_draft(sentence: Sentence, noun: EventMention, kind: str) -> Draft:
    """Return what the words of a noun's own phrase say of its meeting."""
    start = phrase_start(sentence, noun.start)
    draft = Draft(
        sentence=sentence,
        start=start,
        end=noun.end,
        head=noun.start,
        kind=kind,
        format=noun.noun.format,
        medium=noun.noun.medium,
        rule=f"noun.{noun.noun.id}",
    )
    draft.definite = sentence.toks[start].low in meeting_grammar().determined
    draft.name_end, draft.bare = noun.end, noun.noun.bare
    draft.round = numeral_in(sentence.toks, start, noun.start)
    tail = theme_end(sentence, noun)
    if _is_forum(sentence, draft, noun) or has_theme(sentence, start, noun, tail):
        draft.format = "forum"
        draft.end = draft.name_end = tail
    capital = is_capital(sentence.toks[noun.start])
    if draft.format is None and noun.noun.medium is None and noun.noun.id in meeting_grammar().worded:
        draft.worded = _worded(sentence, start, noun.end)
        draft.worded = draft.worded or _of_joint_body(sentence, noun.end)
        draft.format = None if draft.worded == "officials" else draft.worded
    if draft.format == "forum" or noun.noun.named:
        draft.named = _name(sentence, start, tail)
    named = noun.noun.named and (capital or noun.noun.id == "other")
    draft.specific = named or draft.format == "forum"
    inside = states_between(sentence, start, noun.end)
    if draft.format != "visit" and len(inside) > 1:
        draft.parties |= inside
    return draft


def _worded(sentence: Sentence, start: int, end: int) -> str | None:
    """Return the format that words inside a phrase of talks tell: "the Vice-Ministerial Dialogue"."""
    words = " ".join(t.low for t in sentence.toks[start:end] if t.text not in "’'“”")
    return meeting_rules().inside.format_of(words.replace(" - ", "-"))


def _of_joint_body(sentence: Sentence, start: int) -> str | None:
    """Read "session of the Joint Commission on Trade": the format of the body whose session it is."""
    toks, grammar = sentence.toks, meeting_grammar()
    at = start + 1 + (start + 1 < len(toks) and toks[start + 1].low in grammar.articles)
    if at >= len(toks) or toks[start].low != "of" or toks[at].low not in grammar.joint:
        return None
    end = at
    while end < min(len(toks), at + _BODY_WORDS) and (is_capital(toks[end]) or toks[end].text in "-–"):
        end += 1
    return "committee" if _worded(sentence, at, max(end, at + 2)) == "committee" else None


def _is_forum(sentence: Sentence, draft: Draft, noun: EventMention) -> bool:
    """Say whether a meeting noun with the name of a body is a forum: "the Northern Union Summit"."""
    if draft.format not in ("summit", "foreign_ministers", None, "forum"):
        return False
    if noun.noun.id in meeting_grammar().not_of_body:
        return False
    if draft.format is None and not is_capital(sentence.toks[noun.start]):
        return False
    return of_organisation(sentence, draft.start, noun.end) or _of_body(sentence, noun)


def _of_body(sentence: Sentence, noun: EventMention) -> bool:
    """Read "summit of the leaders of the Northern Union", "summit of NU leaders"."""
    toks, end = sentence.toks, min(len(sentence.toks), noun.end + 6)
    if noun.noun.format is None or noun.end >= len(toks) or toks[noun.end].low != "of":
        return False
    stop = next(
        (i for i in range(noun.end, end) if toks[i].text in ",.;" or toks[i].low in ("in", "and")), end
    )
    return of_organisation(sentence, noun.end, stop)


def _name(sentence: Sentence, start: int, end: int) -> str:
    words = sentence.lows[start:end]
    return " ".join(word for word in words if word not in meeting_grammar().not_in_name)

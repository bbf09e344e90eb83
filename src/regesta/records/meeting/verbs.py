"""Meetings by verb: which reading a verb takes, and that of "met", "spoke with" and the like."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from regesta.mentions.events import EventMention
from regesta.mentions.group_nouns import GroupNoun, noun_at
from regesta.mentions.tokens import is_capital
from regesta.records.cast import Entity
from regesta.records.clause import Clause
from regesta.records.meeting.carried import carried
from regesta.records.meeting.draft import Draft
from regesta.records.meeting.guests import received
from regesta.records.meeting.people import NAMED, People, group_level, listed, possessed, side_codes
from regesta.records.meeting.phrases import is_object, phrase_start
from regesta.records.meeting.site import Site, is_noun, shares_cast
from regesta.records.meeting.visits import leads_delegation, purposed, visited
from regesta.records.view import Ref
from regesta.rules.grammar import grammar
from regesta.rules.meeting_grammar import meeting_grammar
from regesta.rules.meetings import VerbClass, meeting_rules

_ORDER: tuple[VerbClass, ...] = ("lead", "receive", "visit", "meet")
_REACH = 14
_GROUP_WITHIN = 6
_NAME = 8
_OF_WHOM = 5


@cache
def _classes() -> dict[str, VerbClass]:
    """Every verb with its class; of two classes of one verb the later one in the order counts."""
    return {verb: name for name in _ORDER for verb in meeting_rules().verbs[name]}


def may_meet(clause: Clause) -> bool:
    """Say whether the verb of a clause is one that may report a meeting; most are not."""
    verb = clause.verb
    heads = meeting_grammar().opening | meeting_grammar().serving
    if verb.kind == "predicate" or (verb.kind == "group" and clause.head not in heads):
        return False
    known = verb.lemma in _classes() or clause.head in _classes()
    return (
        known or clause.head in meeting_grammar().carriers.words or clause.head in meeting_grammar().serving
    ) and not (verb.kind == "event" and is_noun(clause))


def by_verb(people: People, site: Site, nouns: Sequence[EventMention], used: set[int]) -> Draft | None:
    """Return the meeting that a clause reports, if it reports one; a noun it takes joins ``used``.

    The clause must be one of those that :func:`may_meet`.
    """
    verb = site.clause.verb
    name = _classes().get(verb.lemma) or _classes().get(site.head)
    if site.head in meeting_grammar().serving:
        meals = [noun for noun in nouns if noun.noun.id == "meal"]
        return _by_carrier(people, site, _noun_of(site, meals, used), used)
    if site.head in meeting_grammar().carriers.words and name != "lead":
        return _by_carrier(people, site, _noun_of(site, nouns, used), used)
    if name == "meet" and (noun := _gathered_for(site, nouns, used)) is not None:
        return _met_for(people, site, noun, used)
    draft = _by_class(people, site, name)
    if draft is not None and name == "meet" and not draft.people:
        _take_body(site, nouns, used, draft)
    return draft


def _take_body(site: Site, nouns: Sequence[EventMention], used: set[int], draft: Draft) -> None:
    """Read "the Joint Commission will meet": the body that meets tells the format."""
    for noun in nouns:
        if noun.noun.format == "committee" and site.clause.first <= noun.start < site.clause.verb.start:
            draft.format = noun.noun.format
            used.add(noun.start)


def _gathered_for(site: Site, nouns: Sequence[EventMention], used: set[int]) -> EventMention | None:
    """Return what somebody "met for" or "gathered for", and what "we met at": the meeting's own name."""
    if site.head not in meeting_grammar().gathering or site.clause.passive:
        return None
    toks, noun = site.sentence.toks, _noun_of(site, nouns, used)
    if noun is None or noun.noun.format == "visit":
        return None
    before = toks[max(0, phrase_start(site.sentence, noun.start) - 1)].low
    return noun if before == "for" or (before == "at" and toks[0].low == "we") else None


def _met_for(people: People, site: Site, noun: EventMention, used: set[int]) -> Draft | None:
    """Read "met with Minister X for talks", "gathered for the third round of consultations"."""
    if not _others(people, site) and _office_after(people, site) is None:
        return carried(people, site, noun, used)
    draft = _met(people, site)
    if draft is not None:
        used.add(noun.start)
        draft.format = draft.format or noun.noun.format
    return draft


def _by_class(people: People, site: Site, name: VerbClass | None) -> Draft | None:
    if name == "meet":
        return _met(people, site)
    if name == "receive":
        return received(people, site)
    if is_noun(site.clause):
        return None
    if name == "visit" or (name == "lead" and leads_delegation(site)):
        return visited(people, site)
    return None


def _noun_of(site: Site, nouns: Sequence[EventMention], used: set[int]) -> EventMention | None:
    """The first meeting noun after the verb, in its clause, that no other verb has taken."""
    start = site.clause.verb.start
    return next((n for n in nouns if start <= n.start < site.limit and n.start not in used), None)


def _by_carrier(people: People, site: Site, noun: EventMention | None, used: set[int]) -> Draft | None:
    if noun is not None and is_object(site.sentence, site.clause.verb, noun):
        return carried(people, site, noun, used)
    if site.clause.verb.lemma in meeting_grammar().receiving:
        return received(people, site)
    if noun is not None:
        site.unmet("a noun for a meeting stands near, but is not its object")
    return None


def _met(people: People, site: Site) -> Draft | None:
    """Read "met", "spoke by telephone with …"; None where only one side is there."""
    clause, sentence, end = site.clause, site.sentence, site.clause.verb.end
    if clause.role not in ("main", "as", "infinitive", "embedded"):
        return site.unmet("a participle or a relative clause, which reports no meeting") or None
    if clause.passive and clause.verb.lemma != "joined":
        return site.unmet("a passive: who met is not its subject") or None
    subject = site.subject or purposed(site)
    persons, others = people.subject(subject), _others(people, site)
    if clause.verb.kind == "group" and not (persons and others):
        return site.unmet("talked about something: nobody is named with whom") or None
    group = None if others else _unnamed(site)
    office = None if others else _office_after(people, site)
    own = not persons and people.own_head(subject)
    unnamed = group is not None or office is not None
    if not unnamed and not _several(site, len(persons) + len(others) + own, bool(others)):
        return site.unmet("one side alone: nobody is named whom it met") or None
    alone = clause.role == "infinitive" and not subject
    draft = site.draft(_past_name(site, min(site.limit, end + 1)))
    draft.add_people(persons)
    draft.add_people(others)
    draft.parties |= side_codes([*subject, *_sides_after(site)])
    draft.parties |= {people.cast.side} if own and people.cast.side else set()
    if group is not None:
        private = _are_private(site, group[1])
        draft.others_level = "other" if private else group[0].level if group[0].level != "other" else None
        draft.format = "officials" if private else draft.format
        draft.end = max(draft.end, group[1])
    if office is not None:
        _take_office(draft, office)
    draft.shared_cast = not persons and (alone or shares_cast(subject))
    if clause.verb.lemma in meeting_grammar().courtesy:
        draft.format = "courtesy_call"
    draft.verb, draft.group_level = site.head, group_level(subject)
    draft.each = any(t.low in meeting_grammar().apart for t in sentence.toks[clause.start : end + 3])
    draft.purpose = clause.role == "infinitive"
    return draft


def _office_after(people: People, site: Site) -> Ref | None:
    """Return the office without a name whose holder was met: "met the Secretary-General of the NU".

    So too "met with the Presidents of XA and XB".
    """
    sentence, start = site.sentence, site.clause.verb.end
    for ref in sentence.refs:
        if not start <= ref.start <= start + _GROUP_WITHIN or possessed(sentence, ref):
            continue
        met = (ref.start == start and _takes_person(site)) or sentence.toks[ref.start - 1].low == "with"
        states, level = _states_and_level(ref)
        if met and level is not None and states - {people.cast.side}:
            return ref
    return None


def _states_and_level(ref: Ref) -> tuple[set[str], str | None]:
    """The states and the level that an office or a group of persons names."""
    if ref.kind == "role" and ref.person is not None:
        return ({ref.person.state} if ref.person.state else set()), ref.person.level
    if ref.kind == "group" and ref.group is not None and ref.group.of == "person":
        return set(ref.group.states), ref.group.level
    return set(), None


def _take_office(draft: Draft, ref: Ref) -> None:
    """Give a meeting the side and the level of those who are named by office alone."""
    states, level = _states_and_level(ref)
    draft.parties |= states
    draft.others_level = level if level != "other" else None
    draft.end = max(draft.end, ref.end)


def _past_name(site: Site, end: int) -> int:
    """Return where "met the Harbour Board" ends, whose name nobody knows: not at the article."""
    toks = site.sentence.toks
    if toks[end - 1].low not in grammar().articles:
        return end
    past = end
    while past < min(site.limit, end + _NAME) and is_capital(toks[past]):
        past += 1
    return past if past > end else end - 1


def _others(people: People, site: Site) -> list[Entity]:
    """The persons after "with", or after a verb that needs none: "met Minister X", "spoke to Minister X"."""
    sentence, verb = site.sentence, site.clause.verb
    others = people.after(sentence, ("with",), verb.end, site.limit)
    if others or not _takes_person(site):
        return others
    ref = sentence.cover.get(verb.end) or sentence.cover.get(_past_owner(site))
    if ref is not None and ref.kind in NAMED:
        return people.of(listed(sentence, ref))
    return people.leader(sentence, verb.end)


def _takes_person(site: Site) -> bool:
    """Say whether the person met may follow the verb at once: "met Minister X", "spoke to Minister X"."""
    verb = site.clause.verb
    return verb.lemma == "meet" or site.sentence.toks[verb.end - 1].low in ("with", "to", "on", "upon")


def _past_owner(site: Site) -> int:
    """The token after "his" in "met his counterpart Minister X", else the one after the verb."""
    at = site.clause.verb.end
    return at + (at < site.limit and site.sentence.toks[at].low in meeting_grammar().determined)


def _unnamed(site: Site) -> tuple[GroupNoun, int] | None:
    """Return the group without names whom somebody met, and the token after it: "met senior XB officials"."""
    toks, start = site.sentence.toks, site.clause.verb.end
    if not site.subject or not _takes_person(site) or site.head in meeting_grammar().calling:
        return None
    for at in range(start, min(site.limit, start + _GROUP_WITHIN)):
        noun = noun_at(toks, at)
        if noun is not None and noun.of == "person" and not noun.single:
            return noun, at + len(noun.words)
        if toks[at].low in meeting_grammar().phrase_ends or not toks[at].text[0].isalpha():
            return None
    return None


def _are_private(site: Site, end: int) -> bool:
    """Read "met business leaders", "met representatives of Brevonian firms": no officials of a state."""
    toks, private = site.sentence.toks, meeting_grammar().private.words
    stop = min(site.limit, end + _OF_WHOM) if end < len(toks) and toks[end].low in ("of", "from") else end
    return any(t.low in private for t in toks[site.clause.verb.end : stop])


def _several(site: Site, count: int, others: bool) -> bool:
    """Say whether more than one side meets; a lone speaker meets nobody."""
    clause, toks, grammar = site.clause, site.sentence.toks, meeting_grammar()
    end = clause.verb.end
    if not others and site.head in grammar.speaking:
        reached = {t.low for t in toks[end : end + 2]} & grammar.reached_by
        if site.head in grammar.calling or not reached:
            return False
    once_more = clause.role == "infinitive" and not site.subject
    return (
        count > 1
        or (once_more and any(t.low in grammar.again for t in toks[end : end + 4]))
        or any(ref.kind == "group" or _is_many(ref) for ref in site.subject)
        or any(t.low == "with" for t in toks[end - 1 : min(site.limit, end - 1 + _REACH)])
    )


def _is_many(ref: Ref) -> bool:
    """Say whether a pronoun stands for several: "they", "both", "we"."""
    return ref.group is not None and ref.kind == "pronoun" and ref.group.noun in ("they", "we")


def _sides_after(site: Site) -> list[Ref]:
    """The sides named after a verb as those with whom one met: not in what it was for or about.

    "Met with XB’s team" is a meeting with XB; "… to thank him for answering XC’s call" none with XC.
    """
    sentence, start = site.sentence, site.clause.verb.end
    stop = min(site.limit, start + _REACH)
    sides = [r for r in sentence.refs if start <= r.start < stop and r.kind in ("party", "side")]
    purpose = _purpose(site, start, stop)
    return [
        r for r in sides
        if sentence.toks[r.start - 1].low == "with" or r.start == start
        or (r.start < purpose and not possessed(sentence, r))
    ]  # fmt: skip


def _purpose(site: Site, start: int, stop: int) -> int:
    """Where the words begin in ``[start, stop)`` that say what a meeting was for or about, else ``stop``."""
    aims = [c.start for c in site.found if c.role == "infinitive" and start < c.start < stop]
    about = [i for i in range(start, stop) if site.sentence.toks[i].low in meeting_grammar().matter]
    return min([*aims, *about, stop])

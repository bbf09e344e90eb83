"""How the cast of a document is read: titled persons first, then bare names that act or are met."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from regesta.mentions.people import PersonMention
from regesta.records.cast import HEADS, Cast, Entity
from regesta.records.homes import settle_countries
from regesta.records.names import fold, name_words
from regesta.records.subjects import set_off, with_owner
from regesta.records.view import Ref, Sentence
from regesta.rules.grammar import grammar

_OPENING = re.compile(r"^(?:[Tt]he|then)\s+")
_GAP = 3
_CALL = 6
_LISTED = 8
_APPOSED = 24
_NOT_FINITE = frozenset({"ing", "base", "participle"})


def fill_cast(cast: Cast, sentences: Sequence[Sentence], title: int | None, kind: str) -> Cast:
    """Read the persons of a document into a ``cast`` that is still empty, and return it.

    ``title`` is the title's block, ``kind`` what sort of document it is.
    """
    cast.titles = _titles(sentences)
    named = [(s, r, r.person) for s in sentences for r in s.refs if r.person and r.person.name]
    for sentence, ref, person in named:
        if person.titled:
            _add(cast, _owned(sentence, ref, person))
    for sentence, ref, person in named:
        if person.titled:
            continue
        office = _apposed_to(sentence, ref)
        if office is not None:
            _add(cast, replace(person, office=office.office, level=office.level, state=office.state))
        elif _is_person(cast, sentence, ref, person, title):
            _add(cast, _owned(sentence, ref, person))
    _add_guests(cast, sentences)
    cast.order()
    settle_countries(cast, sentences, joint=kind == "joint_statement")
    cast.settle()
    return cast


def _titles(sentences: Sequence[Sentence]) -> frozenset[str]:
    """The acronyms in brackets in or behind an office: "Minister of State (MS) for Law"."""
    found = set[str]()
    for sentence in sentences:
        offices = [r for r in sentence.refs if r.person is not None and r.person.office is not None]
        for ref, toks in ((r, sentence.toks) for r in offices):
            for i in range(ref.start, min(ref.end + 1, len(toks) - 2)):
                if toks[i].text == "(" and toks[i + 2].text == ")" and toks[i + 1].text.isupper():
                    found.add(toks[i + 1].text)
    return frozenset(found)


def _owned(sentence: Sentence, ref: Ref, person: PersonMention) -> PersonMention:
    """Give a person without a side that of the state whose he is said to be: "XB’s Edda Stromsen"."""
    before = next((r for r in sentence.refs if r.end < ref.start and set_off(sentence, r) is ref), None)
    office = before.person if before is not None else None
    if office is not None and office.state is not None and person.state is None:
        own = person if person.office else replace(person, office=office.office, level=office.level)
        return replace(own, state=office.state)
    start = with_owner(sentence, ref) if person.state is None else ref.start
    owner = sentence.cover.get(start) if start < ref.start else None
    if owner is None or owner.state is None or owner.state.code is None:
        return person
    return replace(person, state=owner.state.code)


def _add_guests(cast: Cast, sentences: Sequence[Sentence]) -> None:
    """Enter those of other states who are named by office alone, unless it is the publisher's office."""
    for ref in (ref for sentence in sentences for ref in sentence.refs if ref.kind == "role"):
        office = ref.person
        if office is None or office.plural or office.level == cast.head_level:
            continue
        if office.state in (None, cast.side) or office.level is None:
            continue
        words = _OPENING.sub("", office.office or "")
        if office.level in HEADS:
            cast.guests.setdefault(office.level, (words, office.state))
        elif not any(e.country == office.state and e.level == office.level for e in cast.entities):
            cast.strangers.setdefault(fold(words), (words, office.state))


def _add(cast: Cast, person: PersonMention) -> None:
    """Enter a mention: into the entry of the person it names, or as a new one."""
    assert person.name is not None
    name = _one_line(cast.untitled(person.name))
    entity, words = cast.find(name), name_words(name)
    if entity is not None and words != entity.words and _is_foreign(person, entity):
        entity = None
    if entity is None:
        entity = cast.add(name, words, person.span.start)
    if len(words) > len(entity.words):
        cast.rename(entity, name, words)
    entity.first = min(entity.first, person.span.start)
    entity.titled = entity.titled or person.titled
    if person.level is not None and (entity.level is None or _is_fuller(person, entity)):
        entity.level = person.level
        entity.role = None if person.office is None else _OPENING.sub("", person.office)
    entity.country = entity.country or person.state


def _is_foreign(person: PersonMention, entity: Entity) -> bool:
    """Say whether a mention names another state than the entry has: two persons of one name."""
    return bool(person.state and entity.country) and entity.country != person.state


def _is_fuller(person: PersonMention, entity: Entity) -> bool:
    """A fuller office replaces a shorter one ("Secretary of State" after "Secretary")."""
    return entity.role is None or len(person.office or "") > len(entity.role)


def _one_line(name: str) -> str:
    return " ".join(name.split())


def _is_person(cast: Cast, sentence: Sentence, ref: Ref, person: PersonMention, title: int | None) -> bool:
    """Take a bare run of capitalised words for a person where words around it say so."""
    assert person.name is not None
    if cast.find(person.name) is not None:
        return True
    before = sentence.toks[ref.start - 1].low if ref.start else ""
    if len(person.name.split()) < 2 or before in grammar().articles:
        return False
    met = sentence.block.index == title and before in grammar().partner_marks
    if met and before == "and":
        met = sentence.ref_ending(ref.start - 2) is not None
    met = met or _called(sentence, ref)
    return met or (before not in grammar().prepositions and _acts_with_others(sentence, ref))


def _called(sentence: Sentence, ref: Ref) -> bool:
    """Read "his telephone conversation with Edda Stromsen": with whom somebody had a call is a person."""
    before = sentence.lows[max(0, ref.start - _CALL) : ref.start]
    words = before[:-1]
    own = any(word in ("his", "her") for word in words)
    line = any(word in ("telephone", "phone") for word in words[-2:])
    return before[-1:] == ["with"] and own and line


def _apposed_to(sentence: Sentence, ref: Ref) -> PersonMention | None:
    """Read "by the XB Trade Minister and envoy for the strait, Tor Halvek, …": the office of a name.

    The name stands between commas, or before a full stop, and no finite verb between it and the
    nearest phrase of an office alone that begins with "the" and says whose it is.
    """
    toks = sentence.toks
    words, end = ref.end - ref.start, ref.end
    closed = end >= len(toks) or toks[end].text in ",.;)"
    if words < 2 or ref.start < 2 or toks[ref.start - 1].text != "," or not closed:
        return None
    last = min((v.start for v in sentence.verbs if "past" in v.forms and v.end <= ref.start), default=-1)
    roles = [r for r in sentence.refs if r.kind == "role" and ref.start - _APPOSED <= r.start < ref.start - 1]
    for role in roles:
        office = role.person
        if office is None or office.plural or not office.definite or office.state is None:
            continue
        if role.start > last and _one_phrase(sentence, role.end, ref.start - 1):
            return office
    return None


def _one_phrase(sentence: Sentence, start: int, end: int) -> bool:
    """Say whether no mark and no finite verb parts tokens ``[start, end)``."""
    toks = sentence.toks[start:end]
    spans = range(start, end)
    finite = any(v.start in spans and not v.forms <= _NOT_FINITE for v in sentence.verbs)
    return not finite and all(t.text not in ",;:." for t in toks)


def _acts_with_others(sentence: Sentence, ref: Ref) -> bool:
    """Say whether a name is a subject, alone or with others: "X and Minister Y discussed"."""
    end = ref.end
    for _ in range(_LISTED):
        if _acts(sentence, end):
            return True
        other = _listed_after(sentence, end)
        if other is None:
            return False
        end = other.end
    return False


def _listed_after(sentence: Sentence, end: int) -> Ref | None:
    """Return the person whom "and" adds at token ``end``, or a comma too: ", XB’s Y", with a state before."""
    toks, at = sentence.toks, end
    while at < len(toks) and toks[at].low in (",", "and"):
        at += 1
    owner = sentence.cover.get(at)
    owned = owner is not None and owner.kind == "party" and owner.end < len(toks)
    if owner is not None and owned and toks[owner.end].low in grammar().possessives:
        at = owner.end + 1
    elif at != end + 1 or toks[end].low != "and":
        return None
    other = sentence.cover.get(at)
    return other if other is not None and other.start == at and other.kind == "person" else None


def _acts(sentence: Sentence, end: int) -> bool:
    """Say whether a verb follows, as after a subject, or ", who"; an infinitive only in a headline."""
    if sentence.lows[end : end + 2] == [",", "who"]:
        return True
    headline = sentence.block.kind in ("title", "heading")
    for verb in sentence.verbs:
        between = sentence.toks[end : verb.start]
        near = verb.start >= end and len(between) <= _GAP
        if near and all(t.low in grammar().subject_gap for t in between):
            return "ing" not in verb.forms and (headline or all(t.low != "to" for t in between))
    return False

"""For which side persons stand whose words name none: the publisher's own, or the one other side.

A country that no words state is marked: ``publisher`` (taken from the publisher) or ``inferred``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import takewhile

from regesta.mentions.office_words import office_level
from regesta.records.cast import HEADS, MINISTERS, Cast, Entity, other_state
from regesta.records.names import fold, is_full, name_words
from regesta.records.view import Ref, Sentence
from regesta.records.visitors import visitors
from regesta.records.word_sets import WordSets
from regesta.rules.meeting_grammar import meeting_grammar

_CLOSE = 120
_PERSONS = ("person", "role")
_HEAD = 2
Mention = tuple[Sentence, Ref]
# An office of a body that is known by an acronym, of a bank, a group and the like is of no state's; nor is
# that of a body's manager for one country.
_OF_BODY = re.compile(
    r"^Country (?:\w{3,20} )?(?:Director|Manager)\b"
    r"|(?:\b(?:of|at)|[–—-]) (?:the )?(?:[A-Z]{3,}\b"
    r"|(?!Central|National|State|Federal)(?:[A-Z][\w-]{1,30} ){1,5}"
    r"(?:Bank|Group|Fund|Company|Corporation|Association|Foundation)\b)"
)


def settle_countries(cast: Cast, sentences: Sequence[Sentence], *, joint: bool) -> None:
    """Give a side to each person of the cast who has none; needs the publisher's side.

    Who was met and may be of any of several other states is left without one.

    In a ``joint`` text who holds no office that is named is of no side more than of another.
    """
    stateless = [e for e in cast.entities if e.country is None and not (joint and e.role is None)]
    side = cast.side
    if side is None:
        return
    _settle_guests(cast, stateless, sentences[:_HEAD])
    stateless = [e for e in stateless if not serves_body(e)]
    if _serves_nobody_yet(cast):
        for entity in stateless:
            entity.level = entity.level or cast.head_level
    foreign = other_state(sentences[:1], side) or other_state(sentences, side) or _most_named(sentences, side)
    firsts = _first_mentions(stateless, sentences)
    called = {e.number for e in stateless if _is_called_on(firsts.get(e.number))}
    others = {id(e): e.number in called or _is_object(firsts.get(e.number)) for e in stateless}
    stateless = [e for e in stateless if e.country is None]
    own_alone = _is_named_alone(cast.head_level, sentences[:_HEAD])
    one_of_us = own_alone or not all(others.values()) or any(e.country == side for e in cast.entities)
    at_home = {e.level for e in cast.entities if e.country == side}
    guests = visitors(cast, sentences, side)
    for entity in sorted(stateless, key=lambda e: others[id(e)]):
        own_head = entity.level == cast.head_level and _serves_nobody_yet(cast)
        own_head = own_head and not (others[id(entity)] and entity.role is None and own_alone)
        visitor = others[id(entity)] and (one_of_us or entity.level in at_home)
        visitor = visitor and not _meets_guest(cast, firsts.get(entity.number), sentences)
        visitor = visitor and (entity.number not in called or _our_own_calls(cast, firsts[entity.number]))
        second = _is_second(cast, entity) or _is_paired(cast, entity, firsts.get(entity.number))
        second = second or _is_other_head(cast, entity)
        away = entity.number in guests or (not own_head and (visitor or second))
        if away and entity.role is None and entity.level == cast.head_level:
            entity.level = None
        if away and foreign is None:
            continue
        entity.country = foreign if away else side
        one_of_us = one_of_us or entity.country == side
        entity.country_basis = "inferred" if away else "publisher"
        entity.level = (office_level(entity.role, entity.country) if entity.role else None) or entity.level
    _level_counterparts(cast)


def serves_body(entity: Entity) -> bool:
    """Say whether the office of a person is one of a bank, a group or another body, and of no state."""
    return entity.role is not None and _OF_BODY.search(entity.role) is not None


def _settle_guests(cast: Cast, stateless: Iterable[Entity], lead: Iterable[Sentence]) -> None:
    """Read "Visit of the President of XB" before "President Sule": the office that the head of a text names.

    Not where somebody is known to hold it for that state, nor of the office that the publisher serves.
    """
    alone = [r.person for s in lead for r in s.refs if r.kind == "role" and r.person is not None]
    named = [p for p in alone if p.state not in (None, cast.side) and not p.plural]
    for office in named:
        held = any(e.country == office.state and e.level == office.level for e in cast.entities)
        if held or office.level == cast.head_level:
            continue
        words = f" {fold(office.office or '')} "
        fits = [e for e in stateless if e.role and f" {fold(e.role)} " in words and e.country is None]
        if len(fits) == 1:
            fits[0].country, fits[0].country_basis = office.state, "inferred"
            fits[0].level = office.level


def _is_named_alone(level: str | None, lead: Iterable[Sentence]) -> bool:
    """Say whether the head of a text names an office of this level without a name or a state."""
    alone = (r.person for s in lead for r in s.refs if r.kind == "role" and r.person is not None)
    return level is not None and any(p.level == level and p.state is None for p in alone)


def _level_counterparts(cast: Cast) -> None:
    """A "counterpart" holds the office of the first person named for the publishing side."""
    home = next((e for e in cast.entities if e.country == cast.side and e.level is not None), None)
    for entity in cast.entities:
        if home is not None and entity.level == "other" and "counterpart" in (entity.role or "").lower():
            entity.level = home.level


def _serves_nobody_yet(cast: Cast) -> bool:
    """Say whether the office that the publisher serves is known and nobody of its side holds it."""
    level = cast.head_level
    return level is not None and not any(e.level == level and e.country == cast.side for e in cast.entities)


def _is_second(cast: Cast, entity: Entity) -> bool:
    """A state has one foreign minister: of two named close together, the second is the other side's."""
    if entity.level not in (*HEADS, "foreign_minister", "defence_minister") or not entity.titled:
        return False
    before = (cast.entities[at] for at in range(entity.number - 1, -1, -1))
    near = takewhile(lambda e: entity.first - e.first < _CLOSE, before)
    return any(
        e.country == cast.side and e.level == entity.level and e.first < entity.first and e.titled
        for e in near
    )


def _is_other_head(cast: Cast, entity: Entity) -> bool:
    """Tell the other side's "President Dorn" where the publisher's own president has another name.

    Whoever holds the office at home must be named in full, and the other one by last name alone.
    """
    if entity.level not in HEADS or not entity.titled or is_full(entity.name):
        return False
    own = [e for e in cast.entities if e.country == cast.side and e.level in HEADS and is_full(e.name)]
    office = fold(entity.role or "")
    return any(f"{fold(e.role or '')} ".startswith(f"{office} ") for e in own) and bool(office)


def _is_paired(cast: Cast, entity: Entity, first: Mention | None) -> bool:
    """Read "Mr Sule and Mr Dorn discussed …", "President Sule and Prime Minister Dorn met …".

    Of two persons named together who hold no office, or each the highest, or the same of ministers, the
    second is the other side's; of two who held talks with nobody else too, whatever their offices.
    """
    if first is None:
        return False
    sentence, ref = first
    before = sentence.ref_ending(ref.start - 2)
    joined = ref.start > 1 and sentence.toks[ref.start - 1].low == "and" and before is not None
    partner = cast.of_ref(before) if joined and before is not None else None
    if partner is None or before is None or partner.country != cast.side:
        return False
    named = entity.level if entity.role is not None else None
    if _held_talks(sentence, before, ref):
        return True
    if named in MINISTERS:
        return partner.role is not None and fold(partner.role) == fold(entity.role or "")
    return named is None or (named in HEADS and partner.level in HEADS)


def _held_talks(sentence: Sentence, one: Ref, other: Ref) -> bool:
    """Read "the talks that Minister X and Adviser Y held": a relative on two persons and nobody else."""
    lows, grammar = sentence.lows, meeting_grammar()
    if one.start == 0 or lows[one.start - 1] not in grammar.relatives or "with" in lows[other.end :]:
        return False
    verb = next((v for v in sentence.verbs if other.end <= v.start <= other.end + 1), None)
    return verb is not None and "past" in verb.forms and verb.lemma in grammar.made_of


def _is_object(first: Mention | None) -> bool:
    """Say whether the first mention of a person stands after "with", or in the list that "with" opens.

    In a title, whose verbs are not read, any "with" before it counts.
    """
    if first is None:
        return False
    sentence, ref = first
    before = sentence.lows[: ref.start]
    if sentence.block.kind == "title":
        return "with" in before
    verbs = [v.start for v in sentence.verbs if v.end <= ref.start]
    return bool(verbs) and "with" in before[verbs[-1] :]


def _is_called_on(first: Mention | None) -> bool:
    """Read "paid a courtesy call on President Sule", "was received by President Sule": the host's."""
    if first is None:
        return False
    sentence, ref = first
    before = sentence.lows[: ref.start]
    before = before[:-1] if before[-1:] == ["the"] else before
    verb = before[-2:]
    received = before[-3:-2] in (["was"], ["were"]) and verb == ["received", "by"]
    return received or (verb[1:] in (["on"], ["upon"]) and verb[0] in meeting_grammar().calls)


def _our_own_calls(cast: Cast, first: Mention) -> bool:
    """Say whether the person named before somebody in a sentence, who calls on him, is of our own side."""
    sentence, ref = first
    before = [r for r in sentence.refs if r.end <= ref.start and r.kind in ("person", "role")]
    caller = cast.of_ref(before[-1]) if before else None
    return caller is not None and caller.country == cast.side


def _meets_guest(cast: Cast, first: Mention | None, sentences: Sequence[Sentence]) -> bool:
    """Say whether all persons named before somebody in a sentence are guests, whom he received.

    "She" is the person with whom the sentence before begins.
    """
    if first is None:
        return False
    sentence, ref = first
    named = [r for r in sentence.refs if r.end <= ref.start and r.kind in _PERSONS]
    if not named and sentence.lows[0] in ("he", "she"):
        named = _subject_before(sentence, sentences)
    known = [entity.country for entity in map(cast.of_ref, named) if entity is not None]
    return bool(known) and all(country not in (None, cast.side) for country in known)


def _subject_before(sentence: Sentence, sentences: Sequence[Sentence]) -> list[Ref]:
    """Return the person who is the first to be named in the sentence before, in the same paragraph."""
    before = next((s for s in reversed(sentences) if s.index < sentence.index), None)
    if before is None or before.block.index != sentence.block.index:
        return []
    return [r for r in before.refs if r.kind in _PERSONS][:1]


def _first_mentions(entities: Sequence[Entity], sentences: Sequence[Sentence]) -> dict[int, Mention]:
    """Return where each of ``entities`` is first named, by number: all words of that mention are theirs."""
    named = [(s, r) for s in sentences for r in s.refs if r.person and r.person.name] if entities else []
    filed: WordSets[int] = WordSets()
    for at, (_, ref) in enumerate(named):
        if ref.person is not None and (words := name_words(ref.person.name or "")):
            filed.add(words, at)
    places = {e.number: min(filed.within(e.words), default=None) for e in entities}
    return {number: named[at] for number, at in places.items() if at is not None}


def _most_named(sentences: Iterable[Sentence], side: str) -> str | None:
    """Return the foreign state that a whole document names at least twice as often as any other."""
    counts = Counter(m.code for s in sentences for m in s.states if m.code not in (None, side, "UN"))
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return None
    return ranked[0][0]

"""Who takes part in a meeting: the persons and sides named around its verb or noun."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from regesta.records.cast import HEADS, Cast, Entity
from regesta.records.subjects import set_off
from regesta.records.view import Ref, Sentence
from regesta.rules.meeting_grammar import meeting_grammar

POSSESSIVES = ("’s", "'s", "’")
NAMED = ("person", "role")
_GOAL_WITHIN = 6
_FRONT = 4
_PEER_WITHIN = 5


@dataclass(frozen=True, slots=True)
class People:
    """Turns refs into persons of the document.

    ``stand_ins`` says who is meant by a pronoun as subject, and by the owner of "his visit" (None).
    """

    cast: Cast
    stand_ins: Callable[[Ref | None], list[Entity]]

    def of(self, refs: Sequence[Ref]) -> list[Entity]:
        """Return the persons behind refs without repeats; a publisher's spokesperson takes no part."""
        people: list[Entity] = []
        for ref in refs:
            entity = self.cast.of_ref(ref)
            if entity is not None and entity not in people and not entity.voice:
                people.append(entity)
        return people

    def subject(self, refs: Sequence[Ref]) -> list[Entity]:
        """Return the persons behind a subject: those it names, else those a pronoun stands for."""
        people = self.of(refs)
        if people:
            return people
        for ref in refs:
            people += [entity for entity in self.stand_ins(ref) if entity not in people]
        return people

    def own_head(self, refs: Sequence[Ref]) -> bool:
        """Say whether a subject is the publisher's own head, by office alone: "The President spoke to X"."""
        if len(refs) != 1 or refs[0].kind != "role" or refs[0].person is None or self.cast.side is None:
            return False
        office = refs[0].person
        own = office.level in HEADS and office.definite and office.state in (None, self.cast.side)
        return own and self.cast.of_ref(refs[0]) is None

    def after(self, sentence: Sentence, words: Sequence[str], start: int, limit: int) -> list[Entity]:
        """Return the persons after one of ``words`` at tokens ``[start, limit)``: the first and its list."""
        toks = sentence.toks
        for i in range(start, min(limit, len(toks) - 1)):
            if toks[i].low not in words:
                continue
            first = _past_peer(sentence, i + 1)
            for j in range(first, min(first + 2, len(toks))):
                ref = sentence.cover.get(j)
                if ref is not None and ref.kind in NAMED and not possessed(sentence, ref):
                    return self.of(listed(sentence, ref))
            if tuple(words) == ("with",):
                return self.leader(sentence, i + 1)
        return []

    def leader(self, sentence: Sentence, start: int) -> list[Entity]:
        """Read "with the XB delegation, led by Ambassador X": the person who leads the other side."""
        toks = sentence.toks
        for i in range(start, min(start + 14, len(toks) - 2)):
            if toks[i].low in meeting_grammar().led_by and toks[i + 1].low == "by":
                ref = sentence.cover.get(i + 2)
                if ref is not None and ref.kind == "person":
                    take_sides(self, sentence, [ref])
                    return self.of([ref])
        return []

    def visitors(self, sentence: Sentence, phrase: int, start: int, end: int, limit: int) -> list[Entity]:
        """Return the visitor of the visit at ``[start, end)``: "X's visit", "visit of X", "visit to … by X".

        ``phrase`` is where the phrase of the visit begins; ``limit`` is where what belongs to it ends.
        """
        owner = self._owner(sentence, phrase, start)
        if owner is not None:
            return owner
        toks = sentence.toks
        for i in range(end, min(limit, len(toks) - 1)):
            if (
                toks[i].low not in meeting_grammar().visitor_after
                or toks[i - 1].low in meeting_grammar().inviting
            ):
                continue
            ref = sentence.cover.get(i + 1) or sentence.cover.get(i + 2)
            if ref is not None and ref.kind in NAMED and (people := self.of([ref])):
                return people
        if phrase < start and toks[phrase].low in ("his", "her"):
            return self._whose(sentence, phrase, end) or list(self.stand_ins(None))
        return []

    def _whose(self, sentence: Sentence, phrase: int, end: int) -> list[Entity]:
        """Return whose visit "her visit to XB" is: the first person of its sentence who is not of XB.

        Before the words of the visit, else right after them at the front of the sentence.
        """
        near = [m for m in sentence.states if end <= sentence.token_at(m.span.start) <= end + _GOAL_WITHIN]
        goal = next((m.code for m in near if m.kind == "name"), None)
        before = [r for r in sentence.refs if r.end <= phrase and r.kind in NAMED]
        after = [r for r in sentence.refs if r.start >= end and r.kind in NAMED] if phrase <= _FRONT else []
        away = [e for e in self.of(before or after[:1]) if goal is None or e.country != goal]
        return away[:1]

    def _before_aside(self, sentence: Sentence, phrase: int) -> list[Entity]:
        """Read "X, during her visit to XB, …": whoever stands before the comma is on the visit."""
        for i in range(phrase - 1, max(0, phrase - 4), -1):
            if sentence.toks[i].text == ",":
                ref = sentence.ref_ending(i - 1)
                return self.of([ref]) if ref is not None and ref.kind in NAMED else []
        return []

    def _owner(self, sentence: Sentence, phrase: int, start: int) -> list[Entity] | None:
        for i in range(start, max(-1, phrase - 2), -1):
            if sentence.toks[i].low in POSSESSIVES and (ref := sentence.ref_ending(i - 1)) is not None:
                return self.of([ref])
        return None


def _past_peer(sentence: Sentence, start: int) -> int:
    """Return where a name may begin after "her XB counterpart,": after these words, else at ``start``."""
    toks = sentence.toks
    for i in range(start, min(start + _PEER_WITHIN, len(toks) - 1)):
        if toks[i].low in meeting_grammar().peers:
            return i + 2 if toks[i + 1].text == "," else i + 1
        if sentence.cover.get(i) is not None and sentence.cover[i].kind == "person":
            break
    return start


def take_sides(people: People, sentence: Sentence, named: Sequence[Ref]) -> None:
    """Read "the XB delegation was led by Z": Z is of that side, where no words say of which."""
    for ref in named:
        sides = [r for r in sentence.refs if r.kind == "side" or _on_part(sentence, r)]
        before = [r for r in sides if r.end <= ref.start]
        states = tuple(side_codes(before[-1:]))
        for entity in people.of([ref]):
            if len(states) == 1 and entity.country_basis != "stated":
                entity.country, entity.country_basis = states[0], "stated"


def _on_part(sentence: Sentence, ref: Ref) -> bool:
    """Read "on the part of XB by Z": the state speaks for whoever is named behind it."""
    before = sentence.lows[max(0, ref.start - 3) : ref.start]
    return ref.kind == "party" and before[-2:] in (["part", "of"], ["behalf", "of"], ["side", "of"])


def listed(sentence: Sentence, ref: Ref) -> list[Ref]:
    """Return a ref and the persons that a list adds to it, up to one who begins a clause of his own."""
    ref = set_off(sentence, ref) or ref
    refs, i = [ref], ref.end
    while i < len(sentence.toks):
        j = _past_joints(sentence, i)
        following = sentence.cover.get(j)
        if j == i or following is None or following.start != j or following.kind not in NAMED:
            break
        if possessed(sentence, following) or _reports(sentence, following):
            break
        refs.append(following)
        i = following.end
    return refs


def _past_joints(sentence: Sentence, i: int) -> int:
    while i < len(sentence.toks) and sentence.toks[i].low in meeting_grammar().list_joints:
        i += 1
    return i


def _reports(sentence: Sentence, ref: Ref) -> bool:
    """Say whether a reporting verb follows, of which the person is the subject, alone or with one more."""
    ends = [ref.end]
    if ref.end < len(sentence.toks) and sentence.toks[ref.end].low == "and":
        partner = sentence.cover.get(ref.end + 1)
        ends += [partner.end] if partner is not None and sentence.toks[ref.start - 1].text == "," else []
    return any(
        v.start in range(end, end + 2) and v.kind in ("group", "light") and "past" in v.forms
        for v in sentence.verbs
        for end in ends
    )


def possessed(sentence: Sentence, ref: Ref) -> bool:
    """Say whether a possessive follows: not the person takes part, but something of his."""
    return ref.end < len(sentence.toks) and sentence.toks[ref.end].low in (*POSSESSIVES, "'")


def side_codes(refs: Sequence[Ref]) -> set[str]:
    """Return the states that refs name, alone or inside a group."""
    codes = {ref.state.code for ref in refs if ref.state is not None}
    for ref in refs:
        if ref.group is not None:
            codes |= set(ref.group.states)
    return {code for code in codes if code}


def states_between(sentence: Sentence, start: int, end: int) -> set[str]:
    """Return the states named by words that begin at tokens ``[start, end)``."""
    left, right = sentence.toks[start].start, sentence.toks[end - 1].end
    return {m.code for m in sentence.states if m.code and left <= m.span.start < right}


def sides_after(sentence: Sentence, start: int, limit: int) -> list[Ref]:
    """Return the sides in "between XA and XB", "of XA, XB and XC" after the noun that ends at ``start``.

    A group may name them: "of the ministers of XA, XB and XC". None unless they are of several states.
    """
    toks = sentence.toks
    for i in range(start, min(limit, len(toks))):
        if toks[i].low not in ("between", "among", "of"):
            continue
        found = sides_from(sentence, i + 1, min(limit, len(toks)))
        if len(side_codes(found)) > 1:
            return found
    return []


def many_after(sentence: Sentence, start: int, limit: int) -> list[Ref]:
    """Return the group in "between the NU leaders", "of deputy ministers" after the noun's end, ``start``."""
    toks = sentence.toks
    if start + 1 >= min(limit, len(toks)) or toks[start].low not in ("between", "among", "of"):
        return []
    ref = sentence.cover.get(start + 1)
    many = ref is not None and (ref.kind == "group" or bool(ref.person and ref.person.plural))
    return [ref] if ref is not None and many else []


def sides_before(sentence: Sentence, end: int) -> list[Ref]:
    """Return the sides with which a title begins, before token ``end``: "XA and XB Hold Talks".

    None unless they are of several states.
    """
    found = sides_from(sentence, 0, end)
    return found if len(side_codes(found)) > 1 else []


def sides_from(sentence: Sentence, at: int, end: int) -> list[Ref]:
    """Return the list of sides and groups at token ``at``, which ends before token ``end``."""
    found = list[Ref]()
    while at < end:
        ref = sentence.cover.get(at)
        if ref is not None and ref.kind in ("party", "group"):
            found.append(ref)
            at = ref.end
        elif sentence.toks[at].low == "the" or sentence.toks[at].low in meeting_grammar().list_joints:
            at += 1
        else:
            break
    return found


def peers(sentence: Sentence, start: int, end: int) -> set[str]:
    """Return the states in "her XA and XB counterparts" at tokens ``[start, end)``."""
    for i in range(start, end):
        if sentence.toks[i].low in meeting_grammar().peers:
            return states_between(sentence, start, i) if i > start else set()
    return set()


def group_level(refs: Sequence[Ref]) -> str | None:
    """Return the level that a plural subject names: "the foreign ministers of XA and XB"."""
    for ref in refs:
        if ref.group is not None and ref.group.of == "person" and ref.group.level not in (None, "other"):
            return ref.group.level
        if ref.person is not None and ref.person.plural:
            return ref.person.level
    return None


def level_after(sentence: Sentence, start: int) -> str | None:
    """Return the level said after a noun: "consultations at the level of deputy ministers"."""
    toks = sentence.toks
    for i in range(start, min(start + 14, len(toks) - 2)):
        if toks[i].low == "level" and toks[i + 1].low == "of":
            ref = sentence.cover.get(i + 2) or sentence.cover.get(min(i + 3, len(toks) - 1))
            if ref is not None and ref.group is not None:
                return ref.group.level
            return ref.person.level if ref is not None and ref.person is not None else None
    return None

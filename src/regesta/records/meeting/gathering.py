"""Three sides and more whom the head of a text lists: they are those who met, if its meeting names none."""

from __future__ import annotations

from collections.abc import Sequence

from regesta.records.actors import Scene
from regesta.records.bodies import bodies_beside
from regesta.records.cast import Entity
from regesta.records.meeting.draft import Draft
from regesta.records.meeting.people import People, listed, side_codes, sides_from
from regesta.records.meeting.setting import Setting
from regesta.records.view import Ref, Sentence

_HEAD = 6  # title and lead
_PAIR = 2
_APPOSING = (",", "–", "—", "-", "(", ":")


def add_bodies(scenes: Sequence[Scene], sentences: Sequence[Sentence]) -> None:
    """Read "the ministers of the Union, XA and XB": the body is in the room with just these sides."""
    for sentence in sentences[:_HEAD]:
        for ref in sentence.refs:
            bodies = bodies_beside(ref.group, sentence) if ref.group is not None and ref.group.states else []
            for scene in scenes if bodies else ():
                if side_codes([ref]) == set(scene.parties):
                    scene.bodies = tuple(dict.fromkeys((*scene.bodies, *bodies)))


def add_gathered(setting: Setting, draft: Draft, sentences: Sequence[Sentence]) -> None:
    """A meeting of no or one known side: the three and more whom the head of the text lists take part."""
    known = draft.parties | {e.country for e in draft.people if e.country}
    if len(known) > 1 or draft.format == "visit":
        return
    persons = _persons_gathered(setting, sentences)
    gathered = {e.country for e in persons if e.country} or gathered_in(sentences)
    if known <= gathered:
        draft.add_people(persons)
        draft.parties |= gathered


def _persons_gathered(setting: Setting, sentences: Sequence[Sentence]) -> list[Entity]:
    """Return those whom the head lists behind a group: "the leaders – X of XA, Y of XB and Z of XC –"."""
    people = People(setting.cast, lambda _: [])
    for sentence in sentences[:_HEAD]:
        for group in (ref for ref in sentence.refs if _is_many(ref)):
            first = sentence.cover.get(group.end + 1)
            if first is None or sentence.toks[group.end].text not in _APPOSING:
                continue
            persons = people.of(listed(sentence, first))
            if len({e.country for e in persons} - {None}) > _PAIR:
                return persons
    return []


def _is_many(ref: Ref) -> bool:
    return ref.kind == "group" or (ref.kind == "role" and ref.person is not None and ref.person.plural)


def gathered_in(sentences: Sequence[Sentence]) -> set[str]:
    """Return the three and more states of which the head of a text lists the ministers, leaders or members.

    "The foreign ministers of XA, XB and XC", "the members of the Union (XA and XB) and of the League (XC and
    XD)"; else none.
    """
    for sentence in sentences[:_HEAD]:
        listed_here = set[str]()
        for group in (ref for ref in sentence.refs if ref.kind == "group"):
            codes = side_codes([group]) or side_codes(_in_brackets(sentence, group.end))
            listed_here |= codes if len(codes) >= _PAIR else set()
        if len(listed_here) > _PAIR:
            return listed_here
    return set()


def _in_brackets(sentence: Sentence, at: int) -> list[Ref]:
    """Return the sides that the bracket at token ``at`` lists and nothing else; none where it does not."""
    toks, found = sentence.toks, list[Ref]()
    if at >= len(toks) or toks[at].text != "(":
        return []
    found = sides_from(sentence, at + 1, len(toks))
    closed = found and found[-1].end < len(toks) and toks[found[-1].end].text == ")"
    return found if closed else []

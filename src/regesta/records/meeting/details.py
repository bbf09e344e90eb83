"""What later sentences tell of a meeting that is already known: that it went on, and who else was there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from regesta.model.span import Span
from regesta.records.cast import Entity
from regesta.records.homes import serves_body
from regesta.records.meeting.draft import Draft, grouped
from regesta.records.meeting.people import People, possessed, take_sides
from regesta.records.meeting.setting import last_before
from regesta.records.meeting.shape import format_of
from regesta.records.signs import ATTENDANCE
from regesta.records.view import Sentence
from regesta.rules.attendance import attendance

_BODY = ("paragraph", "item")
_OPEN = ("officials", "other")


def add_mentions(drafts: Sequence[Draft], joined: Sequence[Draft]) -> None:
    """Give "the talks", "this meeting" and the like to the meeting that they mean.

    ``drafts`` are all mentions, ``joined`` the distinct meetings. What is dated otherwise, or
    planned where the meeting was held, is left alone.
    """
    mains = [d for d in joined if d.main]
    alike = grouped(joined, lambda draft: draft.format)
    known = {span for d in joined for span in (d.span, *d.also)}
    for draft in drafts:
        if not mains or draft.span in known or draft.sentence.block.kind not in _BODY:
            continue
        meant = _meant(draft, alike.get(draft.format, ()) if draft.format is not None else (), mains)
        if meant is not None and (_points_back(draft) or _same_people(draft, meant)):
            meant.also.append(draft.span)


def _points_back(draft: Draft) -> bool:
    """Say whether a mention is definite, or the subject of "this was the first …"."""
    return draft.definite or draft.sentence.toks[0].low in ("this", "it")


def _same_people(draft: Draft, meant: Draft) -> bool:
    """Read "the presidents first met in private", "X and Y talked one on one": the same persons again."""
    people = draft.people or (meant.people if draft.kind == "meet" and draft.shared_cast else [])
    return draft.format != "visit" and len(people) > 1 and all(e in meant.people for e in people)


def _meant(draft: Draft, alike: Sequence[Draft], mains: list[Draft]) -> Draft | None:
    """The last meeting of the same format before the mention, else the main one of its place in the text.

    ``alike`` are the meetings of that format in the order of the text.
    """
    own_date = draft.when is not None and not draft.when_inherited
    before = bisect_right(alike, draft.sentence.index, key=lambda d: d.sentence.index)
    meant = alike[before - 1] if before else last_before(mains, draft)
    if meant.sentence is draft.sentence or draft.status == "not_held":
        return None
    differs = own_date and (meant.when is None or draft.when is None or meant.when.edtf != draft.when.edtf)
    ahead = draft.status == "planned" and meant.status != "planned"
    called = draft.medium not in ("in_person", meant.medium)
    return None if differs or ahead or called else meant


def add_attendance(
    people: People, sentences: Sequence[Sentence], joined: Sequence[Draft], side: str | None
) -> list[Draft]:
    """Add the persons of sentences that tell who else was there to the meeting of their place in the text.

    Somebody whose side no words tell is left out, unless he serves a body that is none. Where the lead
    names nobody, those who led the delegations of both sides tell the level. Return the meetings without
    those that such a sentence only seemed to name.
    """
    kept = list(joined)
    mains = [d for d in joined if d.main]
    for sentence in sentences if mains else ():
        if sentence.block.kind not in _BODY or not sentence.refs:
            continue
        if any(main.sentence is sentence for main in mains):
            continue
        span = _told_in(sentence)
        if span is None:
            continue
        before = [d for d in mains if d.sentence.index < sentence.index]
        main = before[-1] if before else mains[0]
        named = [r for r in sentence.refs if r.kind == "person" and not possessed(sentence, r)]
        take_sides(people, sentence, named)
        known = (*main.people, *main.attending)
        sided = [e for e in people.of(named) if e.country or serves_body(e)]
        with_whom = [e for e in sided if e not in known]
        main.attending += [e for e in with_whom if main.format != "visit" or _travels(e, main)]
        main.also.append(span)
        kept = [d for d in kept if d.sentence is not sentence or not _only_attends(d, main)]
    for main in mains:
        if not main.people and main.format in _OPEN and len({e.country for e in main.attending}) > 1:
            main.format = format_of(replace(main, format=None, people=main.attending), side)
    return kept


def _travels(entity: Entity, visit: Draft) -> bool:
    """Whoever else is told of on a visit came along if he is of the visitor's side, else he is a host."""
    return entity.country in {e.country for e in visit.people}


def _only_attends(draft: Draft, main: Draft) -> bool:
    """Read "X and Y co-chaired the talks": a mention without a day, a place or persons of its own."""
    there = (*main.people, *main.attending)
    own = draft.time or draft.place or draft.named or draft.format == "visit" or draft.status != main.status
    return draft.definite and not own and all(entity in there for entity in draft.people)


def _told_in(sentence: Sentence) -> Span | None:
    """Return the words that tell of attendance, if a sentence does."""
    if not sentence.signs & ATTENDANCE:
        return None
    text = sentence.words
    found = attendance().pattern.search(text)
    if found is None:
        return None
    first = text.count(" ", 0, found.start())
    return sentence.chars(first, text.count(" ", 0, found.end()) + 1)

"""Who was on the line in "his telephone call with X" and "In a telephone call, X told Y …"."""

from __future__ import annotations

from dataclasses import replace

from regesta.records.cast import Entity
from regesta.records.clauses import clauses
from regesta.records.meeting.draft import Draft
from regesta.records.meeting.people import NAMED, People
from regesta.records.meeting.shape import format_of
from regesta.records.view import Ref, Sentence

_FRONT = 2
_INSIDE = ("in", "during")
_OWN = ("his", "her")
_BY_LINE = ("phone", "video")


def add_callers(people: People, sentence: Sentence, draft: Draft) -> None:
    """Add those who a sentence says were on the line of a call, where the call's phrase names one or none.

    "X recalled his call with Y": X as well. "In a call yesterday, X explained … to Y": both.
    """
    if draft.medium not in _BY_LINE:
        return
    if sentence.lows[draft.start] in _OWN and len(draft.people) == 1:
        _with_teller(draft, _teller(people, sentence, draft.start), people.cast.side)
    elif not draft.people and draft.start <= _FRONT and sentence.lows[draft.start - 1] in _INSIDE:
        draft.people = _both(people, sentence, draft.end)
    draft.parties |= {entity.country for entity in draft.people if entity.country}


def _with_teller(draft: Draft, tellers: list[Entity], side: str | None) -> None:
    """Put who tells before the other; where the level of one is not known, that of the other counts."""
    known = [entity for entity in (*tellers, *draft.people) if entity.level is not None]
    draft.people = [*tellers, *draft.people]
    if tellers and len(known) == 1:
        draft.format = format_of(replace(draft, people=known), side)


def _teller(people: People, sentence: Sentence, start: int) -> list[Entity]:
    """The one person who is the subject of the verb before token ``start``."""
    before = [c for c in clauses(sentence) if c.verb.end <= start and c.role != "noun"]
    subject = before[-1].subject if before else []
    if before and not subject and before[-1].shares is not None:
        subject = clauses(sentence)[before[-1].shares].subject
    found = people.subject(subject)
    return found if len(found) == 1 else []


def _both(people: People, sentence: Sentence, end: int) -> list[Entity]:
    """The subject of the main clause and the first person of another side whom it addresses, or none."""
    main = next((c for c in clauses(sentence) if c.role == "main" and c.verb.start > end and c.subject), None)
    if main is None:
        return []
    callers = people.subject(main.subject)
    if len(callers) != 1:
        return []
    for ref in sentence.refs:
        other = (
            people.of([ref])
            if main.verb.end <= ref.start and _addressed(sentence, main.verb.end, ref)
            else []
        )
        if other and other[0].country != callers[0].country:
            return [callers[0], other[0]]
    return []


def _addressed(sentence: Sentence, end: int, ref: Ref) -> bool:
    """Read "told Minister X" and "explained … to Minister X" of a verb that ends at ``end``."""
    return ref.kind in NAMED and (ref.start == end or sentence.lows[ref.start - 1] in ("to", "with"))

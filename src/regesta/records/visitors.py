"""Who travels to the publisher's own country: whoever does is the other side's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from regesta.records.cast import Cast
from regesta.records.view import Ref, Sentence
from regesta.rules.meeting_grammar import meeting_grammar

_GOAL_WITHIN = 12
_BEFORE = 6
_NAME = 4
_INTO = ("to", "in")
_PERSONS = ("person", "role")


def visitors(cast: Cast, sentences: Iterable[Sentence], side: str) -> set[int]:
    """Return the numbers of the persons of whom a sentence says that they visit ``side``."""
    found = set()
    for sentence in sentences:
        if not sentence.refs:
            continue
        for at in _goals(cast, sentence, side):
            ref = _traveller(sentence, at)
            entity = cast.of_ref(ref) if ref is not None else None
            if entity is not None:
                found.add(entity.number)
    return found


def _goals(cast: Cast, sentence: Sentence, side: str) -> Iterator[int]:
    """Yield where a state stands that somebody may go to, or its capital after "to" or "in"."""
    for state in sentence.states:
        if state.code == side and state.kind == "name":
            yield sentence.token_at(state.span.start)
    for seat in (seat.lower().split() for seat in cast.seats):
        for at in range(1, len(sentence.lows)):
            if sentence.lows[at - 1] in _INTO and sentence.lows[at : at + len(seat)] == seat:
                yield at


def _traveller(sentence: Sentence, goal: int) -> Ref | None:
    """Return who goes there, or None.

    "Visit of X to XB", "X’s visit to XB", "visit to XB by X", "X will visit XB".
    """
    toks, words = sentence.toks, meeting_grammar().to_visit
    start = max(0, goal - _GOAL_WITHIN)
    at = next((i for i in range(goal - 1, start - 1, -1) if toks[i].low in words), None)
    if at is None or any(t.text in ".;" for t in toks[at:goal]):
        return None
    between = [t.low for t in toks[at + 1 : goal]]
    inside = [r for r in sentence.refs if at < r.start and r.end <= goal and r.kind in _PERSONS]
    if inside:
        of = between[:1] in (["of"], ["by"]) and "to" in between
        return inside[0] if of and _is_known(inside[0]) else None
    if not set(between) <= meeting_grammar().before_goal:
        return None
    if (by := _after_goal(sentence, goal)) is not None:
        return by
    for end in range(at, max(0, at - _BEFORE), -1):
        if (ref := sentence.ref_ending(end - 1)) is not None:
            return ref if ref.kind in _PERSONS and _is_known(ref) else None
    return None


def _after_goal(sentence: Sentence, goal: int) -> Ref | None:
    """Return who follows "by" right behind the goal: "the visit to XB by President X"."""
    end = next(
        (i for i in range(goal, min(goal + _NAME, len(sentence.toks))) if sentence.lows[i] == "by"), None
    )
    ref = sentence.cover.get(end + 1) if end is not None else None
    return ref if ref is not None and ref.kind in _PERSONS and _is_known(ref) else None


def _is_known(ref: Ref) -> bool:
    """Say whether somebody known is meant: not "the first visit of a World Bank President"."""
    person = ref.person
    return person is not None and (person.name is not None or person.definite or person.state is not None)

"""Where a visit goes."""

from __future__ import annotations

from regesta.mentions.tokens import is_capital
from regesta.records.meeting.draft import Draft
from regesta.records.view import Sentence
from regesta.rules.meeting_grammar import meeting_grammar

_REACH = 12


def give_destination(sentence: Sentence, draft: Draft, start: int, limit: int) -> None:
    """Set the state that a visit goes to: the first named at tokens ``[start, limit)``; a second joins it."""
    goals = _goals(sentence, start, limit)
    if not goals:
        return
    draft.destination = goals[0][1]
    if _listed(sentence, goals):
        draft.parties |= {code for _, code in goals}
    elif len(goals) > 1 and draft.kind == "visit":
        between = sentence.toks[goals[0][0] : goals[1][0]]
        if any(t.low == "and" for t in between):
            draft.parties.add(goals[1][1])


def _listed(sentence: Sentence, goals: list[tuple[int, str]]) -> bool:
    """Say whether three states or more stand in one list: "a trip to XA, XB and XC" is to no one of them."""
    if len(goals) < 3:
        return False
    between = sentence.lows[goals[0][0] : goals[2][0]]
    return len(between) <= 8 and "," in between


def _goals(sentence: Sentence, start: int, limit: int) -> list[tuple[int, str]]:
    found = []
    for state in sentence.states:
        at = sentence.token_at(state.span.start)
        if not start <= at < min(limit, start + _REACH) or state.kind not in ("name", "metonym"):
            continue
        before = sentence.lows[start:at]
        if "of" in before[-2:] or not meeting_grammar().not_goal_after.isdisjoint(before):
            continue
        if state.code:
            found.append((at, state.code))
    return found


def place_follows(sentence: Sentence, end: int) -> bool:
    """Say whether a name stands right after a verb of travelling, which may be that of a place."""
    following = sentence.toks[end : end + 3]
    return any(is_capital(t) for t in following) and following[0].low != "with"

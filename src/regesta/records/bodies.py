"""Groups of bodies without a code: "the NU leaders", "the ministers of the NU and XB"."""

from __future__ import annotations

from regesta.mentions.groups import GroupMention
from regesta.mentions.states import StateMention
from regesta.records.view import Sentence
from regesta.rules.grammar import grammar


def bodies_beside(group: GroupMention, sentence: Sentence) -> list[str]:
    """Return the bodies without a code that a group is of beside states: "the ministers of the NU and XB".

    None that only name the group ("the NU ministers of XA and XB") or its members ("of the NU members").
    """
    return [state.label for state in _bodies(group, sentence) if _is_listed(sentence, state, group.end)]


def _is_listed(sentence: Sentence, state: StateMention, end: int) -> bool:
    """Say whether "and" or a comma, or the end of the group at token ``end``, follows a state."""
    at = sentence.token_at(state.span.end - 1) + 1
    return at == end or sentence.toks[at].low in (*grammar().joiners, ",")


def _bodies(group: GroupMention, sentence: Sentence) -> list[StateMention]:
    """The bodies without a code that are named inside a group."""
    named = (m for m in sentence.states if m.kind == "organisation" and m.code is None)
    return [state for state in named if group.span.contains(state.span)]


def bodies_alone(group: GroupMention, sentence: Sentence) -> list[str]:
    """Return the bodies that a group is of alone: "the NU leaders", not "the XA and NU ministers"."""
    bodies = _bodies(group, sentence)
    inside = sum(group.span.contains(state.span) for state in sentence.states)
    return [state.label for state in bodies] if inside == len(bodies) else []

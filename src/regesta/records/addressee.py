"""The person or side that a clause names as addressed."""

from __future__ import annotations

from collections.abc import Sequence

from regesta.model.records import GROUP_OF, Actor
from regesta.records.actors import Resolver
from regesta.records.acts import Act, after_verb
from regesta.records.clause import Clause
from regesta.records.view import Ref, Sentence
from regesta.rules.grammar import grammar

_TOLD = frozenset(
    {
        "inform",
        "explain",
        "convey_position",
        "express_intention",
        "thank",
        "congratulate",
        "deliver",
        "express_concern",
    }
)


def addressee_of(
    resolver: Resolver, sentence: Sentence, clause: Clause, act: Act, who: Sequence[Actor]
) -> Actor | None:
    """Return who is addressed, or None; joint acts address nobody."""
    if len(who) != 1:
        return None
    ref = _direct(sentence, clause) if act.addressed == "object" else None
    if ref is None and (GROUP_OF[act.act] == "ASK" or act.act in _TOLD):
        ref = _after_to(sentence, clause)
    if ref is None and act.act in ("request", "urge"):
        ref = _within(sentence, clause, who[0])
    if ref is None:
        return None
    named = resolver.one(ref, sentence)
    if len(named) != 1 or named[0].basis == "unresolved" or named[0].name == who[0].name:
        return None
    return named[0] if named[0].country != who[0].country or named[0].country is None else None


def _direct(sentence: Sentence, clause: Clause) -> Ref | None:
    """The object right after the verb: "urged Brevonia", "thanked his Corvian counterpart"."""
    toks, i = sentence.toks, after_verb(clause.verb)
    if i < len(toks) and toks[i].low in ("on", "upon", "to"):
        i += 1
    ref = sentence.cover.get(i)
    if ref is None and i < len(toks) and toks[i].low in grammar().own:
        return _counterpart(sentence, i)
    return ref if ref is not None and ref.start <= i and not _is_owner(sentence, ref) else None


def _counterpart(sentence: Sentence, i: int) -> Ref | None:
    """Let the state inside "his Corvian counterpart" stand for the person."""
    toks = sentence.toks
    if grammar().peers.isdisjoint(t.low for t in toks[i : i + 4]):
        return None
    last = toks[min(i + 3, len(toks) - 1)].end
    for state in sentence.states:
        if state.code and toks[i].start < state.span.start < last:
            return Ref(i, i + 1, state.span, state=state)
    return None


def _is_owner(sentence: Sentence, ref: Ref) -> bool:
    """Say whether a person is only named as the owner of something: "thanked the Minister's staff"."""
    owns = ref.end < len(sentence.toks) and sentence.toks[ref.end].low in grammar().possessives
    return owns and ref.kind != "party"


def _after_to(sentence: Sentence, clause: Clause) -> Ref | None:
    """The ref after "to" among the next words, within the clause."""
    toks, start = sentence.toks, after_verb(clause.verb)
    for i in range(start, min(len(toks) - 1, start + 14)):
        if toks[i].text in ";." or toks[i].low in ("that", "which"):
            return None
        ref = sentence.cover.get(i + 1) if toks[i].low in ("to", "for") else None
        if ref is not None and ref.start == i + 1:
            return ref if toks[i].low == "to" and not _is_owner(sentence, ref) else None
    return None


def _within(sentence: Sentence, clause: Clause, actor: Actor) -> Ref | None:
    """The other side that a request names: "requested the continued engagement by Brevonia"."""
    toks, start = sentence.toks, after_verb(clause.verb)
    for ref in sentence.refs:
        if not start <= ref.start < start + 9 or ref.state is None or ref.state.code == actor.country:
            continue
        owned = ref.end < len(toks) and toks[ref.end].low in ("’s", "'s")
        if owned or (ref.start and toks[ref.start - 1].low in ("by", "from")):
            return ref
    return None

"""The person or side that a clause names as addressed."""

from __future__ import annotations

from collections.abc import Sequence

from regesta.model.records import GROUP_OF, Actor
from regesta.records.actors import Resolver
from regesta.records.acts import Act, after_verb
from regesta.records.clauses import Clause
from regesta.records.view import Ref, Sentence

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
    """The object right after the verb: "urged Russia", "thanked his U.S. counterpart"."""
    toks, i = sentence.toks, after_verb(clause.verb)
    if i < len(toks) and toks[i].low in ("on", "upon", "to"):
        i += 1
    ref = sentence.cover.get(i)
    if ref is None and i < len(toks) and toks[i].low in ("his", "her", "their", "the"):
        return _counterpart(sentence, i)
    return ref if ref is not None and ref.start <= i and not _owner(sentence, ref) else None


def _counterpart(sentence: Sentence, i: int) -> Ref | None:
    """ "his U.S. counterpart": the state named inside stands for the person."""
    words = [t.low for t in sentence.toks[i : i + 4]]
    if "counterpart" not in words and "colleague" not in words:
        return None
    for state in sentence.states:
        if (
            sentence.toks[i].start < state.span.start < sentence.toks[min(i + 3, len(sentence.toks) - 1)].end
            and state.code
        ):
            return Ref(i, i + 1, state.span, state=state)
    return None


def _owner(sentence: Sentence, ref: Ref) -> bool:
    return (
        ref.end < len(sentence.toks)
        and sentence.toks[ref.end].low in ("’s", "'s", "’", "'")
        and ref.kind != "party"
    )


def _after_to(sentence: Sentence, clause: Clause) -> Ref | None:
    """The ref after "to" or "with" among the next words, within the clause."""
    toks, start = sentence.toks, after_verb(clause.verb)
    for i in range(start, min(len(toks) - 1, start + 14)):
        if toks[i].text in ";." or toks[i].low in ("that", "which"):
            return None
        if (
            toks[i].low in ("to", "for")
            and (ref := sentence.cover.get(i + 1)) is not None
            and ref.start == i + 1
        ):
            return ref if toks[i].low == "to" and not _owner(sentence, ref) else None
    return None


def _within(sentence: Sentence, clause: Clause, actor: Actor) -> Ref | None:
    """ "requested the continued engagement by Russia": the one other side that the request names."""
    toks, start = sentence.toks, after_verb(clause.verb)
    for ref in sentence.refs:
        near = start <= ref.start < start + 9
        if near and ref.state is not None and ref.state.code != actor.country:
            owned = ref.end < len(toks) and toks[ref.end].low in ("’s", "'s")
            by = ref.start and toks[ref.start - 1].low in ("by", "from")
            if owned or by:
                return ref
    return None

"""The person or side that a clause names as addressed."""

from __future__ import annotations

from collections.abc import Sequence

from regesta.model.records import GROUP_OF, Actor
from regesta.records.actors import Resolver
from regesta.records.acts import Act
from regesta.records.clause import Clause
from regesta.records.told import after_verb
from regesta.records.view import Ref, Sentence
from regesta.rules.grammar import grammar

_NEAR, _FAR = 14, 30
_GREETED = frozenset({"congratulate", "thank", "deliver"})
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
    """Return who is addressed, or None; joint acts address nobody but whom they greet or thank."""
    if len(who) != 1 and act.act not in _GREETED:
        return None
    to = _by_pronoun(resolver, sentence, clause, act, who)
    if to is not None:
        return to
    ref = _named(sentence, clause, act, who)
    if ref is None:
        return None
    named = resolver.one(ref, sentence)
    if len(named) != 1 or (named[0].basis == "unresolved" and named[0].country is None):
        return None
    one = named[0]
    own = any(one.name == w.name or (one.country == w.country and one.country is not None) for w in who)
    return None if own else one


def _named(sentence: Sentence, clause: Clause, act: Act, who: Sequence[Actor]) -> Ref | None:
    """The ref that a clause names as addressed: its object, after "to", or the owner of what is asked for."""
    ref = _recipient(sentence, clause) if act.act == "deliver" else None
    if ref is None and act.addressed == "object":
        ref = _direct(sentence, clause)
    if ref is None and act.complement != "that" and (GROUP_OF[act.act] == "ASK" or act.act in _TOLD):
        ref = _after_to(sentence, clause, _FAR if act.act == "deliver" else _NEAR)
    if ref is None and act.act in ("request", "urge", "thank"):
        ref = _within(sentence, clause, who[0], thanks=act.act == "thank")
    return ref


def _recipient(sentence: Sentence, clause: Clause) -> Ref | None:
    """Read "a letter addressed to President X": whom it is for, whoever takes it."""
    lows = sentence.lows
    for i in range(clause.verb.end, len(lows) - 2):
        if lows[i] == "addressed" and lows[i + 1] == "to":
            return sentence.cover.get(i + 2)
    return None


def _by_pronoun(
    resolver: Resolver, sentence: Sentence, clause: Clause, act: Act, who: Sequence[Actor]
) -> Actor | None:
    """Read "briefed him on", "extended an invitation to her", "thanked his peer": the other one there."""
    toks, i = sentence.toks, _place(sentence, clause)
    told = act.addressed == "object" or GROUP_OF[act.act] == "ASK" or act.act in _TOLD
    if i >= len(toks) or not told:
        return None
    if toks[i].low == "me":
        return resolver.speaker
    if not _is_other(sentence, i):
        return None
    own = {w.country for w in who}
    scene = resolver.scene(sentence)
    persons = [e for e in scene.persons if e.country not in own]
    if len(persons) == 1 and toks[i].low != "them":
        return persons[0].actor("coreference")
    others = [code for code in scene.parties if code not in own]
    return resolver.party(others[0], "coreference") if len(others) == 1 else None


def _is_other(sentence: Sentence, i: int) -> bool:
    """Recognise "him", "her" alone and "his counterpart", "His Excellency" without a name."""
    toks, words = sentence.toks, grammar()
    if toks[i].low in words.own and any(t.low in words.peers for t in toks[i + 1 : i + 3]):
        named = sentence.cover.get(i + 1)
        return named is None or named.kind != "person" or not _is_named(named)
    her = toks[i].low == "her" and i + 1 < len(toks) and _noun_follows(sentence, i + 1)
    return toks[i].low in words.object_pronouns and not her


def _place(sentence: Sentence, clause: Clause) -> int:
    """Return the token at which a pronoun or "his" of whoever is addressed would stand."""
    toks, i = sentence.toks, after_verb(clause.verb)
    to = _to_whom(sentence, clause)
    behind = toks[clause.verb.end + to].low if clause.verb.end + to < len(toks) else ""
    if to or behind in grammar().object_pronouns or behind == "me":
        i = clause.verb.end + to
    return i + 1 if i + 1 < len(toks) and toks[i].low == "to" else i


def _noun_follows(sentence: Sentence, i: int) -> bool:
    """Tell "her" before its noun from "her" alone: a small word or a mark follows the latter."""
    word = sentence.toks[i]
    words = grammar()
    return word.text.isalpha() and word.low not in (
        words.prepositions | words.subordinators | words.coordinators | words.determiners
    )


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


def _to_whom(sentence: Sentence, clause: Clause) -> int:
    """Return 1 where "to" stands between a verb and its noun: "conveyed to His Excellency his greetings"."""
    toks, at = sentence.toks, clause.verb.end
    return 1 if clause.verb.nouns is not None and at < len(toks) and toks[at].low == "to" else 0


def _after_to(sentence: Sentence, clause: Clause, reach: int) -> Ref | None:
    """The ref after "to" among the next words, within the clause."""
    toks, start = sentence.toks, after_verb(clause.verb)
    if _to_whom(sentence, clause):
        start = clause.verb.end
    for i in range(start, min(len(toks) - 1, start + reach)):
        if toks[i].text == ";" or toks[i].low in ("that", "which"):
            return None
        ref = sentence.cover.get(i + 1) if toks[i].low in ("to", "for") else None
        if ref is not None and ref.start == i + 1:
            if toks[i].low == "to":
                return None if _is_owner(sentence, ref) else ref
            if reach == _NEAR:
                return None
    return None


def _within(sentence: Sentence, clause: Clause, actor: Actor, *, thanks: bool) -> Ref | None:
    """The other side that a request or thanks name: "requested the continued engagement by Brevonia"."""
    toks, start = sentence.toks, after_verb(clause.verb)
    for ref in sentence.refs:
        if not start <= ref.start < start + 9 or not (_is_of_another(ref, actor) or _is_named(ref)):
            continue
        if thanks and all(t.low != "for" for t in toks[start : ref.start]):
            continue
        owned = ref.end < len(toks) and toks[ref.end].low in grammar().possessives
        doer = ref.start > 0 and toks[ref.start - 1].low in ("by", "from")
        if owned or doer or (thanks and ref.kind == "person"):
            return ref
    return None


def _is_of_another(ref: Ref, actor: Actor) -> bool:
    """Say whether a ref is a state other than the actor's."""
    return ref.state is not None and ref.state.code != actor.country


def _is_named(ref: Ref) -> bool:
    """Say whether a ref is a person by name; whether another than the actor is seen when it is resolved."""
    return ref.person is not None and ref.person.name is not None

"""Whose view a sentence gives, said in a phrase: "in his opinion, …", "according to Minister X, …"."""

from __future__ import annotations

from dataclasses import replace

from regesta.mentions.verbs import VerbHit
from regesta.model.records import Actor
from regesta.records.actors import Resolver
from regesta.records.clause import Clause
from regesta.records.speech.said import Said
from regesta.records.view import Ref, Sentence
from regesta.rules.grammar import grammar
from regesta.rules.speech import speech_rules

_SIDES = ("person", "role", "party", "side", "pronoun", "group")


def in_opinion(resolver: Resolver, sentence: Sentence) -> Said | None:
    """Return the position that a phrase at the head of a sentence gives to somebody; None where none does.

    Only persons and sides hold opinions here: "according to the report" is nobody's.
    """
    if not sentence.toks or sentence.block.kind not in ("paragraph", "item"):
        return None
    found = _according(sentence) or _opinion(sentence)
    if found is None:
        own = _own(sentence)
        return (
            _position(sentence, (replace(resolver.last_one, basis="coreference"),), 3)
            if own and resolver.last_one
            else None
        )
    ref, end = found
    who = resolver.one(ref, sentence)
    if any(actor.basis == "unresolved" and actor.kind == "party" for actor in who):
        return None
    return _position(sentence, who, end)


def _position(sentence: Sentence, who: tuple[Actor, ...], end: int) -> Said:
    verb = VerbHit("event", 0, end, frozenset({"past"}), "opinion")
    clause = Clause(verb, 0, "main", "past", passive=False, negated=False, modal=None, perfect=False)
    act = "share_view" if len(who) > 1 else "convey_position"
    return Said(sentence, clause, act, who, 0, len(sentence.toks), "opinion", 0.75)


def _according(sentence: Sentence) -> tuple[Ref, int] | None:
    """Read "According to X, …": who is named, and the token after the phrase."""
    toks = sentence.toks
    if len(toks) < 3 or (toks[0].low, toks[1].low) != ("according", "to"):
        return None
    return _ended(sentence, sentence.cover.get(2))


def _opinion(sentence: Sentence) -> tuple[Ref, int] | None:
    """Read "In X’s opinion, …", "In his view, …" and "In the opinion of X, …"."""
    toks, nouns = sentence.toks, speech_rules().opinion
    if toks[0].low != "in":
        return None
    noun = next((i for i in range(1, min(len(toks) - 1, 14)) if toks[i].low in nouns), None)
    if noun is None:
        return None
    if toks[noun + 1].low == "of":
        return _ended(sentence, sentence.cover.get(noun + 2))
    owner = sentence.cover.get(1)
    at = noun - 2 if toks[noun - 1].low in grammar().possessives else noun - 1
    owns = owner is not None and owner.end == at + 1 and toks[noun + 1].text == ","
    return (owner, noun + 1) if owner is not None and owns else None


def _own(sentence: Sentence) -> bool:
    """Recognise "In his opinion, …": the person last spoken of holds it."""
    lows = sentence.lows[:4]
    return (
        len(lows) > 3 and lows[1] in ("his", "her") and lows[2] in speech_rules().opinion and lows[3] == ","
    )


def _ended(sentence: Sentence, ref: Ref | None) -> tuple[Ref, int] | None:
    """Keep a ref that a comma follows and that may hold a view."""
    if ref is None or ref.kind not in _SIDES or ref.end >= len(sentence.toks):
        return None
    return (ref, ref.end) if sentence.toks[ref.end].text == "," else None

"""What was talked about, told without a reporting verb: "among the topics were …", "… was on the agenda"."""

from __future__ import annotations

from regesta.mentions.verbs import VerbHit
from regesta.model.records import Actor
from regesta.records.actors import Resolver
from regesta.records.clause import Clause
from regesta.records.speech.said import Said
from regesta.records.view import Sentence
from regesta.rules.agenda import agenda

_WITHIN = 60


def on_agenda(resolver: Resolver, sentence: Sentence, kind: str) -> Said | None:
    """Return the discussion that a sentence without a reporting verb tells of; None where it tells of none.

    In an announcement the publisher announces what will be talked about.
    """
    if sentence.block.kind not in ("paragraph", "item"):
        return None
    words = [t.low.replace("’", "'") for t in sentence.toks[:_WITHIN]]
    if agenda().cues.isdisjoint(words):
        return None
    found = _found(" ".join(words))
    if found is None:
        return None
    start, end, ahead = found
    ahead = ahead and kind == "announcement"
    verb = VerbHit("event", start, end, frozenset({"past"}), words[end - 1])
    clause = Clause(verb, start, "main", "past", passive=False, negated=False, modal=None, perfect=False)
    who = _publisher(resolver) if ahead else resolver.room(sentence, "both sides")
    if not who:
        return None
    act, rule = ("announce" if ahead else "discuss"), "agenda"
    return Said(sentence, clause, act, who, 0, len(sentence.toks), rule, 0.75)


def _publisher(resolver: Resolver) -> tuple[Actor, ...]:
    side = resolver.side
    return () if side is None else (resolver.party(side, "publisher"),)


def _found(text: str) -> tuple[int, int, bool] | None:
    """Return the tokens of the words that join topic and talk, and whether the talk is to come."""
    rules = agenda()
    match = rules.opening.search(text) or rules.ending.search(text)
    if match is None:
        return None
    start, end = match.span()
    last = text.count(" ", 0, end)
    first = last if start == 0 else text.count(" ", 0, start)
    return first, last + 1, rules.ahead.search(text) is not None

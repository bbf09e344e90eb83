"""What was talked about, told without a reporting verb: "among the topics were …", "… was on the agenda"."""

from __future__ import annotations

from regesta.mentions.verbs import VerbHit
from regesta.model.records import Actor
from regesta.records.actors import Resolver
from regesta.records.clause import Clause
from regesta.records.meeting.people import listed
from regesta.records.speech.said import Said
from regesta.records.view import Sentence
from regesta.rules.agenda import agenda

_WITHIN = 60


def on_agenda(resolver: Resolver, sentence: Sentence, kind: str) -> Said | None:
    """Return the discussion or signing that a sentence without a reporting verb tells of; None for none.

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
    start, end, act = found
    if act == "announce" and kind != "announcement":
        act = "discuss"
    verb = VerbHit("event", start, end, frozenset({"past"}), words[end - 1])
    clause = Clause(verb, start, "main", "past", passive=False, negated=False, modal=None, perfect=False)
    who = _publisher(resolver) if act == "announce" else resolver.room(sentence, "both sides")
    if act == "sign":
        who = _signers(resolver, sentence, end) or who
    return Said(sentence, clause, act, who, 0, len(sentence.toks), "agenda", 0.75) if who else None


def _publisher(resolver: Resolver) -> tuple[Actor, ...]:
    side = resolver.side
    return () if side is None else (resolver.party(side, "publisher"),)


def _signers(resolver: Resolver, sentence: Sentence, end: int) -> tuple[Actor, ...]:
    """Read "the signing of a declaration by President X and President Y": those after "by"."""
    toks = sentence.toks
    for i in range(end, len(toks) - 1):
        ref = sentence.cover.get(i + 1)
        if toks[i].low == "by" and ref is not None and ref.kind in ("person", "role", "party"):
            return tuple(a for one in listed(sentence, ref) for a in resolver.one(one, sentence))
    return ()


def _found(text: str) -> tuple[int, int, str] | None:
    """Return the tokens of the words that join topic and talk, and the act that they tell of."""
    rules, act = agenda(), "discuss"
    match = rules.opening.search(text) or rules.ending.search(text)
    if match is None:
        match, act = rules.papers.search(text), "sign"
    elif rules.ahead.search(text) is not None:
        act = "announce"
    if match is None:
        return None
    start, end = match.span()
    last = text.count(" ", 0, end)
    return (last if start == 0 else text.count(" ", 0, start)), last + 1, act

"""Verbs that only pass on what was done: "noted that the sides had agreed" is an agreement."""

from __future__ import annotations

from regesta.mentions.verbs import VerbHit
from regesta.records.refusals import unsaid
from regesta.records.speech.said import Said
from regesta.rules.grammar import grammar
from regesta.rules.speech import speech_rules


def passed_on(said: list[Said]) -> list[Said]:
    """Drop a speech verb whose clause was coded instead, and let a judgement inside it name the act.

    Clauses inside a verb that passes nothing on go: they are part of what it says.
    """
    kept: list[Said] = []
    for at, item in enumerate(said):
        following = said[at + 1] if at + 1 < len(said) else None
        if following is not None and _is_inside(following) and _gives_way(item):
            unsaid(item.sentence, item.clause.verb, "only passes on what its that-clause says")
            continue
        introduced = at > 0 and said[at - 1].passes_on
        if _is_inside(item) and not introduced and not _paper_before(item):
            unsaid(item.sentence, item.clause.verb, "in the that-clause of a verb that passes nothing on")
            continue
        kept.append(item)
    for item in kept:
        _judge(item)
    return kept


def _is_inside(item: Said) -> bool:
    return item.clause.role == "embedded" and item.clause.marker == "that"


def _gives_way(item: Said) -> bool:
    whole = item.clause.verb.predicate is not None or item.complement in ("that", "none")
    return item.passes_on and whole


def _paper_before(item: Said) -> bool:
    """Recognise "The document said that the leaders had agreed": the paper speaks, the leaders act."""
    rules = speech_rules()
    words = {t.low for t in item.sentence.toks[: item.clause.first]}
    return not words.isdisjoint(rules.papers.words) and not words.isdisjoint(rules.paper_says.words)


def as_clause(said: list[Said]) -> list[Said]:
    """After "As X stressed, …" the rest was said by X, unless somebody else acts in it."""
    lead = next((s for s in said if s.clause.role == "as"), None)
    if lead is None or lead.start > 1:
        return said
    why = "after “As X said, …” the rest is part of what X said"
    return [s for s in said if s is lead or s.clause.subject or unsaid(s.sentence, s.clause.verb, why)]


def _judge(item: Said) -> None:
    """Take the act from the judgement inside: "stated that X is regrettable" is regret."""
    group = item.clause.verb.group
    if group is None or not group.passes_on or item.complement not in ("that", "np"):
        return
    inside = (v for v in item.sentence.verbs if v.start > item.clause.verb.start)
    verb = next((v for v in inside if v.predicate is not None), None)
    if verb is None or verb.predicate is None:
        return
    predicate = verb.predicate
    if predicate.of_thing or _of_speaker(item, verb):
        item.act = predicate.joint if len(item.actors) > 1 and predicate.joint else predicate.act
        item.rule = predicate.id


def _of_speaker(item: Said, verb: VerbHit) -> bool:
    """Say whether a predicate has a pronoun for its subject: "said they were determined"."""
    ref = item.sentence.cover.get(verb.start - 1)
    group = ref.group if ref is not None and ref.kind == "pronoun" else None
    return group is not None and group.noun in grammar().speaking_for_self

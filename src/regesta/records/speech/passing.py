"""Verbs that only pass on what was done: "noted that the sides had agreed" is an agreement."""

from __future__ import annotations

from collections.abc import Sequence

from regesta.mentions.verbs import VerbHit
from regesta.model.records import GROUP_OF, Actor
from regesta.records.acts import act_of
from regesta.records.refusals import unsaid
from regesta.records.speech.said import Said
from regesta.rules.grammar import grammar
from regesta.rules.speech import speech_rules

_SAID = ("main", "participle")
_OWN_STANCE = ("express_intention", "affirm")
_OWN_ACTS = ("APPRECIATE", "OBJECT", "ASK")


def passed_on(said: list[Said]) -> list[Said]:
    """Drop a speech verb whose clause was coded instead, and let a judgement inside it name the act.

    Clauses inside a verb that passes nothing on go: they are part of what it says.
    """
    kept: list[Said] = []
    said = _behind(said)
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
    for at, item in enumerate(kept):
        _judge(item, kept[at + 1].clause.start if at + 1 < len(kept) else len(item.sentence.toks))
    return kept


def _behind(said: list[Said]) -> list[Said]:
    """Read "XA is ready to …, he said": one statement, of whoever said it, with the act of what was said."""
    tail = next((item for item in said if item.clause.role == "postposed"), None)
    if tail is None or not tail.passes_on:
        return said
    front = [item for item in said if item.clause.first < tail.clause.first and item.clause.role in _SAID]
    alike = bool(front) and len(tail.actors) == 1 and _sides(front[0].actors) == _sides(tail.actors)
    if alike and (front[0].act in _OWN_STANCE or GROUP_OF[front[0].act] in _OWN_ACTS):
        tail.act, tail.rule = front[0].act, front[0].rule
    for item in front:
        unsaid(item.sentence, item.clause.verb, "part of what is said to have been said")
    return [item for item in said if item not in front]


def _sides(actors: Sequence[Actor]) -> set[str | None]:
    return {actor.country for actor in actors}


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


def _judge(item: Said, end: int) -> None:
    """Take the act from the judgement inside, before token ``end``: "stated that X is regrettable" is regret.

    So is that of what the speaker does in it: "said that he welcomed X" welcomes.
    """
    group = item.clause.verb.group
    if group is None or not group.passes_on or item.complement not in ("that", "np"):
        return
    inside = [v for v in item.sentence.verbs if item.clause.verb.start < v.start < end]
    verb = next((v for v in inside if v.predicate is not None), None)
    if verb is None or verb.predicate is None:
        _pass_on(item, inside)
        return
    predicate = verb.predicate
    if predicate.of_thing or _of_speaker(item, verb):
        item.act = predicate.joint if len(item.actors) > 1 and predicate.joint else predicate.act
        item.rule = predicate.id


def _pass_on(item: Said, inside: Sequence[VerbHit]) -> None:
    """Read "said that he welcomed …": the first verb inside, if the speaker does it now and it is an act."""
    clause = next((c for c in item.sentence.clauses or () if inside and c.verb is inside[0]), None)
    if clause is None or clause.role != "embedded" or clause.verb.kind not in ("group", "light"):
        return
    ref = clause.subject[0] if len(clause.subject) == 1 else None
    group = ref.group if ref is not None and ref.kind == "pronoun" else None
    if group is None or group.noun not in grammar().speaking_for_self or clause.modal or clause.passive:
        return
    act, entry = (
        act_of(item.sentence, clause, joint=len(item.actors) > 1),
        clause.verb.group or clause.verb.nouns,
    )
    by_itself = act is not None and entry is not None and entry.act == act.act
    own = act is not None and (act.act == "express_intention" or GROUP_OF[act.act] in _OWN_ACTS)
    if act is not None and by_itself and own and not clause.perfect:
        item.act, item.rule = act.act, clause.verb.rule


def _of_speaker(item: Said, verb: VerbHit) -> bool:
    """Say whether a predicate has a pronoun for its subject: "said they were determined"."""
    ref = item.sentence.cover.get(verb.start - 1)
    group = ref.group if ref is not None and ref.kind == "pronoun" else None
    return group is not None and group.noun in grammar().speaking_for_self

"""The publisher's own voice: its programme, its intentions, and what it asserts as "we"."""

from __future__ import annotations

from collections.abc import Sequence

from regesta.mentions.verbs import VerbHit
from regesta.records.actors import Resolver
from regesta.records.acts import act_of
from regesta.records.addressee import addressee_of
from regesta.records.clause import Clause
from regesta.records.speech.said import Case, Said
from regesta.records.view import Sentence
from regesta.rules.grammar import grammar
from regesta.rules.speech import speech_rules

_REACH = 40


def is_we(clause: Clause) -> bool:
    """Say whether the subject of a clause is "we" alone."""
    group = clause.subject[0].group if len(clause.subject) == 1 else None
    return group is not None and group.noun == "we"


def future(case: Case) -> Said | None:
    """Read "will …": the publisher's programme, its own intention, a pledge or a joint undertaking.

    None where "will" says nothing of the kind; the clause may still be read otherwise.
    """
    clause, who = case.clause, case.who
    if is_we(clause) and case.resolver.joint and not clause.passive:
        return _joint_will(case)
    if is_we(clause) or (clause.shares is not None and who and who[0].basis == "publisher"):
        act = act_of(case.sentence, clause, joint=False)
        to = addressee_of(case.resolver, case.sentence, clause, act, who) if act else None
        return case.says("express_intention", who, to=to)
    if case.announces or case.as_we:
        return announce(case)
    if clause.role != "main" or clause.passive or clause.head in speech_rules().undergoing:
        return None
    return _undertaking(case)


def _joint_will(case: Case) -> Said:
    """Read "We will …" in a joint text: an undertaking, unless it only happens to all."""
    does = (
        any(a.basis != "unresolved" for a in case.who) and case.clause.head not in speech_rules().undergoing
    )
    return case.says("agree" if does else "express_intention", case.who, "to", confidence=0.7)


def _undertaking(case: Case) -> Said | None:
    """Read "XA will …", a pledge, and "XA and XB will …", a joint undertaking."""
    who, group = case.who, case.clause.verb.group
    if case.clause.head in speech_rules().attending or (group is not None and group.act == "discuss"):
        return None
    if len(who) == 1 and who[0].kind == "party" and who[0].country:
        return case.says("pledge", who, "to", confidence=0.65)
    if case.joint and any(a.basis != "unresolved" for a in who):
        return case.says("agree", who, "to", confidence=0.7)
    return None


def announce(case: Case) -> Said | None:
    """Return what the publisher announces with a clause; what a thing will do is its opinion."""
    clause, rules = case.clause, speech_rules()
    if not case.publisher:
        return case.unsaid("announced by a publisher whose side is not known") or None
    opinion = clause.thing is not None and not clause.passive
    opinion = opinion and clause.head not in rules.programme and clause.thing not in rules.persons
    return case.says("convey_position" if opinion else "announce", case.publisher, confidence=0.8)


def judged(resolver: Resolver, sentence: Sentence, found: Sequence[Clause]) -> Said | None:
    """Read "The attack is unacceptable." in a text that speaks as "we": those who speak judge it."""
    for clause in found:
        predicate = clause.verb.predicate
        bare = clause.role == "main" and clause.thing is not None and clause.tense == "present"
        if predicate is None or not predicate.of_thing or not bare or clause.negated:
            continue
        side = () if resolver.side is None else (resolver.party(resolver.side, "publisher"),)
        who = resolver.room(sentence) if resolver.joint else side
        if who:
            return Said(sentence, clause, predicate.act, who, 0, len(sentence.toks), predicate.id, 0.7)
    return None


def plain(resolver: Resolver, sentence: Sentence) -> Said | None:
    """Read an assertion in the present tense as a statement of a publisher who speaks as "we"."""
    if resolver.side is None or sentence.block.kind != "paragraph":
        return None
    words = grammar()
    lows = sentence.lows
    at = next((i for i, w in enumerate(lows[:_REACH]) if w in words.assertions), None)
    if not at or any(w in words.past_assertions or w.endswith("saw") for w in lows[:at]):
        return None
    verb = VerbHit("event", at, at + 1, frozenset({"third"}), lows[at])
    clause = Clause(verb, at, "main", "present", False, False, None, False)
    text = " ".join(lows)
    act = "inform" if any(phrase in text for phrase in speech_rules().under_way.words) else "convey_position"
    who = (resolver.party(resolver.side, "publisher"),)
    return Said(sentence, clause, act, who, 0, len(lows), "plain", 0.6)

"""Passives and subjects that are things: "it was agreed", "X was briefed", "the talks focused on"."""

from __future__ import annotations

from dataclasses import replace

from regesta.mentions.verbs import lexicon, noun_at
from regesta.model.records import GROUP_OF, Actor
from regesta.records.acts import Act, act_of, held_only, noun_subject, phrase_first
from regesta.records.clause import Clause
from regesta.records.speech.active import year_after
from regesta.records.speech.own_voice import announce
from regesta.records.speech.said import Case, Said
from regesta.records.view import Ref
from regesta.rules.grammar import grammar
from regesta.rules.speech import speech_rules

TOLD = ("deliver", "inform", "invite", "explain", "congratulate", "thank", "request", "urge")
# Acts that a noun carries and somebody has: his readiness, his gratitude, his concern.
_ATTITUDES = (
    "express_intention",
    "affirm",
    "thank",
    "express_concern",
    "pledge",
    "condemn_or_regret",
    "offer_support",
)
_ADJECTIVES = 4
_BACKGROUND = 10
_OPEN = "a passive without an agent, not in the past"
_BACK = "a clause with a year of its own: it tells of another time"


def passive(case: Case) -> Said | None:
    """Return what a passive reports: by its agent, to its subject, or by everybody in the room."""
    sentence, clause = case.sentence, case.clause
    agent = _agent(case)
    if agent is not None:
        who, noun = case.resolver.one(agent, sentence), noun_subject(sentence, clause)
        act = act_of(sentence, replace(clause, verb=noun) if noun else clause, joint=len(who) > 1)
        return case.says(act.act, who, confidence=0.75) if act else None
    if clause.subject:
        return told(case)
    expected = case.announces and clause.thing == "it" and clause.verb.lemma in speech_rules().planning
    if clause.tense != "past" and (expected or clause.thing != "it") and not clause.perfect:
        planned = (case.announces and _is_planned(case)) or case.unsaid(_OPEN)
        return announce(case) if planned else None
    return _impersonal(case)


def _is_planned(case: Case) -> bool:
    """Read "an exchange of views is expected", "trade is to be discussed": an announced programme."""
    clause = case.clause
    of = clause.thing == "it" or clause.thing in speech_rules().talks
    planning = clause.verb.lemma in speech_rules().planning and of
    words = [t.low for t in case.sentence.toks[max(0, clause.verb.start - 3) : clause.verb.start]]
    return planning or words[-2:] == ["to", "be"]


def _agent(case: Case) -> Ref | None:
    """Return the ref after "by" that follows a passive verb closely."""
    toks, end = case.sentence.toks, case.clause.verb.end
    for i in range(end, min(len(toks) - 1, end + 4)):
        if toks[i].low == "by":
            ref = case.sentence.cover.get(i + 1)
            return ref if ref is not None and ref.start == i + 1 else None
    return None


def _impersonal(case: Case) -> Said | None:
    """Read "it was agreed", "discussions were held", "no progress was noted"."""
    sentence, clause = case.sentence, case.clause
    noun = noun_subject(sentence, clause)
    owner = whose(case, clause)
    whole = replace(clause, verb=noun) if noun else clause
    alone = owner or _alone(case, act_of(sentence, whole, joint=False))
    both = alone or _accepting(case) or case.both()
    act = act_of(sentence, whole, joint=len(alone) != 1)
    if any(t.low == "no" for t in sentence.toks[clause.first : clause.start]):
        clause.negated = True
    if act is None or (clause.verb.kind == "event" and noun is None):
        return case.unsaid("a passive without an agent, of a verb that tells an event") or None
    held = clause.verb.kind == "event" and clause.head in speech_rules().convening.words
    if held and act.act == "discuss" and held_only(sentence, clause):
        return case.unsaid("names a meeting, and nothing that was talked about") or None
    if is_background(case):
        return case.unsaid(_BACK) or None
    return case.says(act.act, both, act.complement, confidence=0.75)


def whose(case: Case, clause: Clause) -> tuple[Actor, ...]:
    """Read "XA’s readiness to help was confirmed", "the readiness of XA …": those whose attitude it is.

    Nobody where the verb says what others do with it ("was discussed", "was welcomed").
    """
    if not clause.passive or clause.subject or clause.head not in speech_rules().avowing.words:
        return ()
    sentence, toks, lex = case.sentence, case.sentence.toks, lexicon()
    first = phrase_first(sentence, clause)
    first += toks[first].low in grammar().articles and first not in sentence.cover
    noun = noun_at(toks, first, None, lex)
    at = noun[0] + 2 if noun is not None and toks[noun[0] + 1].low == "of" else first
    ref = sentence.cover.get(at)
    if ref is None or ref.start != at or ref.end >= clause.start:
        return ()
    if noun is None and toks[ref.end].low in grammar().possessives:
        noun = next(
            (
                hit
                for j in range(ref.end + 1, min(ref.end + _ADJECTIVES, clause.start))
                if (hit := noun_at(toks, j, None, lex)) is not None
            ),
            None,
        )
    return case.resolver.one(ref, sentence) if noun is not None and noun[1].act in _ATTITUDES else ()


def _accepting(case: Case) -> tuple[Actor, ...]:
    """Read "the invitation was accepted": by whoever was invited last."""
    invited = case.resolver.invited
    taken = case.clause.head == "accept" and case.clause.thing == "invitation"
    return (replace(invited, basis="coreference"),) if taken and invited is not None else ()


def _alone(case: Case, act: Act | None) -> tuple[Actor, ...]:
    """Read "it was emphasised" in one side's statement, which tells of no meeting: it speaks for itself."""
    together = act is None or GROUP_OF[act.act] in ("COMMIT", "CONSULT")
    return () if together or case.resolver.scene(case.sentence).met else case.publisher


def is_background(case: Case) -> bool:
    """A clause with an earlier year of its own tells of another time; a later year is that of a plan."""
    year = year_after(case.sentence, case.clause, _BACKGROUND)
    return year is not None and (case.year is None or year <= case.year)


def told(case: Case) -> Said | None:
    """Read "X was briefed on …", "X was invited to …": the other side acts and X is addressed."""
    act = act_of(case.sentence, case.clause, joint=False)
    if act is None or len(case.who) != 1 or act.act not in TOLD:
        why = "a passive without an agent, whose subject is not one who is told or asked something"
        return case.unsaid(why) or None
    teller = (_teller(case),)
    return case.says(act.act, teller, act.complement, to=case.who[0], confidence=0.7)


def _teller(case: Case) -> Actor:
    """The publishing side, unless it is the one addressed; then the one other side in the room."""
    resolver, addressed = case.resolver, case.who[0].country
    side = resolver.side if resolver.side != addressed else None
    others = [p for p in resolver.scene(case.sentence).parties if p != addressed]
    code = side or (others[0] if len(others) == 1 else None)
    return resolver.party(code, "group") if code else Actor("party", "unnamed", None, None, "unresolved")


def of_thing(case: Case) -> Said | None:
    """Read "the talks focused on …", "the declaration reaffirms …", "there was agreement that …"."""
    sentence, clause, rules = case.sentence, case.clause, speech_rules()
    if case.announces and clause.tense == "present" and clause.verb.lemma == "include":
        return announce(case)
    if clause.role == "as" and any(c.subject and c.role == "main" for c in case.found[case.at + 1 :]):
        return case.unsaid("names the paper in which others say something") or None
    if clause.thing == "there":
        told = act_of(sentence, clause, joint=True) if clause.verb.nouns else None
        return case.says(told.act, case.both(), told.complement, confidence=0.75) if told else None
    if clause.verb.kind == "event":
        happened = clause.thing in rules.exchanges and clause.head in rules.take_place
        happened = happened or case.unsaid("an event verb: it tells what happened")
        return case.says("discuss", case.both(), confidence=0.7) if happened else None
    return _reporting_thing(case)


def _reporting_thing(case: Case) -> Said | None:
    """Talks and papers report what everybody in the room said; only a joint paper praises or asks."""
    sentence, clause, rules = case.sentence, case.clause, speech_rules()
    known = clause.thing in rules.talks or clause.thing in rules.papers
    if not known or is_background(case):
        why = _BACK if known else f"its subject “{clause.thing}” is no person, no side, no talks and no paper"
        return case.unsaid(why) or None
    act = act_of(sentence, clause, joint=True)
    if act is None or clause.verb.kind == "predicate" or _is_signed(clause, act.act):
        return case.unsaid(f"no act that “{clause.thing}” can do") or None
    owner = _owner(case)
    if owner:
        alone = act_of(sentence, clause, joint=False) or act
        return case.says(alone.act, owner, alone.complement, confidence=0.7)
    if GROUP_OF[act.act] in ("ASK", "APPRECIATE") and clause.thing not in rules.joint_papers:
        return case.unsaid(f"no act that “{clause.thing}” can do") or None
    if clause.thing in rules.journeys and act.act != "discuss":
        alone = act_of(sentence, clause, joint=False) or act
        return (
            case.says(alone.act, case.publisher, alone.complement, confidence=0.65)
            if case.publisher
            else None
        )
    return case.says(act.act, case.both(), act.complement, confidence=0.7)


def _is_signed(clause: Clause, act: str) -> bool:
    """Read "a letter signed in haste": the verb is a participle, for a paper signs nothing."""
    return act == "sign" and not clause.passive and clause.thing in speech_rules().papers


def _owner(case: Case) -> tuple[Actor, ...]:
    """Read "the talks highlighted XA’s appreciation for …": the side whose appreciation it is."""
    verb, toks = case.clause.verb, case.sentence.toks
    if verb.noun is None:
        return ()
    for i in range(verb.end, verb.noun):
        ref = case.sentence.cover.get(i)
        if ref is not None and ref.end < len(toks) and toks[ref.end].low in grammar().possessives:
            return case.resolver.one(ref, case.sentence)
    for state in case.sentence.states:
        owned = toks[verb.end].start <= state.span.start < toks[verb.noun].start
        if state.code and owned and any(t.low in grammar().possessives for t in toks[verb.end : verb.noun]):
            return (case.resolver.party(state.code, "stated"),)
    return ()

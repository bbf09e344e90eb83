"""Clauses inside others: participles, infinitives of purpose, that-clauses, relative clauses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from regesta.records.acts import act_of, complement, phrase_first, talks_only
from regesta.records.addressee import addressee_of
from regesta.records.auxiliaries import skip_adverbs
from regesta.records.clause import Clause
from regesta.records.speech.active import receives
from regesta.records.speech.own_voice import announce
from regesta.records.speech.passive import is_background, passive, told, whose
from regesta.records.speech.said import Case, Said
from regesta.rules.grammar import grammar
from regesta.rules.speech import speech_rules

PASSED_ON = frozenset({"agree", "decide", "sign", "pledge", "invite", "propose", "request", "urge"})
PURPOSES = frozenset({"discuss", "affirm", "share_view", "agree", "welcome", "express_concern"})
OWN_PURPOSES = frozenset(
    {"congratulate", "thank", "offer_support", "inform", "urge", "invite", "condemn_or_regret"}
)
ANSWERED = frozenset(
    {"agree", "welcome", "thank", "reject", "express_concern", "affirm", "condemn_or_regret"}
)
TOLD_ASIDE = ANSWERED | OWN_PURPOSES | {"convey_position", "request"}
TOGETHER = frozenset({"discuss", "agree", "share_view"})
SCENERY = frozenset({"discuss", "sign", "deliver", "explain"})


def participle(case: Case) -> Said | None:
    """Read "…, stressing that …": a statement of its own, unless it only says how or when."""
    mains = [c for c in case.found if c.role in ("main", "as")]
    if not case.who and (met := _those_who_talked(case)) is not None:
        return met
    act = act_of(case.sentence, case.clause, joint=case.joint) if case.who else None
    accompanies = _accompanies(case, mains, act.act if act is not None else None)
    if act is None or accompanies:
        return case.unsaid(accompanies or "a participle that only accompanies what was said") or None
    who = case.both() if _is_of_talks(case, act.act, mains) else case.who
    to = addressee_of(case.resolver, case.sentence, case.clause, act, who)
    return case.says(act.act, who, act.complement, to=to, confidence=0.75)


def _those_who_talked(case: Case) -> Said | None:
    """Read "When discussing X, XA’s readiness to help was confirmed": all discussed it."""
    opens = case.clause.start == (case.sentence.lows[0] in grammar().participle_fronts)
    if not opens or case.clause.verb.kind not in ("group", "light"):
        return None
    act = act_of(case.sentence, case.clause, joint=True)
    if act is None or act.act != "discuss" or not any(whose(case, c) for c in case.found):
        return None
    return case.says("discuss", case.both(), act.complement, confidence=0.75)


def _accompanies(case: Case, mains: Sequence[Clause], act: str | None) -> str | None:
    """Say why a participle is no statement of its own; None where it may be one."""
    clause, rules = case.clause, speech_rules()
    if not case.who:
        return "a participle; no main clause whose subject it takes"
    if clause.verb.kind in ("event", "predicate"):
        return "a participle that tells an event"
    if clause.head in rules.shaping and clause.verb.nouns is None:
        return "only says how something is done"
    if _is_frame(case):
        return "a framing verb: it says how or on what occasion"
    spoken = any(c.verb.kind in ("group", "light") and c.verb.lemma not in rules.meeting for c in mains)
    if act in SCENERY and spoken:
        return "a participle that only accompanies what was said"
    planned = case.announces and bool(mains) and mains[-1].tense == "future"
    return "a participle of a plan that is announced as a whole" if planned else None


def _is_of_talks(case: Case, act: str, mains: Sequence[Clause]) -> bool:
    """Read "X held talks with Y, exchanging views on …": those who met did it together."""
    return len(case.who) == 1 and act in TOGETHER and any(_meets(case, main) for main in mains)


def _is_frame(case: Case) -> bool:
    """Recognise "Replying to questions, …", and "agreed to X while doing Y", which says how X is done."""
    clause, sentence = case.clause, case.sentence
    if clause.start == 0 and clause.head in speech_rules().framing:
        return True
    mains = [c for c in case.found[: case.at] if c.role == "main"]
    doing = bool(mains) and complement(sentence, mains[-1]) == "to"
    return doing and any(t.low == "while" for t in sentence.toks[max(0, clause.start - 6) : clause.start])


def purpose(case: Case) -> Said | None:
    """Read "met … to discuss …": what the meeting was for was done by those who met."""
    clause, found, reporting = case.clause, case.found, ("group", "light")
    if clause.verb.kind in reporting and (chance := _opportunity(case)) is not None:
        return chance
    met = [i for i in range(case.at) if found[i].role == "main" and _meets(case, found[i])]
    if not met or found[met[-1]].tense != "past" or clause.verb.kind not in reporting:
        return case.unsaid("an infinitive, not of the purpose of a meeting held") or None
    between = found[max(met[-1], 0) + 1 : case.at]
    if any(c.verb.kind in (*reporting, "predicate") and c.role != "infinitive" for c in between):
        return case.unsaid("an infinitive inside what another verb says") or None
    own = act_of(case.sentence, clause, joint=False)
    if own is not None and own.act in OWN_PURPOSES and met[-1] in case.actors:
        who = case.actors[met[-1]]
        to = addressee_of(case.resolver, case.sentence, clause, own, who)
        return case.says(own.act, who, own.complement, to=to, confidence=0.75) if len(who) == 1 else None
    act = act_of(case.sentence, clause, joint=True)
    if act is None or act.act not in PURPOSES:
        return case.unsaid("an infinitive of no act that a meeting is for") or None
    return case.says(act.act, case.both(), act.complement, confidence=0.7)


def _opportunity(case: Case) -> Said | None:
    """Read "took the opportunity to thank …", "the call was an occasion to discuss …": the act was done."""
    clause, rules = case.clause, speech_rules()
    i = clause.start - 1
    if i < 0 or case.sentence.toks[i].low not in rules.chances:
        return None
    words = [t.low for t in case.sentence.toks[:i]]
    if not rules.chance_taken.words.isdisjoint(words):
        own = [at for at in range(case.at) if found_main(case, at)]
        who = case.actors[own[-1]] if own else case.both()
        act = act_of(case.sentence, clause, joint=len(who) > 1)
        return case.says(act.act, who, act.complement, confidence=0.7) if act is not None and who else None
    return None


def found_main(case: Case, at: int) -> bool:
    """Say whether clause ``at`` is a main one with actors."""
    return case.found[at].role == "main" and bool(case.actors.get(at))


def _meets(case: Case, clause: Clause) -> bool:
    sentence = case.sentence
    event = clause.verb.kind == "event" or talks_only(sentence, clause) or receives(sentence, clause)
    return event and clause.head in speech_rules().meeting


def embedded(case: Case) -> Said | None:
    """A clause inside what was said counts where the outer verb only passes it on."""
    clause = case.clause
    if clause.marker == "where" and clause.tense == "future" and case.announces:
        return announce(case)
    if clause.marker == "where" and clause.passive and not case.announces:
        return told(case)
    if clause.marker == "which" and clause.perfect and case.joint and clause.verb.kind == "group":
        act = act_of(case.sentence, clause, joint=True)
        return case.says(act.act, case.who, act.complement, confidence=0.6) if act else None
    if clause.marker == "that" and whose(case, clause):
        return _of_owner(case)
    found = _in_which(case) if clause.marker == "which" else _in_that(case)
    return found or case.unsaid(_inside(clause)) or None


def _of_owner(case: Case) -> Said | None:
    """Read "XB’s readiness to share its data was stressed": the readiness was, in no clause of "share"."""
    clause = case.clause
    first = phrase_first(case.sentence, clause)
    return passive(replace(case, clause=replace(clause, role="main", marker=None, subject_start=first)))


def _in_which(case: Case) -> Said | None:
    """Read "an offer which Minister X welcomed": what somebody did with the thing just named."""
    clause = case.clause
    past = clause.tense == "past" and not clause.passive and clause.modal is None
    known = case.who and all(a.basis != "unresolved" for a in case.who)
    if not past or not known or clause.verb.kind not in ("group", "light") or is_background(case):
        return None
    act = act_of(case.sentence, clause, joint=case.joint)
    if act is None or act.act not in ANSWERED:
        return None
    return case.says(act.act, case.who, act.complement, confidence=0.65)


def _inside(clause: Clause) -> str:
    opened = "a that-clause" if clause.marker == "that" else f"a clause after “{clause.marker}”"
    return f"in {opened}: part of what another verb says"


def _in_that(case: Case) -> Said | None:
    """Read "said that they had agreed …": the agreement is the statement."""
    clause, sentence = case.clause, case.sentence
    if clause.marker == "that" and clause.modal in ("will", "shall") and _own_side(case):
        return case.says("pledge", case.who, "to", confidence=0.65)
    if clause.marker == "that" and clause.passive and clause.negated and clause.perfect:
        return _undone(case)
    if clause.marker != "that" or not case.who or clause.modal or clause.verb.kind not in ("group", "light"):
        return None
    act = act_of(sentence, clause, joint=case.joint)
    if act is None or act.act not in PASSED_ON or clause.tense != "past":
        return None
    to = addressee_of(case.resolver, sentence, clause, act, case.who)
    return case.says(act.act, case.who, act.complement, to=to, confidence=0.8)


def _undone(case: Case) -> Said | None:
    """Read "noted that the matter had not been discussed": what those who met left out."""
    act = act_of(case.sentence, case.clause, joint=True)
    return (
        case.says(act.act, case.both(), confidence=0.65) if act is not None and act.act in TOGETHER else None
    )


def _own_side(case: Case) -> bool:
    """Read "said that XA will send …" of a speaker of XA: an undertaking, unless it only happens to XA."""
    mains = [at for at in range(case.at) if found_main(case, at)]
    clause, alone = case.clause, len(case.who) == 1 and case.who[0].kind == "party"
    if not mains or not alone or clause.passive or clause.head in speech_rules().undergoing:
        return False
    speaker = case.actors[mains[-1]]
    group = case.found[mains[-1]].verb.group
    says = group is not None and group.passes_on
    return says and len(speaker) == 1 and speaker[0].country == case.who[0].country and bool(clause.subject)


def _apart(clause: Clause) -> str:
    if clause.role == "noun":
        return "no subject: it opens the item of a list"
    return f"in a relative clause (“{clause.marker}”): it says more of somebody or something"


def relative(case: Case) -> Said | None:
    """In an announcement, "…, which will strengthen …" is the publisher's own judgement.

    "Minister X, who thanked XB for its aid, …" tells what Minister X did, beside what the sentence tells.
    """
    clause = case.clause
    if clause.marker == "who" and (said := _of_person(case)) is not None:
        return said
    ahead = case.announces and clause.marker == "which" and clause.tense == "future"
    if not ahead or clause.verb.kind == "event" or not case.publisher:
        return case.unsaid(_apart(clause)) or None
    act = act_of(case.sentence, clause, joint=False)
    if act is None or act.act not in ("convey_position", "affirm"):
        return case.unsaid("in a relative clause that judges nothing") or None
    return case.says("convey_position", case.publisher, confidence=0.6)


def _of_person(case: Case) -> Said | None:
    """Read ", who expressed concern about …" after somebody: an act of words in the plain past."""
    clause, sentence = case.clause, case.sentence
    who = skip_adverbs(sentence, clause.start - 1)
    ref = sentence.ref_ending(who - 2) if who > 1 and sentence.toks[who - 1].text == "," else None
    plain = clause.tense == "past" and not (clause.passive or clause.perfect or clause.modal)
    plain = plain and not sentence.in_verb(
        clause.verb.end
    )  # "who had expressed": "had" is no verb of its own
    if ref is None or ref.kind not in ("person", "role") or not plain or is_background(case):
        return None
    actors = case.resolver.one(ref, sentence)
    act = act_of(sentence, clause, joint=False) if clause.verb.kind in ("group", "light") else None
    if act is None or act.act not in TOLD_ASIDE or any(a.basis == "unresolved" for a in actors):
        return None
    to = addressee_of(case.resolver, sentence, clause, act, actors)
    return case.says(act.act, actors, act.complement, to=to, confidence=0.7)

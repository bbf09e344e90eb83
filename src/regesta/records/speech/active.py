"""A subject and its reporting verb: "Minister X stressed …", "the two sides agreed …"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from regesta.model.records import GROUP_OF, Actor
from regesta.records.acts import Act, act_of, speaks_about, talks_only
from regesta.records.addressee import addressee_of
from regesta.records.clause import Clause
from regesta.records.speech.own_voice import announce, is_we
from regesta.records.speech.said import Case, Said
from regesta.records.told import after_verb
from regesta.records.view import Sentence
from regesta.rules.grammar import grammar
from regesta.rules.publishers import is_voice
from regesta.rules.speech import speech_rules

_OBJECT = 24
_AUDIENCE = 4
_SPOKEN = ("press_conference", "statement")
_PRINTED = ("noun.announce", "open_statement", "noun.adopt")
JOINT_ONLY = frozenset({"discuss", "agree", "share_view", "sign", "decide"})


def active(case: Case) -> Said | None:
    """Return what the actors of a case say with its verb; None where it tells of an event."""
    sentence, clause = case.sentence, case.clause
    if speaks_about(sentence, clause):
        return case.says("discuss", _with_spoken(case), confidence=0.85)
    if _is_event(case):
        return None
    planning = clause.verb.lemma in speech_rules().planning and clause.tense == "present"
    if case.announces and planning and not is_we(clause):
        return announce(case)
    act = act_of(sentence, clause, joint=case.joint)
    if act is None:
        return None
    inner = _wanting(case, act)
    if inner is not None:
        case.unsaid("a form of words: the act is that of the verb after it")
        verb, second = inner
        to = addressee_of(case.resolver, sentence, verb, second, case.who)
        return case.says(second.act, case.who, second.complement, to=to, clause=verb, start=clause.first)
    if clause.partner and act.act in JOINT_ONLY and not case.joint:
        case = replace(case, who=case.both())
    who = _with_partner(case, _who(case, act))
    if len(who) > 1 and act.act == "convey_position":
        act = replace(act, act="share_view")
    who = _without_addressee(case, act, who)
    to = addressee_of(case.resolver, sentence, clause, act, who)
    return case.says(act.act, who, act.complement, to=to)


def _without_addressee(case: Case, act: Act, who: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Read "the leaders congratulated X": X, who is addressed, is none of those who act."""
    ref = case.sentence.cover.get(after_verb(case.clause.verb))
    if len(who) < 2 or act.addressed != "object" or ref is None or ref.kind not in ("person", "role"):
        return who
    addressed = {actor.name for actor in case.resolver.one(ref, case.sentence)}
    return tuple(actor for actor in who if actor.name not in addressed) or who


def _with_spoken(case: Case) -> tuple[Actor, ...]:
    """Those who spoke and those whom they spoke with; everybody in the room where nobody is named."""
    toks = case.sentence.toks
    for i in range(case.clause.verb.end - 1, min(len(toks) - 1, case.clause.verb.end + 6)):
        ref = case.sentence.cover.get(i + 1)
        if (
            toks[i].low in ("with", "to")
            and ref is not None
            and ref.kind in ("person", "role", "party", "side")
        ):
            partners = case.resolver.one(ref, case.sentence)
            known = {w.name for w in case.who} | {w.country for w in case.who}
            return case.who + tuple(a for a in partners if a.name not in known)
    return case.who if case.joint else case.both()


def _with_after_object(
    case: Case, i: int, kinds: tuple[str, ...] = ("person", "role", "party", "side")
) -> int:
    """Find the "with" of "signed a memorandum on X with Minister Y": the one before somebody of ``kinds``."""
    toks, cover = case.sentence.toks, case.sentence.cover
    for j in range(i, min(len(toks) - 1, i + _OBJECT)):
        if toks[j].text in ".;":
            break
        ref = cover.get(j + 1)
        if toks[j].low == "with" and ref is not None and ref.kind in kinds:
            return j
    return i


def _is_event(case: Case) -> bool:
    sentence, clause = case.sentence, case.clause
    verb = clause.verb
    if verb.kind == "event":
        return not case.unsaid("an event verb: it tells what happened")
    if _is_lead_in(case):
        return not case.unsaid("only says that what follows is said or printed")
    if _past_year(case):
        return not case.unsaid("dated to an earlier year than the document: background")
    why = "no side or no ground of an obligation: it tells what happened" if _only_compelled(case) else ""
    why = why or ("a statement to the press, and nothing that it said" if _to_the_press(case) else "")
    why = why or ("a reception of a guest, no praise" if receives(sentence, clause) else "")
    why = why or (
        "names a meeting, and nothing that was talked about" if talks_only(sentence, clause) else ""
    )
    return bool(why) and not case.unsaid(why)


def _only_compelled(case: Case) -> bool:
    """Tell "XB was obliged to close the port" from "under the treaty, XB was obliged to open it"."""
    predicate = case.clause.verb.predicate
    if predicate is None or not predicate.grounded:
        return False
    sides = all(actor.kind == "party" or actor.basis == "group" for actor in case.who)
    return not sides or speech_rules().grounds.words.isdisjoint(case.sentence.lows)


def _to_the_press(case: Case) -> bool:
    """Read "made press statements", "a statement to the media": a ceremony; "on the strait" says more."""
    verb, toks = case.clause.verb, case.sentence.toks
    if verb.nouns is None or verb.noun is None or verb.nouns.id not in _PRINTED:
        return False
    audience, after = speech_rules().audience.words, verb.noun + 1
    for i in range(after, min(len(toks), after + _AUDIENCE)):
        if toks[i].low in audience:
            after = i + 1
            break
    else:
        if not any(t.low in audience for t in toks[verb.end : verb.noun + 1]):
            return False
    following = toks[after].low if after < len(toks) else "."
    told = following in grammar().about or following in ("that", ":") or following.endswith("ing")
    return not told


def _is_lead_in(case: Case) -> bool:
    """Recognise "A spokesperson said:" and "issued the following statement:": the text itself comes."""
    toks, verb = case.sentence.toks, case.clause.verb
    if toks[-1].text != ":":
        return False
    following = any(t.low == "following" for t in toks[verb.start :])
    voice = any(is_voice(a.role or a.name) for a in case.who)
    return (voice and verb.end == len(toks) - 1) or (following and verb.rule in _PRINTED)


def _past_year(case: Case) -> bool:
    """Say whether a clause dates itself to an earlier year than the document: it is background."""
    group = case.clause.verb.group
    reach = 3 if group is not None and group.passes_on else 8
    year = year_after(case.sentence, case.clause, reach)
    return case.year is not None and year is not None and year < case.year and case.clause.tense == "past"


def year_after(sentence: Sentence, clause: Clause, reach: int) -> int | None:
    """Return the first "in 2019" within ``reach`` words after a verb."""
    words = sentence.toks[clause.verb.end : clause.verb.end + reach]
    for one, two in pairwise(words):
        if one.low == "in" and len(two.text) == 4 and two.text.isdigit():
            return int(two.text)
    return None


def receives(sentence: Sentence, clause: Clause) -> bool:
    """Tell a reception ("welcomed President X to the palace") from praise."""
    rules = speech_rules()
    if clause.verb.lemma not in rules.receiving:
        return False
    ref = sentence.cover.get(clause.verb.end)
    if ref is None or ref.kind not in ("person", "role"):
        return False
    after = sentence.toks[ref.end].low if ref.end < len(sentence.toks) else "."
    return after in rules.received


def _wanting(case: Case, act: Act) -> tuple[Clause, Act] | None:
    """Read "I want to thank …": the wish is a form of words, the act is the second verb."""
    found, at = case.found, case.at
    noun = case.clause.verb.nouns is not None
    if noun or act.act != "express_intention" or act.complement != "to" or at + 1 >= len(found):
        return None
    inner = found[at + 1]
    if inner.role != "infinitive" or inner.start > case.clause.verb.end + 3:
        return None
    second = act_of(case.sentence, inner, joint=False)
    if second is None:
        return None
    spoken = GROUP_OF[second.act] in ("APPRECIATE", "OBJECT", "ASK") or second.act == "convey_position"
    return (inner, second) if spoken else None


def _who(case: Case, act: Act) -> tuple[Actor, ...]:
    """Who does what is done together: "we" in somebody's speech and "they" after one state are all sides."""
    resolver = case.resolver
    speaker = resolver.speaker.name if resolver.speaker is not None else None
    if is_we(case.clause) and case.clause.tense == "past" and speaker in {a.name for a in resolver.last_many}:
        return resolver.last_many
    if act.act not in JOINT_ONLY or resolver.joint:
        return case.who
    spoken = resolver.speaker is not None or (case.kind in _SPOKEN and case.clause.tense == "past")
    if spoken and is_we(case.clause):
        return case.both()
    one = len(case.who) == 1 and case.who[0].kind == "party" and case.who[0].basis == "coreference"
    return case.both() if one and _is_they(case.clause) else case.who


def _is_they(clause: Clause) -> bool:
    """Say whether the subject of a clause is "they" alone."""
    group = clause.subject[0].group if len(clause.subject) == 1 else None
    return group is not None and group.noun == "they"


def _with_partner(case: Case, who: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Read "agreed with X that …", "discussed with X …": X acts too; nobody exchanges views alone."""
    toks, verb, rules = case.sentence.toks, case.clause.verb, speech_rules()
    met = _after_meeting(case)
    if len(who) > 1 and (not met or len({actor.country for actor in who}) > 1):
        return who
    together = met or case.clause.head in rules.reciprocal.words
    together = together or (verb.nouns is not None and verb.nouns.act == "discuss")
    i = after_verb(verb)
    if case.clause.head == "sign" or together:
        i = _with_after_object(case, i)
    elif verb.group is not None and verb.group.act == "discuss":
        i = _with_after_object(case, i, ("person", "role"))
    noun = verb.nouns is not None and verb.nouns.act in ("discuss", "agree")
    joins = noun or case.clause.head in rules.joining
    ref = case.sentence.cover.get(i + 1)
    if not joins or i >= len(toks) or toks[i].low != "with" or ref is None:
        return _with_the_room(case, who) if together else who
    if ref.kind not in ("person", "role", "party", "side"):
        return who
    partners = case.resolver.one(ref, case.sentence)
    return who + tuple(a for a in partners if a.name not in {w.name for w in who})


def _after_meeting(case: Case) -> bool:
    """Read "met with Y and discussed …": X and Y did it."""
    clause, group = case.clause, case.clause.verb.group
    if clause.shares is None or group is None or group.act != "discuss":
        return False
    met, toks = case.found[clause.shares], case.sentence.toks
    meets = met.head in speech_rules().meeting and (
        met.verb.kind == "event" or talks_only(case.sentence, met)
    )
    return meets and any(t.low == "with" for t in toks[met.verb.start : clause.start])


def _with_the_room(case: Case, who: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Everybody in the room, if whoever acts is one of them."""
    room = case.both()
    here = {actor.name for actor in room} | {actor.country for actor in room if actor.kind == "party"}
    return room if all(actor.name in here or actor.country in here for actor in who) else who

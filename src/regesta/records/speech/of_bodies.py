"""What a body of the publisher's state decides, undertakes or will do: "Cabinet has decided to …"."""

from __future__ import annotations

from dataclasses import replace

from regesta.model.records import Actor
from regesta.records.acts import act_of
from regesta.records.speech.said import Case, Said
from regesta.rules.promises import promise_patterns
from regesta.rules.speech import speech_rules

_DONE = frozenset({"decide", "pledge", "agree"})
_LONGEST = 16
"""No name of a body has more words than this."""


def of_body(case: Case) -> Said | None:
    """Return what the state does whose body is the subject of a main clause; None where it is none.

    A body is of the state named with it, else of whoever speaks; one named with two states is nobody's.
    """
    clause, sentence = case.clause, case.sentence
    if clause.role != "main" or clause.passive or clause.thing is None:
        return None
    who = _owner(case)
    if not who:
        return None
    if clause.tense == "future" and clause.modal in ("will", "shall"):
        return case.says("pledge", who, "to", confidence=0.6) if _does(case) else None
    act = act_of(sentence, clause, joint=False)
    if act is None or act.act not in _DONE or clause.tense != "past" or act.complement not in ("to", "that"):
        return None
    return replace(case, who=who).says(act.act, who, act.complement, confidence=0.7)


def _does(case: Case) -> bool:
    """Say whether what will be is a deed: no talks, no stay, and nothing that only happens to a body."""
    rules, group = speech_rules(), case.clause.verb.group
    talks = group is not None and group.act in ("discuss", "announce")
    idle = case.clause.head in rules.undergoing or case.clause.head in rules.attending
    return not (talks or idle or case.announces)


def _owner(case: Case) -> tuple[Actor, ...]:
    """Return the state whose body stands before the verb."""
    clause, toks = case.clause, case.sentence.toks
    first, last = clause.subject_start, clause.start
    if first < 0 or last - first > _LONGEST:
        return ()
    subject = " ".join(token.text for token in toks[first:last]) + " "
    if not promise_patterns().bodies.fullmatch(subject):
        return ()
    span = case.sentence.chars(first, last)
    named = {state.code for state in case.sentence.states if state.span.overlaps(span)}
    speaker = case.resolver.speaker
    side = case.resolver.side if speaker is None else speaker.country
    codes = named or {side}
    (code,) = codes if len(codes) == 1 else (None,)
    return () if code is None else (case.resolver.party(code, "stated" if named else "publisher"),)

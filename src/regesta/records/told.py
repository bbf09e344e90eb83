"""Where what is said begins: after the verb, and after whoever is promised or told it."""

from __future__ import annotations

from regesta.mentions.verbs import VerbHit
from regesta.records.clause import Clause
from regesta.records.view import Sentence
from regesta.rules.grammar import grammar

_WHOM = 14
_TOLD = ("pledge", "inform")


def after_verb(verb: VerbHit) -> int:
    """Return the token after the verb, or after the noun it carries."""
    return verb.end if verb.noun is None else verb.noun + 1


def content_at(sentence: Sentence, clause: Clause) -> int:
    """Return the token at which what is said begins: after the verb, and after whoever it is said to.

    "Promised Minister X that …" and "committed XA to send …" name somebody before it; of "accepted the
    invitation" it is the invitation.
    """
    verb = clause.verb
    return verb.end if verb.noun is not None else clause_at(sentence, clause)


def clause_at(sentence: Sentence, clause: Clause) -> int:
    """Return the token after a verb or its noun, and after whoever is promised or told something."""
    verb, group = clause.verb, clause.verb.group
    start = after_verb(verb)
    told = group is not None and group.act in _TOLD and not clause.passive and start < len(sentence.toks)
    if not told or group is None or sentence.toks[start].low in ("that", "to"):
        return start
    return _over_whom(sentence, start, group.addressee == "object")


def _over_whom(sentence: Sentence, start: int, anybody: bool) -> int:
    """Step over the object at ``start`` where a clause or an infinitive follows it; stay where none does.

    It is somebody who was recognised, or ``anybody``.
    """
    toks, ref = sentence.toks, sentence.cover.get(start)
    end = ref.end if ref is not None and ref.start == start else start
    if end > start and end < len(toks) and toks[end].low == "to" and _verb_at(sentence, end + 1):
        return end
    if end == start and not anybody:
        return start
    for i in range(max(end, start + 1), min(len(toks), start + _WHOM)):
        if toks[i].low == "that":
            return i
        if i in sentence.reporting or toks[i].text in ",;:.“" or toks[i].low in grammar().subordinators:
            break
    return start


def to_do(sentence: Sentence, verb: VerbHit) -> bool:
    """Read "committed to open", where "to" belongs to the verb: what one commits to is a deed."""
    within = verb.group is not None and verb.group.act == "pledge" and verb.lemma.endswith(" to")
    return within and _verb_at(sentence, verb.end)


def _verb_at(sentence: Sentence, i: int) -> bool:
    """Say whether a verb in its base form stands at ``i``, with an object or a place after it."""
    following = sentence.toks[i + 1].low if i + 1 < len(sentence.toks) else "."
    bare = any(hit.start == i and "base" in hit.forms for hit in sentence.verbs)
    return bare and (following[0].isalnum() or following[0] in "$€£¥“") and following not in ("of", "and")

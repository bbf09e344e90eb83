"""The words before a verb that belong to it: auxiliaries, modals, "not", adverbs, "to"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from regesta.mentions.tokens import Token
from regesta.mentions.verbs import AUX, BE, DO, HAVE, MODALS, NOT, VerbHit, lexicon
from regesta.records.clause import Tense
from regesta.records.view import Sentence
from regesta.rules.grammar import grammar

_MOST_WORDS = 20  # before a verb that belong to it, or adverbs in a row


@dataclass(slots=True)
class VerbGroup:
    """What stands before a verb, from token ``start`` on."""

    start: int
    modal: str | None = None
    have: bool = False
    be: bool = False
    to: bool = False
    did: bool = False
    negated: bool = False


def verb_group(sentence: Sentence, verb: VerbHit) -> VerbGroup:
    """Return the auxiliaries of a verb: all words of the kind that stand before it without a gap."""
    group = VerbGroup(verb.start)
    if verb.kind == "predicate":
        group.negated = any(t.low in NOT for t in sentence.toks[verb.start : verb.end])
    i = verb.start - 1
    limit = max(-1, i - _MOST_WORDS)
    while i > limit and (step := _take(sentence, group, i)):
        i -= step
    return group


def _take(sentence: Sentence, group: VerbGroup, i: int) -> int:
    """Take in what ends at token ``i``; return its length, or 0 where it is no part of the verb."""
    low = sentence.toks[i].low
    if low == "," and (aside := _adverb_aside(sentence.toks, i)):
        return aside
    if low == "to" and not group.to and i == group.start - 1:
        return _take_to(sentence.toks, group, i)
    if low in grammar().after_not and i and sentence.toks[i - 1].low in NOT:
        return 1
    if low == "cannot":
        group.modal, group.negated, group.start = "can", True, i
        return 1
    if low not in AUX:
        return 0 if i in sentence.cover else adverb_before(sentence.toks, i)
    if low in MODALS:
        group.modal = group.modal or low
    elif low in BE:
        group.be = True
    elif low in HAVE or low in DO:
        group.have = group.have or low in HAVE
        group.did = group.did or low == "did"
    elif sentence.toks[i + 1].low not in grammar().affirming:
        group.negated = True
    group.start = i
    return 1


def _adverb_aside(toks: Sequence[Token], i: int) -> int:
    """Return the length of an adverb between commas after an auxiliary, "was, however, noted", or 0."""
    length = adverb_before(toks, i - 1) if i > 2 else 0
    first = i - 1 - length
    return (
        length + 2 if length and first > 0 and toks[first].text == "," and toks[first - 1].low in AUX else 0
    )


def _take_to(toks: Sequence[Token], group: VerbGroup, i: int) -> int:
    """Take in "to": an infinitive, unless "is to" or "is expected to" make a future of it."""
    expected = i > 1 and toks[i - 1].low in grammar().expected and toks[i - 2].low in BE
    back = 1 if i and toks[i - 1].low in BE else 2 if expected else 0
    if back:
        group.modal = "will"
    else:
        group.to = True
    group.start = i - back
    return back + 1


def adverb_before(toks: Sequence[Token], i: int) -> int:
    """Return how many tokens ending at ``i`` are an adverb of the table (0 for none)."""
    lex, low = lexicon(), toks[i].low
    for phrase in lex.adverb_ends.get(low, ()):
        if i + 1 >= len(phrase) and tuple([t.low for t in toks[i + 1 - len(phrase) : i + 1]]) == phrase:
            return len(phrase)
    return int(low in lex.adverbs or (low.endswith("ly") and len(low) > 4))


def skip_adverbs(sentence: Sentence, i: int) -> int:
    """Return the last token at or before ``i`` that is no adverb, or -1; a row of adverbs has an end."""
    limit, toks, cover = max(-1, i - _MOST_WORDS), sentence.toks, sentence.cover
    while i > limit and i not in cover and (step := adverb_before(toks, i)):
        i -= step
    return i


def tense_of(sentence: Sentence, verb: VerbHit, group: VerbGroup, *, passive: bool) -> Tense:
    """Return the tense of a verb with its auxiliaries."""
    past = grammar().past_auxiliaries
    if verb.kind == "predicate":
        before = group.have or sentence.toks[verb.start].low in past
        return "future" if group.modal else "past" if before else "present"
    if passive:
        before = any(t.low in past for t in sentence.toks[group.start : verb.start])
        return "future" if group.modal else "past" if before else "present"
    if group.modal in grammar().future_modals:
        return "future"
    return "past" if "past" in verb.forms or group.have or group.did else "present"


def is_finite(verb: VerbHit, group: VerbGroup, *, passive: bool) -> bool:
    """Say whether a verb in its form and with these auxiliaries can be the verb of a clause."""
    finite = passive or group.modal or group.have or verb.kind == "predicate"
    return bool(finite or verb.forms & {"past", "third", "base"} or (group.be and "ing" in verb.forms))


def is_broken(verb: VerbHit, group: VerbGroup, *, passive: bool) -> bool:
    """Say whether the auxiliaries do not go with the form of the verb: it is no verb there."""
    if (group.have or group.be) and not passive and not group.modal:
        return not verb.forms & {"participle", "ing", "predicate"}
    return group.have and group.modal is not None and "participle" not in verb.forms

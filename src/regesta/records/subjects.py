"""Who or what stands as the subject before a verb: names, their coordination, and things."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from regesta.mentions.verbs import BE, DO, HAVE, MODALS
from regesta.records.auxiliaries import adverb_before
from regesta.records.clause import Clause
from regesta.records.view import Ref, Sentence
from regesta.rules.grammar import grammar

_LOOK_BACK = 45
_LATE = 12
_DASH_WITHIN = 14


def in_phrase(sentence: Sentence, ref: Ref) -> bool:
    """Say whether a ref stands after a preposition, inside another phrase, and is no subject."""
    start = with_owner(sentence, ref)
    if start == 0:
        return False
    toks, words = sentence.toks, grammar()
    low = toks[start - 1].low
    if low in ("and", "or", ",", "&"):
        near = sentence.ref_ending(start - 2)
        other = near or sentence.ref_ending(start - 3)
        if other is None or low == "," or (near is None and not _lists(sentence, other)):
            return False
        return in_phrase(sentence, other)
    such = low == "as" and start > 1 and toks[start - 2].low in words.such_as
    return low in words.prepositions or such


def opens_clause(sentence: Sentence, clause: Clause, ref: Ref, before: Sequence[Clause]) -> bool:
    """Read "stressed support for XA and the two sides discussed …": after "and", a subject with its own verb.

    The clause before must have its verb, and the phrase that ends there cannot need the ref: no "between".
    What follows must be an object, for "the work of XA and XB carried out in …" has a participle.
    """
    start, verb, last = with_owner(sentence, ref), clause.verb, before[-1] if before else None
    joined = start > 0 and sentence.toks[start - 1].low == "and"
    if not joined or last is None or clause.passive or "past" not in verb.forms or verb.kind == "event":
        return False
    told = last.role in ("main", "postposed") and last.tense == "past" and not last.passive
    if not told or not (last.subject or last.shares is not None):
        return False
    return _is_whole(sentence, last.verb.end, start) and _has_object(sentence, clause, ref)


def _is_whole(sentence: Sentence, end: int, start: int) -> bool:
    """Say whether tokens ``[end, start)``, before their last "and", are an object that is complete."""
    words = grammar()
    between = sentence.lows[end : start - 1]
    opened = any(low in words.subordinators or low in (";", ":", "“", "both") for low in between)
    led = [low for low in between if low in words.prepositions]
    return bool(between) and not opened and led[-1:] != ["between"]


def _has_object(sentence: Sentence, clause: Clause, ref: Ref) -> bool:
    """Say whether a verb in the past takes an object or a clause; "XB agreed on" may be a participle."""
    at = clause.verb.end
    if at >= len(sentence.toks) or not sentence.toks[at].text[0].isalnum():
        return False
    low = sentence.toks[at].low
    if clause.verb.kind == "light" or low in ("to", "that") or low not in grammar().prepositions:
        return True
    return low in ("on", "with") and ref.kind != "party"


def with_owner(sentence: Sentence, ref: Ref) -> int:
    """Return where a person begins with the state before: "XB’s Edda Stromsen"; else where the ref begins."""
    named = ref.start > 1 and ref.person is not None and ref.person.name is not None
    if not named or sentence.toks[ref.start - 1].low not in grammar().possessives:
        return ref.start
    owner = sentence.ref_ending(ref.start - 2)
    return owner.start if owner is not None and owner.kind == "party" else ref.start


def set_off(sentence: Sentence, ref: Ref) -> Ref | None:
    """Return the person in "the Representative of XB in the Court - Minister Y": office, dash, name."""
    toks, cover = sentence.toks, sentence.cover
    if ref.kind != "role":
        return None
    for i in range(ref.end, min(ref.end + _DASH_WITHIN, len(toks) - 1)):
        if toks[i].text in ("-", "–", "—") and toks[i].start > toks[i - 1].end:
            other = cover.get(i + 1)
            return other if other is not None and other.kind == "person" and other.start == i + 1 else None
        if toks[i].text in ",.;:" or sentence.in_verb(i) or (i in cover and cover[i].kind == "person"):
            return None
    return None


def _lists(sentence: Sentence, ref: Ref) -> bool:
    """Say whether ", and" after a ref ends a list: "with A, B, and C"; of two, it opens a clause."""
    return ref.start > 0 and sentence.toks[ref.start - 1].text == ","


def coordinated(sentence: Sentence, ref: Ref) -> tuple[list[Ref], int]:
    """Collect "A, B and C" leftwards from its last member; return the members and the first token."""
    refs, start = [ref], with_owner(sentence, ref)
    while start > 0:
        other = _joined(sentence, start, len(refs))
        if other is None or other.kind == "pronoun":
            break
        first = with_owner(sentence, other)
        if first and (sentence.in_verb(first - 1) or in_phrase(sentence, other)):
            break
        refs.insert(0, other)
        start = first
    return refs, start


def _joined(sentence: Sentence, start: int, count: int) -> Ref | None:
    """Return the ref that "and" or a comma joins to the one that begins at ``start``."""
    toks, p = sentence.toks, start - 1
    if p > 0 and toks[p].low in grammar().own and toks[p - 1].low in grammar().joiners:
        p -= 1
    if toks[p].low in grammar().inclusive:
        p -= 1
    joined = p >= 0 and toks[p].low in grammar().joiners
    if joined:
        p -= 1
    if p >= 0 and toks[p].text == "," and (joined or count > 1):
        p -= 1
    elif not joined:
        return None
    return sentence.ref_ending(p) if p >= 0 else None


def before_aside(sentence: Sentence, comma: int) -> Ref | None:
    """Find the subject before ", who …," or ", in response,": a ref that ends at an earlier comma."""
    toks = sentence.toks
    for j in range(comma - 1, max(-1, comma - _LOOK_BACK), -1):
        if toks[j].text == ";":
            return None
        if toks[j].text != ",":
            continue
        ref = sentence.ref_ending(j - 1)
        if ref is None or _placed(sentence, ref) or in_phrase(sentence, ref):
            continue
        if toks[j + 1].low not in ("and", "but") and _opens_aside(sentence, j + 1):
            return ref
    return None


def _placed(sentence: Sentence, ref: Ref) -> bool:
    """ "Port Sele, Arvania, …": a state after a comma only says where the place is."""
    return ref.kind == "party" and ref.start > 0 and sentence.toks[ref.start - 1].text == ","


def _opens_aside(sentence: Sentence, i: int) -> bool:
    low, words = sentence.toks[i].low, grammar()
    opens = low in words.prepositions or low in words.subordinators or low in words.aside_openers
    return opens or low.endswith("ing") or bool(adverb_before(sentence.toks, i))


def is_reduced(sentence: Sentence, clause: Clause, i: int) -> bool:
    """Say whether a participle hangs on the noun at ``i``: "a letter addressed to", "the deal reached in"."""
    if clause.passive or clause.modal or clause.perfect or "participle" not in clause.verb.forms:
        return False
    if _finite_follows(sentence, clause):
        return True
    opened = max((k for k in range(i) if sentence.toks[k].text in ",;:"), default=-1)
    earlier = any(opened < v.start < i and v.forms & {"past", "third"} for v in sentence.verbs)
    return earlier or clause.verb.start > _LATE


def _finite_follows(sentence: Sentence, clause: Clause) -> bool:
    finite = (BE - {"being", "been", "be"}) | DO | MODALS | (HAVE - {"having"})
    for tok in sentence.toks[clause.verb.end :]:
        if tok.text in ",;:." or tok.low in grammar().subordinators:
            return False
        if tok.low in finite:
            return True
    return False


def thing_start(sentence: Sentence, i: int) -> int:
    """Return where the phrase of a subject that is nobody begins; its last token is ``i``."""
    if not sentence.phrases:
        sentence.phrases = _phrases(sentence)
    return sentence.phrases[i]


def _phrases(sentence: Sentence) -> list[int]:
    """For each token, where the phrase begins that runs on to it without a verb, a mark or a conjunction."""
    stops, taken = _phrase_stops(), sentence.reporting
    starts, start = list[int](), 0
    for i, word in enumerate(sentence.toks):
        starts.append(start)
        if word.low in stops or i in taken:
            start = i + 1
    return starts


@cache
def _phrase_stops() -> frozenset[str]:
    """The words and marks that end a phrase."""
    words = grammar()
    return frozenset({*MODALS, *BE, *HAVE, *",;:“”", *words.subordinators, *words.thing_stops})


def thing_head(sentence: Sentence, start: int, i: int) -> int:
    """Return the head of that phrase: the word before its first preposition, else its last word."""
    prepositions = grammar().prepositions
    return next((k - 1 for k in range(start + 1, i + 1) if sentence.toks[k].low in prepositions), i)

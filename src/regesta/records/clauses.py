"""Which verb of a sentence stands in which clause, and who its subject is.

No parser: the words before a verb decide. A verb reports only with a subject that was recognised,
shared with the verb before it, or left open by a passive; everything else is background.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from regesta.mentions.tokens import Token
from regesta.mentions.verbs import BE, DO, HAVE, MODALS, NOT, VerbHit, lexicon
from regesta.records.view import Ref, Sentence

Role = Literal["main", "embedded", "participle", "infinitive", "postposed", "as", "relative", "noun"]
Tense = Literal["past", "present", "future"]

_PREPOSITIONS = frozenset(
    ["of", "with", "by", "to", "for", "from", "between", "in", "on", "among", "at", "against", "toward", "towards", "into", "including", "than", "about", "over", "under", "during", "after", "before", "following", "through", "via", "within", "without", "concerning", "regarding"]
)
_SUBORDINATE = frozenset(
    ["that", "whether", "if", "because", "how", "what", "which", "who", "whom", "whose", "where", "when", "since", "until", "than", "why", "although", "though", "whereby", "so", "unless", "after", "before", "once"]
)
_EXPECTED = frozenset({"expected", "scheduled", "planned", "due", "set", "slated", "likely"})
_COORDINATE = frozenset({"and", "or", "but", "then", "nor", "yet", "&"})
_FRONTS = frozenset({"while", "whereas", "when", "after", "on", "in", "besides", "before"})
_CLAUSE_MARKS = frozenset({",", ";", ":", "—", "–", "“", "”", "‘", "•", "(", ")"})


@dataclass(slots=True)
class Clause:
    """A verb with its auxiliaries at tokens ``[start, verb.end)`` and what stands around it.

    ``subject`` holds the refs that are its subject; empty when the subject is a thing
    (``thing`` is its head word), is shared with clause ``shares``, or is not expressed.
    ``marker`` is the word that opens an embedded clause.
    """

    verb: VerbHit
    start: int
    role: Role
    tense: Tense
    passive: bool
    negated: bool
    modal: str | None
    perfect: bool
    subject: list[Ref] = field(default_factory=list)
    subject_start: int = -1
    thing: str | None = None
    shares: int | None = None
    marker: str | None = None

    @property
    def first(self) -> int:
        """The first token of the clause: its subject's, or its own."""
        return self.subject_start if self.subject_start >= 0 else self.start


@dataclass(slots=True)
class _Group:
    start: int
    modal: str | None = None
    have: bool = False
    be: bool = False
    to: bool = False
    did: bool = False
    negated: bool = False


def clauses(sentence: Sentence) -> list[Clause]:
    """Return one clause for each verb that stands as a verb, in order."""
    found: list[Clause] = []
    aside = _bracketed(sentence.toks)
    for verb in sentence.verbs:
        if verb.start in aside:
            continue
        group = _verb_group(sentence, verb)
        clause = _clause(sentence, verb, group, found)
        if clause is not None:
            found.append(clause)
    return found


def _bracketed(toks: Sequence[Token]) -> frozenset[int]:
    """The tokens inside round brackets: what stands there does not report."""
    inside, depth = set(), 0
    for i, tok in enumerate(toks):
        depth += (tok.text == "(") - (tok.text == ")" and depth > 0)
        if depth:
            inside.add(i)
    return frozenset(inside)


def _verb_group(sentence: Sentence, verb: VerbHit) -> _Group:
    """Walk left over auxiliaries and adverbs."""
    toks, lex = sentence.toks, lexicon()
    group = _Group(verb.start)
    if verb.kind == "predicate":
        group.negated = any(t.low in NOT for t in toks[verb.start : verb.end])
    i = verb.start - 1
    while i >= 0:
        low = toks[i].low
        if low in MODALS:
            group.modal = group.modal or low
        elif low in BE:
            group.be = True
        elif low in HAVE or low in DO:
            group.have = group.have or low in HAVE
            group.did = group.did or low == "did"
        elif low in NOT:
            group.negated = True
        elif low == "to" and not group.to and i == group.start - 1:
            if i and (
                toks[i - 1].low in BE or (toks[i - 1].low in _EXPECTED and i > 1 and toks[i - 2].low in BE)
            ):
                group.modal = "will"
                i -= 1 if toks[i - 1].low in BE else 2
                group.start = i
                i -= 1
                continue
            group.to = True
        else:
            step = adverb_before(toks, i)
            if step == 0 or sentence.cover.get(i) is not None or lex is None:
                break
            i -= step
            continue
        if low not in ("both", "all"):
            group.start = i
        i -= 1
    return group


def adverb_before(toks: Sequence[Token], i: int) -> int:
    """Return how many tokens ending at ``i`` are an adverb of the table (0 for none)."""
    lex, low = lexicon(), toks[i].low
    if low in lex.adverb_heads:
        for phrase in lex.adverb_phrases:
            if tuple(t.low for t in toks[i + 1 - len(phrase) : i + 1]) == phrase and i + 1 >= len(phrase):
                return len(phrase)
    if low in lex.adverbs or (low.endswith("ly") and len(low) > 4):
        return 1
    return 0


def _clause(sentence: Sentence, verb: VerbHit, group: _Group, before: list[Clause]) -> Clause | None:
    forms = verb.forms
    passive = group.be and "participle" in forms
    tense: Tense = (
        "future"
        if group.modal in ("will", "shall", "would")
        else "past"
        if "past" in forms or group.have or group.did
        else "present"
    )
    if verb.kind == "predicate":
        low = sentence.toks[verb.start].low
        tense = (
            "future" if group.modal else "past" if low in ("was", "were", "been") or group.have else "present"
        )
    elif passive:
        words = {t.low for t in sentence.toks[group.start : verb.start]}
        tense = "future" if group.modal else "past" if words & {"was", "were", "been", "had"} else "present"
    clause = Clause(verb, group.start, "main", tense, passive, group.negated, group.modal, group.have)
    if group.to and not group.modal and not group.have:
        clause.role = "infinitive"
        return clause
    if (
        (group.have or group.be)
        and not passive
        and not group.modal
        and not forms & {"participle", "ing", "predicate"}
    ):
        return None
    if group.have and group.modal is not None and "participle" not in forms:
        return None
    finite = (
        passive or group.modal or group.have or verb.kind == "predicate" or forms & {"past", "third", "base"}
    )
    if "ing" in forms and not group.be and not (forms & {"past", "third", "base"}):
        return _participle(sentence, clause, before)
    if not finite and not (group.be and "ing" in forms):
        return None
    return _finite(sentence, clause, before)


def _participle(sentence: Sentence, clause: Clause, before: list[Clause]) -> Clause | None:
    toks, i = sentence.toks, _skip_adverbs(sentence, clause.start - 1)
    clause.role = "participle"
    if i < 0 or toks[i].text in (",", "—", "–", ";") or toks[i].low in ("while", "whereas"):
        return clause
    if toks[i].low in _FRONTS and (i == 0 or toks[i - 1].text == ","):
        return clause
    if toks[i].low in ("and", "but") and before and before[-1].role == "participle":
        return clause
    ref = sentence.ref_ending(i)
    if ref is not None and ref.start and toks[ref.start - 1].low == "with":
        clause.subject, clause.subject_start = [ref], ref.start
        return clause
    return None


def _skip_adverbs(sentence: Sentence, i: int) -> int:
    toks = sentence.toks
    while i >= 0 and sentence.cover.get(i) is None and (step := adverb_before(toks, i)):
        i -= step
    return i


def _finite(sentence: Sentence, clause: Clause, before: list[Clause]) -> Clause | None:
    toks = sentence.toks
    i = _skip_adverbs(sentence, clause.start - 1)
    while i >= 0 and toks[i].text == ")":
        i = _skip_adverbs(sentence, _opening(toks, i) - 1)
    if i < 0:
        return _headless(sentence, clause)
    low = toks[i].low
    ref = sentence.ref_ending(i) or (sentence.ref_ending(i - 1) if low == "," else None)
    if ref is not None and not _in_phrase(sentence, ref):
        return _with_subject(sentence, clause, ref, before)
    if low == ",":
        ref = _before_parenthesis(sentence, i)
        if ref is not None:
            return _with_subject(sentence, clause, ref, before)
        return _shared(clause, before) or (_thing(sentence, clause, i - 1) if clause.passive and i else None)
    if low in _COORDINATE or low == ";":
        return _shared(clause, before)
    if low in _SUBORDINATE:
        clause.role, clause.marker = "relative", low
        return clause
    return _thing(sentence, clause, i)


def _headless(sentence: Sentence, clause: Clause) -> Clause | None:
    """A verb at the head of its sentence has no subject here: a bullet, or no report at all."""
    if sentence.block.lead is None and sentence.block.kind != "item":
        return None
    clause.role = "noun"
    return clause


def _opening(toks: Sequence[Token], i: int) -> int:
    while i > 0 and toks[i].text != "(":
        i -= 1
    return i


def _shared(clause: Clause, before: list[Clause]) -> Clause | None:
    """Give a verb without a subject that of the finite verb before it, if the forms allow it."""
    if clause.verb.lemma.split()[0] == "share" and len(clause.verb.lemma.split()) == 1 and clause.verb.noun is None:
        return None
    base_only = clause.tense != "past" and (
        not clause.verb.forms & {"past", "third", "predicate", "ing"}
        and clause.modal is None
        and not clause.perfect
    )
    for at in range(len(before) - 1, -1, -1):
        other = before[at]
        if other.role not in ("main", "as", "embedded") or not (other.subject or other.shares is not None):
            if not (other.thing and other.passive and clause.passive):
                continue
        if other.passive != clause.passive and not other.subject:
            continue
        if (
            base_only
            and clause.verb.kind in ("event", "light")
            and other.tense == "future"
            and other.verb.kind == "event"
        ):
            clause.role, clause.tense = other.role, "future"
            clause.shares = other.shares if other.shares is not None else at
            return clause
        if base_only and (
            other.tense != "present" or other.modal is not None or "base" not in other.verb.forms
        ):
            continue
        if other.role == "embedded" and other.tense != clause.tense:
            continue
        if other.tense == "future" and clause.modal is None and clause.tense != "past":
            continue
        if other.tense == "past" and clause.tense == "present" and clause.verb.kind != "predicate":
            continue
        clause.role, clause.marker = other.role, other.marker
        clause.shares = other.shares if other.shares is not None else at
        clause.thing = other.thing
        return clause
    return None


def _in_phrase(sentence: Sentence, ref: Ref) -> bool:
    """Say whether a ref stands after a preposition, inside another phrase, and is no subject."""
    if ref.start == 0:
        return False
    word = sentence.toks[ref.start - 1]
    if word.low in ("and", "or", ",", "&"):
        other = sentence.ref_ending(ref.start - 2) or sentence.ref_ending(ref.start - 3)
        return other is not None and word.low != "," and _in_phrase(sentence, other)
    return (
        word.low in _PREPOSITIONS
        or (word.low == "as"
        and ref.start > 1
        and sentence.toks[ref.start - 2].low in ("such", "well"))
    )


def _before_parenthesis(sentence: Sentence, comma: int) -> Ref | None:
    """Find the subject before ", who …," or ", in response,": a ref that ends at an earlier comma."""
    toks = sentence.toks
    for j in range(comma - 1, max(-1, comma - 45), -1):
        if toks[j].text == ";":
            return None
        if toks[j].text != ",":
            continue
        ref = sentence.ref_ending(j - 1)
        inner = toks[j + 1]
        placed = ref is not None and ref.kind == "party" and ref.start and toks[ref.start - 1].text == ","
        if ref is not None and not placed and not _in_phrase(sentence, ref) and inner.low not in ("and", "but"):
            opens = (
                inner.low in _PREPOSITIONS
                or inner.low in _SUBORDINATE
                or inner.low
                in (
                    "as",
                    "while",
                    "along",
                    "together",
                    "accompanied",
                    "currently",
                    "speaking",
                    "whose",
                    "led",
                    "joined",
                    "also",
                    "acting",
                    "on",
                )
            )
            if opens or inner.low.endswith("ing") or adverb_before(toks, j + 1):
                return ref
    return None


def _with_subject(sentence: Sentence, clause: Clause, ref: Ref, before: list[Clause]) -> Clause | None:
    refs, start = _coordinated(sentence, ref)
    clause.subject, clause.subject_start = refs, start
    if len(refs) == 1 and ref.group is not None and ref.group.noun == "it":
        clause.subject, clause.thing = [], "it"
    if sentence.toks[start].low == "neither" or (start and sentence.toks[start - 1].low in ("neither", "no")):
        clause.negated = True
    clause.role, clause.marker = _role_at(sentence, start, before)
    if clause.role == "main" and _postposed(sentence, clause):
        clause.role = "postposed"
    return clause


def _coordinated(sentence: Sentence, ref: Ref) -> tuple[list[Ref], int]:
    """Collect "A, B and C" leftwards from its last member."""
    toks, refs, start = sentence.toks, [ref], ref.start
    taken = {i for verb in sentence.verbs for i in range(verb.start, verb.end)}
    while start > 0:
        p = start - 1
        if toks[p].low in ("both", "together"):
            p -= 1
        joined = p >= 0 and toks[p].low in ("and", "&")
        if joined:
            p -= 1
        if p >= 0 and toks[p].text == "," and (joined or len(refs) > 1):
            p -= 1
        elif not joined:
            break
        other = sentence.ref_ending(p) if p >= 0 else None
        if (
            other is None
            or other.kind == "pronoun"
            or (other.start and (other.start - 1 in taken or _in_phrase(sentence, other)))
        ):
            break
        refs.insert(0, other)
        start = other.start
    return refs, start


def _role_at(sentence: Sentence, start: int, before: list[Clause]) -> tuple[Role, str | None]:
    """Tell a main clause from an embedded one by the word before its subject."""
    toks = sentence.toks
    p = start - 1
    while p >= 0 and adverb_before(toks, p) and sentence.cover.get(p) is None:
        p -= adverb_before(toks, p)
    if p < 0:
        return "main", None
    low = toks[p].low
    if low in ("while", "whereas"):
        return "main", None
    if low == "as":
        return ("as", low) if p == 0 or toks[p - 1].text in (",", "“") else ("embedded", low)
    if low in _SUBORDINATE:
        return "embedded", low
    if any(clause.verb.end == p + 1 and clause.verb.kind == "group" for clause in before):
        return "embedded", "that"
    if toks[p].text in _CLAUSE_MARKS or low in _COORDINATE:
        return "main", None
    opened = max((i for i in range(p) if toks[i].text in ",;"), default=-1)
    if any(c.start > opened and c.role in ("main", "embedded") and not c.passive for c in before):
        return "embedded", "relative"
    return "main", None


def _postposed(sentence: Sentence, clause: Clause) -> bool:
    """ "…, he said.": the words before the comma are what was said."""
    toks, start = sentence.toks, clause.first
    if start < 4 or toks[start - 1].text not in (",", "”") or clause.verb.kind != "group":
        return False
    end = clause.verb.end
    rest = toks[end:]
    closed = (
        not rest
        or rest[0].text in ".,;”:"
        or (rest[0].low in ("in", "during", "at", "after", "while", "on")
        and len(rest) < 14)
    )
    return closed and any(
        t.low in BE or t.low in MODALS or t.low in HAVE or t.low.endswith(("ed", "s"))
        for t in toks[: start - 1]
    )


def _reduced(sentence: Sentence, clause: Clause, i: int) -> bool:
    """ "a letter addressed to …", "the agreement reached in …": a participle after its noun is no verb of a clause."""
    if clause.passive or clause.modal or clause.perfect or "participle" not in clause.verb.forms:
        return False
    for tok in sentence.toks[clause.verb.end :]:
        if tok.text in ",;:." or tok.low in _SUBORDINATE:
            break
        if tok.low in BE - {"being", "been", "be"} or tok.low in DO or tok.low in MODALS or tok.low in HAVE - {"having"}:
            return True
    opened = max((k for k in range(i) if sentence.toks[k].text in ",;:"), default=-1)
    return (
        any(opened < v.start < i and v.forms & {"past", "third"} for v in sentence.verbs)
        or clause.verb.start > 12
    )


def _thing(sentence: Sentence, clause: Clause, i: int) -> Clause | None:
    """A subject that is nobody: keep its head word; the clause counts only if the verb allows it."""
    toks = sentence.toks
    if _reduced(sentence, clause, i):
        return None
    start = i
    taken = {
        k
        for verb in sentence.verbs
        if verb.start < clause.start
        for k in range(verb.start, verb.end)
        if verb.kind != "event"
    }
    while start > 0:
        word = toks[start - 1]
        if (
            word.text in ",;:“”"
            or word.low in _SUBORDINATE
            or word.low in MODALS | BE | HAVE
            or start - 1 in taken
            or word.low in ("while", "as", "but")
        ):
            break
        start -= 1
    head = next((k - 1 for k in range(start + 1, i + 1) if toks[k].low in _PREPOSITIONS), i)
    clause.thing = toks[head].low if toks[head].text[0].isalnum() else toks[i].low
    clause.subject_start = start
    ref = sentence.ref_ending(head)
    opens = start == 0 or toks[start - 1].text in _CLAUSE_MARKS or toks[start - 1].low in _COORDINATE | _SUBORDINATE
    if opens and ref is not None and ref.kind in ("group", "person", "role") and ref.start <= start + 1 and head < i:
        return _with_subject(sentence, clause, ref, [])
    p = start - 1
    if p >= 0:
        low = toks[p].low
        if low in _SUBORDINATE:
            clause.role, clause.marker = "embedded", low
        elif p in taken:
            clause.role, clause.marker = "embedded", "that"
        elif low == "as" and not (p and toks[p - 1].low in ("well", "such")):
            clause.role, clause.marker = "embedded", low
    if clause.thing == "it" or (clause.thing == "there"):
        return clause
    if (
        not clause.passive
        and clause.modal is None
        and not clause.perfect
        and clause.verb.kind != "predicate"
        and "third" not in clause.verb.forms
        and "past" not in clause.verb.forms
    ):
        return None
    return clause

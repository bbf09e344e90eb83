"""Which verb of a sentence stands in which clause, and who its subject is.

No parser: the words before a verb decide. A verb reports only with a subject that was recognised,
shared with the verb before it, or left open by a passive; everything else is background.
"""

from __future__ import annotations

from collections.abc import Sequence

from regesta.mentions.groups import GroupMention
from regesta.mentions.tokens import Token
from regesta.mentions.verbs import BE, HAVE, MODALS, VerbHit
from regesta.records.auxiliaries import VerbGroup, is_broken, is_finite, skip_adverbs, tense_of, verb_group
from regesta.records.clause import Clause, Role
from regesta.records.refusals import unsaid
from regesta.records.sharing import shared
from regesta.records.subjects import (
    before_aside,
    coordinated,
    in_phrase,
    is_reduced,
    opens_clause,
    thing_head,
    thing_start,
)
from regesta.records.view import Ref, Sentence
from regesta.rules.grammar import grammar
from regesta.rules.speech import speech_rules

__all__ = ["Clause", "clauses"]

_DASHES = ("–", "—", "-")
_UNSHARED = "no subject of its own, and no verb before it whose subject it could share"


def clauses(sentence: Sentence) -> list[Clause]:
    """Return one clause for each verb that stands as a verb, in order; none for verbs in brackets.

    They are worked out once for a sentence; whoever asks later gets the same ones.
    """
    if sentence.clauses is None:
        sentence.clauses = _clauses(sentence)
    return sentence.clauses


def _clauses(sentence: Sentence) -> list[Clause]:
    found: list[Clause] = []
    aside = _bracketed(sentence.toks) if "(" in sentence.lows else frozenset[int]()
    for verb in sentence.verbs:
        if verb.start in aside:
            unsaid(sentence, verb, "stands in brackets")
            continue
        clause = _clause(sentence, verb, verb_group(sentence, verb), found)
        if clause is not None and not _is_noun(sentence, clause):
            found.append(clause)
    return found


def _is_noun(sentence: Sentence, clause: Clause) -> bool:
    """Say whether what looks like "states" and "plans" is a noun: "the ministers of the coastal states"."""
    verb = clause.verb
    if "third" not in verb.forms or clause.start != verb.start:
        return False
    i = skip_adverbs(sentence, verb.start - 1)
    ref = sentence.ref_ending(i) if i >= 0 else None
    if i < 0 or (ref is not None and sentence.toks[i].low not in ("both", "all")):
        return False
    several = any(ref.group is not None and _is_many(ref.group) for ref in clause.subject)
    noun = several and sentence.toks[i].text[0].isalnum()
    return noun and not unsaid(sentence, verb, "a plural noun here, no verb")


def _is_many(group: GroupMention) -> bool:
    return group.kind == "group" or (group.kind == "pronoun" and group.noun == "they")


def _bracketed(toks: Sequence[Token]) -> frozenset[int]:
    """The tokens inside round brackets: what stands there does not report."""
    inside, depth = set(), 0
    for i, tok in enumerate(toks):
        depth += (tok.text == "(") - (tok.text == ")" and depth > 0)
        if depth:
            inside.add(i)
    return frozenset(inside)


def _clause(sentence: Sentence, verb: VerbHit, group: VerbGroup, before: list[Clause]) -> Clause | None:
    forms = verb.forms
    passive = group.be and "participle" in forms
    tense = tense_of(sentence, verb, group, passive=passive)
    clause = Clause(verb, group.start, "main", tense, passive, group.negated, group.modal, group.have)
    if group.to and not group.modal and not group.have:
        clause.role = "infinitive"
        return clause
    if is_broken(verb, group, passive=passive):
        return unsaid(sentence, verb, "the auxiliary before it does not go with its form") or None
    if "ing" in forms and not group.be and not forms & {"past", "third", "base"}:
        return _participle(sentence, clause, before)
    if not is_finite(verb, group, passive=passive):
        return unsaid(sentence, verb, "a participle that hangs on a noun") or None
    return _finite(sentence, clause, before)


def _participle(sentence: Sentence, clause: Clause, before: list[Clause]) -> Clause | None:
    """A verb in -ing counts at the head of its phrase, after a comma or "while", or as "with XB urging"."""
    toks, words = sentence.toks, grammar()
    i = skip_adverbs(sentence, clause.start - 1)
    clause.role = "participle"
    if i > 0 and toks[i].low == "by" and toks[i - 1].low in words.course_verbs:
        return clause
    if i < 0 or toks[i].text in (",", "—", "–", ";") or toks[i].low in words.contrasts:
        return clause
    if toks[i].low in words.participle_fronts and (i == 0 or toks[i - 1].text == ","):
        return clause
    if toks[i].low in ("and", "but") and before and before[-1].role == "participle":
        return clause
    ref = sentence.ref_ending(i)
    if ref is not None and ref.start and toks[ref.start - 1].low == "with":
        clause.subject, clause.subject_start = [ref], ref.start
        return clause
    return unsaid(sentence, clause.verb, "a form in -ing inside a phrase, not at the head of one") or None


def _finite(sentence: Sentence, clause: Clause, before: list[Clause]) -> Clause | None:
    """Look left of a finite verb: a name, a comma, a conjunction, or a thing decides."""
    toks = sentence.toks
    i = _left_of(sentence, clause)
    if i < 0:
        return _headless(sentence, clause)
    low = toks[i].low
    if low == "me" and i and toks[i - 1].low == "let":
        return _let_me(sentence, clause, i)
    if (speaker := _inverted(sentence, clause, i)) is not None:
        clause.subject, clause.role = [speaker], "postposed"
    if speaker is not None or _over_dashes(sentence, clause, i, before):
        return clause
    ref = sentence.ref_ending(i) or (sentence.ref_ending(i - 1) if low == "," else None)
    if low == "," and ((ref is not None and _is_aside(sentence, clause)) or _is_source(sentence, clause)):
        return unsaid(sentence, clause.verb, "hangs on what stands before, or names its source") or None
    if ref is not None and (not in_phrase(sentence, ref) or opens_clause(sentence, clause, ref, before)):
        return _with_subject(sentence, clause, ref, before)
    return _without_ref(sentence, clause, before, i)


def _over_dashes(sentence: Sentence, clause: Clause, end: int, before: list[Clause]) -> bool:
    """Read "The leaders – President X and President Y – agreed": an aside between dashes."""
    toks = sentence.toks
    dashed = range(end - 1, 0, -1) if toks[end].text in _DASHES else ()
    opened = next((i for i in dashed if toks[i].text in _DASHES), None)
    ref = sentence.ref_ending(opened - 1) if opened is not None else None
    if opened is None or ref is None or in_phrase(sentence, ref):
        return False
    named = [r for r in sentence.refs if opened < r.start and r.end <= end and r.kind == "person"]
    many = ref.kind == "group" or (ref.person is not None and ref.person.plural)
    clause.subject = named if many and len(named) > 1 else [ref]
    clause.subject_start = ref.start
    clause.role, clause.marker = _role_at(sentence, ref.start, before)
    return True


def _is_source(sentence: Sentence, clause: Clause) -> bool:
    """Read "…, said a statement by the ministry.": a paper after the verb, and nothing that it says."""
    toks, end = sentence.toks, clause.verb.end
    says = clause.verb.lemma == "say" and end < len(toks) and toks[end].low in grammar().articles
    return says and sentence.cover.get(end) is None and not any(verb.start > end for verb in sentence.verbs)


def _is_aside(sentence: Sentence, clause: Clause) -> bool:
    """Read "Minister X, invited by Y, …": a participle with whoever does it, between commas."""
    toks, end = sentence.toks, clause.verb.end
    bare = clause.start == clause.verb.start and "participle" in clause.verb.forms
    return bare and end < len(toks) and toks[end].low == "by"


def _without_ref(sentence: Sentence, clause: Clause, before: list[Clause], i: int) -> Clause | None:
    """A finite verb after a word that ends no name: token ``i``."""
    low = sentence.toks[i].low
    if low == ",":
        return _after_comma(sentence, clause, before, i)
    if low in grammar().coordinators or low == ";":
        return shared(clause, before) or unsaid(sentence, clause.verb, _UNSHARED) or None
    if low in grammar().subordinators:
        clause.role, clause.marker = "relative", low
        return clause
    return _thing(sentence, clause, i)


def _let_me(sentence: Sentence, clause: Clause, i: int) -> Clause:
    """Read "let me stress": whoever says "I" stresses."""
    span = sentence.chars(i, i + 1)
    speaker = GroupMention(i, i + 1, span, "pronoun", "I", "person", None, (), None)
    clause.subject, clause.subject_start = [Ref(i, i + 1, span, group=speaker)], i - 1
    return clause


def _inverted(sentence: Sentence, clause: Clause, i: int) -> Ref | None:
    """Find the speaker in "…, thought Mr X.": a named person or side right after a verb of saying."""
    verb, toks = clause.verb, sentence.toks
    if (
        toks[i].text not in (",", "”", '"')
        or verb.lemma not in speech_rules().thoughts
        or clause.tense != "past"
    ):
        return None
    ref = sentence.cover.get(verb.end)
    if ref is None or ref.start != verb.end or ref.kind not in ("person", "role", "party", "side"):
        return None
    after = toks[ref.end].text if ref.end < len(toks) else "."
    named = after in ("of", "for") and ref.person is not None and ref.person.name is not None
    return ref if named or after in (".", ",", ";", "”", '"', "in", "during", "at", "after") else None


def _joined_by_and(sentence: Sentence, ref: Ref, head: int) -> bool:
    """Read "Minister X and the incoming team": somebody not recognised stands beside a person."""
    words = sentence.lows[ref.end : ref.end + 2]
    return (
        ref.end + 1 < head and words[:1] == ["and"] and words[1:] != [] and words[1] in grammar().determiners
    )


def _left_of(sentence: Sentence, clause: Clause) -> int:
    """Return the token before a clause's verb, over adverbs and brackets; -1 at the head of a sentence."""
    toks = sentence.toks
    i = skip_adverbs(sentence, clause.start - 1)
    if i > 0 and toks[i].text == "," and toks[i - 1].text == ")":
        before = _over_bracket(sentence, i - 1)
        return before if before >= 0 and sentence.ref_ending(before) is not None else i
    return _over_date(sentence, _over_bracket(sentence, i))


def _over_date(sentence: Sentence, i: int) -> int:
    """Step over a day between a name and its verb: "Minister X on Tuesday morning met", "XA Monday urged"."""
    toks, words, j = sentence.toks, grammar(), i
    while j > 0 and (toks[j].low in words.calendar or toks[j].low in words.day_parts or _is_number(toks[j])):
        j -= 1
    if 0 <= j < i and sentence.ref_ending(j) is not None:
        return j
    dated = 0 < j < i and toks[j].low in words.day_openers
    return j - 1 if dated and sentence.ref_ending(j - 1) is not None else i


def _is_number(word: Token) -> bool:
    return word.text[0].isdecimal()


def _over_bracket(sentence: Sentence, i: int) -> int:
    """Return the last token before the brackets and adverbs that end at ``i``."""
    toks = sentence.toks
    while i >= 0 and toks[i].text == ")":
        while i > 0 and toks[i].text != "(":
            i -= 1
        i = skip_adverbs(sentence, i - 1)
    return i


def _headless(sentence: Sentence, clause: Clause) -> Clause | None:
    """A verb at the head of its sentence has no subject here: a bullet, or no report at all."""
    if sentence.block.lead is None and sentence.block.kind != "item":
        return unsaid(sentence, clause.verb, "no subject: it opens its sentence") or None
    clause.role = "noun"
    return clause


def _after_comma(sentence: Sentence, clause: Clause, before: list[Clause], comma: int) -> Clause | None:
    ref = before_aside(sentence, comma)
    if ref is not None:
        return _with_subject(sentence, clause, ref, before)
    found = shared(clause, before)
    if found is None and clause.passive and comma:
        found = _thing(sentence, clause, comma - 1)
    opened = _aside_opened(sentence, comma) if found is None else None
    if opened is not None:
        return _thing(sentence, clause, opened - 1)
    return found or unsaid(sentence, clause.verb, _UNSHARED) or None


def _aside_opened(sentence: Sentence, comma: int) -> int | None:
    """Return the comma at which the aside of "the talks, which lasted an hour, focused …" opens."""
    toks = sentence.toks
    for i in range(comma - 1, 1, -1):
        if toks[i].text == ",":
            return i if toks[i + 1].low in ("which", "that") else None
    return None


def _with_subject(sentence: Sentence, clause: Clause, ref: Ref, before: list[Clause]) -> Clause:
    negatives = grammar().negatives
    refs, start = coordinated(sentence, ref)
    clause.subject, clause.subject_start = refs, start
    if len(refs) == 1 and ref.group is not None and ref.group.noun == "it":
        clause.subject, clause.thing = [], "it"
    if sentence.toks[start].low == "neither" or (start and sentence.toks[start - 1].low in negatives):
        clause.negated = True
    clause.role, clause.marker = _role_at(sentence, start, before)
    if clause.role == "main" and _postposed(sentence, clause):
        clause.role = "postposed"
    return clause


def _role_at(sentence: Sentence, start: int, before: list[Clause]) -> tuple[Role, str | None]:
    """Tell a main clause from an embedded one by the word before its subject."""
    toks, words = sentence.toks, grammar()
    p = skip_adverbs(sentence, start - 1)
    low = toks[p].low if p >= 0 else ""
    if p < 0 or low in words.contrasts:
        return "main", None
    if low == "as":
        return ("as", low) if p == 0 or toks[p - 1].text in (",", "“") else ("embedded", low)
    if low in words.subordinators:
        opener = toks[p - 1].low if low == "which" and p else ""
        there = opener == "during" or (opener in ("in", "at") and bool(before))
        told = there and all(map(_only_meets, before))
        return ("main", None) if told else ("embedded", low)
    if any(clause.verb.end == p + 1 and clause.verb.kind == "group" for clause in before):
        return "embedded", "that"
    if toks[p].text in words.clause_marks or low in words.coordinators:
        inside = low == "," and _after_that(sentence, p, before)
        return ("embedded", "that") if inside else ("main", None)
    opened = max((i for i in range(p) if toks[i].text in ",;"), default=-1)
    outer = any(c.start > opened and c.role in ("main", "embedded") and not c.passive for c in before)
    return ("embedded", "relative") if outer else ("main", None)


def _only_meets(clause: Clause) -> bool:
    """Read "received X, during which they discussed …", "held talks during which …": this is told too."""
    return clause.verb.kind == "event" or (
        clause.verb.nouns is not None and clause.verb.nouns.act == "discuss"
    )


def _after_that(sentence: Sentence, comma: int, before: list[Clause]) -> bool:
    """Read "noted that, after the storm, the two sides …": a phrase stands between "that" and the subject."""
    spoken = [c for c in before if c.verb.kind != "event" and c.role != "infinitive"]
    last, toks = spoken[-1] if spoken else None, sentence.toks
    if last is None:
        return False
    that = last.verb.end if last.verb.noun is None else last.verb.noun + 1
    finite = BE | MODALS | HAVE
    return that < comma and toks[that].low == "that" and not any(t.low in finite for t in toks[that:comma])


def _postposed(sentence: Sentence, clause: Clause) -> bool:
    """Recognise "…, he said.": the words before the comma are what was said."""
    toks, start = sentence.toks, clause.first
    if start < 4 or toks[start - 1].text not in (",", "”", '"') or clause.verb.kind != "group":
        return False
    rest = toks[clause.verb.end :]
    late = bool(rest) and rest[0].low in grammar().late_places and len(rest) < 14
    if rest and not late and rest[0].text not in ".,;”:":
        return False
    return any(
        t.low in BE or t.low in MODALS or t.low in HAVE or t.low.endswith(("ed", "s"))
        for t in toks[: start - 1]
    )


def _thing(sentence: Sentence, clause: Clause, i: int) -> Clause | None:
    """A subject that is nobody: keep its head word; the clause counts only if the verb allows it."""
    if is_reduced(sentence, clause, i) or _in_front(sentence, clause, i):
        return unsaid(sentence, clause.verb, "a participle that hangs on a noun") or None
    toks = sentence.toks
    start = thing_start(sentence, i)
    head = thing_head(sentence, start, i)
    clause.thing = toks[head].low if toks[head].text[0].isalnum() else toks[i].low
    clause.subject_start = start
    ref = sentence.ref_ending(head)
    if ref is not None and head < i and _heads_phrase(sentence, ref, start):
        return _with_subject(sentence, clause, ref, [])
    first = sentence.cover.get(start)
    if first is not None and first.kind in ("person", "role") and _joined_by_and(sentence, first, head):
        clause.partner = True
        return _with_subject(sentence, clause, first, [])
    _hang(sentence, clause, start - 1)
    verb = clause.verb
    bare = not clause.passive and clause.modal is None and not clause.perfect and verb.kind != "predicate"
    if clause.thing not in ("it", "there") and bare and not verb.forms & {"third", "past"}:
        sentence.pass_over(verb)
        return unsaid(sentence, verb, f"“{clause.thing}” is no subject of a verb in this form") or None
    return clause


def _in_front(sentence: Sentence, clause: Clause, i: int) -> bool:
    """Read "In a statement announced after the talks, the ministers …": a phrase before the subject."""
    toks, start = sentence.toks, thing_start(sentence, i)
    if start + 1 >= i or toks[start].low not in grammar().prepositions or clause.start != clause.verb.start:
        return False
    comma = next((j for j in range(clause.verb.end, len(toks)) if toks[j].text == ","), None)
    subject = sentence.cover.get(comma + 1) if comma is not None else None
    opens = toks[start + 1].low in ("a", "an") and "participle" in clause.verb.forms
    return opens and subject is not None and any(v.start >= subject.end for v in sentence.verbs)


def _heads_phrase(sentence: Sentence, ref: Ref, start: int) -> bool:
    """Say whether a person or group heads a longer subject ("the ministers of the two states met")."""
    if ref.kind not in ("group", "person", "role") or ref.start > start + 1:
        return False
    words, before = grammar(), sentence.toks[start - 1] if start else None
    joins = words.coordinators | words.subordinators
    return before is None or before.text in words.clause_marks or before.low in joins


def _hang(sentence: Sentence, clause: Clause, p: int) -> None:
    """Mark a clause as embedded where the word before its subject opens one."""
    if p < 0:
        return
    toks, words = sentence.toks, grammar()
    low = toks[p].low
    if low in words.subordinators:
        clause.role, clause.marker = "embedded", low
    elif p in sentence.reporting:
        clause.role, clause.marker = "embedded", "that"
    elif low == "as" and not (p and toks[p - 1].low in words.such_as):
        clause.role, clause.marker = ("as" if p == 0 else "embedded"), low

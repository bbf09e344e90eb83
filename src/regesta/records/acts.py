"""Which of the 24 acts a clause is: from the verb table, what follows the verb, and who speaks."""

from __future__ import annotations

from regesta.mentions.verbs import BE, MODALS, VerbHit, lexicon, light_classes, noun_at
from regesta.model.value import value
from regesta.records.auxiliaries import adverb_before
from regesta.records.clause import Clause
from regesta.records.refusals import unsaid
from regesta.records.subjects import thing_head, thing_start
from regesta.records.told import after_verb, clause_at, to_do
from regesta.records.view import Sentence
from regesta.rules.grammar import grammar
from regesta.rules.speech import speech_rules

_THING = 12
_CLAUSE = 25


@value
class Act:
    """An act with the complement it was read from."""

    act: str
    complement: str
    addressed: str


def complement(sentence: Sentence, clause: Clause) -> str:
    """Say what follows the verb: that, to, ing, with, on, for, wh, np or none."""
    verb = clause.verb
    if verb.predicate is not None and verb.predicate.infinitive:
        return "to"
    whole = verb.kind == "group" and verb.lemma.endswith(" that")
    if not whole and to_do(sentence, verb):
        return "to"
    found = "that" if whole else _what_follows(sentence, clause_at(sentence, clause))
    told = found == "np" and verb.group is not None and "that" in verb.group.complements
    return "that" if told and _thing_must(sentence, after_verb(verb)) else found


def _what_follows(sentence: Sentence, start: int) -> str:
    toks, i = sentence.toks, _over_adverbs(sentence, start)
    if i >= len(toks) or toks[i].text in ".;:":
        return "none"
    low = toks[i].low
    if low == "to":
        return "to" if _infinitive_at(sentence, i + 1) else "np"
    if low in ("that", "with", "on", "upon", "for"):
        return "on" if low == "upon" else low
    if low in grammar().wh:
        return "wh"
    if low.endswith("ing") and len(low) > 5:
        return "ing"
    return "that" if _zero_that(sentence, i) else "np"


def _over_adverbs(sentence: Sentence, i: int) -> int:
    toks, adverbs = sentence.toks, lexicon().adverbs
    while i < len(toks) and i not in sentence.cover and toks[i].low != "only":
        if not (toks[i].low.endswith("ly") or toks[i].low in adverbs):
            break
        i += 1
    return i


def _infinitive_at(sentence: Sentence, i: int) -> bool:
    """Say whether a verb follows "to" rather than a noun phrase or a name."""
    if i >= len(sentence.toks):
        return False
    word = sentence.toks[i]
    return word.text[0].islower() and word.low not in grammar().determiners


def _zero_that(sentence: Sentence, i: int) -> bool:
    """Say whether a clause begins at ``i`` without "that": somebody, then an auxiliary or a verb."""
    ref = sentence.cover.get(i)
    if ref is None or ref.start != i:
        return False
    toks, j = sentence.toks, ref.end
    while j < len(toks) and adverb_before(toks, j):
        j += 1
    return j < len(toks) and (
        toks[j].low in BE or toks[j].low in MODALS or toks[j].low in grammar().have_before
    )


def _thing_must(sentence: Sentence, i: int) -> bool:
    """Read "agreed the islands’ nature must be kept": a thing, then a modal verb, and no mark between."""
    toks = sentence.toks
    for j in range(i, min(len(toks), i + _THING)):
        low = toks[j].low
        if low in MODALS:
            return j > i and toks[j - 1].low not in grammar().joiners
        if toks[j].text in ",;:.“" or low in grammar().subordinators or low in grammar().wh or low == "to":
            return False
    return False


def act_of(sentence: Sentence, clause: Clause, joint: bool) -> Act | None:
    """Return the act of a clause, or None where the verb reports none in this company.

    ``joint`` says that several sides act together, which makes another act of some verbs.
    """
    verb, what = clause.verb, complement(sentence, clause)
    entry = verb.nouns or verb.predicate
    if entry is None:
        return _act_of_group(sentence, clause, what, joint=joint)
    if verb.nouns is not None and verb.nouns.act == "agree" and what == "that":
        return Act("agree" if _undertakes(sentence, clause) else "share_view", what, "none")
    if _shares_view(sentence, clause):
        return Act("share_view", what, "none")
    addressed = "none" if verb.nouns is None else "to"
    return Act(entry.joint if joint and entry.joint else entry.act, what, addressed)


def _shares_view(sentence: Sentence, clause: Clause) -> bool:
    """Read "shared the Minister's view that …": somebody else stands before the noun as its owner."""
    verb = clause.verb
    if clause.head != "share" or verb.nouns is None or verb.nouns.joint != "share_view" or verb.noun is None:
        return False
    owners = [sentence.cover[i] for i in range(verb.end, verb.noun) if i in sentence.cover]
    return any(owner.kind in ("person", "role") for owner in owners)


def _act_of_group(sentence: Sentence, clause: Clause, what: str, *, joint: bool) -> Act | None:
    group, lemma = clause.verb.group, clause.verb.lemma
    if group is None:
        return unsaid(sentence, clause.verb, "tells what happened; no act of words") or None
    if group.only and what not in group.only:
        return unsaid(sentence, clause.verb, _needs(group.only, what)) or None
    act = group.joint if joint and group.joint else group.act
    if not (what == "ing" and _in_words(sentence, clause)):
        act = next((other for name, other in group.complements.items() if name == what), act)
    if clause.passive and group.objects.get(clause.thing or "") == "discuss":
        act = "discuss"
    noun = object_noun(sentence, clause)
    if noun is not None:
        act = group.objects.get(noun, act)
    if act == "share_view" and what == "that" and "agree" in lemma and _undertakes(sentence, clause):
        act = "agree"
    if act == "-":
        return unsaid(sentence, clause.verb, f"makes no statement with “{noun or what}”") or None
    if _refuses(clause):
        act = "reject"
    return Act(act, what, group.addressee)


def _in_words(sentence: Sentence, clause: Clause) -> bool:
    """Read "concurred in condemning …": what is done is said, and no deed."""
    start = after_verb(clause.verb)
    return any(hit.start == start and hit.kind == "group" for hit in sentence.verbs)


def _needs(only: tuple[str, ...], what: str) -> str:
    return f"reports only with {' or '.join(only)} after it; here stands {what}"


def is_denied(clause: Clause, act: str) -> bool:
    """Say whether a statement denies its act; in a refusal read from "did not support" nothing is denied."""
    return clause.negated and not (act == "reject" and _refuses(clause))


def _refuses(clause: Clause) -> bool:
    approving = clause.verb.lemma in speech_rules().approving
    return clause.negated and approving and not clause.passive


def _undertakes(sentence: Sentence, clause: Clause) -> bool:
    """Tell "agreed that they will …", an undertaking, from "agreed that it is …", a shared view.

    "Should" undertakes where those who should are the speakers' own people; "that the pier be
    opened" undertakes too.
    """
    start = clause.verb.end
    following = sentence.lows[start : start + _CLAUSE]
    first = next((w for w in following if w in MODALS or w in BE), None)
    if first == "should":
        return not grammar().doers.isdisjoint(following[: following.index("should")])
    if first in grammar().future_modals:
        return _will_do(sentence, start + following.index(first))
    return first == "be"


def _will_do(sentence: Sentence, modal: int) -> bool:
    """Tell "that they will go on", "that talks will be held" from "that the pier will help both"."""
    toks, i = sentence.toks, modal - 1
    while i >= 0 and adverb_before(toks, i) and i not in sentence.cover:
        i -= 1
    verb = _over_adverbs(sentence, modal + 1)
    low = toks[verb].low if verb < len(toks) else ""
    if low == "be":
        after = _over_adverbs(sentence, verb + 1)
        hits = [hit for hit in sentence.verbs if hit.start == after]
        return any("participle" in hit.forms for hit in hits) or toks[min(after, len(toks) - 1)].low.endswith(
            "ed"
        )
    return low in speech_rules().happening or _is_doer(sentence, i)


def _is_doer(sentence: Sentence, i: int) -> bool:
    """Say whether a subject that ends at token ``i`` is somebody, or a body that the sides send or set up."""
    head, ref = thing_head(sentence, thing_start(sentence, i), i), sentence.cover.get(i)
    if ref is not None and ref.start <= head:
        return True
    return not (grammar().doers | speech_rules().sent.words).isdisjoint((sentence.toks[head].low,))


def object_noun(sentence: Sentence, clause: Clause) -> str | None:
    """Return the noun that heads the object: the last word before a preposition or a comma."""
    toks, last, start = sentence.toks, None, clause.verb.end
    agreed = clause.verb.group is not None and clause.verb.group.act == "agree"
    start += agreed and start < len(toks) and toks[start].low in ("on", "upon")
    start += clause.head in speech_rules().replying and start < len(toks) and toks[start].low == "to"
    for i in range(start, min(len(toks), start + 9)):
        framed = toks[i].low == "of" and last in grammar().object_frames
        if framed and not (clause.verb.group is not None and clause.verb.group.act == "discuss"):
            continue
        if toks[i].low in grammar().object_stops or not toks[i].text[0].isalnum():
            if toks[i].text in ("’s", "'s", "’", "-"):
                continue
            break
        if clause.verb.group is not None and toks[i].low in clause.verb.group.objects:
            return toks[i].low
        last = toks[i].low
    return last


def talks_only(sentence: Sentence, clause: Clause) -> bool:
    """Say whether "held talks with X" only names a meeting: nothing says what was talked about."""
    verb = clause.verb
    if verb.nouns is None or verb.nouns.act != "discuss" or verb.noun is None:
        return False
    toks, i = sentence.toks, verb.noun + 1
    if toks[verb.noun].low.startswith("exchange"):
        return False
    if i < len(toks) and toks[i].low in ("with", "between"):
        i = _past_names(sentence, i + 1)
    for j in range(i, min(len(toks), i + 6)):
        if toks[j].text in ",;.":
            return True
        if toks[j].low in grammar().about and not _circumstance(sentence, j + 1):
            return False
        if toks[j].low == "and" and j + 1 in sentence.reporting:
            return True
    return True


def held_only(sentence: Sentence, clause: Clause) -> bool:
    """Say whether "the talks were held in a warm atmosphere" names a meeting, and no subject of it.

    "Serious and in-depth discussions were held" is told for its substance.
    """
    if _weighed(sentence, clause):
        return False
    toks, stop = sentence.toks, sentence.reporting - set(range(clause.verb.start, clause.verb.end))
    for j in range(clause.first, len(toks)):
        if j > clause.start and (toks[j].text == ";" or j in stop):
            return True
        low = toks[j].low
        if low.startswith("exchange") or (low == "to" and toks[j - 1].low == "devoted"):
            return False
        if low in grammar().about and low != "to" and not _circumstance(sentence, j + 1):
            return False
    return True


def _weighed(sentence: Sentence, clause: Clause) -> bool:
    """Say whether an adjective stands before the talks that are the subject of a passive."""
    talks, toks = speech_rules().talks, sentence.toks
    first = phrase_first(sentence, clause)
    at = next((j for j in range(first, clause.start) if toks[j].low in talks), first)
    before = toks[at - 1] if at > first else None
    return before is not None and before.text.islower() and before.low not in grammar().determiners


def speaks_about(sentence: Sentence, clause: Clause) -> bool:
    """Read "spoke today with X about the ferry": a verb of talking, a partner, and what it was about."""
    verb, toks = clause.verb, sentence.toks
    if verb.kind != "event" or clause.head not in speech_rules().talking or clause.tense != "past":
        return False
    i = verb.end
    while (
        i < len(toks) and i < verb.end + 4 and toks[i].low not in ("with", "to") and i not in sentence.cover
    ):
        i += 1
    i = _past_names(sentence, i + (i < len(toks) and toks[i].low in ("with", "to")))
    while i < len(toks) and (toks[i].low in lexicon().adverbs or toks[i].text == ","):
        i += 1
    subject = i < len(toks) and toks[i].low in grammar().concerning
    return subject and not _circumstance(sentence, i + 1)


def _past_names(sentence: Sentence, i: int) -> int:
    """Step over the names that "with" opens: refs, commas and "and"."""
    toks = sentence.toks
    while i < len(toks):
        ref = sentence.cover.get(i)
        if ref is not None:
            i = ref.end
        elif toks[i].low in grammar().names_open:
            i += 1
        else:
            break
    return i


def _circumstance(sentence: Sentence, i: int) -> bool:
    """After "on" stand a date, an initiative, a sideline: circumstances of the talks, not their subject."""
    words = sentence.lows[i : i + 6]
    if not words or words[0][0].isdigit() or words[0] in grammar().calendar:
        return True
    return not grammar().circumstances.isdisjoint(words)


def phrase_first(sentence: Sentence, clause: Clause) -> int:
    """Return where the words before a verb begin that no mark parts from it."""
    return max((k + 1 for k in range(clause.start) if sentence.toks[k].text in ",;:"), default=0)


def noun_subject(sentence: Sentence, clause: Clause) -> VerbHit | None:
    """Read a passive whose noun stands before its verb: "discussions were held".

    Returns the verb with the class of that noun, or None where no noun of the table stands there.
    """
    lex, toks = lexicon(), sentence.toks
    classes = light_classes(clause.verb.lemma)
    if not classes:
        return None
    first = phrase_first(sentence, clause)
    found = None
    for j in range(first, clause.start):
        if toks[j].low in grammar().object_stops and toks[j].low != "and" and j > first:
            break
        hit = noun_at(toks, j, classes, lex)
        if hit is not None:
            found = hit
    if found is None:
        return None
    verb = clause.verb
    return VerbHit("light", verb.start, verb.end, verb.forms, verb.lemma, nouns=found[1])

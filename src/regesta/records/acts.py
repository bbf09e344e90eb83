"""Which of the 24 acts a clause is: from the verb table, what follows the verb, and who speaks."""

from __future__ import annotations

from dataclasses import dataclass

from regesta.mentions.verbs import BE, MODALS, VerbHit, lexicon, light_classes, noun_at
from regesta.records.auxiliaries import adverb_before
from regesta.records.clause import Clause
from regesta.records.view import Sentence

_OBJECT_STOP = frozenset(
    ["that", "which", "who", "whom", "whether", "how", "to", "by", "at", "in", "on", "for", "with", "from", "as", "and", "of", "about", "over", "regarding"]
)


_ABOUT = frozenset(
    {
        "on",
        "about",
        "over",
        "regarding",
        "concerning",
        "including",
        "centered",
        "centred",
        "focused",
        "focusing",
        "covering",
        "devoted",
        "to",
    }
)
_CALENDAR = frozenset(
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
)


@dataclass(frozen=True, slots=True)
class Act:
    """An act with the complement it was read from."""

    act: str
    complement: str
    addressed: str


def complement(sentence: Sentence, clause: Clause) -> str:
    """Say what follows the verb: that, to, ing, with, on, for, wh, np or none."""
    toks, i = sentence.toks, after_verb(clause.verb)
    while (
        i < len(toks)
        and sentence.cover.get(i) is None
        and (toks[i].low.endswith("ly") or toks[i].low in lexicon().adverbs)
        and toks[i].low not in ("only",)
    ):
        i += 1
    if i >= len(toks) or toks[i].text in ".;:":
        return "none"
    low = toks[i].low
    if low == "to":
        following = toks[i + 1] if i + 1 < len(toks) else None
        return (
            "to"
            if following is not None
            and following.text[0].islower()
            and following.low not in ("the", "a", "an", "his", "her", "their", "our", "its")
            else "np"
        )
    if low in ("that", "with", "on", "upon", "for"):
        return {"upon": "on"}.get(low, low)
    if low in ("how", "whether", "what", "why", "when", "where", "who"):
        return "wh"
    if low.endswith("ing") and len(low) > 5:
        return "ing"
    return "that" if _zero_that(sentence, i) else "np"


def after_verb(verb: VerbHit) -> int:
    """The token after the verb, or after the noun it carries."""
    return verb.end if verb.noun is None else verb.noun + 1


def _zero_that(sentence: Sentence, i: int) -> bool:
    """Say whether a clause begins at ``i`` without "that": somebody, then an auxiliary or a verb."""
    ref = sentence.cover.get(i)
    if ref is None or ref.start != i:
        return False
    toks, j = sentence.toks, ref.end
    while j < len(toks) and adverb_before(toks, j):
        j += 1
    return j < len(toks) and (
        toks[j].low in BE or toks[j].low in MODALS or toks[j].low in ("has", "have", "had")
    )


def act_of(sentence: Sentence, clause: Clause, joint: bool) -> Act | None:
    """Return the act of a clause, or None where the verb reports none in this company."""
    verb, what = clause.verb, complement(sentence, clause)
    if verb.nouns is not None and verb.nouns.act == "agree" and what == "that":
        return Act("share_view", what, "none")
    if verb.nouns is not None:
        return Act(verb.nouns.joint if joint and verb.nouns.joint else verb.nouns.act, what, "to")
    if verb.predicate is not None:
        return Act(
            verb.predicate.joint if joint and verb.predicate.joint else verb.predicate.act, what, "none"
        )
    group = verb.group
    if group is None or (group.only and what not in group.only):
        return None
    act = group.joint if joint and group.joint else group.act
    if what in group.complements:
        act = group.complements[what]  # type: ignore[index]
    noun = object_noun(sentence, clause)
    if noun is not None and noun in group.objects:
        act = group.objects[noun]
    if act == "share_view" and what == "that" and "agree" in verb.lemma and _undertakes(sentence, clause):
        act = "agree"
    if act == "-":
        return None
    if clause.negated and verb.lemma in ("accept", "support", "endorse", "agree that", "consider", "recognize"):
        act = "reject"
    return Act(act, what, group.addressee)


def _undertakes(sentence: Sentence, clause: Clause) -> bool:
    """ "agreed that they will …" undertakes; "agreed that it is …" and "… should …" share a view."""
    following = [t.low for t in sentence.toks[clause.verb.end : clause.verb.end + 25]]
    modals = [w for w in following if w in MODALS or w in BE]
    if bool(modals) and modals[0] == "should":
        before = following[: following.index("should")]
        return bool({"officials", "experts", "teams", "they", "delegations", "ministries", "both", "sides"} & set(before))
    return bool(modals) and modals[0] in ("will", "would", "shall")


def object_noun(sentence: Sentence, clause: Clause) -> str | None:
    """Return the noun that heads the object: the last word before a preposition or a comma."""
    toks, last = sentence.toks, None
    for i in range(clause.verb.end, min(len(toks), clause.verb.end + 9)):
        if toks[i].low == "of" and last in ("issues", "issue", "matters", "areas"):
            continue
        if toks[i].low in _OBJECT_STOP or not toks[i].text[0].isalnum():
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
        if toks[j].low in _ABOUT and not _circumstance(sentence, j + 1):
            return False
    return True


def _past_names(sentence: Sentence, i: int) -> int:
    """Step over the names that "with" opens: refs, commas and "and"."""
    toks = sentence.toks
    while i < len(toks):
        ref = sentence.cover.get(i)
        if ref is not None:
            i = ref.end
        elif toks[i].low in (",", "and", "the", "his", "her", "their", "counterpart", "counterparts"):
            i += 1
        else:
            break
    return i


def _circumstance(sentence: Sentence, i: int) -> bool:
    """After "on" stand a date, an initiative, a sideline: circumstances of the talks, not their subject."""
    words = [t.low for t in sentence.toks[i : i + 6]]
    if not words or words[0][0].isdigit() or words[0] in _CALENDAR:
        return True
    return bool(
        {"initiative", "margins", "sidelines", "occasion", "eve", "request", "invitation", "behalf"}
        & set(words)
    )


def noun_subject(sentence: Sentence, clause: Clause) -> VerbHit | None:
    """Read "particular attention was given to …", "discussions were held": the noun stands before the verb."""
    lex, toks = lexicon(), sentence.toks
    classes = light_classes(clause.verb.lemma)
    if not classes:
        return None
    first = max((k + 1 for k in range(clause.start) if toks[k].text in ",;:"), default=0)
    found = None
    for j in range(first, clause.start):
        if toks[j].low in _OBJECT_STOP and toks[j].low != "and" and j > first:
            break
        hit = noun_at(toks, j, classes, lex)
        if hit is not None:
            found = hit
    if found is None:
        return None
    verb = clause.verb
    return VerbHit("light", verb.start, verb.end, verb.forms, verb.lemma, nouns=found[1], noun=None)

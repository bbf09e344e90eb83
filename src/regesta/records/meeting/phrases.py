"""Where the phrase of a meeting noun begins and ends, and what else belongs to it."""

from __future__ import annotations

from collections.abc import Sequence

from regesta.mentions.events import EventMention
from regesta.mentions.tokens import Token, is_capital
from regesta.mentions.verbs import MODALS, VerbHit
from regesta.records.clauses import Clause
from regesta.records.meeting.people import states_between
from regesta.records.view import Sentence
from regesta.rules.meeting_grammar import meeting_grammar
from regesta.rules.meetings import meeting_rules

_WIDEST = 14
_SERIES = 12
_QUOTES = "’'“”"
_CLAUSES_AHEAD = 40
_UP_TO_HELD = 48


def phrase_start(sentence: Sentence, start: int) -> int:
    """Walk left from a meeting noun over its modifiers; return the first token of its phrase."""
    toks, i = sentence.toks, start
    verbs = {k for v in sentence.verbs for k in range(v.start, v.end)}
    while i > 0 and start - i < _WIDEST:
        step = _inside_name(toks, i) or int(_belongs(toks, i, verbs))
        i -= step
        if not step or toks[i].low in meeting_grammar().articles:
            break
    while i < start and toks[i].text in _QUOTES:
        i += 1
    return i


def _inside_name(toks: Sequence[Token], i: int) -> int:
    """Return how many tokens before ``i`` are marks of a name: "Northern Union (NU)", "St. Alban"; else 0."""
    if i > 3 and toks[i - 1].text == ")" and toks[i - 3].text == "(" and toks[i - 2].text[0].isupper():
        return 3
    short = i > 1 and toks[i - 1].text == "." and toks[i - 2].low in meeting_grammar().name_points
    return 2 if short and toks[i - 2].end == toks[i - 1].start else 0


def _belongs(toks: Sequence[Token], i: int, verbs: set[int]) -> bool:
    """Say whether the word before token ``i`` is in one phrase with it."""
    word = toks[i - 1]
    if word.low in meeting_grammar().phrase_ends and not _joins_names(toks, i):
        return False
    if not (word.text[0].isalnum() or word.text in "’'“”-–+"):
        return False
    return i - 1 not in verbs or is_capital(word) or word.low.endswith(("ed", "ing"))


def _joins_names(toks: Sequence[Token], i: int) -> bool:
    """Read "Trade and Investment Forum", "Group of 20": the word before token ``i`` stands inside a name."""
    named = is_capital(toks[i]) or toks[i].text.isdigit()
    return toks[i - 1].low in ("and", "of") and named and i > 1 and is_capital(toks[i - 2])


def noun_end(sentence: Sentence, noun: EventMention) -> int:
    """Return the token at which what belongs to a noun ends: a stop, or the verb of which it is subject."""
    toks = sentence.toks
    reporting = {v.start for v in sentence.verbs if v.kind == "group"}
    for i in range(noun.end, len(toks)):
        if toks[i].text in ";." or toks[i].low in MODALS or toks[i].low in ("was", "were", "is", "are"):
            return i
        if i in reporting:
            return i
    return len(toks)


def clause_end(sentence: Sentence, found: Sequence[Clause], at: int) -> int:
    """Return where the words of clause ``at`` end: at the next clause that has its own start."""
    verb_end = found[at].verb.end
    for other in found[at + 1 : at + 1 + _CLAUSES_AHEAD]:
        if other.first > verb_end and other.role != "infinitive":
            return other.first
    return len(sentence.toks)


def series(sentence: Sentence, noun: EventMention, nouns: Sequence[EventMention]) -> EventMention | None:
    """Return the noun that is one meeting with this one: "the first round of consultations"."""
    toks = sentence.toks
    if toks[noun.end - 1].low not in meeting_grammar().series_heads:
        return None
    if noun.end >= len(toks) or toks[noun.end].low != "of":
        return None
    following = next((n for n in nouns if noun.end < n.start <= noun.end + _SERIES), None)
    if following is None or any(toks[k].text in ",;:" for k in range(noun.end, following.start)):
        return None
    return following


def same_name(sentence: Sentence, noun: EventMention, other: EventMention) -> bool:
    """Say whether two nouns are one name: "Ministerial Consultation (“2+2” Ministerial Meeting)"."""
    between = sentence.lows[noun.end : other.start]
    return len(between) <= 3 and set(between) <= meeting_grammar().name_joints


def is_object(sentence: Sentence, verb: VerbHit, noun: EventMention) -> bool:
    """Say whether a noun is the verb's object: near, and no preposition stands between them."""
    between = sentence.lows[verb.end : noun.start]
    start = phrase_start(sentence, noun.start)
    inside = start > verb.end and sentence.lows[start - 1] == "in"
    if inside and sentence.lows[start] in meeting_grammar().determined:
        return False  # "the exchange begun in their conversation"
    if verb.lemma in meeting_grammar().object_after_for and "for" in between:
        between.remove("for")
    return len(between) <= 12 and meeting_grammar().parted_by.isdisjoint(between)


def took_place(sentence: Sentence, noun: EventMention) -> bool:
    """Say whether the noun is what happened: "Talks between XA and XB were held in Port Sele"."""
    after = " ".join(sentence.lows[noun.end : noun.end + _UP_TO_HELD])
    return meeting_grammar().taking_place.pattern.search(after) is not None


def of_organisation(sentence: Sentence, start: int, end: int) -> bool:
    """Say whether a phrase names a body whose meeting is a forum, and not two states besides."""
    if len(states_between(sentence, start, end)) >= 2:
        return False
    words = " ".join([t.text for t in sentence.toks[start:end]])
    return any(name in words and _whole(name, words) for name in meeting_rules().organisations)


def _whole(name: str, words: str) -> bool:
    return f" {name} " in f" {words} " or f" {name}-" in f" {words}" or f" {name}/" in f" {words}"

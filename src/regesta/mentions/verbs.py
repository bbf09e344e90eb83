"""Reporting verbs in the tokens of a sentence, by the verb table.

A hit says which words are the verb, in which forms it may stand there, and which entry of the
table it is. Who its subject is and whether it counts is decided in ``regesta.records``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from regesta.mentions.tokens import Token
from regesta.rules.inflect import forms
from regesta.rules.verbs import NounClass, Predicate, VerbGroup, VerbRules, verb_rules

BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "am"})
HAVE = frozenset({"have", "has", "had", "having"})
MODALS = frozenset({"will", "would", "shall", "should", "may", "might", "can", "could", "must"})
DO = frozenset({"do", "does", "did"})
NOT = frozenset({"not", "n't", "never", "neither"})
AUX = BE | HAVE | MODALS | DO | NOT
ING_PREPOSITIONS = frozenset(
    ["regarding", "concerning", "considering", "including", "following", "according", "excluding", "pending", "notwithstanding", "during", "depending", "barring"]
)
_NOUN_NEXT = frozenset(["the", "a", "an", "his", "her", "their", "our", "its", "my", "your", "’s", "'s", "’", "of"])
Kind = Literal["group", "light", "predicate", "event"]

_NP_STOP = frozenset(
    ["of", "in", "on", "with", "to", "for", "that", "by", "at", "from", "and", "or", "but", "which", "who", "where", "when", "while", "as", "into", "about", "over", "regarding", "concerning", "including", "during", "after", "before", "since", "because", "if", "whether"]
)


@dataclass(frozen=True, slots=True)
class VerbHit:
    """A verb of the table at tokens ``[start, end)``; ``noun`` is the token of its noun, if any."""

    kind: Kind
    start: int
    end: int
    forms: frozenset[str]
    lemma: str
    group: VerbGroup | None = None
    nouns: NounClass | None = None
    predicate: Predicate | None = None
    noun: int | None = None

    @property
    def rule(self) -> str:
        """The id of the table's entry."""
        entry = self.group or self.nouns or self.predicate
        return entry.id if entry else f"event.{self.lemma}"


@dataclass(slots=True)
class _Entry:
    lead: tuple[str, ...]
    tail: tuple[str, ...]
    form: str
    lemma: str
    group: VerbGroup | None = None
    light: frozenset[str] = frozenset()
    event: bool = False


@dataclass(slots=True)
class Lexicon:
    """The verb table, turned round: from a word as written to what it may be."""

    heads: dict[str, list[_Entry]] = field(default_factory=dict)
    nouns: dict[str, list[tuple[tuple[str, ...], NounClass]]] = field(default_factory=dict)
    predicates: dict[str, list[tuple[tuple[str, ...], Predicate]]] = field(default_factory=dict)
    adverbs: frozenset[str] = frozenset()
    adverb_phrases: frozenset[tuple[str, ...]] = frozenset()
    adverb_heads: frozenset[str] = frozenset()


@cache
def lexicon() -> Lexicon:
    """Return the shipped verb table compiled for look-up; built once."""
    rules = verb_rules()
    lex = Lexicon(
        adverbs=frozenset(a for a in rules.adverbs if " " not in a),
        adverb_phrases=frozenset(tuple(a.split()) for a in rules.adverbs if " " in a),
    )
    lex.adverb_heads = frozenset(phrase[-1] for phrase in lex.adverb_phrases)
    for group in rules.groups:
        for verb in group.verbs:
            _add_verb(lex, rules, verb, group=group)
    for name, verbs in rules.light_verbs.items():
        for verb in verbs:
            _add_verb(lex, rules, verb, light=name)
    for verb in rules.events:
        _add_verb(lex, rules, verb, event=True)
    for nouns in rules.nouns:
        for noun in nouns.nouns:
            words = tuple(noun.lower().split())
            lex.nouns.setdefault(words[0], []).append((words, nouns))
    for predicate in rules.predicates:
        for phrase in predicate.words:
            words = tuple(phrase.lower().split())
            lex.predicates.setdefault(words[0], []).append((words, predicate))
    for table in (lex.nouns, lex.predicates):
        for rows in table.values():
            rows.sort(key=lambda row: -len(row[0]))  # type: ignore[attr-defined]
    for entries in lex.heads.values():
        entries.sort(key=lambda entry: -len(entry.tail) - len(entry.lead))
    return lex


def _add_verb(
    lex: Lexicon,
    rules: VerbRules,
    verb: str,
    *,
    group: VerbGroup | None = None,
    light: str = "",
    event: bool = False,
) -> None:
    words = verb.lower().split()
    for at, head in enumerate(words):
        if head not in lex.adverbs:
            break
    lead, tail = tuple(words[:at]), tuple(words[at + 1 :])
    for form, spellings in forms(head, rules.irregular).items():
        for spelling in spellings:
            rows = lex.heads.setdefault(spelling, [])
            light_set = frozenset({light}) if light else frozenset()
            for row in rows:
                if (row.lead, row.tail, row.form) == (lead, tail, form) and light and row.light:
                    row.light |= light_set
                    break
            else:
                rows.append(_Entry(lead, tail, form, " ".join((*lead, head, *tail)), group, light_set, event))


def find_verbs(toks: Sequence[Token]) -> list[VerbHit]:
    """Return the hits of a sentence in order of their first token; at most one for each verb."""
    lex = lexicon()
    hits: list[VerbHit] = []
    i = 0
    while i < len(toks):
        hit = _hit_at(toks, i, lex)
        if hit is not None:
            hits.append(hit)
            i = max(hit.end, i + 1)
        else:
            i += 1
    return hits


def _hit_at(toks: Sequence[Token], i: int, lex: Lexicon) -> VerbHit | None:
    low = toks[i].low
    if low in BE:
        return _predicate_at(toks, i, lex) or _there_is(toks, i, lex) or _will_be(toks, i, lex)
    entries = lex.heads.get(low)
    if (i and toks[i].text[0].isupper() and toks[i - 1].text not in "“•.:(") or low in ING_PREPOSITIONS:
        return None
    if i and toks[i - 1].low in _NOUN_NEXT:
        return None
    if not entries:
        return _unknown_future(toks, i, lex)
    return _best_entry(toks, i, entries, lex)


def _there_is(toks: Sequence[Token], i: int, lex: Lexicon) -> VerbHit | None:
    """"there was broad agreement that …": the noun after "be" carries the act."""
    if i == 0 or toks[i - 1].low != "there":
        return None
    found = noun_after(toks, i + 1, frozenset(verb_rules().light_verbs), lex)
    if found is None:
        return None
    return VerbHit("light", i, i + 1, frozenset({"past", "third"}), "be", nouns=found[1], noun=found[0])


def _will_be(toks: Sequence[Token], i: int, lex: Lexicon) -> VerbHit | None:
    """ "there will be …": a verb of its own unless a participle follows."""
    if toks[i].low != "be" or i == 0 or toks[i - 1].low not in ("will", "shall"):
        return None
    j = i + 1
    while j < len(toks) and (toks[j].low in lex.adverbs or toks[j].low.endswith("ly")):
        j += 1
    forms_after = {entry.form for entry in lex.heads.get(toks[j].low, ())} if j < len(toks) else set()
    return (
        None if forms_after & {"participle", "ing"} else VerbHit("event", i, i + 1, frozenset({"base"}), "be")
    )


def _unknown_future(toks: Sequence[Token], i: int, lex: Lexicon) -> VerbHit | None:
    """A word after "will" is a verb, whether the table has it or not."""
    word = toks[i]
    if not word.low.isalpha() or word.low in AUX or word.low in lex.adverbs or word.low.endswith("ly"):
        return None
    j = i - 1
    while j >= 0 and (toks[j].low in lex.adverbs or toks[j].low in NOT or toks[j].low.endswith("ly")):
        j -= 1
    if j >= 0 and toks[j].low in ("will", "shall"):
        return VerbHit("event", i, i + 1, frozenset({"base"}), word.low)
    return None


def _best_entry(toks: Sequence[Token], i: int, entries: list[_Entry], lex: Lexicon) -> VerbHit | None:
    entries = [entry for entry in entries if not entry.lead or _led(toks, i, entry.lead)]
    light_hit = _light_at(toks, i, entries, lex)
    groups = [
        (entry, end) for entry in entries if entry.group if (end := _tail_end(toks, i, entry.tail, lex))
    ]
    events = [
        (entry, end) for entry in entries if entry.event if (end := _tail_end(toks, i, entry.tail, lex))
    ]
    if groups:
        lead = max(len(entry.lead) for entry, _ in groups)
        groups = [(entry, end) for entry, end in groups if len(entry.lead) == lead]
        longest = max(end for _, end in groups)
        best = [entry for entry, end in groups if end == longest]
        found = frozenset(entry.form for entry in best)
        chosen = next((e for e in best if _object_fits(toks, longest, e.group, lex)), None)
        if chosen is not None and (
            light_hit is None or chosen.tail or chosen.lead or _prefers_group(chosen, light_hit)
        ):
            return VerbHit("group", i, longest, found, chosen.lemma, group=chosen.group)
    if light_hit is not None:
        return light_hit
    if events:
        longest = max(end for _, end in events)
        best = [entry for entry, end in events if end == longest]
        return VerbHit("event", i, longest, frozenset(e.form for e in best), best[0].lemma)
    return None


def _led(toks: Sequence[Token], i: int, lead: tuple[str, ...]) -> bool:
    """Say whether the fixed adverb of a verb ("highly evaluate") stands right before it."""
    return tuple(t.low for t in toks[max(0, i - len(lead)) : i]) == lead


def _prefers_group(entry: _Entry, light: VerbHit) -> bool:
    """A full verb with its own rule for the noun keeps it; otherwise the noun decides the act."""
    if entry.group is None or light.nouns is None:
        return True
    return entry.group.act in ("deliver", "urge", "request", "reject", "condemn_or_regret")


def _object_fits(toks: Sequence[Token], end: int, group: VerbGroup | None, lex: Lexicon) -> bool:
    if group is None or not group.needs_object:
        return True
    wanted = set(group.needs_object)
    return any(tok.low in wanted for tok in toks[end : end + 12])


def _tail_end(toks: Sequence[Token], i: int, tail: tuple[str, ...], lex: Lexicon) -> int | None:
    """Where a verb with its fixed words ends; a few adverbs may stand between head and tail."""
    j = i + 1
    if not tail:
        return j
    for _ in range(3):
        if j < len(toks) and toks[j].low in lex.adverbs and toks[j].low != tail[0]:
            j += 1
    if [t.low for t in toks[j : j + len(tail)]] == list(tail):
        return j + len(tail)
    return None


def _light_at(toks: Sequence[Token], i: int, entries: list[_Entry], lex: Lexicon) -> VerbHit | None:
    best: VerbHit | None = None
    for entry in entries:
        if not entry.light:
            continue
        end = _tail_end(toks, i, entry.tail, lex)
        if end is None:
            continue
        found = noun_after(toks, end, entry.light, lex)
        if found is None:
            continue
        noun, nouns = found
        same = frozenset(e.form for e in entries if e.light and e.tail == entry.tail)
        if best is None or end > best.end:
            best = VerbHit("light", i, end, same, entry.lemma, nouns=nouns, noun=noun)
    return best


def noun_after(
    toks: Sequence[Token], start: int, light: frozenset[str], lex: Lexicon
) -> tuple[int, NounClass] | None:
    """Find the noun that a light verb takes: the last fitting one of the noun phrase at ``start``."""
    j, found = start, None
    while j < min(len(toks), start + 12):
        hit = noun_at(toks, j, light, lex)
        if hit is not None:
            found = (hit[0], hit[1])
            j = hit[0] + 1
            continue
        low = toks[j].low
        if found is not None and low not in ("and",):
            break
        if (low in _NP_STOP and not (low == "and" and found is None and j > start)) or not (
            toks[j].text[0].isalnum() or low in "’'s.-"
        ):
            break
        j += 1
    return found


@cache
def light_classes(lemma: str) -> frozenset[str]:
    """Return the classes of light verbs that a lemma belongs to; "give" and "pay" carry nouns, "precede" none."""
    rules = verb_rules()
    head = lemma.split()[0]
    found = {name for name, verbs in rules.light_verbs.items() if any(v.split()[0] == head for v in verbs)}
    return frozenset(found)


def noun_at(
    toks: Sequence[Token], j: int, light: frozenset[str] | None, lex: Lexicon
) -> tuple[int, NounClass] | None:
    """Return the last token and the class of the noun phrase of the table at ``j``, if one stands there."""
    for words, nouns in lex.nouns.get(toks[j].low, ()):
        if light is not None and not light & set(nouns.light):
            continue
        if [t.low for t in toks[j : j + len(words)]] == list(words):
            return j + len(words) - 1, nouns
    return None


def _predicate_at(toks: Sequence[Token], i: int, lex: Lexicon) -> VerbHit | None:
    j = i + 1
    while (
        j < len(toks)
        and j < i + 5
        and (toks[j].low in lex.adverbs or toks[j].low in NOT or toks[j].low.endswith("ly"))
    ):
        j += 1
    if j >= len(toks):
        return None
    for words, predicate in lex.predicates.get(toks[j].low, ()):
        if [t.low for t in toks[j : j + len(words)]] == list(words):
            last = j + len(words) - 1
            if any(e.tail and _tail_end(toks, last, e.tail, lex) for e in lex.heads.get(toks[last].low, ()) if e.group):
                continue
            return VerbHit(
                "predicate",
                i,
                j + len(words),
                frozenset({"predicate"}),
                f"be {' '.join(words)}",
                predicate=predicate,
            )
    return None

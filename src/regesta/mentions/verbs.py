"""Reporting verbs in the tokens of a sentence, by the verb table.

A hit says which words are the verb, in which forms it may stand there, and which entry of the
table it is. Who its subject is and whether it counts is decided in ``regesta.records``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from regesta.mentions.auxiliaries import AUX, BE, DO, HAVE, MODALS, NOT, WILL
from regesta.mentions.tokens import Token
from regesta.mentions.verb_nouns import light_classes, noun_after, noun_at
from regesta.mentions.verb_words import Bare, Entry, Lexicon, lexicon
from regesta.model.trace import declined, listening
from regesta.model.value import value
from regesta.rules.grammar import grammar
from regesta.rules.verbs import NounClass, Predicate, VerbGroup, verb_rules

# What other rooms read of the recogniser.
__all__ = [
    "AUX",
    "BE",
    "DO",
    "HAVE",
    "MODALS",
    "NOT",
    "VerbHit",
    "find_verbs",
    "lexicon",
    "light_classes",
    "noun_at",
]

Kind = Literal["group", "light", "predicate", "event"]
# Acts of full verbs that a noun they carry does not change: "demanded an assurance" demands.
_KEPT = ("deliver", "urge", "request", "reject", "condemn_or_regret")
_OBJECT_WITHIN = 12
_TAIL_WITHIN = 7  # the words between a verb and its fixed words are few, see _tail_end
_ASIDE = 5
_BASE = frozenset({"base"})
# Nouns in the singular that may take a verb in the plural.
_MANY = frozenset(
    {"side", "people", "government", "delegation", "party", "pair", "two", "three", "also", "both"}
)


@value
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


def find_verbs(toks: Sequence[Token]) -> list[VerbHit]:
    """Return the hits of a sentence in order of their first token; at most one for each verb."""
    lex = lexicon()
    hits: list[VerbHit] = []
    end, noun, willed = 0, None, False
    lows = [tok.low for tok in toks]
    for i, low in enumerate(lows):
        if not (willed or low in lex.openers):
            continue
        if i >= end and i != noun and (willed or low not in WILL):
            hit = _hit_at(toks, lows, i, lex)
            if hit is not None:
                hits.append(hit)
                end, noun = hit.end, hit.noun
        willed = low in WILL or (willed and (lex.is_adverb(low) or low in NOT))
    return hits


def _hit_at(toks: Sequence[Token], lows: Sequence[str], i: int, lex: Lexicon) -> VerbHit | None:
    low = lows[i]
    if low in BE:
        return _predicate_at(toks, i, lex) or _there_is(toks, i, lex) or _will_be(toks, i, lex)
    entries = lex.heads.get(low)
    if low in lex.no_verbs or _is_name_or_noun(toks, i, lex):
        told = _may_report(entries) and declined("verb", toks[i], _noun_reading(toks, i))
        return told or None
    if not entries:
        return _unknown_future(toks, i, lex)
    hit = _best(toks, lows, i, entries, lex)
    if hit is not None and hit.forms == _BASE and _after_adjective(toks, i):
        return declined("verb", toks[i], "a noun after a determiner and an adjective") or None
    return hit


def _may_report(entries: Sequence[Entry] | None) -> bool:
    """Say whether it is worth telling that a word of these entries is no verb, to somebody who listens."""
    return listening() is not None and any(entry.group or entry.light for entry in entries or ())


def _noun_reading(toks: Sequence[Token], i: int) -> str:
    if i and toks[i].text[0].isupper():
        return "a capital inside a sentence: part of a name"
    return f"a noun after “{toks[i - 1].text}”" if i else "a preposition in -ing"


def _is_name_or_noun(toks: Sequence[Token], i: int, lex: Lexicon) -> bool:
    """A capital inside a sentence makes a name of a word, an article before it a noun."""
    if i == 0:
        return False
    before = toks[i - 1]
    capital = toks[i].text[0].isupper() and before.text not in "“•.:("
    return capital or before.low in lex.before_noun


def _after_adjective(toks: Sequence[Token], i: int) -> bool:
    """Say whether a word stands after a determiner and an adjective: "the current state"."""
    if i < 2 or toks[i - 2].low not in grammar().determiners:
        return False
    between = toks[i - 1]
    plural = between.low.endswith("s") or between.low in _MANY
    return between.text.isalpha() and between.text.islower() and not plural


def _predicate_at(toks: Sequence[Token], i: int, lex: Lexicon) -> VerbHit | None:
    """Read "are fully convinced that …": a phrase of the table after a form of "be"."""
    j = i + 1
    while j < min(len(toks), i + 5) and (lex.is_adverb(toks[j].low) or toks[j].low in NOT):
        j += 1
    if j >= len(toks):
        return None
    for end, predicate in lex.predicates.at(toks, j):
        if _goes_with(toks, end, predicate) and not _begins_verb(toks, end - 1, lex):
            lemma = " ".join(["be", *(t.low for t in toks[j:end])])
            return VerbHit("predicate", i, end, frozenset({"predicate"}), lemma, predicate=predicate)
    return None


def _goes_with(toks: Sequence[Token], end: int, predicate: Predicate) -> bool:
    """Say whether a predicate may stand before the word at ``end``."""
    following = toks[end].low if end < len(toks) else ""
    return following not in predicate.not_before and (_does(toks, end) or not predicate.infinitive)


def _does(toks: Sequence[Token], i: int) -> bool:
    """Say whether the word at ``i``, after "to", is a verb and no name, pronoun or article."""
    words = grammar()
    other = words.determiners | words.object_pronouns
    return i < len(toks) and toks[i].text.islower() and toks[i].low not in other


def _begins_verb(toks: Sequence[Token], i: int, lex: Lexicon) -> bool:
    """Say whether the word at ``i`` with the words after it is a verb of the table: "set up"."""
    entries = lex.heads.get(toks[i].low, ())
    return any(e.group and e.tail and _tail_end(toks, i, e.tail, lex) for e in entries)


def _there_is(toks: Sequence[Token], i: int, lex: Lexicon) -> VerbHit | None:
    """Read "there was broad agreement that …": the noun after "be" carries the act; a need is only there."""
    if i == 0 or toks[i - 1].low != "there":
        return None
    found = noun_after(toks, i + 1, frozenset(verb_rules().light_verbs), lex)
    if found is None or found[1].act == "convey_position":
        return None
    return VerbHit("light", i, i + 1, frozenset({"past", "third"}), "be", nouns=found[1], noun=found[0])


def _will_be(toks: Sequence[Token], i: int, lex: Lexicon) -> VerbHit | None:
    """Read "there will be …": a verb of its own unless a participle follows."""
    if toks[i].low != "be" or i == 0 or toks[i - 1].low not in WILL:
        return None
    j = i + 1
    while j < len(toks) and lex.is_adverb(toks[j].low):
        j += 1
    after = lex.heads.get(toks[j].low, ()) if j < len(toks) else ()
    if any(entry.form in ("participle", "ing") for entry in after):
        return None
    return VerbHit("event", i, i + 1, frozenset({"base"}), "be")


def _unknown_future(toks: Sequence[Token], i: int, lex: Lexicon) -> VerbHit | None:
    """A word after "will" is a verb, whether the table has it or not."""
    low = toks[i].low
    if not low.isalpha() or low in AUX or lex.is_adverb(low):
        return None
    j = i - 1
    while j >= 0 and (lex.is_adverb(toks[j].low) or toks[j].low in NOT):
        j -= 1
    if j >= 0 and toks[j].low in WILL:
        return VerbHit("event", i, i + 1, frozenset({"base"}), low)
    return None


def _best(
    toks: Sequence[Token], lows: Sequence[str], i: int, entries: Sequence[Entry], lex: Lexicon
) -> VerbHit | None:
    """Of a full verb and a light verb with its noun, the one that decides the act; else the event."""
    low = lows[i]
    plain = lex.plain_events.get(low)
    if plain is not None:
        return VerbHit("event", i, i + 1, *plain)
    tails = lex.tails[low]
    near = lows[i + 1 : i + 1 + _TAIL_WITHIN] if tails else []
    tailed = not tails.isdisjoint(near)
    bare = None if tailed else lex.bare.get(low)
    if bare is not None:
        return _best_bare(toks, i, bare, lex)
    fitting = [
        (entry, end)
        for entry in (entries if tailed else lex.tailless[low])
        if (not entry.tail or entry.tail[0] in near)
        and (not entry.lead or _led(toks, i, entry.lead))
        and (end := _tail_end(toks, i, entry.tail, lex) if entry.tail else i + 1) is not None
    ]
    light = _light(toks, i, fitting, lex)
    full = _full(toks, i, [(entry, end) for entry, end in fitting if entry.group], light)
    if full is not None or light is not None:
        return full or light
    events = [(entry, end) for entry, end in fitting if entry.event]
    if not events:
        _no_verb(toks, i, entries, [entry for entry, _ in fitting])
        return None
    longest = max(end for _, end in events)
    best = [entry for entry, end in events if end == longest]
    return VerbHit("event", i, longest, frozenset(e.form for e in best), best[0].lemma)


def _best_bare(toks: Sequence[Token], i: int, bare: Bare, lex: Lexicon) -> VerbHit | None:
    """The same for a word without fixed words around it, as nearly all are."""
    light = None
    for entry in bare.lights:
        found = noun_after(toks, i + 1, entry.light, lex)
        if found is not None:
            light = VerbHit("light", i, i + 1, bare.light_forms, entry.lemma, nouns=found[1], noun=found[0])
            break
    full = next((e for e in bare.groups if _object_fits(toks, i + 1, e.group)), None)
    if full is not None and (light is None or _goes_before(full, light)):
        return VerbHit("group", i, i + 1, bare.group_forms, full.lemma, group=full.group)
    if light is not None:
        return light
    if bare.event is not None:
        return VerbHit("event", i, i + 1, bare.event_forms, bare.event.lemma)
    _no_verb(toks, i, lex.heads[toks[i].low], lex.tailless[toks[i].low])
    return None


def _no_verb(toks: Sequence[Token], i: int, entries: Sequence[Entry], fitting: Sequence[Entry]) -> None:
    """Tell why a word of ``entries`` reports nothing, where it might have; ``fitting`` have their words."""
    if listening() is not None and toks[i].low not in AUX and _may_report(entries):
        declined("verb", toks[i], _unfit(entries, fitting))


def _unfit(entries: Sequence[Entry], fitting: Sequence[Entry]) -> str:
    if any(entry.group for entry in fitting):
        return "the object that it needs does not follow"
    if fitting:
        return "carries an act only together with a noun of the table, and none follows"
    wanted = sorted({" ".join((*e.lead, "…", *e.tail)) for e in entries})
    return f"reports only with more words: {', '.join(wanted)}"


def _full(
    toks: Sequence[Token], i: int, groups: Sequence[tuple[Entry, int]], light: VerbHit | None
) -> VerbHit | None:
    """The verb with the most fixed words, whose object is there, unless a light verb goes before it."""
    if not groups:
        return None
    lead, longest = max((len(entry.lead), end) for entry, end in groups)
    best = [entry for entry, end in groups if end == longest and len(entry.lead) == lead]
    chosen = next((e for e in best if _object_fits(toks, longest, e.group)), None)
    if chosen is None or (light is not None and not _goes_before(chosen, light)):
        return None
    forms = frozenset(entry.form for entry in best)
    return VerbHit("group", i, longest, forms, chosen.lemma, group=chosen.group)


def _goes_before(entry: Entry, light: VerbHit) -> bool:
    """Say whether a full verb outweighs itself as a light verb: of several words, or of an act it keeps."""
    if entry.tail or entry.lead or entry.group is None or light.nouns is None:
        return True
    return entry.group.act in _KEPT


def _object_fits(toks: Sequence[Token], end: int, group: VerbGroup | None) -> bool:
    if group is None or not group.needs_object:
        return True
    return any(tok.low in group.needs_object for tok in toks[end : end + _OBJECT_WITHIN])


def _light(
    toks: Sequence[Token], i: int, fitting: Sequence[tuple[Entry, int]], lex: Lexicon
) -> VerbHit | None:
    """The light verb with its noun; of several the one with the most fixed words."""
    best: VerbHit | None = None
    for entry, end in fitting:
        found = noun_after(toks, end, entry.light, lex) if entry.light else None
        if found is not None and (best is None or end > best.end):
            same = frozenset(e.form for e, _ in fitting if e.light and e.tail == entry.tail)
            best = VerbHit("light", i, end, same, entry.lemma, nouns=found[1], noun=found[0])
    return best


def _led(toks: Sequence[Token], i: int, lead: tuple[str, ...]) -> bool:
    """Say whether the fixed adverb of a verb ("highly evaluate") stands right before it."""
    return tuple(t.low for t in toks[max(0, i - len(lead)) : i]) == lead


def _adverbial(toks: Sequence[Token], j: int, lex: Lexicon) -> bool:
    """Say whether two words at ``j`` are an adverb together: "in particular"."""
    return tuple(t.low for t in toks[j : j + 2]) in lex.adverb_phrases


def _aside_end(toks: Sequence[Token], comma: int) -> int | None:
    """Return where a few words between commas end: "focused, inter alia, on"."""
    found = (j for j in range(comma + 2, min(len(toks), comma + _ASIDE)) if toks[j].text == ",")
    return next((j + 1 for j in found), None)


def _tail_end(toks: Sequence[Token], i: int, tail: tuple[str, ...], lex: Lexicon) -> int | None:
    """Where a verb ends that has fixed words; a few adverbs may stand between head and tail."""
    j, first = i + 1, tail[0] if tail else ""
    for _ in range(3 if tail else 0):
        if j >= len(toks) or (low := toks[j].low) == first:
            break
        if low in lex.adverbs:
            j += 1
        elif _adverbial(toks, j, lex):
            j += 2
        elif low == "," and (aside := _aside_end(toks, j)) is not None:
            j = aside
        else:
            break
    return j + len(tail) if [t.low for t in toks[j : j + len(tail)]] == list(tail) else None

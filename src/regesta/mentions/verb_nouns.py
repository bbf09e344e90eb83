"""Nouns that carry an act with a light verb: "expressed deep concern", "gave an assurance"."""

from __future__ import annotations

from collections.abc import Sequence

from regesta.mentions.tokens import Token
from regesta.mentions.verb_words import Lexicon
from regesta.rules.force import per_rules
from regesta.rules.grammar import grammar
from regesta.rules.verbs import NounClass, verb_rules

_WIDEST = 12
_INSIDE = frozenset({"’", "'", "’s", "'s", ".", "-", "s"})
_ADJECTIVES = 7
_ASIDE = 18
_RECIPIENT = 9
_ASIDES = frozenset({"on", "in", "once", "at", "through", "as"})


def noun_after(
    toks: Sequence[Token], start: int, light: frozenset[str], lex: Lexicon
) -> tuple[int, NounClass] | None:
    """Find the noun that a light verb takes: the last fitting one of the noun phrase at ``start``.

    An aside between commas may stand before it: "expressed, on behalf of XA, his gratitude".
    """
    start = _past_recipient(toks, _past_aside(toks, start))
    j, found, limit, firsts = start, None, min(len(toks), start + _WIDEST), lex.nouns.firsts
    while j < limit:
        low = toks[j].low
        hit = noun_at(toks, j, light, lex) if low in firsts else None
        if hit is not None:
            found, j = hit, hit[0] + 1
            continue
        if found is not None and low != "and":
            break
        if found is None and low == "," and j > start and _adjectives(toks, j, light, lex):
            j += 1
            continue
        opening = low == "and" and found is None and j > start
        if (low in lex.phrase_ends and not opening) or not (toks[j].text[0].isalnum() or low in _INSIDE):
            break
        j += 1
    return found


def _past_aside(toks: Sequence[Token], start: int) -> int:
    """Return the token after an aside that begins with a comma and "on behalf of", "once again", …"""
    if start + 1 >= len(toks) or toks[start].text != "," or toks[start + 1].low not in _ASIDES:
        return start
    close = next((j for j in range(start + 2, min(len(toks), start + _ASIDE)) if toks[j].text == ","), None)
    return start if close is None else close + 1


def _past_recipient(toks: Sequence[Token], start: int) -> int:
    """Return the token after "to him" or "to Minister X" where a phrase with a determiner follows at once.

    "Conveyed to His Highness the greetings of …", "extended to him an invitation".
    """
    if start + 1 >= len(toks) or toks[start].low != "to":
        return start
    words, j = grammar(), start + 1
    if toks[j].low in words.object_pronouns:
        j += 1
    else:
        while j < min(len(toks), start + _RECIPIENT) and toks[j].text[0].isupper():
            j += 1
    found = start + 1 < j < len(toks) and toks[j].low in words.determiners
    return j if found else start


def _adjectives(toks: Sequence[Token], comma: int, light: frozenset[str], lex: Lexicon) -> bool:
    """Say whether a comma only parts adjectives: "candid, open and constructive discussions"."""
    for j in range(comma + 1, min(len(toks), comma + _ADJECTIVES)):
        if noun_at(toks, j, light, lex) is not None:
            return j > comma + 1
        word = toks[j]
        if word.low not in ("and", ",") and (
            not word.text.isalpha() or not word.text.islower() or word.low in lex.phrase_ends
        ):
            return False
    return False


def noun_at(
    toks: Sequence[Token], j: int, light: frozenset[str] | None, lex: Lexicon
) -> tuple[int, NounClass] | None:
    """Return the last token and the class of the noun of the table at ``j``, if one stands there.

    ``light`` limits it to nouns that these classes of light verbs carry.
    """
    for end, nouns in lex.nouns.at(toks, j):
        if light is None or not light.isdisjoint(nouns.light):
            return end - 1, nouns
    return None


@per_rules
def light_classes(lemma: str) -> frozenset[str]:
    """Return the classes of light verbs of a lemma: "give" and "pay" carry nouns, "precede" none."""
    head = lemma.split(maxsplit=1)[0]
    classes = verb_rules().light_verbs.items()
    return frozenset(name for name, verbs in classes if any(verb.split()[0] == head for verb in verbs))

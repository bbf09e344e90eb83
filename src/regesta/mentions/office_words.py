"""The words of ``data/offices.yml`` turned into look-ups over tokens."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from regesta.mentions.openings import Openings
from regesta.mentions.tokens import Token, tokens
from regesta.model.span import Span
from regesta.rules.force import per_rules
from regesta.rules.offices import level_of, office_rules


class HeadHit(NamedTuple):
    """An office's head at a token: how many tokens it has, its level, and whether it is plural."""

    length: int
    level: str
    plural: bool


@dataclass(slots=True)
class Heads:
    """The heads that begin with one word: that word alone, and the longer ones by their second word."""

    alone: HeadHit | None = None
    longer: dict[str, list[tuple[tuple[str, ...], HeadHit]]] = field(default_factory=dict)


@dataclass(slots=True)
class OfficeLexicon:
    """What may stand in an office or a name."""

    heads: dict[str, Heads] = field(default_factory=dict)
    modifiers: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    portfolio: frozenset[str] = frozenset()
    org_words: frozenset[str] = frozenset()
    honorifics: frozenset[str] = frozenset()
    honorific_heads: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    suffixes: frozenset[str] = frozenset()
    links_before: frozenset[str] = frozenset()
    links_after: frozenset[str] = frozenset()
    openings: Openings = field(default_factory=lambda: Openings(frozenset(), frozenset(), frozenset()))

    def head_at(self, toks: Sequence[Token], j: int, taken: Container[int] = frozenset()) -> HeadHit | None:
        """Return the longest head at token ``j`` that holds no word starting at an offset in ``taken``.

        "President of the Federation" is a head of its own, but not before "of X" where the
        federation belongs to the state's name.
        """
        heads = self.heads.get(toks[j].low)
        if heads is None:
            return None
        longer = heads.longer.get(toks[j + 1].low, ()) if heads.longer and j + 1 < len(toks) else ()
        for words, hit in longer:
            printed = toks[j : j + hit.length]
            if tuple([t.low for t in printed]) == words and not any(t.start in taken for t in printed[1:]):
                return hit
        return heads.alone

    def may_precede(self, word: Token) -> bool:
        """Say whether a word may stand before the head of an office."""
        if word.low in self.modifiers or self.is_portfolio(word):
            return True
        return word.low in self.links_before or word.text in ",-/"

    def is_portfolio(self, word: Token) -> bool:
        """Say whether a word names a portfolio or a body; so does an acronym in capitals."""
        return word.low in self.portfolio or (word.text.isupper() and len(word.text) > 2)


@per_rules
def office_level(office: str, country: str | None) -> str | None:
    """Return the level of an office phrase; cached, as documents repeat their offices."""
    found = [level for part in office.split("/") if (level := level_of(part, country))]
    order = office_rules().levels
    return min(found, key=order.index) if found else None


@per_rules
def office_lexicon() -> OfficeLexicon:
    """Return the shipped words of offices compiled for look-up; built once."""
    rules, lex = office_rules(), OfficeLexicon()
    for head in rules.heads:
        _add_heads(lex, head.words, head.level, plural=False)
        _add_heads(lex, head.plural, head.level, plural=True)
    for group in rules.groups:
        if group.kind == "person" and group.level is not None:
            _add_heads(lex, group.single, group.level, plural=False)
    for heads in lex.heads.values():
        for rows in heads.longer.values():
            rows.sort(key=lambda row: -len(row[0]))
    lex.modifiers = _words(w for m in rules.modifiers for w in m.words)
    lex.openers = frozenset(lex.heads) | lex.modifiers | {"the"}
    lex.links_before, lex.links_after = rules.links_before, rules.links_after
    portfolios = _words(w for p in rules.portfolios for w in (*p.words, *p.before))
    lex.org_words = _words(rules.bodies)
    lex.portfolio = (portfolios - lex.links_before) | lex.org_words
    lex.honorifics = frozenset(
        " ".join(t.low for t in _toks(w)).rstrip(". ") for h in rules.honorifics for w in h.words
    )
    first = frozenset(words.split()[0].rstrip(".") for words in lex.honorifics)
    lex.honorific_heads = first | {f"{word}." for word in first}
    lex.particles = frozenset(w.lower() for w in rules.particles)
    lex.suffixes = frozenset(w.lower().rstrip(".") for w in rules.suffixes)
    lex.openings = Openings(lex.openers, lex.portfolio, lex.honorific_heads)
    return lex


def _toks(words: str) -> list[Token]:
    return tokens(words, Span(0, len(words)))


def _words(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(t.low for phrase in phrases for t in _toks(phrase) if t.text[0].isalpha())


def _add_heads(lex: OfficeLexicon, words: Sequence[str], level: str, *, plural: bool) -> None:
    for phrase in words:
        parts = tuple(t.low for t in _toks(phrase))
        hit, heads = HeadHit(len(parts), level, plural), lex.heads.setdefault(parts[0], Heads())
        if len(parts) > 1:
            heads.longer.setdefault(parts[1], []).append((parts, hit))
        else:
            heads.alone = heads.alone or hit

"""Words and marks of a stretch of text, with their places."""

from __future__ import annotations

import re

from regesta.model.span import Span
from regesta.model.value import value

_TOKEN = re.compile(
    r"""
    [A-Za-z]{2,}+(?![-‑’'\w])                       # plain words: most of all, and the fastest
  | (?=[A-Za-z]\.)(?:[A-Za-z]\.){2,}                # U.S.  D.C.  a.m.  H.E.
  | \d++(?:[.,:]\d++)*+(?:st|nd|rd|th)?\b           # 12  1,000  17:50  18th
  | [’'](?:s|S)\b                                   # the possessive, apart from its noun
  | [^\W\d_]+(?:[-‑][^\W_]+|[’'](?!s\b)[^\W\d_]+)*  # words, in-depth, d’Affaires, G20 below
    \d*                                             # G20
  | \d++                                            # a number that letters follow
  | \S                                              # any mark
    """,
    re.VERBOSE,
)


@value
class Token:
    """One word or mark: its characters, their lower-case form, and where it stands."""

    text: str
    low: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The token's place in the document."""
        return Span(self.start, self.end)


def tokens(text: str, span: Span) -> list[Token]:
    """Return the tokens of ``text[span]`` in order; they never overlap and skip only white space."""
    first, last = span
    found: list[Token] = []
    end = first
    for word in _TOKEN.findall(text, first, last):
        start = text.index(word, end)  # only white space stands between two tokens
        end = start + len(word)
        found.append(Token(word, word.lower(), start, end))
    if text.find("‑", first, last) < 0:
        return found
    return [Token(tok.text, tok.low.replace("‑", "-"), tok.start, tok.end) for tok in found]


def is_capital(token: Token) -> bool:
    """Say whether a token begins with a capital letter."""
    return token.text[:1].isupper()

"""Small changes of a text by chance: words and lines left out, doubled, moved, spliced, made odd."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from benchmarks.fuzz.sentences import passage
from benchmarks.fuzz.words import ODD, Lexicon, word

_PIECES = {
    "words": re.compile(r"\S+\s*|\s+"),
    "lines": re.compile(r"[^\n]*\n+|[^\n]+"),
    "chars": re.compile(r"(?s)."),
}
MOST_CHANGES = 6


def changed(chance: Random, known: Lexicon, text: str, others: Sequence[str], most: int) -> str:
    """Return ``text`` after one to six changes, cut to ``most`` characters."""
    for _ in range(chance.randint(1, MOST_CHANGES)):
        text = _one(chance, known, text, others)[:most]
    return text


def _one(chance: Random, known: Lexicon, text: str, others: Sequence[str]) -> str:
    draw = chance.random()
    if draw < 0.12:
        return _spliced(chance, text, chance.choice(others))
    if draw < 0.2:
        return _rewrapped(chance, text)
    pieces = _PIECES[chance.choice(("words", "words", "lines", "chars"))].findall(text)
    start = chance.randint(0, len(pieces))
    end = min(len(pieces), start + chance.choice((0, 1, 1, 2, 3, 8, 30)))
    return "".join([*pieces[:start], *_instead(chance, known, pieces[start:end], pieces), *pieces[end:]])


def _instead(chance: Random, known: Lexicon, here: Sequence[str], every: Sequence[str]) -> list[str]:
    """What stands in the place of the pieces ``here``."""
    piece = "".join(here)
    choices: list[list[str]] = [
        [],
        [word(chance, known), " "],
        [*here, word(chance, known), " "],
        [*here, " ", passage(chance, known), " "],
        [*here] * chance.choice((2, 2, 3, 20, 200)),
        [*reversed(here)],
        [chance.choice((piece.upper(), piece.lower(), piece.title(), piece.swapcase()))],
        [chance.choice(ODD), *here, chance.choice(ODD)],
        [*here, chance.choice(every) if every else ""],
    ]
    return chance.choice(choices)


def _spliced(chance: Random, text: str, other: str) -> str:
    """The beginning of one text and the end of another, cut at a gap between words where there is one."""
    cut, end = (chance.randint(0, len(one)) for one in (text, other))
    cut, end = max(text.rfind(" ", 0, cut), 0) or cut, max(other.find(" ", end), 0) or end
    return text[:cut] + chance.choice(("", " ", "\n", "\n\n")) + other[end:]


def _rewrapped(chance: Random, text: str) -> str:
    """All on one line, a line for each word, wrapped lines, or other line ends."""
    one = " ".join(text.split())
    width = chance.choice((20, 72))
    return chance.choice(
        (
            one,
            one.replace(" ", "\n"),
            re.sub(rf"(.{{{width}}}\S*) ", r"\1\n", one),
            text.replace("\n", "\r\n"),
        )
    )

"""Words for lines: quotations cut short, windows with what is not sure of them, what was left out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from regesta.export.brief.content import Line, Piece, Rest
from regesta.model.edtf import bounds
from regesta.model.finding import Place
from regesta.model.links import Dated
from regesta.query.dates import decided, in_words, inferred
from regesta.query.standing import Standing

_MORE = "…"
_DIRECTION = re.compile(r"[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]")
_NO_TEXT = frozenset({"Cc", "Cs", "Cn"})
_BASES = {
    "sibling": "year taken from another document",
    "content": "worked out from the text",
    "convention": "by convention",
    "outside": "from outside the text",
    "inferred": "worked out",
}
PROPOSED = Piece(" [proposed]", "mark")
"""Put after what the machine worked out and no person has accepted."""


def one_line(words: str) -> str:
    """Return words on one line; marks that turn the direction of writing are left out, and blanks stand for
    what no text can hold."""
    kept = (" " if unicodedata.category(one) in _NO_TEXT else one for one in _DIRECTION.sub("", words))
    return " ".join("".join(kept).split())


def short(words: str, length: int) -> str:
    """Return the beginning of some words on one line, cut between two of them and marked where it is cut."""
    whole = one_line(words)
    if len(whole) <= length:
        return whole
    start = whole[: length - 1]
    cut = start.rsplit(" ", 1)[0] if " " in start else start
    return cut.rstrip(" ,;:—–-") + _MORE


def quote(words: str, length: int) -> Piece:
    """Return a publisher's words in quotation marks."""
    return Piece(f"“{short(words, length)}”", "quote")


def own(*pieces: str | Piece, rests: Iterable[Rest] = ()) -> Line:
    """Return a line of pieces; plain words are ours."""
    made = (Piece(one) if isinstance(one, str) else one for one in pieces)
    return Line(tuple(one for one in made if one.text), tuple(dict.fromkeys(rests)))


def resting(places: Iterable[Place], *, shown: bool = False) -> tuple[Rest, ...]:
    """Return words on which a line rests."""
    return tuple(Rest(place, shown) for place in places)


def window(dated: Dated) -> tuple[Piece, Piece]:
    """Return a day or window in words, with the basis of what the text does not say."""
    return Piece(in_words(dated.when, dated.basis), "lead"), basis(dated.basis)


def spans_days(when: str | None) -> bool:
    """Say whether a window has more than one day, so that the day itself is not known."""
    days = bounds(when) if when else None
    return days is not None and days[0] != days[1]


def listed(words: Sequence[str]) -> str:
    """Return words in a row: "a, b and c"."""
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def counted(number: int, thing: str, things: str | None = None) -> str:
    """Return a count with its thing: "1 promise", "2 promises"."""
    return f"{number} {thing if number == 1 else things or f'{thing}s'}"


def until(between: Standing) -> str:
    """Return the option by which a list ends with the day of the brief, where one was asked for."""
    return f" --until {between.as_of}" if between.asked else ""


def left_out(number: int, things: tuple[str, str], command: str) -> tuple[Line, ...]:
    """Say how many things, by their names for one and several, were left out and which command lists them.

    Nothing is said where none was.
    """
    if number <= 0:
        return ()
    one, several = (f"further {thing}" for thing in things)
    return (own(f"{counted(number, one, several)}: ", Piece(f"regesta {command}", "command")),)


def basis(of: str | None) -> Piece:
    """Return the basis of a date in brackets, where the text does not say the date itself; else nothing."""
    if decided(of):
        return Piece(" (set by a person)", "mark")
    return Piece(f" [{_BASES.get(of or '', of)}]" if inferred(of) else "", "mark")

"""Words that are safe on a page."""

from __future__ import annotations

import unicodedata

from markupsafe import Markup, escape

_ISOLATE, _END = "\u2068", "\u2069"
_SHOWN = "\N{REPLACEMENT CHARACTER}"
_KEPT = frozenset("\n\r\t")
_DIRECTIONS = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def printable(text: str | None) -> str:
    """Return the words of a document on one line, safe to show among our own.

    Marks that turn the direction of writing are left out, control characters are shown as a
    replacement character, and words of which a part is written from right to left are kept apart
    from what stands around them. None gives nothing.
    """
    if not text:
        return ""
    plain = " ".join("".join(map(_safe, text)).split())
    turned = (
        any(unicodedata.bidirectional(one) in {"R", "AL"} for one in plain) if not plain.isascii() else False
    )
    return f"{_ISOLATE}{plain}{_END}" if turned else plain


def frozen(text: str) -> str:
    """Return the words of a document with their line ends, character for character, safe to show.

    The number of characters stays as it is, so that spans hold.
    """
    return text if text.isascii() and text.isprintable() else "".join(map(_same_length, text))


def as_frozen(text: str) -> Markup:
    """Return :func:`frozen` words as markup that a browser takes for these very characters.

    A carriage return is written as a reference, for browsers turn it into a line feed otherwise.
    """
    return Markup(str(escape(frozen(text))).replace("\r", "&#13;"))


def act_words(act: str) -> str:
    """Return an act, status or kind as words: "in_progress" is "in progress"."""
    return act.replace("_", " ")


def moment(at: str) -> str:
    """Return a moment, as the clock wrote it, to the minute: "2031-05-04 09:30"."""
    return at[:16].replace("T", " ")


def capital(text: str) -> str:
    """Return words with a capital at the beginning; names among them stay as they are."""
    return text[:1].upper() + text[1:]


def _safe(one: str) -> str:
    return "" if one in _DIRECTIONS else _same_length(one)


def _same_length(one: str) -> str:
    if one in _KEPT:
        return one
    if one in _DIRECTIONS or unicodedata.category(one) in {"Cc", "Cs"}:
        return _SHOWN
    return one

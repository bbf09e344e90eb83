"""Words that are safe on a page."""

from __future__ import annotations

import re
import unicodedata

from markupsafe import Markup, escape

_ISOLATE, _END = "\u2068", "\u2069"
_SHOWN = "\N{REPLACEMENT CHARACTER}"
_DIRECTION = "\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069"
_DIRECTIONS = re.compile(f"[{_DIRECTION}]")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_UNSAFE = re.compile(f"{_CONTROLS.pattern}|{_DIRECTIONS.pattern}")
_CODE = re.compile(r"`([^`\n]{1,200})`")
_MAYBE_TURNED = re.compile(
    r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""The blocks in which what is written from right to left stands."""


def printable(text: str | None) -> str:
    """Return the words of a document on one line, safe to show among our own.

    Marks that turn the direction of writing are left out, control characters are shown as a
    replacement character, and words of which a part is written from right to left are kept apart
    from what stands around them. None gives nothing.
    """
    if not text:
        return ""
    plain = " ".join(_CONTROLS.sub(_SHOWN, _DIRECTIONS.sub("", text)).split())
    turned = any(unicodedata.bidirectional(one) in {"R", "AL"} for one in _MAYBE_TURNED.findall(plain))
    return f"{_ISOLATE}{plain}{_END}" if turned else plain


def frozen(text: str) -> str:
    """Return the words of a document with their line ends, character for character, safe to show.

    The number of characters stays as it is, so that spans hold.
    """
    return _UNSAFE.sub(_SHOWN, text)


def as_frozen(text: str) -> Markup:
    """Return :func:`frozen` words as markup that a browser takes for these very characters.

    A carriage return is written as a reference, for browsers turn it into a line feed otherwise.
    """
    return Markup(str(escape(frozen(text))).replace("\r", "&#13;"))


def coded(text: str) -> Markup:
    """Return a sentence of our own as markup in which what stands between backticks is code."""
    return Markup(_CODE.sub(r"<code>\1</code>", str(escape(text))))


def act_words(act: str) -> str:
    """Return an act, status or kind as words: "in_progress" is "in progress"."""
    return act.replace("_", " ")


def moment(at: str) -> str:
    """Return a moment, as the clock wrote it, to the minute: "2031-05-04 09:30"."""
    return at[:16].replace("T", " ")


def capital(text: str) -> str:
    """Return words with a capital at the beginning; names among them stay as they are."""
    return text[:1].upper() + text[1:]

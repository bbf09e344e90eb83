"""The first line of a table of texts: which columns it names, and what parts them."""

from __future__ import annotations

TEXT = "text"
COLUMNS = (TEXT, "url", "publisher", "country", "date", "title", "language")
"""The columns that are known: the texts, and what is said of each, named as in a manifest."""

_DELIMITERS = (",", ";", "\t", "|")
_LONGEST = 2_000


def delimiter_of(head: str) -> str | None:
    """Return what parts the columns of a table of texts, by its first line; None for any other text.

    Its first line must name the column ``text`` and one more that is known.
    """
    line = _first(head)
    found = {sign: len(set(_names(line, sign)) & set(COLUMNS)) for sign in _DELIMITERS}
    best = max(_DELIMITERS, key=lambda sign: found[sign])
    return best if found[best] >= 2 and TEXT in _names(line, best) else None


def likely_delimiter(head: str) -> str:
    """Return the sign that parts the first line most often."""
    return max(_DELIMITERS, key=_first(head).count)


def _first(head: str) -> str:
    return head.lstrip("\ufeff").split("\n", 1)[0][:_LONGEST]


def _names(line: str, sign: str) -> list[str]:
    return [cell.strip().strip('"').lower() for cell in line.strip("\r").split(sign)]

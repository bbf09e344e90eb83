"""What is known of a document beside its text, as somebody gives it by hand."""

from __future__ import annotations

import re
from datetime import date

from regesta.model.finding import RegestaError

_COUNTRY = re.compile(r"[A-Za-z]{2}")
_ADDRESS = re.compile(r"https?://[^\s/?#]+[^\s]*", re.IGNORECASE)
_LONGEST = 2_000


def day(words: str | None, what: str) -> str | None:
    """Return a day in ISO form, None for no words; ``what`` names it in the complaint.

    Raises :class:`RegestaError` for words that are no day.
    """
    try:
        return words and date.fromisoformat(words).isoformat()
    except ValueError:
        raise RegestaError(f"{what} {words!r} is not a day; write it as 2031-05-04.") from None


def country(words: str | None, what: str) -> str | None:
    """Return a country code in capitals, None for no words; raise :class:`RegestaError` for no code."""
    if words and not _COUNTRY.fullmatch(words):
        raise RegestaError(f"{what} {words!r} is not a country code; write two letters such as XA.")
    return words and words.upper()


def address(words: str | None, what: str) -> str | None:
    """Return the address of a page, None for no words; raise :class:`RegestaError` for what is none."""
    if words and (len(words) > _LONGEST or not _ADDRESS.fullmatch(words)):
        raise RegestaError(f"{what} {words[:60]!r} is not the address of a page; it begins with https://.")
    return words

"""What an address asks for: fields of filter forms, the page of a list, two sides."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeVar

from fastapi import Request

from regesta.model.finding import RegestaError
from regesta.web.lists import Cut
from regesta.web.words import act_words

_PAIR = re.compile(r"(?P<one>[A-Z]{2})-(?P<two>[A-Z]{2})")
_LAST_PAGE = 1_000_000
W = TypeVar("W", bound=str)
Choices = tuple[tuple[str, str], ...]
"""What a field of choices offers: pairs of a value and how it reads."""


def said(request: Request, name: str) -> str | None:
    """Return what the address says of ``name``; None where it says nothing or leaves it empty."""
    return request.query_params.get(name, "").strip() or None


def one_of(request: Request, name: str, words: tuple[W, ...]) -> W:
    """Return which of ``words`` is asked for, else the first; raise :class:`RegestaError` for another."""
    asked = said(request, name) or words[0]
    found = next((word for word in words if word == asked), None)
    if found is None:
        raise RegestaError(f"There is no {name} {asked!r}; they are {', '.join(words)}.")
    return found


def page_of(request: Request) -> Cut:
    """Return the page of the list that is asked for; raise :class:`RegestaError` where it is no number."""
    word = said(request, "page") or "1"
    if not word.isdecimal() or not 0 < int(word) <= _LAST_PAGE:
        raise RegestaError(f"{word!r} is no page of the list; name it by a number from 1.")
    return Cut(int(word))


def pair_of(request: Request, name: str = "between") -> tuple[str, str] | None:
    """Return the two sides that are asked for, in order of code; None where none are.

    Raises :class:`RegestaError` for what are no two codes ("XA-XB").
    """
    word = said(request, name)
    return None if word is None else two_sides(word)


def two_sides(word: str) -> tuple[str, str]:
    """Return the two codes of ``word`` in their order; raise :class:`RegestaError` for anything else."""
    found = _PAIR.fullmatch(word.upper())
    if found is None or found["one"] == found["two"]:
        raise RegestaError(f"{word!r} are no two sides; write their codes as XA-XB.")
    first, second = sorted(found.groups())
    return first, second


def between(request: Request) -> str | None:
    """Return the two sides that are asked for as "XA-XB", None where none are."""
    pair = pair_of(request)
    return "-".join(pair) if pair else None


def choices(words: Iterable[str]) -> Choices:
    """Return what a field of choices offers for these ids."""
    return tuple((word, act_words(word)) for word in words)

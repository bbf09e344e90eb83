"""Passwords: kept as argon2 hashes alone, checked in the same time whether the user is known or not."""

from __future__ import annotations

import threading
import unicodedata
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from regesta.model.finding import RegestaError

SHORTEST, LONGEST = 10, 1_000
_AT_ONCE = threading.BoundedSemaphore(2)
"""A hash takes 64 MB of memory; however many log in at once, it is not taken more often."""


def hashed(password: str, name: str) -> str:
    """Return the hash of a new password of the user ``name``.

    Raises :class:`RegestaError` for one that is too short or long, or that is the name.
    """
    plain = _plain(password)
    if not SHORTEST <= len(plain) <= LONGEST:
        raise RegestaError(f"The password must have {SHORTEST} characters or more (and {LONGEST} at most).")
    if plain.casefold() == name.casefold() or len(set(plain)) == 1:
        raise RegestaError("The password must not be the name, nor one letter over and over.")
    with _AT_ONCE:
        return _hasher().hash(plain)


def fits(password: str, known: str | None) -> bool:
    """Say whether ``password`` is the one of the hash ``known``; None costs the same and never fits."""
    plain = _plain(password)[: LONGEST + 1]
    with _AT_ONCE:
        try:
            right = _hasher().verify(known or _nobodys(), plain)
        except (VerificationError, InvalidHashError):
            return False
    return right and known is not None


def _plain(password: str) -> str:
    return unicodedata.normalize("NFKC", password)


@cache
def _hasher() -> PasswordHasher:
    return PasswordHasher()


@cache
def _nobodys() -> str:
    return _hasher().hash("the password of nobody at all")

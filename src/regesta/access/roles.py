"""What a user may do: each role may do what the one before it may, and more."""

from __future__ import annotations

from typing import Literal

from regesta.model.finding import RegestaError

Role = Literal["reader", "reviewer", "editor"]
ROLES: tuple[Role, ...] = ("reader", "reviewer", "editor")
"""A reader reads, a reviewer decides and corrects too, an editor adds documents too."""


def may(role: str, needed: str) -> bool:
    """Say whether whoever has ``role`` may do what ``needed`` is needed for."""
    return ROLES.index(as_role(role)) >= ROLES.index(as_role(needed))


def as_role(word: str) -> Role:
    """Return the role that ``word`` names, else raise :class:`RegestaError`."""
    for role in ROLES:
        if role == word:
            return role
    raise RegestaError(f"There is no role {word!r}; they are {', '.join(ROLES)}.")

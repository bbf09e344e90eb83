"""Who decides: the name under which a judgement is kept, and where that name is from."""

from __future__ import annotations

import getpass
import os
from dataclasses import dataclass

from regesta.cli.words import plain
from regesta.clock import now
from regesta.model.finding import RegestaError

VARIABLE = "REGESTA_BY"
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Signature:
    """A name and the moment; ``source`` says where the name is from when it was not given."""

    by: str
    at: str
    source: str = ""

    @property
    def words(self) -> str:
        """The name with its source, as it is said beside a decision."""
        return f"{self.by} ({self.source})" if self.source else self.by


def signed(given: str | None) -> Signature:
    """Return the signature of whoever runs the program: the name given, the environment's, or the login.

    Raises :class:`RegestaError` when there is no name at all, or when it is no name.
    """
    by, source = _name(given)
    words = plain(by)
    if not words or len(words) > _LONGEST:
        raise RegestaError(f"{by[:40]!r} is no name to sign with; say who decides with --by NAME.")
    return Signature(words, now(), source)


def _name(given: str | None) -> tuple[str, str]:
    if given is not None:
        return given, ""
    if VARIABLE in os.environ:
        return os.environ[VARIABLE], f"from {VARIABLE}"
    try:
        return getpass.getuser(), "the login name; --by names another"
    except (KeyError, OSError) as problem:
        raise RegestaError(
            f"Nobody is known to sign the decision; say who decides with --by NAME or {VARIABLE}."
        ) from problem

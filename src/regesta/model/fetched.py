"""What is known of a page that was fetched from its address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Fate = Literal["new", "changed", "same", "gone", "failed", "not_allowed"]
FATES: tuple[Fate, ...] = ("new", "changed", "same", "gone", "failed", "not_allowed")


@dataclass(frozen=True, slots=True)
class Held:
    """What is known of a page that was asked for before.

    ``digest`` is the sha256 of its bytes, None where none could be had yet; ``gone`` says that its server
    had no such page when it was last asked.
    """

    etag: str | None
    last_modified: str | None
    digest: str | None
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """What came of asking for a page once. ``etag`` and ``last_modified`` are what its server says now.

    ``digest`` is that of what is held now, ``sentence`` says what failed. ``notes`` say of a page that was
    read what of it is not in the text, or is not sure.
    """

    url: str
    fate: Fate
    etag: str | None = None
    last_modified: str | None = None
    digest: str | None = None
    sentence: str | None = None
    notes: tuple[str, ...] = ()

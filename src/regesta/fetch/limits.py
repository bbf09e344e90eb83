"""How much a fetch may cost."""

from __future__ import annotations

from dataclasses import dataclass

from regesta.reading.kinds import DOCX, PDF

MEGABYTE = 2**20
READABLE = (
    "text/html", "application/xhtml+xml", "text/plain", "application/xml", "text/xml",
    "application/rss+xml", "application/atom+xml", PDF, DOCX,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one fetch. Sizes in bytes, times in seconds.

    ``size``: of the body after decompression. ``seconds``: from the first byte sent to the last byte
    received, redirects included. ``silence``: between two bytes, and for a connection to be made.
    ``types``: the content types that are taken.
    """

    size: int = 8 * MEGABYTE
    seconds: float = 60.0
    silence: float = 15.0
    redirects: int = 5
    types: tuple[str, ...] = READABLE

"""What came of asking for an address."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Answer:
    """A page as its server gave it.

    ``asked`` is the address that was asked for, ``url`` the one that answered in the end. ``body`` is
    decompressed. ``unchanged`` says that the server knows of nothing newer than what ``etag`` or
    ``last_modified`` named; there is no body then. ``charset`` is what the server declared.
    """

    asked: str
    url: str
    status: int
    media_type: str
    charset: str | None
    etag: str | None
    last_modified: str | None
    body: bytes = field(repr=False)

    @property
    def unchanged(self) -> bool:
        """Say whether the server sent nothing because nothing is newer."""
        return self.status == 304

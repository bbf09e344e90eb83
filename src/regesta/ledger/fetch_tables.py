"""What became of pages when they were fetched from their addresses, page by page."""

from __future__ import annotations

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from regesta.ledger.schema import Base


class FetchedTable(Base):
    """A page of a source, by its address.

    ``etag`` and ``last_modified`` are what its server said of what was taken last, ``digest`` is the
    sha256 of those bytes; all are None as long as none could be had. ``checked_at`` is when it was last
    asked for, ``changed_at`` when its bytes were last others than before, ``gone_at`` since when its
    server says that there is no such page, None while it is there. ``failure`` is the sentence of the
    last attempt, if that failed.
    """

    __tablename__ = "fetched"
    url: Mapped[str] = mapped_column(primary_key=True)
    source: Mapped[str]
    etag: Mapped[str | None]
    last_modified: Mapped[str | None]
    digest: Mapped[str | None] = mapped_column(String(64))
    first_at: Mapped[str]
    checked_at: Mapped[str]
    changed_at: Mapped[str | None]
    gone_at: Mapped[str | None]
    failure: Mapped[str | None]
    __table_args__ = (Index(None, "source", "checked_at"),)

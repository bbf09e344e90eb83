"""Remembering what became of pages that were fetched."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import insert, select, update

from regesta.ledger import Ledger
from regesta.ledger.connect import looking, writing
from regesta.ledger.fetch_tables import FetchedTable
from regesta.model.fetched import Held, Look


@dataclass(frozen=True, slots=True)
class LedgerMemory:
    """The memory that a ledger has of the pages of sources."""

    ledger: Ledger

    def held(self, url: str) -> Held | None:
        """Return what is known of a page, None for one never asked for."""
        with looking(self.ledger.engine, self.ledger.path) as connection:
            row = connection.execute(select(FetchedTable).where(FetchedTable.url == url)).first()
        return row and Held(row.etag, row.last_modified, row.digest, row.gone_at is not None)

    def longest_unseen(self, source: str, most: int) -> list[str]:
        """Return pages of a source that were not looked at for longest, and are not gone."""
        asked = select(FetchedTable.url).where(
            FetchedTable.source == source, FetchedTable.gone_at.is_(None), FetchedTable.digest.is_not(None)
        )
        with looking(self.ledger.engine, self.ledger.path) as connection:
            return list(connection.scalars(asked.order_by(FetchedTable.checked_at).limit(most)))

    def keep(self, source: str, look: Look, *, now: str) -> None:
        """Write down what came of asking for a page at ``now``.

        A page that is gone, that failed or that may not be asked for keeps what is known of its bytes.
        """
        with writing(self.ledger.engine, self.ledger.path) as connection:
            before = connection.execute(select(FetchedTable).where(FetchedTable.url == look.url)).first()
            values: dict[str, str | None] = {"source": source, "checked_at": now, "failure": look.sentence}
            if look.fate in ("new", "changed", "same"):
                values |= {
                    "etag": look.etag,
                    "last_modified": look.last_modified,
                    "digest": look.digest,
                    "gone_at": None,
                }
            if look.fate in ("new", "changed"):
                values["changed_at"] = now
            if look.fate == "gone":
                values["gone_at"] = (before and before.gone_at) or now
            if before is None:
                connection.execute(insert(FetchedTable).values(url=look.url, first_at=now, **values))
            else:
                connection.execute(update(FetchedTable).where(FetchedTable.url == look.url).values(**values))

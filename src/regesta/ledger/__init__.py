"""The ledger: frozen texts and their records in one file. It does not know how anything was found."""

from __future__ import annotations

from regesta.ledger.connect import LedgerStopped
from regesta.ledger.store import Added, Ledger, Status, document_id_of

__all__ = ["Added", "Ledger", "LedgerStopped", "Status", "document_id_of"]

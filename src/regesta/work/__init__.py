"""Jobs and transactions: from pages to a ledger. It does not know what a stage does."""

from __future__ import annotations

from regesta.work.adding import add_pages
from regesta.work.report import Done, Failure, Job, Reader, Report

__all__ = ["Done", "Failure", "Job", "Reader", "Report", "add_pages"]

"""Fetching pages: from the open web alone, within limits, politely, and nothing of them is executed."""

from __future__ import annotations

from regesta.fetch.answer import Answer
from regesta.fetch.get import Fetcher
from regesta.fetch.limits import Limits

__all__ = ["Answer", "Fetcher", "Limits"]

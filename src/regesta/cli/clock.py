"""The clock of commands."""

from __future__ import annotations

from regesta.work.clock import now

__all__ = ["now"]

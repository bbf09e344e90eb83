"""The clock. It is read here and nowhere else."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """Return the time that is written beside what is kept."""
    return datetime.now(UTC).isoformat(timespec="seconds")

"""The sentence for where an extra is not installed, as the commands ask for it."""

from __future__ import annotations

from regesta.model.extras import need

__all__ = ["need"]

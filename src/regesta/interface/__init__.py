"""The Python interface: open a ledger, ask it, take data frames out of it; read one document without one."""

from __future__ import annotations

from regesta.interface.opening import open
from regesta.interface.reading import read
from regesta.interface.register import Register
from regesta.model.finding import RegestaError

__all__ = ["RegestaError", "Register", "open", "read"]

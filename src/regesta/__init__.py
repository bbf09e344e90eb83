"""Regesta: cited registers of what governments say of their meetings; docs/python.md.

``regesta.open(path)`` opens a ledger, ``regesta.read(text)`` reads one document. Nothing else is loaded
until one of the names is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from regesta.interface import RegestaError, Register, open, read

__all__ = ["RegestaError", "Register", "open", "read"]


if not TYPE_CHECKING:  # so that a checker of types still knows which names there are not

    def __getattr__(name: str) -> Any:
        """Load the interface when one of its names is first asked for."""
        if name in __all__:
            from importlib import import_module  # noqa: PLC0415  importing this package loads nothing

            return getattr(import_module("regesta.interface"), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__() -> list[str]:
        return [*globals(), *__all__]

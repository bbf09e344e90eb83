"""Commitments: future acts of a named side about itself, by the gate of the record format."""

from __future__ import annotations

from regesta.records.promises.promise import Promise
from regesta.records.promises.read import Promises

__all__ = ["Promise", "Promises"]

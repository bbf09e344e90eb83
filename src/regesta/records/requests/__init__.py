"""Requests: who asked whom for what, from the statements of the ASK group."""

from __future__ import annotations

from regesta.records.requests.ask import Ask
from regesta.records.requests.read import Requests

__all__ = ["Ask", "Requests"]

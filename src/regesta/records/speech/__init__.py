"""From clauses to statements: which clauses report, whose they are, and which words belong to them."""

from __future__ import annotations

from regesta.records.speech.read import Speech
from regesta.records.speech.said import Said

__all__ = ["Said", "Speech"]

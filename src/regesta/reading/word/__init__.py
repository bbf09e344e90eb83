"""Documents of a word processor (DOCX) become text, whole or split where several were pasted into one."""

from __future__ import annotations

from regesta.reading.word.read import read_docx, split_docx

__all__ = ["read_docx", "split_docx"]

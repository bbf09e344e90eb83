"""PDF files become text: lines put together to paragraphs, with the way back to their pages."""

from __future__ import annotations

from regesta.reading.pdf.read import read_pdf

__all__ = ["read_pdf"]

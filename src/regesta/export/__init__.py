"""Exports: the ledger in the forms that other programs take."""

from __future__ import annotations

from regesta.export.forms import FORMS, Form, Source, form_named
from regesta.export.target import write_bytes, write_folder, write_lines

__all__ = ["FORMS", "Form", "Source", "form_named", "write_bytes", "write_folder", "write_lines"]

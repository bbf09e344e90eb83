"""``regesta export``."""

from __future__ import annotations

import sys
from pathlib import Path

from regesta import query
from regesta.export import FORMATS, write_lines
from regesta.ledger import Ledger
from regesta.model.finding import RegestaError


def export(path: Path, form: str, target: Path | None) -> int:
    """Write every current document of the ledger at ``path``; the exit code is 0."""
    lines = FORMATS.get(form)
    if lines is None:
        raise RegestaError(f"There is no export format {form!r}; take {' or '.join(FORMATS)}.")
    with Ledger.open(path) as ledger:
        count = write_lines(lines(query.readings(ledger)), target)
    if target is not None:
        sys.stderr.write(f"{target}: {count} line{'' if count == 1 else 's'} written.\n")
    return 0

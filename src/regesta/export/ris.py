"""RIS: a reference a document of a whole ledger, or a citation of words."""

from __future__ import annotations

from collections.abc import Iterator

from regesta.export.citations import key_of, note_of, one_line, shared_parts
from regesta.export.forms import Source
from regesta.export.references import references
from regesta.query.quotation import Quotation


def lines(source: Source) -> Iterator[str]:
    """Yield the references, each with an empty line after it."""
    for words, address in references(source):
        yield from as_ris(words, address).split("\n")


def as_ris(words: Quotation, address: str | None = None) -> str:
    """Return one reference. The dates hold what is certain; the notes say the rest, and the words cited."""
    row = words.row
    parts = shared_parts(row.published or "")
    fields = (
        ("TY", "ELEC" if row.url else "RPRT"),
        ("ID", key_of(words)),
        ("AU", row.publisher),
        ("TI", row.title or row.file or row.id),
        ("PY", f"{parts[0]:04}" if parts else None),
        ("DA", _date(parts)),
        ("PB", row.publisher),
        ("M3", row.kind.replace("_", " ")),
        ("LA", row.language),
        ("UR", row.url),
        ("Y2", row.added_at[:10].replace("-", "/")),
        ("N1", note_of(words, address)),
        ("N1", f"“{words.quote}”" if words.span else None),
        ("N1", f"version {row.version} of this address" if row.version > 1 else None),
    )
    lines = [f"{tag}  - {one_line(value)}" for tag, value in fields if value]
    return "\n".join([*lines, "ER  - "]) + "\n"


def _date(parts: list[int]) -> str | None:
    """Return a date as RIS writes it, ``2031/05/04/``, what is not known left empty."""
    if not parts:
        return None
    year, month, day = [f"{part:02}" for part in parts] + [""] * (3 - len(parts))
    return f"{year}/{month}/{day}/"

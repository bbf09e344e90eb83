"""A table of texts (CSV): each row is a document, with what its other cells say of it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import partial
from io import StringIO

from regesta.model.document import Page, Source
from regesta.model.finding import RegestaError
from regesta.reading.bounds import Budget
from regesta.reading.encoding import decode
from regesta.reading.manifest import country_cell, date_cell
from regesta.reading.page import read_bytes
from regesta.reading.part import Part, check_shared
from regesta.reading.table_head import COLUMNS, TEXT, delimiter_of, likely_delimiter


def of_csv(raw: bytes, name: str, given: Source, budget: Budget) -> Iterator[Part]:
    """Yield a document for each row with a text; its name is the table's and the number of the row.

    The first row names the columns: ``text`` and, as known, those of :data:`COLUMNS`; the row is number 1,
    as in a spreadsheet. A row without a text, or with a malformed date or country, fails for itself. What
    cannot be read as a table ends it, and what was read stays. Raises :class:`RegestaError` where there is no
    column ``text``.
    """
    check_shared(given, name)
    text = decode(raw, name).text.removeprefix("\ufeff")
    csv.field_size_limit(max(budget.limit, csv.field_size_limit()))
    sign = delimiter_of(text) or likely_delimiter(text)
    rows = csv.reader(StringIO(text, newline=""), delimiter=sign, strict=True)
    columns = _columns(rows, name)
    number = 1
    while True:
        number += 1
        try:
            cells = next(rows, None)
        except csv.Error as problem:
            raise RegestaError(
                f"{name}, row {number}: the table cannot be read from here on ({problem}); mend it."
            ) from problem
        if cells is None:
            return
        if any(cell.strip() for cell in cells):
            budget.member(name)
            own = f"{name}!row {number}"
            yield Part(own, partial(_page, dict(zip(columns, cells, strict=False)), own, given, budget.limit))


def _columns(rows: Iterator[list[str]], name: str) -> list[str]:
    try:
        columns = [cell.strip().lower() for cell in next(rows, [])]
    except csv.Error as problem:
        raise RegestaError(f"{name}: not a readable table ({problem}); mend it.") from problem
    if TEXT not in columns:
        there = ", ".join(column for column in columns[:8] if column) or "none"
        raise RegestaError(
            f"{name}: the table has no column 'text' (it has: {there[:200]});"
            " name the one that holds the texts so."
        )
    return columns


def _page(cells: dict[str, str], name: str, given: Source, limit: int) -> Page:
    text = cells.get(TEXT, "")
    if not text.strip():
        raise RegestaError(f"{name}: the row has no text; fill it in or leave the row out.")
    known = {column: cells.get(column, "").strip() for column in COLUMNS}
    published = date_cell(known["date"], name)
    source = Source(
        file=name,
        url=known["url"] or None,
        publisher=known["publisher"] or given.publisher,
        country=country_cell(known["country"], name) or given.country,
        published=published,
        published_basis="given" if published else None,
        language=known["language"] or given.language,
        title=known["title"] or None,
    )
    return read_bytes(text.encode("utf-8", "replace"), name, source, limit=limit)

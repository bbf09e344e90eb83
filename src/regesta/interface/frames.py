"""Tables as data frames of pandas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from regesta import query
from regesta.export.tables import TABLES, Column, Table, rows
from regesta.ledger import Ledger
from regesta.model.extras import need
from regesta.model.finding import RegestaError
from regesta.query import Filters

if TYPE_CHECKING:
    from pandas import DataFrame, Series

_TYPES = {"string": "string", "edtf": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean"}


def table_named(name: str) -> Table:
    """Return the table of this name; raise :class:`RegestaError` where there is none."""
    if name not in TABLES:
        raise RegestaError(f"There is no table {name!r}; take one of {', '.join(TABLES)}.")
    return TABLES[name]


def frame(ledger: Ledger, name: str, filters: Filters) -> DataFrame:
    """Return the rows of a table that ``filters`` leave, with a type for every column.

    Days are ``datetime64[s]``, lists are lists, what is not known is missing. What the table and its columns
    mean stands in ``attrs``. Raises :class:`RegestaError` where pandas is not installed.
    """
    need("frames")
    import pandas as pd  # noqa: PLC0415  an optional part

    table = table_named(name)
    with query.choice(ledger, filters) as choice:
        found = [row for _, row in rows(choice, [table])]
    values = zip(*found, strict=True) if found else [() for _ in table.columns]
    columns = {
        column.name: _series(column, list(some)) for column, some in zip(table.columns, values, strict=True)
    }
    made = pd.DataFrame(columns)
    made.attrs = {"description": table.about, "columns": {one.name: one.about for one in table.columns}}
    return made


def _series(column: Column, values: list[Any]) -> Series[Any]:
    import numpy as np  # noqa: PLC0415  an optional part
    import pandas as pd  # noqa: PLC0415  an optional part

    if column.type == "date":
        days = np.array([day or "NaT" for day in values], dtype="datetime64[s]")
        return pd.Series(days, name=column.name)
    return pd.Series(values, name=column.name, dtype=_TYPES.get(column.type, "object"))

"""What a table is: its columns with type and meaning, its key, the tables that it points to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from regesta.query import Choice

Type = Literal["string", "integer", "number", "boolean", "date", "edtf", "list"]
"""``date`` is a plain day (``2017-03-20``). ``edtf`` is a day, month, season, year or interval after ISO
8601-2 level 1, or a day of an unknown year (``XXXX-12-02``). A ``list`` is one of strings."""
Source = Literal["documents", "meetings", "people", "findings", "decisions"]
"""What the rows of a table are made from, in the order in which an export goes through it."""
SOURCES: tuple[Source, ...] = ("documents", "meetings", "people", "findings", "decisions")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: name, type, what it means, its value for a row, and whether it may be empty."""

    name: str
    type: Type
    about: str
    value: Callable[[Any], Any]
    empty: bool = False


@dataclass(frozen=True, slots=True)
class Key:
    """Columns that point to a row of a table by its own columns ``to``.

    ``whole`` says that the row is sure to be there only in an export that no filter narrows.
    """

    columns: tuple[str, ...]
    table: str
    to: tuple[str, ...]
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what a row is, from what rows are made, and how.

    ``items`` gives, for each thing of ``source``, what the values of columns are asked of, one a row.
    """

    name: str
    about: str
    source: Source
    items: Callable[[Any], Iterable[Any]]
    columns: tuple[Column, ...]
    primary: tuple[str, ...]
    keys: tuple[Key, ...] = ()

    def rows(self, thing: Any) -> Iterable[tuple[Any, ...]]:
        """Return the rows made from one thing of the source."""
        return [tuple([column.value(item) for column in self.columns]) for item in self.items(thing)]

    def keys_in(self, choice: Choice) -> Sequence[Key]:
        """Return the keys that hold in an export of ``choice``."""
        return [key for key in self.keys if not (key.whole and choice.narrowed)]

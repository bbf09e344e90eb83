"""Statements that are asked again and again, made once: making one takes longer than running it.

The values come with ``some``, at most a bundle of them (:func:`regesta.ledger.shelves.bundles`).
"""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Delete, Insert, Select, bindparam, delete, insert, select


@cache
def asking(among: Any, *columns: Any) -> Select[Any]:
    """Return the question for these columns of the rows in which ``among`` is one of ``some``."""
    return select(*columns).where(one_of(among))


@cache
def in_order(among: Any, table: Any, *order: Any) -> Select[Any]:
    """Return the question for the rows of a table in which ``among`` is one of ``some``, in order."""
    return asking(among, table).order_by(*order)


@cache
def deleting(among: Any) -> Delete:
    """Return what deletes the rows in whose table ``among`` is one of ``some``."""
    return delete(among.class_).where(one_of(among))


@cache
def adding(table: Any) -> Insert:
    """Return what adds rows to a table."""
    return insert(table)


def one_of(column: Any, name: str = "some") -> ColumnElement[bool]:
    """Say that ``column`` is one of the values that come under ``name``."""
    found: ColumnElement[bool] = column.in_(bindparam(name, expanding=True))
    return found

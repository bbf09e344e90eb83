"""What a publisher's country decides about dates: the order of figures, and the fiscal year.

``data/date_orders.yml`` and ``data/calendars.yml`` hold the habits; their heads say where from.
"""

from __future__ import annotations

from functools import cache
from typing import Literal, get_args

from pydantic import Field

from regesta.rules.base import Strict, read_rules

Order = Literal["dmy", "mdy", "ymd"]
ORDERS: tuple[Order, ...] = get_args(Order)


class DateOrders(Strict):
    """The countries that write dates in each order. See the head of ``date_orders.yml``."""

    dmy: frozenset[str]
    mdy: frozenset[str]
    ymd: frozenset[str]


class FiscalYears(Strict):
    """When fiscal years end, and which year numbers them. See the head of ``calendars.yml``."""

    ends: dict[str, str]
    numbered: dict[str, Literal["first", "last"]]
    match: tuple[str, ...] = Field(min_length=1)
    never: tuple[str, ...] = Field(min_length=1)


@cache
def date_orders() -> DateOrders:
    """Return the shipped orders of dates, read once."""
    return read_rules("date_orders.yml", DateOrders)


@cache
def fiscal_years() -> FiscalYears:
    """Return the shipped fiscal years, read once."""
    return read_rules("calendars.yml", FiscalYears)


def date_order(country: str | None) -> Order | None:
    """Return the order in which a country writes dates in figures; None where that is not known."""
    orders = date_orders()
    return next((order for order in ORDERS if country in getattr(orders, order)), None)

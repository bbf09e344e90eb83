"""What a publisher's country decides about dates."""

from __future__ import annotations

from datetime import date

import pytest

from regesta.rules.calendars import date_order, date_orders, fiscal_years
from regesta.rules.states import states


def _pairs() -> set[str]:
    years = fiscal_years()
    ends = {f"{code} {end}" for code, end in years.ends.items()}
    return ends | {f"{code} {number}" for code, number in years.numbered.items()}


@pytest.mark.parametrize("pair", fiscal_years().match)
def test_a_fiscal_year_is_as_the_examples_say(pair: str) -> None:
    assert pair in _pairs()


@pytest.mark.parametrize("pair", fiscal_years().never)
def test_a_fiscal_year_is_not_as_the_counterexamples_say(pair: str) -> None:
    assert pair not in _pairs()


def test_a_fiscal_year_ends_on_a_day() -> None:
    for end in fiscal_years().ends.values():
        assert date.fromisoformat(f"2001-{end}")


def test_a_number_is_told_only_of_years_that_turn() -> None:
    years = fiscal_years()
    assert all(years.ends[code] != "12-31" for code in years.numbered)


@pytest.mark.parametrize(
    ("country", "order"),
    [("US", "mdy"), ("DE", "dmy"), ("IN", "dmy"), ("SG", "dmy"), ("JP", "ymd"), ("LK", None), (None, None)],
)
def test_the_order_is_the_country_s(country: str | None, order: str | None) -> None:
    assert date_order(country) == order


def test_no_country_has_two_orders() -> None:
    orders = date_orders()
    listed = [*orders.dmy, *orders.mdy, *orders.ymd]
    assert len(listed) == len(set(listed))


def test_countries_are_known_parties() -> None:
    assert set(fiscal_years().ends) <= set(states().codes)
    assert set(fiscal_years().numbered) <= set(fiscal_years().ends)

"""What a publisher's country decides about dates, beside what CLDR says of it."""

from __future__ import annotations

from datetime import date

import pytest
from babel import Locale
from babel.core import get_global

from regesta.rules.calendars import date_order, date_orders, fiscal_years
from regesta.rules.states import states
from tools.date_orders import order, orders

# Bodies that are no country: the English that CLDR has for Europe and for the world.
REGIONS = {"EU": "en_150", "UN": "en_001"}
# Where the table departs from CLDR, and why. It does nowhere.
EXCEPTIONS: dict[str, str] = {}
# Publishers whose order is not settled, since the languages of CLDR differ; none of them is guessed at.
UNSETTLED = {
    "FI": "Finnish and English put the day first, Swedish the year",
    "HU": "English puts the day first, Hungarian the year",
    "LK": "Tamil puts the day first, Sinhala the year",
}


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


def test_the_orders_are_those_of_cldr() -> None:
    """A country that CLDR knows has the order on which its languages agree; where they do not, none."""
    known = {code for code in get_global("territory_languages") if len(code) == 2 and code not in REGIONS}
    settled = {code: found for code in known if len(found := orders(code)) == 1}
    table = {code: order for code in known if (order := date_order(code)) is not None}
    differing = {code for code, order in table.items() if settled.get(code) != {order}}
    assert differing == EXCEPTIONS.keys()


@pytest.mark.parametrize(("code", "locale"), REGIONS.items())
def test_the_order_of_a_body_is_that_of_its_english(code: str, locale: str) -> None:
    assert date_order(code) == order(Locale.parse(locale))


def test_publishers_without_an_order_are_those_whose_languages_differ() -> None:
    publishers = {code for code in fiscal_years().ends if date_order(code) is None}
    assert publishers == UNSETTLED.keys()
    assert all(len(orders(code)) > 1 for code in publishers)


def test_fiscal_years_are_of_countries_that_cldr_knows() -> None:
    assert {code for code in fiscal_years().ends if code not in get_global("territory_languages")} <= {"EU"}

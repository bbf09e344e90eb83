"""Meetings that are counted together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from regesta.checks.series import Series, Talk, all_series
from regesta.model.records import Records

from .make import laid, meeting, paper

DAYS = st.integers(1, 28).map(lambda day: f"2031-05-{day:02}")
WINDOWS = st.one_of(DAYS, st.just("2031"), st.just("2031-05"), st.none(), st.just("2031-04-20/2031-05-03"))


def series(whens: list[str | None]) -> Series:
    papers = []
    for number, when in enumerate(whens):
        text = f"They met, {number}."
        status = "referenced" if when is None else "held"
        met = meeting(text, "They met", when=when, when_basis="stated", status=status, parties=("XA", "XB"),
                      format="officials", ordinal_total=number + 1)  # fmt: skip
        papers.append(paper(f"d{number}", text, Records(meetings=(met,)), "2031-06-01"))
    found = all_series(laid(*papers))
    return found[0] if found else Series(())


@given(st.lists(WINDOWS, max_size=8), DAYS, DAYS)
def test_nothing_that_may_lie_between_two_days_is_left_out(
    whens: list[str | None], first: str, last: str
) -> None:
    one = series(whens)
    some: list[Talk] = list(one.between((first, first), (last, last)))
    for talk in (*one.talks, *one.undated):
        if talk.window is None or (talk.window[1] >= first and talk.window[0] <= last):
            assert talk in some


def test_other_formats_and_parties_are_other_series() -> None:
    text = "They met."
    papers = []
    for format_, other in (("officials", "XB"), ("summit", "XB"), ("officials", "XC")):
        met = meeting(text, "They met", when="2031-05-04", parties=("XA", other), format=format_)
        papers.append(paper(f"{format_}-{other}", text, Records(meetings=(met,)), "2031-05-04"))
    assert len(all_series(laid(*papers))) == 3

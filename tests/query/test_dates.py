"""Dates in words."""

from __future__ import annotations

import pytest

from regesta.query.dates import in_words


@pytest.mark.parametrize(
    ("edtf", "basis", "words"),
    [
        ("2017-03-20", "stated", "20 March 2017"),
        ("2017-03", "title", "March 2017"),
        ("2017", "published", "2017"),
        ("2016-12-02", "sibling", "2 December [2016]"),
        ("2016-12", "content", "December [2016]"),
        ("XXXX-12-02", "stated", "2 December [year unknown]"),
        ("2017-03-20/2017-03-21", "stated", "20–21 March 2017"),
        ("2017-03-30/2017-04-02", "stated", "30 March – 2 April 2017"),
        ("2016-12-30/2017-01-02", "stated", "30 December 2016 – 2 January 2017"),
        ("2017-03/2017-05", "stated", "March – May 2017"),
        ("2016/2017", "stated", "2016 – 2017"),
        ("2017-22", "stated", "summer 2017"),
        ("../2017-07-01", "stated", "until 1 July 2017"),
        ("2017-07/..", "stated", "from July 2017"),
        (None, None, "[date unknown]"),
        ("soon", "stated", "soon"),
    ],
)
def test_dates_in_words(edtf: str | None, basis: str | None, words: str) -> None:
    assert in_words(edtf, basis) == words

"""Date lines: which lines are one, and what they say."""

from __future__ import annotations

import pytest

from regesta.reading import dateline, read_bytes

READ = [
    ("May 3, 2021", "2021-05-03", None),
    ("3 May 2021", "2021-05-03", None),
    ("3rd of May 2021", "2021-05-03", None),
    ("2021-05-03", "2021-05-03", None),
    ("2021-05-03T10:15:00Z", "2021-05-03", "10:15"),
    ("24 Nov 2019", "2019-11-24", None),
    ("Sept. 3, 2020", "2020-09-03", None),
    ("04 JULY 2023", "2023-07-04", None),
    ("3 May 202111:04", "2021-05-03", "11:04"),
    ("3 May 2021 11:04", "2021-05-03", "11:04"),
    ("11:04, 3 May 2021", "2021-05-03", "11:04"),
    ("October 11, 2016, 13:10", "2016-10-11", "13:10"),
    ("Published: 3 May 2021, 5:04 p.m.", "2021-05-03", "17:04"),
    ("3 May 2021, 12:30 am (local time)", "2021-05-03", "00:30"),
    ("May 3, 2021 | 10:15 AM EDT", "2021-05-03", "10:15"),
    ("Monday, 3 May 2021", "2021-05-03", None),
    ("May 3, 2021 (Monday)", "2021-05-03", None),
    ("23/05/2021", "2021-05-23", None),
    ("05/23/2021", "2021-05-23", None),
    ("5/5/2021", "2021-05-05", None),
    ("03.05.2021", "2021-05-03", None),
    ("May\xa03,\xa02021", "2021-05-03", None),
]


@pytest.mark.parametrize(("line", "day", "time"), READ)
def test_forms_that_are_read(line: str, day: str, time: str | None) -> None:
    found = dateline(f"Talks of Envoys\n{line}\n\nThe envoys met.")
    assert found is not None
    assert (found.date, found.time, found.span.start) == (day, time, 16)


@pytest.mark.parametrize(
    "line",
    [
        "03/04/2021",
        "May 32, 2021",
        "2021年5月3日",
        "May 2021",
        "May 3",
        "Meeting of Ministers, 3 May 2021",
        "Visit to Varland, 3 May 2021",
        "The envoys met on 3 May 2021.",
        "On 3 May 2021 the envoys met",
        "3 May 2021 was a Monday",
    ],
)
def test_forms_that_decide_nothing(line: str) -> None:
    assert dateline(f"Talks of Envoys\n{line}\n\nThe envoys met.") is None


@pytest.mark.parametrize(
    ("text", "place", "where"),
    [
        ("Varmont, V.D., May 3, 2021\n\nThe envoys met.", "Varmont, V.D.", "top"),
        ("Varmont – May 3, 2021\n\nThe envoys met.", "Varmont", "top"),
        ("May 3, 2021, 16:00\nThe Old Palace, Varmont\n\nThe envoys met.", "The Old Palace, Varmont", "top"),
        ("May 3, 2021\r\nThe Old Palace, Varmont\r\n\r\nThe envoys met.", "The Old Palace, Varmont", "top"),
        ("May 3, 2021\nVarland-Zubrovia Ministers’ Meeting\n\nThe envoys met.", None, "top"),
        ("May 3, 2021\nThe envoys met.\n\nThey parted.", None, "top"),
        ("May 3, 2021\nOrlan\nThe envoys met.", None, "top"),
        ("VARMONT, 3 May 2021 – The envoys met.", "VARMONT", "run_in"),
        ("The envoys met.\n\n" + "They spoke.\n" * 30 + "\nOld Orlan\nMay 3, 2021\n", "Old Orlan", "bottom"),
    ],
)
def test_the_place_beside_the_date(text: str, place: str | None, where: str) -> None:
    found = dateline(text)
    assert found is not None
    assert (found.date, found.place, found.where) == ("2021-05-03", place, where)
    assert (found.place_span.of(text) if found.place_span else None) == place


def test_date_and_place_lines_are_furniture_and_titles_are_not() -> None:
    head = "Meeting of Ministers, 3 May 2021\n3 May 202111:04\nThe Old Palace, Varmont\n\n"
    text = head + "The envoys met.\n\n04/05/2021"
    page = read_bytes(text.encode(), "a.txt")
    assert [(f.kind, f.span.of(text)) for f in page.furniture] == [
        ("dateline", "3 May 202111:04"),
        ("dateline", "The Old Palace, Varmont"),
        ("dateline", "04/05/2021"),
    ]

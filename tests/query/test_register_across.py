"""One meeting is one entry of the register, however many documents tell of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from regesta.ledger import Ledger
from regesta.query import Filters, RegisterRow, register
from regesta.work.linking import link
from tests.resolve.papers import read

WHO = (
    "Mr. Oto Lind, Minister for Foreign Affairs of Arvania, and Ms. Rada Oyelu, Minister of Foreign Affairs"
    " of Brevonia,"
)
ANNOUNCED = read(
    "Foreign Minister Rada Oyelu will hold talks with Foreign Minister Oto Lind of Arvania in Halden on July"
    " 20, 2031. They will discuss fisheries.\n",
    "2031-07-16",
    "XB",
)
ARVANIAN = read(
    f"On July 20, {WHO} held a meeting in Halden for 60 minutes. Minister Lind requested"
    " Brevonia to open the Skerrow bridge.\n",
    "2031-07-20",
)
BREVONIAN = read(
    "Foreign Minister Rada Oyelu held talks with Foreign Minister Oto Lind of Arvania in Halden"
    " for 75 minutes. Both ministers agreed to set up a customs desk by the end of September.\n",
    "2031-07-21",
    "XB",
)
LATER = read(
    f"On December 2, 2031, {WHO} held a telephone call. They welcomed the results of the"
    " Foreign Ministers’ Meeting in Halden in July.\n",
    "2031-12-02",
)
UNDATED = read(
    f"Foreign Ministers’ Meeting\n\nOn July 20, {WHO} held a meeting in Halden. The ministers"
    " agreed to reopen the ferry line by the end of August.\n",
    None,
)


def linked(path: Path, *readings: object) -> Ledger:
    held = Ledger.open(path, create=True)
    for one in readings:
        held.add(one, now="t")  # type: ignore[arg-type]
    link(held, now="t")
    return held


def heads(rows: list[RegisterRow]) -> list[RegisterRow]:
    return [row for row in rows if row.level == 0]


ALL = (ANNOUNCED, ARVANIAN, BREVONIAN, LATER, UNDATED)


def test_one_meeting_is_one_entry_with_all_that_tell_of_it(path: Path) -> None:
    head, call = heads(register(linked(path, *ALL)))
    assert (head.place, head.date, head.parties) == ("Halden, XB", "20 July 2031", ("XA", "XB"))
    assert head.abstract == (
        "The foreign ministers of XA (Oto Lind) and XB (Rada Oyelu) hold a meeting for 60 minutes."
    )
    assert head.published_by == "XA, XB"
    assert [(one.role, one.published_by) for one in head.tellings] == [
        ("announcement", "XB"), ("account", "XA"), ("account", "XB"), ("mention", "XA"), ("account", "XA"),
    ]  # fmt: skip
    assert all(
        one.row.quote in one.row.record.span.of(one.row.quote) or one.row.citation for one in head.tellings
    )
    assert call.place == "by telephone"


def test_what_was_said_stands_beneath_it_with_its_publisher(path: Path) -> None:
    rows = register(linked(path, *ALL))
    below = rows[1 : rows.index(heads(rows)[1])]
    assert [(row.published_by, row.kind) for row in below] == [
        ("XB", "statement"), ("XB", "statement"), ("XA", "request"),
        ("XB", "statement"), ("XB", "commitment"), ("XA", "statement"), ("XA", "commitment"),
    ]  # fmt: skip
    assert {row.date for row in below} == {"20 July 2031"}


def test_values_that_differ_are_all_given_with_their_source(path: Path) -> None:
    [head, *_] = heads(register(linked(path, *ALL)))
    assert {one.field: one.values for one in head.differing} == {
        "date": (
            ("20 July 2031, planned", ("XB",)),
            ("20 July 2031", ("XA",)),
            ("21 July 2031, published", ("XB",)),
            ("20 July [2031], sibling", ("XA",)),
        ),
        "length": (("60 minutes", ("XA",)), ("75 minutes", ("XB",))),
    }


def test_a_year_from_a_sibling_stands_in_brackets_with_the_words_it_rests_on(path: Path) -> None:
    rows = register(linked(path, *ALL), Filters(document="XA-None.txt"))
    [head] = heads(rows)
    assert (head.date, head.basis) == ("20 July [2031]", "sibling")
    assert [one.role for one in head.tellings] == ["account"]
    assert "2031" in "".join(one.citation for one in head.because)
    assert rows[-1].abstract.startswith("XA and XB undertake, due 31 August [2031]:")


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(status="planned"), []),
        (Filters(status="held"), ["20 July 2031", "2 December 2031"]),
        (Filters(since="2031-08"), ["2 December 2031"]),
        (Filters(until="2031-07-20"), ["20 July 2031"]),
        (Filters(since="2031-07-21", until="2031-07-22"), []),
        (Filters(publisher="Brevonia"), ["20 July 2031"]),
        (Filters(publisher="Brevonia", status="planned"), []),
        (Filters(act="request"), ["20 July 2031"]),
        (Filters(person="oyelu", since="2031-12"), ["2 December 2031"]),
        (Filters(party="XC"), []),
    ],
)
def test_filters_ask_of_the_whole_meeting(path: Path, filters: Filters, expected: list[str]) -> None:
    assert [row.date for row in heads(register(linked(path, *ALL), filters))] == expected


def test_filters_for_documents_show_the_meeting_as_these_tell_it(path: Path) -> None:
    ledger = linked(path, *ALL)
    [head] = heads(register(ledger, Filters(document="XB-2031-07-16.txt")))
    assert head.status == "planned"
    assert (
        head.abstract == "The foreign ministers of XA (Oto Lind) and XB (Rada Oyelu) plan to hold a meeting."
    )
    [other] = heads(register(ledger, Filters(document="XB-2031-07-21.txt")))
    assert other.id == head.id
    assert other.abstract.endswith("hold a meeting for 75 minutes.")
    assert other.date == "21 July 2031"


def test_what_is_told_in_passing_without_a_date_stands_last(path: Path) -> None:
    invited = read(
        f"On December 2, 2030, {WHO} held a telephone call. Minister Lind invited Minister Oyelu to visit"
        " Arvania.\n",
        "2030-12-02",
    )
    rows = heads(register(linked(path, invited, ARVANIAN)))
    assert [row.date for row in rows] == ["2 December 2030", "20 July 2031", "[date unknown]"]
    assert rows[-1].earliest is None


def test_a_text_about_a_visit_without_a_date_is_filed_under_its_publication(path: Path) -> None:
    soon = read("Foreign Minister Oto Lind of Arvania will soon visit Brevonia.\n", "2031-03-01")
    rows = heads(register(linked(path, soon, ARVANIAN)))
    assert [row.date for row in rows] == ["[date unknown], published 1 March 2031", "20 July 2031"]


def test_a_visit_stands_before_the_meetings_it_contains(path: Path) -> None:
    visit = read(
        "Ms. Rada Oyelu, Minister of Foreign Affairs of Brevonia, visited Arvania from 4 to 6 May 2031. On"
        " May 4, Minister Oyelu held talks with Mr. Oto Lind, Minister for Foreign Affairs of Arvania, in"
        " Port Anselm.\n",
        "2031-05-06",
    )
    stay, talks = heads(register(linked(path, visit)))
    assert (stay.date, talks.date) == ("4–6 May 2031", "4 May 2031")
    assert talks.within is not None
    assert (talks.within.id, talks.within.date) == (stay.id, "4–6 May 2031")

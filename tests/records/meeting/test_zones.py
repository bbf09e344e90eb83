"""The zone of a meeting's start: named in the text, or of its place or country, or not known."""

from __future__ import annotations

from pathlib import Path

import pytest

from regesta.engine.read import read_document
from regesta.model.document import Source
from regesta.reading import read_bytes
from tests.records.meeting.readouts import MET, lead, meetings

MET_IN = "Foreign Minister Amara Sule met with Foreign Minister Ilse Dorn of Brevonia"


@pytest.mark.parametrize(
    ("words", "zone", "basis"),
    [
        ("in Tokyo on 18 May 2031 at 10:30 a.m.", "Asia/Tokyo", "place"),
        ("in Moscow on 18 May 2031 at 10:30 (local time).", "Europe/Moscow", "place"),
        ("in Vladivostok on 18 May 2031 at 10:30.", "Asia/Vladivostok", "place"),
        ("at the White House on 18 May 2031 at 10:30.", "America/New_York", "place"),
        ("in Bali, Indonesia, on 18 May 2031 at 10:30 a.m.", "Asia/Makassar", "place"),
        ("in Malta on 18 May 2031 at 10:30.", "Europe/Malta", "country"),
        ("in Tokyo on 18 May 2031 at 10:30 GMT+3.", "+03:00", "stated"),
        ("in Tokyo on 18 May 2031 at 10:30 UTC.", "+00:00", "stated"),
        ("in Paris on 18 May 2031 at 10:30 JST.", "+09:00", "stated"),
        ("in Paris on 18 May 2031 at 10:30, Moscow time.", "Europe/Moscow", "stated"),
        ("in Paris on 18 May 2031 at 10:30 Malta time.", "Europe/Malta", "stated"),
        ("in New York on 18 May 2031 at 10:30 ET.", "America/New_York", "stated"),
        ("in New Delhi on 18 May 2031 at 10:30 IST.", "Asia/Kolkata", "stated"),
    ],
)
def test_a_zone_is_named_or_that_of_the_place(words: str, zone: str, basis: str) -> None:
    found = lead(f"{MET_IN} {words}")
    assert (found.start_time, found.zone, found.zone_basis) == ("10:30", zone, basis)


@pytest.mark.parametrize(
    "words",
    [
        "in Russia on 18 May 2031 at 10:30.",
        "on 18 May 2031 at 10:30.",
        "in Halden on 18 May 2031 at 10:30.",
        "in Tel Aviv on 18 May 2031 at 10:30 CST.",
        "in Paris on 18 May 2031 at 10:30 Corvian time.",
        "in Springfield, United States, on 18 May 2031 at 10:30.",
    ],
)
def test_a_zone_that_is_not_known_stays_open(words: str) -> None:
    found = lead(f"{MET_IN} {words}")
    assert (found.start_time, found.zone, found.zone_basis) == ("10:30", None, None)


def test_a_meeting_without_a_time_of_day_has_no_zone() -> None:
    found = lead(f"{MET_IN} in Tokyo on 18 May 2031.")
    assert (found.start_time, found.zone, found.zone_basis) == (None, None, None)


@pytest.mark.parametrize(("time", "zone"), [("10:30", None), ("10:30 JST", "+09:00")])
def test_a_call_has_the_zone_that_is_named_or_none(time: str, zone: str | None) -> None:
    (found,) = meetings(
        "Foreign Minister Amara Sule spoke by telephone with Foreign Minister Ilse Dorn of Brevonia"
        f" on 18 May 2031 at {time}."
    )
    assert (found.medium, found.start_time, found.zone) == ("phone", "10:30", zone)


def test_a_time_told_later_keeps_the_zone_named_beside_it() -> None:
    found = lead(f"{MET} The meeting began at 10:30 JST.")
    assert (found.start_time, found.zone, found.zone_basis) == ("10:30", "+09:00", "stated")


def test_a_pack_s_capital_is_a_place_with_its_state_s_zone_and_stands_for_its_government(
    tmp_path: Path,
) -> None:
    pack = tmp_path / "norland.yml"
    pack.write_text(
        "id: norland\nname: Norland\nstates:\n"
        "  - {code: XN, names: [Norland], capitals: [Norhaven], zone: Europe/Malta}\n"
        "  - {code: XS, names: [Sudmark], capitals: [Sudstad]}\n",
        encoding="utf-8",
    )
    text = (
        "Foreign Minister Oto Lind of Norland met Foreign Minister Ada Quill of Sudmark in Norhaven"
        " on 29 May 2031 at 10:30. Sudstad welcomed the pact."
    )
    page = read_bytes(text.encode(), "page.txt", Source(published="2031-05-30"))
    found = read_document(page, topics=(pack,)).records
    (met,) = found.meetings
    assert (met.place, met.country, met.zone, met.zone_basis) == ("Norhaven", "XN", "Europe/Malta", "place")
    assert [(one.act, one.actors[0].country) for one in found.statements] == [("welcome", "XS")]

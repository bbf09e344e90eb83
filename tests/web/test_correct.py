"""Correcting: the value is kept or the page says why not; what is corrected shows everywhere."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Page, expect

from regesta import query
from regesta.ledger import Ledger
from regesta.model.corrections import FIELDS, correctable

from .addresses import first_meeting
from .room import Room


def fields(page: str) -> dict[str, str]:
    """The form as a browser would send it."""
    form = page[page.index('class="correcting"') :]
    sent = {
        unescape(name): unescape(value)
        for name, value in re.findall(r'name="([^"]+)"[^>]*? value="([^"]*)"', form)
    }
    for name, body in re.findall(r'<select id="[^"]*" name="([^"]+)".*?>(.*?)</select>', form, re.DOTALL):
        chosen = re.search(r'<option value="([^"]*)" selected', body) or re.search(r'value="([^"]*)"', body)
        sent[name] = chosen[1] if chosen else ""
    return sent


def send(client: TestClient, address: str, **changed: str) -> Any:
    """Open the page, change some fields, send it."""
    sent = {**fields(client.get(address).text), **changed}
    return client.post(address, data=sent, follow_redirects=False)


def log(client: TestClient) -> list[dict[str, Any]]:
    return client.get("/decisions?format=json").json()  # type: ignore[no-any-return]


def test_the_page_shows_what_was_read_with_its_words(visitor: TestClient) -> None:
    page = visitor.get(first_meeting(visitor)).text
    assert re.search(r'<blockquote class="quote".*?href="/documents/d-[0-9a-f]+\?at=\d+-\d+#at"', page)
    for name in FIELDS["meeting"]:
        assert f'id="f-{name}"' in page


def test_sending_the_page_as_it_is_changes_nothing(own: TestClient) -> None:
    assert send(own, first_meeting(own)).status_code == 303
    assert log(own) == []


def test_a_date_that_a_person_set_is_shown_as_set_and_not_as_inferred(own: TestClient) -> None:
    address = first_meeting(own)
    assert send(own, address, when="1999-05-24").status_code == 303
    page = own.get(address.replace("/correct/", "/meetings/")).text
    assert "24 May 1999</h1>" in page
    assert "24 May 1999 was set by a person in the place of what was read" in page
    assert "[1999]" not in page
    assert "[corrected]" not in page


def test_several_fields_are_corrected_at_once_with_a_note(own: TestClient) -> None:
    address = first_meeting(own)
    read = fields(own.get(address).text)["was-when"]
    answer = send(own, address, when="1999-05-24", place="Low Quay", note="a slip of the pen")
    assert answer.status_code == 303
    page = unescape(own.get(answer.headers["location"]).text)
    assert "Corrected: when, place" in page
    assert page.count("Corrected by local") == 2
    assert f"read as {read or 'nothing'}" in page
    told = [(one["field"], one["value"], one["note"], one["by"]) for one in log(own)]
    assert told == [
        ("when", "1999-05-24", "a slip of the pen", "local"),
        ("place", "Low Quay", "a slip of the pen", "local"),
    ]


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("when", "the day after", "'the day after' is no when of a meeting; give a date or window"),
        ("country", "Arvenia", "give a country code of two letters"),
        ("start_time", "half past", "give a time of day such as 09:30"),
        ("duration_minutes", "-4", "give a number from 1 to 100000"),
        ("status", "burnt", "'burnt' is no status of a meeting"),
        ("participants", "<script>alert(1)</script>", "give persons and parties"),
    ],
)
def test_a_bad_value_is_told_beside_its_field_and_nothing_is_changed(
    own: TestClient, field: str, value: str, told: str
) -> None:
    answer = send(own, first_meeting(own), **{"place": "Low Quay", field: value})
    assert answer.status_code == 422
    at = answer.text.index(f'id="p-{field}"')
    assert told in unescape(answer.text[at : at + 400])
    assert f'aria-describedby="p-{field} h-{field}" aria-invalid="true"' in answer.text
    assert "Low Quay" in answer.text
    assert "<script>alert" not in answer.text
    assert log(own) == []


def test_what_somebody_else_corrected_meanwhile_is_not_overwritten(own: TestClient) -> None:
    address = first_meeting(own)
    stale = fields(own.get(address).text)
    send(own, address, place="Low Quay")
    quiet = own.post(address, data={**stale, "occasion": "a fair"}, follow_redirects=False)
    assert quiet.status_code == 303
    assert {one["field"]: one["value"] for one in log(own)} == {"place": "Low Quay", "occasion": "a fair"}
    loud = own.post(address, data={**stale, "place": "High Quay"}, follow_redirects=False)
    assert loud.status_code == 422
    assert "Somebody else has put Low Quay here meanwhile" in unescape(loud.text)


def test_a_correction_is_undone_from_the_page(own: TestClient) -> None:
    address = first_meeting(own)
    send(own, address, place="Low Quay")
    page = own.get(address).text
    number = re.search(r'id="undo-place">.*?name="number" value="(\d+)"', page)
    assert number
    data = {"form_token": own.cookies["regesta_form"], "number": number[1], "back": address}
    answer = own.post("/decisions", data=data, follow_redirects=False)
    assert answer.headers["location"] == address
    assert "Low Quay" not in own.get(address).text


def test_a_record_that_is_not_there_is_said_so(visitor: TestClient) -> None:
    answer = visitor.get("/correct/m-none")
    assert answer.status_code == 404
    assert "The ledger has no record" in answer.text


def test_every_field_says_what_it_takes() -> None:
    for kind in FIELDS:
        for field in correctable(kind):
            assert field.wants


def test_a_wrong_date_is_corrected_and_the_right_one_is_seen_everywhere(own_room: Room, tab: Page) -> None:
    with Ledger.open(own_room.ledger) as ledger:
        row = next(
            one for one in query.meetings(ledger) if one.record.main and one.record.when_basis == "stated"
        )
    tab.goto(f"{own_room.address}/correct/{row.id}")
    tab.get_by_label("When", exact=True).fill("1999-12-31")
    tab.get_by_label("Note, why").fill("the text has a slip")
    tab.get_by_role("button", name="Keep the changes").click()
    expect(tab.locator("#done")).to_contain_text("Corrected: when")
    expect(tab.locator("#field-when .laid")).to_contain_text(f"read as {row.record.when}")
    tab.goto(f"{own_room.address}/meetings?since=1999-12-31&until=1999-12-31")
    expect(tab.get_by_role("table")).to_contain_text("31 December 1999")
    tab.goto(f"{own_room.address}/documents/{row.document.id}?at={row.span.start}-{row.span.end}")
    expect(tab.get_by_role("main")).to_contain_text("31 December 1999")
    with Ledger.open(own_room.ledger) as ledger:
        register = query.register(ledger, query.Filters(since="1999-12-31", until="1999-12-31"))
        assert register
    tab.goto(f"{own_room.address}/decisions")
    expect(tab.get_by_role("main")).to_contain_text("1999-12-31")
    tab.get_by_role("button", name=re.compile("Undo decision")).click()
    tab.goto(f"{own_room.address}/meetings?since=1999-12-31&until=1999-12-31")
    expect(tab.get_by_role("main")).to_contain_text("has no such meeting")

"""Feeds and calendars of the room: at stable addresses, in pages, not sent twice to whoever has them."""

from __future__ import annotations

import feedparser
import pytest
from fastapi.testclient import TestClient
from ical.calendar_stream import IcsCalendarStream
from lxml import etree

from tests.export.test_atom import SCHEMA

ATOM = (
    "/feeds/all.atom", "/r/XA-XB/feed.atom", "/topics/ferry_line/feed.atom?between=XA-XB",
    "/search/feed.atom?q=ferry", "/feeds/all.atom?publisher=Tolmark&act=agree", "/feeds/all.atom?until=1900",
)  # fmt: skip
CALENDARS = ("/feeds/all.ics", "/r/XA-XB/feed.ics", "/topics/ferry_line/feed.ics", "/search/feed.ics?q=ferry")


@pytest.mark.parametrize("address", ATOM)
def test_a_feed_is_valid_and_says_where_it_is(visitor: TestClient, address: str) -> None:
    answer = visitor.get(address)
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    SCHEMA.assertValid(etree.fromstring(answer.content))
    found = feedparser.parse(answer.content)
    links = {one.rel: one.href for one in found.feed.links}
    assert links["self"] == f"http://127.0.0.1{address}"
    assert visitor.get(links["alternate"]).status_code == 200
    assert bool(found.entries) == ("until=1900" not in address)


def test_pages_of_a_feed_follow_each_other_to_the_end(visitor: TestClient) -> None:
    address, ids, pages = "/feeds/all.atom", [], 0
    while address:
        found = feedparser.parse(visitor.get(address).content)
        ids += [entry.id for entry in found.entries]
        address, pages = next((one.href for one in found.feed.links if one.rel == "next"), ""), pages + 1
    assert pages > 1
    assert len(ids) == len(set(ids)) > 50


def test_links_of_entries_lead_to_pages_of_the_room(visitor: TestClient) -> None:
    found = feedparser.parse(visitor.get("/feeds/all.atom").content)
    links = {entry.tags[0].term: entry.link for entry in found.entries}
    assert {"document", "status", "finding"} <= links.keys()
    assert {visitor.get(link).status_code for link in links.values()} == {200}


@pytest.mark.parametrize("address", CALENDARS)
def test_a_calendar_is_read_by_a_strict_reader(visitor: TestClient, address: str) -> None:
    answer = visitor.get(address)
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    events = IcsCalendarStream.calendar_from_ics(answer.text).events
    assert events
    assert all(visitor.get(str(one.url)).status_code == 200 for one in events)


def test_a_calendar_begins_a_year_before_the_newest_document_or_where_it_is_said(visitor: TestClient) -> None:
    def events(words: str = "") -> int:
        return len(IcsCalendarStream.calendar_from_ics(visitor.get(f"/feeds/all.ics{words}").text).events)

    assert 0 < events("?from=2025-05&to=2025-05") < events() < events("?from=2000")


@pytest.mark.parametrize("address", ["/feeds/all.atom", "/r/XA-XB/feed.ics"])
def test_what_has_not_changed_is_not_sent_again(visitor: TestClient, address: str) -> None:
    first = visitor.get(address)
    tag, changed = first.headers["etag"], first.headers["last-modified"]
    assert first.headers["cache-control"] == "private, no-cache"
    for headers in ({"If-None-Match": tag}, {"If-None-Match": f'"x", {tag}'}, {"If-Modified-Since": changed}):
        again = visitor.get(address, headers=headers)
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    for headers in (
        {"If-None-Match": '"x"', "If-Modified-Since": changed},
        {"If-Modified-Since": "Sat, 01 Jan 2000 00:00:00 GMT"},
        {"If-Modified-Since": "yesterday"},
    ):
        assert visitor.get(address, headers=headers).status_code == 200


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("/feeds/all.atom?act=sing", "There is no act"),
        ("/feeds/all.atom?after=x", "There is no such page of the feed"),
        ("/feeds/all.ics?from=soon", "is not a date"),
        ("/search/feed.atom", "needs words"),
        ("/search/feed.ics", "needs words"),
        ("/r/here/feed.atom", "are no two sides"),
        ("/feeds/all.ics?between=XA", "are no two sides"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_a_sentence(
    visitor: TestClient, address: str, sentence: str
) -> None:
    answer = visitor.get(address, headers={"Accept": "application/json"})
    assert answer.status_code == 400
    assert sentence in answer.json()["error"]["message"]


@pytest.mark.parametrize(
    ("page", "feed"),
    [
        ("/", "/feeds/all.atom"),
        ("/meetings", "/feeds/all.atom"),
        ("/r/XA-XB", "/r/XA-XB/feed.atom"),
        ("/topics/ferry_line?between=XA-XB", "/topics/ferry_line/feed.atom?between=XA-XB"),
        ("/search?q=Sarn+%26+ferry", "/search/feed.atom?q=Sarn%20%26%20ferry"),
    ],
)
def test_pages_name_their_feed_and_calendar(visitor: TestClient, page: str, feed: str) -> None:
    text = visitor.get(page).text
    assert f'href="{feed}"' in text.partition("</head>")[0]
    assert f'href="{feed.replace(".atom", ".ics")}"' in text.partition("</head>")[0]

"""HEAD is answered as GET is, without the body."""

from __future__ import annotations

import http.client

import pytest
from fastapi.testclient import TestClient

from .addresses import ADDRESSES
from .room import Room

INTERFACE = ("/api/v1/documents", "/api/v1/documents/d-0", "/api/v1/openapi.json")


def test_every_page_has_the_head_that_get_would_give(visitor: TestClient) -> None:
    asked = [of(visitor) for of in ADDRESSES.values()]
    for address in (*INTERFACE, "/feeds/all.atom", "/meetings?format=csv", "/static/regesta.js", *asked):
        got, head = visitor.get(address), visitor.head(address)
        assert (head.status_code, head.content) == (got.status_code, b""), address
        for name in ("content-type", "content-length", "content-encoding", "etag", "cache-control"):
            assert head.headers.get(name) == got.headers.get(name), (address, name)


@pytest.mark.parametrize("address", ["/api/v1/meetings?limit=200", "/static/regesta.css", "/nowhere"])
def test_nothing_follows_the_head_on_the_line(room: Room, address: str) -> None:
    line = http.client.HTTPConnection(room.address.removeprefix("http://"), timeout=10)
    line.request("HEAD", address)
    line.getresponse().read()
    line.request("GET", address)  # on the same line: a body that was sent would be taken for this answer
    answer = line.getresponse()
    assert int(answer.headers["content-length"]) == len(answer.read()) > 0
    line.close()


def test_what_is_for_forms_alone_answers_neither(visitor: TestClient) -> None:
    assert visitor.get("/logout").status_code == visitor.head("/logout").status_code == 405

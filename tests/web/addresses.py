"""An address of each page on the ledger of the samples, found by asking the room itself."""

from __future__ import annotations

from collections.abc import Callable

from fastapi.testclient import TestClient

Asked = Callable[[TestClient], str]


def at(address: str) -> Asked:
    """An address that is the same on every ledger."""
    return lambda _: address


def told_twice(visitor: TestClient) -> str:
    """The meeting of ministers of June 2024, of which both sides have an account."""
    asked = {"since": "2024-06-12", "until": "2024-06-12", "kind": "foreign_ministers", "format": "json"}
    [meeting] = visitor.get("/meetings", params=asked).json()
    return f"/meetings/{meeting['id']}"


def most_named(visitor: TestClient) -> str:
    """The person whom most documents name."""
    found = visitor.get("/people?format=json").json()
    return f"/people/{max(found, key=lambda one: one['documents'])['id']}"


def first_meeting(visitor: TestClient) -> str:
    """The page on which a record of which something is proposed is corrected."""
    kind, _, id_ = visitor.get("/review?kind=same_meeting&format=json").json()[0]["records"][0].partition(" ")
    assert kind == "meeting"
    return f"/correct/{id_}"


ADDRESSES: dict[str, Asked] = {
    "/": at("/"),
    "/commitments": at("/commitments"),
    "/commitments/{record_id}": at("/commitments/c-7c86e903349f"),
    "/documents": at("/documents"),
    "/documents/{document_id}/versions": at("/documents/d-a2b363d5f146f002/versions"),
    "/documents/{document_id}/cite": at("/documents/d-a2b363d5f146f002/cite?at=505-582"),
    "/documents/{document_id}": at("/documents/d-a2b363d5f146f002?at=505-582"),
    "/findings": at("/findings"),
    "/meetings": at("/meetings"),
    "/login": at("/login"),
    "/users": at("/users"),
    "/meetings/{meeting_id}": told_twice,
    "/statements": at("/statements"),
    "/topics": at("/topics?between=XA-XB"),
    "/topics/{topic_id}": at("/topics/ferry_line?between=XA-XB&view=wording"),
    "/requests": at("/requests"),
    "/requests/{record_id}": at("/requests/r-c08d496f2f56"),
    "/r/{pair}": at("/r/XA-XB"),
    "/r/{pair}/brief": at("/r/XA-XB/brief"),
    "/people": at("/people"),
    "/people/{person_id}": most_named,
    "/places": at("/places"),
    "/places/{name:path}": at("/places/Port Selen"),
    "/terms": at("/terms"),
    "/terms/{concept}": at("/terms/strait_islands"),
    "/search": at("/search?q=islands"),
    "/review": at("/review"),
    "/correct/{record_id}": first_meeting,
    "/add": at("/add"),
    "/api": at("/api"),
    "/decisions": at("/decisions"),
    "/meetings/{meeting_id}/accounts": lambda visitor: f"{told_twice(visitor)}/accounts",
}
"""By the path of its route: how to come to one such page."""

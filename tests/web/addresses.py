"""An address of each page on the ledger of the samples, found by asking the room itself."""

from __future__ import annotations

from collections.abc import Callable

from fastapi.testclient import TestClient

Asked = Callable[[TestClient], str]


def at(address: str) -> Asked:
    """An address that is the same on every ledger."""
    return lambda _: address


ADDRESSES: dict[str, Asked] = {
    "/": at("/"),
    "/documents/{document_id}": at("/documents/d-a2b363d5f146f002?at=505-582"),
    "/meetings": at("/meetings"),
    "/login": at("/login"),
    "/users": at("/users"),
}
"""By the path of its route: how to come to one such page."""

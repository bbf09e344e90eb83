"""A room with users: one of each role."""

from __future__ import annotations

import re
from pathlib import Path

from fastapi.testclient import TestClient

from regesta import access
from regesta.access import Users, beside

from .room import NOW

ROLES = {"Ada Quill": "reader", "Bo Tarn": "reviewer", "Cy Morrow": "editor"}
PASSWORD = "seven lamps at the quay"


def with_users(ledger: Path) -> Path:
    """Make the users of a ledger."""
    users = Users.open(beside(ledger), create=True)
    for name, role in ROLES.items():
        access.add(users, name, role, PASSWORD, now=NOW, by="test", address="this machine")
    return users.path


def token(client: TestClient, page: str = "/login") -> str:
    """The token of the forms of a page."""
    found = re.search(r'name="form_token" value="([^"]+)"', client.get(page).text)
    assert found
    return found[1]


def log_in(client: TestClient, name: str, password: str = PASSWORD, **more: str) -> int:
    """Log in by the form; the status of the answer."""
    data = {"form_token": token(client), "name": name, "password": password, **more}
    return client.post("/login", data=data, follow_redirects=False).status_code

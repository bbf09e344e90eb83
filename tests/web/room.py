"""A room to test in: the ledger of the samples, its pages by a client or in a real browser."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from fastapi.testclient import TestClient

from regesta.ledger import Ledger
from regesta.web.app import create_app
from regesta.web.desk import Settings
from regesta.work.checking import keep_findings
from tests.cli.make import run

ROOT = Path(__file__).resolve().parents[2]
PACK = ROOT / "samples/pack.yml"
NOW = "2025-06-01T09:00:00+00:00"
TEST_HOSTS = ("127.0.0.1", "localhost", "testserver")


def clock() -> str:
    """The time of all tests."""
    return NOW


def settings_for(ledger: Path, users: Path | None = None) -> Settings:
    """How the tests open the room."""
    return Settings(ledger, clock, topics=(PACK,), hosts=TEST_HOSTS, users=users)


@dataclass(frozen=True)
class Room:
    """A room that is open at ``address``, over a ledger of its own."""

    address: str
    ledger: Path


@contextmanager
def opened(settings: Settings) -> Iterator[Room]:
    """Serve the room on a free port in a thread of its own."""
    bound = socket.socket()
    bound.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(settings), log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive(), "the server did not start"
        time.sleep(0.01)
    try:
        yield Room(f"http://127.0.0.1:{bound.getsockname()[1]}", settings.ledger)
    finally:
        server.should_exit = True
        thread.join(timeout=10)


def copied(ledger: Path, folder: Path) -> Path:
    """A copy of a ledger that a test may change."""
    return Path(shutil.copy(ledger, folder / ledger.name))


def client(settings: Settings) -> TestClient:
    """A client for the room; use it as a context manager."""
    return TestClient(create_app(settings), base_url="http://127.0.0.1")


def samples(path: Path) -> Path:
    """Make the ledger of `make demo`; what the checks find is kept in it."""
    manifest = ROOT / "samples/SOURCES.tsv"
    done = run("--ledger", path, "add", "--topics", PACK, "--manifest", manifest, ROOT / "samples")
    assert done.code == 0, done.err
    with Ledger.open(path) as ledger:
        keep_findings(ledger, now=NOW)
    return path

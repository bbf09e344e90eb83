"""Rooms, clients and a browser. The browser is Debian's chromium; nothing is downloaded."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, Page, sync_playwright

from .room import Room, client, copied, opened, samples, settings_for

CHROMIUM = os.environ.get("REGESTA_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
QUIET = (
    "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
WIDE = {"width": 1280, "height": 900}


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger of the samples. Tests that change it take a copy: `own`, `own_room`."""
    return samples(tmp_path_factory.mktemp("web") / "demo.db")


@pytest.fixture(scope="session")
def visitor(demo: Path) -> Iterator[TestClient]:
    """A client for pages over the samples; for reading only."""
    with client(settings_for(demo)) as made:
        yield made


@pytest.fixture
def own(demo: Path, tmp_path: Path) -> Iterator[TestClient]:
    """A client over a copy of the samples that the test may change."""
    with client(settings_for(copied(demo, tmp_path))) as made:
        yield made


@pytest.fixture(scope="session")
def room(demo: Path) -> Iterator[Room]:
    """A served room over the samples; for reading only."""
    with opened(settings_for(demo)) as made:
        yield made


@pytest.fixture
def own_room(demo: Path, tmp_path: Path) -> Iterator[Room]:
    """A served room over a copy of the samples that the test may change."""
    with opened(settings_for(copied(demo, tmp_path))) as made:
        yield made


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real browser. Where there is none the test is skipped, but for continuous integration."""
    if CHROMIUM is None:
        assert "CI" not in os.environ, "continuous integration needs chromium; .ci/run installs it"
        pytest.skip("needs Debian's chromium (apt install chromium)")
    with sync_playwright() as driver:
        made = driver.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield made
        made.close()


def complaints_of(page: Page) -> list[str]:
    """A list that grows with each error of a script or of the policy of the pages opened in this tab."""
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    return complaints


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A tab of the browser. Any error of a script or of the policy of a page fails the test."""
    context = browser.new_context(viewport=WIDE, accept_downloads=True)  # type: ignore[arg-type]
    page = context.new_page()
    complaints = complaints_of(page)
    yield page
    context.close()
    assert complaints == []

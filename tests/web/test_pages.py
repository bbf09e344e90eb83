"""What holds for every page: what it promises its template, what it says to browsers, how it looks."""

from __future__ import annotations

import os
import re
from dataclasses import fields
from pathlib import Path

import pytest
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient
from jinja2 import Environment, nodes
from playwright.sync_api import Browser

from regesta.rules.labels import labels_with
from regesta.web.page import TEMPLATES, Page
from regesta.web.pages import ROUTERS
from regesta.web.templates import environment

from .addresses import ADDRESSES
from .axe import barriers
from .conftest import complaints_of
from .room import Room

WIDTHS = {"wide": 1280, "narrow": 360}
SHOTS = os.environ.get("REGESTA_SCREENSHOTS")
"""A folder for pictures of every page, light and dark, wide and narrow; none are made without it."""


def looked_at(template: str) -> set[str]:
    """The names after `page.` in a template and whatever it includes, imports or extends."""
    made: Environment = environment(labels_with(()))
    assert made.loader is not None
    source = made.loader.get_source(made, template)[0]
    tree = made.parse(source)
    found = {
        node.attr
        for node in tree.find_all(nodes.Getattr)
        if isinstance(node.node, nodes.Name) and node.node.name == "page"
    }
    for other in tree.find_all((nodes.Include, nodes.Extends)):
        named = getattr(other, "template", None)
        if isinstance(named, nodes.Const):
            found |= looked_at(str(named.value))
    return found


@pytest.mark.parametrize("kind", TEMPLATES, ids=lambda kind: kind.__name__)
def test_every_field_of_a_page_is_documented_and_used(kind: type[Page]) -> None:
    names = {one.name for one in fields(kind)}  # type: ignore[arg-type]
    said = set(re.findall(r"``(\w+)``", kind.__doc__ or ""))
    assert names - said == set()
    assert looked_at(TEMPLATES[kind]) == names


def test_every_page_is_looked_at() -> None:
    """Every address that can be asked for stands in the list of those that the tests open."""
    routes = [route for router in ROUTERS for route in router.routes if isinstance(route, APIRoute)]
    wanted = {route.path for route in routes if "GET" in (route.methods or ())}
    assert wanted == set(ADDRESSES)


@pytest.mark.parametrize("path", ADDRESSES)
def test_every_page_is_given_out_with_its_policy(path: str, visitor: TestClient) -> None:
    answer = visitor.get(ADDRESSES[path](visitor))
    assert answer.status_code == 200, answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert len(answer.content) < 100_000


@pytest.mark.parametrize("path", ADDRESSES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_a_barrier(
    path: str, scheme: str, room: Room, browser: Browser, visitor: TestClient
) -> None:
    answer = ADDRESSES[path](visitor)
    for name, width in WIDTHS.items():
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,  # type: ignore[arg-type]
        )
        page = context.new_page()
        said = complaints_of(page)
        page.goto(room.address + answer)
        if not page.locator("main").count():
            context.close()
            return  # a file, not a page
        if SHOTS:
            kept = re.sub(r"\W+", "-", path).strip("-") or "front"
            page.screenshot(path=str(Path(SHOTS) / f"{kept}-{scheme}-{name}.png"), full_page=True)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, (
            f"{name}: wider than the window"
        )
        assert barriers(page) == []
        assert said == []
        context.close()

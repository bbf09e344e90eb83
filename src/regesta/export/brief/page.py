"""The brief as one page of HTML that needs nothing else: no script, its own style, notes at the end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from regesta.export.brief.content import Brief
from regesta.export.brief.shown import shown

LANGUAGE = "en-GB"


def lines(brief: Brief) -> Iterator[str]:
    """Yield the lines of the page."""
    jinja = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    told = shown(brief)
    page = jinja.get_template("brief.html").render(
        brief=brief, head=told.head, sections=told.sections, notes=told.notes, language=LANGUAGE
    )
    yield from page.splitlines()

"""What each finding means, in a paragraph: ``explained.md``, word for word as docs/findings.md has it."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

_SECTION = re.compile(r"^## (?P<code>[a-z-]+)\n(?P<text>.+?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)


@cache
def explained() -> dict[str, str]:
    """Return by code what its findings mean, as Markdown of one or a few paragraphs."""
    text = resources.files("regesta.checks").joinpath("explained.md").read_text(encoding="utf-8")
    return {match["code"]: match["text"].strip() for match in _SECTION.finditer(text)}

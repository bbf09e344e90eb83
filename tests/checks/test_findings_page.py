"""docs/findings.md: a section for each code, and each section's text raises its finding."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from regesta.checks import CODES, run
from regesta.engine.read import read_document
from regesta.model.document import Source
from regesta.reading import read_bytes

from .make import Paper

ROOT = Path(__file__).parents[2]
PACK = ROOT / "samples" / "pack.yml"
PAGE = (ROOT / "docs" / "findings.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## ([a-z-]+)\n(.+?)(?=^## |\Z)", PAGE, flags=re.MULTILINE | re.DOTALL))


def raised(text: str) -> set[str]:
    """The codes of the findings of ``text``, read as the program reads a file."""
    page = read_bytes(text.encode(), "sample.txt", Source())
    records = read_document(page, topics=(PACK,)).records
    return {finding.code for finding in run([(Paper("d1", page.text), records)])}


def test_every_code_has_a_section_and_every_section_a_code() -> None:
    assert list(SECTIONS) == list(CODES)


@pytest.mark.parametrize("code", CODES)
def test_the_text_of_a_section_raises_its_finding_alone(code: str) -> None:
    (text,) = re.findall(r"^```text\n(.+?)^```", SECTIONS[code], flags=re.MULTILINE | re.DOTALL)
    assert raised(text) == {code}

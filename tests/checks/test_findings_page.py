"""docs/findings.md: a section for each code, and each section's texts raise its finding."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from regesta.checks import CODES, run
from regesta.model.finding import Finding

from .make import read

ROOT = Path(__file__).parents[2]
PACK = ROOT / "samples" / "pack.yml"
PAGE = (ROOT / "docs" / "findings.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## ([a-z-]+)\n(.+?)(?=^## |\Z)", PAGE, flags=re.MULTILINE | re.DOTALL))
TEXT = re.compile(r"^```text(?P<given>[^\n]*)\n(?P<text>.+?)^```", flags=re.MULTILINE | re.DOTALL)
# A number that contradicts another may also be one that the ledger lacks meetings for.
ASIDE = {"ordinal-contradiction": {"ordinal-gap"}, "ordinal-order": {"ordinal-gap"}}


def raised(section: str) -> list[Finding]:
    """The findings of the texts of a section, read as the program reads files."""
    papers = [
        (match["text"], dict(pair.split("=") for pair in match["given"].split()))
        for match in TEXT.finditer(section)
    ]
    assert papers
    return run(read(PACK, *papers))


def test_every_code_has_a_section_and_every_section_a_code() -> None:
    assert list(SECTIONS) == list(CODES)


@pytest.mark.parametrize("code", CODES)
def test_the_texts_of_a_section_raise_its_finding_alone(code: str) -> None:
    codes = [finding.code for finding in raised(SECTIONS[code])]
    assert codes.count(code) == 1
    assert set(codes) <= {code} | ASIDE.get(code, set())


@pytest.mark.parametrize("code", CODES)
def test_one_text_of_several_is_not_enough(code: str) -> None:
    texts = list(TEXT.finditer(SECTIONS[code]))
    if len(texts) > 1:
        assert all(code not in {f.code for f in raised(text.group())} for text in texts)

"""What a page says of a finding is what the documentation says."""

from __future__ import annotations

import pytest

from regesta.checks import CODES
from regesta.checks.explained import explained

from .test_findings_page import SECTIONS


def test_every_finding_is_explained() -> None:
    assert list(explained()) == list(CODES)


@pytest.mark.parametrize("code", CODES)
def test_the_explanation_is_that_of_the_documentation(code: str) -> None:
    assert explained()[code] == SECTIONS[code].partition("```text")[0].strip()

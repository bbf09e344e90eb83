"""The notebook of the documentation runs, and what is stored beside its cells is what they print."""

from __future__ import annotations

import pytest

from tools.notebook import printed, read, run


@pytest.mark.filterwarnings("default")  # those of the notebook's tools are not ours
def test_the_notebook_prints_what_it_says() -> None:
    """Where it does not: python tools/notebook.py."""
    stored = read()
    before = printed(stored)
    assert sum(map(len, before)) > 40
    assert printed(run(stored)) == before

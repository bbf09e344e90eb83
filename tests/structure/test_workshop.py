"""The workshop's texts: every one is tiled."""

from __future__ import annotations

from pathlib import Path

import pytest

from regesta.reading import read_file
from regesta.structure import outline
from tests.structure.pages import check_tiling

_CORPUS = Path(__file__).parents[3] / "shared" / "corpus"


@pytest.mark.workshop
def test_every_text_of_the_workshop_is_tiled() -> None:
    if not _CORPUS.is_dir():
        pytest.skip("the workshop's corpus is not beside this checkout")
    paths = sorted(_CORPUS.rglob("*.txt"))
    assert len(paths) > 300
    for path in paths:
        made = read_file(path)
        result = outline(made)
        check_tiling(made, result)
        assert result.title is not None, path.name

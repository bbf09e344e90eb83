"""The samples are whole: every file has its row, both sides speak, and nothing real is in them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from regesta.reading import expand, read_file, read_manifest
from regesta.rules.packs import read_pack

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "samples"
FILES = expand([str(FOLDER)])
MANIFEST = read_manifest(FOLDER / "SOURCES.tsv")


def test_every_sample_has_its_row_and_every_row_its_sample() -> None:
    assert [path.name for path in FILES if MANIFEST.row_for(path) is None] == []
    assert MANIFEST.missing(FILES) == ()


def test_there_are_enough_of_them_from_both_sides_over_two_years() -> None:
    rows = [row for path in FILES if (row := MANIFEST.row_for(path)) is not None]
    sides = Counter(row.country for row in rows)
    years = {row.published[:4] for row in rows if row.published}
    assert len(rows) >= 14
    assert set(sides) == {"XA", "XB"}
    assert min(sides.values()) >= 6
    assert years == {"2023", "2024"}


def test_the_pack_declares_both_states_and_their_names_for_the_islands() -> None:
    pack = read_pack(FOLDER / "pack.yml")
    assert {state.code for state in pack.states} == set(pack.parties) == {"XA", "XB"}
    assert pack.concepts[0].neutral == "Sarn Islands (XA) / Kestrel Islands (XB)"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_sample_is_read_as_text_with_its_source(path: Path) -> None:
    page = read_file(path, MANIFEST.row_for(path) or pytest.fail("no row"))
    assert page.source.country in {"XA", "XB"}
    assert page.source.url is not None
    assert ".example/" in page.source.url
    assert len(page.text) > 300

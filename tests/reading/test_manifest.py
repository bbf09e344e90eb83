"""Manifests: which row belongs to which file, and what a manifest may not be."""

from __future__ import annotations

from pathlib import Path

import pytest

from regesta.model.finding import RegestaError
from regesta.reading import read_manifest


def manifest(folder: Path, text: str, name: str = "SOURCES.tsv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_row_says_what_is_known_and_further_columns_are_passed_over(tmp_path: Path) -> None:
    table = (
        "file\turl\tpublisher\tcountry\tdate\tlicence\n"
        "a.txt\thttps://example.org/1\tZubrovia\txb\t2021-05-03\tfree\nb.txt\n"
    )
    read = read_manifest(manifest(tmp_path, table))
    source = read.row_for(tmp_path / "a.txt")
    assert source is not None
    assert (source.file, source.url, source.publisher) == ("a.txt", "https://example.org/1", "Zubrovia")
    assert (source.country, source.published, source.published_basis) == ("XB", "2021-05-03", "given")
    bare = read.row_for(tmp_path / "b.txt")
    assert bare is not None
    assert (bare.url, bare.published, bare.published_basis, bare.language) == (None, None, None, None)


def test_commas_serve_as_well_as_tabs(tmp_path: Path) -> None:
    read = read_manifest(
        manifest(tmp_path, '\ufefffile,publisher,language\r\nc.txt,"Court, Varland",en\r\n', "m.csv")
    )
    source = read.row_for(Path("elsewhere/c.txt"))
    assert source is not None
    assert (source.publisher, source.language) == ("Court, Varland", "en")


def test_a_row_belongs_to_its_path_first_and_to_its_name_only_without_one(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.txt").write_text("x", encoding="utf-8")
    read = read_manifest(
        manifest(tmp_path, "file\tcountry\na/x.txt\tXA\nlost/y.txt\tXB\nl/z.txt\tXA\nm/z.txt\tXB\n")
    )
    mine, other, named, twice = (
        read.row_for(tmp_path / n) for n in ("a/x.txt", "b/x.txt", "b/y.txt", "b/z.txt")
    )
    assert mine is not None
    assert mine.country == "XA"
    assert other is None
    assert named is not None
    assert named.country == "XB"
    assert twice is None
    assert read.missing([tmp_path / "a/x.txt", tmp_path / "b/y.txt"]) == ("l/z.txt", "m/z.txt")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("name\turl\na.txt\t\n", "no column 'file'"),
        ("", "no column 'file'"),
        ("file\turl\n", "names no file"),
        ("file\turl\n\thttps://example.org\n", "line 2: the row names no file"),
        ("file\tdate\na.txt\t3 May 2021\n", "line 2: '3 May 2021' is not a date"),
        ("file\tcountry\na.txt\tVarland\n", "not a country code"),
        ("file\na.txt\nb.txt\na.txt\n", "lines 2 and 4 both name a.txt"),
        ('file\turl\n"a.txt\t\n', "not a readable table"),
    ],
)
def test_a_bad_manifest_is_one_sentence(text: str, sentence: str, tmp_path: Path) -> None:
    with pytest.raises(RegestaError, match=sentence) as caught:
        read_manifest(manifest(tmp_path, text))
    assert "SOURCES.tsv" in str(caught.value)


def test_a_missing_manifest_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(RegestaError, match="the manifest cannot be read"):
        read_manifest(tmp_path / "none.tsv")

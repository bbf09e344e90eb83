"""Which documents ``add`` was given, under which names, with which facts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from regesta.cli.inputs import gather
from regesta.cli.options import AddJob
from regesta.model.finding import RegestaError

EMPTY = AddJob(Path("none.db"), (), None, None, None, None, None, (), False)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """papers/one.txt, papers/deep/two.txt and a manifest that knows them."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "papers" / "deep").mkdir(parents=True)
    (tmp_path / "papers" / "one.txt").write_text("One.", encoding="utf-8")
    (tmp_path / "papers" / "deep" / "two.txt").write_text("Two.", encoding="utf-8")
    rows = (
        "file\tpublisher\tcountry\tdate\none.txt\tMinistry A\txa\t2031-05-04\ndeep/two.txt\tMinistry B\t\t\n"
    )
    (tmp_path / "papers" / "SOURCES.tsv").write_text(rows, encoding="utf-8")
    return tmp_path


def names(*inputs: str) -> list[str]:
    return [given.name for given in gather(replace(EMPTY, inputs=inputs)).documents]


@pytest.mark.parametrize(
    ("inputs", "expected"),
    [
        (("papers/one.txt",), ["one.txt"]),
        (("papers",), ["deep/two.txt", "one.txt"]),
        (("papers/",), ["deep/two.txt", "one.txt"]),
        (("papers/*.txt",), ["one.txt"]),
        (("papers/**/*.txt",), ["deep/two.txt", "one.txt"]),
        (("papers/one.txt", "papers", "papers/one.txt"), ["one.txt", "deep/two.txt"]),
        (("-", "papers/one.txt", "-"), ["-", "one.txt"]),
    ],
)
def test_names_are_relative_to_the_input(folder: Path, inputs: tuple[str, ...], expected: list[str]) -> None:
    assert folder.is_dir()
    assert names(*inputs) == expected


@pytest.mark.usefixtures("folder")
def test_a_bad_input_stops_no_other() -> None:
    gathered = gather(replace(EMPTY, inputs=("nowhere.txt", "papers/one.txt", "*.none")))
    assert [given.name for given in gathered.documents] == ["one.txt"]
    assert [failure.name for failure in gathered.failures] == ["nowhere.txt", "*.none"]


@pytest.mark.usefixtures("folder")
def test_the_manifest_says_what_the_texts_do_not() -> None:
    gathered = gather(replace(EMPTY, inputs=("papers",), manifest=Path("papers/SOURCES.tsv")))
    two, one = (given.source for given in gathered.documents)
    assert (one.file, one.publisher, one.country) == ("one.txt", "Ministry A", "XA")
    assert (one.published, one.published_basis) == ("2031-05-04", "given")
    assert (two.file, two.publisher, two.published) == ("deep/two.txt", "Ministry B", None)
    assert gathered.unnamed == ()


@pytest.mark.usefixtures("folder")
def test_the_manifest_and_the_packs_are_no_documents() -> None:
    job = replace(EMPTY, inputs=("papers/*",), manifest=Path("papers/SOURCES.tsv"))
    assert "SOURCES.tsv" not in {given.name for given in gather(job).documents}
    assert "SOURCES.tsv" in set(names("papers/*"))


@pytest.mark.usefixtures("folder")
def test_rows_that_name_no_file_given_are_told() -> None:
    job = replace(EMPTY, inputs=("papers/one.txt",), manifest=Path("papers/SOURCES.tsv"))
    assert gather(job).unnamed == ("deep/two.txt",)


def test_a_manifest_that_names_none_of_the_files_is_refused(folder: Path) -> None:
    (folder / "other.tsv").write_text("file\nthree.txt\n", encoding="utf-8")
    job = replace(EMPTY, inputs=("papers",), manifest=folder / "other.tsv")
    with pytest.raises(RegestaError, match="names none of the files"):
        gather(job)


@pytest.mark.usefixtures("folder")
def test_facts_of_one_document_go_before_the_manifest() -> None:
    job = replace(EMPTY, inputs=("papers/one.txt",), manifest=Path("papers/SOURCES.tsv"))
    job = replace(job, publisher="Ministry C", country="xb", url="https://c.example/1")
    (given,) = gather(job).documents
    assert (given.source.publisher, given.source.country) == ("Ministry C", "XB")
    assert (given.source.url, given.source.published) == ("https://c.example/1", "2031-05-04")


@pytest.mark.usefixtures("folder")
def test_facts_of_one_document_are_refused_for_several() -> None:
    job = replace(EMPTY, inputs=("papers",), publisher="Ministry C", published="2031-05-04")
    with pytest.raises(
        RegestaError, match=r"^--publisher and --date can be given for a single document only"
    ):
        gather(job)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("option", "value", "words"),
    [
        ("published", "4 May", "not a day"),
        ("published", "2031-13-01", "not a day"),
        ("country", "Avaria", "code"),
    ],
)
def test_malformed_facts_are_refused(option: str, value: str, words: str) -> None:
    with pytest.raises(RegestaError, match=words):
        gather(replace(EMPTY, inputs=("papers/one.txt",), **{option: value}))  # type: ignore[arg-type]

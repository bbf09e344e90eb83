"""``regesta brief``: the file, its form, and what is refused without writing anything."""

from __future__ import annotations

import zipfile
from pathlib import Path
from unittest.mock import patch

import pytest

from tests.export.brief.make import JULY, MARCH, PACK, ledger_of

from .make import run


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return ledger_of(tmp_path_factory.mktemp("brief"), MARCH, JULY)


def test_the_name_of_the_file_says_the_form(two: Path, tmp_path: Path) -> None:
    word, page = tmp_path / "brief.docx", tmp_path / "brief.html"
    done = run("--ledger", two, "brief", "XA", "XB", "-o", word, "--topics", PACK)
    assert (done.code, done.out, done.err) == (0, "", f"{word}: brief on XA and XB written.\n")
    assert zipfile.is_zipfile(word)
    assert run("--ledger", two, "brief", "XB", "XA", "-o", page).code == 0
    assert page.read_text("utf-8").startswith("<!DOCTYPE html>")


def test_without_a_file_the_page_is_printed(two: Path) -> None:
    done = run("--ledger", two, "brief", "xa", "xb", "--as-of", "2031-04-01")
    assert done.code == 0
    assert "Brief as of 1 April 2031" in done.out
    assert done.out.endswith("</html>\n")


def test_the_form_goes_before_the_name(two: Path, tmp_path: Path) -> None:
    target = tmp_path / "brief"
    assert run("--ledger", two, "brief", "XA", "XB", "-o", target, "--format", "html").code == 0
    assert target.read_text("utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (("XA", "XC"), "The ledger holds nothing on XA and XC together; no brief was written."),
        (("XA", "XA"), "A relationship has two sides; XA was named twice."),
        (
            ("XA", "XB", "--as-of", "2031-01-01"),
            "The ledger holds nothing on XA and XB together by 1 January 2031",
        ),
        (("XA", "XB", "--as-of", "spring"), "'spring' is not a day"),
    ],
)
def test_what_cannot_be_told_writes_nothing(
    two: Path, tmp_path: Path, more: tuple[str, ...], says: str
) -> None:
    target = tmp_path / "brief.docx"
    target.write_bytes(b"what was there")
    done = run("--ledger", two, "brief", *more, "-o", target)
    assert done.code == 2
    assert says in done.err
    assert target.read_bytes() == b"what was there"


def test_a_form_that_nothing_says_is_asked_for(two: Path, tmp_path: Path) -> None:
    done = run("--ledger", two, "brief", "XA", "XB", "-o", tmp_path / "brief.odt")
    assert done.code == 2
    assert "name it .docx or .html" in done.err
    done = run("--ledger", two, "brief", "XA", "XB", "--format", "docx")
    assert done.code == 2
    assert "name it with -o" in done.err


def test_word_asks_for_its_package_and_the_page_does_not(two: Path, tmp_path: Path) -> None:
    def found(name: str) -> object:
        return None if name == "docx" else object()

    with (
        patch("regesta.cli.briefing.find_spec", side_effect=found),
        patch("regesta.model.extras.find_spec", side_effect=found),
    ):
        done = run("--ledger", two, "brief", "XA", "XB", "-o", tmp_path / "brief.docx")
        assert done.code == 2
        assert "pip install 'regesta[exports]'" in done.err
        assert run("--ledger", two, "brief", "XA", "XB").code == 0


def test_the_commands_that_list_what_was_left_out_run(two: Path) -> None:
    for command in (
        ("register", "--between", "XA-XB", "--until", "2031-07-10"),
        ("statements", "--between", "XA-XB", "--until", "2031-07-10"),
        ("commitments", "--open", "--between", "XA-XB", "--as-of", "2031-04-01"),
        ("requests", "--between", "XA-XB", "--as-of", "2031-04-01"),
        ("terms", "--by", "side", "--between", "XA-XB", "--until", "2031-07-10"),
        ("check", "--party", "XA", "--party", "XB", "--as-of", "2031-07-10", "--notes"),
    ):
        done = run("--ledger", two, *command)
        assert done.code == 0, done.err
        assert done.out
    assert "Nothing found" in run("--ledger", two, "commitments", "--between", "XA-XC").err

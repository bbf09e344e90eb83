"""Bad input, end to end: one sentence, a non-zero exit, the ledger as it was."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

from .make import fill, first, run

GOOD = "The Foreign Minister of Japan met the Foreign Minister of France in Tokyo on 4 May 2031."
BAD: dict[str, bytes] = {
    "empty.txt": b"",
    "blank.txt": b" \r\n\t\n",
    "binary.txt": bytes(range(256)) * 40,
    "archive.txt": b"PK\x03\x04" + bytes(200),
    "wrong-encoding.txt": b"The ministers met." + b"\xff\xfe\x80\x81\x8d\x8f\x90\x9d\x00" * 30,
    "line.txt": b"both sides agreed that " * 900_000,
}


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with good.txt and a ledger of one reading."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    return tmp_path


def dump(path: Path) -> list[str]:
    """Everything that a ledger holds."""
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def refused(*arguments: str | Path) -> str:
    """Run ``add``; it must say one sentence, exit with 2 and make no ledger; return the sentence."""
    done = run("add", *arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("regesta: ")
    assert done.err.count("\n") == 1
    assert not Path("regesta.db").exists()
    return done.err


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_alone(here: Path, name: str) -> None:
    (here / name).write_bytes(BAD[name])
    assert name in refused(name)


def test_a_long_line_on_standard_input() -> None:
    done = run("add", "-", stdin=BAD["line.txt"])
    assert (done.code, done.out) == (2, "")
    assert "more than the limit of 8.0 MB" in done.err


def test_the_limit_can_be_set(here: Path) -> None:
    (here / "large.txt").write_text("The tide rose.\n" * 100_000, encoding="utf-8")
    assert "the limit of 1.0 MB" in refused("large.txt", "--limit", "1")


def test_bad_files_in_a_batch_are_listed_at_the_end_and_the_good_ones_kept(here: Path) -> None:
    for name, raw in BAD.items():
        (here / name).write_bytes(raw)
    done = run("add", *BAD, "good.txt", "nowhere.txt")
    assert done.code == 1
    assert done.out == "1 document: 1 new.\n"
    head, *sentences = done.err.splitlines()
    assert head == f"{len(BAD) + 1} inputs could not be read:"
    assert len(sentences) == len(BAD) + 1
    for name in (*BAD, "nowhere.txt"):
        assert sum(name in sentence for sentence in sentences) == 1
    assert "good.txt" in run("documents").out


def test_nothing_but_bad_files_is_nothing_done(here: Path) -> None:
    (here / "empty.txt").touch()
    done = run("add", "empty.txt", "nowhere.txt")
    assert (done.code, done.out) == (2, "")
    assert not (here / "regesta.db").exists()


def test_a_ledger_is_as_it_was_after_bad_input(here: Path) -> None:
    ledger = fill(here / "held.db", first())
    before = dump(ledger)
    (here / "empty.txt").touch()
    assert run("--ledger", ledger, "add", "empty.txt").code == 2
    assert dump(ledger) == before


@pytest.fixture
def locked(here: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that we have no right to open, also when the tests run as root."""
    folder = here / "locked"
    folder.mkdir()
    real = os.scandir

    def scandir(path: Any = ".") -> Any:
        if Path(path).resolve() == folder:
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    folder.chmod(0)
    yield folder
    folder.chmod(0o700)


def test_a_folder_without_rights(locked: Path) -> None:
    assert "permission denied" in refused(locked).lower()


def test_a_folder_without_rights_stops_no_other(locked: Path) -> None:
    done = run("add", locked.name, "good.txt")
    assert (done.code, done.out) == (1, "1 document: 1 new.\n")
    assert "locked" in done.err


def test_a_ledger_in_a_folder_that_is_not_there() -> None:
    done = run("add", "good.txt", "--ledger", "none/regesta.db")
    assert (done.code, done.out) == (2, "")
    assert done.err.count("\n") == 1


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ("name\turl\ngood.txt\thttps://p.example\n", "no column 'file'"),
        ("file\turl\n", "names no file"),
        ("file\turl\n\thttps://p.example\n", "names no file"),
        ("file\turl\nother.txt\thttps://p.example\n", "names none of the files"),
        ("file\tdate\ngood.txt\tyesterday\n", "is not a date"),
    ],
)
def test_a_manifest_that_says_nothing_of_the_files(here: Path, rows: str, words: str) -> None:
    (here / "sources.tsv").write_text(rows, encoding="utf-8")
    assert words in refused("--manifest", "sources.tsv", "good.txt")


def test_a_manifest_that_is_not_there() -> None:
    assert "sources.tsv" in refused("--manifest", "sources.tsv", "good.txt")


def test_facts_of_one_document_for_several(here: Path) -> None:
    (here / "other.txt").write_text("Other.", encoding="utf-8")
    assert "--publisher" in refused("--publisher", "Ministry A", "good.txt", "other.txt")


def no_ledger(path: Path) -> None:
    path.write_text("no ledger at all\n" * 50, encoding="utf-8")


def other_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE ducks (name TEXT)")


def newer_ledger(path: Path) -> None:
    fill(path, first())
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")


@pytest.mark.parametrize(
    "command", [("add", "good.txt"), ("meetings",), ("register",), ("check",), ("export",)]
)
@pytest.mark.parametrize(
    ("make", "words"),
    [
        (no_ledger, "not a ledger"),
        (other_database, "not a ledger"),
        (newer_ledger, "newer version of Regesta"),
    ],
)
def test_a_file_that_is_no_ledger_of_ours(
    here: Path, command: tuple[str, ...], make: Any, words: str
) -> None:
    path = here / "strange.db"
    make(path)
    before = path.read_bytes()
    done = run("--ledger", path, *command)
    assert (done.code, done.out) == (2, "")
    assert words in done.err
    assert done.err.count("\n") == 1
    assert path.read_bytes() == before


@pytest.fixture
def small_disk() -> Iterator[None]:
    """Every database may take 150 pages and no more, as on a disk that is nearly full."""

    def limit(connection: Any, _record: object) -> None:
        connection.execute("PRAGMA max_page_count = 150")

    event.listen(Engine, "connect", limit)
    yield
    event.remove(Engine, "connect", limit)


@pytest.mark.usefixtures("small_disk")
def test_a_full_disk_in_the_middle_keeps_what_was_whole(here: Path) -> None:
    (here / "big.txt").write_text(GOOD + "\n" + "The tide rose.\n" * 60_000, encoding="utf-8")
    (here / "last.txt").write_text("Last. " + GOOD, encoding="utf-8")
    done = run("add", "good.txt", "big.txt", "last.txt")
    assert (done.code, done.out) == (1, "1 document: 1 new.\n")
    assert "The disk is full" in done.err
    assert done.err.endswith("2 inputs were not read to the end.\n")
    assert done.err.count("\n") == 1
    assert [line.split()[0] for line in run("documents", "--csv").out.splitlines()[1:]]
    assert len(run("export").out.splitlines()) == 1


@pytest.mark.usefixtures("small_disk")
def test_a_full_disk_at_the_first_document_leaves_the_ledger_as_it_was(here: Path) -> None:
    ledger = fill(here / "held.db", first())
    before = dump(ledger)
    (here / "big.txt").write_text(GOOD + "\n" + "The tide rose.\n" * 60_000, encoding="utf-8")
    done = run("--ledger", ledger, "add", "big.txt")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("regesta: The disk is full")
    assert done.err.count("\n") == 1
    assert dump(ledger) == before


def test_a_ledger_that_is_missing_is_said() -> None:
    for command in ("meetings", "register", "check", "export", "shares"):
        done = run(command)
        assert (done.code, done.out) == (2, "")
        assert "There is no ledger" in done.err

"""A failed export loses nothing."""

from __future__ import annotations

import errno
import io
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from regesta.export import write_folder, write_lines
from regesta.model.finding import RegestaError


def failing(problem: Exception) -> Iterator[str]:
    yield "half a line"
    raise problem


def test_lines_are_written_and_counted(tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    assert write_lines(iter(["ä", "b"]), target) == 2
    assert target.read_bytes() == "ä\nb\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]


def test_standard_output(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr("sys.stdout", stream)
    assert write_lines(["a"], None) == 1
    assert stream.getvalue() == "a\n"


@pytest.mark.parametrize(
    ("problem", "raised"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), RegestaError),
        (RegestaError("The ledger broke."), RegestaError),
        (KeyboardInterrupt(), KeyboardInterrupt),
    ],
)
def test_a_failure_half_way_keeps_the_old_file(
    tmp_path: Path, problem: Exception, raised: type[BaseException]
) -> None:
    target = tmp_path / "out.jsonl"
    target.write_text("old\n", encoding="utf-8")
    with pytest.raises(raised):
        write_lines(failing(problem), target)
    assert target.read_text(encoding="utf-8") == "old\n"
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]


def test_a_full_disk_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(RegestaError, match=r"^The disk is full; nothing was written to .*out\.jsonl\.$"):
        write_lines(failing(OSError(errno.ENOSPC, "No space left on device")), tmp_path / "out.jsonl")


def test_a_folder_and_a_missing_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(RegestaError, match="Is a directory"):
        write_lines(["a"], tmp_path)
    with pytest.raises(RegestaError, match="No such file"):
        write_lines(["a"], tmp_path / "none" / "out.jsonl")


def test_rights_and_links_of_the_old_file_are_kept(tmp_path: Path) -> None:
    target, link = tmp_path / "out.jsonl", tmp_path / "link.jsonl"
    target.write_text("old\n", encoding="utf-8")
    target.chmod(0o640)
    link.symlink_to(target)
    write_lines(["new"], link)
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "new\n"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_lines(["a"], pipe)
        assert os.read(reader, 10) == b"a\n"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


def test_a_folder_stands_whole_or_not_at_all(tmp_path: Path) -> None:
    def fill(folder: Path) -> int:
        (folder / "one").write_text("1", "utf-8")
        return 1

    def fall(folder: Path) -> int:
        fill(folder)
        raise RegestaError("no more")

    with pytest.raises(RegestaError, match="no more"):
        write_folder(fall, tmp_path / "out")
    assert list(tmp_path.iterdir()) == []
    assert write_folder(fill, tmp_path / "out") == 1
    assert [one.name for one in (tmp_path / "out").iterdir()] == ["one"]


def test_a_folder_with_something_in_it_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("1", "utf-8")
    with pytest.raises(RegestaError, match="the folder is not empty; nothing was changed"):
        write_folder(lambda _: 0, tmp_path)
    with pytest.raises(RegestaError, match="this is a file"):
        write_folder(lambda _: 0, tmp_path / "mine")
    assert [one.name for one in tmp_path.iterdir()] == ["mine"]

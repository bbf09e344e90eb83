"""The program as a whole: version, start-up, colour, pipes."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from .make import SAME_CODE, run, spawn

LAST = b"<the run is over>"
START = "from regesta.cli.main import main; main()"


def test_version_and_help() -> None:
    assert spawn("--version").out.startswith("regesta ")
    assert run("--help").code == 0
    assert run().code == 2


def test_help_does_not_open_the_heavy_rooms() -> None:
    code = (
        "import sys\nfrom regesta.cli.main import main\n"
        "try:\n    main()\nexcept SystemExit:\n    print('MODULES', *sorted(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code, "--help"], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split("MODULES")[1].split())
    heavy = {"sqlalchemy", "alembic", "trafilatura", "selectolax", "pydantic", "yaml", "charset_normalizer"}
    assert not loaded & (heavy | {"regesta.query", "regesta.reading", "regesta.engine", "regesta.ledger"})


def test_an_unknown_command_is_wrong_use() -> None:
    done = run("destroy")
    assert done.code == 2
    assert "No such command 'destroy'" in done.err


def test_output_is_utf8_in_any_locale(ledger: Path) -> None:
    done = spawn("--ledger", ledger, "register", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert done.code == 0
    assert "“" in done.out


def test_a_closed_pipe_is_silent(ledger: Path) -> None:
    command = f"{sys.executable} -c '{START}' --ledger {ledger} statements --json | true"
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=False)
    assert done.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("command", [("statements", "--json"), ("export",), ("register",)])
def test_output_that_cannot_be_written_is_one_sentence(ledger: Path, command: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-c", START, "--ledger", str(ledger), *command],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr == "regesta: The output cannot be written whole (No space left on device).\n"


def coloured(shown: str) -> bool:
    """Whether a terminal was told to change colour (bold and dim are no colours)."""
    return any(code in {"36", "1;36"} for code in re.findall(r"\x1b\[([0-9;]+)m", shown))


def test_colour_is_off_when_piped_and_with_no_color_and_on_at_a_terminal(ledger: Path) -> None:
    assert "\x1b" not in spawn("--ledger", ledger, "register").out
    assert coloured(at_terminal("--ledger", ledger, "register", TERM="xterm").decode())
    plain = at_terminal("--ledger", ledger, "register", TERM="xterm", NO_COLOR="1").decode()
    assert "Port Avar" in plain
    assert not coloured(plain)
    assert "\x1b" not in at_terminal("--ledger", ledger, "register", TERM="dumb").decode()


def test_a_progress_bar_stands_on_standard_error_and_only_at_a_terminal(tmp_path: Path) -> None:
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(f"The tide rose {number} times.", encoding="utf-8")
    shown = at_terminal(
        "--ledger", tmp_path / "bar.db", "add", tmp_path, only_stderr=True, TERM="xterm"
    ).decode()
    assert "Reading" in shown
    assert "6/6" in shown
    assert spawn("--ledger", tmp_path / "pipe.db", "add", tmp_path).err == ""


def at_terminal(*arguments: str | Path, only_stderr: bool = False, **environment: str) -> bytes:
    """What a terminal shows of a run that ends well.

    The terminal stays open until everything is read: a terminal that is hung up with its last writer may
    lose what it has not yet passed on. What ends the reading is a mark written after the run.
    """
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", START, *map(str, arguments)]
    stdout = subprocess.DEVNULL if only_stderr else theirs
    known = SAME_CODE | environment | {"COLUMNS": "200"}
    with ThreadPoolExecutor(1) as readers:
        shown = readers.submit(read_up_to, ours, LAST)
        code = subprocess.run(command, stdout=stdout, stderr=theirs, env=known, check=False).returncode
        os.write(theirs, LAST)
        seen = shown.result()
    os.close(ours)
    os.close(theirs)
    assert code == 0, seen
    return seen


def read_up_to(terminal: int, mark: bytes) -> bytes:
    """What is read from a terminal before ``mark``."""
    shown = b""
    while not shown.endswith(mark):
        shown += os.read(terminal, 4096)
    return shown.removesuffix(mark)


def test_json_is_whole(ledger: Path) -> None:
    assert len(json.loads(spawn("--ledger", ledger, "statements", "--json").out)) == 2

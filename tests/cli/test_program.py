"""The program as a whole: version, start-up, colour, pipes."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

from .make import run, spawn

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


def test_a_closed_pipe_is_no_traceback(ledger: Path) -> None:
    command = f"{sys.executable} -c '{START}' --ledger {ledger} statements --json | true"
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr


def test_colour_is_off_when_piped_and_with_no_color_and_on_at_a_terminal(ledger: Path) -> None:
    assert "\x1b" not in spawn("--ledger", ledger, "register").out
    assert "\x1b[" in at_terminal(ledger, "register", TERM="xterm")
    assert "\x1b[1" not in at_terminal(ledger, "register", TERM="xterm", NO_COLOR="1").replace("\x1b[1m", "")
    assert "\x1b" not in at_terminal(ledger, "register", TERM="dumb")


def at_terminal(ledger: Path, *arguments: str, **environment: str) -> str:
    """What a terminal shows."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", START, "--ledger", str(ledger), *arguments]
    with subprocess.Popen(
        command, stdout=theirs, stderr=theirs, env=environment | {"COLUMNS": "200"}
    ) as process:
        os.close(theirs)
        shown = bytearray()
        try:
            while piece := os.read(ours, 4096):
                shown += piece
        except OSError:  # the terminal is gone with its last writer
            pass
        os.close(ours)
        assert process.wait() == 0
    return shown.decode("utf-8")


def test_json_is_whole(ledger: Path) -> None:
    assert len(json.loads(spawn("--ledger", ledger, "statements", "--json").out)) == 2

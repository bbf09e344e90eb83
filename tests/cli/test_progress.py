"""What a terminal shows of work under way; a pipe is shown nothing."""

from __future__ import annotations

import io
import re

import pytest

from regesta.cli.progress import looks


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_each_source_has_a_line_with_its_pages_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    stream = Terminal()
    monkeypatch.setattr("sys.stderr", stream)
    with looks() as looked:
        for page in ("https://xa.example/1", "https://xa.example/[2]"):
            looked("arvenia", page)
        looked("tolmark", "https://xb.example/9")
    shown = " ".join(re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", stream.getvalue()).split())
    assert "arvenia: https://xa.example/[2] 2 looked at" in shown
    assert "tolmark: https://xb.example/9 1 looked at" in shown


def test_a_pipe_is_shown_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with looks() as looked:
        looked("arvenia", "https://xa.example/1")
    assert capsys.readouterr() == ("", "")

"""One document without a ledger, and what importing the package costs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import regesta
from regesta.model.document import Source
from tests.cli.make import SAME_CODE
from tests.export.filled import SAMPLES

TEXT = "On 4 March 2031, Foreign Minister Odile Tarn thanked Foreign Minister Pavo Reth of Brevonia.\n"
PACK = Path(__file__).parents[1] / "gold" / "pack.yml"


def test_a_text_is_read(tmp_path: Path) -> None:
    found = regesta.read(TEXT, country="XA", published="2031-03-04", topics=[PACK])
    [said] = found.records.statements
    assert (said.act, said.actors[0].name, said.span.of(found.page.text)) == (
        "thank",
        "Odile Tarn",
        TEXT.strip(),
    )
    assert (found.document.side, found.document.published) == ("XA", "2031-03-04")
    file = tmp_path / "one.txt"
    file.write_text(TEXT, "utf-8")
    again = regesta.read(file, Source(country="XA", published="2031-03-04"), topics=[PACK])
    assert again.records == found.records


def test_a_page_is_read() -> None:
    page = (SAMPLES / "2024-02-07-joint-statement.html").read_bytes()
    assert regesta.read(page, topics=[SAMPLES / "pack.yml"]).records.commitments


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(regesta.RegestaError):
        regesta.read("")
    with pytest.raises(regesta.RegestaError):
        regesta.read(Path("nowhere.txt"))


def test_importing_the_package_loads_nothing() -> None:
    ask = (
        "import sys, regesta; before = set(sys.modules); assert 'regesta.interface' not in before;"
        "assert not {'sqlalchemy', 'pandas', 'yaml'} & before; assert callable(regesta.open);"
        "assert 'sqlalchemy' in sys.modules and 'pandas' not in sys.modules; assert 'read' in dir(regesta)"
    )
    done = subprocess.run(
        [sys.executable, "-c", ask], env=SAME_CODE, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_the_package_has_no_other_names() -> None:
    with pytest.raises(AttributeError, match="no attribute 'opne'"):
        regesta.opne  # type: ignore[attr-defined]  # noqa: B018
    assert set(regesta.__all__) == {"open", "read", "Register", "RegestaError"}

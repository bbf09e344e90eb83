"""The walk-through of docs/rules.md is followed to the letter: its files, its commands, what they print."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from regesta.rules.packs import read_pack

ROOT = Path(__file__).resolve().parent.parent
TEXT = (ROOT / "docs" / "rules.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w+)(?: ([\w.]+))?\n(.*?)^```$", TEXT, flags=re.MULTILINE | re.DOTALL)


def test_the_commands_print_what_the_page_says() -> None:
    done = subprocess.run(
        [sys.executable, "tools/walk.py", "--check"], check=False, cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr


def test_the_walk_shows_the_sentence_before_and_after() -> None:
    consoles = [" ".join(body.split()) for kind, _, body in BLOCKS if kind == "console"]
    before, check, after = consoles
    assert "unread: " in before and "XV" not in before
    assert "7 of 7 examples are read as they say." in check
    assert "act urge" in after and "rule vossmark_importuning" in after
    assert "XV (Ysolde Marr) urges XA, due 30 April 2031" in after


def test_the_pieces_of_the_page_make_a_pack(tmp_path: Path) -> None:
    path = tmp_path / "vossmark.yml"
    path.write_text("".join(body for _, file, body in BLOCKS if file == "vossmark.yml"), "utf-8")
    pack = read_pack(path)
    assert pack.verbs is not None and [group.id for group in pack.verbs.groups] == ["vossmark_importuning"]
    assert pack.offices is not None and pack.publishers is not None and len(pack.sources) == 1

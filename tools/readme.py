"""Take the examples of README.md, and its picture, anew from the real commands.

    python tools/readme.py           write them
    python tools/readme.py --check   say whether they are what is printed today

In a block marked `console` every line that begins with "$ " is run in the project's root, with a
ledger made for the purpose; what it prints takes the place of the lines that follow it.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
PICTURE = ROOT / "docs" / "register.svg"
PICTURED = "regesta register --since 2023-07-09 --until 2023-07-09"
WIDTH = 112
BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)


def run(command: str, ledger: Path, colour: bool = False) -> str:
    """Return what ``command`` prints; a command that fails ends the work."""
    kept = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR")}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    more = {"REGESTA_LEDGER": str(ledger), "COLUMNS": str(WIDTH), "PATH": path}
    more |= {"FORCE_COLOR": "1", "TERM": "xterm"} if colour else {"NO_COLOR": "1"}
    done = subprocess.run(
        ["bash", "-c", command], cwd=ROOT, env=kept | more, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"$ {command}\n{done.stderr.strip()}")
    return "".join(f"{line.rstrip()}\n" for line in (done.stdout or done.stderr).splitlines())


def readme(text: str, ledger: Path) -> str:
    """Return ``text`` with what its commands print today."""

    def block(match: re.Match[str]) -> str:
        commands = [line for line in match.group().splitlines() if line.startswith("$ ")]
        return "\n".join(f"{command}\n{run(command[2:], ledger)}" for command in commands)

    return BLOCK.sub(block, text)


def picture(ledger: Path) -> str:
    """Return the picture of :data:`PICTURED` as SVG without anything loaded from elsewhere."""
    printed = run(PICTURED, ledger, colour=True)
    console = Console(record=True, width=WIDTH, file=StringIO())
    console.print(Text.from_ansi(printed))
    svg = console.export_svg(title=f"$ {PICTURED}", unique_id="register")
    return re.sub(r"\n *@font-face \{.*?\}(?=\n)", "", svg, flags=re.DOTALL)


def main(check: bool) -> int:
    """Write both files, or compare them; 1 when they differ."""
    old = README.read_text("utf-8")
    with TemporaryDirectory() as folder:
        ledger = Path(folder) / "readme.db"
        new, drawn = readme(old, ledger), picture(ledger)
    if not check:
        README.write_text(new, "utf-8")
        PICTURE.write_text(drawn, "utf-8")
        return 0
    stale = [path.name for path, made in ((README, new), (PICTURE, drawn)) if path.read_text("utf-8") != made]
    if stale:
        sys.stderr.write(f"{' and '.join(stale)}: no longer what is printed; run `make examples`.\n")
    return 1 if stale else 0


if __name__ == "__main__":
    raise SystemExit(main("--check" in sys.argv))

"""Follow the walk-through of docs/rules.md, and take anew what its commands print.

    python tools/walk.py           write it
    python tools/walk.py --check   say whether it is what is printed today

The text is followed from the top in an empty folder. A block whose first line names a file after
its language ("```yaml vossmark.yml") is added to the end of that file. In a block marked `console`
every line that begins with "$ " is run there; what it prints takes the place of the lines after it.
The version of the rules, which changes with every rule, is written as "rules …", an id as "s-…".
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "rules.md"
WIDTH = 110
BLOCK = re.compile(
    r"^```(?P<kind>[a-z]+)(?: (?P<file>[\w.]+))?\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL
)
CHANGING = (
    (re.compile(r"\brules [0-9a-f]{12}\b"), "rules …"),
    (re.compile(r"\b([a-z])-[0-9a-f]{12}\b"), r"\1-…"),
)


def follow(text: str, folder: Path) -> str:
    """Do in ``folder`` what ``text`` says; return the text with what its commands print today."""

    def block(match: re.Match[str]) -> str:
        if match["file"]:
            with (folder / match["file"]).open("a", encoding="utf-8") as file:
                file.write(match["body"])
        if match["kind"] != "console":
            return match[0]
        commands = [line for line in match["body"].splitlines() if line.startswith("$ ")]
        return "".join(["```console\n", *(f"{line}\n{run(line[2:], folder)}" for line in commands), "```"])

    return BLOCK.sub(block, text)


def run(command: str, folder: Path) -> str:
    """Return what ``command`` prints in ``folder``, on either stream, without what changes by itself."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    more = {"NO_COLOR": "1", "COLUMNS": str(WIDTH), "PATH": path, "REGESTA_LEDGER": "regesta.db"}
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env={**os.environ, **more},
        capture_output=True,
        text=True,
        check=False,
    )
    printed = "".join(f"{line.rstrip()}\n" for line in f"{done.stdout}{done.stderr}".splitlines())
    for changing, kept in CHANGING:
        printed = changing.sub(kept, printed)
    return printed


def main(check: bool) -> int:
    """Write the page, or compare it; 1 when it differs."""
    old = PAGE.read_text("utf-8")
    with TemporaryDirectory() as folder:
        new = follow(old, Path(folder))
    if not check:
        PAGE.write_text(new, "utf-8")
    elif new != old:
        sys.stderr.write("docs/rules.md: no longer what is printed; run `make examples`.\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))

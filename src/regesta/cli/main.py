"""The program: runs a command and turns a known failure into one sentence.

Exit codes, as ``docs/commands.md`` gives them: 0 fine, 1 some files could not be read, 2 wrong
use or nothing done, 3 findings and ``--fail``.
"""

from __future__ import annotations

import io
import sys

from regesta.cli.app import build
from regesta.cli.words import plain
from regesta.model.finding import RegestaError

NOTHING_DONE = 2


def main() -> None:
    """Run ``regesta`` on the program's arguments and exit.

    Output is UTF-8 wherever it goes. A :class:`RegestaError` is printed as one sentence on
    standard error, without a traceback.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        build()()
    except RegestaError as problem:
        sys.stderr.write(f"regesta: {plain(str(problem))}\n")
        sys.exit(NOTHING_DONE)

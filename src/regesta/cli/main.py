"""The program: runs a command and turns a known failure into one sentence.

Exit codes, as ``docs/commands.md`` gives them: 0 fine, 1 some files could not be read, 2 wrong
use or nothing done, 3 findings and ``--fail``.
"""

from __future__ import annotations

import errno
import gc
import io
import os
import sys
from pathlib import Path

from regesta.cli.app import build
from regesta.cli.words import plain
from regesta.model.finding import RegestaError

NOTHING_DONE = 2
_NEW_OBJECTS = 50_000
"""How many new objects Python lets come before it looks for unused ones: the rules alone are over 100,000."""


def main() -> None:
    """Run ``regesta`` on the program's arguments and exit.

    Output is UTF-8 wherever it goes. A :class:`RegestaError` is printed as one sentence on
    standard error, without a traceback.
    """
    gc.set_threshold(_NEW_OBJECTS, *gc.get_threshold()[1:])
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        try:
            build()()
        finally:
            sys.stdout.flush()
    except RegestaError as problem:
        _say(str(problem))
        sys.exit(NOTHING_DONE)
    except OSError as problem:
        _let_go_of_stdout()
        if problem.errno != errno.EPIPE:
            _say(f"The output cannot be written whole ({problem.strerror or problem}).")
        sys.exit(NOTHING_DONE)


def _say(sentence: str) -> None:
    sys.stderr.write(f"regesta: {plain(sentence)}\n")


def _let_go_of_stdout() -> None:
    """Point standard output at nothing, so that what is left in it raises no second failure."""
    with Path(os.devnull).open("w", encoding="utf-8") as nothing:
        os.dup2(nothing.fileno(), sys.stdout.fileno())


if __name__ == "__main__":
    main()

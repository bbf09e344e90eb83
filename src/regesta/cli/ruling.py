"""``regesta rules check``: reads packs and runs their own examples."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from regesta.cli.words import plain
from regesta.engine.examples import Checked, check_pack

FAILED = 3


def check_rules(paths: Sequence[Path]) -> int:
    """Run the examples of the packs at ``paths``; the exit code is 0, or 3 when one fails.

    Raises :class:`RegestaError` for a pack that cannot be used.
    """
    checked = [(path, check_pack(path)) for path in paths]
    for path, done in checked:
        _tell(path, done)
    return FAILED if any(done.failed for _, done in checked) else 0


def _tell(path: Path, done: Checked) -> None:
    right = done.ran - len(done.failed)
    sys.stdout.write(f"{plain(str(path))}: {right} of {done.ran} examples are read as they say.\n")
    for one in done.failed:
        sys.stdout.write(f"  {plain(one.entry)}: “{plain(one.example)}”: {plain(one.why)}\n")

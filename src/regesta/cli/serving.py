"""``regesta serve``."""

from __future__ import annotations

import sys

from regesta.cli import doors
from regesta.cli.extras import need
from regesta.cli.options import ServeJob
from regesta.cli.signing import signed
from regesta.clock import now


def serve(job: ServeJob) -> int:
    """Serve the reading room until it is interrupted; the exit code is 0.

    Raises :class:`regesta.model.finding.RegestaError` where the extra ``web`` is not installed, where the
    ledger or the port cannot be used, or where an address is asked for that others can reach and nobody
    may come in.
    """
    need("web")
    doors.open_room(job, signed(job.by).by, now, _opened, _warn)
    return 0


def _opened(address: str) -> None:
    _say(f"Open {address} in a browser; Ctrl-C ends.")


def _warn(sentence: str) -> None:
    _say(f"regesta: {sentence}")


def _say(words: str) -> None:
    sys.stderr.write(f"{words}\n")
    sys.stderr.flush()

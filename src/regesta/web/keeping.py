"""What the room keeps up to date behind its pages: the findings, in a thread of its own.

The thread waits until it is called, which whoever changes the ledger does, and the pages that show
findings where these are of an earlier state. It works on one state of the ledger at a time.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

from regesta.ledger import Ledger
from regesta.model.finding import RegestaError
from regesta.work.checking import keep_findings

_SWITCH_SECONDS = 0.0005
"""How long the thread may hold up a page that waits for its turn."""
_PATIENCE_SECONDS = 5.0
_LOG = logging.getLogger(__name__)


class Keeper:
    """The thread that keeps findings up to date. ``start`` it once.

    ``idle`` is set while it has nothing to do; ``trouble`` is a sentence where the last time came to nothing.
    """

    def __init__(self, ledger: Path, clock: Callable[[], str]) -> None:
        """Work on the ledger at ``ledger``, opened anew each time; ``clock`` tells the time."""
        self._ledger, self._clock = ledger, clock
        self._called, self._ended = Event(), Event()
        self._thread = Thread(target=self._work, name="regesta-keeper", daemon=True)
        self.idle = Event()
        self.trouble: str | None = None

    def start(self) -> None:
        """Begin, and look at once whether there is something to do."""
        sys.setswitchinterval(min(sys.getswitchinterval(), _SWITCH_SECONDS))
        self.call()
        self._thread.start()

    def call(self) -> None:
        """Say that the ledger may have changed; nothing is done twice for it."""
        self.idle.clear()
        self._called.set()

    def stop(self) -> None:
        """End after what is being done, or let go of it: what is kept is kept whole or not at all."""
        self._ended.set()
        self._called.set()
        self._thread.join(_PATIENCE_SECONDS)

    def _work(self) -> None:
        while self._called.wait() and not self._ended.is_set():
            self._called.clear()
            try:
                with Ledger.open(self._ledger) as ledger:
                    keep_findings(ledger, now=self._clock())
                self.trouble = None
            except RegestaError as problem:
                self.trouble = str(problem)
                _LOG.warning("The findings could not be brought up to date: %s", problem)
            except BaseException:
                self.trouble = "The checks ended with an error, which the server has printed; start it again."
                self.idle.set()
                raise
            if not self._called.is_set():
                self.idle.set()


class Calling:
    """Calls ``call`` after each request that may have changed the ledger."""

    def __init__(self, app: Callable[..., object], call: Callable[[], None]) -> None:
        """Stand before ``app``."""
        self._app, self._call = app, call

    async def __call__(self, scope: dict[str, object], receive: object, send: object) -> None:
        """Hand the request on, then call."""
        await self._app(scope, receive, send)  # type: ignore[misc]
        if scope["type"] == "http" and scope["method"] not in ("GET", "HEAD"):
            self._call()

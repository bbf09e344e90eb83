"""After something was decided: the trail, and what holds across documents."""

from __future__ import annotations

from fastapi import Request

from regesta.ledger import LedgerStopped
from regesta.web.desk import Desk
from regesta.web.intake import Intake
from regesta.work.linking import link


def decided(request: Request, desk: Desk, what: str, about: str) -> None:
    """Add to the trail what was decided, and bring up to date what holds across documents.

    The decision is kept already and its documents are marked. Where another program writes for so long
    that this cannot be done now, the thread that reads documents does it later.
    """
    desk.note(what, about)
    try:
        link(desk.ledger, now=desk.now())
    except LedgerStopped:
        intake: Intake = request.app.state.intake
        intake.link_later()

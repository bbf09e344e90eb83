"""The front page."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from regesta.web.desk import AtDesk
from regesta.web.page import Page, shown_by
from regesta.web.templates import render

router = APIRouter()


@shown_by("front.html")
class FrontPage(Page):
    """The way in.

    ``ledger``: the name of the ledger's file.
    """

    ledger: str


@router.get("/")
def front(request: Request, desk: AtDesk) -> Response:
    """Show the front page."""
    return render(request, FrontPage(desk.settings.ledger.name))

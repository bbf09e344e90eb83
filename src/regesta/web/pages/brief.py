"""What to know of a relationship on the morning of a meeting, as a page and as a Word document."""

from __future__ import annotations

from importlib.util import find_spec
from io import BytesIO
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request, Response

from regesta.export.brief.build import made
from regesta.export.brief.content import Brief
from regesta.export.brief.shown import ShownBrief, shown
from regesta.model.extras import need
from regesta.model.finding import RegestaError
from regesta.query import relations as ask
from regesta.query.between import across_between
from regesta.query.findings import FoundAsOf, SoughtFindings, found_all, found_as_of
from regesta.web import asked
from regesta.web.desk import AtDesk, Desk
from regesta.web.page import Page, shown_by
from regesta.web.templates import render

router = APIRouter()
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@shown_by("brief.html")
class BriefPage(Page):
    """A brief on two states.

    ``told``: its lines with their notes. ``word``: whether it can be had as a Word document here.
    ``as_of``: as of what the findings in it were worked out; ``trouble``: why they could not be brought up
    to date, None where they can.
    """

    told: ShownBrief
    word: bool
    as_of: FoundAsOf
    trouble: str | None


@router.get("/r/{pair}/brief")
def brief(
    request: Request,
    desk: AtDesk,
    pair: str,
    form: Annotated[str | None, Query(alias="as")] = None,
) -> Response:
    """Show the brief as of the newest document of the ledger; ``as=docx`` gives it as a Word document."""
    sides = asked.two_sides(pair)
    if form not in (None, "docx"):
        raise RegestaError(f"There is no form {form!r} of a brief here; it can be had as docx.")
    if form == "docx":
        need("exports")
    if ask.relation(desk.ledger, *sides) is None:
        raise HTTPException(404, f"The ledger holds nothing on {sides[0]} and {sides[1]} together.")
    as_of = found_as_of(desk.ledger)
    if as_of.at is None or as_of.newer:
        request.app.state.keeper.call()
    told = _made(desk, sides)
    if form == "docx":
        return _as_word(desk, told)
    word = find_spec("docx") is not None
    return render(request, BriefPage(shown(told), word, as_of, request.app.state.keeper.trouble))


def _made(desk: Desk, sides: tuple[str, str]) -> Brief:
    sought = SoughtFindings(levels=("conflict", "open", "note"), between=sides)
    findings = [row.finding for row in found_all(desk.ledger, sought)]
    across = across_between(desk.ledger, *sides)
    return made(desk.ledger, sides, across, findings, asked=False, packs=desk.settings.topics)


def _as_word(desk: Desk, told: Brief) -> Response:
    from regesta.export.brief.word import write  # noqa: PLC0415  what a page does not need

    held = BytesIO()
    write(told, held, desk.now())
    name = "-".join(("brief", *told.sides, *((told.as_of,) if told.as_of else ())))
    kept = {"Content-Disposition": f'attachment; filename="{name}.docx"'}
    return Response(held.getvalue(), media_type=_WORD, headers=kept)

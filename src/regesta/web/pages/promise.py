"""One commitment or request: its history, with the words that show each step."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import JSONResponse

from regesta.export.histories import CONFIRMATION, EXISTENCE, history_json
from regesta.query.promises import PromiseSheet, promise
from regesta.query.rows import StepRow
from regesta.query.statuses import PromiseKind
from regesta.web import asked
from regesta.web.desk import AtDesk, Desk
from regesta.web.lists import form_of
from regesta.web.page import Page, shown_by
from regesta.web.templates import render

router = APIRouter()


@shown_by("promise.html")
class PromisePage(Page):
    """The history of a commitment or request.

    ``sheet``: the record with what came of it. ``steps``: its statuses and the times it was affirmed or
    asked again, in order of date. ``existence``: who tells of it, in words; None where nothing is known.
    ``confirmations``: what is said of a step, by who tells of it. ``as_of``: the day that was asked for.
    """

    sheet: PromiseSheet
    steps: tuple[StepRow, ...]
    existence: str | None
    confirmations: dict[str, str]
    as_of: str | None


@router.get("/commitments/{record_id}")
def commitment(request: Request, desk: AtDesk, record_id: str) -> Response:
    """Show the history of a commitment."""
    return _answer(request, desk, "commitment", record_id)


@router.get("/requests/{record_id}")
def request_(request: Request, desk: AtDesk, record_id: str) -> Response:
    """Show the history of a request."""
    return _answer(request, desk, "request", record_id)


def _answer(request: Request, desk: Desk, kind: PromiseKind, id_: str) -> Response:
    form, as_of = form_of(request, ("html", "json")), asked.said(request, "as_of")
    sheet = promise(desk.ledger, kind, id_, as_of)
    if sheet is None:
        raise HTTPException(404, f"The ledger has no {kind} {id_}; /{kind}s lists them.")
    if form == "json":
        return JSONResponse(history_json(sheet.row))
    came = sheet.row.came
    steps = sorted((*came.steps, *came.events), key=lambda step: step.start) if came else []
    existence = EXISTENCE[came.existence] if came else None
    return render(request, PromisePage(sheet, tuple(steps), existence, CONFIRMATION, as_of))

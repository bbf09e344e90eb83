"""Correcting a record: what was read, with its words, and what a person puts in its place."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urlencode

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from regesta import query
from regesta.ledger.overlays import Laid
from regesta.model.corrections import Correctable, as_read, checked, correctable
from regesta.model.finding import RegestaError
from regesta.query import AnyRow
from regesta.web import asked
from regesta.web.after import decided
from regesta.web.desk import AtDesk, Desk
from regesta.web.doors import local
from regesta.web.forms import Sent, words
from regesta.web.page import Page, shown_by
from regesta.web.templates import render
from regesta.work import judging

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Shown:
    """A field of the record on the page.

    ``given`` is what stands in its place to be changed, ``now`` the value that holds, ``laid`` the
    correction, ``problem`` a sentence that says why what was given was not taken.
    """

    field: Correctable
    given: str
    now: str
    laid: Laid | None
    problem: str = ""


@shown_by("correct.html")
class CorrectPage(Page):
    """A record, and its fields to be corrected.

    ``row``: the record with its words and citation. ``fields``: each field that can be corrected. ``note``:
    what was written beside the change. ``done``: the names of the fields that were changed just now.
    ``refused``: whether what was given was not taken, so that nothing was changed. ``back``: the address
    from which the reader came and to which a link leads back, empty for none.
    """

    row: AnyRow
    fields: tuple[Shown, ...]
    note: str
    done: tuple[str, ...]
    refused: bool
    back: str = ""


@router.get("/correct/{record_id}")
def correct(request: Request, desk: AtDesk, record_id: str) -> Response:
    """Show the record with its fields as they stand."""
    row = _row(desk, record_id)
    fields = tuple(_shown(row, field, None) for field in correctable(row.kind))
    done = asked.said(request, "done") or ""
    known = tuple(one.field.name for one in fields if one.field.name in done.split(","))
    return render(request, CorrectPage(row, fields, "", known, False, _back(asked.said(request, "back"))))


@router.post("/correct/{record_id}")
def keep(request: Request, desk: AtDesk, record_id: str, form: Sent) -> Response:
    """Keep every field that was changed, all of them or none; show the page again with what is wrong."""
    row = _row(desk, record_id)
    note = words(form, "note") or None
    changed: dict[str, str] = {}
    shown, refused = [], False
    for field in correctable(row.kind):
        given, was = " ".join(words(form, field.name).split()), words(form, f"was-{field.name}")
        one = _shown(row, field, given)
        if given not in {was, one.now}:
            problem = _problem(row.kind, field, given, one.now, was)
            one = _shown(row, field, given, problem)
            changed[field.name] = given
            refused = refused or bool(problem)
        shown.append(one)
    if refused:
        page = CorrectPage(row, tuple(shown), note or "", (), True, _back(words(form, "back")))
        return render(request, page, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    if changed and row.id:
        judging.correct_all(desk.ledger, row.id, changed, by=desk.reader, now=desk.now(), note=note)
        decided(request, desk, "corrected a record", f"{row.kind} {row.id}: {', '.join(changed)}")
    said = {"done": ",".join(changed), "back": _back(words(form, "back"))}
    more = urlencode({name: value for name, value in said.items() if value})
    return RedirectResponse(f"/correct/{row.id}{'?' if more else ''}{more}", HTTPStatus.SEE_OTHER)


def _back(address: str | None) -> str:
    """Return where the reader came from, where that is the review; else nothing."""
    return address if address and address.startswith("/review?") and local(address) == address else ""


def _row(desk: Desk, record_id: str) -> AnyRow:
    row = query.record(desk.ledger, record_id)
    if row is None:
        raise HTTPException(
            HTTPStatus.NOT_FOUND, f"The ledger has no record {record_id[:60]!r}; it may have been read anew."
        )
    return row


def _shown(row: AnyRow, field: Correctable, given: str | None, problem: str = "") -> Shown:
    laid = next((one for one in row.corrections if one.field == field.name), None)
    of_row = row.kind == "commitment" and field.name == "status"
    value = row.status if of_row else as_read(row.record, field.name)
    now = value or ""
    return Shown(field, now if given is None else given, now, laid, problem)


def _problem(kind: str, field: Correctable, given: str, now: str, was: str) -> str:
    """Return why a value is not taken, empty where it is."""
    if was != now:
        return f"Somebody else has put {now or 'nothing'} here meanwhile; look at it and send it again."
    try:
        checked(kind, field.name, given)
    except RegestaError as refusal:
        return str(refusal)
    return ""

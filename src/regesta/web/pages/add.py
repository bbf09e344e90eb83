"""Adding documents: files, or text that was copied; how far they are read, and what came of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from http import HTTPStatus
from pathlib import PurePosixPath
from typing import Any

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import JSONResponse, RedirectResponse
from starlette.datastructures import FormData, UploadFile

from regesta.model.document import Source
from regesta.model.finding import RegestaError
from regesta.query.added import Taken, taken
from regesta.web import asked
from regesta.web.desk import AtDesk, Desk
from regesta.web.forms import Sent, words
from regesta.web.intake import Handed, Intake, Progress, apart
from regesta.web.page import Page, shown_by
from regesta.web.templates import render, wants_json
from regesta.work import Done, given

router = APIRouter()
_FACTS = ("publisher", "country", "published", "url")
_LONGEST_NAME = 200
_SHOWN = 50
_STATUS = {
    "new": "new",
    "version": "a new version of a page that is held",
    "known": "known already",
    "reread": "known already, read again",
}


@shown_by("add.html")
class AddPage(Page):
    """The forms with which documents are added.

    ``facts``: what was given beside the text, by the name of the field. ``text``: the text that was given.
    ``problem``: one sentence where nothing was added, empty at first. ``limit`` and ``at_once``: how many
    megabytes a file, and all that is sent at once, may have.
    """

    facts: dict[str, str]
    text: str
    problem: str
    limit: int
    at_once: int


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a document: its name, in words whether it is new, or a sentence why it was not kept.

    ``notes`` say what of its file is not in its text, or is not sure.
    """

    name: str
    status: str
    document: Taken | None
    problem: str | None
    notes: tuple[str, ...] = ()


@shown_by("added.html")
class AddedPage(Page):
    """How far documents are read, and what came of each.

    ``progress``: how far it is. ``results``: what came of each document, in the order in which they were
    handed in; empty until the end. ``more``: how many are not shown.
    """

    progress: Progress
    results: tuple[Result, ...]
    more: int


@router.get("/add")
def add(request: Request, desk: AtDesk) -> Response:
    """Show the forms; with ``?read=``, how far what was handed in is read and what came of it."""
    id_ = asked.said(request, "read")
    return _forms(request, desk) if id_ is None else _added(request, desk, id_)


@router.post("/add")
def hand_in(request: Request, desk: AtDesk, form: Sent) -> Response:
    """Take documents in and lead on to how far they are read; show the forms again with what is wrong."""
    try:
        documents = _handed(form)
        id_ = _intake(request).hand_in(documents, desk.reader, lambda done: _note(desk, done))
    except RegestaError as problem:
        return _forms(request, desk, form, str(problem))
    desk.note("handed in documents", ", ".join(one.name for one in documents))
    return RedirectResponse(f"/add?read={id_}", HTTPStatus.SEE_OTHER)


def _added(request: Request, desk: Desk, id_: str) -> Response:
    progress = _intake(request).progress(id_)
    if progress is None:
        raise HTTPException(
            HTTPStatus.NOT_FOUND,
            "This hand-in is not known any more; whatever was kept of it stands in the list of documents.",
        )
    results = _results(desk, progress)
    if wants_json(request):
        return JSONResponse(_object(progress, results))
    return render(request, AddedPage(progress, tuple(results[:_SHOWN]), max(0, len(results) - _SHOWN)))


def _intake(request: Request) -> Intake:
    intake: Intake = request.app.state.intake
    return intake


def _forms(request: Request, desk: Desk, form: FormData | None = None, problem: str = "") -> Response:
    facts = {name: words(form, name) if form else "" for name in _FACTS}
    text = words(form, "text", strip=False) if form else ""
    size, whole = desk.settings.limit // 2**20, desk.settings.at_once // 2**20
    status = HTTPStatus.UNPROCESSABLE_ENTITY if problem else HTTPStatus.OK
    return render(request, AddPage(facts, text, problem, size, whole), status=status)


def _handed(form: FormData) -> list[Handed]:
    source, text = _source(form), words(form, "text", strip=False)
    files = [one for one in form.getlist("files") if isinstance(one, UploadFile) and one.filename]
    if text.strip():
        # browsers send line ends of their own
        raw = text.replace("\r\n", "\n").encode("utf-8", "replace")
        return [Handed(f"pasted-{sha256(raw).hexdigest()[:12]}.txt", raw, source)]
    if not files and source.url:
        return [Handed(source.url, None, source)]
    if not files:
        raise RegestaError("Nothing was handed in; choose files, paste a text, or give an address.")
    if len(files) > 1 and source != Source():
        raise RegestaError(
            f"Publisher, country, date and address are those of one document, and {len(files)} files were"
            " chosen; hand them in one by one, or leave the fields empty."
        )
    names = apart([_name(one.filename or "") for one in files])
    return [Handed(name, one.file.read(), source) for name, one in zip(names, files, strict=True)]


def _source(form: FormData) -> Source:
    published = given.day(words(form, "published") or None, "The date")
    return Source(
        publisher=words(form, "publisher") or None,
        country=given.country(words(form, "country") or None, "The country"),
        published=published,
        published_basis="given" if published else None,
        url=given.address(words(form, "url") or None, "The address"),
    )


def _name(sent: str) -> str:
    """The name of a file without folders, on one line."""
    plain = " ".join(PurePosixPath(sent.replace("\\", "/")).name.split())
    return "".join(one for one in plain if one.isprintable())[-_LONGEST_NAME:] or "file"


def _note(desk: Desk, progress: Progress) -> None:
    if progress.report is None:
        desk.note("documents not added", progress.broken or "")
        return
    for done in progress.report.done:
        desk.note("document added", f"{done.added.document_id} ({done.added.status}): {done.name}")


def _results(desk: Desk, progress: Progress) -> list[Result]:
    report = progress.report
    if report is None:
        return []
    documents = taken(desk.ledger, [done.added.document_id for done in report.done])
    found = [_kept(done, documents.get(done.added.document_id)) for done in report.done]
    found += [Result(bad.name, "not kept", None, bad.sentence) for bad in report.failures]
    rest = report.stopped or "The room was closed before this was read; hand it in again."
    of_file: dict[str, list[Result]] = {name: [] for name in progress.names}
    for one in found:
        of_file[_file_of(one.name, progress.names)].append(one)
    at_hand = progress.names[progress.read] if progress.read < progress.total else ""
    if report.stopped and of_file.get(at_hand):
        of_file[at_hand].append(Result(at_hand, "not read to the end", None, rest))
    return [one for name, some in of_file.items() for one in some or [Result(name, "not read", None, rest)]]


def _file_of(name: str, files: Sequence[str]) -> str:
    """Return the file that was handed in and holds the document ``name``: itself, or what is before "!"."""
    return name if name in files else max((one for one in files if name.startswith(f"{one}!")), key=len)


def _kept(done: Done, document: Taken | None) -> Result:
    return Result(done.name, _STATUS[done.added.status], document, None, done.notes)


def _object(progress: Progress, results: list[Result]) -> dict[str, Any]:
    return {
        "id": progress.id,
        "state": progress.state,
        "read": progress.read,
        "total": progress.total,
        "problem": progress.broken,
        "documents": [
            {
                "name": one.name,
                "status": one.status,
                "document": one.document.id if one.document else None,
                "records": dict(one.document.records) if one.document else {},
                "unread": one.document.left if one.document else None,
                "problem": one.problem,
                "notes": list(one.notes),
            }
            for one in results
        ],
    }

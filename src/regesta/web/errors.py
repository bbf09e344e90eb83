"""Complaints: a page with one sentence and a way back, or the same as JSON for a program."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from regesta.model.finding import RegestaError
from regesta.web.api.sentences import sentence_of
from regesta.web.page import Page, shown_by
from regesta.web.templates import render, wants_json

INTERFACE = "/api/"
"""Where the addresses of the interface for programs begin."""


@shown_by("error.html")
class ErrorPage(Page):
    """What went wrong.

    ``heading``: the kind of complaint in two or three words. ``sentence``: what, where, what to do.
    """

    heading: str
    sentence: str


def add_to(app: FastAPI) -> None:
    """Let ``app`` answer each known failure with its sentence."""
    app.add_exception_handler(RegestaError, _refused)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _misread)


def complain(request: Request, status: int, sentence: str) -> Response:
    """Return the complaint as a page, or as JSON where that is asked for or the address is for programs."""
    if request.scope["path"].startswith(INTERFACE):
        return problem(status, sentence)
    if wants_json(request):
        return JSONResponse({"error": {"status": status, "message": sentence}}, status)
    return render(request, ErrorPage(HTTPStatus(status).phrase, sentence), status=status)


def problem(status: int, sentence: str) -> Response:
    """Return a complaint to a program (RFC 9457)."""
    told = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": sentence}
    return JSONResponse(told, status, media_type="application/problem+json")


async def _refused(request: Request, trouble: Exception) -> Response:
    return complain(request, 400, str(trouble))


async def _http(request: Request, problem: Exception) -> Response:
    assert isinstance(problem, HTTPException)
    sentence = problem.detail
    if problem.status_code == HTTPStatus.NOT_FOUND and sentence == HTTPStatus.NOT_FOUND.phrase:
        sentence = f"There is no page {request.url.path}; the way in is the front page."
    if problem.status_code == HTTPStatus.METHOD_NOT_ALLOWED and request.url.path.startswith(INTERFACE):
        sentence = "The interface is for reading; ask with GET."
    answer = complain(request, problem.status_code, sentence)
    answer.headers.update(problem.headers or {})
    if answer.headers.get("allow") == "GET":
        answer.headers["allow"] = "GET, HEAD"
    return answer


async def _misread(request: Request, problem: Exception) -> Response:
    assert isinstance(problem, RequestValidationError)
    first = problem.errors()[0]
    if request.scope["path"].startswith(INTERFACE):
        return complain(request, 400, sentence_of(first))
    where = ".".join(str(part) for part in first["loc"][1:])
    return complain(request, 422, f"{where}: {first['msg'].lower()}; mend the address or the form.")

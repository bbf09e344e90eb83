"""What all addresses of the interface share: their beginning, what they refuse, the pages of lists."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, Depends, HTTPException, Request

from regesta.query.keyed import Keyed
from regesta.web.api import models
from regesta.web.api.answers import Answers
from regesta.web.api.asked import next_of

VERSION = "/api/v1"
T = TypeVar("T", bound=models.Item)
_JSON = ("*/*", "application/*", "application/json", "application/problem+json")
DAY, TEXT, NUMBER = (str, type(None)), (str,), (int,)
RECORD = (DAY, TEXT, NUMBER)
"""What stands in the key of a record: its day, its document, its place there."""


def acceptable(request: Request) -> None:
    """Refuse with 406 a request that takes no JSON."""
    said = request.headers.get("accept")
    if said is None:
        return
    kinds = [one.partition(";") for one in said.lower().split(",")]
    wanted = {kind.strip() for kind, _, more in kinds if more.replace(" ", "") not in ("q=0", "q=0.0")}
    if wanted and wanted.isdisjoint(_JSON):
        raise HTTPException(HTTPStatus.NOT_ACCEPTABLE, "The interface answers in application/json alone.")


def _problem(sentence: str) -> dict[str, Any]:
    schema = {"schema": {"$ref": "#/components/schemas/Problem"}}
    return {"description": sentence, "content": {"application/problem+json": schema}}


PROBLEMS: dict[int | str, dict[str, Any]] = {
    400: _problem(
        "What is asked cannot be: a parameter that there is none of, or a value that it does not take."
    ),
    404: _problem("It is not in the ledger, or there is no such page."),
    405: _problem("The interface is for reading: GET and HEAD alone."),
    406: _problem("The interface answers in application/json alone."),
}


def _answers(request: Request) -> Answers:
    return Answers(str(request.base_url).rstrip("/"))


Making = Annotated[Answers, Depends(_answers)]
"""The parameter that asks for the maker of answers."""


def addresses() -> APIRouter:
    """Return a router for addresses of the interface."""
    return APIRouter(prefix=VERSION, dependencies=[Depends(acceptable)], responses=PROBLEMS, tags=["Regesta"])


def page_of(
    request: Request, kind: type[models.Page[T]], found: Keyed[Any], make: Callable[[Any], T]
) -> models.Page[T]:
    """Return a page of a list; ``kind`` is the model of the page, ``make`` makes an item of a row."""
    return kind(items=[make(row) for row in found.rows], next=next_of(request, found.after))


def not_there(what: str, id_: str) -> HTTPException:
    """Return the complaint that the ledger has no such thing."""
    return HTTPException(404, f"The ledger has no {what} {id_!r}.")

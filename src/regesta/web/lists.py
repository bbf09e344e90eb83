"""Lists: one page of them as HTML, the whole as CSV or JSON, at the same address.

``?format=csv`` and ``?format=json`` give the whole list that the filters leave, ``?format=html`` and
nothing a page of it. ``Accept: text/csv`` and ``application/json`` do the same for programs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from fastapi import Request, Response
from fastapi.responses import StreamingResponse

from regesta.export.table import Column, csv_lines, json_lines
from regesta.model.finding import RegestaError
from regesta.web.page import Page
from regesta.web.templates import render

FORMS = ("html", "json", "csv")
PAGE = 50
BUNDLE = 200


@dataclass(frozen=True, slots=True)
class Cut:
    """Which part of a list a page shows: ``number`` counts from 1, ``size`` rows a page.

    ``more`` says that further rows follow; ``total`` is the number of all rows, None where it was not
    counted.
    """

    number: int = 1
    size: int = PAGE
    more: bool = False
    total: int | None = None

    @property
    def first(self) -> int:
        """How many rows come before this page."""
        return (self.number - 1) * self.size


def form_of(request: Request, forms: Sequence[str] = FORMS) -> str:
    """Return which of ``forms`` is asked for, html, json or csv; raise :class:`RegestaError` for another."""
    asked = request.query_params.get("format")
    if asked is not None:
        if asked not in forms:
            raise RegestaError(f"There is no form {asked!r} of this page; they are {', '.join(forms)}.")
        return asked
    accepted = request.headers.get("accept", "").strip().lower()
    if accepted.startswith("text/csv") and "csv" in forms:
        return "csv"
    return "json" if accepted.startswith("application/json") else "html"


def answer(
    request: Request,
    page: Callable[[], Page],
    rows: Callable[[], Iterable[Any]],
    columns: Sequence[Column],
    name: str,
) -> Response:
    """Return ``page``, or all ``rows`` in the form that the request asks for.

    Only what is asked for is worked out. ``name`` is that of the file that a browser keeps. The first row
    is worked out before anything is sent, so that what cannot be asked is still refused with a sentence.
    """
    form = form_of(request)
    if form == "html":
        return render(request, page())
    rest = iter(rows())
    whole = chain([*islice(rest, 1)], rest)
    if form == "json":
        return StreamingResponse(together(json_lines(whole, columns)), media_type="application/json")
    kept = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    lines = together(csv_lines(whole, columns))
    return StreamingResponse(lines, media_type="text/csv; charset=utf-8", headers=kept)


def together(lines: Iterable[str], size: int = BUNDLE) -> Iterator[str]:
    """Yield ``size`` lines at a time: each piece that is sent costs a turn of the server."""
    rest = iter(lines)
    while some := "".join(islice(rest, size)):
        yield some

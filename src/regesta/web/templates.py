"""Templates: what they can say, and how a page becomes an answer.

Everything that a template prints is escaped. Words of documents come as
:func:`regesta.web.words.printable` gives them, so that neither markup nor an override of the direction
of writing can reach beyond them.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode

from fastapi import Request, Response
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from regesta.model.span import Span
from regesta.query.dates import in_words
from regesta.rules.labels import Labels, difference_words
from regesta.web.forms import COOKIE, token
from regesta.web.page import TEMPLATES, Page
from regesta.web.words import act_words, as_frozen, capital, coded, moment, printable

_HERE = Path(__file__).parent
STATIC = _HERE / "static"


def wants_json(request: Request) -> bool:
    """Say whether the request asks for JSON, by ``?format=json`` or by what it accepts first."""
    if "format" in request.query_params:
        return request.query_params["format"] == "json"
    return request.headers.get("accept", "").strip().lower().startswith("application/json")


def render(request: Request, page: Page, *, status: int = 200) -> Response:
    """Return ``page`` as its template shows it; its forms get their token.

    Whoever is not ``inside``, for want of a log-in or by another name of the room, sees the page alone.
    """
    mark, settings = token(request), request.app.state.settings
    reader = getattr(request.state, "reader", None)
    site = {
        "ledger": settings.ledger.name,
        "inside": not getattr(request.state, "strange", False) and (reader or settings.users is None),
        "reader": reader,
        "role": getattr(request.state, "role", "editor"),
        "users": settings.users is not None,
        "path": request.url.path,
        "query": request.url.query,
        "token": mark,
    }
    template = request.app.state.templates.get_template(TEMPLATES[type(page)])
    answer = HTMLResponse(template.render(page=page, site=site), status)
    if request.cookies.get(COOKIE) != mark:
        answer.set_cookie(COOKIE, mark, httponly=True, samesite="lax", secure=settings.secure)
    return answer


def environment(labels: Labels) -> Environment:
    """Return the environment of the templates; an unknown name in one is an error.

    Filters: ``words`` (printable), ``coded`` (`so` as code), ``quoted``, ``frozen``, ``when`` (a date in
    words), ``act`` (an id as words), ``capital`` (the first letter), ``difference`` (its type in words),
    ``moment`` (when something was kept), ``party``, ``topic``, ``concept`` (names by :class:`Labels`).
    """
    made = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(
        words=printable,
        coded=coded,
        quoted=quoted,
        frozen=as_frozen,
        when=in_words,
        act=act_words,
        moment=moment,
        capital=capital,
        difference=difference_words,
        party=labels.party,
        topic=labels.topic,
        concept=labels.concept,
    )
    made.globals.update(words_at=words_at, here=here)
    return made


def quoted(text: str | None) -> str:
    """Return the words of a document in quotation marks, on one line and safe to show."""
    return f"“{printable(text)}”"


def words_at(document: str, span: Span | tuple[int, int] | None = None) -> str:
    """Return the address of the words at ``span`` of a document, or of the document."""
    if span is None:
        return f"/documents/{document}"
    start, end = span
    return f"/documents/{document}?at={start}-{end}#at"


def here(site: Mapping[str, Any], **changed: object) -> str:
    """Return the address of this page with some of its parameters changed; None takes one out."""
    kept = [pair for pair in parse_qsl(str(site["query"])) if pair[0] not in changed]
    added = [(name, str(value)) for name, value in changed.items() if value is not None]
    together = urlencode([*kept, *added])
    return f"{site['path']}?{together}" if together else str(site["path"])

"""Feeds and calendars: of the whole ledger, of a relationship, of a topic, of words that are searched for."""

from __future__ import annotations

import base64
import binascii
from dataclasses import replace
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response

from regesta.export.atom import Head, feed, name_by, title_by
from regesta.export.forms import Source
from regesta.export.ics import pieces
from regesta.model.edtf import bounds
from regesta.model.finding import RegestaError
from regesta.query.due import newest_publication
from regesta.query.filters import Filters
from regesta.query.learning import About, last_added, learnt_page
from regesta.query.learnt import Moment
from regesta.query.search import Search
from regesta.resolve.days import shifted
from regesta.web import asked
from regesta.web.conditional import answer
from regesta.web.desk import AtDesk, Desk

router = APIRouter()
ENTRIES = 50
ATOM, CALENDAR = "application/atom+xml; charset=utf-8", "text/calendar; charset=utf-8"
FILTERS = ("party", "person", "topic", "since", "until", "act", "status", "document", "publisher", "between")
_YEAR = 366


@router.get("/feeds/all.atom")
def all_atom(request: Request, desk: AtDesk) -> Response:
    """Give what the ledger learnt; the filters of the command line and ``q`` narrow it."""
    return _atom(request, desk, _about(request), "/")


@router.get("/feeds/all.ics")
def all_calendar(request: Request, desk: AtDesk) -> Response:
    """Give what is planned and due."""
    return _calendar(request, desk, _about(request))


@router.get("/r/{pair}/feed.atom")
def relation_atom(request: Request, desk: AtDesk, pair: str) -> Response:
    """Give what the ledger learnt of two states."""
    two = "-".join(asked.two_sides(pair))
    return _atom(request, desk, _about(request, between=two), f"/r/{two}")


@router.get("/r/{pair}/feed.ics")
def relation_calendar(request: Request, desk: AtDesk, pair: str) -> Response:
    """Give what is planned and due between two states."""
    return _calendar(request, desk, _about(request, between="-".join(asked.two_sides(pair))))


@router.get("/topics/{topic_id}/feed.atom")
def topic_atom(request: Request, desk: AtDesk, topic_id: str) -> Response:
    """Give what the ledger learnt of a topic, between two states where ``between`` names them."""
    return _atom(request, desk, _about(request, topic=topic_id), f"/topics/{topic_id}")


@router.get("/topics/{topic_id}/feed.ics")
def topic_calendar(request: Request, desk: AtDesk, topic_id: str) -> Response:
    """Give what is planned and due of a topic."""
    return _calendar(request, desk, _about(request, topic=topic_id))


@router.get("/search/feed.atom")
def search_atom(request: Request, desk: AtDesk) -> Response:
    """Give what was learnt from documents that hold the words ``q``."""
    about = _about(request)
    if about.search is None:
        raise RegestaError("A feed of a search needs words; name them with ?q=WORDS.")
    return _atom(request, desk, about, f"/search?{urlencode({'q': about.search.words})}")


@router.get("/search/feed.ics")
def search_calendar(request: Request, desk: AtDesk) -> Response:
    """Give what documents that hold the words ``q`` plan, and what is due by them."""
    about = _about(request)
    if about.search is None:
        raise RegestaError("A calendar of a search needs words; name them with ?q=WORDS.")
    return _calendar(request, desk, about)


def _about(request: Request, **fixed: str) -> About:
    filters = replace(Filters(**{name: asked.said(request, name) for name in FILTERS}), **fixed)
    if filters.between is not None:
        filters = replace(filters, between="-".join(asked.two_sides(filters.between)))
    words = asked.said(request, "q")
    return About(filters, Search(words) if words else None)


def _atom(request: Request, desk: Desk, about: About, page: str) -> Response:
    after = _after(asked.said(request, "after"))
    found, more = learnt_page(desk.ledger, about, after, ENTRIES)
    updated = found[0].at if found else last_added(desk.ledger)
    room = str(request.base_url).rstrip("/")
    here = [pair for pair in request.query_params.multi_items() if pair[0] != "after"]
    following = [*here, ("after", _cursor(found[-1].moment))] if more else None
    head = Head(
        name=name_by(about),
        title=title_by(about),
        updated=updated or desk.now(),
        room=room,
        own=str(request.url),
        first=_address(request, here) if after else None,
        next=_address(request, following) if following else None,
        page=room + page,
        whole=after is None and not more,
    )
    body = "".join(f"{line}\n" for line in feed(head, found)).encode("utf-8", "surrogatepass")
    return answer(request, body, ATOM, updated)


def _calendar(request: Request, desk: Desk, about: About) -> Response:
    days = (_day(request, "from", 0) or _year_before(desk), _day(request, "to", 1))
    source = Source(desk.ledger, desk.now(), address=str(request.base_url).rstrip("/"))
    return answer(request, b"".join(pieces(source, about, days)), CALENDAR, last_added(desk.ledger))


def _year_before(desk: Desk) -> str | None:
    day = newest_publication(desk.ledger)
    return shifted(day, -_YEAR) if day else None


def _day(request: Request, name: str, end: int) -> str | None:
    word = asked.said(request, name)
    if word is None:
        return None
    window = bounds(word)
    if window is None:
        raise RegestaError(f"{word!r} is not a date; write it as 2017, 2017-03 or 2017-03-20.")
    return window[end]


def _address(request: Request, parameters: list[tuple[str, str]]) -> str:
    path = str(request.url.replace(query=""))
    return f"{path}?{urlencode(parameters)}" if parameters else path


def _cursor(moment: Moment) -> str:
    return base64.urlsafe_b64encode("\n".join(moment).encode()).decode().rstrip("=")


def _after(word: str | None) -> Moment | None:
    if word is None:
        return None
    try:
        at, key = base64.urlsafe_b64decode(word + "=" * (-len(word) % 4)).decode().split("\n")
    except (binascii.Error, UnicodeDecodeError, ValueError) as problem:
        raise RegestaError("There is no such page of the feed; begin with its first one.") from problem
    return at, key

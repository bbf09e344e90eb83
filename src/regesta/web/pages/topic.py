"""One topic between two sides."""

from __future__ import annotations

from dataclasses import dataclass, replace

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from regesta import query
from regesta.export.columns import STATEMENTS
from regesta.query.filters import Filters
from regesta.query.paged import Sorted
from regesta.query.statement_list import Asking, Stated
from regesta.query.strength import Strength
from regesta.query.topics import PairCount
from regesta.query.wording import SIZE
from regesta.web import asked, lists
from regesta.web.desk import AtDesk, Desk
from regesta.web.drifting import ShownThread, shown
from regesta.web.lists import Cut
from regesta.web.page import Page, shown_by
from regesta.web.strength_chart import Chart, chart
from regesta.web.templates import render

router = APIRouter()
VIEWS = ("chronology", "wording")
ORDERS: tuple[Sorted, ...] = ("newest", "oldest")
_ENTRIES = 25


@shown_by("topic.html")
class TopicPage(Page):
    """A topic between two sides: how strong the words were, and what was said, or how it changed.

    ``topic``: its id. ``between``: the two sides in order of code. ``filters``: the days asked for.
    ``view``: chronology or wording. ``order``: newest or oldest first. ``strength``: the dots of the
    chart. ``chart``: the chart, None without a dated statement. ``rows``: the entries of the chronology.
    ``side``: whose wording is shown. ``threads``: its wording, by teller. ``cut``: the page of either.
    """

    topic: str
    between: tuple[str, str]
    filters: Filters
    view: str
    order: str
    strength: Strength
    chart: Chart | None
    rows: tuple[Stated, ...]
    side: str
    threads: tuple[ShownThread, ...]
    cut: Cut


@shown_by("topic_pairs.html")
class TopicPairsPage(Page):
    """The pairs of sides that speak of a topic. ``topic``: its id. ``pairs``: those that speak most of it."""

    topic: str
    pairs: tuple[PairCount, ...]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the address says."""

    topic: str
    pair: tuple[str, str]
    filters: Filters
    view: str
    order: Sorted
    side: str


@router.get("/topics/{topic_id}")
def topic(request: Request, topic_id: str, desk: AtDesk) -> Response:
    """Show a topic between two sides; where none are asked for, which pairs speak of it."""
    pair = asked.pair_of(request)
    if pair is None:
        return _pairs(request, topic_id, desk)
    filters = Filters(since=asked.said(request, "since"), until=asked.said(request, "until"))
    wanted = _Asked(
        topic_id,
        pair,
        filters,
        asked.one_of(request, "view", VIEWS),
        asked.one_of(request, "order", ORDERS),
        asked.one_of(request, "side", pair),
    )
    asking = Asking(replace(filters, topic=topic_id), between="-".join(pair))
    return lists.answer(
        request,
        lambda: _page(request, desk, wanted, asking),
        lambda: query.every_statement(desk.ledger, asking, wanted.order),
        STATEMENTS,
        topic_id,
    )


def _pairs(request: Request, topic_id: str, desk: Desk) -> Response:
    found = query.pairs_on(desk.ledger, topic_id)
    if not found:
        raise HTTPException(
            404, f"No two sides of the ledger speak of {topic_id!r}; see the topics they have."
        )
    if len(found) == 1:
        return RedirectResponse(f"/topics/{topic_id}?between={found[0].pair}", 303)
    return render(request, TopicPairsPage(topic_id, tuple(found)))


def _page(request: Request, desk: Desk, wanted: _Asked, asking: Asking) -> TopicPage:
    cut = asked.page_of(request)
    rows: tuple[Stated, ...] = ()
    threads: tuple[ShownThread, ...] = ()
    strength = query.strength(desk.ledger, wanted.pair, wanted.topic, wanted.filters)
    if wanted.view == "chronology":
        cut = replace(cut, size=_ENTRIES)
        found, more = query.statement_page(desk.ledger, asking, wanted.order, cut.first, cut.size)
        rows = tuple(found)
    else:
        cut = replace(cut, size=SIZE)
        told = query.wordings(desk.ledger, wanted.pair, wanted.side, wanted.topic, cut.first, cut.size)
        threads, more = shown(told), told.more
    return TopicPage(
        topic=wanted.topic,
        between=wanted.pair,
        filters=wanted.filters,
        view=wanted.view,
        order=wanted.order,
        strength=strength,
        chart=chart(strength.dots),
        rows=rows,
        side=wanted.side,
        threads=threads,
        cut=replace(cut, more=more),
    )

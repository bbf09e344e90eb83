"""The topics between two sides."""

from __future__ import annotations

from dataclasses import replace

from fastapi import APIRouter, Request, Response

from regesta import query
from regesta.export.topics import TOPICS
from regesta.query.relations import Relation, relations
from regesta.query.topics import TopicCount
from regesta.web import asked, lists
from regesta.web.desk import AtDesk
from regesta.web.lists import Cut
from regesta.web.page import Page, shown_by

router = APIRouter()


@shown_by("topics.html")
class TopicsPage(Page):
    """The topics of two sides; where no two are asked for, the pairs that can be chosen.

    ``between``: the two sides in order of code. ``topics``: theirs, the most spoken of first. ``pairs``:
    what can be chosen. ``cut``: which page of the pairs it is.
    """

    between: tuple[str, str] | None
    topics: tuple[TopicCount, ...]
    pairs: tuple[Relation, ...]
    cut: Cut


@router.get("/topics")
def topics(request: Request, desk: AtDesk) -> Response:
    """Show what two sides speak of."""
    pair, cut = asked.pair_of(request), asked.page_of(request)
    found = tuple(query.topics_between(desk.ledger, *pair)) if pair else ()

    def page() -> Page:
        if pair is not None:
            return TopicsPage(pair, found, (), cut)
        pairs, more = relations(desk.ledger, cut.first, cut.size)
        return TopicsPage(None, (), tuple(pairs), replace(cut, more=more))

    return lists.answer(request, page, lambda: found, TOPICS, "topics")

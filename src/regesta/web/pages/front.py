"""The front page: the relationships in the ledger, what is new, what falls due, what was found."""

from __future__ import annotations

from dataclasses import replace

from fastapi import APIRouter, Request, Response

from regesta.export.relations import RELATIONS
from regesta.model.links import Joined
from regesta.query.due import DueRow, falling_due, newest_publication
from regesta.query.findings import FoundAsOf, FoundCount, FoundRow, SoughtFindings, found_as_of, found_counts
from regesta.query.findings import found_page as findings_page
from regesta.query.news import last_added
from regesta.query.relations import Relation, planned, relations
from regesta.query.rows import DocumentRow
from regesta.web import asked, lists
from regesta.web.desk import AtDesk, Desk
from regesta.web.lists import Cut
from regesta.web.page import Page, shown_by

router = APIRouter()
SHOWN, ON_THE_NEXT = 9, 48
NEW, CHANGED, COMING, DUE, FOUND = 6, 3, 5, 6, 3


@shown_by("front.html")
class FrontPage(Page):
    """The way in.

    ``ledger``: the name of the ledger's file. ``relations``: a page of the relationships, the busiest
    first; ``cut``: which page. ``day``: that of the newest document, from which on things are to come.
    ``coming``: planned meetings. ``due``: promises and requests whose windows close next. ``added``: the
    documents that came last; ``changed``: pages that were read again with other words. ``counts``: how
    many findings there are by code and level; ``conflicts``: the latest of those in which not all can
    be so; ``as_of``: as of what they were worked out; ``trouble``: why they could not be.
    """

    ledger: str
    relations: tuple[Relation, ...]
    cut: Cut
    day: str | None
    coming: tuple[Joined, ...]
    due: tuple[DueRow, ...]
    added: tuple[DocumentRow, ...]
    changed: tuple[DocumentRow, ...]
    counts: tuple[FoundCount, ...]
    conflicts: tuple[FoundRow, ...]
    as_of: FoundAsOf
    trouble: str | None


@router.get("/")
def front(request: Request, desk: AtDesk) -> Response:
    """Show the front page."""
    return lists.answer(
        request,
        lambda: _page(request, desk),
        lambda: relations(desk.ledger, size=None)[0],
        RELATIONS,
        "relationships",
    )


def _page(request: Request, desk: Desk) -> FrontPage:
    ledger, cut = desk.ledger, asked.page_of(request)
    first = 0 if cut.number == 1 else SHOWN + (cut.number - 2) * ON_THE_NEXT
    shown, more = relations(ledger, first, SHOWN if cut.number == 1 else ON_THE_NEXT)
    day, as_of = newest_publication(ledger), found_as_of(ledger)
    if as_of.at is None or as_of.newer:
        request.app.state.keeper.call()
    return FrontPage(
        ledger=desk.settings.ledger.name,
        relations=tuple(shown),
        cut=replace(cut, more=more),
        day=day,
        coming=tuple(planned(ledger, day, COMING)) if day else (),
        due=tuple(falling_due(ledger, day, DUE)) if day else (),
        added=tuple(last_added(ledger, NEW)),
        changed=tuple(last_added(ledger, CHANGED, changed=True)),
        counts=tuple(one for one in found_counts(ledger) if one.level != "note"),
        conflicts=tuple(findings_page(ledger, SoughtFindings(levels=("conflict",)), 0, FOUND)[0]),
        as_of=as_of,
        trouble=request.app.state.keeper.trouble,
    )

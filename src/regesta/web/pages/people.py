"""Persons: the list, and one with offices, meetings and statements."""

from __future__ import annotations

from dataclasses import replace

from fastapi import APIRouter, HTTPException, Request, Response

from regesta.export.columns import STATEMENTS
from regesta.export.people import LINES
from regesta.query.person_list import PersonLine, people_all, people_page
from regesta.query.person_page import STATEMENTS as SIZE
from regesta.query.person_page import PersonView, person_view, statements_of
from regesta.web import asked, lists
from regesta.web.desk import AtDesk
from regesta.web.lists import Cut
from regesta.web.page import Page, shown_by

router = APIRouter()


@shown_by("people.html")
class PeoplePage(Page):
    """Persons by country and name.

    ``rows``: the persons of this page. ``party`` and ``name``: what narrows the list. ``cut``: which page.
    """

    rows: tuple[PersonLine, ...]
    party: str | None
    name: str | None
    cut: Cut


@shown_by("person.html")
class PersonPage(Page):
    """One person.

    ``view``: what the ledger shows of the person. ``cut``: which page of the statements.
    """

    view: PersonView
    cut: Cut


@router.get("/people")
def people(request: Request, desk: AtDesk) -> Response:
    """Show the persons that the filters leave."""
    party, name = asked.said(request, "party"), asked.said(request, "person")

    def page() -> Page:
        cut = asked.page_of(request)
        rows, more = people_page(desk.ledger, party, name, cut.first, cut.size)
        return PeoplePage(tuple(rows), party, name, replace(cut, more=more))

    return lists.answer(request, page, lambda: people_all(desk.ledger, party, name), LINES, "people")


@router.get("/people/{person_id}")
def person(request: Request, desk: AtDesk, person_id: str) -> Response:
    """Show a person; as CSV or JSON the statements."""
    cut = replace(asked.page_of(request), size=SIZE)
    view = person_view(desk.ledger, person_id, cut.first, cut.size)
    if view is None:
        raise HTTPException(404, f"The ledger has no person {person_id}; /people lists them.")
    return lists.answer(
        request,
        lambda: PersonPage(view, replace(cut, more=view.more_statements)),
        lambda: statements_of(desk.ledger, person_id),
        STATEMENTS,
        f"statements-{person_id}",
    )

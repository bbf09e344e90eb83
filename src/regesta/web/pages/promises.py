"""The lists of commitments and of requests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import Any

from fastapi import APIRouter, Request, Response

from regesta.export import columns
from regesta.export.histories import promisers
from regesta.model.corrections import COMMITMENT_STATUSES
from regesta.model.finding import RegestaError
from regesta.model.records import ACTS
from regesta.query.filters import Filters
from regesta.query.promises import (
    DECLARED_INTENT,
    ORDERS,
    Promises,
    Wanted,
    all_promises,
    known_facets,
    promises,
)
from regesta.query.rows import RecordRow
from regesta.query.statuses import PromiseKind
from regesta.web import asked, lists
from regesta.web.asked import Choices
from regesta.web.desk import AtDesk, Desk
from regesta.web.lists import Cut
from regesta.web.page import Page, shown_by
from regesta.web.windows import Chart, Window, chart
from regesta.web.words import printable

router = APIRouter()
STRONGEST = 5
_INTENTS = 5
_LABEL = 44
_STRENGTHS = (
    ("2-5", "all undertakings"),
    ("5", "5: part of a signed text"),
    ("4", "4: with a day, place or event"),
    ("3", "3: a named deliverable"),
    ("2", "2: process"),
    ("1", "1: declared intents"),
)


@shown_by("commitments.html")
class CommitmentsPage(Page):
    """A page of the commitments that fit.

    ``wanted``: the filters as they stand. ``strength``: that which is asked for. ``found``: the rows, and
    the day on which their status was known. ``intents``: some declared intents (strength 1) that fit, apart
    from the undertakings. ``cut``: which page of the list it is. ``chart``: the windows of its rows, None
    where none is known. ``parties``, ``topics``, ``statuses``, ``strengths``: what can be chosen.
    """

    wanted: Wanted
    strength: str | None
    found: Promises
    intents: Promises
    cut: Cut
    chart: Chart | None
    parties: Choices
    topics: Choices
    statuses: Choices
    strengths: Choices


@shown_by("requests.html")
class RequestsPage(Page):
    """A page of the requests that fit.

    ``wanted``: the filters as they stand. ``found``: the rows, and the day on which their status was known.
    ``cut``: which page of the list it is. ``parties``, ``topics``, ``statuses``, ``acts``: what can be
    chosen.
    """

    wanted: Wanted
    found: Promises
    cut: Cut
    parties: Choices
    topics: Choices
    statuses: Choices
    acts: Choices


@router.get("/commitments")
def commitments(request: Request, desk: AtDesk) -> Response:
    """Show the undertakings that the filters leave, and apart from them the declared intents."""
    strength = asked.said(request, "strength")
    wanted = replace(_wanted(request, "commitment"), strengths=_strengths(strength))
    intents = replace(wanted, strengths=(DECLARED_INTENT, DECLARED_INTENT))

    def page() -> Page:
        cut = asked.page_of(request)
        found = promises(desk.ledger, wanted, cut.first, cut.size)
        apart = strength is None and cut.number == 1
        shown = promises(desk.ledger, intents, 0, _INTENTS, found.day) if apart else None
        parties, topics = _choices(desk, wanted.filters)
        return CommitmentsPage(
            wanted=wanted,
            strength=strength,
            found=found,
            intents=shown or Promises((), found.day, False),
            cut=replace(cut, more=found.more),
            chart=chart(_windows(found.rows)),
            parties=parties,
            topics=topics,
            statuses=asked.choices(COMMITMENT_STATUSES),
            strengths=_STRENGTHS,
        )

    def rows() -> Iterator[RecordRow[Any]]:
        apart = all_promises(desk.ledger, intents) if strength is None else iter(())
        return chain(all_promises(desk.ledger, wanted), apart)

    return lists.answer(request, page, rows, columns.COMMITMENTS, "commitments")


@router.get("/requests")
def requests(request: Request, desk: AtDesk) -> Response:
    """Show the requests that the filters leave."""
    wanted = replace(_wanted(request, "request"), again=asked.said(request, "again") is not None)

    def page() -> Page:
        cut = asked.page_of(request)
        found = promises(desk.ledger, wanted, cut.first, cut.size)
        parties, topics = _choices(desk, wanted.filters)
        return RequestsPage(
            wanted=wanted,
            found=found,
            cut=replace(cut, more=found.more),
            parties=parties,
            topics=topics,
            statuses=asked.choices(COMMITMENT_STATUSES),
            acts=asked.choices(ACTS["ASK"]),
        )

    return lists.answer(
        request, page, lambda: all_promises(desk.ledger, wanted), columns.REQUESTS, "requests"
    )


def _wanted(request: Request, kind: PromiseKind) -> Wanted:
    names = ("party", "person", "topic", "since", "until", "act", "status", "document", "publisher")
    said = {name: asked.said(request, name) for name in names}
    filters = Filters(**said, between=asked.between(request))
    order = asked.one_of(request, "order", ORDERS)
    return Wanted(kind, filters, as_of=asked.said(request, "as_of"), order=order)


def _strengths(asked_for: str | None) -> tuple[int, int]:
    """Return the least and greatest strength asked for; those of undertakings where none is."""
    if asked_for is None:
        return DECLARED_INTENT + 1, STRONGEST
    ends = asked_for.split("-")
    if not all(end.isascii() and end.isdigit() for end in ends) or len(ends) > 2:
        raise RegestaError(f"{asked_for!r} is no strength; write a number from 1 to {STRONGEST}, or 2-5.")
    return int(ends[0]), int(ends[-1])


def _choices(desk: Desk, filters: Filters) -> tuple[Choices, Choices]:
    """Return the sides and topics of the ledger as choices; what is asked for is always among them."""
    codes, ids = known_facets(desk.ledger, "party"), known_facets(desk.ledger, "topic")
    party, topic = (filters.party or "").upper(), filters.topic or ""
    sides = sorted({*codes, party} - {""})
    known = {id_ for id_ in ids if id_ in desk.labels.topics} | ({topic} - {""})
    named = sorted(((id_, desk.labels.topic(id_)) for id_ in known), key=lambda pair: pair[1].casefold())
    return tuple((code, f"{code} – {desk.labels.party(code)}") for code in sides), tuple(named)


def _windows(rows: tuple[RecordRow[Any], ...]) -> Iterator[Window]:
    for row in rows:
        due = row.came.dated.when if row.came and row.came.dated.when else row.record.due
        if due:
            said = printable(row.record.what)
            short = said if len(said) <= _LABEL else f"{said[: _LABEL - 1]}…"
            sides = " ".join(sorted(promisers(row)))
            yield Window(due, row.status or "open", f"{sides} {short}", f"/commitments/{row.record.id}")

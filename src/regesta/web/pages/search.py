"""Full text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from fastapi import APIRouter, Request, Response

from regesta import query
from regesta.export.hits import HITS
from regesta.query import Filters, Found, Hit, Search
from regesta.query.search import COUNTED, ORDERS, PAGE
from regesta.web import asked, lists
from regesta.web.desk import AtDesk, Desk
from regesta.web.lists import Cut
from regesta.web.page import Page, shown_by
from regesta.web.quotes import Piece, pieces
from regesta.web.templates import render
from regesta.web.words import act_words

router = APIRouter()
HEADS = {
    "party": "Party", "person": "Person", "act": "Act", "topic": "Topic", "year": "Year",
    "publisher": "Publisher", "kind": "Kind of document", "fate": "Read as",
}  # fmt: skip
FATES = {
    "record": "a record", "furniture": "a heading or the page’s frame", "repeated": "printed twice",
    "unread": "not read",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shown:
    """A hit with its quote in pieces, some of them marked."""

    hit: Hit
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A value by which hits can be narrowed: its name, how many have it, and the address's parameters."""

    name: str
    count: int
    changed: dict[str, str | None]


@dataclass(frozen=True, slots=True)
class Group:
    """The values of one facet."""

    head: str
    choices: tuple[Choice, ...]


@shown_by("search.html")
class SearchPage(Page):
    """What a search finds.

    ``words``: what was typed. ``found``: the hits and how many were counted; None where nothing was asked.
    ``hits``: the sentences of this page. ``groups``: what narrows. ``chosen``: what narrows already, each
    with the parameters that take it out. ``counted``: the most hits that are ranked and counted.
    ``order``: best or by date. ``kept``: the parameters that a new search with other words keeps.
    ``cut``: which page it is.
    """

    words: str
    found: Found | None
    hits: tuple[Shown, ...]
    groups: tuple[Group, ...]
    chosen: tuple[tuple[str, str, dict[str, None]], ...]
    counted: int
    order: str
    kept: tuple[tuple[str, str], ...]
    cut: Cut


@router.get("/search")
def search(request: Request, desk: AtDesk) -> Response:
    """Show the sentences that hold the words asked for, or the way to ask where none are."""
    wanted = _wanted(request)
    if not wanted.words.strip():
        page = SearchPage("", None, (), (), (), COUNTED, wanted.order, (), Cut(size=PAGE))
        return render(request, page)
    return lists.answer(
        request,
        lambda: _page(request, desk, wanted),
        lambda: query.every_hit(desk.ledger, wanted),
        HITS,
        "search",
    )


def _wanted(request: Request) -> Search:
    names = ("party", "person", "topic", "since", "until", "act", "publisher")
    return Search(
        request.query_params.get("q", ""),
        Filters(**{name: asked.said(request, name) for name in names}),
        kind=asked.said(request, "kind"),
        fate=asked.said(request, "fate"),
        order=asked.one_of(request, "order", ORDERS),
        superseded=asked.said(request, "versions") == "all",
    )


def _page(request: Request, desk: Desk, wanted: Search) -> SearchPage:
    cut = replace(asked.page_of(request), size=PAGE)
    found = query.search(desk.ledger, wanted, page=cut.number, size=cut.size)
    names = _names(desk)
    return SearchPage(
        words=wanted.words,
        found=found,
        hits=tuple(Shown(hit, pieces(hit.quote, hit.marks)) for hit in found.hits),
        groups=tuple(_groups(found, names, set(request.query_params))),
        chosen=tuple(_chosen(wanted, names)),
        counted=COUNTED,
        order=wanted.order,
        kept=tuple(
            (name, value)
            for name, value in request.query_params.items()
            if name not in ("q", "page") and value
        ),
        cut=replace(cut, more=found.more),
    )


def _names(desk: Desk) -> dict[str, Callable[[str], str]]:
    labels = desk.labels
    return {
        "party": lambda code: f"{labels.party(code)} ({code})" if labels.party(code) != code else code,
        "topic": labels.topic,
        "act": act_words,
        "kind": act_words,
        "fate": lambda fate: FATES.get(fate, fate),
    }


def _groups(found: Found, names: dict[str, Callable[[str], str]], said: set[str]) -> Iterator[Group]:
    """Yield the facets by which the hits differ and that do not narrow them yet."""
    for facet, head in HEADS.items():
        counts = found.counts.get(facet, ())
        narrows = {"since", "until"} & said if facet == "year" else facet in said
        if narrows or not counts or (len(counts) == 1 and counts[0].count == found.counted):
            continue
        choices = (
            Choice(
                names[facet](one.value) if facet in names else one.label,
                one.count,
                {"page": None, **_parameters(facet, one.value)},
            )
            for one in counts
        )
        yield Group(head, tuple(choices))


def _parameters(facet: str, value: str) -> dict[str, str | None]:
    return {"since": value, "until": value} if facet == "year" else {facet: value}


def _chosen(
    wanted: Search, names: dict[str, Callable[[str], str]]
) -> Iterator[tuple[str, str, dict[str, None]]]:
    filters = wanted.filters
    single = {
        "party": filters.party, "person": filters.person, "act": filters.act, "topic": filters.topic,
        "since": filters.since, "until": filters.until, "publisher": filters.publisher,
        "kind": wanted.kind, "fate": wanted.fate,
    }  # fmt: skip
    if filters.since and filters.since == filters.until:
        single |= {"since": None, "until": None}
        yield "Date", filters.since, {"since": None, "until": None, "page": None}
    for name, value in single.items():
        if value is not None:
            told = names[name](value) if name in names else value
            yield HEADS.get(name, name.capitalize()), told, {name: None, "page": None}
    if wanted.superseded:
        yield "Versions", "earlier ones too", {"versions": None, "page": None}

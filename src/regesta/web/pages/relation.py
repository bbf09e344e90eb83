"""A relationship: its timeline by level, the register beside it, what falls due, topics and names by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlencode

from fastapi import APIRouter, HTTPException, Request, Response

from regesta import query
from regesta.export.columns import REGISTER
from regesta.model.links import Joined
from regesta.query import relations as ask
from regesta.query.due import DueRow, falling_due, newest_publication
from regesta.query.findings import FoundCount, found_counts
from regesta.query.relations import Named, Raised, Relation
from regesta.query.rows import RegisterRow
from regesta.query.slices import entries_between
from regesta.rules.levels import levels
from regesta.web import asked, lists
from regesta.web.bars import Bars, bars
from regesta.web.desk import AtDesk, Desk
from regesta.web.lists import Cut
from regesta.web.page import Page, shown_by
from regesta.web.timeline import Timeline, counted, marked

router = APIRouter()
ENTRIES = 12
MARKS = 90
DUE = 6
COMING = 6
_STREAMED = 50
_FEW_YEARS = 3


@shown_by("relation.html")
class RelationPage(Page):
    """Two states and what the ledger holds on them.

    ``relation``: the counts and days. ``timeline``: the chart, None where nothing has a date; ``table``:
    its figures by year and level; ``levels``: the names of the levels by id; ``undated``: how many
    meetings have no day and are not drawn; ``earlier``: how many dated ones the chart leaves out.
    ``since`` and ``until``: the window asked for. ``entries``: a page of the register, ``cut``: which.
    ``day``: the day of the newest document, from which on things are to come. ``coming``: planned
    meetings. ``due``: promises and requests whose windows close next. ``topics``: those raised most;
    ``all_topics``: how many there are; ``bars``: the chart of these. ``names``: what each side calls
    things; ``all_things``: how many things have names. ``found``: findings by code and level.
    """

    relation: Relation
    timeline: Timeline | None
    table: tuple[tuple[str, dict[str, int], int], ...]
    levels: dict[str, str]
    undated: int
    earlier: int
    since: str | None
    until: str | None
    entries: tuple[RegisterRow, ...]
    cut: Cut
    day: str | None
    coming: tuple[Joined, ...]
    due: tuple[DueRow, ...]
    topics: tuple[Raised, ...]
    all_topics: int
    bars: Bars | None
    names: tuple[Named, ...]
    all_things: int
    found: tuple[FoundCount, ...]


@router.get("/r/{pair}")
def relationship(request: Request, desk: AtDesk, pair: str) -> Response:
    """Show a relationship; ``since`` and ``until`` narrow its timeline, register, topics and names."""
    sides = asked.two_sides(pair)
    window = query.Filters(since=asked.said(request, "since"), until=asked.said(request, "until"))
    days = window.days()
    known = ask.relation(desk.ledger, *sides)
    if known is None:
        raise HTTPException(404, f"The ledger holds nothing on {sides[0]} and {sides[1]} together.")

    def page() -> Page:
        return _page(request, desk, known, window, days)

    def rows() -> Iterator[RegisterRow]:
        start, more = 0, True
        while more:
            some, more = entries_between(desk.ledger, *sides, days, start, _STREAMED)
            yield from some
            start += _STREAMED

    return lists.answer(request, page, rows, REGISTER, f"register-{known.pair}")


def _page(
    request: Request, desk: Desk, known: Relation, window: query.Filters, days: ask.Days
) -> RelationPage:
    ledger, sides = desk.ledger, (known.first_side, known.second_side)
    cut = replace(asked.page_of(request), size=ENTRIES)
    entries, more = entries_between(ledger, *sides, days, cut.first, cut.size)
    day = newest_publication(ledger)
    cells = ask.cells(ledger, *sides, days)
    topics, all_topics = ask.raised(ledger, *sides, days)
    names, all_things = ask.named(ledger, *sides, days)
    timeline, drawn = _timeline(desk, known, cells, days, day)
    return RelationPage(
        relation=known,
        timeline=timeline,
        table=_table(cells),
        levels={id_: level.name for id_, level in levels().levels.items()},
        undated=ask.undated_between(ledger, *sides),
        earlier=sum(cell.count for cell in cells) - drawn,
        since=window.since,
        until=window.until,
        entries=tuple(entries),
        cut=replace(cut, more=more),
        day=day,
        coming=tuple(ask.planned(ledger, day, COMING, sides)) if day else (),
        due=tuple(falling_due(ledger, day, DUE, sides)) if day else (),
        topics=tuple(topics),
        all_topics=all_topics,
        bars=bars(topics),
        names=tuple(names),
        all_things=all_things,
        found=tuple(one for one in found_counts(ledger, sides) if one.level != "note"),
    )


def _timeline(
    desk: Desk, known: Relation, cells: list[ask.Cell], days: ask.Days, day: str | None
) -> tuple[Timeline | None, int]:
    """Return the chart, and how many meetings it shows."""
    sides = (known.first_side, known.second_side)

    def zoom(period: str) -> str:
        return f"/r/{known.pair}?{urlencode({'since': period, 'until': period})}"

    def listed(period: str) -> str:
        return f"/meetings?{urlencode({'between': known.pair, 'since': period, 'until': period})}"

    total = sum(cell.count for cell in cells)
    if total <= MARKS:
        return marked(ask.met_between(desk.ledger, *sides, days, MARKS), day, zoom), total
    if int(cells[-1].period) - int(cells[0].period) < _FEW_YEARS:
        cells = ask.cells(desk.ledger, *sides, days, by="month")
    narrowest = len({cell.period for cell in cells}) == 1
    chart = counted(cells, listed if narrowest else zoom)
    return chart, sum(cell.count for cell in cells if chart and cell.period >= chart.since)


def _table(cells: list[ask.Cell]) -> tuple[tuple[str, dict[str, int], int], ...]:
    """Return the meetings of each year by level, the newest year first, with how many did not take place."""
    found: dict[str, dict[str, int]] = {}
    failed: dict[str, int] = {}
    for cell in cells:
        row = found.setdefault(cell.period, {})
        level = levels().of(cell.format)
        row[level] = row.get(level, 0) + cell.count
        failed[cell.period] = failed.get(cell.period, 0) + (cell.count if cell.status == "not_held" else 0)
    return tuple((year, found[year], failed[year]) for year in sorted(found, reverse=True))

"""What the checks found."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from fastapi import APIRouter, Request, Response

from regesta import checks
from regesta.checks.explained import explained
from regesta.export.findings import FOUND
from regesta.model.finding import Level
from regesta.query.findings import (
    FoundAsOf,
    FoundCount,
    FoundRow,
    SoughtFindings,
    found_all,
    found_as_of,
    found_counts,
    found_page,
)
from regesta.web import asked, lists
from regesta.web.desk import AtDesk, Desk
from regesta.web.lists import Cut
from regesta.web.page import Page, shown_by

router = APIRouter()
_LEVELS: dict[str, tuple[Level, ...]] = {
    "open": ("conflict", "open"),
    "conflict": ("conflict",),
    "note": ("note",),
    "all": ("conflict", "open", "note"),
}
_LEVEL_NAMES: asked.Choices = (
    ("open", "to look at"),
    ("conflict", "conflicts alone"),
    ("note", "notes alone"),
    ("all", "notes too"),
)
_PIECE = re.compile(r"`(?P<code>[^`]+)`|\[(?P<name>[^\]]+)\]\(#(?P<section>[a-z-]+)\)|(?P<text>[^`\[]+|\[)")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of an explanation: plain, set as code, or leading to another code of findings."""

    kind: Literal["text", "code", "section"]
    words: str
    section: str = ""


@shown_by("findings.html")
class FindingsPage(Page):
    """A page of the findings.

    ``rows``: the findings. ``cut``: which page. ``code``, ``level``, ``between`` and ``document``: what
    was asked for. ``codes`` and ``levels``: what can be chosen. ``as_of``: as of what they were worked
    out. ``counts``: how many there are by code and level, of the two sides if two were asked for.
    ``trouble``: why they could not be brought up to date, None where they can. ``explanations``: by code,
    what its findings mean, in paragraphs.
    """

    rows: tuple[FoundRow, ...]
    cut: Cut
    code: str | None
    level: str
    between: str | None
    document: str | None
    codes: asked.Choices
    levels: asked.Choices
    as_of: FoundAsOf
    trouble: str | None
    counts: tuple[FoundCount, ...]
    explanations: dict[str, tuple[tuple[Piece, ...], ...]]


@router.get("/findings")
def findings(request: Request, desk: AtDesk) -> Response:
    """Show what the checks found, by code, level, two sides or document."""
    pair = asked.pair_of(request)
    level = asked.one_of(request, "level", tuple(_LEVELS))
    code = asked.one_of(request, "code", ("", *checks.CODES)) or None
    sought = SoughtFindings(code, _LEVELS[level], pair, asked.said(request, "document"))

    def page() -> Page:
        return _page(request, desk, sought, level)

    return lists.answer(request, page, lambda: found_all(desk.ledger, sought), FOUND, "findings")


def _page(request: Request, desk: Desk, sought: SoughtFindings, level: str) -> FindingsPage:
    cut = asked.page_of(request)
    rows, more = found_page(desk.ledger, sought, cut.first, cut.size)
    as_of = found_as_of(desk.ledger)
    if as_of.at is None or as_of.newer:
        request.app.state.keeper.call()
    told = (sought.code,) if sought.code else tuple(dict.fromkeys(row.finding.code for row in rows))
    return FindingsPage(
        rows=tuple(rows),
        cut=replace(cut, more=more),
        code=sought.code,
        level=level,
        between="-".join(sought.between) if sought.between else None,
        document=sought.document,
        codes=tuple((code, code.replace("-", " ")) for code in checks.CODES),
        levels=_LEVEL_NAMES,
        as_of=as_of,
        trouble=request.app.state.keeper.trouble,
        counts=tuple(found_counts(desk.ledger, sought.between)),
        explanations={code: _paragraphs(explained()[code]) for code in told},
    )


def _paragraphs(markdown: str) -> tuple[tuple[Piece, ...], ...]:
    """Return the paragraphs of an explanation in pieces."""
    return tuple(
        tuple(_piece(match) for match in _PIECE.finditer(" ".join(paragraph.split())))
        for paragraph in markdown.split("\n\n")
    )


def _piece(match: re.Match[str]) -> Piece:
    if match["code"] is not None:
        return Piece("code", match["code"])
    if match["section"] is not None:
        return Piece("section", match["name"], match["section"])
    return Piece("text", match["text"])

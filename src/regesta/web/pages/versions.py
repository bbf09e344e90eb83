"""The texts of one address, and how they differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from fastapi import APIRouter, Request, Response

from regesta.model.finding import Place
from regesta.model.versions import Change, ChangeKind, Edit
from regesta.query.rows import DocumentRow
from regesta.query.versions import Hanging, edit_of, versions_of
from regesta.web import asked
from regesta.web.desk import AtDesk
from regesta.web.lists import Cut
from regesta.web.page import Page, shown_by
from regesta.web.pages.document import elsewhere
from regesta.web.templates import render

router = APIRouter()
_SIZE = 25
_KINDS: tuple[ChangeKind, ...] = ("changed", "gone", "new", "moved")


@dataclass(frozen=True, slots=True)
class Run:
    """Some words of a sentence; ``differs`` says that the other text has others there."""

    text: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A sentence that differs: its words in either text, run by run, and what hangs on the earlier."""

    change: Change
    old: tuple[Run, ...]
    new: tuple[Run, ...]
    hanging: tuple[Hanging, ...]


@shown_by("versions.html")
class VersionsPage(Page):
    """The texts of one address.

    ``texts``: all of them, the first version first. ``row``: the document that was asked for. ``before`` and
    ``after``: the two texts that are compared: it and the one before it, or, of the first, the one after it;
    None where there is one text alone. ``counts``: how many sentences are changed, gone, new, moved; ``same``
    how many are the same. ``changes``: some of the sentences that differ. ``whole``: what hangs on the
    earlier text as a whole. ``cut``: which page of the changes it is.
    """

    texts: tuple[DocumentRow, ...]
    row: DocumentRow
    before: DocumentRow | None
    after: DocumentRow | None
    counts: tuple[tuple[str, int], ...]
    same: int
    changes: tuple[Shown, ...]
    whole: tuple[Hanging, ...]
    cut: Cut


@router.get("/documents/{document_id}/versions")
def versions(request: Request, desk: AtDesk, document_id: str) -> Response:
    """Show the texts of the address of a document, and how it differs from the one before it."""
    texts = versions_of(desk.ledger, document_id)
    if not texts:
        return elsewhere(request, desk, document_id, "/versions")
    cut = replace(asked.page_of(request), size=_SIZE)
    row = next(one for one in texts if one.id == document_id)
    if len(texts) == 1:
        return render(request, VersionsPage(texts, row, None, None, (), 0, (), (), cut))
    pairs = list(pairwise(texts))
    before, after = next((pair for pair in pairs if pair[1] == row), pairs[0])
    found = edit_of(desk.ledger, before, after)
    end = cut.first + cut.size
    told = zip(found.edit.changes[cut.first : end], found.hanging[cut.first : end], strict=True)
    page = VersionsPage(
        texts=texts,
        row=row,
        before=before,
        after=after,
        counts=tuple(_counts(found.edit)),
        same=found.edit.same,
        changes=tuple(_shown(change, hanging) for change, hanging in told),
        whole=found.whole,
        cut=replace(cut, more=len(found.edit.changes) > end),
    )
    return render(request, page)


def _counts(edit: Edit) -> Iterator[tuple[str, int]]:
    for kind in _KINDS:
        count = edit.count(kind)
        if count:
            yield kind, count


def _shown(change: Change, hanging: tuple[Hanging, ...]) -> Shown:
    moved = change.kind == "moved"
    old = tuple(_runs(change.old, () if moved else change.went)) if change.old else ()
    new = tuple(_runs(change.new, () if moved else change.came)) if change.new else ()
    return Shown(change, old, new, hanging)


def _runs(place: Place, differing: Sequence[Place]) -> Iterator[Run]:
    """Yield the words of a sentence, those that differ apart; put together they are the sentence."""
    start, at = place.span.start, place.span.start
    for run in differing:
        yield Run(place.quote[at - start : run.span.start - start], False)
        yield Run(run.quote, True)
        at = run.span.end
    yield Run(place.quote[at - start :], False)

"""Promises and requests of documents of which no day is known: kept, with no day to follow them from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from regesta.model.finding import Place
from regesta.model.judgement import Ref
from regesta.model.links import Dated, Dossier, Followed, Links
from regesta.model.records import Commitment, Request
from regesta.query.across import Across


def with_undated(found: Across) -> Links:
    """Return the links of ``found`` with the promises and requests that have no history, behind the others.

    They are those of documents of which no day is known, so that nobody can say from when they stood open:
    their history is empty, their window as it is written, without a year where the text gives none.
    """
    followed = {one.ref for one in (*found.links.commitments, *found.links.requests)}
    more = [one for paper in found.dossiers for one in _of(paper) if one.ref not in followed]
    return replace(
        found.links,
        commitments=(*found.links.commitments, *(one for one in more if one.ref.kind == "commitment")),
        requests=(*found.links.requests, *(one for one in more if one.ref.kind == "request")),
    )


def _of(paper: Dossier) -> Iterator[Followed]:
    records: tuple[Commitment | Request, ...] = (*paper.records.commitments, *paper.records.requests)
    existence = "joint" if paper.document.kind == "joint_statement" else "one_side_only"
    for record in records:
        kind = "commitment" if isinstance(record, Commitment) else "request"
        yield Followed(
            ref=Ref(paper.id, kind, record.id),
            place=Place(paper.id, record.span, record.span.of(paper.text)),
            dated=Dated(record.due, record.due_basis),
            history=(),
            existence=existence,
        )

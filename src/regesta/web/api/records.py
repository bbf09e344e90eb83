"""The addresses of records: what single documents say, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Any, Generic, TypeVar

from fastapi import Query, Request

from regesta import query
from regesta.query import RecordRow
from regesta.query.came import ref_of
from regesta.query.citing import documents_by_id
from regesta.query.keyed import Keyed, promises_behind, record_row, records_behind
from regesta.query.promises import Wanted as WantedPromises
from regesta.query.promises import promise
from regesta.query.statuses import PromiseKind
from regesta.web.api import asked, models
from regesta.web.api.answers import Answers
from regesta.web.api.asked import key_of
from regesta.web.api.shared import DAY, RECORD, Making, addresses, not_there, page_of
from regesta.web.desk import AtDesk, Desk

router = addresses()
P = TypeVar("P", bound=models.Promise)


@dataclass(frozen=True, slots=True)
class _Promised(Generic[P]):
    """What promises and requests do not share: the kind of record, its model, the model of a page."""

    kind: PromiseKind
    model: type[P]
    page: type[models.Page[P]]


_COMMITMENTS = _Promised("commitment", models.Commitment, models.Page[models.Commitment])
_REQUESTS = _Promised("request", models.Request, models.Page[models.Request])


@router.get("/mentions")
def mentions(
    request: Request, desk: AtDesk, make: Making, wanted: Annotated[asked.OfMeetings, Query()]
) -> models.Page[models.Meeting]:
    """List meetings as each document has them."""
    after = key_of(wanted.cursor, *RECORD)
    found = records_behind(desk.ledger, "meeting", asked.filters_of(wanted), after, wanted.limit)
    homes = query.seen(desk.ledger, found.rows)

    def made(row: RecordRow[Any]) -> models.Meeting:
        home = homes.get(ref_of(row))
        return make.record(models.Meeting, row, meeting=home.id if home else None)

    return page_of(request, models.Page[models.Meeting], found, made)


@router.get("/mentions/{record_id}")
def mention(desk: AtDesk, make: Making, record_id: str) -> models.Meeting:
    """Give a meeting as one document has it."""
    row = record_row(desk.ledger, "meeting", record_id)
    if row is None:
        raise not_there("meeting", record_id)
    home = query.seen(desk.ledger, [row]).get(ref_of(row))
    return make.record(models.Meeting, row, meeting=home.id if home else None)


@router.get("/statements")
def statements(
    request: Request, desk: AtDesk, make: Making, wanted: Annotated[asked.Statements, Query()]
) -> models.Page[models.Statement]:
    """List statements: who did what in words."""
    after = key_of(wanted.cursor, *RECORD)
    found = records_behind(desk.ledger, "statement", asked.filters_of(wanted), after, wanted.limit)
    return page_of(
        request, models.Page[models.Statement], found, lambda row: make.record(models.Statement, row)
    )


@router.get("/statements/{record_id}")
def statement(desk: AtDesk, make: Making, record_id: str) -> models.Statement:
    """Give a statement."""
    row = record_row(desk.ledger, "statement", record_id)
    if row is None:
        raise not_there("statement", record_id)
    return make.record(models.Statement, row)


@router.get("/commitments")
def commitments(
    request: Request, desk: AtDesk, make: Making, wanted: Annotated[asked.Promises, Query()]
) -> models.Page[models.Commitment]:
    """List commitments, each with what came of it by a day."""
    return _promises(_COMMITMENTS, request, desk, make, wanted)


@router.get("/commitments/{record_id}")
def commitment(
    desk: AtDesk, make: Making, record_id: str, wanted: Annotated[asked.AsOf, Query()]
) -> models.Commitment:
    """Give a commitment with its history by a day."""
    return _one_promise(_COMMITMENTS, desk, make, record_id, wanted.as_of)


@router.get("/requests")
def requests(
    request: Request, desk: AtDesk, make: Making, wanted: Annotated[asked.Requests, Query()]
) -> models.Page[models.Request]:
    """List requests: who asked whom for what, and what came of it by a day."""
    return _promises(_REQUESTS, request, desk, make, wanted)


@router.get("/requests/{record_id}")
def one_request(
    desk: AtDesk, make: Making, record_id: str, wanted: Annotated[asked.AsOf, Query()]
) -> models.Request:
    """Give a request with its history by a day."""
    return _one_promise(_REQUESTS, desk, make, record_id, wanted.as_of)


@router.get("/terms")
def terms(
    request: Request, desk: AtDesk, make: Making, wanted: Annotated[asked.OfRecords, Query()]
) -> models.Page[models.Term]:
    """List names in use for things that the sides may call differently."""
    after = key_of(wanted.cursor, *RECORD)
    found = records_behind(desk.ledger, "term", asked.filters_of(wanted), after, wanted.limit)
    return page_of(request, models.Page[models.Term], found, lambda row: make.record(models.Term, row))


@router.get("/terms/{record_id}")
def term(desk: AtDesk, make: Making, record_id: str) -> models.Term:
    """Give a name as it stands in one document."""
    row = record_row(desk.ledger, "term", record_id)
    if row is None:
        raise not_there("term", record_id)
    return make.record(models.Term, row)


def _promises(
    of: _Promised[P], request: Request, desk: Desk, make: Answers, wanted: asked.Promises
) -> models.Page[P]:
    found = _behind(desk, of.kind, wanted)
    papers = _evidence(desk, found.rows)
    return page_of(request, of.page, found, lambda row: make.promise(of.model, row, found.day, papers))


def _behind(desk: Desk, kind: PromiseKind, wanted: asked.Promises) -> Keyed[RecordRow[Any]]:
    """Return a page of promises. The day by which they are told goes along with the cursor."""
    key = key_of(wanted.cursor, *RECORD, DAY)
    day = key[3] if key else None
    asking = WantedPromises(kind, asked.filters_of(wanted), wanted.as_of)
    after = key[:3] if key else None
    found = promises_behind(desk.ledger, asking, after, wanted.limit, day if isinstance(day, str) else None)
    return Keyed(found.rows, (*found.after, found.day) if found.after else None, found.day)


def _one_promise(of: _Promised[P], desk: Desk, make: Answers, id_: str, as_of: str | None) -> P:
    sheet = promise(desk.ledger, of.kind, id_, as_of)
    if sheet is None:
        raise not_there(of.kind, id_)
    return make.promise(of.model, sheet.row, sheet.day, _evidence(desk, [sheet.row]))


def _evidence(desk: Desk, rows: Iterable[RecordRow[Any]]) -> dict[str, query.DocumentRow]:
    steps = [step for row in rows if row.came for step in (*row.came.steps, *row.came.events)]
    return documents_by_id(desk.ledger, (one.place.document for step in steps for one in step.evidence))

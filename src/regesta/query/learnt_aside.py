"""What the ledger learnt from no document: pages that are gone, decisions, windows that closed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from regesta.ledger.fetch_tables import FetchedTable
from regesta.ledger.judgement_tables import JudgementTable, OverlayTable
from regesta.ledger.link_tables import StepTable
from regesta.ledger.schema import DocumentTable
from regesta.model.judgement import Ref
from regesta.query.came import histories
from regesta.query.current import current
from regesta.query.first_told import FirstTold
from regesta.query.learnt import Learnt, Moment
from regesta.query.learnt_with import status, with_histories
from regesta.query.load import Texts, bundles, document_rows
from regesta.query.rows import StepRow

_PROMISES = ("commitment", "request")


def gone(connection: Connection, fits: ColumnElement[bool]) -> Iterator[Learnt]:
    """Yield the pages that their servers have no longer, the last to go first; their texts are kept."""
    page, table = FetchedTable, DocumentTable
    asked = select(page.gone_at, table.id).join(table, table.url == page.url)
    rows = connection.execute(asked.where(page.gone_at.is_not(None), current(), fits)).all()
    known = {row.id: row for row in document_rows(connection, table.id.in_([row.id for row in rows]))}
    found = [
        Learnt("gone", at, f"{id_}/gone/{at}", known[id_], (), {id_: known[id_]}) for at, id_ in rows if at
    ]
    yield from sorted(found, key=lambda one: one.moment, reverse=True)


def decided(connection: Connection, fits: ColumnElement[bool]) -> Iterator[Learnt]:
    """Yield the statuses of promises and requests that persons decided and that hold, the last first."""
    laid, log, table = OverlayTable, JudgementTable, DocumentTable
    asked = (
        select(
            laid.document_id,
            laid.record_kind,
            laid.record_id,
            laid.value,
            log.at,
            log.by,
            log.note,
            log.number,
        )
        .join(log, log.number == laid.number)
        .join(table, table.id == laid.document_id)
        .where(laid.field == "status", laid.record_kind.in_(_PROMISES), laid.value.is_not(None), fits)
    )
    rows = [
        (row.at, f"{row.document_id}/decided/{row.record_id}/{row.number:012}", row)
        for row in connection.execute(asked)
    ]
    texts = Texts(connection)
    for _, key, row in sorted(rows, key=lambda one: one[:2], reverse=True):
        ref = Ref(row.document_id, row.record_kind, row.record_id)
        records = with_histories(connection, [ref], histories(connection, [ref.document]))
        if ref in records and records[ref].came is not None:
            one = status(texts, records[ref], 0, (row.at, ref.document))
            step = StepRow(row.at[:10], row.value, "unknown", None, row.note or "", ())
            yield replace(one, key=key, step=step, by=row.by)


def closed(connection: Connection, fits: ColumnElement[bool], after: Moment | None) -> Iterator[Learnt]:
    """Yield the windows that closed without a word on what came of it, as far as the ledger can know.

    It knows of it with the promise, or with the first document that was published after the window.
    """
    texts = Texts(connection)
    found = sorted(_closed(connection, texts, fits), reverse=True)
    if after is not None:
        found = [one for one in found if one[0][0] <= after[0]]
    for some in bundles(found):
        known = histories(connection, {ref.document for _, ref, _ in some})
        records = with_histories(connection, {ref for _, ref, _ in some}, known)
        shown = Texts(connection)
        shown.of({moment[1] for moment, _, _ in some} | {ref.document for _, ref, _ in some})
        told = (status(shown, records[ref], at, moment) for moment, ref, at in some if ref in records)
        yield from sorted(told, key=lambda one: one.moment, reverse=True)


def _closed(
    connection: Connection, texts: Texts, fits: ColumnElement[bool]
) -> Iterator[tuple[Moment, Ref, int]]:
    """Yield when it was learnt and by which document, the promise and the number of the step."""
    step, table = StepTable, DocumentTable
    asked = (
        select(step.document_id, step.kind, step.record_id, step.position, step.start, table.added_at)
        .add_columns(table.previous_id)
        .join(table, table.id == step.document_id)
        .where(step.status == "no_evidence", fits)
    )
    rows = connection.execute(asked).all()
    days, times = _days_known(connection) if rows else ([], [])
    again = {row.document_id for row in rows if row.previous_id is not None}
    first, known = FirstTold(connection, texts), histories(connection, again)
    for row in rows:
        ref, place = Ref(row.document_id, row.kind, row.record_id), bisect_left(days, row.start)
        if place < len(days):
            at, document = first.moment(known[ref].place) if ref in known else (row.added_at, ref.document)
            yield (max(at, times[place]), document), ref, row.position


def _days_known(connection: Connection) -> tuple[Sequence[str], Sequence[str]]:
    """Return the days that were the newest on which a document was published, and since when each was."""
    table = DocumentTable
    asked: Any = select(table.added_at, table.latest).where(table.latest.is_not(None))
    days: list[str] = []
    times: list[str] = []
    for at, day in connection.execute(asked.order_by(table.added_at, table.latest)):
        if not days or day > days[-1]:
            days.append(day)
            times.append(at)
    return days, times

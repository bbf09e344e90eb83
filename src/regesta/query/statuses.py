"""The status of a record, as every list and filter understands it.

A meeting has the status that its document gives it. A commitment or request has that to which its history
across documents has come (docs/record-format.md): the last step by the day on which the newest document
was published, or by another day that is asked for; what a person decided goes before it, and without
either it is open.
"""

from __future__ import annotations

from typing import Any, Literal

from sqlalchemy import ColumnElement, ScalarSelect, false, func, literal, select

from regesta.ledger.judgement_tables import OverlayTable
from regesta.ledger.link_tables import StepTable
from regesta.ledger.schema import CommitmentTable, Filed, Listed, MeetingTable, RequestTable
from regesta.model.finding import RegestaError
from regesta.model.records import STATUSES
from regesta.query.corrected import value_now
from regesta.query.current import day_now

PromiseKind = Literal["commitment", "request"]
PROMISE_STATUSES = (
    "open", "in_progress", "partly_done", "done", "no_evidence", "not_done", "deferred", "withdrawn",
    "contested", "not_assessable",
)  # fmt: skip
_EVER = "9999-12-31"
"""Behind every step: by this day a ledger without a day of publication tells its whole histories."""


def known_status(status: str | None) -> None:
    """Raise :class:`RegestaError` for a status that neither meetings nor commitments and requests have."""
    if status is not None and status not in (*STATUSES, *PROMISE_STATUSES):
        known = ", ".join((*STATUSES, *PROMISE_STATUSES))
        raise RegestaError(f"There is no status {status!r}; they are {known}.")


def has_status(table: type[Filed] | type[Listed], status: str) -> ColumnElement[bool]:
    """Say that a row of ``table`` has this status now; what has none does not fit.

    Assumes that the views across documents are up to date. Raises :class:`RegestaError` for a status that
    there is none of.
    """
    known_status(status)
    if table is MeetingTable:
        return value_now(table, "status", MeetingTable.status) == status
    if table is CommitmentTable:
        return status_by(table, "commitment", func.coalesce(day_now(), _EVER)) == status
    if table is RequestTable:
        return status_by(table, "request", func.coalesce(day_now(), _EVER)) == status
    return false()


def status_by(
    table: type[Filed], kind: PromiseKind, day: str | ColumnElement[Any] | None
) -> ColumnElement[str]:
    """Return as SQL the status of a row of ``table`` by ``day``: what a person says, else the last step."""
    last = steps_by(table, kind, day).order_by(StepTable.position.desc()).limit(1)
    return func.coalesce(_said(table, kind), last.scalar_subquery(), literal("open"))


def _said(table: type[Filed], kind: PromiseKind) -> ScalarSelect[str | None]:
    said = select(OverlayTable.value).where(
        OverlayTable.document_id == table.document_id,
        OverlayTable.record_kind == kind,
        OverlayTable.record_id == table.id,
        OverlayTable.field == "status",
    )
    return said.scalar_subquery()


def steps_by(table: type[Filed], kind: PromiseKind, day: str | ColumnElement[Any] | None) -> Any:
    """Return as SQL the steps of a row of ``table`` that can be known by ``day``, all of them without one."""
    step = StepTable
    by = () if day is None else (step.start <= day,)
    mine = (step.document_id == table.document_id, step.kind == kind, step.record_id == table.id)
    return select(step.status).where(*mine, *by).correlate(table)

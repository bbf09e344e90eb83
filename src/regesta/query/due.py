"""What falls due: promises and requests of which nothing was heard yet and whose window closes next."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, and_, or_, select

from regesta.ledger import Ledger
from regesta.ledger.connect import looking
from regesta.ledger.link_tables import StepTable
from regesta.ledger.relation_tables import PairDocumentTable
from regesta.ledger.schema import CommitmentTable, Filed, RequestTable
from regesta.model.judgement import Ref
from regesta.model.links import Dated
from regesta.query.ask import ask
from regesta.query.came import histories, ref_of
from regesta.query.current import newest_day
from regesta.query.rows import CommitmentRow, RequestRow, RowKind

_CLOSES = "no_evidence"
_TABLES: tuple[tuple[RowKind, type[Filed]], ...] = (
    ("commitment", CommitmentTable),
    ("request", RequestTable),
)


@dataclass(frozen=True, slots=True)
class DueRow:
    """A promise or request with its window; ``closes`` is the day after its last."""

    row: CommitmentRow | RequestRow
    dated: Dated
    closes: str


def newest_publication(ledger: Ledger) -> str | None:
    """Return the last day on which a document of the ledger was published, None where none says."""
    with looking(ledger.engine, ledger.path) as connection:
        return newest_day(connection)


def falling_due(ledger: Ledger, since: str, limit: int, pair: tuple[str, str] | None = None) -> list[DueRow]:
    """Return the promises and requests whose windows are open on ``since`` and close next.

    Those of which something was heard by the end of their window are not among them, nor those
    without a window. ``pair`` narrows to documents on two states.
    """
    step = StepTable
    asked = (
        select(step.document_id, step.kind, step.record_id, step.start)
        .where(step.status == _CLOSES, step.start > since)
        .order_by(step.start, step.document_id, step.record_id)
        .limit(limit)
    )
    if pair is not None:
        about = PairDocumentTable
        here = and_(about.document_id == step.document_id, about.pair == "-".join(sorted(pair)))
        asked = asked.join(about, here)
    with looking(ledger.engine, ledger.path) as connection:
        closes = {Ref(row[0], row[1], row[2]): row.start for row in connection.execute(asked)}
        known = histories(connection, {ref.document for ref in closes})
        rows = _rows(connection, list(closes))
    return [DueRow(rows[ref], known[ref].dated, day) for ref, day in closes.items() if ref in rows]


def _rows(connection: Connection, refs: list[Ref]) -> dict[Ref, CommitmentRow | RequestRow]:
    found: dict[Ref, CommitmentRow | RequestRow] = {}
    for kind, table in _TABLES:
        own = [ref for ref in refs if ref.kind == kind]
        fits: list[ColumnElement[bool]] = [
            and_(table.document_id == ref.document, table.id == ref.id) for ref in own
        ]
        if fits:
            found |= {ref_of(row): row for row in ask(connection, kind, or_(*fits))}
    return found

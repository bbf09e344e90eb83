"""What the checks found, written and read whole; and how much of the ledger it does not know of yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import Connection, delete, func, insert, select

from regesta.ledger.finding_tables import FindingPlaceTable, FindingStateTable, FindingTable, StaleTable
from regesta.model.finding import Finding

_ROWS = 1_000


def state_of(connection: Connection) -> dict[str, str | None]:
    """Return as of what the findings were worked out; nothing where they never were."""
    table = FindingStateTable
    return {row.name: row.value for row in connection.execute(select(table.name, table.value))}


def unknown_to_findings(connection: Connection) -> int:
    """Count the documents that came, went, changed or were judged since the findings were worked out."""
    return connection.scalar(select(func.count()).select_from(StaleTable)) or 0


def last_change(connection: Connection) -> int:
    """Return the number of the last such change, 0 where there is none."""
    return connection.scalar(select(func.max(StaleTable.number))) or 0


def put_findings(
    connection: Connection, found: Iterable[Finding], state: Mapping[str, str | None], *, known: int
) -> None:
    """Put ``found``, in their order, in the place of the earlier findings.

    ``known`` is the number of the last change (:func:`last_change`) of the ledger that they were worked
    out on; what changed after it they do not know of.
    """
    for table in (FindingTable, FindingPlaceTable, FindingStateTable):
        connection.execute(delete(table))
    for some in _bundles(enumerate(found, 1)):
        connection.execute(insert(FindingTable), [_row(number, one) for number, one in some])
        places = [row for number, one in some for row in _places(number, one)]
        connection.execute(insert(FindingPlaceTable), places)
    connection.execute(insert(FindingStateTable), [{"name": n, "value": v} for n, v in state.items()])
    connection.execute(delete(StaleTable).where(StaleTable.number <= known))


def _bundles(numbered: Iterable[tuple[int, Finding]]) -> Iterator[list[tuple[int, Finding]]]:
    some: list[tuple[int, Finding]] = []
    for one in numbered:
        some.append(one)
        if len(some) == _ROWS:
            yield some
            some = []
    if some:
        yield some


def _row(number: int, one: Finding) -> dict[str, object]:
    return {"number": number, "code": one.code, "level": one.level, "message": one.message}


def _places(number: int, one: Finding) -> Iterator[dict[str, object]]:
    for position, place in enumerate(one.places):
        start, end = place.span
        same = {"number": number, "position": position, "document_id": place.document}
        yield {**same, "span_start": start, "span_end": end}

"""What came of commitments and requests: dated, with every word that shows it cited."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, select

from regesta.ledger.link_codec import unpacked
from regesta.ledger.link_tables import HistoryTable
from regesta.model.finding import Place
from regesta.model.judgement import Ref
from regesta.model.links import Followed, Step
from regesta.query.load import Opened, bundles, opened
from regesta.query.rows import Came, Cited, RecordRow, StepRow


def histories(connection: Connection, documents: Collection[str]) -> dict[Ref, Followed]:
    """Return what the views hold of all commitments and requests of these documents."""
    table = HistoryTable
    found: dict[Ref, Followed] = {}
    for some in bundles(sorted(set(documents))):
        for body in connection.scalars(select(table.body).where(table.document_id.in_(some))):
            one = unpacked(Followed, body)
            found[one.ref] = one
    return found


def with_came(
    connection: Connection, rows: Sequence[RecordRow[Any]], known: Mapping[Ref, Followed], day: str | None
) -> list[RecordRow[Any]]:
    """Return the rows with what came of each by ``day``; a row of which nothing is known stays as it is."""
    mine = {ref: known[ref] for row in rows if (ref := ref_of(row)) in known}
    places = [place for one in mine.values() for place in _places(one)]
    texts = opened(connection, {place.document for place in places})
    made = {ref: _came(one, texts, day) for ref, one in mine.items()}
    return [replace(row, came=made.get(ref_of(row))) for row in rows]


def uncited(one: Followed, day: str | None) -> Came | None:
    """Return what came of a promise or request by ``day`` without the words that show it; opens no text."""
    return _came(one, None, day)


def ref_of(row: RecordRow[Any]) -> Ref:
    """Return the reference of a record's row."""
    return Ref(row.document.id, row.kind, row.id or "")


def cited(texts: Mapping[str, Opened], places: Iterable[Place]) -> tuple[Cited, ...]:
    """Return words with their citations; ``texts`` holds the documents in which they stand."""
    return tuple(Cited(place, texts[place.document].cite(place.span)) for place in places)


def _came(one: Followed, texts: Mapping[str, Opened] | None, day: str | None) -> Came | None:
    steps = tuple(_step(step, texts) for step in one.history if day is None or step.start <= day)
    events = tuple(_step(step, texts) for step in one.events if day is None or step.start <= day)
    return Came(day, one.dated, steps, events, one.existence, one.successor) if steps else None


def _step(step: Step, texts: Mapping[str, Opened] | None) -> StepRow:
    found = cited(texts, step.evidence) if texts is not None else ()
    return StepRow(step.start, step.status, step.timeliness, step.confirmation, step.why, found)


def _places(one: Followed) -> Iterable[Place]:
    yield from (place for step in (*one.history, *one.events) for place in step.evidence)

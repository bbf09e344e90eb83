"""What stands beside the documents of an export: persons, findings, decisions, hashes of texts."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import or_, select

from regesta.ledger.entry import entry_of
from regesta.ledger.finding_tables import FindingPlaceTable, FindingTable
from regesta.ledger.findings import state_of
from regesta.ledger.fold import BY_PERSONS
from regesta.ledger.judgement_tables import JudgementTable
from regesta.ledger.link_tables import BearerTable, PersonTable, ShowingTable
from regesta.ledger.schema import DocumentTable
from regesta.query.chosen import Choice
from regesta.query.findings import FoundRow, found_rows
from regesta.query.judged import DecisionRow, decided
from regesta.query.load import bundles
from regesta.query.person_list import PersonLine, lines_of
from regesta.resolve.bearers import APART


def hashes(choice: Choice) -> dict[str, str]:
    """Return the sha256 of the text of every document of the ledger, by id; superseded versions too."""
    asked = select(DocumentTable.id, DocumentTable.sha256)
    return {row.id: row.sha256 for row in choice.connection.execute(asked)}


def people_of(choice: Choice) -> Iterator[PersonLine]:
    """Yield the persons whose full names stand in the chosen documents, by country and name."""
    table, connection = PersonTable, choice.connection
    asked = select(table.id).order_by(table.country.is_(None), table.country, table.name, table.id)
    shown = _shown(choice) if choice.narrowed else None
    ids = [id_ for id_ in connection.scalars(asked) if shown is None or id_ in shown]
    for some in bundles(ids):
        yield from lines_of(connection, some)


def findings_of(choice: Choice) -> Iterator[FoundRow]:
    """Yield the findings that the ledger keeps, notes too; those with words in a chosen document.

    They are as old as :func:`found_at` says; where the checks were never run there are none.
    """
    connection, place = choice.connection, FindingPlaceTable
    numbers = connection.scalars(select(FindingTable.number).order_by(FindingTable.number)).all()
    chosen = set(choice.ids) if choice.narrowed else None
    for some in bundles(numbers):
        if chosen is not None:
            asked = select(place.number, place.document_id).where(place.number.in_(some))
            held = {row.number for row in connection.execute(asked) if row.document_id in chosen}
            some = [number for number in some if number in held]  # noqa: PLW2901
        yield from found_rows(connection, some)


def found_at(choice: Choice) -> str | None:
    """Return when the kept findings were worked out, None where they never were."""
    return state_of(choice.connection).get("at")


def decisions_of(choice: Choice) -> Iterator[DecisionRow]:
    """Yield what people decided, in the order of the log; what speaks of a record of a chosen document."""
    table = JudgementTable
    asked = select(table).where(table.verdict.in_(BY_PERSONS)).order_by(table.number)
    entries = [entry_of(row._asdict()) for row in choice.connection.execute(asked)]
    if choice.narrowed:
        chosen = set(choice.ids)
        entries = [
            one
            for one in entries
            if chosen & {target.ref.document for target in (one.subject, one.object) if target is not None}
        ]
    for some in bundles(entries):
        yield from decided(choice.connection, some)


def _shown(choice: Choice) -> set[str]:
    """Return the ids of the persons of whom a chosen document shows a full name."""
    shown, bearer, found = ShowingTable, BearerTable, set[str]()
    for some in bundles(choice.ids):
        asked = select(bearer.person_id).join(shown, shown.bearer == bearer.bearer)
        found |= set(choice.connection.scalars(asked.where(shown.document_id.in_(some))))
        alone = or_(*(bearer.bearer.endswith(f"{APART}{id_}", autoescape=True) for id_ in some))
        apart = select(bearer.person_id).where(bearer.bearer.contains(APART), alone)
        found |= set(choice.connection.scalars(apart))
    return found

"""What is chosen for an export: the documents that meet the filters, and those of their records that do.

A document is chosen when it meets what the filters ask of documents (``publisher``, ``document``,
``between``, and ``since`` and ``until`` of the days on which it was published) and, where they ask something
of records (``party``, ``person``, ``topic``, ``act``, ``status``), when one of its records meets all of that.
Days are asked of documents alone, so that a chosen document is not cut by the days of what it tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import ColumnElement, Connection, Select, and_, or_, select

from regesta.ledger.schema import (
    RECORD_TABLES,
    DocumentTable,
    FacetTable,
    Filed,
)
from regesta.query import facets
from regesta.query.filters import Filters, about_act, about_document, has_facet
from regesta.query.load import IN_ORDER
from regesta.query.rows import DocumentRow
from regesta.query.statuses import has_status


def of_records(filters: Filters) -> bool:
    """Say whether ``filters`` ask anything of records."""
    asked = (filters.party, filters.person, filters.topic, filters.act, filters.status)
    return any(one is not None for one in asked)


def chosen_ids(connection: Connection, filters: Filters) -> Select[str]:
    """Return as SQL the ids of the chosen documents, in order of date.

    Raises :class:`RegestaError` for an act, a status or a date that there is none of.
    """
    wanted = [about_document(filters), *_in_days(filters)]
    if of_records(filters):
        among = (_with_one(connection, table, filters) for table in RECORD_TABLES)
        wanted.append(or_(*among))
    return select(DocumentTable.id).where(*wanted).order_by(*IN_ORDER)


def chosen_records(
    connection: Connection, table: type[Filed], filters: Filters
) -> ColumnElement[bool] | None:
    """Return what ``filters`` ask of a record of ``table``, None where they ask nothing of records.

    It is made to be asked of the records of some documents, not of the whole table.
    """
    if not of_records(filters):
        return None
    facet = FacetTable.value
    wanted = [
        has_facet(table, name, facet.in_(values)) for name, values in _facets(connection, filters).items()
    ]
    return and_(*wanted, *_beside_facets(table, filters))


def listed_fits(document: DocumentRow, filters: Filters) -> bool:
    """Say whether the sentences that were not read and the repeated passages of a document are chosen.

    They have no party, person, topic, act or status of their own; a party is one of the document's sides.
    """
    if any(one is not None for one in (filters.person, filters.topic, filters.act, filters.status)):
        return False
    return filters.party is None or filters.party.upper() in (document.side, document.counterpart)


def _in_days(filters: Filters) -> Iterator[ColumnElement[bool]]:
    first, last = filters.days()
    if first is not None:
        yield DocumentTable.latest >= first
    if last is not None:
        yield DocumentTable.earliest <= last


def _with_one(connection: Connection, table: type[Filed], filters: Filters) -> ColumnElement[bool]:
    """Say that a document has a record in ``table`` that fits; it is reached through the facets."""
    kind = table.__tablename__[:-1]  # type: ignore[attr-defined]
    wanted = [
        facets.has(table.document_id, table.id, kind, name, values)
        for name, values in _facets(connection, filters).items()
    ]
    fits = (*wanted, *_beside_facets(table, filters))
    return DocumentTable.id.in_(select(table.document_id).where(*fits))


def _facets(connection: Connection, filters: Filters) -> dict[str, Sequence[str]]:
    found: dict[str, Sequence[str]] = {}
    if filters.party is not None:
        found["party"] = [filters.party.upper()]
    if filters.topic is not None:
        found["topic"] = [filters.topic]
    if filters.person is not None:
        found["person"] = facets.people(connection, filters.person)
    return found


def _beside_facets(table: type[Filed], filters: Filters) -> Iterator[ColumnElement[bool]]:
    if filters.act is not None:
        yield about_act(table, filters)
    if filters.status is not None:
        yield has_status(table, filters.status)

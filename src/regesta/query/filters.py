"""What narrows a question, and what it means in SQL."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, exists, false, or_, select

from regesta.ledger.names import words
from regesta.ledger.relation_tables import PairDocumentTable
from regesta.ledger.schema import (
    DocumentTable,
    FacetTable,
    Filed,
    Listed,
    RequestTable,
    SightingTable,
    StatementTable,
)
from regesta.model.edtf import bounds
from regesta.model.finding import RegestaError
from regesta.model.records import ACTS, GROUP_OF
from regesta.query.corrected import value_now
from regesta.query.current import current
from regesta.query.statuses import has_status

RowTable = type[Filed] | type[Listed]
_SHORTEST_PREFIX = 4
_WHOLE_ID = re.compile(r"d-[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class Filters:
    """Every field narrows; None does not. A record without the thing asked for does not match.

    ``party``: an ISO code; who took part, spoke, undertook, asked or was asked. ``person``: words
    of a name, any order, accents and case aside. ``topic``: a topic's id. ``since`` and
    ``until``: dates (EDTF); a record matches when the days it is filed under overlap. ``act``: an
    act or a group of acts. ``status``: of a meeting, a commitment or a request, see
    :mod:`regesta.query.statuses`. ``document``: an id, the
    beginning of one or of a sha256, or a file name. ``publisher``: words of its name.
    ``between``: two codes ("XA-XB"); a document on the relationship of these states.
    """

    party: str | None = None
    person: str | None = None
    topic: str | None = None
    since: str | None = None
    until: str | None = None
    act: str | None = None
    status: str | None = None
    document: str | None = None
    publisher: str | None = None
    between: str | None = None

    @property
    def across(self) -> bool:
        """Whether they ask what the views across documents alone know; these have to be up to date then."""
        return self.between is not None or self.status is not None

    def days(self) -> tuple[str | None, str | None]:
        """Return the first and last day asked for; raise :class:`RegestaError` for what is no date."""
        return _day(self.since, 0), _day(self.until, 1)

    def acts(self) -> tuple[str, ...]:
        """Return the acts asked for; raise :class:`RegestaError` for a name that is neither act nor group."""
        if self.act is None:
            return ()
        if self.act.upper() in ACTS:
            return ACTS[self.act.upper()]
        if self.act.lower() in GROUP_OF:
            return (self.act.lower(),)
        raise RegestaError(f"There is no act {self.act!r}; the acts are {', '.join(GROUP_OF)}.")


def conditions(table: RowTable, filters: Filters) -> ColumnElement[bool]:
    """Return what ``filters`` ask of a row of ``table`` joined with its document."""
    return and_(
        about_document(filters),
        _about_days(table, filters),
        about_act(table, filters),
        _about_status(table, filters),
        *_about_facets(table, filters),
    )


def about_document(filters: Filters) -> ColumnElement[bool]:
    """Return what ``filters`` ask of the document itself; only current versions unless one is named."""
    wanted = [current() if filters.document is None else named(filters.document)]
    wanted += [DocumentTable.publisher_words.contains(f" {word} ") for word in words(filters.publisher or "")]
    if filters.between is not None:
        pair = "-".join(sorted(filters.between.upper().split("-")))
        about = select(PairDocumentTable.document_id).where(PairDocumentTable.pair == pair)
        wanted.append(DocumentTable.id.in_(about))
    return and_(*wanted)


def named(name: str) -> ColumnElement[bool]:
    """Say that a document has this id, file name or address, or an id or hash that begins so.

    What is written as a whole id is one; then nothing else is looked through.
    """
    if _WHOLE_ID.fullmatch(name):
        return DocumentTable.id == name
    sighted = select(SightingTable.document_id).where(
        or_(SightingTable.file == name, SightingTable.url == name)
    )
    wanted = [DocumentTable.id == name, DocumentTable.id.in_(sighted)]
    if len(name) >= _SHORTEST_PREFIX:
        wanted.append(DocumentTable.id.startswith(name, autoescape=True))
        wanted.append(DocumentTable.sha256.startswith(name.lower(), autoescape=True))
    return or_(*wanted)


def _about_days(table: RowTable, filters: Filters) -> ColumnElement[bool]:
    filed = table if issubclass(table, Filed) else DocumentTable
    first, last = filters.days()
    wanted: list[ColumnElement[bool]] = []
    if first is not None:
        wanted.append(filed.latest >= first)
    if last is not None:
        wanted.append(filed.earliest <= last)
    return and_(True, *wanted)


def about_act(table: RowTable, filters: Filters) -> ColumnElement[bool]:
    """Return what ``filters`` ask of the act of a row; what has none does not fit where one is asked for."""
    acts = filters.acts()
    if not acts:
        return and_(True)
    if table is RequestTable:
        return value_now(table, "act", RequestTable.act).in_(acts)
    return value_now(table, "act", StatementTable.act).in_(acts) if table is StatementTable else false()


def _about_status(table: RowTable, filters: Filters) -> ColumnElement[bool]:
    return and_(True) if filters.status is None else has_status(table, filters.status)


def _about_facets(table: RowTable, filters: Filters) -> list[ColumnElement[bool]]:
    if not issubclass(table, Filed):
        return _about_listed(filters)
    wanted: list[ColumnElement[bool]] = []
    if filters.party is not None:
        wanted.append(has_facet(table, "party", FacetTable.value == filters.party.upper()))
    if filters.topic is not None:
        wanted.append(has_facet(table, "topic", FacetTable.value == filters.topic))
    if filters.person is not None:
        named_so = [FacetTable.value.contains(f" {word} ") for word in words(filters.person)]
        wanted.append(has_facet(table, "person", and_(*named_so) if named_so else false()))
    return wanted


def _about_listed(filters: Filters) -> list[ColumnElement[bool]]:
    wanted: list[ColumnElement[bool]] = []
    if filters.party is not None:
        code = filters.party.upper()
        wanted.append(or_(DocumentTable.side == code, DocumentTable.counterpart == code))
    if filters.topic is not None or filters.person is not None:
        wanted.append(false())
    return wanted


def has_facet(table: type[Filed], facet: str, value: ColumnElement[bool]) -> ColumnElement[bool]:
    """Say that a record has a facet of this sort whose value, or other column, is as ``value`` asks."""
    return exists(
        select(FacetTable.value).where(
            FacetTable.document_id == table.document_id,
            FacetTable.record_kind == table.__tablename__,  # type: ignore[attr-defined]
            FacetTable.record_id == table.id,
            FacetTable.facet == facet,
            value,
        )
    )


def _day(edtf: str | None, end: int) -> str | None:
    if edtf is None:
        return None
    window = bounds(edtf)
    if window is None:
        raise RegestaError(f"{edtf!r} is not a date; write it as 2017, 2017-03 or 2017-03-20.")
    return window[end]

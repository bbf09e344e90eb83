"""What is chosen for an export, a bundle of documents at a time; see :mod:`regesta.query.selection`.

:func:`choice` gives the ledger as it stands at one moment, so that several questions put to it agree
however long the export runs and whatever is written meanwhile. The functions below it open one such
moment for a single question.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, and_, select

from regesta.ledger import Ledger
from regesta.ledger.connect import looking
from regesta.ledger.link_tables import JoinedTable, MemberTable
from regesta.ledger.schema import DocumentTable, Filed, MeetingTable
from regesta.ledger.shelves import RECORD_SHELVES
from regesta.model.judgement import Ref
from regesta.model.links import Followed, Joined
from regesta.model.records import Records
from regesta.query.ask import SHELVES, Shelf, ask, by_document
from regesta.query.came import histories, with_came
from regesta.query.corrected import Corrections, corrected_lists
from regesta.query.current import newest_day
from regesta.query.filters import Filters
from regesta.query.links import meetings, up_to_date
from regesta.query.load import bundles, document_rows, texts_of
from regesta.query.rows import DocumentRow, RecordRow, RowKind
from regesta.query.selection import chosen_ids, chosen_records, listed_fits

_ALL = Filters()


@dataclass(frozen=True, slots=True)
class FiledAt:
    """Where a record is filed: its first and last day, and the main meeting above it, where known."""

    earliest: str | None
    latest: str | None
    heading: str | None


@dataclass(frozen=True, slots=True)
class Chosen:
    """A chosen document with its text, and those of its records that meet the filters.

    Records have their corrected values; what was read of them stands in the document's
    ``corrections``. Their ``accounts`` are left out. ``filed`` tells by kind and id where a record is
    filed; ``joined`` in which meeting across documents a mention stands, by the id of the mention;
    ``followed`` what came of promises and requests by the day on which the newest document was
    published.
    """

    document: DocumentRow
    records: Records
    filed: Mapping[tuple[str, str], FiledAt]
    joined: Mapping[str, str]
    followed: Mapping[Ref, Followed]


@dataclass(frozen=True, slots=True)
class ChosenMeeting:
    """A meeting across documents, and those of its mentions that stand in what is chosen.

    ``mentions`` are of the kind ``meeting``, or ``occasion`` where a record names it as the occasion of
    another meeting; both carry the id of a meeting's record. At least one is there.
    """

    joined: Joined
    mentions: tuple[Ref, ...]


class Choice:
    """What ``filters`` leave of a ledger as it stands at one moment. Made by :func:`choice`."""

    def __init__(self, connection: Connection, filters: Filters) -> None:
        """Keep the question; ids are looked for once, when they are first needed.

        ``as_of`` is the day on which the newest document was published; ``narrowed`` says that the
        filters ask anything at all.
        """
        self.filters = filters
        self.connection = connection
        self._known_ids: Sequence[str] | None = None
        self.as_of = newest_day(connection)
        self.narrowed = filters != _ALL

    @property
    def ids(self) -> Sequence[str]:
        """The ids of the chosen documents, in order of date."""
        if self._known_ids is None:
            self._known_ids = self.connection.scalars(chosen_ids(self.connection, self.filters)).all()
        return self._known_ids

    @property
    def whole(self) -> bool:
        """Whether the views across documents have taken in every document and decision of this moment."""
        return up_to_date(self.connection)

    def documents(self) -> Iterator[DocumentRow]:
        """Yield the chosen documents without their texts."""
        for ids in bundles(self.ids):
            found = {row.id: row for row in document_rows(self.connection, DocumentTable.id.in_(ids))}
            yield from (found[id_] for id_ in ids)

    def readings(self) -> Iterator[Chosen]:
        """Yield the chosen documents with texts, records, and what holds of these across documents."""
        for ids in bundles(self.ids):
            yield from self._bundle(ids)

    def rows(self, kind: RowKind) -> Iterator[RecordRow[Any]]:
        """Yield the chosen records of a kind as rows with citations, document by document.

        Commitments and requests come with what came of them.
        """
        for ids in bundles(self.ids):
            yield from self._rows(kind, ids)

    def meetings(self) -> Iterator[ChosenMeeting]:
        """Yield the meetings across documents that a chosen record mentions, in order of date."""
        table = JoinedTable
        asked = select(table.id).order_by(table.earliest.is_(None), table.earliest, table.latest, table.id)
        for ids in bundles(self.connection.scalars(asked).all()):
            members = self._members(ids)
            known = {one.id: one for one in meetings(self.connection, members)}
            yield from (ChosenMeeting(known[id_], tuple(members[id_])) for id_ in ids if id_ in members)

    def _members(self, ids: Sequence[str]) -> dict[str, list[Ref]]:
        table, own = MemberTable, MeetingTable
        asked = select(table).where(table.joined_id.in_(ids)).order_by(table.joined_id, table.position)
        fits = chosen_records(self.connection, own, self.filters)
        if fits is not None:
            here = and_(own.document_id == table.document_id, own.id == table.record_id)
            asked = asked.join(own, here).where(fits)
        chosen = set(self.ids) if self.narrowed else None
        found: dict[str, list[Ref]] = defaultdict(list)
        for row in self.connection.execute(asked):
            if chosen is None or row.document_id in chosen:
                found[row.joined_id].append(Ref(row.document_id, row.kind, row.record_id))
        return found

    def _rows(self, kind: RowKind, ids: Sequence[str]) -> list[RecordRow[Any]]:
        table = SHELVES[kind].table
        more = chosen_records(self.connection, table, self.filters) if issubclass(table, Filed) else None
        here = table.document_id.in_(ids)
        rows = ask(self.connection, kind, here if more is None else and_(here, more))
        if not issubclass(table, Filed):
            rows = [row for row in rows if listed_fits(row.document, self.filters)]
        if kind in ("commitment", "request"):
            rows = with_came(self.connection, rows, histories(self.connection, ids), self.as_of)
        place = {id_: number for number, id_ in enumerate(ids)}
        return sorted(rows, key=lambda row: (place[row.document.id], row.span))

    def _bundle(self, ids: Sequence[str]) -> Iterator[Chosen]:
        found = texts_of(self.connection, ids)
        laid, filed = Corrections(self.connection, ids), self._filed(ids)
        lists: dict[str, dict[str, tuple[Any, ...]]] = {
            kind: self._list(shelf, ids) for kind, shelf in SHELVES.items()
        }
        known, joined = histories(self.connection, ids), self._joined(ids)
        for id_ in ids:
            kept, corrections = corrected_lists(laid, id_, lists)
            listed = listed_fits(found[id_], self.filters)
            yield Chosen(
                document=replace(found[id_], corrections=corrections),
                records=Records(
                    meetings=kept["meeting"],
                    statements=kept["statement"],
                    commitments=kept["commitment"],
                    requests=kept["request"],
                    terms=kept["term"],
                    repeated=lists["repeat"][id_] if listed else (),
                    unread=lists["unread"][id_] if listed else (),
                ),
                filed=filed[id_],
                joined=joined[id_],
                followed=self._followed(id_, kept, known),
            )

    def _followed(
        self, id_: str, kept: Mapping[str, Sequence[Any]], known: Mapping[Ref, Followed]
    ) -> dict[Ref, Followed]:
        """Return what came of the promises and requests that are kept, where anything did by the day."""
        refs = [Ref(id_, kind, one.id) for kind in ("commitment", "request") for one in kept[kind]]
        cut = {ref: self._until(known[ref]) for ref in refs if ref in known}
        return {ref: one for ref, one in cut.items() if one.history}

    def _list(self, shelf: Shelf, ids: Sequence[str]) -> dict[str, tuple[Any, ...]]:
        table = shelf.table
        if not issubclass(table, Filed):
            return by_document(self.connection, shelf, ids)
        return by_document(self.connection, shelf, ids, chosen_records(self.connection, table, self.filters))

    def _filed(self, ids: Sequence[str]) -> dict[str, dict[tuple[str, str], FiledAt]]:
        found: dict[str, dict[tuple[str, str], FiledAt]] = {id_: {} for id_ in ids}
        for kind, shelf in RECORD_SHELVES.items():
            table = shelf.table
            asked = select(table.document_id, table.id, table.earliest, table.latest, table.heading_id)
            for row in self.connection.execute(asked.where(table.document_id.in_(ids))):
                found[row.document_id][kind, row.id] = FiledAt(row.earliest, row.latest, row.heading_id)
        return found

    def _joined(self, ids: Sequence[str]) -> dict[str, dict[str, str]]:
        table = MemberTable
        found: dict[str, dict[str, str]] = {id_: {} for id_ in ids}
        asked = select(table).where(table.document_id.in_(ids), table.kind == "meeting")
        for row in self.connection.execute(asked):
            found[row.document_id][row.record_id] = row.joined_id
        return found

    def _until(self, one: Followed) -> Followed:
        """Leave out what a history says of days after the newest document: that a window has closed."""
        if self.as_of is None:
            return one
        return replace(
            one,
            history=tuple(step for step in one.history if step.start <= self.as_of),
            events=tuple(step for step in one.events if step.start <= self.as_of),
        )


@contextmanager
def choice(ledger: Ledger, filters: Filters = _ALL) -> Iterator[Choice]:
    """Give what ``filters`` leave of the ledger as it stands now, for as many questions as are put to it.

    Raises :class:`RegestaError` for an act, a status or a date that there is none of. What is asked
    across documents is as up to date as the ledger's views are.
    """
    with looking(ledger.engine, ledger.path) as connection:
        yield Choice(connection, filters)


def chosen(ledger: Ledger, filters: Filters = _ALL) -> Iterator[tuple[DocumentRow, Records]]:
    """Yield each chosen document with its text and those of its records that meet the filters."""
    with choice(ledger, filters) as found:
        yield from ((one.document, one.records) for one in found.readings())


def chosen_documents(ledger: Ledger, filters: Filters = _ALL) -> Iterator[DocumentRow]:
    """Yield the chosen documents without their texts, in order of date."""
    with choice(ledger, filters) as found:
        yield from found.documents()


def chosen_rows(ledger: Ledger, kind: RowKind, filters: Filters = _ALL) -> Iterator[RecordRow[Any]]:
    """Yield the chosen records of a kind with quote and citation, document by document.

    Commitments and requests come with what came of them by the day of the newest document.
    """
    with choice(ledger, filters) as found:
        yield from found.rows(kind)


def chosen_meetings(ledger: Ledger, filters: Filters = _ALL) -> Iterator[ChosenMeeting]:
    """Yield the meetings across documents that a chosen record mentions, in order of date."""
    with choice(ledger, filters) as found:
        yield from found.meetings()

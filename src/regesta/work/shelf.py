"""The shelf of an update, in SQL. It lives for one update, inside the caller's transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select

from regesta.ledger.asking import adding, asking, deleting, one_of
from regesta.ledger.dossiers import current_of, dossiers
from regesta.ledger.judgement_tables import StandingTable
from regesta.ledger.judging import Proposed, Scope, propose
from regesta.ledger.link_codec import begun, packed, unpacked
from regesta.ledger.link_tables import (
    BearerTable,
    CellTable,
    DeferralTable,
    FactsTable,
    HistoryTable,
    JoinedTable,
    MemberTable,
    NameTable,
    PersonTable,
    ShowingTable,
    StepTable,
    WordTable,
)
from regesta.ledger.schema import Base
from regesta.ledger.shelves import bundles
from regesta.model.edtf import bounds
from regesta.model.judgement import Judgement, Ref
from regesta.model.links import Deferral, Dossier, Followed, Joined
from regesta.resolve.bearers import Bearer, showing_keys
from regesta.resolve.facts import Facts, Told, document_cells, document_words
from regesta.resolve.people import Standing
from regesta.resolve.showings import Showing
from regesta.resolve.traces import Trail
from regesta.work.bearers import Bearers
from regesta.work.relations import forget_relations, put_meetings_of_pairs, put_relations

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Proposal:
    """What an update proposes of some kinds, and of what it is all that is proposed."""

    kinds: frozenset[str]
    found: tuple[Judgement, ...]
    documents: frozenset[str]
    refs: frozenset[Ref]

    @property
    def asks_of(self) -> set[str]:
        """The documents in which something may be in scope."""
        return {*self.documents, *(ref.document for ref in self.refs)}

    def covers(self, kind: str, subject: Ref) -> bool:
        """Say whether a judgement of this kind and subject is in scope."""
        return kind in self.kinds and (subject.document in self.documents or subject in self.refs)


class SqlShelf:
    """Facts and views of a ledger, as :class:`regesta.resolve.shelf.Shelf` asks for them.

    What is proposed goes into the log of judgements when the update is at its end (``finish``),
    signed ``by`` at ``now``.
    """

    def __init__(self, connection: Connection, by: str, now: str) -> None:
        """Work on the ledger behind ``connection``, which must be one that writes."""
        self._connection, self._by, self._now = connection, by, now
        self._bodies: dict[str, str] = {}
        self._told: dict[str, Told] = {}
        self._facts: dict[str, Facts] = {}
        self._dossiers: dict[str, Dossier] = {}
        self._bearers = Bearers(connection)
        self._proposed: list[_Proposal] = []

    def dossiers(self, documents: Collection[str]) -> dict[str, Dossier]:
        """Return those of the documents that are held and not superseded."""
        if missing := set(documents) - self._dossiers.keys():
            self._dossiers |= dossiers(self._connection, current_of(self._connection, missing))
        return {document: self._dossiers[document] for document in documents if document in self._dossiers}

    def told(self, documents: Collection[str]) -> Mapping[str, Told]:
        """Return the meetings of those of the documents that have facts."""
        missing = set(documents) - self._told.keys()
        self._told |= {id_: begun(Told, body) for id_, body in self._packed(missing)}
        return {id_: self._told[id_] for id_ in documents if id_ in self._told}

    def facts(self, documents: Collection[str]) -> dict[str, Facts]:
        """Return the facts of those of the documents that have any."""
        missing = set(documents) - self._facts.keys()
        self._facts |= {id_: unpacked(Facts, body) for id_, body in self._packed(missing)}
        return {id_: self._facts[id_] for id_ in documents if id_ in self._facts}

    def _packed(self, documents: Collection[str]) -> Iterator[tuple[str, str]]:
        """Yield the facts of documents as they are kept, each fetched once."""
        table, missing = FactsTable, set(documents) - self._bodies.keys()
        self._bodies |= dict(self._rows(asking(table.document_id, table.document_id, table.body), missing))
        yield from ((id_, self._bodies[id_]) for id_ in documents if id_ in self._bodies)

    def cells(self, documents: Collection[str]) -> set[str]:
        """Return the cells of the documents."""
        table = CellTable
        rows = self._rows(asking(table.document_id, table.block, table.year), documents)
        return {f"{block}|{year}" for block, year in rows}

    def words(self, documents: Collection[str]) -> set[str]:
        """Return the words of the documents."""
        return {row[0] for row in self._rows(asking(WordTable.document_id, WordTable.word), documents)}

    def in_cells(self, cells: Collection[str]) -> set[str]:
        """Return the documents in any of the cells."""
        wanted = {_cut(cell) for cell in cells}
        blocks, found = {block for block, _ in wanted}, set[str]()
        for years in bundles(sorted({year for _, year in wanted})):
            rows = self._rows(_cells_of_years(), blocks, years=years)
            found |= {row[0] for row in rows if (row[1], row[2]) in wanted}
        return found

    def sharing(self, trails: Collection[Trail]) -> set[str]:
        """Return the documents with enough of the words of one of the trails."""
        table, holders = WordTable, defaultdict[str, list[str]](list)
        whole = {word for trail in trails for word in trail.words}
        for word, document in self._rows(asking(table.word, table.word, table.document_id), whole):
            holders[word].append(document)
        found = set[str]()
        for trail in trails:
            shared: dict[str, list[str]] = defaultdict(list)
            for word in trail.words & holders.keys():
                for document in holders[word]:
                    shared[document].append(word)
            found |= {document for document, words in shared.items() if trail.fits(words)}
        return found

    def groups(self, documents: Collection[str]) -> dict[str, tuple[Ref, ...]]:
        """Return the standing meetings with a mention in the documents."""
        table, found = MemberTable, defaultdict[str, list[tuple[int, Ref]]](list)
        mine = self._rows(asking(table.document_id, table.joined_id, table.kind), documents)
        ids = {id_ for id_, kind in mine if kind == "meeting"}
        columns = (table.joined_id, table.position, table.document_id, table.kind, table.record_id)
        for id_, position, document, kind, record in self._rows(asking(table.joined_id, *columns), ids):
            if kind == "meeting":
                found[id_].append((position, Ref(document, kind, record)))
        return {id_: tuple(ref for _, ref in sorted(refs)) for id_, refs in found.items()}

    def put_facts(self, found: Collection[Facts]) -> None:
        """Keep the facts of some documents, and under what they are found."""
        documents = [one.document for one in found]
        before = self._shown_by(documents)
        self._forget(documents)
        self._facts |= {one.document: one for one in found}
        self._told |= {one.document: one for one in found}
        self._insert(FactsTable, [{"document_id": one.document, "body": packed(one)} for one in found])
        self._insert(CellTable, [row for one in found for row in _cell_rows(one)])
        self._insert(WordTable, [row for one in found for row in _word_rows(one)])
        rows = [_showing_row(at, shown) for one in found for at, shown in enumerate(one.showings)]
        self._insert(ShowingTable, rows)
        self._insert(NameTable, [row for one in found for row in _name_rows(one)])
        put_relations(self._connection, {one.document: one.dyad for one in found})
        self._bearers.change(before, [shown for one in found for shown in one.showings])

    def drop(self, documents: Collection[str]) -> None:
        """Forget some documents."""
        before = self._shown_by(documents)
        self._forget(documents)
        self._bearers.change(before, ())
        self.put_histories(documents, ())
        self.put_deferrals(documents, ())

    def put_meetings(self, gone: Collection[str], meetings: Iterable[Joined]) -> None:
        """Put these meetings in the place of those that are gone."""
        fresh = list(meetings)
        ids = {*gone, *(meeting.id for meeting in fresh)}
        self._delete(JoinedTable.id, ids)
        self._delete(MemberTable.joined_id, ids)
        self._insert(JoinedTable, [_joined_row(meeting) for meeting in fresh])
        self._insert(MemberTable, [row for meeting in fresh for row in _member_rows(meeting)])
        put_meetings_of_pairs(self._connection, ids, fresh)

    def put_histories(self, documents: Collection[str], histories: Iterable[Followed]) -> None:
        """Put these histories in the place of those of the documents."""
        fresh = list(histories)
        for table in (HistoryTable, StepTable):
            self._delete(table.document_id, documents)
        self._insert(HistoryTable, [{**_key(one.ref), "body": packed(one)} for one in fresh])
        self._insert(StepTable, [row for one in fresh for row in _step_rows(one)])

    def put_deferrals(self, documents: Collection[str], found: Iterable[Deferral]) -> None:
        """Put these in the place of what the documents said was put off."""
        self._delete(DeferralTable.document_id, documents)
        rows = [
            {"document_id": one.origin.document, "position": position, "body": packed(one)}
            for position, one in enumerate(found)
        ]
        self._insert(DeferralTable, rows)

    def bearers(self, keys: Collection[str], alone: Collection[Ref]) -> list[Bearer]:
        """Return every bearer with one of the keys."""
        return self._bearers.find(keys, alone)

    def alone(self, keys: Collection[str]) -> list[Showing]:
        """Return the showings without a full name that have one of the keys."""
        return _shown(self._rows(_named(), keys))

    def people(self, bearers: Collection[str]) -> dict[str, Standing]:
        """Return the standing persons by each of the bearers that is part of one."""
        return {row[0]: unpacked(Standing, row[1]) for row in self._rows(_persons(), bearers)}

    def put_people(self, gone: Collection[str], people: Iterable[Standing]) -> None:
        """Put these persons in the place of those that are gone; what was shown of them is summed up."""
        self._bearers.settle()
        fresh = list(people)
        ids = {*gone, *(person.id for person in fresh)}
        self._delete(PersonTable.id, ids)
        self._delete(BearerTable.person_id, ids)
        self._insert(PersonTable, [_person_row(person) for person in fresh])
        rows = [{"bearer": one, "person_id": person.id} for person in fresh for one in person.bearers]
        self._insert(BearerTable, rows)

    def propose(
        self,
        kinds: Collection[str],
        found: Iterable[Judgement],
        *,
        documents: Collection[str] = (),
        refs: Collection[Ref] = (),
    ) -> None:
        """Remember that these proposals are to stand in the place of those in scope."""
        self._proposed.append(
            _Proposal(frozenset(kinds), tuple(found), frozenset(documents), frozenset(refs))
        )

    def finish(self) -> Proposed:
        """Write into the log what was proposed; return how much came and went."""
        proposed, self._proposed = self._proposed, []
        documents = {document for one in proposed for document in one.asks_of}
        ids = {
            row[0]
            for row in self._rows(_standing(), documents)
            if row[5] == "proposed"
            and any(one.covers(row[1], Ref(row[2], row[3], row[4])) for one in proposed)
        }
        found = [judgement for one in proposed for judgement in one.found]
        return propose(self._connection, Scope(frozenset(), frozenset(ids)), found, self._by, self._now)

    def _shown_by(self, documents: Collection[str]) -> list[Showing]:
        return _shown(self._rows(asking(ShowingTable.document_id, ShowingTable.body), documents))

    def _forget(self, documents: Collection[str]) -> None:
        for document in documents:
            for held in (self._bodies, self._told, self._facts):
                held.pop(document, None)
        for table in (FactsTable, CellTable, WordTable, ShowingTable, NameTable):
            self._delete(table.document_id, documents)
        forget_relations(self._connection, documents)

    def _rows(self, asked: Select[Any], values: Iterable[str], **also: Any) -> Iterator[Any]:
        """Ask for ``some`` of the values, a bundle at a time."""
        for some in bundles(sorted(set(values))):
            yield from self._connection.execute(asked, {"some": some, **also})

    def _delete(self, column: Any, values: Iterable[str]) -> None:
        for some in bundles(sorted(set(values))):
            self._connection.execute(deleting(column), {"some": some})

    def _insert(self, table: type[Base], rows: list[Row]) -> None:
        if rows:
            self._connection.execute(adding(table), rows)


@cache
def _cells_of_years() -> Select[Any]:
    table = CellTable
    return asking(table.block, table.document_id, table.block, table.year).where(one_of(table.year, "years"))


@cache
def _named() -> Select[Any]:
    table, names = ShowingTable, NameTable
    here = (table.document_id == names.document_id) & (table.position == names.position)
    return asking(names.key, table.body).join(names, here)


@cache
def _persons() -> Select[Any]:
    table = BearerTable
    return asking(table.bearer, table.bearer, PersonTable.body).join(
        PersonTable, PersonTable.id == table.person_id
    )


@cache
def _standing() -> Select[Any]:
    table = StandingTable
    subject = (table.subject_document, table.subject_kind, table.subject_record)
    return asking(table.subject_document, table.judgement_id, table.kind, *subject, table.machine)


def _shown(rows: Iterable[Any]) -> list[Showing]:
    """Return the showings in these rows, each once."""
    return [unpacked(Showing, body) for body in dict.fromkeys(row[0] for row in rows)]


def _cut(cell: str) -> tuple[str, str]:
    block, _, year = cell.rpartition("|")
    return block, year


def _cell_rows(facts: Facts) -> list[Row]:
    cells = sorted(_cut(cell) for cell in document_cells(facts))
    return [{"document_id": facts.document, "block": block, "year": year} for block, year in cells]


def _word_rows(facts: Facts) -> list[Row]:
    return [{"document_id": facts.document, "word": word} for word in sorted(document_words(facts))]


def _name_rows(facts: Facts) -> list[Row]:
    short = [(at, one) for at, one in enumerate(facts.showings) if not one.full]
    here = {"document_id": facts.document}
    return [{**here, "key": key, "position": at} for at, one in short for key in sorted(showing_keys(one))]


def _showing_row(position: int, one: Showing) -> Row:
    return {
        "document_id": one.ref.document,
        "position": position,
        "bearer": one.ref.id if one.full else None,
        "body": packed(one),
    }


def _person_row(person: Standing) -> Row:
    same = {"id": person.id, "country": person.country}
    return {**same, "name": person.names[0], "body": packed(person)}


def _joined_row(meeting: Joined) -> Row:
    when = meeting.dated.when
    first, last = (bounds(when) if when else None) or (None, None)
    same = ("id", "format", "status", "series", "within", "place", "country")
    return {
        **{name: getattr(meeting, name) for name in same},
        "when_edtf": when,
        "earliest": first,
        "latest": last,
        "body": packed(meeting),
    }


def _member_rows(meeting: Joined) -> Iterator[Row]:
    for position, ref in enumerate(meeting.members):
        yield {"joined_id": meeting.id, "position": position, **_key(ref)}


def _step_rows(one: Followed) -> Iterator[Row]:
    for position, step in enumerate(one.history):
        yield {**_key(one.ref), "position": position, "start": step.start, "status": step.status}


def _key(ref: Ref) -> Row:
    return {"document_id": ref.document, "kind": ref.kind, "record_id": ref.id}

"""What holds across the documents on two states, out of the views of the ledger: nothing else is opened."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, or_, select

from regesta.ledger import Ledger
from regesta.ledger.connect import looking
from regesta.ledger.dossiers import dossiers
from regesta.ledger.entry import entry_of
from regesta.ledger.judgement_tables import JudgementTable, StandingTable
from regesta.ledger.relation_tables import PairDocumentTable, PairMeetingTable
from regesta.ledger.schema import DocumentTable
from regesta.model.judgement import Judgement
from regesta.model.links import Joined, Links
from regesta.query.across import Across
from regesta.query.came import histories
from regesta.query.current import current, newest_day
from regesta.query.joined import members_of
from regesta.query.links import meetings
from regesta.query.load import IN_ORDER, bundles


def across_between(ledger: Ledger, first: str, second: str) -> Across:
    """Return the documents on two states, or that tell of their meetings, with what holds across them.

    The views must be up to date. Meetings are all that these documents mention, with their mentions in
    whatever document; promises, requests and judgements are those of these documents. Persons are left out.
    """
    pair = "-".join(sorted((first.upper(), second.upper())))
    with looking(ledger.engine, ledger.path) as connection:
        met = _met(connection, pair)
        told = {ref.document for one in met for ref in one.members}
        ids = _there(connection, told | _papers(connection, pair))
        near = members_of(connection, ids)
        found = {one.id: one for one in (*meetings(connection, near), *met)}
        visits = {one.within for one in found.values() if one.within} - found.keys()
        around = meetings(connection, visits)
        known = histories(connection, ids).values()
        judged = _judged(connection, ids)
        papers = dossiers(connection, ids)
        day = newest_day(connection)
    links = Links(
        meetings=(*found.values(), *around),
        commitments=tuple(one for one in known if one.ref.kind == "commitment"),
        requests=tuple(one for one in known if one.ref.kind == "request"),
        years=tuple(one for one in judged if one.kind == "year"),
        judgements=judged,
    )
    return Across(tuple(papers[id_] for id_ in ids), links, day, 0)


def _met(connection: Connection, pair: str) -> list[Joined]:
    asked = select(PairMeetingTable.joined_id).where(PairMeetingTable.pair == pair)
    return meetings(connection, connection.scalars(asked).all())


def _papers(connection: Connection, pair: str) -> set[str]:
    table = PairDocumentTable
    return set(connection.scalars(select(table.document_id).where(table.pair == pair)))


def _there(connection: Connection, ids: Collection[str]) -> list[str]:
    """Return those of these documents of which no later text is held, in order of date."""
    found: list[tuple[tuple[bool, str, str, str], str]] = []
    table = DocumentTable
    for some in bundles(sorted(ids)):
        asked = select(table.id, table.earliest, table.latest).where(table.id.in_(some), current())
        for row in connection.execute(asked.order_by(*IN_ORDER)):
            found.append(((row.earliest is None, row.earliest or "", row.latest or "", row.id), row.id))
    return [id_ for _, id_ in sorted(found)]


def _judged(connection: Connection, ids: Collection[str]) -> tuple[Judgement, ...]:
    """Return what the machine proposes of records of these documents, in order of the judgements' ids."""
    standing, log = StandingTable, JudgementTable
    asked = select(log).join(standing, standing.machine_number == log.number)
    found: dict[str, Judgement] = {}
    for some in bundles(sorted(ids)):
        here = or_(standing.subject_document.in_(some), standing.object_document.in_(some))
        for row in connection.execute(asked.where(standing.machine == "proposed", here)):
            judgement = entry_of(row._asdict()).judgement
            if judgement is not None:
                found[judgement.id] = judgement
    return tuple(found[id_] for id_ in sorted(found))

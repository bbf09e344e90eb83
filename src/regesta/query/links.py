"""What holds across documents, as the views of the ledger have it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, select

from regesta.ledger.entry import entry_of
from regesta.ledger.judgement_tables import JudgementTable, StandingTable
from regesta.ledger.link_codec import unpacked
from regesta.ledger.link_pending import made_by, pending
from regesta.ledger.link_tables import DeferralTable, HistoryTable, JoinedTable, PersonTable, ShowingTable
from regesta.model.finding import Place
from regesta.model.judgement import Judgement
from regesta.model.links import Deferral, Followed, Joined, Links, Person
from regesta.query.load import bundles
from regesta.query.rulings import rulings
from regesta.resolve.people import Standing
from regesta.resolve.persons import Register, in_order, persons
from regesta.resolve.showings import Showing
from regesta.resolve.slips import slips
from regesta.resolve.views import in_series

_OF_PEOPLE = ("same_person", "holder")


def up_to_date(connection: Connection) -> bool:
    """Say whether the views have taken in every document and every decision."""
    return made_by(connection) is not None and not pending(connection, 1)


def links(connection: Connection) -> Links:
    """Return everything that the views hold. They must be up to date."""
    judgements = _proposed(connection)
    histories = _histories(connection)
    commitments = tuple(one for one in histories if one.ref.kind == "commitment")
    return Links(
        meetings=tuple(in_series(meetings(connection))),
        people=_people(connection, judgements),
        commitments=commitments,
        requests=tuple(one for one in histories if one.ref.kind == "request"),
        deferrals=(*_deferrals(connection), *slips(commitments)),
        years=tuple(sorted((one for one in judgements if one.kind == "year"), key=lambda one: one.subject)),
        judgements=judgements,
    )


def meetings(connection: Connection, ids: Collection[str] | None = None) -> list[Joined]:
    """Return these joined meetings, or all; the order in their series is left to ``in_series``."""
    table = JoinedTable
    if ids is None:
        return [unpacked(Joined, body) for body in connection.scalars(select(table.body).order_by(table.id))]
    return [
        unpacked(Joined, body)
        for some in bundles(sorted(set(ids)))
        for body in connection.scalars(select(table.body).where(table.id.in_(some)).order_by(table.id))
    ]


def years_rest_on(connection: Connection, documents: Collection[str]) -> dict[str, tuple[Place, ...]]:
    """Return the words on which the year of these documents rests, where other documents gave it, by id."""
    standing, log = StandingTable, JudgementTable
    asked = select(log).join(standing, standing.machine_number == log.number)
    wanted = (standing.kind == "year", standing.machine == "proposed")
    found: dict[str, tuple[Place, ...]] = {}
    for some in bundles(sorted(set(documents))):
        for row in connection.execute(asked.where(*wanted, standing.subject_document.in_(some))):
            judgement = entry_of(row._asdict()).judgement
            if judgement is not None:
                found[judgement.subject.document] = judgement.evidence
    return found


def years(connection: Connection) -> tuple[Judgement, ...]:
    """Return the years that documents without one are proposed to have, in order of document."""
    standing, log = StandingTable, JudgementTable
    asked = select(log).join(standing, standing.machine_number == log.number)
    rows = connection.execute(asked.where(standing.kind == "year", standing.machine == "proposed"))
    found = (entry_of(row._asdict()).judgement for row in rows)
    return tuple(sorted((one for one in found if one is not None), key=lambda one: one.subject))


def _histories(connection: Connection) -> list[Followed]:
    found = [unpacked(Followed, body) for body in connection.scalars(select(HistoryTable.body))]
    return sorted(found, key=lambda one: (one.history[0].start, one.ref))


def _deferrals(connection: Connection) -> tuple[Deferral, ...]:
    table = DeferralTable
    asked = select(table.body).order_by(table.document_id, table.position)
    return tuple(unpacked(Deferral, body) for body in connection.scalars(asked))


def _people(connection: Connection, judgements: Iterable[Judgement]) -> tuple[Person, ...]:
    standing = [unpacked(Standing, body) for body in connection.scalars(select(PersonTable.body))]
    shown = [unpacked(Showing, body) for body in connection.scalars(select(ShowingTable.body))]
    about = tuple(one for one in judgements if one.kind in _OF_PEOPLE)
    return persons(Register(in_order(standing), about), shown, rulings(connection))


def _proposed(connection: Connection) -> tuple[Judgement, ...]:
    standing, log = StandingTable, JudgementTable
    asked = select(log).join(standing, standing.machine_number == log.number)
    rows = connection.execute(asked.where(standing.machine == "proposed").order_by(standing.judgement_id))
    entries = (entry_of(row._asdict()) for row in rows)
    return tuple(judgement for entry in entries if (judgement := entry.judgement) is not None)

"""Slices of the register: the entries of some meetings alone, without what stands beneath them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from regesta.ledger import Ledger
from regesta.ledger.connect import looking
from regesta.ledger.link_tables import MemberTable
from regesta.ledger.relation_tables import PairMeetingTable
from regesta.model.judgement import Ref
from regesta.query.entries import meeting_entry
from regesta.query.filters import Filters, about_document
from regesta.query.load import Texts
from regesta.query.met import Asked, because_of, met_by, visits_around
from regesta.query.relations import Days
from regesta.query.rows import RegisterRow

_ALL = Filters()


def entries_between(
    ledger: Ledger, first: str, second: str, days: Days = (None, None), start: int = 0, size: int = 10
) -> tuple[list[RegisterRow], bool]:
    """Return ``size`` entries of the register on two states from ``start`` on, the newest first.

    Say also whether more follow. Meetings without a day stand at the end.
    """
    table = PairMeetingTable
    asked = select(table.joined_id).where(table.pair == "-".join(sorted((first, second))))
    if days[0] is not None:
        asked = asked.where(table.latest >= days[0])
    if days[1] is not None:
        asked = asked.where(table.earliest <= days[1])
    ordered = asked.order_by(table.earliest.desc(), table.joined_id).offset(start).limit(size + 1)
    with looking(ledger.engine, ledger.path) as connection:
        ids = connection.scalars(ordered).all()
        return _entries(connection, ids[:size]), len(ids) > size


def _entries(connection: Connection, ids: Sequence[str]) -> list[RegisterRow]:
    """Return the entries of these joined meetings, in their order."""
    asked = Asked(connection, _ALL, (None, None), about_document(_ALL), Texts(connection))
    met = [one for one in met_by(asked, _one_mention_of_each(connection, ids)) if one.joined]
    because, within = because_of(asked, met), visits_around(asked, met)
    made = {
        one.joined.id: meeting_entry(
            one.rows, one.joined, because.get(one.joined.id, ()), within.get(one.joined.within or "")
        )
        for one in met
        if one.joined is not None
    }
    return [made[id_] for id_ in ids if id_ in made]


def _one_mention_of_each(connection: Connection, ids: Sequence[str]) -> set[Ref]:
    table = MemberTable
    asked = select(table).where(table.joined_id.in_(ids), table.position == 0)
    return {Ref(row.document_id, row.kind, row.record_id) for row in connection.execute(asked)}

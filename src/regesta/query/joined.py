"""A meeting with all its mentions: the visit around it, its series, and from where its date is known."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, or_, select

from regesta.ledger import Ledger
from regesta.ledger.connect import looking
from regesta.ledger.link_tables import JoinedTable, MemberTable
from regesta.ledger.schema import MeetingTable
from regesta.model.finding import RegestaError
from regesta.model.judgement import Ref
from regesta.model.links import Joined
from regesta.query.ask import ask
from regesta.query.came import cited, ref_of
from regesta.query.links import meetings
from regesta.query.load import Texts, bundles, opened
from regesta.query.rows import Cited, MeetingRow
from regesta.resolve.views import in_series

_SHOWN = 4


@dataclass(frozen=True, slots=True)
class JoinedRow:
    """One meeting. ``mentions`` are in order of publication; ``because`` are the words its date rests on.

    ``occasions`` are words that name it only as the day of something else. ``visit`` contains it;
    ``contains`` are the meetings of a visit; ``before`` and ``after`` are its neighbours in the
    series of meetings of the same parties and format.
    """

    joined: Joined
    mentions: tuple[MeetingRow, ...]
    occasions: tuple[Cited, ...]
    because: tuple[Cited, ...]
    visit: Joined | None
    contains: tuple[Joined, ...]
    before: Joined | None
    after: Joined | None

    @property
    def documents(self) -> int:
        """In how many documents it is mentioned."""
        return len({one.document.id for one in self.mentions})


def joined(ledger: Ledger, ref: Ref) -> JoinedRow | None:
    """Return the meeting that this record is a mention of; None where the views do not hold it."""
    with looking(ledger.engine, ledger.path) as connection:
        found = members_of(connection, [ref.document])
        id_ = next((id_ for id_, refs in found.items() if ref in refs), None)
        return None if id_ is None else _row(connection, meetings(connection, [id_])[0])


def joined_named(ledger: Ledger, name: str) -> JoinedRow | None:
    """Return the meeting with this id, or the only one whose id begins so; None when there is none.

    Raises :class:`RegestaError` when several begin so.
    """
    with looking(ledger.engine, ledger.path) as connection:
        table = JoinedTable
        fits = or_(table.id == name, table.id.startswith(name, autoescape=True))
        ids = connection.scalars(select(table.id).where(fits).order_by(table.id).limit(_SHOWN + 1)).all()
        if len(ids) > 1:
            shown = ", ".join(ids[:_SHOWN]) + (" …" if len(ids) > _SHOWN else "")
            raise RegestaError(f"{name!r} fits several meetings: {shown}; say more of it.")
        return _row(connection, meetings(connection, ids)[0]) if ids else None


@dataclass(frozen=True, slots=True)
class Seen:
    """In what meeting a mention stands: its id, how many documents mention it, its date and the basis."""

    id: str
    documents: int
    when: str | None
    basis: str | None


def seen(ledger: Ledger, rows: Sequence[MeetingRow]) -> dict[Ref, Seen]:
    """Return in what meeting each of these mentions stands, as far as the views hold it."""
    with looking(ledger.engine, ledger.path) as connection:
        found = members_of(connection, {row.document.id for row in rows})
        known = {one.id: one for one in meetings(connection, found)}
    return {
        ref: Seen(id_, len({one.document for one in refs}), known[id_].dated.when, known[id_].dated.basis)
        for id_, refs in found.items()
        for ref in refs
    }


def members_of(connection: Connection, documents: Collection[str]) -> dict[str, tuple[Ref, ...]]:
    """Return the joined meetings with a mention in these documents, by id, each with all its mentions."""
    table = MemberTable
    ids: set[str] = set()
    for some in bundles(sorted(set(documents))):
        ids |= set(connection.scalars(select(table.joined_id).where(table.document_id.in_(some))))
    found: dict[str, list[Ref]] = {id_: [] for id_ in sorted(ids)}
    for some in bundles(sorted(ids)):
        asked = select(table).where(table.joined_id.in_(some)).order_by(table.joined_id, table.position)
        for row in connection.execute(asked):
            found[row.joined_id].append(Ref(row.document_id, row.kind, row.record_id))
    return {id_: tuple(refs) for id_, refs in found.items()}


def _row(connection: Connection, one: Joined) -> JoinedRow:
    refs = [ref for ref in one.members if ref.kind == "meeting"]
    named = one.places[len(one.places) - (len(one.members) - len(refs)) :]
    texts = opened(connection, {place.document for place in (*named, *one.dated.because)})
    series = in_series(_where(connection, JoinedTable.series == one.series)) if one.series else [one]
    at = next(number for number, other in enumerate(series) if other.id == one.id)
    return JoinedRow(
        joined=one,
        mentions=tuple(mentions(connection, refs)),
        occasions=cited(texts, named),
        because=cited(texts, one.dated.because),
        visit=next(iter(meetings(connection, [one.within])), None) if one.within else None,
        contains=tuple(in_series(_where(connection, JoinedTable.within == one.id))),
        before=series[at - 1] if at else None,
        after=series[at + 1] if at + 1 < len(series) else None,
    )


def mentions(
    connection: Connection,
    refs: Sequence[Ref],
    fits: ColumnElement[bool] | None = None,
    texts: Texts | None = None,
) -> list[MeetingRow]:
    """Return the records of these mentions, in the order given; those alone for which ``fits`` holds."""
    found: dict[Ref, MeetingRow] = {}
    for some in bundles(refs):
        here = MeetingTable.document_id.in_([ref.document for ref in some])
        wanted = here & MeetingTable.id.in_([ref.id for ref in some])
        for row in ask(connection, "meeting", wanted if fits is None else wanted & fits, texts=texts):
            found[ref_of(row)] = row
    return [found[ref] for ref in refs if ref in found]


def _where(connection: Connection, fits: ColumnElement[bool]) -> list[Joined]:
    return meetings(connection, connection.scalars(select(JoinedTable.id).where(fits)).all())

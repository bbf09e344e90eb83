"""Which heads of the register may lie in the days asked for, as SQL and as the views know them."""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from regesta.ledger.link_tables import JoinedTable, MemberTable
from regesta.ledger.schema import DocumentTable, MeetingTable
from regesta.model.edtf import bounds
from regesta.model.links import Joined

Days = tuple[str | None, str | None]


def in_days(document: InstrumentedAttribute[str], days: Days) -> ColumnElement[bool]:
    """Say that the document with this id may tell something under a head in these days.

    It names a meeting of these days, by its own words or as it stands across documents, or it was
    published in them.
    """
    if days == (None, None):
        return and_(True)
    member, meeting, about = MemberTable, MeetingTable, DocumentTable
    across = (
        select(member.document_id)
        .join(JoinedTable, JoinedTable.id == member.joined_id)
        .where(_overlap(JoinedTable, days))
    )
    alone = select(meeting.document_id).where(_overlap(meeting, days))
    published = select(about.id).where(_overlap(about, days))
    return or_(*(document.in_(some) for some in (across, alone, published)))


def may_lie_in(joined: Joined, days: Days) -> bool:
    """Say whether a meeting has a day among these, or none of its own."""
    window = bounds(joined.dated.when) if joined.dated.when else None
    return window is None or lies_in(window, days)


def lies_in(window: tuple[str | None, str | None], days: Days) -> bool:
    """Say whether a window shares a day with those asked for; one that is not known shares only with all."""
    first, last = days
    if first is None and last is None:
        return True
    if window[0] is None or window[1] is None:
        return False
    return (first is None or window[1] >= first) and (last is None or window[0] <= last)


def _overlap(
    table: type[JoinedTable] | type[MeetingTable] | type[DocumentTable], days: Days
) -> ColumnElement[bool]:
    first, last = days
    wanted = [] if first is None else [table.latest >= first]
    return and_(True, *wanted, *([] if last is None else [table.earliest <= last]))

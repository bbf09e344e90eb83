"""What the ledger learnt from the documents that fit, the newest first, whole or a page at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import merge
from itertools import islice

from sqlalchemy import ColumnElement, Connection, select, true

from regesta.ledger import Ledger
from regesta.ledger.connect import looking
from regesta.ledger.schema import DocumentTable
from regesta.query.filters import Filters
from regesta.query.first_told import or_earlier
from regesta.query.learnt import Learnt, Moment
from regesta.query.learnt_aside import closed, decided, gone
from regesta.query.learnt_with import learnt_with
from regesta.query.search import Search, documents_with
from regesta.query.selection import chosen_ids

_ALL = Filters()


@dataclass(frozen=True, slots=True)
class About:
    """What a feed is about: ``filters`` and a search choose the documents that things are learnt from.

    What fits is asked of the newest version of a page. Of the sentences that a search finds only the
    newest count, as many as :data:`regesta.query.search.COUNTED` says.
    """

    filters: Filters = _ALL
    search: Search | None = None


_EVERYTHING = About()


def learnt(ledger: Ledger, about: About = _EVERYTHING, after: Moment | None = None) -> Iterator[Learnt]:
    """Yield what the ledger learnt from the documents that fit, the newest first, behind ``after``.

    The views and findings are told as the ledger keeps them; a window that closed is learnt of a document
    by its promise. Raises :class:`RegestaError` for a filter or a search that cannot be.
    """
    with looking(ledger.engine, ledger.path) as connection:
        fits = or_earlier(choosing(connection, about))
        streams = (
            learnt_with(connection, fits, after),
            gone(connection, fits),
            decided(connection, fits),
            closed(connection, fits, after),
        )
        for one in merge(*streams, key=lambda one: one.moment, reverse=True):
            if after is None or one.moment < after:
                after = one.moment  # what two records of a page say in the same words is told once
                yield one


def learnt_page(ledger: Ledger, about: About, after: Moment | None, size: int) -> tuple[list[Learnt], bool]:
    """Return ``size`` things behind ``after``, and whether more follow; see :func:`learnt`."""
    found = list(islice(learnt(ledger, about, after), size + 1))
    return found[:size], len(found) > size


def last_added(ledger: Ledger) -> str | None:
    """Return when the last document came in; None where there is none."""
    newest = select(DocumentTable.added_at).order_by(DocumentTable.added_at.desc()).limit(1)
    with looking(ledger.engine, ledger.path) as connection:
        return connection.scalar(newest)


def choosing(connection: Connection, about: About) -> ColumnElement[bool]:
    """Say as SQL that a document is one of those that ``about`` chooses."""
    fits: ColumnElement[bool] = true()
    if about.filters != _ALL:
        fits = DocumentTable.id.in_(chosen_ids(connection, about.filters).order_by(None))
    if about.search is not None:
        fits = fits & DocumentTable.id.in_(sorted(documents_with(connection, about.search)))
    return fits

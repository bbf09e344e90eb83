"""Wording between two states over time, some documents at a time."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from regesta.ledger import Ledger
from regesta.ledger.connect import looking
from regesta.ledger.relation_tables import TallyTable
from regesta.ledger.schema import DocumentTable
from regesta.model.drift import JOINT_TEXT, Stage, Thread
from regesta.query.drift import DriftFilters, Part, drift
from regesta.query.statement_list import homes_of

SIZE = 12


@dataclass(frozen=True, slots=True)
class Wordings:
    """The threads of one side on a topic, as far as some of their documents tell them.

    ``homes`` are the ids of the joined meetings by the id of the document and of its meeting. ``more``
    says that older documents follow.
    """

    threads: tuple[Thread, ...]
    homes: dict[tuple[str, str], str]
    more: bool


@dataclass(frozen=True, slots=True)
class _Paper:
    id: str
    day: str | None
    teller: str | None


def wordings(
    ledger: Ledger, pair: tuple[str, str], side: str, topic: str, first: int = 0, size: int = SIZE
) -> Wordings:
    """Return what ``side`` says on a topic in ``size`` documents on two states, the newest from ``first`` on.

    Stages stand in order of date. The first of each teller is compared with the last before it in order
    of publication, which is opened too. What holds across documents is taken as the views have it.
    """
    name = "-".join(pair)
    with looking(ledger.engine, ledger.path) as connection:
        papers = _papers(connection, name, side, topic)
    shown, older = papers[first : first + size], papers[first + size :]
    if not shown:
        return Wordings((), {}, False)
    before = _before(older, {one.teller for one in shown})
    wanted = frozenset(one.id for one in (*shown, *before))
    part = Part(wanted, name, whole=first == 0)
    found = drift(ledger, side, topic, DriftFilters(), part=part)
    threads = (_without(thread, {one.id for one in before}) for thread in found)
    kept = tuple(thread for thread in threads if thread.stages)
    heads = {one.occasion.head for thread in kept for one in thread.stages} - {None}
    with looking(ledger.engine, ledger.path) as connection:
        homes = homes_of(connection, {ref.document for ref in heads if ref is not None})
    return Wordings(kept, {(ref.document, ref.id): home for ref, home in homes.items()}, bool(older))


def _papers(connection: Connection, pair: str, side: str, topic: str) -> list[_Paper]:
    """Return the documents in which ``side`` speaks of the topic, the newest first, undated ones last."""
    table, paper = TallyTable, DocumentTable
    asked = (
        select(table.document_id, table.day, paper.side, paper.kind)
        .join(paper, paper.id == table.document_id)
        .where(table.pair == pair, table.kind == "topic", table.thing == topic, table.side == side)
        .order_by(table.day.desc(), table.document_id)
    )
    return [
        _Paper(row.document_id, row.day, JOINT_TEXT if row.kind == "joint_statement" else row.side)
        for row in connection.execute(asked)
    ]


def _before(older: Sequence[_Paper], tellers: Collection[str | None]) -> list[_Paper]:
    """Return of each teller the newest of the older documents, and those of the same day."""
    days: dict[str | None, str | None] = {}
    for one in older:
        if one.teller in tellers:
            days.setdefault(one.teller, one.day)
    return [one for one in older if one.teller in days and days[one.teller] == one.day]


def _without(thread: Thread, documents: Collection[str]) -> Thread:
    """Leave out the stages that only these documents tell."""

    def told(stage: Stage) -> bool:
        return not set(stage.occasion.documents) <= set(documents)

    return replace(thread, stages=tuple(stage for stage in thread.stages if told(stage)))

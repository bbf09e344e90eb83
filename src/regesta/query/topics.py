"""Topics between two states: how often each side speaks of them, since when and until when."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, case, func, select
from sqlalchemy.orm import InstrumentedAttribute

from regesta.ledger import Ledger
from regesta.ledger.connect import looking
from regesta.ledger.relation_tables import TallyTable


@dataclass(frozen=True, slots=True)
class TopicCount:
    """A topic: the statements of the first and second side, in how many documents, the first and last day.

    The days are those on which the documents came out; None where none of them has one.
    """

    topic: str
    first: int
    second: int
    documents: int
    since: str | None
    until: str | None


def topics_between(ledger: Ledger, first: str, second: str) -> list[TopicCount]:
    """Return the topics of which either of two states speaks, the most spoken of first."""
    table = TallyTable
    counts = [func.sum(case((table.side == side, table.count), else_=0)) for side in (first, second)]
    asked = (
        select(
            table.thing,
            *counts,
            func.count(table.document_id.distinct()),
            func.min(table.day),
            func.max(table.day),
        )
        .where(table.pair == f"{first}-{second}", table.kind == "topic", table.side.in_((first, second)))
        .group_by(table.thing)
    )
    with looking(ledger.engine, ledger.path) as connection:
        found = [TopicCount(*row) for row in connection.execute(asked)]
    return sorted(found, key=lambda one: (-(one.first + one.second), one.topic))


def in_documents(pair: str, topic: str, document: InstrumentedAttribute[str]) -> ColumnElement[bool]:
    """Say that a document on two states has one of them speak of a topic."""
    table = TallyTable
    spoken = and_(table.pair == pair, table.kind == "topic", table.thing == topic)
    return document.in_(select(table.document_id).where(spoken))


@dataclass(frozen=True, slots=True)
class PairCount:
    """Two states ("XA-XB") and how many statements they make on a topic."""

    pair: str
    statements: int


def pairs_on(ledger: Ledger, topic: str, limit: int = 50) -> list[PairCount]:
    """Return the pairs of states that speak of a topic, those that make most statements first."""
    table = TallyTable
    count = func.sum(table.count)
    asked = (
        select(table.pair, count)
        .where(table.kind == "topic", table.thing == topic)
        .group_by(table.pair)
        .order_by(count.desc(), table.pair)
        .limit(limit)
    )
    with looking(ledger.engine, ledger.path) as connection:
        return [PairCount(*row) for row in connection.execute(asked)]

"""Whether the meetings of a ledger are those of the chronicle: how many joins are right, how many found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import NamedTuple

from sqlalchemy import select

from benchmarks.chronicle.paper import TALKS, VISIT, Event, Paper
from regesta.ledger import Ledger
from regesta.ledger.connect import looking
from regesta.ledger.link_tables import JoinedTable, MemberTable
from regesta.ledger.schema import SightingTable


class Told(NamedTuple):
    """A document and the events of which it tells."""

    name: str
    tells: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """The share of pairs of documents that are rightly joined, and of those to be joined that are."""

    precision: float
    recall: float


def truth(paper: Paper) -> Told:
    """Return what is to be remembered of a paper."""
    return Told(paper.name, paper.tells)


def agreement(ledger: Ledger, told: Iterable[Told]) -> Agreement:
    """Compare pairs of documents that the ledger joins with pairs that tell one event of the same kind.

    A joined pair is right when both documents tell an event of its kind on its days.
    """
    events = {one.name: one.tells for one in told}
    tellers: dict[Event, list[str]] = defaultdict(list)
    for name, own in events.items():
        for event in own:
            tellers[event].append(name)
    wanted = {(event, pair) for event, names in tellers.items() for pair in combinations(sorted(names), 2)}
    right: set[tuple[Event, tuple[str, str]]] = set()
    joined = wrong = 0
    for kind, first, last, names in _joined(ledger):
        for pair in combinations(names, 2):
            joined += 1
            fitting = {
                e
                for e in set(events[pair[0]]) & set(events[pair[1]])
                if e.kind == kind and _on(e, first, last)
            }
            right |= {(event, pair) for event in fitting}
            wrong += not fitting
    return Agreement(
        (joined - wrong) / joined if joined else 1.0, len(right) / len(wanted) if wanted else 1.0
    )


def _on(event: Event, first: str | None, last: str | None) -> bool:
    if first is None or last is None:
        return True
    return date.fromisoformat(first) <= event.last and date.fromisoformat(last) >= event.first


def _joined(ledger: Ledger) -> Iterator[tuple[str, str | None, str | None, list[str]]]:
    """Yield kind, days and names of documents of each meeting that more than one document tells."""
    with looking(ledger.engine, ledger.path) as connection:
        seen = connection.execute(select(SightingTable.document_id, SightingTable.name)).all()
        names = {row.document_id: row.name for row in seen}
        documents: dict[str, set[str]] = defaultdict(set)
        for id_, document in connection.execute(select(MemberTable.joined_id, MemberTable.document_id)):
            documents[id_].add(names[document])
        asked = select(JoinedTable.id, JoinedTable.format, JoinedTable.earliest, JoinedTable.latest)
        for id_, format_, first, last in connection.execute(asked):
            if len(documents[id_]) > 1:
                yield VISIT if format_ == "visit" else TALKS, first, last, sorted(documents[id_])

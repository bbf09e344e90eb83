"""What was said at a meeting, laid out topic by topic, each side's telling beside the other's."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from regesta.model.drift import JOINT_TEXT
from regesta.query.drift import teller
from regesta.query.rows import StatementRow


@dataclass(frozen=True, slots=True)
class Column:
    """What one teller has on a topic; ``teller`` as in :class:`regesta.model.drift.Occasion`."""

    teller: str | None
    rows: tuple[StatementRow, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic and the columns of those who tell of it; ``id`` is None for what has no topic."""

    id: str | None
    columns: tuple[Column, ...]


def topical(rows: Sequence[StatementRow]) -> tuple[Topic, ...]:
    """Return the statements by topic, each once, in the order in which the topics first come.

    A statement on several topics stands under the one that most tellers have; of those under the one
    that fewest statements have, which says most of what it is about. What has no topic stands last.
    """
    tellers: dict[str, set[str | None]] = defaultdict(set)
    count: Counter[str] = Counter()
    for row in rows:
        for topic in row.record.topics:
            tellers[topic].add(teller(row.document.known))
            count[topic] += 1
    found: dict[str | None, list[StatementRow]] = defaultdict(list)
    for row in rows:
        best = min(row.record.topics, key=lambda one: (-len(tellers[one]), count[one], one), default=None)
        found[best].append(row)
    listed = [Topic(topic, _columns(found[topic])) for topic in found if topic is not None]
    return (*listed, *([Topic(None, _columns(found[None]))] if None in found else []))


def _columns(rows: Iterable[StatementRow]) -> tuple[Column, ...]:
    told: dict[str | None, list[StatementRow]] = defaultdict(list)
    for row in rows:
        told[teller(row.document.known)].append(row)
    in_order = sorted(told, key=lambda code: (code is None, code == JOINT_TEXT, code or ""))
    return tuple(Column(code, tuple(told[code])) for code in in_order)

"""How strong the words of two sides on a topic were, day by day: dots for a chart, without texts."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, and_, func, select
from sqlalchemy.orm import aliased

from regesta.ledger import Ledger
from regesta.ledger.connect import looking
from regesta.ledger.link_tables import JoinedTable, MemberTable
from regesta.ledger.schema import DocumentTable, FacetTable, StatementTable
from regesta.model.drift import JOINT_TEXT
from regesta.model.span import Span
from regesta.query.corrected import value_now
from regesta.query.current import current
from regesta.query.filters import Filters
from regesta.query.topics import in_documents
from regesta.rules.drift import drift_rules


@dataclass(frozen=True, slots=True)
class Dot:
    """The strongest act of a side on one day as one teller has it, and the words that show it.

    ``teller`` is as in :class:`regesta.model.drift.Occasion`; ``force`` is the act's place on the scale
    from 1; ``statements`` counts all that the side said there. Acts said not to have been done count for
    nothing.
    """

    side: str
    teller: str | None
    day: str
    act: str
    force: int
    statements: int
    document: str
    span: Span

    @property
    def own(self) -> bool:
        """Say whether the side tells it itself."""
        return self.side == self.teller


@dataclass(frozen=True, slots=True)
class Strength:
    """The dots in order of day; ``earlier`` says that older ones were left out, ``undated`` counts
    statements without a day that is known from any document, which have no dot.
    """

    dots: tuple[Dot, ...]
    earlier: bool
    undated: int


def strength(
    ledger: Ledger, pair: tuple[str, str], topic: str, filters: Filters, limit: int = 300
) -> Strength:
    """Return how strongly two states speak of a topic to each other in the days that ``filters`` ask for.

    Of more than ``limit`` statements the newest are taken.
    """
    with looking(ledger.engine, ledger.path) as connection:
        found = _statements(connection, pair, topic, filters, limit + 1)
    kept = found[:limit]
    groups: dict[tuple[str, str, str | None], list[tuple[int, str, str, Span]]] = {}
    for day, side, teller, act, document, span in kept:
        if day is not None:
            force = drift_rules().force[act]
            groups.setdefault((day, side, teller), []).append((force, act, document, span))
    dots = []
    for (day, side, teller), said in groups.items():
        force, act, document, span = max(said, key=lambda one: (one[0], one[2], one[3]))
        dots.append(Dot(side, teller, day, act, force, len(said), document, span))
    in_order = sorted(dots, key=lambda one: (one.day, one.side, one.teller or "~"))
    return Strength(tuple(in_order), len(found) > limit, sum(one[0] is None for one in kept))


_Found = tuple[str | None, str, str | None, str, str, Span]


def _statements(
    connection: Connection, pair: tuple[str, str], topic: str, filters: Filters, limit: int
) -> list[_Found]:
    said, paper = StatementTable, DocumentTable
    about, voice = aliased(FacetTable), aliased(FacetTable)
    first, last = filters.days()
    act = value_now(said, "act", said.act).label("act_now")
    met, mention = JoinedTable, MemberTable
    day = func.coalesce(said.earliest, met.earliest).label("day")
    above = and_(mention.document_id == said.document_id, mention.record_id == said.heading_id)
    asked = (
        select(day, voice.value, paper.side, paper.kind, act, said.document_id,
               said.span_start, said.span_end)
        .join(paper, paper.id == said.document_id)
        .join(about, _facet(about, "topic"))
        .join(voice, _facet(voice, "party"))
        .outerjoin(mention, and_(above, mention.kind == "meeting"))
        .outerjoin(met, met.id == mention.joined_id)
        .where(in_documents("-".join(pair), topic, said.document_id), current())
        .where(about.value == topic, voice.value.in_(pair), said.negated.is_(False))
        .order_by(day.desc(), said.document_id, said.position)
        .limit(limit)
    )  # fmt: skip
    if first is not None:
        asked = asked.where(func.coalesce(said.latest, met.latest) >= first)
    if last is not None:
        asked = asked.where(day <= last)
    return [
        (
            row.day, row.value, JOINT_TEXT if row.kind == "joint_statement" else row.side, row.act_now,
            row.document_id, Span(row.span_start, row.span_end),
        )
        for row in connection.execute(asked)
    ]  # fmt: skip


def _facet(facet: type[FacetTable], name: str) -> ColumnElement[bool]:
    said = StatementTable
    return and_(
        facet.document_id == said.document_id,
        facet.record_kind == "statements",
        facet.record_id == said.id,
        facet.facet == name,
    )

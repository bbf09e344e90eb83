"""What stands between two states: documents, meetings, topics raised and names used, as narrow rows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations, product
from typing import Any

from sqlalchemy import Connection, Select

from regesta.ledger.asking import adding, asking, deleting
from regesta.ledger.relation_tables import PairDocumentTable, PairMeetingTable, TallyTable
from regesta.ledger.schema import DocumentTable, FacetTable, StatementTable, TermTable
from regesta.ledger.shelves import bundles
from regesta.model.drift import JOINT_TEXT
from regesta.model.edtf import bounds
from regesta.model.links import Joined

_STATEMENTS = StatementTable.__tablename__
_TERMS = TermTable.__tablename__


def pairs_of(states: Iterable[str]) -> Iterator[str]:
    """Yield the pairs of some states, each as its two codes in order: "XA-XB"."""
    for one, other in combinations(sorted(set(states)), 2):
        yield f"{one}-{other}"


def forget_relations(connection: Connection, documents: Collection[str]) -> None:
    """Take away what these documents are to the relationships of states."""
    for some in bundles(sorted(set(documents))):
        for table in (PairDocumentTable, TallyTable):
            connection.execute(deleting(table.document_id), {"some": some})


def put_relations(connection: Connection, dyads: Mapping[str, Collection[str]]) -> None:
    """Keep what documents are to the relationships of states; nothing of them may stand there yet.

    ``dyads`` are the states whose relationship each document is about. Topics and names are counted
    as their records are filed now, corrected values among them.
    """
    about = {document: list(pairs_of(states)) for document, states in dyads.items()}
    for some in bundles(sorted(document for document, pairs in about.items() if pairs)):
        asked = asking(DocumentTable.id, DocumentTable.id, DocumentTable.latest)
        days = {row.id: row.latest for row in connection.execute(asked, {"some": some})}
        rows = [{"pair": pair, "document_id": id_, "day": days[id_]} for id_ in some for pair in about[id_]]
        connection.execute(adding(PairDocumentTable), rows)
        tallies = [
            {**tally, "pair": pair, "day": days[tally["document_id"]]}
            for tally in (*_topics(connection, some), *_terms(connection, some))
            for pair in about[tally["document_id"]]
            if tally["side"] in (*pair.split("-"), JOINT_TEXT)
        ]
        if tallies:
            connection.execute(adding(TallyTable), tallies)


def _topics(connection: Connection, documents: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Count the statements on each topic, by the states that make them.

    The facets are paired here: a join of the table with itself would begin with all parties of all documents.
    """
    filed: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(lambda: {"party": [], "topic": []})
    for document, record, kind, value in connection.execute(_facets_of(_STATEMENTS), {"some": documents}):
        if kind in ("party", "topic"):
            filed[document, record][kind].append(value)
    counts = Counter(
        (document, side, topic)
        for (document, _), found in filed.items()
        for side, topic in product(found["party"], found["topic"])
    )
    for (document, side, topic), count in counts.items():
        row = {"document_id": document, "side": side, "count": count}
        yield {**row, "kind": "topic", "thing": topic, "label": ""}


def _terms(connection: Connection, documents: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Count the names used for each thing, by the side that published them, or as those of agreed texts.

    Terms, their things and their documents are paired here, as the facets of statements are.
    """
    some = {"some": documents}
    sides = {
        id_: JOINT_TEXT if kind == "joint_statement" else side
        for id_, kind, side in connection.execute(
            asking(DocumentTable.id, DocumentTable.id, DocumentTable.kind, DocumentTable.side), some
        )
    }
    table = TermTable
    asked = asking(table.document_id, table.document_id, table.id, table.label)
    labels = {(document, id_): label for document, id_, label in connection.execute(asked, some)}
    counts = Counter(
        (document, value, labels[document, record])
        for document, record, kind, value in connection.execute(_facets_of(_TERMS), some)
        if kind == "topic" and (document, record) in labels
    )
    for (document, thing, label), count in sorted(counts.items()):
        row = {"document_id": document, "side": sides[document], "count": count}
        yield {**row, "kind": "term", "thing": thing, "label": label}


@cache
def _facets_of(records: str) -> Select[Any]:
    facet = FacetTable
    asked = asking(facet.document_id, facet.document_id, facet.record_id, facet.facet, facet.value)
    return asked.where(facet.record_kind == records)


def put_meetings_of_pairs(connection: Connection, gone: Collection[str], meetings: Iterable[Joined]) -> None:
    """Put these meetings in the place of those with the ids of ``gone`` in the relationships of states."""
    table = PairMeetingTable
    for some in bundles(sorted(gone)):
        connection.execute(deleting(table.joined_id), {"some": some})
    rows = [row for meeting in meetings for row in _meeting_rows(meeting)]
    if rows:
        connection.execute(adding(table), rows)


def _meeting_rows(meeting: Joined) -> Iterator[dict[str, Any]]:
    when = meeting.dated.when
    first, last = (bounds(when) if when else None) or (None, None)
    states = {
        *meeting.parties,
        *((meeting.country,) if meeting.format == "visit" and meeting.country else ()),
    }
    for pair in pairs_of(states):
        yield {
            "pair": pair,
            "joined_id": meeting.id,
            "earliest": first,
            "latest": last,
            "format": meeting.format,
            "status": meeting.status,
        }

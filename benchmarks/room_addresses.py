"""Addresses of every page of the reading room on a ledger, spread over what stands in it: rare and common.

They are read from the ledger's tables, so that no page is asked how to come to another.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote

T = TypeVar("T")
SPREAD = 5
"""How many addresses of a page are taken from each list of ids: its ends and what lies evenly between."""

_FIXED: dict[str, tuple[str, ...]] = {
    "/": ("/",),
    "/meetings": ("/meetings", "/meetings?order=oldest", "/meetings?status=planned", "/meetings?page=40"),
    "/commitments": ("/commitments", "/commitments?status=no_evidence", "/commitments?page=9"),
    "/requests": ("/requests", "/requests?status=open", "/requests?page=20"),
    "/statements": ("/statements", "/statements?act=urge", "/statements?page=40"),
    "/documents": ("/documents", "/documents?page=40"),
    "/findings": ("/findings", "/findings?page=4"),
    "/review": ("/review", "/review?kind=same_meeting"),
    "/decisions": ("/decisions",),
    "/add": ("/add",),
    "/people": ("/people", "/people?page=4", "/people?person=oto"),
    "/places": ("/places", "/places?page=3"),
    "/terms": ("/terms",),
    "/search": (
        "/search?q=the", "/search?q=minister&order=date", "/search?q=smuggling", "/search?q=m*",
        "/search?q=zeppelin",
        "/search?q=%22stressed+the+importance%22+-climate", "/search?q=meeting+visit&act=ASK",
        "/search?q=the&order=date&page=40",
    ),
}  # fmt: skip
_IDS: dict[str, tuple[str, str]] = {
    "/documents/{document_id}": ("/documents/{}", "SELECT document_id FROM contents ORDER BY length(text)"),
    "/documents/{document_id}/versions": (
        "/documents/{}/versions",
        "SELECT id FROM documents ORDER BY version, id",
    ),
    "/documents/{document_id}/cite": ("/documents/{}/cite?at=5-25", "SELECT id FROM documents ORDER BY id"),
    "/meetings/{meeting_id}": (
        "/meetings/{}",
        "SELECT joined_id FROM joined_members GROUP BY 1 ORDER BY count(*), 1",
    ),
    "/meetings/{meeting_id}/accounts": (
        "/meetings/{}/accounts",
        "SELECT m.joined_id FROM joined_members m JOIN documents d ON d.id = m.document_id"
        " WHERE d.kind = 'readout' AND m.position < 12 GROUP BY 1 HAVING count(DISTINCT d.side) = 2"
        " ORDER BY count(*), 1",
    ),
    "/r/{pair}": (
        "/r/{}",
        "SELECT pair FROM pair_documents GROUP BY 1 ORDER BY count(*), 1",
    ),
    "/r/{pair}/brief": (
        "/r/{}/brief",
        "SELECT pair FROM pair_documents GROUP BY 1 ORDER BY count(*), 1",
    ),
    "/commitments/{record_id}": (
        "/commitments/{}",
        "SELECT record_id FROM history_steps WHERE kind = 'commitment' GROUP BY 1 ORDER BY count(*), 1",
    ),
    "/requests/{record_id}": (
        "/requests/{}",
        "SELECT record_id FROM history_steps WHERE kind = 'request' GROUP BY 1 ORDER BY count(*), 1",
    ),
    "/correct/{record_id}": ("/correct/{}", "SELECT id FROM meetings ORDER BY id"),
    "/people/{person_id}": (
        "/people/{}",
        "SELECT person_id FROM people_bearers b JOIN link_showings s ON s.bearer = b.bearer"
        " GROUP BY 1 ORDER BY count(*), 1",
    ),
    "/places/{name:path}": (
        "/places/{}",
        "SELECT place FROM joined WHERE place IS NOT NULL GROUP BY 1 ORDER BY count(*), 1",
    ),
    "/terms/{concept}": ("/terms/{}", "SELECT concept FROM terms GROUP BY 1 ORDER BY count(*), 1"),
    "/topics": ("/topics?between={}", "SELECT pair FROM pair_documents GROUP BY 1 ORDER BY count(*), 1"),
}
_OF_PAIRS = (
    "SELECT pair, thing FROM pair_tallies WHERE kind = 'topic' GROUP BY 1, 2 ORDER BY sum(count), 1, 2"
)


def addresses(ledger: Path) -> dict[str, tuple[str, ...]]:
    """Return addresses by the path of their page; a page of which the ledger has nothing has none."""
    with closing(sqlite3.connect(ledger)) as connection:
        return {**_FIXED, **dict(_of_ids(connection)), "/topics/{topic_id}": tuple(_of_topics(connection))}


def spread(items: Sequence[T], many: int = SPREAD) -> list[T]:
    """Return the first, the last and what lies evenly between them."""
    if len(items) <= many:
        return list(items)
    return [items[round(place * (len(items) - 1) / (many - 1))] for place in range(many)]


def _of_ids(connection: sqlite3.Connection) -> Iterator[tuple[str, tuple[str, ...]]]:
    for path, (form, asked) in _IDS.items():
        ids = [str(row[0]) for row in connection.execute(asked)]
        yield path, tuple(form.format(quote(str(one))) for one in spread(ids))


def _of_topics(connection: sqlite3.Connection) -> Iterator[str]:
    found: list[tuple[str, str]] = connection.execute(_OF_PAIRS).fetchall()
    for pair, topic in spread(found):
        yield f"/topics/{topic}?between={pair}"

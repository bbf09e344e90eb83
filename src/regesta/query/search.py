"""Full text: sentences that hold the words asked for, as quotes in context, with counts of what they are.

Only a bounded number of hits is ranked and counted, the newest, so that a word that stands in every
document costs no more than a rare one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from sqlalchemy import Connection, select, text

from regesta.ledger import Ledger
from regesta.ledger.connect import looking
from regesta.ledger.names import words as name_words
from regesta.ledger.search import DAY, SUPERSEDED, day_number
from regesta.ledger.search_tables import SearchFacetTable
from regesta.model.span import Span
from regesta.query.filters import Filters
from regesta.query.load import Opened, bundles, opened
from regesta.query.marking import marked
from regesta.query.rows import DocumentRow
from regesta.query.search_counts import FACETS, Counted, counts_of, told
from regesta.query.search_words import Looked, expression, read_words, wanted_only, widened

COUNTED = 2_000
PAGE = 25
ORDERS: tuple[Literal["best", "date"], ...] = ("best", "date")
_AROUND = 160
_ALL = Filters()


@dataclass(frozen=True, slots=True)
class Search:
    """What is asked: ``words`` as typed, and what narrows them.

    Of ``filters`` count ``party``, ``person``, ``topic``, ``act``, ``since``, ``until`` (days under which
    sentences are filed) and ``publisher``. ``kind`` is that of the document, ``fate`` how the sentence
    ended. ``superseded`` also finds what stands in earlier versions alone.
    """

    words: str
    filters: Filters = _ALL
    kind: str | None = None
    fate: str | None = None
    order: Literal["best", "date"] = "best"
    superseded: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence that was found: ``marks`` are where in ``quote`` the words stand that were asked for.

    ``before`` and ``after`` are the words of the text around it, in the same paragraph. ``day`` is the
    one under which it is filed; ``facets`` are pairs of facet and value.
    """

    document: DocumentRow
    span: Span
    quote: str
    marks: tuple[Span, ...]
    before: str
    after: str
    citation: str
    fate: str
    day: str | None
    facets: tuple[tuple[str, str], ...]

    def values(self, facet: str) -> tuple[str, ...]:
        """Return the values of a facet."""
        return tuple(value for name, value in self.facets if name == facet)


@dataclass(frozen=True, slots=True)
class Found:
    """A page of hits. ``counted`` hits were ranked and counted; ``beyond`` says that there are more.

    ``counts`` are the commonest values of each facet. ``also`` are the forms and spellings that were
    looked for beside the words typed. ``more`` says that a further page follows.
    """

    hits: tuple[Hit, ...]
    counted: int
    beyond: bool
    more: bool
    counts: dict[str, tuple[Counted, ...]] = field(default_factory=dict)
    also: tuple[str, ...] = ()


def search(ledger: Ledger, asked: Search, *, page: int = 1, size: int = PAGE) -> Found:
    """Return a page of what fits: the best first, of equally good ones the newest, or the newest first.

    Headings and words of the page's frame stand after sentences. Raises :class:`RegestaError` where no word
    is asked for, or a filter says what cannot be.
    """
    with looking(ledger.engine, ledger.path) as connection:
        question = _question(connection, asked)
        if question is None:
            return Found((), 0, beyond=False, more=False, also=())
        rows = _newest(connection, question)
        first, beyond = (page - 1) * size, len(rows) > COUNTED
        rows = rows[:COUNTED]
        if asked.order == "date":
            shown = list(_by_date(connection, question, first, size + 1))
            more = len(shown) > size
        else:
            best = sorted(rows, key=lambda row: (row.fate == "furniture", row.rank, -row.id))
            shown, more = best[first : first + size], len(best) > first + size
        hits = _hits(connection, shown[:size], question.looked)
        return Found(hits, len(rows), beyond, more, counts_of(connection, rows), question.also)


def every_hit(ledger: Ledger, asked: Search) -> Iterator[Hit]:
    """Yield all that fits, the newest first, a bundle at a time."""
    with looking(ledger.engine, ledger.path) as connection:
        question = _question(connection, asked)
        below = question.until if question else None
        while question is not None:
            rows = list(_by_date(connection, question, 0, COUNTED, below))
            for some in bundles(rows):
                yield from _hits(connection, some, question.looked)
            if len(rows) < COUNTED:
                return
            below = rows[-1].id - 1


def hits_behind(ledger: Ledger, asked: Search, after: int | None, size: int) -> tuple[list[Hit], int | None]:
    """Return the newest ``size`` hits behind number ``after``, and behind which number more follow."""
    with looking(ledger.engine, ledger.path) as connection:
        question = _question(connection, asked)
        if question is None:
            return [], None
        until = None if after is None else min(question.until, after - 1)
        rows = list(_by_date(connection, question, 0, size + 1, until))
        hits = list(_hits(connection, rows[:size], question.looked))
        return hits, rows[size - 1].id if len(rows) > size else None


def documents_with(connection: Connection, asked: Search) -> set[str]:
    """Return the documents in which the newest :data:`COUNTED` of the sentences stand that fit."""
    question = _question(connection, asked)
    if question is None:
        return set()
    return {row.document_id for row in _by_date(connection, question, 0, COUNTED)}


@dataclass(frozen=True, slots=True)
class _Question:
    """The question to the index, and the first and last id that it may find."""

    match: str
    since: int
    until: int
    looked: tuple[Looked, ...]
    also: tuple[str, ...]


def _question(connection: Connection, asked: Search) -> _Question | None:
    """Return the question to the index, None where nothing in the ledger can fit."""
    typed = read_words(asked.words)
    looked = widened(typed, lambda word: _stands(connection, word))
    first, last = asked.filters.days()
    groups = _narrowing(connection, asked)
    if not all(groups):
        return None
    match = expression(looked)
    for group in groups:
        match = f"({match} AND (facets : ({_numbers(group)})))"
    hidden = [] if asked.superseded else _facets(connection, *SUPERSEDED)
    if hidden:
        match = f"({match} NOT (facets : ({_numbers(hidden)})))"
    also = [
        form
        for one, was in zip(looked, typed, strict=True)
        for form in one.phrases
        if form not in was.phrases
    ]
    since = day_number(first) * DAY if first else 0
    until = (day_number(last) + 1) * DAY - 1 if last else (date.max.toordinal() + 1) * DAY
    return _Question(match, max(since, DAY) if last and not first else since, until, looked, tuple(also))


def _narrowing(connection: Connection, asked: Search) -> list[list[int]]:
    """Return for each thing that narrows the numbers of the facets of which one must stand."""
    filters, groups = asked.filters, []
    single = (
        ("party", filters.party and filters.party.upper()),
        ("topic", filters.topic), ("kind", asked.kind), ("fate", asked.fate),
    )  # fmt: skip
    groups += [_facets(connection, facet, value) for facet, value in single if value is not None]
    if acts := filters.acts():
        groups.append([number for act in acts for number in _facets(connection, "act", act)])
    for facet, name in (("person", filters.person), ("publisher", filters.publisher)):
        if name is not None:
            groups.append(_named(connection, facet, name))
    return groups


def _facets(connection: Connection, facet: str, value: str) -> list[int]:
    table = SearchFacetTable
    return list(connection.scalars(select(table.id).where(table.facet == facet, table.value == value)))


def _named(connection: Connection, facet: str, name: str) -> list[int]:
    """Return the numbers of the values that hold all words of a name; an exact value stands for itself."""
    if exact := _facets(connection, facet, name):
        return exact
    table, wanted = SearchFacetTable, set(name_words(name))
    rows = connection.execute(select(table.id, table.value).where(table.facet == facet))
    return [row.id for row in rows if wanted and wanted <= set(name_words(row.value))]


def _numbers(numbers: Iterable[int]) -> str:
    return " OR ".join(f'"{number}"' for number in numbers)


def _stands(connection: Connection, word: str) -> bool:
    asked = text("SELECT 1 FROM sentence_words WHERE sentence_words MATCH :match LIMIT 1")
    return connection.scalar(asked, {"match": f'words : "{word}"'}) is not None


_NEWEST = text(
    "SELECT s.id, s.document_id, s.span_start, s.span_end, s.fate, s.facets,"
    " bm25(sentence_words, 1.0, 0.0) AS rank"
    " FROM sentence_words JOIN sentences s ON s.id = sentence_words.rowid"
    " WHERE sentence_words MATCH :match AND sentence_words.rowid BETWEEN :since AND :until"
    " ORDER BY sentence_words.rowid DESC LIMIT :limit"
)
_IN_ORDER = text(
    "SELECT s.id, s.document_id, s.span_start, s.span_end, s.fate, s.facets FROM sentences s JOIN"
    " (SELECT rowid FROM sentence_words WHERE sentence_words MATCH :match AND rowid BETWEEN :since AND :until"
    " ORDER BY rowid DESC LIMIT :limit OFFSET :first) AS hit ON hit.rowid = s.id ORDER BY s.id DESC"
)


def _newest(connection: Connection, question: _Question) -> Sequence[Any]:
    """Return the newest hits with their rank, one more than are counted where there are so many."""
    values = {"match": question.match, "since": question.since, "until": question.until}
    return connection.execute(_NEWEST, {**values, "limit": COUNTED + 1}).all()


def _by_date(
    connection: Connection, question: _Question, first: int, limit: int, until: int | None = None
) -> Iterable[Any]:
    values = {"match": question.match, "since": question.since, "limit": limit, "first": first}
    return connection.execute(_IN_ORDER, {**values, "until": question.until if until is None else until})


def _hits(connection: Connection, rows: Sequence[Any], looked: tuple[Looked, ...]) -> tuple[Hit, ...]:
    documents = opened(connection, {row.document_id for row in rows})
    facets = told(connection, {number for row in rows for number in row.facets.split()})
    spans = [Span(row.span_start, row.span_end) for row in rows]
    quotes = [span.of(documents[row.document_id].text) for row, span in zip(rows, spans, strict=True)]
    marks = marked(quotes, wanted_only(looked))
    return tuple(
        _hit(row, documents[row.document_id], marks[number], facets) for number, row in enumerate(rows)
    )


def _hit(row: Any, at: Opened, marks: tuple[Span, ...], facets: dict[str, tuple[str, str, str]]) -> Hit:
    span, day = Span(row.span_start, row.span_end), row.id // DAY
    own = [facets[number][:2] for number in row.facets.split() if facets[number][0] in FACETS]
    before, after = _around(at.text, span)
    return Hit(
        at.row, span, span.of(at.text), marks, before, after, at.cite(span), row.fate,
        date.fromordinal(day).isoformat() if day else None, tuple(own),
    )  # fmt: skip


def _around(words: str, span: Span) -> tuple[str, str]:
    """Return the words of the same line before and after, cut at a word where there are many."""
    before = words[max(span.start - _AROUND, 0) : span.start].rpartition("\n")[2]
    after = words[span.end : span.end + _AROUND].partition("\n")[0]
    if len(before) == _AROUND:
        before = "… " + before.partition(" ")[2]
    before = before.lstrip()
    if len(after) == _AROUND:
        after = after.rpartition(" ")[0] + " …"
    return before, after

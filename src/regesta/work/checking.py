"""Keeping what the checks find: worked out over the whole ledger, a part of it at a time.

Documents are gone through in bundles and let go again; meetings and promises in parts that never cut
a series in two. What is kept of every document meanwhile is little: its order, the lengths it gives
meetings, when it came out. The findings are those of :func:`regesta.checks.run` over everything.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from importlib import resources

from sqlalchemy import Connection, select

from regesta import checks
from regesta.checks.ground import Ground
from regesta.checks.known import Pair, lengths_in, pairs_of, stays_of
from regesta.checks.series import series_key
from regesta.ledger import Ledger
from regesta.ledger.connect import looking, writing
from regesta.ledger.dossiers import dossiers
from regesta.ledger.findings import last_change, put_findings, state_of, unknown_to_findings
from regesta.ledger.link_codec import unpacked
from regesta.ledger.link_tables import FactsTable, HistoryTable, JoinedTable, StepTable
from regesta.ledger.schema import DocumentTable
from regesta.ledger.shelves import bundles
from regesta.model.finding import Finding
from regesta.model.judgement import Ref
from regesta.model.links import Dossier, Followed, Joined, Links
from regesta.model.versions import Edit
from regesta.query.current import current, newest_day
from regesta.query.links import up_to_date, years
from regesta.query.load import IN_ORDER
from regesta.resolve.days import Window
from regesta.resolve.facts import Facts
from regesta.resolve.mention import Mention
from regesta.resolve.versions import compare
from regesta.work.linking import link, maker

BUNDLE = 100
PART = 500
_ACROSS = tuple(code for code in checks.CODES if code not in (*checks.OF_ONE, "source-changed"))
_CLOSED = "no_evidence"


@dataclass(slots=True)
class _Whole:
    """What is kept of every document and meeting while the parts are gone through."""

    links: Links
    as_of: str | None
    order: dict[str, int]
    lengths: dict[Ref, int] = field(default_factory=dict)
    published: dict[Pair, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    stays: dict[Pair, list[Window]] = field(default_factory=lambda: defaultdict(list))

    def part(
        self,
        papers: Sequence[Dossier] = (),
        meetings: Sequence[Joined] = (),
        told: Iterable[Mention] = (),
        promises: Sequence[Followed] = (),
        edits: Sequence[Edit] = (),
    ) -> Ground:
        """Return the ground of a part of the ledger."""
        links = Links(
            meetings=tuple(meetings),
            commitments=tuple(one for one in promises if one.ref.kind == "commitment"),
            requests=tuple(one for one in promises if one.ref.kind == "request"),
            years=self.links.years,
        )
        return Ground(
            dossiers=tuple(papers),
            links=links,
            as_of=self.as_of,
            edits=tuple(edits),
            mentions={mention.ref: mention for mention in told},
            years={},
            lengths=self.lengths,
            published=self.published,
            stays=self.stays,
        )


@cache
def asker() -> str:
    """Return a hash of all that findings are made by: the checks, and what makes the views."""
    digest = sha256(maker().encode())
    folder = resources.files("regesta.checks")
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".py"):
            digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def findings_stand(ledger: Ledger) -> bool:
    """Say whether the findings that are kept are those of the ledger as it is, by these checks."""
    with looking(ledger.engine, ledger.path) as connection:
        made_by = state_of(connection).get("made_by")
        return made_by == asker() and not unknown_to_findings(connection) and up_to_date(connection)


def keep_findings(ledger: Ledger, *, now: str) -> bool:
    """Bring the findings that are kept up to date; say whether anything had to be done.

    ``now`` is written beside them. First the views take in what they do not hold yet. What changes
    in the ledger meanwhile is not in these findings, and :func:`findings_stand` says so. They are
    put in the place of the earlier ones in one transaction; a run that is ended leaves those.
    """
    link(ledger, now=now)
    if findings_stand(ledger):
        return False
    with looking(ledger.engine, ledger.path) as connection:
        known = last_change(connection)
        whole = _whole(connection)
        found = checks.in_order(_found(connection, whole), whole.order)
    state = {"made_by": asker(), "at": now, "as_of": whole.as_of, "documents": str(len(whole.order))}
    with writing(ledger.engine, ledger.path) as connection:
        put_findings(connection, found, state, known=known)
    return True


def _whole(connection: Connection) -> _Whole:
    ids = connection.scalars(select(DocumentTable.id).where(current()).order_by(*IN_ORDER)).all()
    order = {id_: place for place, id_ in enumerate(ids)}
    return _Whole(Links(years=years(connection)), newest_day(connection), order)


def _found(connection: Connection, whole: _Whole) -> Iterator[Finding]:
    """Yield the findings of all parts; what later parts need of every document is gathered on the way."""
    for some in bundles(list(whole.order), BUNDLE):
        papers = list(dossiers(connection, some).values())
        _remember(whole, papers)
        yield from checks.run(whole.part(papers), checks.OF_ONE)
    for meetings in _parts(connection, whole):
        yield from checks.run(whole.part(meetings=meetings, told=_told(connection, meetings)), _ACROSS)
    for promises in _promises(connection):
        yield from checks.run(whole.part(promises=promises), _ACROSS)
    for edits in _edits(connection):
        yield from checks.run(whole.part(edits=edits), ("source-changed",))


def _remember(whole: _Whole, papers: Iterable[Dossier]) -> None:
    for paper in papers:
        whole.lengths.update(lengths_in(paper))
        if paper.document.published:
            for pair in pairs_of(paper):
                whole.published[pair][paper.id] = paper.document.published


def _parts(connection: Connection, whole: _Whole) -> Iterator[list[Joined]]:
    """Yield the joined meetings, series by series; a part holds more than ``PART`` where a series does."""
    series: dict[object, list[str]] = defaultdict(list)
    for body in connection.scalars(select(JoinedTable.body).execution_options(yield_per=PART)):
        one = unpacked(Joined, body)
        series[series_key(one)].append(one.id)
        for where, window in stays_of(one):
            whole.stays[where].append(window)
    ids: list[str] = []
    for own in series.values():
        ids += own
        if len(ids) >= PART:
            yield _joined(connection, ids)
            ids = []
    yield _joined(connection, ids)


def _joined(connection: Connection, ids: Sequence[str]) -> list[Joined]:
    asked = select(JoinedTable.body)
    return [
        unpacked(Joined, body)
        for some in bundles(ids)
        for body in connection.scalars(asked.where(JoinedTable.id.in_(some)))
    ]


def _told(connection: Connection, meetings: Iterable[Joined]) -> Iterator[Mention]:
    """Yield the mentions of these meetings, as the facts of their documents have them."""
    wanted = {ref for one in meetings for ref in one.members}
    for some in bundles(sorted({ref.document for ref in wanted})):
        asked = select(FactsTable.body).where(FactsTable.document_id.in_(some))
        for body in connection.scalars(asked):
            yield from (one for one in unpacked(Facts, body).mentions if one.ref in wanted)


def _promises(connection: Connection) -> Iterator[list[Followed]]:
    """Yield the commitments and requests that are ever without a word on what came of them."""
    step, table = StepTable, HistoryTable
    asked = select(step.document_id).where(step.status == _CLOSED).distinct().order_by(step.document_id)
    for some in bundles(connection.scalars(asked).all()):
        bodies = connection.scalars(select(table.body).where(table.document_id.in_(some)))
        yield [unpacked(Followed, body) for body in bodies]


def _edits(connection: Connection) -> Iterator[list[Edit]]:
    """Yield what became of each page that was read again with other words."""
    table = DocumentTable
    asked = select(table.previous_id, table.id).where(table.previous_id.is_not(None)).order_by(table.id)
    for some in bundles(connection.execute(asked).all(), BUNDLE):
        papers = dossiers(connection, {id_ for pair in some for id_ in pair})
        yield [compare(papers[before], papers[after]) for before, after in some]

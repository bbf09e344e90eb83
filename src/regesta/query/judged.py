"""Lists of judgements: what is proposed, what was decided, and what a decision hangs on now."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select, tuple_

from regesta.ledger import Ledger
from regesta.ledger.connect import looking
from regesta.ledger.entry import CORRECTION, Entry, entry_of
from regesta.ledger.fold import BY_PERSONS, in_force
from regesta.ledger.judgement_tables import JudgementTable, StandingTable
from regesta.ledger.judging import steps
from regesta.ledger.schema import DocumentTable, FacetTable
from regesta.ledger.targets import Found, chain, find
from regesta.model.finding import Place, RegestaError
from regesta.model.judgement import KINDS, Target
from regesta.query.filters import named
from regesta.query.load import Opened, bundles, opened
from regesta.query.rulings import targets_of

VERDICTS = ("proposed", "withdrawn", "accepted", "rejected", "undone")
_FATES = ("same", "moved", "carried", "changed", "orphaned")
_LOST = frozenset({"changed", "orphaned"})


@dataclass(frozen=True, slots=True)
class Side:
    """A record that an entry speaks of: the words at which it stood, their citation, where it is now."""

    target: Target
    citation: str
    found: Found

    @property
    def quote(self) -> str:
        """The words at which the record stood when the entry was made."""
        return self.target.quote


@dataclass(frozen=True, slots=True)
class StandingRow:
    """A judgement as it stands.

    ``entry`` is what the machine said last, with its reasons. ``verdict`` is the decision of a
    person, else what the machine says; ``decision`` is the person's entry that holds. ``evidence``
    are the words that show it, each with its citation.
    """

    id: str
    verdict: str
    entry: Entry
    decision: Entry | None
    subject: Side
    object: Side | None
    evidence: tuple[tuple[Place, str], ...] = ()

    @property
    def sides(self) -> tuple[Side, ...]:
        """The records that it speaks of."""
        return (self.subject, self.object) if self.object else (self.subject,)

    @property
    def further(self) -> tuple[tuple[Place, str], ...]:
        """The evidence that does not lie in the words of a record which it speaks of."""
        return tuple(one for one in self.evidence if not any(_holds(side, one[0]) for side in self.sides))


def _holds(side: Side, place: Place) -> bool:
    return side.target.ref.document == place.document and side.target.span.contains(place.span)


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A person's entry in the log.

    ``state`` is ``holds``, ``replaced`` (the same judgement was decided again later) or
    ``undone``. An undoing that was not itself undone holds. ``stands`` says that it is the decision by
    which its judgement stands now.
    """

    entry: Entry
    state: str
    subject: Side
    object: Side | None
    stands: bool = False

    @property
    def sides(self) -> tuple[Side, ...]:
        """What the decision hangs on."""
        return (self.subject, self.object) if self.object else (self.subject,)

    @property
    def fate(self) -> str:
        """How its records were found again; of two, that of the one that is harder to find."""
        return max((side.found.fate for side in self.sides), key=_FATES.index)

    @property
    def orphaned(self) -> bool:
        """Whether the newest texts have not all that it hangs on."""
        return self.fate in _LOST


@dataclass(frozen=True, slots=True)
class Judged:
    """What narrows a list of judgements; None does not.

    ``document`` is named as in every list and stands for all its versions; ``below``: only scores
    under it; ``party``: the code of a party to one of the two records; ``after``: score and id of a
    judgement, only what stands behind it in the list; ``ids``: only these judgements.
    """

    kind: str | None = None
    document: str | None = None
    verdict: str | None = None
    below: float | None = None
    party: str | None = None
    limit: int | None = None
    after: tuple[float, str] | None = None
    ids: tuple[str, ...] | None = None


_ALL = Judged()


def standings(connection: Connection, wanted: Judged = _ALL) -> list[StandingRow]:
    """Return the judgements that fit, the least sure first; corrections are not among them.

    Raises :class:`RegestaError` for a kind or verdict that there is none of.
    """
    table = StandingTable
    asked = (
        select(table.judgement_id, table.verdict, table.machine_number, table.person_number)
        .where(table.machine_number.is_not(None), *fitting(connection, wanted))
        .order_by(table.score, table.judgement_id)
        .limit(wanted.limit)
    )
    rows = connection.execute(asked).all()
    numbers = [number for row in rows for number in (row[2], row[3]) if number is not None]
    entries = _entries(connection, numbers)
    told = [entries[row.machine_number] for row in rows]
    sides = _sides(connection, told)
    known = opened(connection, {place.document for entry in told for place in entry.evidence})
    return [
        StandingRow(
            id=row.judgement_id,
            verdict=row.verdict,
            entry=(entry := entries[row.machine_number]),
            decision=entries.get(row.person_number) if row.person_number else None,
            subject=sides[entry.subject],
            object=sides[entry.object] if entry.object else None,
            evidence=tuple((place, known[place.document].cite(place.span)) for place in entry.evidence),
        )
        for row in rows
    ]


def proposals(ledger: Ledger, wanted: Judged = _ALL) -> list[StandingRow]:
    """Return the judgements of a ledger that fit; see :func:`standings`."""
    with looking(ledger.engine, ledger.path) as connection:
        return standings(connection, wanted)


def counted(ledger: Ledger, wanted: Judged = _ALL) -> int:
    """Return how many judgements fit, whatever the limit."""
    table = StandingTable
    with looking(ledger.engine, ledger.path) as connection:
        fits = (table.machine_number.is_not(None), *fitting(connection, wanted))
        return connection.scalar(select(func.count()).where(*fits)) or 0


def decisions(
    ledger: Ledger, *, orphaned: bool = False, newest: bool = False, first: int = 0, limit: int | None = None
) -> list[DecisionRow]:
    """Return the entries of persons in the order of the log, undone ones too; ``newest`` turns it round.

    ``orphaned`` keeps to the decisions that hold and that hang on something that is not found in
    the newest texts. ``first`` and ``limit`` cut a part out of the list.
    """
    table = JudgementTable
    last = None if limit is None else first + limit
    asked = select(table).where(table.verdict.in_(BY_PERSONS))
    asked = asked.order_by(table.number.desc() if newest else table.number)
    with looking(ledger.engine, ledger.path) as connection:
        if not orphaned:
            cut = asked.limit(limit).offset(first)
            return decided(connection, [entry_of(row._asdict()) for row in connection.execute(cut)])
        found: list[DecisionRow] = []
        entries = [entry_of(row._asdict()) for row in connection.execute(asked)]
        for some in bundles(entries):
            found += [row for row in decided(connection, some) if row.orphaned and row.stands]
            if last is not None and len(found) >= last:
                break
    return found[first:last]


def decided(connection: Connection, entries: Sequence[Entry]) -> list[DecisionRow]:
    """Return entries of persons with what has become of them."""
    sides = _sides(connection, entries)
    ids = list(dict.fromkeys(entry.judgement_id for entry in entries))
    valid = {number for some in steps(connection, ids).values() for number in in_force(some)}
    standing, holding = StandingTable, set()
    for some in bundles(ids):
        asked = select(standing.person_number).where(standing.judgement_id.in_(some))
        holding |= set(connection.scalars(asked))
    return [
        DecisionRow(
            entry=entry,
            state=_state(entry, valid, holding),
            subject=sides[entry.subject],
            object=sides[entry.object] if entry.object else None,
            stands=entry.number in holding,
        )
        for entry in entries
    ]


def _state(entry: Entry, valid: Collection[int], holding: Collection[int | None]) -> str:
    if entry.number not in valid:
        return "undone"
    return "holds" if entry.undoes is not None or entry.number in holding else "replaced"


def fitting(connection: Connection, wanted: Judged) -> list[ColumnElement[bool]]:
    """Return the conditions on a standing that narrow a list; see :class:`Judged`."""
    table = StandingTable
    fits: list[ColumnElement[bool]] = [table.kind != CORRECTION]
    if wanted.kind is not None:
        _known("kind of judgement", wanted.kind, KINDS)
        fits.append(table.kind == wanted.kind)
    if wanted.verdict is not None:
        _known("verdict", wanted.verdict, VERDICTS)
        fits.append(table.verdict == wanted.verdict)
    if wanted.below is not None:
        fits.append(table.score < wanted.below)
    if wanted.after is not None:
        score, id_ = wanted.after
        fits.append(or_(table.score > score, and_(table.score == score, table.judgement_id > id_)))
    if wanted.ids is not None:
        fits.append(table.judgement_id.in_(wanted.ids))
    if wanted.document is not None:
        ids = connection.scalars(select(DocumentTable.id).where(named(wanted.document))).all()
        versions = sorted({version for id_ in ids for version in chain(connection, id_)})
        fits.append(or_(table.subject_document.in_(versions), table.object_document.in_(versions)))
    if wanted.party is not None:
        fits.append(_of_party(wanted.party.upper()))
    return fits


def _known(what: str, word: str, words: Sequence[str]) -> None:
    if word not in words:
        raise RegestaError(f"There is no {what} {word!r}; they are {', '.join(words)}.")


def _of_party(code: str) -> ColumnElement[bool]:
    """A record of the party, as it is filed; the records of a party are looked up once, not for each row."""
    table, facet = StandingTable, FacetTable
    records = select(facet.document_id, facet.record_kind, facet.record_id).where(
        facet.facet == "party", facet.value == code
    )
    found: list[ColumnElement[bool]] = []
    for document, kind, record in (
        (table.subject_document, table.subject_kind, table.subject_record),
        (table.object_document, table.object_kind, table.object_record),
    ):
        found.append(tuple_(document, kind.concat("s"), record).in_(records))
        found.append((kind == "person") & record.startswith(f"{code}:", autoescape=True))
    return or_(*found)


def _entries(connection: Connection, numbers: Sequence[int]) -> dict[int, Entry]:
    table = JudgementTable
    return {
        row.number: entry_of(row._asdict())
        for some in bundles(sorted(set(numbers)))
        for row in connection.execute(select(table).where(table.number.in_(some)))
    }


def _sides(connection: Connection, entries: Iterable[Entry]) -> dict[Target, Side]:
    targets = list(dict.fromkeys(target for entry in entries for target in targets_of(entry)))
    found = find(connection, targets)
    known = opened(connection, {target.ref.document for target in targets})
    return {target: Side(target, _cite(known, target), found[target]) for target in targets}


def _cite(known: Mapping[str, Opened], target: Target) -> str:
    return known[target.ref.document].cite(target.span)

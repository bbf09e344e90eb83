"""Adding to the log of judgements. Every function runs inside the caller's transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, delete, func, or_, select

from regesta.ledger.asking import adding, asking, deleting, in_order
from regesta.ledger.entry import CORRECTION, Entry, Row, digest, entry_of, judgement_row, said_row, target_row
from regesta.ledger.fold import MACHINE, Standing, Step, fold, in_force
from regesta.ledger.judgement_tables import JudgementTable, StandingTable
from regesta.ledger.link_pending import mark
from regesta.ledger.overlays import refresh
from regesta.ledger.shelves import bundles
from regesta.ledger.targets import chain, targets_of
from regesta.model.corrections import checked
from regesta.model.finding import RegestaError
from regesta.model.judgement import Judgement, Ref, judgement_id

_SHORTEST = 4
_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Scope:
    """What the machine has looked at: documents, or the whole ledger where ``documents`` is None.

    A judgement lies within when every document that it speaks of does; or when its id is one of
    ``judgements``.
    """

    documents: frozenset[str] | None = None
    judgements: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Proposed:
    """How many proposals were added, and how many were withdrawn."""

    proposed: int
    withdrawn: int


def propose(
    connection: Connection, scope: Scope, judgements: Iterable[Judgement], by: str, now: str
) -> Proposed:
    """Add what is new in ``judgements``, and take back what within ``scope`` follows no more.

    ``judgements`` is all that the machine proposes within the scope. A proposal that stands with
    the same score, reason and evidence is not added again, so that a second call adds nothing.
    People's decisions are not touched. Raises :class:`RegestaError` for a record that is not held.
    """
    wanted = {judgement.id: judgement for judgement in judgements}
    refs = [ref for one in wanted.values() for ref in (one.subject, one.object) if ref is not None]
    targets = targets_of(connection, refs)
    rows = [
        {**judgement_row(one, targets[one.subject], targets[one.object] if one.object else None)}
        for one in wanted.values()
    ]
    standing = _machine_standing(connection, scope, wanted)
    new = [row for row in rows if standing.get(row["judgement_id"]) != ("proposed", digest(row))]
    gone = [id_ for id_, said in standing.items() if said[0] == "proposed" and id_ not in wanted]
    signed = {"by": by, "at": now, "note": None, "undoes": None}
    _append(connection, [{**row, **signed, "verdict": "proposed"} for row in new])
    for ids in bundles(gone):
        _append(
            connection,
            [{**said_row(one), **signed, "verdict": "withdrawn"} for one in _last(connection, ids, MACHINE)],
        )
    return Proposed(len(new), len(gone))


def decide(
    connection: Connection,
    ids: Sequence[str],
    verdict: Literal["accepted", "rejected"],
    by: str,
    now: str,
    note: str | None = None,
) -> list[int]:
    """Add a person's decision on each of these judgements; return the numbers of the entries.

    What the same person has decided so, and for the same reason, is not added again. Raises
    :class:`RegestaError` for an id that no judgement has, and for a correction.
    """
    numbers = []
    for id_ in dict.fromkeys(ids):
        entry = _last_of(connection, id_)
        if entry.kind == CORRECTION:
            raise RegestaError(f"{id_} is a correction; take it back with `regesta undo {id_}`.")
        held = _decision(connection, id_)
        if held is not None and (held.verdict, held.by, held.note) == (verdict, by, note):
            numbers.append(held.number)
            continue
        row = {**said_row(_newest_words(connection, entry)), "verdict": verdict}
        numbers += _append(connection, [{**row, "by": by, "at": now, "note": note, "undoes": None}])
    return numbers


def undo(connection: Connection, number: int, by: str, now: str, note: str | None = None) -> int:
    """Take back the entry of a person with this number, an undoing too; return the new entry's number.

    Raises :class:`RegestaError` when there is none, when it is a machine's, or when it was taken
    back already.
    """
    entry = entry_at(connection, number)
    if entry is None:
        raise RegestaError(f"There is no decision {number}; `regesta decisions` prints the numbers.")
    if entry.verdict in MACHINE:
        raise RegestaError(f"Entry {number} was made by {entry.by}; reject the proposal instead.")
    said = steps(connection, [entry.judgement_id])[entry.judgement_id]
    if number not in in_force(said):
        raise RegestaError(f"Decision {number} has been undone already; undo the undoing to bring it back.")
    row = {**said_row(entry), "verdict": "undone", "by": by, "at": now, "note": note, "undoes": number}
    [added] = _append(connection, [row])
    if entry.kind == CORRECTION:
        refresh(connection, chain(connection, entry.subject.ref.document))
    return added


def correct(
    connection: Connection,
    ref: Ref,
    field: str,
    value: str | None,
    by: str,
    now: str,
    note: str | None = None,
) -> int:
    """Add a person's value for a field of a record; return the number of the entry.

    The record is filed under the new value at once. What was read is kept as it was read. Raises
    :class:`RegestaError` when the kind has no such field or the value is none of the field's.
    """
    proper = checked(ref.kind, field, value)
    target = targets_of(connection, [ref])[ref]
    row = {
        "judgement_id": judgement_id(CORRECTION, ref, None, field),
        "kind": CORRECTION,
        **target_row("subject", target),
        **target_row("object", None),
        "value": proper,
        "field": field,
        "score": None,
        "why": "",
        "features": [],
        "evidence": [[ref.document, *target.span, target.quote]],
    }
    held = _decision(connection, row["judgement_id"])
    if held is not None and (held.value, held.by, held.note) == (proper, by, note):
        return held.number
    signed = {"verdict": "corrected", "by": by, "at": now, "note": note, "undoes": None}
    [number] = _append(connection, [{**row, **signed}])
    refresh(connection, chain(connection, ref.document))
    return number


def rebuild(connection: Connection) -> None:
    """Make the standings and the corrected values again from the log alone."""
    connection.execute(delete(StandingTable))
    ids = connection.scalars(select(JudgementTable.judgement_id).distinct()).all()
    for some in bundles(ids):
        _stand(connection, some)
    corrected = select(JudgementTable.subject_document).where(JudgementTable.kind == CORRECTION).distinct()
    for document in connection.scalars(corrected).all():
        refresh(connection, chain(connection, document))


def entry_at(connection: Connection, number: int) -> Entry | None:
    """Return the entry with this number, if there is one."""
    row = connection.execute(select(JudgementTable).where(JudgementTable.number == number)).first()
    return None if row is None else entry_of(row._asdict())


def id_of(connection: Connection, name: str) -> str:
    """Return the id of the one judgement whose id is ``name`` or begins so.

    Raises :class:`RegestaError` when there is none, or when there are several.
    """
    table = StandingTable
    fits = table.judgement_id == name
    if len(name) >= _SHORTEST:
        fits = or_(fits, table.judgement_id.startswith(name, autoescape=True))
    found = connection.scalars(select(table.judgement_id).where(fits).limit(_SHOWN + 1)).all()
    if not found:
        raise RegestaError(f"There is no judgement {name!r}; `regesta review --list` prints the ids.")
    if len(found) > 1 and name not in found:
        shown = ", ".join(found[:_SHOWN]) + (" …" if len(found) > _SHOWN else "")
        raise RegestaError(f"{name!r} fits several judgements: {shown}; say more of it.")
    return name if name in found else found[0]


def decision_number(connection: Connection, id_: str) -> int:
    """Return the number of the person's decision that holds for this judgement, else raise."""
    held = _decision(connection, id_)
    if held is None:
        raise RegestaError(f"Nobody has decided on {id_}; there is nothing to undo.")
    return held.number


def _machine_standing(
    connection: Connection, scope: Scope, wanted: Mapping[str, object]
) -> dict[str, tuple[str, str]]:
    """Return the machine's last word on what lies within the scope or is proposed now."""
    table = StandingTable
    asked = select(
        table.judgement_id, table.machine, table.machine_digest, table.subject_document, table.object_document
    ).where(table.machine.is_not(None))

    def rows(fits: ColumnElement[bool] | None = None) -> Iterable[Any]:
        return connection.execute(asked if fits is None else asked.where(fits))

    found: dict[str, tuple[str, str]] = {}
    if scope.documents is None:
        return {row[0]: (row[1], row[2]) for row in rows()}
    for documents in bundles(sorted(scope.documents)):
        for row in rows(table.subject_document.in_(documents)):
            if row[4] is None or row[4] in scope.documents:
                found[row[0]] = (row[1], row[2])
    named = asking(table.judgement_id, table.judgement_id, table.machine, table.machine_digest)
    for ids in bundles(sorted({*wanted, *scope.judgements} - found.keys())):
        said = connection.execute(named, {"some": ids})
        found |= {row[0]: (row[1], row[2]) for row in said if row[1] is not None}
    return found


def _newest_words(connection: Connection, entry: Entry) -> Entry:
    """Return the machine's last entry on the judgement where there is one, else ``entry`` itself."""
    said = _last(connection, [entry.judgement_id], MACHINE)
    return said[0] if said else entry


def _last_of(connection: Connection, id_: str) -> Entry:
    table = JudgementTable
    asked = select(table).where(table.judgement_id == id_).order_by(table.number.desc()).limit(1)
    row = connection.execute(asked).first()
    if row is None:
        raise RegestaError(f"There is no judgement {id_!r}; `regesta review --list` prints the ids.")
    return entry_of(row._asdict())


def _last(connection: Connection, ids: Sequence[str], verdicts: Collection[str]) -> list[Entry]:
    """Return of each judgement the last entry with one of these verdicts.

    The verdict is asked for in a form that keeps SQLite from looking through all entries of a verdict.
    """
    table = JudgementTable
    numbers = (
        select(func.max(table.number))
        .where(table.judgement_id.in_(ids), table.verdict.concat("").in_(verdicts))
        .group_by(table.judgement_id)
    )
    asked = select(table).where(table.number.in_(numbers)).order_by(table.number)
    return [entry_of(row._asdict()) for row in connection.execute(asked)]


def _decision(connection: Connection, id_: str) -> Entry | None:
    """Return the person's decision that holds for this judgement."""
    asked = select(StandingTable.person_number).where(StandingTable.judgement_id == id_)
    number = connection.scalar(asked)
    return None if number is None else entry_at(connection, number)


def _append(connection: Connection, rows: Sequence[Row]) -> list[int]:
    """Add entries to the log and bring their standings up to date; return their numbers.

    The documents that a person's entry speaks of are marked, so that the views follow it.
    """
    if not rows:
        return []
    first = (connection.scalar(select(func.max(JudgementTable.number))) or 0) + 1
    numbered = [{**row, "number": first + place} for place, row in enumerate(rows)]
    for some in bundles(numbered):
        connection.execute(adding(JudgementTable), some)
        _stand(connection, list(dict.fromkeys(row["judgement_id"] for row in some)))
    decided = [row for row in rows if row["verdict"] not in MACHINE]
    about = {row[name] for row in decided for name in ("subject_document", "object_document")} - {None}
    mark(connection, {version for document in about for version in chain(connection, document)})
    return [row["number"] for row in numbered]


def _stand(connection: Connection, ids: Sequence[str]) -> None:
    """Work out the standings of these judgements from their entries."""
    table = JudgementTable
    connection.execute(deleting(StandingTable.judgement_id), {"some": ids})
    asked = in_order(table.judgement_id, table, table.number)
    entries: dict[str, list[Row]] = defaultdict(list)
    for row in connection.execute(asked, {"some": ids}):
        entries[row.judgement_id].append(row._asdict())
    rows = [_standing_row(some, fold([_step(row) for row in some])) for some in entries.values()]
    if rows:
        connection.execute(adding(StandingTable), rows)


def _standing_row(entries: Sequence[Row], standing: Standing) -> Row:
    said = {row["number"]: row for row in entries}.get(standing.machine_number or 0)
    about = said or entries[-1]
    same = ("judgement_id", "kind", "subject_document", "subject_kind", "subject_record")
    other = ("object_document", "object_kind", "object_record")
    return {
        **{name: about[name] for name in (*same, *other)},
        "verdict": standing.verdict,
        "score": about["score"],
        "machine": standing.machine,
        "machine_number": standing.machine_number,
        "machine_digest": digest(said) if said else None,
        "person": standing.person,
        "person_number": standing.person_number,
    }


def steps(connection: Connection, ids: Sequence[str]) -> dict[str, list[Step]]:
    """Return the entries of these judgements as far as they count, in the order of the log."""
    table = JudgementTable
    found: dict[str, list[Step]] = defaultdict(list)
    asked = select(table.judgement_id, table.number, table.verdict, table.undoes).order_by(table.number)
    for some in bundles(ids):
        for row in connection.execute(asked.where(table.judgement_id.in_(some))):
            found[row.judgement_id].append(Step(row.number, row.verdict, row.undoes))
    return found


def _step(row: Row) -> Step:
    return Step(row["number"], row["verdict"], row["undoes"])

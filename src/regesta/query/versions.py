"""Addresses whose text has changed: the versions, the difference, and what hangs on the words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from regesta.ledger import Ledger
from regesta.ledger.connect import looking
from regesta.ledger.dossiers import dossiers
from regesta.ledger.entry import CORRECTION, Entry
from regesta.ledger.schema import DocumentTable
from regesta.ledger.targets import chain
from regesta.model.finding import Place, RegestaError
from regesta.model.links import Dossier
from regesta.model.versions import Change, Edit
from regesta.query.dossiers import dossier
from regesta.query.filters import Filters
from regesta.query.judged import Judged, Side, decisions, proposals
from regesta.query.load import bundles, document_rows
from regesta.query.lookup import document
from regesta.query.rows import DocumentRow
from regesta.query.whole import readings
from regesta.resolve.versions import compare


@dataclass(frozen=True, slots=True)
class Hanging:
    """A judgement or a person's decision that hangs on words of the earlier text.

    ``verdict`` is a person's (``accepted``, ``rejected``, ``corrected``), else the machine's.
    ``fate`` says how its record is found in the newest text (see ``ledger.targets``), ``why`` in a
    few words. ``by`` and ``at`` are those of the verdict.
    """

    id: str
    kind: str
    verdict: str
    value: str | None
    field: str | None
    by: str
    at: str
    note: str | None
    place: Place
    record: str
    fate: str
    why: str

    @property
    def orphaned(self) -> bool:
        """Whether the newest text has not the words or the record on which it hangs."""
        return self.fate in ("changed", "orphaned")


@dataclass(frozen=True, slots=True)
class EditRow:
    """Two texts of an address that follow each other, how they differ, and what hangs on each change.

    ``hanging`` runs beside the changes of ``edit``; ``whole`` hangs on the earlier text as a whole.
    """

    before: DocumentRow
    after: DocumentRow
    edit: Edit
    hanging: tuple[tuple[Hanging, ...], ...]
    whole: tuple[Hanging, ...]


def versions(ledger: Ledger, name: str | None = None) -> list[tuple[DocumentRow, ...]]:
    """Return the texts of each address that has several, the first version first, without their words.

    ``name`` narrows to the address of one document and then returns its one version too. Raises
    :class:`RegestaError` when it fits none, or several.
    """
    chosen = None if name is None else _named(ledger, name)
    with looking(ledger.engine, ledger.path) as connection:
        links = connection.execute(select(DocumentTable.id, DocumentTable.previous_id)).all()
        chains = _chains({row[0]: row[1] for row in links})
        kept = [one for one in chains if (len(one) > 1 if chosen is None else chosen in one)]
        ids = [id_ for one in kept for id_ in one]
        rows = {
            row.id: row
            for some in bundles(ids)
            for row in document_rows(connection, DocumentTable.id.in_(some))
        }
    found = [tuple(rows[id_] for id_ in one) for one in kept]
    return sorted(found, key=lambda one: (one[0].url or "", one[0].id))


def versions_of(ledger: Ledger, id_: str) -> tuple[DocumentRow, ...]:
    """Return the texts of the address of one document, the first version first; none where it is unknown."""
    with looking(ledger.engine, ledger.path) as connection:
        ids = chain(connection, id_)
        rows = {row.id: row for row in document_rows(connection, DocumentTable.id.in_(ids))}
    return tuple(rows[one] for one in ids if one in rows)


def edit_of(ledger: Ledger, before: DocumentRow, after: DocumentRow) -> EditRow:
    """Return how a text and the next of its address differ, and what hangs on each change."""
    with looking(ledger.engine, ledger.path) as connection:
        papers = dossiers(connection, (before.id, after.id))
    return _row(
        before, after, compare(papers[before.id], papers[after.id]), list(_hanging(ledger, before.id))
    )


def edits(ledger: Ledger, name: str | None = None) -> list[EditRow]:
    """Return each change of a text, in order of address and version, with what hangs on it.

    ``name`` narrows to the address of one document. Raises :class:`RegestaError` as ``versions``.
    """
    found = []
    for texts in versions(ledger, name):
        papers = [_dossier(ledger, row.id) for row in texts]
        hanging = list(_hanging(ledger, texts[0].id)) if len(texts) > 1 else []
        for (before, old), (after, new) in zip(
            zip(texts, papers, strict=True), zip(texts[1:], papers[1:], strict=True), strict=False
        ):
            found.append(_row(before, after, compare(old, new), hanging))
    return found


def _row(before: DocumentRow, after: DocumentRow, edit: Edit, hanging: Sequence[Hanging]) -> EditRow:
    on = tuple(_on(change, hanging) for change in edit.changes)
    whole = (one for one in hanging if one.place.document == before.id and not one.place.quote)
    return EditRow(before, after, edit, on, tuple(whole))


def _named(ledger: Ledger, name: str) -> str:
    row = document(ledger, name)
    if row is None:
        raise RegestaError(f"The ledger has no document {name!r}; `regesta documents` prints the ids.")
    return row.id


def _chains(previous: dict[str, str | None]) -> list[tuple[str, ...]]:
    after = {before: id_ for id_, before in previous.items() if before is not None}
    found = []
    for first in sorted(id_ for id_, before in previous.items() if before is None):
        texts = [first]
        while texts[-1] in after:
            texts.append(after[texts[-1]])
        found.append(tuple(texts))
    return found


def _dossier(ledger: Ledger, id_: str) -> Dossier:
    return next(dossier(*found) for found in readings(ledger, Filters(document=id_)) if found[0].id == id_)


def _hanging(ledger: Ledger, document_id: str) -> Iterator[Hanging]:
    """Yield what hangs on any text of an address: what is judged of it, and the decisions that hold."""
    rows = proposals(ledger, Judged(document=document_id))
    for row in rows:
        for side in (row.subject, row.object):
            if side is not None:
                yield _of(side, row.decision or row.entry)
    judged = {row.id for row in rows}
    for decision in decisions(ledger):
        entry = decision.entry
        known = entry.judgement_id in judged and entry.kind != CORRECTION
        if decision.state == "holds" and entry.undoes is None and not known:
            yield from (_of(side, entry) for side in decision.sides)


def _of(side: Side, entry: Entry) -> Hanging:
    target, found = side.target, side.found
    return Hanging(
        id=entry.judgement_id,
        kind=entry.kind,
        verdict=entry.verdict,
        value=entry.value,
        field=entry.field,
        by=entry.by,
        at=entry.at,
        note=entry.note,
        place=Place(target.ref.document, target.span, target.quote),
        record=target.ref.id,
        fate=found.fate,
        why=found.why,
    )


def _on(change: Change, hanging: Sequence[Hanging]) -> tuple[Hanging, ...]:
    old = change.old
    if old is None:
        return ()
    return tuple(
        one for one in hanging if one.place.document == old.document and one.place.span.overlaps(old.span)
    )

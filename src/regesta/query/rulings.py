"""What people have decided, as the resolver must keep to it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from sqlalchemy import Connection, select

from regesta.ledger.entry import CORRECTION, Entry, entry_of
from regesta.ledger.judgement_tables import JudgementTable, StandingTable
from regesta.ledger.targets import Found, chain, find
from regesta.ledger.targets import targets_of as words_of
from regesta.model.judgement import SYMMETRIC, Correction, Ref, Rulings, Target, judgement_id
from regesta.query.load import bundles


def rulings(connection: Connection, documents: Collection[str] | None = None) -> Rulings:
    """Return the decisions of people that hold.

    Beside the records as they were when it was decided stand those that are found in their place
    now, in the same document and in its newest version. ``documents`` narrows to decisions that
    hang on one of these or on another version of one.
    """
    entries = _holding(connection, documents)
    found = find(connection, {target for entry in entries for target in targets_of(entry)})
    ids: dict[str, set[str]] = {"accepted": set(), "rejected": set()}
    pairs: dict[str, set[tuple[Ref, Ref]]] = {"accepted": set(), "rejected": set()}
    corrections: list[Correction] = []
    for entry in entries:
        if entry.kind == CORRECTION:
            corrections += _corrections(connection, entry, found[entry.subject])
            continue
        for subject, other in _stands(entry, found):
            ids[entry.verdict].add(judgement_id(entry.kind, subject, other, entry.value))
            if other is not None and entry.kind in SYMMETRIC:
                first, second = sorted((subject, other))
                pairs[entry.verdict].add((first, second))
    return Rulings(
        accepted=frozenset(ids["accepted"]),
        rejected=frozenset(ids["rejected"]),
        together=frozenset(pairs["accepted"]),
        apart=frozenset(pairs["rejected"]),
        corrections=tuple(dict.fromkeys(corrections)),
    )


def targets_of(entry: Entry) -> tuple[Target, ...]:
    """Return what an entry hangs on: its subject, and its object where it has one."""
    return (entry.subject, entry.object) if entry.object else (entry.subject,)


def _holding(connection: Connection, documents: Collection[str] | None) -> list[Entry]:
    """Return the person's entry that holds of every judgement that has one, in order of the log.

    The numbers are asked for first and the entries by them: a log has many entries, few of them people's.
    """
    log = JudgementTable
    found: list[Entry] = []
    for some in bundles(sorted(_numbers(connection, documents))):
        asked = select(log).where(log.number.in_(some)).order_by(log.number)
        found += [entry_of(row._asdict()) for row in connection.execute(asked)]
    return found


def _numbers(connection: Connection, documents: Collection[str] | None) -> set[int]:
    """Return the numbers of the entries by which a person's word holds, of these documents or of all."""
    standing = StandingTable
    asked = select(standing.person_number).where(
        standing.person.in_(("accepted", "rejected", "corrected")), standing.person_number.is_not(None)
    )
    if documents is None:
        return {number for number in connection.scalars(asked) if number is not None}
    versions = {version for id_ in documents for version in chain(connection, id_)}
    return {
        number
        for some in bundles(sorted(versions))
        for about in (standing.subject_document.in_(some), standing.object_document.in_(some))
        for number in connection.scalars(asked.where(about))
        if number is not None
    }


def _stands(entry: Entry, found: Mapping[Target, Found]) -> Iterator[tuple[Ref, Ref | None]]:
    """Yield the records that the judgement is about: as decided, as read now, in the newest versions."""
    subject = found[entry.subject]
    yield entry.subject.ref, entry.object.ref if entry.object else None
    if entry.object is None:
        yield from ((one, None) for one in (subject.here, subject.now) if one is not None)
        return
    other = found[entry.object]
    for one, two in ((subject.here, other.here), (subject.now, other.now)):
        if one is not None and two is not None and one != two:
            yield one, two


def _corrections(connection: Connection, entry: Entry, found: Found) -> Iterator[Correction]:
    """Yield the correction for every record that it lies on, with the record's own words."""
    refs = {ref for ref in (found.here, found.newer) if ref is not None}
    targets = words_of(connection, refs)
    yield from (Correction(targets[ref], entry.field or "", entry.value) for ref in sorted(refs))

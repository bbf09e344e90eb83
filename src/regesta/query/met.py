"""The meetings of the register: their mentions in the documents asked for, and what their dates rest on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection

from regesta.model.edtf import bounds
from regesta.model.judgement import Ref
from regesta.model.links import Joined
from regesta.query.came import cited, ref_of
from regesta.query.dates import in_words, inferred
from regesta.query.filters import Filters
from regesta.query.headed import may_lie_in
from regesta.query.joined import members_of, mentions
from regesta.query.links import meetings, years_rest_on
from regesta.query.load import Texts
from regesta.query.rows import Cited, MeetingRow, Within


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to the register: the filters without their days, and what they ask of documents."""

    connection: Connection
    filters: Filters
    days: tuple[str | None, str | None]
    about: ColumnElement[bool]
    texts: Texts


@dataclass(frozen=True, slots=True)
class Met:
    """A meeting with the mentions of it that are shown; ``joined`` where the views hold it."""

    rows: tuple[MeetingRow, ...]
    joined: Joined | None


def met_by(asked: Asked, heads: set[Ref]) -> list[Met]:
    """Return the meetings of which ``heads`` are mentions, as all documents asked for tell of them."""
    members = members_of(asked.connection, {ref.document for ref in heads})
    groups = {id_: refs for id_, refs in members.items() if not heads.isdisjoint(refs)}
    known = {one.id: one for one in meetings(asked.connection, groups)}
    narrow = asked.filters.document is None and asked.filters.publisher is None
    kept = {id_ for id_, one in known.items() if not narrow or may_lie_in(one, asked.days)}
    joined = {ref for refs in groups.values() for ref in refs}
    wanted = [ref for id_ in sorted(kept) for ref in groups[id_] if ref.kind == "meeting"]
    rows = {
        ref_of(row): row
        for row in mentions(asked.connection, [*wanted, *sorted(heads - joined)], asked.about, asked.texts)
    }
    found = [Met(tuple(rows[ref] for ref in groups[id_] if ref in rows), known[id_]) for id_ in sorted(kept)]
    found += [Met((rows[ref],), None) for ref in sorted(heads - joined) if ref in rows]
    return [one for one in found if one.rows]


def because_of(asked: Asked, met: Iterable[Met]) -> dict[str, tuple[Cited, ...]]:
    """Return the words on which the date of a meeting rests where no document about it has it whole, by id.

    Where no other mention of it lends its year, they are those that gave the year to its document.
    """
    dated = {
        one.joined.id: one.joined.dated.because
        for one in met
        if one.joined is not None and (inferred(one.joined.dated.basis) or _undated(one))
    }
    alone = {id_: because[0].document for id_, because in dated.items() if len(because) == 1}
    years = years_rest_on(asked.connection, alone.values())
    dated |= {id_: years[document][:2] for id_, document in alone.items() if document in years}
    texts = asked.texts.of(place.document for because in dated.values() for place in because)
    return {id_: cited(texts, because) for id_, because in dated.items()}


def _undated(met: Met) -> bool:
    return not any(row.record.when and bounds(row.record.when) for row in met.rows)


def visits_around(asked: Asked, met: Iterable[Met]) -> dict[str, Within]:
    """Return the visits that contain these meetings, by id."""
    ids = {one.joined.within for one in met if one.joined is not None and one.joined.within}
    visits = meetings(asked.connection, ids)
    return {one.id: Within(one.id, in_words(one.dated.when, one.dated.basis)) for one in visits}

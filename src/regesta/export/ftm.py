"""FollowTheMoney entities of a whole ledger: JSON Lines, an entity a line.

Documents come first with their notes and mentions, then the meetings. Parties, publishers and persons
stand where they are first needed; of them the ids alone are kept, so that each is written once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from regesta import query
from regesta.export import ftm_entities as ftm
from regesta.export.forms import Source
from regesta.export.ftm_entities import Entity
from regesta.export.jsonl import json_line
from regesta.export.parties import parties_with
from regesta.export.references import address_of
from regesta.model.records import Actor
from regesta.query import CitedDocument, RecordRow
from regesta.query.bearing import Named, bearers_of, names_in, persons
from regesta.query.chosen import Choice
from regesta.query.told import ToldMeeting, told_meetings
from regesta.query.voice import named_in

_BUNDLE = 200


def lines(source: Source) -> Iterator[str]:
    """Yield the entities, a line each."""
    with query.choice(source.ledger, source.filters) as chosen:
        for one in _Entities(source, chosen).every():
            yield json_line(one)


class _Entities:
    """The entities of what is chosen, each once."""

    def __init__(self, source: Source, chosen: Choice) -> None:
        self._source, self._chosen = source, chosen
        self._parties = parties_with(source.packs)
        self._seen: set[str] = set()

    def every(self) -> Iterator[Entity]:
        """Yield all entities."""
        papers = query.cited_documents(self._chosen)
        while some := list(islice(papers, _BUNDLE)):
            names = {name for one in some for name in names_in(one.rows).values()}
            known = bearers_of(self._chosen.connection, names)
            for one in some:
                yield from self._document(one, known)
        meetings = told_meetings(self._chosen)
        while told := list(islice(meetings, _BUNDLE)):
            known = bearers_of(
                self._chosen.connection, {name for met in told for name in names_in(met.rows).values()}
            )
            for met in told:
                yield from self._meeting(met, known)

    def _document(self, one: CitedDocument, bearers: Mapping[Named, str]) -> Iterator[Entity]:
        row = one.document
        yield ftm.of_document(row, self._parties, address_of(self._source, row.id))
        yield from self._codes([code for code in (row.side, row.counterpart) if code])
        if row.publisher and self._new(ftm.publisher_id(row)):
            yield ftm.of_publisher(row, self._parties)
        named = names_in(one.rows)
        known = {actor: bearers.get(name) for actor, name in named.items()}
        yield from self._persons(id_ for id_ in known.values() if id_)
        for actor in {name: actor for actor, name in named.items()}.values():
            yield ftm.of_mention(row, actor, known[actor], self._parties)
        for note in one.rows:
            if note.kind != "meeting":
                yield from self._note(one, note, known)

    def _note(
        self, one: CitedDocument, row: RecordRow[Any], known: Mapping[Actor, str | None]
    ) -> Iterator[Entity]:
        actors = [actor for _, actor in named_in(row)]
        codes = [*getattr(row.record, "who", ())] if row.kind == "commitment" else []
        codes += [actor.country for actor in actors if actor.country and not known.get(actor)]
        codes += [row.record.side] if row.kind == "term" and row.record.side else []
        yield from self._codes(codes)
        about = [id_ for actor in actors if (id_ := known.get(actor))]
        heading = self._meeting_above(one, row)
        others = [actor.name for actor in actors if actor.kind == "person" and not known.get(actor)]
        concerned = [*about, *(ftm.state_id(code) for code in codes), *([heading] if heading else [])]
        yield ftm.of_record(one, row, concerned, others, self._parties)

    def _meeting_above(self, one: CitedDocument, row: RecordRow[Any]) -> str | None:
        """Return the meeting under which a record is filed, where that is chosen too."""
        above = {other.id for other in one.rows if other.kind == "meeting"}
        return one.joined.get(row.heading_id) if row.heading_id in above and row.heading_id else None

    def _meeting(self, met: ToldMeeting, bearers: Mapping[Named, str]) -> Iterator[Entity]:
        people = names_in(met.rows)
        ids = [bearers[name] for name in people.values() if name in bearers]
        others = [actor.name for actor, name in people.items() if name not in bearers]
        yield from self._persons(ids)
        yield from self._codes(met.joined.parties)
        involved = [*(ftm.state_id(code) for code in met.joined.parties), *ids]
        yield ftm.of_event(met, involved, others, self._parties)
        yield from (ftm.of_telling(met, row) for row in met.rows)

    def _persons(self, ids: Iterable[str]) -> Iterator[Entity]:
        new = [id_ for id_ in sorted(set(ids)) if self._new(id_)]
        for person in persons(self._chosen.connection, new) if new else ():
            for made in ftm.of_person(person, self._parties):
                if made["schema"] == "Person" or self._new(made["id"]):
                    yield made

    def _codes(self, codes: Iterable[str]) -> Iterator[Entity]:
        for code in sorted(set(codes)):
            if self._new(ftm.state_id(code)):
                yield ftm.of_party(code, self._parties)

    def _new(self, id_: str) -> bool:
        new = id_ not in self._seen
        self._seen.add(id_)
        return new

"""The chosen meetings across documents, each with the records that tell of it, for forms that stream."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from regesta.model.judgement import Ref
from regesta.model.links import Joined
from regesta.model.records import Meeting
from regesta.query.chosen import Choice, ChosenMeeting
from regesta.query.joined import mentions
from regesta.query.rows import MeetingRow

_BUNDLE = 100
_STATUSES = {"held": 0, "not_held": 1, "planned": 2, "referenced": 3}


@dataclass(frozen=True, slots=True)
class ToldMeeting:
    """A meeting across documents with the chosen records of it, in the order of its mentions.

    ``occasions`` are records of other meetings that were held on the occasion of this one. One of the
    two has a row.
    """

    joined: Joined
    rows: tuple[MeetingRow, ...]
    occasions: tuple[MeetingRow, ...]

    @property
    def best(self) -> MeetingRow:
        """The record that tells most: of what its document is about, reported rather than planned.

        Where there is none, what stands for one: the words that name the occasion, and nothing else.
        """
        if self.rows:
            return min(self.rows, key=lambda row: (not row.record.main, _STATUSES[row.record.status]))
        return self._occasion()

    @property
    def whole(self) -> MeetingRow:
        """The record that tells most, with what holds of the meeting across documents in its fields."""
        one, best = self.joined, self.best
        record = replace(
            best.record,
            when=one.dated.when,
            when_basis=one.dated.basis,
            format=one.format,
            medium=one.medium,
            status=one.status,
            parties=one.parties,
            place=one.place,
            country=one.country,
        )
        return replace(best, record=record)

    def _occasion(self) -> MeetingRow:
        named = {row.document.id: row for row in self.occasions}
        place = next((one for one in self.joined.places if one.document in named), None)
        row = named[place.document] if place else self.occasions[0]
        span, quote = (place.span, place.quote) if place else (row.span, row.quote)
        joined = self.joined
        bare = Meeting(
            joined.id, span, False, joined.format, joined.medium, joined.status, None, None, None, None, None
        )
        return replace(row, record=bare, span=span, quote=quote, corrections=())


def told_meetings(choice: Choice) -> Iterator[ToldMeeting]:
    """Yield the chosen meetings in order of date, a bundle at a time."""
    found = choice.meetings()
    while some := list(islice(found, _BUNDLE)):
        refs = dict.fromkeys(Ref(ref.document, "meeting", ref.id) for met in some for ref in met.mentions)
        rows = {(row.document.id, row.id): row for row in mentions(choice.connection, list(refs))}
        yield from (_told(met, rows) for met in some)


def _told(met: ChosenMeeting, rows: Mapping[tuple[str, str | None], MeetingRow]) -> ToldMeeting:
    split: dict[str, list[MeetingRow]] = {"meeting": [], "occasion": []}
    for ref in met.mentions:
        split[ref.kind].append(rows[ref.document, ref.id])
    return ToldMeeting(met.joined, tuple(split["meeting"]), tuple(split["occasion"]))

"""An event that a text names only as the occasion of something else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from regesta.model.finding import Place
from regesta.model.judgement import Ref
from regesta.model.links import Dossier
from regesta.model.span import Span
from regesta.resolve.blocks import cells
from regesta.resolve.days import gap
from regesta.resolve.mention import Mention
from regesta.rules.resolve import content_stems

_SHARED = 3
_NEAR = 3


@dataclass(frozen=True, slots=True)
class Occasion:
    """Words that name an occasion: where they stand, their stems, and the meeting held on it."""

    ref: Ref
    place: Place
    stems: frozenset[str]
    host: Ref


def occasions(dossier: Dossier, told: Sequence[Mention]) -> Iterator[Occasion]:
    """Yield the words that name an occasion of a meeting, where they stand in the text after it."""
    hosts = {mention.ref.id: mention.ref for mention in told}
    for meeting in dossier.records.meetings:
        start = dossier.text.find(meeting.occasion, meeting.span.start) if meeting.occasion else -1
        if meeting.occasion and start >= 0:
            place = Place(dossier.id, Span(start, start + len(meeting.occasion)), meeting.occasion)
            ref = Ref(dossier.id, "occasion", meeting.id)
            yield Occasion(ref, place, content_stems(meeting.occasion), hosts[meeting.id])


def settle(occasions: Iterable[Occasion], groups: Sequence[Sequence[Mention]]) -> dict[Ref, list[Occasion]]:
    """Return, by one mention of it, the meetings that occasions speak of.

    An occasion speaks of a meeting of other documents that shares at least three telling words with
    it, has its parties in common with the meeting held on that occasion, and falls into the same days.
    """
    near: dict[str, list[Sequence[Mention]]] = {}
    hosts: dict[Ref, Mention] = {}
    for group in groups:
        hosts |= {mention.ref: mention for mention in group}
        for cell in sorted({cell for mention in group for cell in cells(mention)}):
            near.setdefault(cell, []).append(group)
    found: dict[Ref, list[Occasion]] = {}
    for occasion in occasions:
        host = hosts.get(occasion.host)
        if host is None:
            continue
        rivals = {id(group): group for cell in cells(host) for group in near.get(cell, ())}
        fitting = [
            (-shared, group[0].order, group)
            for group in rivals.values()
            if (shared := _shared(occasion, group)) >= _SHARED and _near(host, group)
        ]
        fitting.sort(key=lambda entry: entry[:2])
        if fitting and (len(fitting) == 1 or fitting[1][0] > fitting[0][0]):
            found.setdefault(fitting[0][2][0].ref, []).append(occasion)
    return found


def _shared(occasion: Occasion, group: Sequence[Mention]) -> int:
    """Return how many telling words an occasion shares with a meeting that its own text does not tell of."""
    if any(mention.ref.document == occasion.place.document for mention in group):
        return 0
    return max(len(occasion.stems & mention.around) for mention in group)


def _near(host: Mention, group: Sequence[Mention]) -> bool:
    meets = any(mention.parties & host.parties for mention in group)
    days = any(m.window and host.window and gap(m.window, host.window) <= _NEAR for m in group)
    return meets and days

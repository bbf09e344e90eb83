"""An event that a text names only as the occasion of something else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from regesta.model.finding import Place
from regesta.model.judgement import Ref
from regesta.model.links import Dossier
from regesta.model.span import Span
from regesta.resolve.days import gap, shifted
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
    host: Mention


def occasions(dossier: Dossier, told: Sequence[Mention]) -> Iterator[Occasion]:
    """Yield the words that name an occasion of a meeting, where they stand in the text after it."""
    hosts = {mention.ref.id: mention for mention in told}
    for meeting in dossier.records.meetings:
        start = dossier.text.find(meeting.occasion, meeting.span.start) if meeting.occasion else -1
        if meeting.occasion and start >= 0:
            place = Place(dossier.id, Span(start, start + len(meeting.occasion)), meeting.occasion)
            ref = Ref(dossier.id, "occasion", meeting.id)
            yield Occasion(ref, place, content_stems(meeting.occasion), hosts[meeting.id])


def settle(occasions: Iterable[Occasion], groups: Sequence[Sequence[Mention]]) -> dict[Ref, list[Occasion]]:
    """Return, by one mention of it, the meetings that occasions speak of.

    An occasion speaks of a meeting of other documents that shares at least three telling words with
    it, has a party in common with the meeting held on that occasion, and falls into the same days.
    """
    near = _by_party_and_year(groups)
    found: dict[Ref, list[Occasion]] = {}
    for occasion in occasions:
        host = occasion.host
        rivals = {id(group): group for key in _keys(host) for group in near.get(key, ())}
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


def _by_party_and_year(groups: Sequence[Sequence[Mention]]) -> dict[tuple[str, str], list[Sequence[Mention]]]:
    found: dict[tuple[str, str], list[Sequence[Mention]]] = {}
    for group in groups:
        for key in sorted({key for mention in group for key in _keys(mention)}):
            found.setdefault(key, []).append(group)
    return found


def _keys(mention: Mention) -> set[tuple[str, str]]:
    """Return the parties and years under which a mention stands; days near a year's end count for both."""
    if mention.window is None:
        return set()
    ends = shifted(mention.window[0], -_NEAR), shifted(mention.window[1], _NEAR)
    return {(party, day[:4]) for party in mention.parties for day in ends}


def _near(host: Mention, group: Sequence[Mention]) -> bool:
    meets = any(mention.parties & host.parties for mention in group)
    days = any(m.window and host.window and gap(m.window, host.window) <= _NEAR for m in group)
    return meets and days

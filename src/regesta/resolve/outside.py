"""An event that a text names only as the occasion of something else."""

from __future__ import annotations

from dataclasses import dataclass

from regesta.model.finding import Place
from regesta.model.judgement import Ref
from regesta.resolve.days import gap
from regesta.resolve.mention import Mention

_SHARED = 3
_NEAR = 3


@dataclass(frozen=True, slots=True)
class Occasion:
    """Words that name an occasion: where they stand, their stems, and the meeting held on it."""

    ref: Ref
    place: Place
    stems: frozenset[str]
    host: Mention


def settle(
    occasions: list[Occasion], groups: list[list[Mention]], stems: dict[Ref, frozenset[str]]
) -> dict[Ref, list[Occasion]]:
    """Return, by one mention of it, the meetings that occasions speak of.

    An occasion speaks of a meeting of other documents that shares at least three telling words with
    it, has a party in common with the meeting held on that occasion, and falls into the same days.
    """
    found: dict[Ref, list[Occasion]] = {}
    for occasion in occasions:
        host = occasion.host
        fitting = []
        for group in groups:
            if host in group or any(m.ref.document == occasion.place.document for m in group):
                continue
            shared = max(len(occasion.stems & stems.get(m.ref, frozenset())) for m in group)
            if shared >= _SHARED and _near(host, group):
                fitting.append((-shared, group[0].order, group))
        if fitting:
            best = min(fitting, key=lambda entry: entry[:2])
            if len(fitting) == 1 or sorted(entry[0] for entry in fitting)[1] > best[0]:
                found.setdefault(best[2][0].ref, []).append(occasion)
    return found


def _near(host: Mention, group: list[Mention]) -> bool:
    meets = any(mention.parties & host.parties for mention in group)
    days = any(m.window and host.window and gap(m.window, host.window) <= _NEAR for m in group)
    return meets and days

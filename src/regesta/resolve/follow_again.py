"""Promises affirmed and requests made once more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from regesta.model.judgement import Feature, Judgement, Ref
from regesta.resolve.follow_link import Link
from regesta.resolve.mention import Mention
from regesta.resolve.promise import Promise
from regesta.resolve.spoken import both_ways
from regesta.resolve.traces import horizon


class Again:
    """Promises affirmed and requests made once more, by the words and meetings that they share."""

    def __init__(self, promises: Sequence[Promise]) -> None:
        """Index the promises by dyad, kind and the stems of their own words."""
        self._of_dyad: dict[tuple[frozenset[str], str, str], list[Promise]] = defaultdict(list)
        for promise in promises:
            for stem in promise.own:
                self._of_dyad[promise.dyad, promise.ref.kind, stem].append(promise)

    def events(
        self, promise: Promise, aimed: dict[Ref, list[Promise]], of: dict[Ref, Sequence[Mention]]
    ) -> list[Link]:
        """Return the later promises or requests that say the same again."""
        near = {p.ref: p for stem in promise.own for p in self._of_dyad[promise.dyad, promise.ref.kind, stem]}
        for aim in promise.aims:
            if aim in of:
                near |= {p.ref: p for p in aimed.get(of[aim][0].ref, ())}
        found, end = [], horizon(promise)
        for ref in sorted(near):
            later = near[ref]
            if (
                promise.known < later.known <= end
                and later.ref.document != promise.ref.document
                and self._same(promise, later, of)
            ):
                found.append(_again(promise, later))
        return sorted(found, key=lambda link: (link.start, link.judgement.id))

    def repeat(self, promise: Promise) -> bool:
        """Say whether one of the promises says a promise again in its own words."""
        end = horizon(promise)
        return any(
            promise.known < later.known <= end
            and later.ref.document != promise.ref.document
            and self._same(promise, later, {})
            for stem in promise.own
            for later in self._of_dyad.get((promise.dyad, promise.ref.kind, stem), ())
        )

    def _same(self, one: Promise, other: Promise, of: dict[Ref, Sequence[Mention]]) -> bool:
        mine = {of[aim][0].ref for aim in one.aims if aim in of}
        if mine & {of[aim][0].ref for aim in other.aims if aim in of}:
            return True
        if not one.who & other.who or (one.topics and other.topics and not one.topics & other.topics):
            return False
        shared = one.own & other.own
        return len(shared) >= 2 and len(shared) / min(len(one.own), len(other.own)) >= 0.6


def _again(promise: Promise, later: Promise) -> Link:
    asked = promise.ref.kind == "request"
    judgement = Judgement(
        kind="asked_again" if asked else "reaffirmed",
        subject=promise.ref,
        object=later.ref,
        value=None,
        score=0.8,
        why="A later text asks for the same." if asked else "A later text affirms the same undertaking.",
        features=(
            Feature(
                "own_words", 0.8, both_ways(promise.place.quote, later.place.quote, promise.own & later.own)
            ),
        ),
        evidence=(promise.place, later.place),
    )
    status = "asked_again" if asked else "reaffirmed"
    return Link(judgement, later.known, status, None, later.side, later.joint)

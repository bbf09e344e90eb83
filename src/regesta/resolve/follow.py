"""What came of promises and requests: later words beside earlier ones, and a dated history."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from regesta.model.judgement import Judgement, Ref, Rulings
from regesta.model.links import Followed
from regesta.resolve.follow_again import Again
from regesta.resolve.follow_meetings import at_meetings, by_aim
from regesta.resolve.follow_signs import Signs
from regesta.resolve.history import history
from regesta.resolve.mention import Mention
from regesta.resolve.promise import Promise, Sign
from regesta.resolve.slips import with_heir


def followed(
    promises: Sequence[Promise], signs: Sequence[Sign], groups: Iterable[Sequence[Mention]],
    put_off: dict[Ref, Mention], rulings: Rulings,
    only: frozenset[str] | None = None,
) -> list[tuple[Followed, list[Judgement]]]:  # fmt: skip
    """Return each promise and request with its history, and the judgements on which that rests.

    ``put_off`` names, by the mention of a plan that failed, the plan that took its place.
    With ``only`` the histories of these documents' promises alone are worked out.
    """
    of = {mention.ref: group for group in groups for mention in group}
    aimed = by_aim(promises, of)
    index = Signs(signs)
    again = Again(promises)
    found = []
    by_document: dict[str, list[Promise]] = defaultdict(list)
    for promise in promises:
        by_document[promise.ref.document].append(promise)
    wanted = [promise for promise in promises if only is None or promise.ref.document in only]
    for promise in sorted(wanted, key=lambda one: (one.known, one.ref)):
        links = at_meetings(promise, of, put_off, aimed)
        for link in index.links(promise):
            there = by_document.get(link.judgement.evidence[-1].document, ())
            links.append(with_heir(link, promise, there))
        links = [link for link in links if link.judgement.id not in rulings.rejected]
        events = [e for e in again.events(promise, aimed, of) if e.judgement.id not in rulings.rejected]
        made = history(promise, links, events, of)
        found.append((made, [link.judgement for link in (*links, *events)]))
    return found

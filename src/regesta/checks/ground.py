"""What the checks look at: all documents of a ledger, and what holds across them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from regesta.model.finding import Place
from regesta.model.judgement import Ref
from regesta.model.links import Dossier, Joined, Links
from regesta.model.versions import Edit
from regesta.resolve.mention import Mention, mentions

_TOLD = ("held", "referenced")


@dataclass(frozen=True, slots=True)
class Ground:
    """Documents in order of date, with everything that holds across them.

    ``as_of`` is the day up to which windows are looked at, None where no date is known. ``edits``
    are the pages that were read again with other words. ``mentions`` are the meetings that the
    documents name, ``years`` the years that other documents give to those that have none.
    """

    dossiers: tuple[Dossier, ...]
    links: Links
    as_of: str | None
    edits: tuple[Edit, ...]
    mentions: Mapping[Ref, Mention]
    years: Mapping[str, int]

    def of(self, joined: Joined) -> list[Mention]:
        """Return the mentions of a meeting, in order of publication."""
        return [self.mentions[ref] for ref in joined.members if ref in self.mentions]

    def told(self, joined: Joined) -> list[Mention]:
        """Return the mentions that tell of a meeting as held or as having taken place earlier."""
        return [mention for mention in self.of(joined) if mention.meeting.status in _TOLD]


def ground(
    dossiers: Iterable[Dossier], links: Links, as_of: str | None = None, edits: Iterable[Edit] = ()
) -> Ground:
    """Lay the ground for the checks; ``links`` must be those of ``dossiers``.

    Without ``as_of`` it is the day on which the newest of the documents was published.
    """
    papers = tuple(dossiers)
    years = {one.subject.document: int(one.value) for one in links.years if one.value}
    known = [mention for paper in papers for mention in mentions(paper, years.get(paper.id))]
    published = [paper.document.published for paper in papers if paper.document.published]
    return Ground(
        dossiers=papers,
        links=links,
        as_of=as_of or max(published, default=None),
        edits=tuple(edits),
        mentions={mention.ref: mention for mention in known},
        years=years,
    )


def distinct(places: Iterable[Place]) -> tuple[Place, ...]:
    """Return each place once, in the order given."""
    return tuple(dict.fromkeys(places))

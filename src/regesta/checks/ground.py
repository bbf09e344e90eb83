"""What the checks look at: all documents of a ledger, and what holds across them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from regesta.checks.known import Pair, lengths_in, pairs_of, stays_of
from regesta.model.finding import Place
from regesta.model.judgement import Ref
from regesta.model.links import Dossier, Joined, Links
from regesta.model.versions import Edit
from regesta.resolve.days import Window
from regesta.resolve.mention import Mention, mentions

_TOLD = ("held", "referenced")


@dataclass(frozen=True, slots=True)
class Ground:
    """Documents in order of date, with everything that holds across them.

    ``as_of`` is the day up to which windows are looked at, None where no date is known. ``edits``
    are the pages that were read again with other words. ``mentions`` are the meetings that the
    documents name, ``years`` the years that other documents give to those that have none. ``lengths``
    are the minutes that documents give meetings, ``published`` the days on which the documents about
    two states came out, ``stays`` the days of meetings told of, by host country and party.

    A ground may hold a part of a ledger: of its documents for what is asked of each alone, of its
    meetings and promises for what is asked across them. ``published`` and ``stays`` must then be whole,
    ``mentions`` and ``lengths`` those of the part, and a series of meetings must not be cut in two.
    """

    dossiers: tuple[Dossier, ...]
    links: Links
    as_of: str | None
    edits: tuple[Edit, ...]
    mentions: Mapping[Ref, Mention]
    years: Mapping[str, int]
    lengths: Mapping[Ref, int]
    published: Mapping[Pair, Mapping[str, str]]
    stays: Mapping[Pair, Sequence[Window]]

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
    days = [paper.document.published for paper in papers if paper.document.published]
    published: dict[Pair, dict[str, str]] = defaultdict(dict)
    for paper in papers:
        for pair in pairs_of(paper) if paper.document.published else ():
            published[pair][paper.id] = paper.document.published or ""
    stays: dict[Pair, list[Window]] = defaultdict(list)
    for joined in links.meetings:
        for where, window in stays_of(joined):
            stays[where].append(window)
    return Ground(
        dossiers=papers,
        links=links,
        as_of=as_of or max(days, default=None),
        edits=tuple(edits),
        mentions={mention.ref: mention for mention in known},
        years=years,
        lengths={ref: minutes for paper in papers for ref, minutes in lengths_in(paper)},
        published=published,
        stays=stays,
    )


def distinct(places: Iterable[Place]) -> tuple[Place, ...]:
    """Return each place once, in the order given."""
    return tuple(dict.fromkeys(places))

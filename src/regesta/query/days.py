"""The days of meetings as other documents tell them, for records whose own document does not."""

from __future__ import annotations

from dataclasses import dataclass

from regesta.model.edtf import bounds
from regesta.model.judgement import Ref
from regesta.model.links import Links

_SIBLING = "sibling"


@dataclass(frozen=True, slots=True)
class Days:
    """The first and last day of a meeting, and on what they rest."""

    earliest: str
    latest: str
    basis: str | None

    def shares(self, other: Days) -> bool:
        """Say whether the two have a day in common."""
        return self.earliest <= other.latest and other.earliest <= self.latest


def days_of(links: Links) -> dict[Ref, Days]:
    """Return the days of each mention of a meeting, as far as anything tells them.

    What a document without a year says of its day rests on the document that gave it the year.
    """
    borrowed = {one.subject.document for one in links.years if one.value}
    return {
        ref: Days(*window, _SIBLING if ref.document in borrowed else joined.dated.basis)
        for joined in links.meetings
        if joined.dated.when is not None and (window := bounds(joined.dated.when)) is not None
        for ref in joined.members
    }

"""The days of meetings as other documents tell them, for records whose own document does not."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable
from dataclasses import dataclass

from sqlalchemy import Connection

from regesta.model.edtf import bounds
from regesta.model.judgement import Ref
from regesta.model.links import Joined, Links
from regesta.query.joined import members_of
from regesta.query.links import meetings, years_rest_on

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
    return _days(links.meetings, {one.subject.document for one in links.years if one.value})


def days_in(connection: Connection, documents: Collection[str]) -> dict[Ref, Days]:
    """Return the same for the mentions in these documents, as the views hold it."""
    found = meetings(connection, members_of(connection, documents))
    return _days(found, years_rest_on(connection, documents))


def _days(found: Iterable[Joined], borrowed: Container[str]) -> dict[Ref, Days]:
    return {
        ref: Days(*window, _SIBLING if ref.document in borrowed else joined.dated.basis)
        for joined in found
        if joined.dated.when is not None and (window := bounds(joined.dated.when)) is not None
        for ref in joined.members
    }

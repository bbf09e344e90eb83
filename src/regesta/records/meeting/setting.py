"""What is known of the document before its meetings are read."""

from __future__ import annotations

from dataclasses import dataclass

from regesta.mentions.places import PlaceMention
from regesta.model.span import Span
from regesta.records.cast import Cast, Entity
from regesta.records.meeting.draft import Draft
from regesta.rules.states import States


@dataclass(slots=True)
class Setting:
    """The document's words and cast, who published it when, and what its head says.

    ``title`` is the index of the title's block; ``dateline`` the place of the date line, or
    ``dateline_words`` what stands there instead of a known place.
    """

    text: str
    cast: Cast
    side: str | None
    published: str | None
    published_span: Span | None
    announcement: bool
    title: int | None
    dateline: PlaceMention | None
    dateline_words: str | None
    states: States

    @property
    def wanted(self) -> str:
        """The status of the meetings that the document is about."""
        return "planned" if self.announcement else "held"

    def at_home(self) -> list[Entity]:
        """Return the persons of the publishing side who take part, in order of mention."""
        return [e for e in self.cast.of_country(self.side) if not e.voice]

    def in_title(self, draft: Draft) -> bool:
        """Say whether a mention stands in the title."""
        return draft.sentence.block.index == self.title


def last_before(mains: list[Draft], draft: Draft) -> Draft:
    """Return the main meeting that a mention follows; before all of them, the first. There is one."""
    before = [main for main in mains if main.sentence.index <= draft.sentence.index]
    return before[-1] if before else mains[0]

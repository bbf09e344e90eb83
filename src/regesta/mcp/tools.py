"""The tools: what may be asked of a ledger. None of them changes what it holds.

A docstring is what a program reads of a tool before it asks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Annotated, Any, Literal, TypeVar

from pydantic import Field

from regesta import query
from regesta.clock import now
from regesta.export.citations import as_annotation, as_bibtex, as_csl, as_text
from regesta.ledger import Ledger
from regesta.mcp import answers as told
from regesta.mcp import making
from regesta.mcp.citing import Citing
from regesta.model.finding import RegestaError
from regesta.model.span import Span
from regesta.query import Filters, Search
from regesta.query.promises import Wanted as WantedPromises
from regesta.query.promises import promises
from regesta.query.quotation import quotation
from regesta.query.statement_list import Asking, Stated, statement_page
from regesta.resolve.accounts import comparisons
from regesta.rules.packs import Pack
from regesta.work.linking import link

Row = TypeVar("Row")
Made = TypeVar("Made")

Between = Annotated[
    str | None, Field(description="Two ISO codes, such as 'XA-XB': only what is on these two.")
]
Party = Annotated[str | None, Field(description="An ISO code (or EU, UN): who has part in it.")]
Topic = Annotated[str | None, Field(description="The id of a topic, such as 'trade'.")]
Since = Annotated[str | None, Field(description="A day, month or year: 2024-07-03, 2024-07, 2024.")]
Until = Annotated[str | None, Field(description="A day, month or year: 2024-07-03, 2024-07, 2024.")]
Limit = Annotated[int, Field(ge=1, le=100, description="At most so many are listed.")]
MeetingId = Annotated[str, Field(description="The id of a meeting, as register lists it.")]


class Tools:
    """The tools over one open ledger; ``packs`` name topics and terms beside those that ship."""

    def __init__(self, ledger: Ledger, packs: tuple[Pack, ...] = ()) -> None:
        """Answer from this ledger."""
        self._ledger, self._packs = ledger, packs

    def all(self) -> tuple[Callable[..., Any], ...]:
        """Return the tools in the order in which they are listed."""
        return (
            self.search,
            self.register,
            self.meeting,
            self.compare,
            self.commitments,
            self.said,
            self.cite,
        )

    def search(
        self,
        words: Annotated[
            str, Field(description='Words in any form, "phrases", -words to leave out, begin*.')
        ],
        between: Between = None,
        party: Party = None,
        topic: Topic = None,
        publisher: Annotated[str | None, Field(description="Words of the publisher's name.")] = None,
        since: Since = None,
        until: Until = None,
        limit: Limit = 20,
    ) -> told.SearchAnswer:
        """Find sentences in the published accounts by their words, the newest first, each cited."""
        filters = Filters(
            party=party, topic=topic, since=since, until=until, publisher=publisher, between=between
        )
        found = query.every_hit(self._up_to_date(), Search(words, filters, order="date"))
        hits, more = self._some(found, limit, making.hit)
        answer = _count(hits, more, "sentence", "with these words")
        return told.SearchAnswer(found=bool(hits), answer=answer, more=more, hits=hits)

    def register(
        self,
        between: Between = None,
        party: Party = None,
        topic: Topic = None,
        status: Annotated[
            Literal["held", "planned", "referenced", "not_held"] | None,
            Field(description="Only meetings of this status."),
        ] = None,
        since: Since = None,
        until: Until = None,
        limit: Limit = 20,
    ) -> told.RegisterAnswer:
        """List meetings between states, the newest first: one entry a meeting, whoever tells of it."""
        parties = tuple((between or "").upper().split("-")) if between else ()
        wanted = query.Wanted(
            (*parties, *((party.upper(),) if party else ())),
            topic=topic,
            status=status,
            since=since,
            until=until,
        )
        found = query.met_all(self._up_to_date(), wanted, "newest")
        meetings, more = self._some(found, limit, making.met)
        answer = _count(meetings, more, "meeting", "of this kind")
        return told.RegisterAnswer(found=bool(meetings), answer=answer, more=more, meetings=meetings)

    def meeting(self, meeting: MeetingId) -> told.MeetingAnswer:
        """Tell all that the ledger holds of one meeting: who tells of it, facts, statements, promises."""
        sheet = query.meeting_sheet(self._up_to_date(), meeting)
        if sheet is None:
            return told.MeetingAnswer(found=False, answer=f"Not in the ledger: a meeting {meeting!r}.")
        return making.meeting(sheet, Citing(self._ledger))

    def compare(self, meeting: MeetingId) -> told.CompareAnswer:
        """Lay the accounts of one meeting beside each other: what differs, in which words, of what grade.

        What one account does not mention is not denied by it.
        """
        held = query.accounts_of(self._up_to_date(), meeting)
        if held is None:
            return told.CompareAnswer(
                found=False, answer=f"Not in the ledger: a meeting {meeting!r}.", comparisons=[]
            )
        found = comparisons(held.parts, self._packs, held.meeting.id, held.meeting.dated.when)
        if not found:
            only = "two accounts of this meeting from unlike sides."
            return told.CompareAnswer(found=False, answer=f"Not in the ledger: {only}", comparisons=[])
        citing = Citing(self._ledger)
        made = [making.comparison(one, citing) for one in found]
        return told.CompareAnswer(found=True, answer=" ".join(made[0].summary), comparisons=made)

    def commitments(  # noqa: PLR0913, PLR0917  one parameter a filter
        self,
        as_of: Annotated[
            str | None,
            Field(description="A day: what could be known then. Without it, that of the newest document."),
        ] = None,
        kind: Annotated[
            Literal["commitment", "request"], Field(description="What was promised, or what was asked for.")
        ] = "commitment",
        between: Between = None,
        party: Party = None,
        topic: Topic = None,
        status: Annotated[str | None, Field(description="Only this status, such as open or done.")] = None,
        since: Since = None,
        until: Until = None,
        limit: Limit = 20,
    ) -> told.PromisesAnswer:
        """List promises or requests with what came of them by a day, each step with the words that show it.

        The history is cut at the day: it is the one that is known now, without what later texts tell.
        """
        filters = Filters(party=party, topic=topic, status=status, since=since, until=until, between=between)
        listed = promises(self._up_to_date(), WantedPromises(kind, filters, as_of), 0, limit)
        citing = Citing(self._ledger)
        made = [making.promise(row, citing) for row in listed.rows]
        answer = _count(made, listed.more, kind, f"by {listed.day}" if listed.day else "of this kind")
        return told.PromisesAnswer(
            found=bool(made), answer=answer, more=listed.more, as_of=listed.day, promises=made
        )

    def said(
        self,
        side: Annotated[str, Field(description="The code of the side that speaks.")],
        topic: Topic = None,
        between: Between = None,
        act: Annotated[
            str | None, Field(description="Only this act, such as urge, or a group of acts.")
        ] = None,
        since: Since = None,
        until: Until = None,
        limit: Limit = 20,
    ) -> told.SaidAnswer:
        """List what a side said, on a topic where one is given, the newest first, in its texts' words."""
        filters = Filters(party=side, topic=topic, act=act, since=since, until=until, between=between)
        pages = self._statements(Asking(filters), limit)
        speaking = (
            one for one in pages if any(actor.country == side.upper() for actor in one.row.record.actors)
        )
        made, more = self._some(speaking, limit, making.said)
        answer = _count(
            made, more, "statement", f"of {side.upper()} {f'on {topic}' if topic else ''}".strip()
        )
        return told.SaidAnswer(found=bool(made), answer=answer, more=more, statements=made)

    def cite(
        self,
        document: Annotated[str, Field(description="The ledger's id of the document.")],
        start: Annotated[int | None, Field(ge=0, description="Where the words begin.")] = None,
        end: Annotated[int | None, Field(ge=0, description="Where they end.")] = None,
    ) -> told.CiteAnswer:
        """Cite a document, or its words from start to end: for people, in BibTeX, CSL-JSON, as annotation."""
        if (start is None) != (end is None):
            raise RegestaError("Give both start and end of the words, or neither for the whole document.")
        span = None if start is None or end is None else Span(start, end)
        words = quotation(self._ledger, document, span)
        if words is None:
            return told.CiteAnswer(found=False, answer=f"Not in the ledger: a document {document!r}.")
        citation = told.Citation(
            quote=words.quote,
            document=words.row.id,
            start=start,
            end=end,
            text_sha256=words.row.sha256,
            citation=words.citation,
            url=words.row.url,
        )
        return told.CiteAnswer(
            found=True,
            answer=words.citation,
            words=citation,
            text=as_text(words).rstrip("\n"),
            bibtex=as_bibtex(words).rstrip("\n"),
            csl=as_csl(words).rstrip("\n"),
            annotation=as_annotation(words).rstrip("\n"),
        )

    def _statements(self, asking: Asking, size: int) -> Iterator[Stated]:
        """Yield the statements that fit, read a page at a time as they are asked for."""
        first, more = 0, True
        while more:
            page, more = statement_page(self._ledger, asking, "newest", first, size)
            yield from page
            first += size

    def _some(
        self, found: Iterable[Row], limit: int, make: Callable[[Row, Citing], Made]
    ) -> tuple[list[Made], bool]:
        """Return the first of what was found, cited, and whether there are more."""
        rows = list(islice(found, limit + 1))
        citing = Citing(self._ledger)
        return [make(row, citing) for row in rows[:limit]], len(rows) > limit

    def _up_to_date(self) -> Ledger:
        link(self._ledger, now=now())
        return self._ledger


def _count(found: list[Any], more: bool, thing: str, which: str) -> str:
    if not found:
        return f"Not in the ledger: a {thing} {which}."
    many = f"{len(found)} {thing}{'' if len(found) == 1 else 's'} {which}"
    return f"{many}, and more that are not listed." if more else f"{many}."

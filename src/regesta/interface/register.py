"""A ledger, open for questions; every answer is a frozen row with its words and a citation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Self, Unpack

from regesta import query
from regesta.clock import now
from regesta.export.citations import as_annotation, as_bibtex, as_csl, as_text
from regesta.export.ris import as_ris
from regesta.interface.citing import place_of
from regesta.interface.frames import frame, table_named
from regesta.interface.wanted import Meetings, Records
from regesta.ledger import Ledger
from regesta.model.accounts import Comparison
from regesta.model.finding import Level, RegestaError
from regesta.model.records import Actor
from regesta.query import (
    Accounts,
    CommitmentRow,
    DocumentRow,
    Filters,
    Hit,
    MetRow,
    RegisterRow,
    RequestRow,
    Search,
    StatementRow,
    TermRow,
    Wanted,
)
from regesta.query.findings import FoundRow, SoughtFindings, found_all
from regesta.query.person_list import PersonLine, people_all
from regesta.query.promises import Wanted as WantedPromises
from regesta.query.promises import all_promises
from regesta.query.quotation import quotation
from regesta.query.statement_list import Asking, every_statement
from regesta.resolve.accounts import comparisons
from regesta.rules.packs import Pack
from regesta.work.checking import keep_findings
from regesta.work.linking import link

if TYPE_CHECKING:
    from pandas import DataFrame

CitationForm = Literal["text", "bibtex", "ris", "csl", "annotation"]
_FORMS = {"text": as_text, "bibtex": as_bibtex, "ris": as_ris, "csl": as_csl, "annotation": as_annotation}


class Register:
    """A ledger, open for questions. Made by :func:`regesta.open`; a context manager.

    Lists are iterators that read a bundle of rows at a time. Dates are EDTF ("2023", "2023-07",
    "2023-07-09"). Whatever is narrowed by something that there is none of raises :class:`RegestaError`.
    """

    def __init__(self, ledger: Ledger, packs: tuple[Pack, ...] = ()) -> None:
        """Wrap an open ledger; use :func:`regesta.open` instead."""
        self._ledger = ledger
        self._packs = packs

    def documents(self, **wanted: Unpack[Records]) -> Iterator[DocumentRow]:
        """Return the current documents that fit, in order of date; days are those of publication.

        What is asked of records has to hold of one record of the document.
        """
        return query.chosen_documents(self._up_to_date(), Filters(**wanted))

    def document(self, name: str) -> DocumentRow | None:
        """Return the document with this id, file name or address, with its text; None where there is none."""
        row = query.document(self._ledger, name)
        found = quotation(self._ledger, row.id) if row else None
        return found.row if found else None

    def meetings(self, **wanted: Unpack[Meetings]) -> Iterator[MetRow]:
        """Return the meetings, one row a meeting however many documents tell of it, the oldest first."""
        return query.met_all(self._up_to_date(), Wanted(**wanted), "oldest")

    def register(self, **wanted: Unpack[Records]) -> list[RegisterRow]:
        """Return the register: meetings, and under each what was said, promised and asked."""
        return query.register(self._up_to_date(), Filters(**wanted))

    def statements(self, *, side: str | None = None, **wanted: Unpack[Records]) -> Iterator[StatementRow]:
        """Return the statements in order of date; ``side`` is the code of the side that speaks."""
        filters = Filters(**wanted)
        filters = replace(filters, party=filters.party or side)
        found = every_statement(self._up_to_date(), Asking(filters), "oldest")
        return (row for row in found if side is None or _acts(row.record.actors, side))

    def commitments(self, *, as_of: str | None = None, **wanted: Unpack[Records]) -> Iterator[CommitmentRow]:
        """Return the promises in order of date, each with what came of it by ``as_of``, a day.

        With a day everything is worked out from the documents published by then alone; without one it is
        the day on which the newest document was published.
        """
        if as_of is not None:
            return iter(query.commitments(self._up_to_date(), Filters(**wanted), as_of=as_of))
        return all_promises(self._up_to_date(), WantedPromises("commitment", Filters(**wanted), order="date"))

    def requests(self, *, as_of: str | None = None, **wanted: Unpack[Records]) -> Iterator[RequestRow]:
        """Return the requests in order of date, each with what came of it; see :meth:`commitments`."""
        if as_of is not None:
            return iter(query.requests(self._up_to_date(), Filters(**wanted), as_of=as_of))
        return all_promises(self._up_to_date(), WantedPromises("request", Filters(**wanted), order="date"))

    def terms(self, *, concept: str | None = None, **wanted: Unpack[Records]) -> Iterator[TermRow]:
        """Return the names in use for things that the sides may call differently, document by document."""
        filters = Filters(**wanted)
        return query.chosen_rows(self._up_to_date(), "term", replace(filters, topic=concept or filters.topic))

    def people(self, *, country: str | None = None, name: str | None = None) -> Iterator[PersonLine]:
        """Return the persons by country and name; ``name`` are words of any of their names."""
        return people_all(self._up_to_date(), country, name)

    def search(self, words: str, **wanted: Unpack[Records]) -> Iterator[Hit]:
        """Return the sentences with these words in any form, the newest first.

        "Phrases" in quotation marks, -words that must not stand there and begin* are understood.
        """
        return query.every_hit(self._up_to_date(), Search(words, Filters(**wanted), order="date"))

    def findings(
        self, *, code: str | None = None, levels: tuple[Level, ...] = ("conflict", "open")
    ) -> Iterator[FoundRow]:
        """Return what the checks find; they are run where the ledger changed since."""
        keep_findings(self._ledger, now=now())
        return found_all(self._ledger, SoughtFindings(code=code, levels=levels))

    def compare(self, meeting: MetRow | str) -> tuple[Comparison, ...]:
        """Return how the accounts of a meeting differ, each two of unlike sides; none where one side tells.

        ``meeting`` is a row of :meth:`meetings`, the id of a meeting, or a document that is about one.
        """
        told = self._accounts(meeting)
        return comparisons(told.parts, self._packs, told.meeting.id, told.meeting.dated.when)

    def cite(self, item: object, form: CitationForm = "text") -> str:
        """Return the citation of an answer: of a row, of words, or of a document.

        ``form`` is ``text``, ``bibtex``, ``ris``, ``csl`` or ``annotation`` (W3C Web Annotation). Raises
        :class:`RegestaError` for what is no answer of this ledger.
        """
        if form not in _FORMS:
            raise RegestaError(f"There is no form of citation {form!r}; take {', '.join(_FORMS)}.")
        document, span = place_of(item)
        words = quotation(self._ledger, document, span)
        if words is None:
            raise RegestaError(f"The ledger has no document {document}.")
        return _FORMS[form](words).rstrip("\n")

    def frame(self, table: str, **wanted: Unpack[Records]) -> DataFrame:
        """Return a table of docs/tables.md as a data frame of pandas; needs the extra ``frames``."""
        if table_named(table).source == "findings":
            keep_findings(self._ledger, now=now())
        return frame(self._up_to_date(), table, Filters(**wanted))

    def close(self) -> None:
        """Let go of the file."""
        self._ledger.close()

    def __enter__(self) -> Self:
        """Give the register itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()

    def __repr__(self) -> str:
        """Name the file."""
        return f"<Register {self._ledger.path}>"

    def _up_to_date(self) -> Ledger:
        link(self._ledger, now=now())
        return self._ledger

    def _accounts(self, meeting: MetRow | str) -> Accounts:
        id_ = meeting if isinstance(meeting, str) else meeting.joined.id
        return query.accounts_of(self._up_to_date(), id_) or query.accounts(self._ledger, id_)


def _acts(actors: tuple[Actor, ...], side: str) -> bool:
    return any(actor.country == side.upper() for actor in actors)

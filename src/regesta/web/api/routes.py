"""The addresses of documents, meetings, persons and findings, and of the search."""

from __future__ import annotations

from typing import Annotated

from fastapi import HTTPException, Query, Request

from regesta import query
from regesta.model.finding import RegestaError
from regesta.query.citing import cited_places, documents_by_id
from regesta.query.filters import Filters
from regesta.query.findings import SoughtFindings
from regesta.query.keyed import (
    Keyed,
    documents_behind,
    findings_behind,
    met_behind,
    met_row,
    people_behind,
    person_line,
)
from regesta.query.meeting_list import Wanted as WantedMeetings
from regesta.query.quotation import quotation
from regesta.query.search import Search, hits_behind
from regesta.web.api import asked, models
from regesta.web.api.asked import key_of
from regesta.web.api.shared import DAY, NUMBER, TEXT, Making, addresses, not_there, page_of
from regesta.web.desk import AtDesk
from regesta.web.pages.accounts import compared, two_of
from regesta.web.pages.document import span_of

router = addresses()


@router.get("/documents")
def documents(
    request: Request, desk: AtDesk, make: Making, wanted: Annotated[asked.Documents, Query()]
) -> models.Page[models.Document]:
    """List documents, by the day of publication."""
    after = key_of(wanted.cursor, DAY, TEXT)
    found = documents_behind(desk.ledger, asked.filters_of(wanted), wanted.kind, after, wanted.limit)
    return page_of(request, models.Page[models.Document], found, make.document)


@router.get("/documents/{document_id}")
def document(
    desk: AtDesk, make: Making, document_id: str, wanted: Annotated[asked.Text, Query()]
) -> models.DocumentText:
    """Give a document, with its frozen text if that is asked for."""
    words = quotation(desk.ledger, document_id)
    if words is None:
        raise not_there("document", document_id)
    return make.document_text(words.row, words.row.text if wanted.text else None)


@router.get("/documents/{document_id}/citation")
def citation(
    desk: AtDesk, make: Making, document_id: str, wanted: Annotated[asked.Words, Query()]
) -> models.Citation:
    """Cite words of a document, or the document, in every form."""
    try:
        words = quotation(desk.ledger, document_id, span_of(wanted.at))
    except RegestaError as problem:
        raise HTTPException(404, str(problem)) from problem
    if words is None:
        raise not_there("document", document_id)
    return make.citation(words)


@router.get("/meetings")
def meetings(
    request: Request, desk: AtDesk, make: Making, wanted: Annotated[asked.OfMet, Query()]
) -> models.Page[models.Met]:
    """List meetings across documents: one item a meeting, however many documents tell of it."""
    parties = tuple(wanted.between.split("-")) if wanted.between else ()
    parties += (wanted.party,) if wanted.party else ()
    met = WantedMeetings(
        parties, wanted.person, wanted.topic, wanted.since, wanted.until, wanted.status, wanted.format
    )
    about = Filters(publisher=wanted.publisher, document=wanted.document)
    found = met_behind(desk.ledger, met, about, key_of(wanted.cursor, DAY, TEXT), wanted.limit)
    papers = documents_by_id(desk.ledger, (row.place.document for row in found.rows))
    return page_of(request, models.Page[models.Met], found, lambda row: make.met(row, papers))


@router.get("/meetings/{meeting_id}")
def meeting(desk: AtDesk, make: Making, meeting_id: str) -> models.MetSheet:
    """Give a meeting with what each document tells of it."""
    row, sheet = met_row(desk.ledger, meeting_id), query.meeting_sheet(desk.ledger, meeting_id)
    if row is None or sheet is None:
        raise not_there("meeting", meeting_id)
    places = [row.place.document, *(one.place.document for one in sheet.because)]
    return make.met_sheet(row, sheet, documents_by_id(desk.ledger, places))


@router.get("/meetings/{meeting_id}/comparison")
def comparison(
    desk: AtDesk, make: Making, meeting_id: str, wanted: Annotated[asked.TwoAccounts, Query()]
) -> models.Comparison:
    """Lay two accounts of a meeting side by side: every difference with the words of both."""
    told = query.accounts_of(desk.ledger, meeting_id)
    if told is None:
        raise not_there("meeting", meeting_id)
    try:
        two = two_of(told.parts, wanted.left, wanted.right)
    except RegestaError as problem:
        raise HTTPException(404, str(problem)) from problem
    if two is None:
        raise HTTPException(404, f"The ledger has not two accounts of the meeting {meeting_id}.")
    found = compared(desk, two, told.meeting)
    places = [place for one in found.differences for place in one.places]
    places += [place for one in found.terms for place in one.places]
    papers = documents_by_id(desk.ledger, (place.document for place in places))
    return make.comparison(found, meeting_id, cited_places(desk.ledger, places), papers)


@router.get("/people")
def people(
    request: Request, desk: AtDesk, make: Making, wanted: Annotated[asked.People, Query()]
) -> models.Page[models.Person]:
    """List persons, each under all spellings, in order of id."""
    after = key_of(wanted.cursor, TEXT)
    found = people_behind(desk.ledger, wanted.party, wanted.person, after, wanted.limit)
    papers = documents_by_id(desk.ledger, (line.place.document for line in found.rows))
    return page_of(request, models.Page[models.Person], found, lambda line: make.person(line, papers))


@router.get("/people/{person_id}")
def person(desk: AtDesk, make: Making, person_id: str) -> models.Person:
    """Give a person."""
    line = person_line(desk.ledger, person_id)
    if line is None:
        raise not_there("person", person_id)
    return make.person(line, documents_by_id(desk.ledger, [line.place.document]))


@router.get("/findings")
def findings(
    request: Request, desk: AtDesk, make: Making, wanted: Annotated[asked.Findings, Query()]
) -> models.Page[models.Finding]:
    """List what the checks found, in order of the documents that show it."""
    levels = (wanted.level,) if wanted.level else SoughtFindings().levels
    first, _, second = (wanted.between or "").partition("-")
    sought = SoughtFindings(wanted.code, levels, (first, second) if first else None, wanted.document)
    after = key_of(wanted.cursor, TEXT, TEXT, NUMBER, TEXT)
    found = findings_behind(desk.ledger, sought, after, wanted.limit)
    papers = documents_by_id(desk.ledger, (one.place.document for row in found.rows for one in row.cited))
    return page_of(request, models.Page[models.Finding], found, lambda row: make.finding(row, papers))


@router.get("/search")
def search(
    request: Request, desk: AtDesk, make: Making, wanted: Annotated[asked.Searched, Query()]
) -> models.Page[models.Hit]:
    """List the sentences that hold the words asked for, the newest first."""
    sought = Search(wanted.q, asked.filters_of(wanted), kind=wanted.kind)
    after = key_of(wanted.cursor, NUMBER)
    hits, last = hits_behind(desk.ledger, sought, after[0] if after else None, wanted.limit)  # type: ignore[arg-type]
    found = Keyed(tuple(hits), None if last is None else (last,))
    return page_of(request, models.Page[models.Hit], found, make.hit)

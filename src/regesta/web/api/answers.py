"""Rows of questions as the interface answers them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from regesta.export import record as form
from regesta.export.citations import as_annotation, as_bibtex, as_csl
from regesta.model.accounts import Comparison as Compared
from regesta.model.finding import Place
from regesta.model.links import Dated
from regesta.query import Cited as CitedRow
from regesta.query import DocumentRow, MeetingSheet, MetRow, RecordRow, StepRow
from regesta.query import Hit as HitRow
from regesta.query.findings import FoundRow
from regesta.query.person_list import PersonLine
from regesta.query.quotation import Quotation
from regesta.web.api import models as api

Documents = Mapping[str, DocumentRow]
"""The documents in which words stand, by id, for their hashes and addresses."""
R = TypeVar("R", bound=api.Record)
_FORMS: dict[str, Any] = {
    "meeting": form.meeting,
    "statement": form.statement,
    "commitment": form.commitment,
    "request": form.request,
    "term": form.term,
}


class Answers:
    """Makes answers for one request: ``room`` is the address of the reading room."""

    def __init__(self, room: str) -> None:
        self._room = room

    def document(self, row: DocumentRow) -> api.Document:
        """A document without its text."""
        return api.Document(**self._document(row))

    def document_text(self, row: DocumentRow, text: str | None) -> api.DocumentText:
        """A document with its text, where that is asked for."""
        return api.DocumentText(**self._document(row), text=text)

    def cited(self, document: DocumentRow, place: Place, citation: str) -> api.Cited:
        """Words with their citation."""
        start, end = place.span
        return api.Cited(
            document=document.id,
            start=start,
            end=end,
            quote=place.quote,
            sha256=document.sha256,
            citation=citation,
            source=document.url,
            href=f"{self._room}/documents/{document.id}?at={start}-{end}#at",
        )

    def record(self, kind: type[R], row: RecordRow[Any], **more: Any) -> R:
        """A record with its words; ``more`` are the fields that its document alone does not give."""
        said = _FORMS[row.kind](row.record, row.quote)
        del said["span"], said["quote"]
        return kind(
            **said,
            **more,
            cited=self.cited(row.document, Place(row.document.id, row.span, row.quote), row.citation),
            earliest=row.earliest,
            latest=row.latest,
            corrections=[
                api.Correction(
                    field=one.field, value=one.value, read=one.read, by=one.by, at=one.at, note=one.note
                )
                for one in row.corrections
            ],
        )

    def promise(self, kind: type[R], row: RecordRow[Any], day: str | None, documents: Documents) -> R:
        """A promise or request with its history by ``day``."""
        came = row.came
        dated = came.dated if came else Dated(None, None)
        return self.record(
            kind,
            row,
            status=row.status,
            as_of=day,
            window=dated.when,
            window_basis=dated.basis,
            history=[self._step(one, documents) for one in came.steps] if came else [],
            events=[self._step(one, documents) for one in came.events] if came else [],
            existence=came.existence if came else None,
            successor=came.successor.id if came and came.successor else None,
        )

    def met(self, row: MetRow, documents: Documents) -> api.Met:
        """A meeting across documents."""
        return api.Met(**self._met(row, documents))

    def met_sheet(self, row: MetRow, sheet: MeetingSheet, documents: Documents) -> api.MetSheet:
        """A meeting with what its documents tell of it."""
        return api.MetSheet(
            **self._met(row, documents),
            abstract=sheet.abstract,
            tellings=[
                api.Telling(
                    role=one.role,
                    published_by=one.published_by,
                    record=self.record(api.Meeting, one.row, meeting=sheet.joined.id),
                )
                for one in sheet.told
            ],
            more=sheet.more,
            because=self.all_cited(sheet.because, documents),
            contains=[one.id for one in sheet.contains],
            before=sheet.before.id if sheet.before else None,
            after=sheet.after.id if sheet.after else None,
        )

    def person(self, line: PersonLine, documents: Documents) -> api.Person:
        """A person under all spellings."""
        return api.Person(
            id=line.id,
            name=line.name,
            others=list(line.others),
            country=line.country,
            offices=[
                api.Office(office=one.office, country=one.country, first=one.first, last=one.last)
                for one in line.offices
            ],
            documents=line.documents,
            cited=self.cited(documents[line.place.document], line.place, line.citation),
            href=f"{self._room}/people/{line.id}",
        )

    def finding(self, row: FoundRow, documents: Documents) -> api.Finding:
        """What a check found."""
        one = row.finding
        return api.Finding(
            code=one.code, level=one.level, message=one.message, cited=self.all_cited(row.cited, documents)
        )

    def hit(self, row: HitRow) -> api.Hit:
        """A sentence that was found."""
        return api.Hit(
            cited=self.cited(row.document, Place(row.document.id, row.span, row.quote), row.citation),
            before=row.before,
            after=row.after,
            marks=[(one.start, one.end) for one in row.marks],
            day=row.day,
            fate=row.fate,  # type: ignore[arg-type]  # pydantic looks at it
            parties=list(row.values("party")),
            persons=list(row.values("person")),
            acts=list(row.values("act")),
            topics=list(row.values("topic")),
        )

    def comparison(
        self, found: Compared, meeting: str, cited: Mapping[Place, CitedRow], documents: Documents
    ) -> api.Comparison:
        """Two accounts side by side; ``cited`` has the citations of all places."""
        return api.Comparison(
            meeting=meeting,
            sides=[
                api.Account(
                    label=one.label,
                    document=one.document,
                    publisher=one.publisher,
                    kind=one.kind,
                    title=one.title,
                    published=one.published,
                    phase=one.phase,
                )
                for one in found.sides
            ],
            note=found.note,
            differences=[
                api.Difference(
                    type=one.type,
                    grade=one.grade,
                    side=one.side,
                    topic=one.topic,
                    why=one.why,
                    cited=self.all_cited((cited[place] for place in one.places), documents),
                )
                for one in found.differences
            ],
            terms=[
                api.Names(
                    concept=one.concept,
                    basis=one.basis,
                    names={side: list(names) for side, names in one.names},
                    cited=self.all_cited((cited[place] for place in one.places), documents),
                )
                for one in found.terms
            ],
        )

    def citation(self, words: Quotation) -> api.Citation:
        """Words of a document, or the document, cited in every form."""
        row, span = words.row, words.span
        at = f"?at={span.start}-{span.end}#at" if span else ""
        href = f"{self._room}/documents/{row.id}{at}"
        return api.Citation(
            document=row.id,
            start=span.start if span else None,
            end=span.end if span else None,
            quote=words.quote,
            sha256=row.sha256,
            place=words.place,
            citation=words.citation,
            source=row.url,
            href=href,
            bibtex=as_bibtex(words, href),
            csl=as_csl(words, href),
            annotation=as_annotation(words, href),
        )

    def all_cited(self, rows: Iterable[CitedRow], documents: Documents) -> list[api.Cited]:
        """Words with their citations."""
        return [self.cited(documents[one.place.document], one.place, one.citation) for one in rows]

    def _document(self, row: DocumentRow) -> dict[str, Any]:
        same = (
            "id", "sha256", "title", "publisher", "publisher_basis", "side", "side_basis", "counterpart",
            "kind", "kind_reason", "language", "published", "published_basis", "url", "version", "current",
            "added_at", "rules_version", "citation",
        )  # fmt: skip
        return {
            **{name: getattr(row, name) for name in same},
            "files": list(row.files),
            "previous": row.previous_id,
            "href": f"{self._room}/documents/{row.id}",
        }

    def _met(self, row: MetRow, documents: Documents) -> dict[str, Any]:
        one = row.joined
        same = ("id", "status", "format", "medium", "place", "country", "series", "round", "within")
        return {
            **{name: getattr(one, name) for name in same},
            "when": one.dated.when,
            "when_basis": one.dated.basis,
            "parties": list(one.parties),
            "documents": row.documents,
            "tellers": list(row.tellers),
            "cited": self.cited(documents[row.place.document], row.place, row.citation),
            "href": f"{self._room}/meetings/{one.id}",
        }

    def _step(self, step: StepRow, documents: Documents) -> api.Step:
        return api.Step(
            start=step.start,
            status=step.status,
            timeliness=step.timeliness,
            confirmation=step.confirmation,
            why=step.why,
            evidence=self.all_cited(step.evidence, documents),
        )

"""Does a record rest on a date whose year nobody has said?"""

from __future__ import annotations

from regesta.checks.ground import Ground
from regesta.checks.subject import Subject, place
from regesta.model.finding import Finding
from regesta.model.records import Records

CODE = "date-without-year"


def across(ground: Ground) -> list[Finding]:
    """Report the dates of all documents; where other documents give the year it is a note that says so."""
    because = {judgement.subject.document: judgement for judgement in ground.links.years}
    found = []
    for paper in ground.dossiers:
        own = check(paper, paper.records, paper.text)
        year = because.get(paper.id)
        if year is not None:
            told = f"without a year; another document gives {year.value}."
            others = tuple(place for place in year.evidence if place.document != paper.id)
            own = [
                Finding(CODE, one.message.replace("without a year.", told), (*one.places, *others), "note")
                for one in own
            ]
        found += own
    return found


def check(document: Subject, records: Records, text: str) -> list[Finding]:
    """Report each meeting, commitment and request whose window has an unknown year (``XXXX``)."""
    dated = [("meeting", meeting.span, meeting.when, meeting.as_written) for meeting in records.meetings]
    dated += [
        ("commitment", promise.span, promise.due, promise.due_as_written) for promise in records.commitments
    ]
    dated += [("request", asked.span, asked.due, asked.due_as_written) for asked in records.requests]
    return [
        Finding(
            CODE,
            f"The {what} is dated {window}{f' (“{written}”)' if written else ''}, without a year.",
            (place(document, span, text),),
        )
        for what, span, window, written in dated
        if window is not None and any(end.startswith("XXXX") for end in window.split("/"))
    ]

"""Does a record rest on a date whose year nobody has said?"""

from __future__ import annotations

from collections.abc import Sequence

from regesta.checks.ground import Ground, distinct
from regesta.checks.saying import number_words
from regesta.checks.subject import Subject, place
from regesta.model.finding import Finding
from regesta.model.judgement import Judgement
from regesta.model.records import Records

CODE = "date-without-year"


def across(ground: Ground) -> list[Finding]:
    """Report the dates of all documents; where other documents give the year it is one note that says so."""
    because = {judgement.subject.document: judgement for judgement in ground.links.years}
    found = []
    for paper in ground.dossiers:
        own = check(paper, paper.records, paper.text)
        if own and paper.id in because:
            own = [_known(own, because[paper.id])]
        found += own
    return found


def _known(own: Sequence[Finding], year: Judgement) -> Finding:
    """Say in one finding of all dates without a year that another document tells it, and where."""
    told = number_words(len(own), "date")
    verb = "has" if len(own) == 1 else "have"
    message = f"{told} of the document {verb} no year; another document gives {year.value}."
    places = (place for one in own for place in one.places)
    return Finding(CODE, message, distinct((*places, *year.evidence)), "note")


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

"""What holds across documents, in the form of ``docs/record-format.md``, section "Across documents"."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from regesta.model.finding import Finding, Place
from regesta.model.judgement import Judgement
from regesta.model.links import Deferral, Followed, Joined, Links, Person, Step

Json = dict[str, Any]
Placed = Callable[[Place], Json]


def links_json(
    links: Links, files: Mapping[str, str], findings: Sequence[Finding] = (), accounts: Sequence[Json] = ()
) -> Json:
    """Return ``links`` as one JSON object; ``files`` names each document's file, else its address.

    ``accounts`` come ready made. Every place names its file, its span and its words.
    """

    def placed(place: Place) -> Json:
        span = [place.span.start, place.span.end]
        return {"file": files.get(place.document, place.document), "span": span, "quote": place.quote}

    return {
        "meetings": [_meeting(meeting, placed) for meeting in links.meetings],
        "commitments": [_followed(one, placed) for one in links.commitments],
        "requests": [_followed(one, placed) for one in links.requests],
        "deferrals": [_deferral(one, placed) for one in links.deferrals],
        "people": [_person(person, placed) for person in links.people],
        "years": [_year(judgement, files, placed) for judgement in links.years],
        "findings": [
            {"code": f.code, "message": f.message, "places": [placed(p) for p in f.places]} for f in findings
        ],
        "accounts": list(accounts),
    }


def _meeting(meeting: Joined, placed: Placed) -> Json:
    return {
        "id": meeting.id,
        "members": [placed(place) for place in meeting.places],
        "within": meeting.within,
        "when": meeting.dated.when,
        "when_basis": meeting.dated.basis,
        "because": [placed(place) for place in meeting.dated.because],
        "format": meeting.format,
        "medium": meeting.medium,
        "status": meeting.status,
        "parties": list(meeting.parties),
        "place": meeting.place,
        "country": meeting.country,
        "series": meeting.series,
        "round": meeting.round,
        "before": meeting.before,
    }


def _followed(one: Followed, placed: Placed) -> Json:
    return {
        "id": one.ref.id,
        "place": placed(one.place),
        "due": one.dated.when,
        "due_basis": one.dated.basis,
        "history": [_step(step, placed) for step in one.history],
        "events": [_step(step, placed) for step in one.events],
        "existence": one.existence,
        "successor": one.successor.id if one.successor else None,
    }


def _step(step: Step, placed: Placed) -> Json:
    found: Json = {"from": step.start, "status": step.status, "evidence": [placed(p) for p in step.evidence]}
    if step.evidence:
        found |= {"timeliness": step.timeliness, "confirmation": step.confirmation}
    return found | ({"why": step.why} if step.why else {})


def _deferral(one: Deferral, placed: Placed) -> Json:
    return {"from": placed(one.origin), "to": placed(one.successor), "reason": one.reason}


def _person(person: Person, placed: Placed) -> Json:
    offices = [
        {"office": office.office, "country": office.country, "seen": [office.first, office.last]}
        for office in person.offices
    ]
    return {
        "id": person.id,
        "names": list(person.names),
        "country": person.country,
        "offices": offices,
        "places": [placed(place) for place in person.places],
    }


def _year(judgement: Judgement, files: Mapping[str, str], placed: Placed) -> Json:
    document = judgement.subject.document
    return {
        "file": files.get(document, document),
        "year": int(judgement.value or 0),
        "basis": "sibling",
        "because": [placed(place) for place in judgement.evidence],
    }

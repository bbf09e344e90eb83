"""What is proposed, one proposal at a time: its evidence side by side, and a person's word on it."""

from __future__ import annotations

from http import HTTPStatus
from typing import Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from regesta.export.judged import PROPOSALS
from regesta.model.corrections import FIELDS
from regesta.model.finding import RegestaError
from regesta.model.judgement import KINDS
from regesta.query import Judged, StandingRow
from regesta.query.judged import VERDICTS
from regesta.query.reviewing import Reviewed, all_reviewed, judgement, reviewed
from regesta.web import asked, lists
from regesta.web.after import decided
from regesta.web.desk import AtDesk, Desk
from regesta.web.forms import Sent, words
from regesta.web.page import Page, shown_by
from regesta.web.words import act_words
from regesta.work import judging

router = APIRouter()
_KEPT = ("kind", "document", "party", "verdict")
_SURE = ((0.95, "nearly sure"), (0.85, "likely"), (0.7, "rather likely"), (0.5, "open"))
QUESTIONS: dict[str, str] = {
    "same_meeting": "Do these words tell of one and the same meeting?",
    "within_visit": "Was this meeting part of this visit?",
    "same_person": "Are these two names of one person?",
    "holder": "Is this office held by this person?",
    "year": "Is this the year of these words?",
    "window": "Is this the window of the promise?",
    "follow_through": "Do the later words say what came of the promise?",
    "reaffirmed": "Do the later words make the promise again?",
    "deferral": "Was the first put off to the second?",
    "answered": "Do the later words say what came of the request?",
    "asked_again": "Do the later words ask for the same again?",
}


@shown_by("review.html")
class ReviewPage(Page):
    """A place in the walk through what is proposed, the least sure first.

    ``wanted``: the filters. ``walk``: the proposal that is looked at, and those around it. ``state``: how
    it stood when it was shown, so that nobody decides on what has changed meanwhile. ``question``:
    what is to be decided, in words. ``sure``: how sure the machine is, in words. ``correctable``: the
    kinds of record that can be corrected. ``done``: what was decided just now, None where nothing was.
    ``kinds`` and ``verdicts``: what can be chosen. ``back``: the filters as an address has them. ``may``:
    whether the reader may decide.
    """

    wanted: Judged
    walk: Reviewed
    state: str
    question: str
    sure: str
    correctable: frozenset[str]
    done: StandingRow | None
    kinds: asked.Choices
    verdicts: asked.Choices
    back: str
    may: bool


@router.get("/review")
def review(request: Request, desk: AtDesk) -> Response:
    """Show the proposal ``at``, else the least sure; all that fit as CSV or JSON."""
    wanted = _wanted({name: asked.said(request, name) for name in _KEPT})
    return lists.answer(
        request,
        lambda: _page(request, desk, wanted),
        lambda: all_reviewed(desk.ledger, wanted),
        PROPOSALS,
        "proposals",
    )


@router.post("/review")
def decide(request: Request, desk: AtDesk, form: Sent) -> Response:
    """Accept, reject, or take back the decision on a judgement; lead on to the next proposal."""
    id_, said, note = words(form, "judgement"), words(form, "say"), words(form, "note") or None
    filters = {name: words(form, name) for name in _KEPT}
    held = judgement(desk.ledger, id_)
    if held is None:
        raise RegestaError(f"There is no judgement {id_!r}; open the review again.")
    if said == "undo":
        judging.undo(desk.ledger, id_, by=desk.reader, now=desk.now(), note=note)
        decided(request, desk, "took back a decision", id_)
        return _on(filters, at=id_, done=id_)
    seen = words(form, "seen")
    if seen != _state(held):
        raise RegestaError(
            f"Somebody else has decided this meanwhile: it is {act_words(held.verdict)} now. Open the review"
            " again and decide on what stands there."
        )
    following = reviewed(desk.ledger, _wanted(filters), id_, before=0, after=1).next
    judging.decide(desk.ledger, [id_], _verdict(said), by=desk.reader, now=desk.now(), note=note)
    decided(request, desk, f"{_verdict(said)} a proposal", id_)
    return _on(filters, at=following, done=id_)


def _page(request: Request, desk: Desk, wanted: Judged) -> ReviewPage:
    walk = reviewed(desk.ledger, wanted, asked.said(request, "at"))
    done = asked.said(request, "done")
    filters = {name: asked.said(request, name) for name in _KEPT}
    score = walk.row.entry.score or 0.0 if walk.row else 0.0
    return ReviewPage(
        wanted=wanted,
        walk=walk,
        state=_state(walk.row) if walk.row else "",
        question=QUESTIONS[walk.row.entry.kind] if walk.row else "",
        sure=next((word for least, word in _SURE if score >= least), "rather unlikely"),
        correctable=frozenset(FIELDS),
        done=judgement(desk.ledger, done) if done else None,
        kinds=asked.choices(KINDS),
        verdicts=asked.choices(VERDICTS),
        back=urlencode({name: value for name, value in filters.items() if value}),
        may=getattr(request.state, "role", "editor") != "reader",
    )


def _state(row: StandingRow) -> str:
    """Return what a form says it was shown: the verdict, and the number of the decision that holds."""
    return f"{row.verdict} {row.decision.number if row.decision else 0}"


def _wanted(filters: dict[str, str | None] | dict[str, str]) -> Judged:
    return Judged(
        kind=filters["kind"] or None,
        document=filters["document"] or None,
        verdict=filters["verdict"] or "proposed",
        party=filters["party"] or None,
    )


def _verdict(said: str) -> Literal["accepted", "rejected"]:
    if said == "accept":
        return "accepted"
    if said == "reject":
        return "rejected"
    raise RegestaError(f"{said!r} is no decision; accept, reject or undo.")


def _on(filters: dict[str, str], **more: str | None) -> Response:
    said = {name: value for name, value in {**filters, **more}.items() if value}
    return RedirectResponse(f"/review?{urlencode(said)}", HTTPStatus.SEE_OTHER)

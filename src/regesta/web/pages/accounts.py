"""Two accounts of one meeting side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from fastapi import APIRouter, HTTPException, Request, Response

from regesta import query
from regesta.export.accounts import DIFFERENCES
from regesta.ledger.filing import AFTER_THE_EVENT
from regesta.model.accounts import TYPES, Comparison, Difference, DifferenceType
from regesta.model.drift import JOINT_TEXT
from regesta.model.finding import RegestaError
from regesta.model.links import Joined
from regesta.query.drift import teller
from regesta.resolve.accounts import Part, compare
from regesta.resolve.accounts.placing import Laid, laid_out
from regesta.rules.packs import packs_with
from regesta.web import asked, lists
from regesta.web.beside import Topic, shown
from regesta.web.desk import AtDesk, Desk
from regesta.web.page import Page, shown_by
from regesta.web.share_bars import Bar, bars

router = APIRouter()
_BOTH = 2


@shown_by("accounts.html")
class AccountsPage(Page):
    """Two accounts laid side by side.

    ``meeting``: what they tell of. ``parts``: all accounts of it that can be chosen. ``found``: the
    comparison, None where there is only one account. ``topics``: what both tell, topic by topic, as the
    chosen types leave it. ``rest``: differences that belong to no passage. ``types``: each type of
    difference that there is, with how often. ``chosen``: the types that are asked for, all where none
    is. ``bars``: the room that each topic has, drawn.
    """

    meeting: Joined
    parts: tuple[Part, ...]
    found: Comparison | None
    topics: tuple[Topic, ...]
    rest: tuple[Difference, ...]
    types: tuple[tuple[DifferenceType, int], ...]
    chosen: frozenset[str]
    bars: tuple[Bar, ...]


@router.get("/meetings/{meeting_id}/accounts")
def accounts(request: Request, meeting_id: str, desk: AtDesk) -> Response:
    """Show how two accounts of a meeting differ; ``type`` may be given several times."""
    told = query.accounts_of(desk.ledger, meeting_id)
    if told is None:
        sentence = f"The ledger has no meeting {meeting_id!r}; the list of meetings has all of them."
        raise HTTPException(404, sentence)
    left, right = asked.said(request, "left"), asked.said(request, "right")
    two = two_of(told.parts, left, right)
    found = compared(desk, two, told.meeting) if two is not None else None
    chosen = _chosen(request)
    return lists.answer(
        request,
        lambda: _page(told, found, chosen),
        lambda: _kept(found.differences if found else (), chosen),
        DIFFERENCES,
        "differences",
    )


def _page(told: query.Accounts, found: Comparison | None, chosen: frozenset[str]) -> AccountsPage:
    if found is None:
        return AccountsPage(told.meeting, told.parts, None, (), (), (), chosen, ())
    laid = laid_out(found)
    count = Counter(one.type for one in found.differences)
    types = tuple((name, count[name]) for name in TYPES if count[name])
    rest = _kept(laid.rest, chosen)
    return AccountsPage(
        told.meeting, told.parts, found, shown(_narrowed(laid, chosen)), rest, types, chosen, bars(found)
    )


def _chosen(request: Request) -> frozenset[str]:
    words = {word for word in request.query_params.getlist("type") if word}
    unknown = sorted(words - set(TYPES))
    if unknown:
        raise RegestaError(f"There is no type of difference {unknown[0]!r}; they are {', '.join(TYPES)}.")
    return frozenset(words)


def _kept(differences: Sequence[Difference], chosen: frozenset[str]) -> tuple[Difference, ...]:
    return tuple(one for one in differences if not chosen or one.type in chosen)


def _narrowed(laid: Laid, chosen: frozenset[str]) -> Laid:
    """Leave the passages and topics that have a difference of the chosen types."""
    if not chosen:
        return laid
    topics = []
    for placed in laid.topics:
        whole = _kept(placed.whole, chosen)
        passages = [
            replace(one, differences=_kept(one.differences, chosen), bare=False) for one in placed.passages
        ]
        told = any(one.type == "only_in" for one in whole)
        kept = tuple(one for one in passages if one.differences or told)
        if whole or kept:
            topics.append(replace(placed, whole=whole, passages=kept))
    return replace(laid, topics=tuple(topics))


def two_of(parts: Sequence[Part], left: str | None, right: str | None) -> tuple[Part, Part] | None:
    """Return the two accounts that are asked for; what is left open is chosen, one of each side."""
    named = [_named(parts, name) for name in (left, right) if name is not None]
    if len(named) == _BOTH and named[0].dossier.id == named[1].dossier.id:
        raise RegestaError("The two accounts are one document; name two different ones.")
    if len(parts) < _BOTH:
        return None
    one = named[0] if named else min(parts, key=_telling)
    two = named[1] if len(named) == _BOTH else _other(parts, one)
    return one, two


def _named(parts: Sequence[Part], name: str) -> Part:
    found = next((part for part in parts if part.dossier.id == name), None)
    if found is None:
        raise RegestaError(f"{name!r} is no account of this meeting; choose one of those it has.")
    return found


def _other(parts: Sequence[Part], one: Part) -> Part:
    """Return the account to lay beside one: of another side where there is any."""
    rest = [part for part in parts if part.dossier.id != one.dossier.id]
    mine = teller(one.dossier.document)
    return min(rest, key=lambda part: (teller(part.dossier.document) == mine, *_telling(part)))


def _telling(part: Part) -> tuple[bool, bool, str, str]:
    """Order accounts by how well they serve: a side's own after the event first, then by side and day."""
    document = part.dossier.document
    label = teller(document) or "~"
    return (
        label == JOINT_TEXT,
        document.kind not in AFTER_THE_EVENT,
        label,
        document.published or "~",
    )


def compared(desk: Desk, two: tuple[Part, Part], meeting: Joined) -> Comparison:
    packs = packs_with(desk.settings.topics)
    return compare(*two, packs, meeting.id, meeting.dated.when)

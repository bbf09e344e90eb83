"""Invitations that are accepted: whoever accepts undertakes to come."""

from __future__ import annotations

from collections.abc import Sequence

from regesta.records.speech import Said

_INVITATION = "invitation"


def accepts(said: Said) -> bool:
    """Say whether a statement accepts an invitation, or accepts without a word for what."""
    clause = said.clause
    if said.act != "agree" or clause.head != "accept":
        return False
    return names_invitation(said) or (said.complement == "none" and clause.verb.noun is None)


def names_invitation(said: Said) -> bool:
    """Say whether the invitation is named: as what is accepted, or as the subject of the passive."""
    clause = said.clause
    object_ = said.sentence.lows[clause.verb.noun] if clause.verb.noun is not None else ""
    return object_.startswith(_INVITATION) or (clause.thing or "").startswith(_INVITATION)


def invited_by(said: Said, among: Sequence[Said]) -> Said | None:
    """Return the last statement before one in its sentence that invites."""
    before = [one for one in among if one.act == "invite" and one.start < said.start]
    return before[-1] if before else None


def accepting(said: Said, among: Sequence[Said]) -> tuple[str, ...]:
    """Return the sides that accept: whoever is named, else whoever is invited in the same sentence.

    Of "the invitation was accepted" nobody is known where that could be anybody in the room.
    """
    inviting = invited_by(said, among)
    guest = inviting.addressee.country if inviting is not None and inviting.addressee is not None else None
    if guest and all(actor.basis in ("coreference", "group") for actor in said.actors):
        return (guest,)
    sides = tuple(dict.fromkeys(actor.country for actor in said.actors if actor.country))
    return () if said.clause.passive and len(sides) > 1 else sides

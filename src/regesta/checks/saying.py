"""Meetings and numbers in the words of a finding."""

from __future__ import annotations

from regesta.model.links import Joined
from regesta.query.dates import in_words

_WORDS = {
    "summit": "summit",
    "foreign_ministers": "foreign ministers’ meeting",
    "ministers": "ministers’ meeting",
    "two_plus_two": "two-plus-two meeting",
    "vice_ministerial": "vice-ministers’ meeting",
    "officials": "officials’ meeting",
    "committee": "committee’s meeting",
    "courtesy_call": "courtesy call",
    "visit": "visit",
    "forum": "forum",
    "other": "event",
}
_MEDIA = {"phone": " by telephone", "video": " by video"}


def meeting_words(joined: Joined) -> str:
    """Name a meeting: "foreign ministers’ meeting (XA, XB) of 4 May 2031"."""
    parties = f" ({', '.join(joined.parties)})" if joined.parties else ""
    day = in_words(joined.dated.when, joined.dated.basis)
    return f"{_WORDS[joined.format]}{_MEDIA.get(joined.medium, '')}{parties} of {day}"


def number_words(number: int, thing: str) -> str:
    """Count things: "1 document", "3 documents"."""
    return f"{number} {thing}{'' if number == 1 else 's'}"

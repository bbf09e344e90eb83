"""The words that one of two passages has and the other has not."""

from __future__ import annotations

from regesta.model.accounts import Told
from regesta.model.drift import Said
from regesta.model.finding import Place
from regesta.resolve.wording import compare


def words_apart(first: Told, second: Told) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """Return the words of ``first`` whose roots ``second`` does not have, and the other way round."""
    _, wording = compare([_said(first)], [_said(second)])
    ours, theirs = (tuple(one.place for one in phrases) for phrases in (wording.went, wording.came))
    return ours, theirs


def _said(told: Told) -> Said:
    """Return a passage as wording is compared: by all its words, whoever speaks, said to be so or not."""
    return Said(told.refs[0], told.place, told.place, "", told.act, False, told.voices)

"""Somebody named in a sentence, whatever recogniser found them, and some of its words."""

from __future__ import annotations

from typing import NamedTuple

from regesta.mentions.groups import GroupMention
from regesta.mentions.people import PersonMention
from regesta.mentions.states import StateMention
from regesta.model.span import Span
from regesta.model.value import value


@value
class Ref:
    """Somebody named at tokens ``[start, end)``: a person, a group, one side, or a state."""

    start: int
    end: int
    span: Span
    person: PersonMention | None = None
    group: GroupMention | None = None
    state: StateMention | None = None

    @property
    def kind(self) -> str:
        """``person`` (named), ``role`` (office alone), ``group``, ``side``, ``pronoun`` or ``party``."""
        if self.person is not None:
            return "person" if self.person.name is not None else "role"
        if self.group is not None:
            return self.group.kind
        return "party"


class Stretch(NamedTuple):
    """Some words of a sentence, by their characters."""

    span: Span

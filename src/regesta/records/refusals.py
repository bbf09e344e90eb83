"""How the readers of clauses tell that a verb makes no statement; see :mod:`regesta.model.trace`."""

from __future__ import annotations

from typing import Literal

from regesta.mentions.verbs import VerbHit
from regesta.model.trace import declined, listening
from regesta.records.view import Sentence


def unsaid(sentence: Sentence, verb: VerbHit, why: str) -> Literal[False]:
    """Tell why ``verb`` makes no statement; return False. Nothing is done where nobody listens."""
    if listening() is None:
        return False
    end = verb.end if verb.noun is None else verb.noun + 1
    return declined("statement", sentence.placed(verb.start, end), why, verb.rule)

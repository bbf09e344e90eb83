"""A request in the making, and which statements ask for something."""

from __future__ import annotations

from dataclasses import dataclass

from regesta.mentions.verbs import lexicon, light_classes, noun_at
from regesta.model.records import GROUP_OF, Actor
from regesta.model.span import Span
from regesta.records.promises.promise import Due
from regesta.records.speech import Said
from regesta.records.view import Sentence
from regesta.rules.requests import request_rules


@dataclass(slots=True)
class Ask:
    """A request in the making; ``what`` is where the words of the thing asked for stand.

    ``said`` is the statement it rests on.
    """

    sentence: Sentence
    said: Said
    span: Span
    who: tuple[Actor, ...]
    of: tuple[Actor, ...]
    what: Span
    again: bool
    due: Due
    condition: str | None
    rule: str
    confidence: float


def asks(said: Said) -> bool:
    """Say whether a statement asks for something; a question, a warning and what "will" be asked do not."""
    if GROUP_OF[said.act] != "ASK" or said.clause.tense == "future":
        return False
    silent = request_rules().no_request.words
    return said.clause.verb.lemma not in silent and carried(said) not in silent


def needs_whom(said: Said) -> bool:
    """Say whether a statement asks only where it names whom: "encouraged", "warned"."""
    return said.clause.verb.lemma in request_rules().need_whom.words


def carried(said: Said) -> str | None:
    """Return the noun that a light verb carries ("request" of "made a request"), None without one."""
    noun = said.clause.verb.noun
    return said.sentence.toks[noun].low if noun is not None else None


def noun_before(said: Said) -> int | None:
    """Return the token of the noun of asking before a passive: "A request for help was made"."""
    clause, toks = said.clause, said.sentence.toks
    if not clause.passive or clause.subject or clause.thing in (None, "it"):
        return None
    classes = light_classes(clause.verb.lemma)
    hits = (noun_at(toks, i, classes, lexicon()) for i in range(clause.start))
    found = [end for hit in hits if hit is not None for end, nouns in (hit,) if GROUP_OF[nouns.act] == "ASK"]
    return found[0] if found else None


def unsaid(said: Said) -> bool:
    """Say whether nothing tells who asks: "it was proposed", "a request was made"."""
    clause, toks = said.clause, said.sentence.toks
    if not clause.passive or clause.subject:
        return False
    agent = any(toks[i].low == "by" for i in range(clause.verb.end, min(len(toks), clause.verb.end + 4)))
    return not agent

"""A request in the making, and which statements ask for something."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from regesta.mentions.verbs import lexicon, light_classes, noun_at
from regesta.model.records import GROUP_OF, Actor
from regesta.model.span import Span
from regesta.model.trace import declined
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


def asks(said: Said) -> bool:
    """Say whether a statement asks for something; a question, a warning and what "will" be asked do not."""
    if GROUP_OF[said.act] != "ASK":
        return False
    if said.clause.tense == "future":
        return refused(said, "will be asked, and is not yet")
    silent = request_rules().no_request.words
    if said.clause.verb.lemma in silent or carried(said) in silent:
        return refused(said, "a verb or noun that asks nobody to do anything")
    return True


def refused(said: Said, why: str) -> Literal[False]:
    """Tell that a statement of the ASK group is no request, and why."""
    return declined("request", said, why, f"ask.{said.rule}")


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

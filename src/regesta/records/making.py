"""From drafts to records: ids, topics, sections, and the words of each field."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from regesta.model.records import Actor, Commitment, Meeting, Request, Statement
from regesta.model.span import Span
from regesta.records.acts import is_denied
from regesta.records.confidence import of_commitment, of_meeting, of_request, of_statement
from regesta.records.meeting.draft import Draft
from regesta.records.promises import Promise
from regesta.records.requests import Ask
from regesta.records.speech import Said
from regesta.records.topics import REACH, Topics
from regesta.records.view import Sentence
from regesta.rules.packs import Pack

T = TypeVar("T", Meeting, Statement, Commitment, Request)


@dataclass(slots=True)
class Maker:
    """Makes the records of one document.

    Ids are made from the text's hash, the kind and place of a record and its content: the same
    input gives the same ids. ``parties`` are the sides that the document is about.
    """

    text: str
    sha256: str
    packs: tuple[Pack, ...]
    parties: frozenset[str]
    sentences: Sequence[Sentence]
    blocks: dict[int, list[Sentence]] = field(default_factory=dict)
    topics: Topics = field(init=False)

    def __post_init__(self) -> None:
        """Take the topics in force for the document."""
        self.topics = Topics(self.text, self.packs, self.parties, [s.toks for s in self.sentences])

    def meetings(self, drafts: Sequence[Draft]) -> tuple[Meeting, ...]:
        """Return the meetings, each once."""
        return _unique([self._meeting(draft) for draft in drafts])

    def statements(self, said: Sequence[Said]) -> tuple[Statement, ...]:
        """Return the statements, each once."""
        return _unique([self._statement(one) for one in said])

    def commitments(self, promised: Sequence[Promise]) -> tuple[Commitment, ...]:
        """Return the commitments, each once."""
        return _unique([self._commitment(one) for one in promised])

    def requests(self, asked: Sequence[Ask]) -> tuple[Request, ...]:
        """Return the requests, each once."""
        return _unique([self._request(one) for one in asked])

    def _meeting(self, draft: Draft) -> Meeting:
        when = draft.when
        edtf = when.edtf if when else None
        there = (*draft.people, *draft.attending)
        people = tuple(Actor("person", e.name, e.country, e.role, e.country_basis) for e in there)
        return Meeting(
            id=self._id("meeting", draft.span, draft.format, edtf),
            span=draft.span,
            main=draft.main,
            format=draft.format or "other",
            medium=draft.medium or "in_person",
            status=draft.status,
            when=edtf,
            when_basis=when.basis if when else None,
            as_written=when.span.of(self.text) if when and when.basis != "published" else None,
            place=_place(draft),
            country=draft.country,
            participants=people,
            start_time=draft.start_time.value if draft.start_time else None,
            duration_minutes=draft.minutes,
            parts=tuple(draft.parts),
            occasion=draft.occasion,
            ordinal_total=draft.total,
            ordinal_year=draft.year,
            round=draft.round,
            condition=draft.condition,
            reason=draft.reason,
            also=tuple(draft.also),
            rule=draft.rule,
            confidence=of_meeting(draft),
            topics=self._topics(draft.sentence, draft.span),
            parties=_parties(draft),
            parties_basis=draft.parties_basis,
            zone=draft.zone,
            zone_basis=draft.zone_basis,
        )

    def _statement(self, said: Said) -> Statement:
        sentence, clause = said.sentence, said.clause
        span, verb = said.span, _verb(said)
        predicate = clause.verb.kind == "predicate"
        return Statement(
            id=self._id("statement", span, said.act, verb.start),
            span=span,
            verb=verb.of(self.text) if predicate else sentence.toks[clause.verb.start].text,
            verb_span=verb,
            act=said.act,
            negated=is_denied(clause, said.act),
            actors=said.actors,
            addressee=said.addressee,
            topics=self._topics(sentence, span),
            section=" / ".join(sentence.sections) or None,
            content=_content(said, self.text),
            rule=said.rule,
            confidence=of_statement(said.act, said.confidence),
        )

    def _commitment(self, promise: Promise) -> Commitment:
        return Commitment(
            id=self._id("commitment", promise.span, promise.what),
            span=promise.span,
            who=promise.who,
            what=promise.what,
            strength=promise.strength,
            due=promise.due.edtf,
            due_basis=promise.due.basis,
            due_as_written=promise.due.words,
            condition=promise.condition,
            topics=self._topics(promise.sentence, promise.span),
            rule=promise.rule,
            confidence=of_commitment(
                promise.act, promise.confidence, dated_elsewhere=_is_dated_elsewhere(promise)
            ),
        )

    def _request(self, ask: Ask) -> Request:
        said = ask.said
        return Request(
            id=self._id("request", ask.span, said.act, ask.what.start),
            span=ask.span,
            act=said.act,
            who=ask.who,
            of=ask.of,
            what=" ".join(ask.what.of(self.text).split()),
            what_span=ask.what,
            again=ask.again,
            negated=is_denied(said.clause, said.act),
            due=ask.due.edtf,
            due_basis=ask.due.basis,
            due_as_written=ask.due.words,
            condition=ask.condition,
            topics=self._topics(ask.sentence, ask.span),
            statement_id=self._statement_id(said),
            rule=ask.rule,
            confidence=of_request(
                said.confidence, unsaid=not ask.who, unnamed=any(a.basis == "unresolved" for a in ask.of)
            ),
        )

    def _statement_id(self, said: Said) -> str:
        return self._id("statement", said.span, said.act, _verb(said).start)

    def _id(self, kind: str, span: Span, *words: object) -> str:
        key = "\x1f".join(map(str, (self.sha256, kind, span.start, span.end, *words)))
        return f"{kind[0]}-{hashlib.sha256(key.encode()).hexdigest()[:12]}"

    def _topics(self, sentence: Sentence, span: Span) -> tuple[str, ...]:
        block = self._block(sentence)
        at = bisect_left(block, sentence.index, key=lambda s: s.index)
        before = [s.span for s in block[max(0, at - REACH) : at]][::-1]
        return self.topics.of(span, sentence.sections, sentence.span, before)

    def _block(self, sentence: Sentence) -> Sequence[Sentence]:
        """The sentences of the same block; gathered once for all blocks."""
        if not self.blocks:
            for one in self.sentences:
                self.blocks.setdefault(one.block.index, []).append(one)
        return self.blocks[sentence.block.index]


def _place(draft: Draft) -> str | None:
    """The town or venue; of other mentions, and where no preposition stands, the town before its venue."""
    place = draft.place
    if place is None:
        return draft.place_words
    loose = not draft.main or place.preposition is None
    return place.city or place.name if loose else place.name


def _is_dated_elsewhere(promise: Promise) -> bool:
    """Say whether the window of an undertaking was worked out and does not stand in its words."""
    return promise.due.edtf is not None and promise.due.basis != "stated"


def _verb(said: Said) -> Span:
    """The words of a statement's verb with its auxiliaries."""
    return said.sentence.chars(said.clause.start, said.clause.verb.end)


def _content(said: Said, text: str) -> Span | None:
    """What follows the verb and the noun it carries, with the sentences that go on with it; None for nothing.

    Of a programme ("will hold talks") the verb is part of what is announced.
    """
    end = said.runs_to or said.span.end
    if said.act in ("announce", "pledge") and said.clause.modal is not None:
        return Span(said.span.start, end) if said.runs_to is not None else None
    verb = said.clause.verb
    last = verb.end if verb.noun is None else verb.noun + 1
    if last < said.end:
        span = Span(said.sentence.toks[last].start, end)
        return span if any(char.isalnum() for char in span.of(text)) else None
    return Span(said.span.start, end) if said.runs_to is not None else None


def _parties(draft: Draft) -> tuple[str, ...]:
    """The sides of a meeting in order of code: those of its participants and those its words name."""
    return tuple(sorted({e.country for e in draft.people if e.country} | draft.parties))


def _unique(items: Sequence[T]) -> tuple[T, ...]:
    return tuple({item.id: item for item in items}.values())

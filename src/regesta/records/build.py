"""From a page and its outline to what is known of the document, and all its records.

Pure: the same page and rules give the same records with the same ids. The order is fixed: who is
named, which meetings, who is in the room, what each side says, what was promised, what is left.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from regesta.mentions.places import PlaceMention, find_places
from regesta.model.document import Document, Page
from regesta.model.outline import Outline
from regesta.model.records import (
    Account,
    Actor,
    Commitment,
    Meeting,
    Records,
    Statement,
    Unread,
)
from regesta.model.span import Span
from regesta.records import facts
from regesta.records.accounts import account
from regesta.records.actors import Resolver
from regesta.records.cast import Cast, build_cast
from regesta.records.meeting.build import Builder, Meetings
from regesta.records.meeting.draft import Draft
from regesta.records.promises import Promise, Promises
from regesta.records.speech import Said, Speech
from regesta.records.terms import find_terms
from regesta.records.topics import topics_for
from regesta.records.turns import Turns, author_of
from regesta.records.view import Sentence, prune, view
from regesta.rules.packs import Pack
from regesta.rules.states import States


@dataclass(slots=True)
class _Facts:
    """What was settled of the document before its records are read."""

    title: str
    title_span: Span | None
    publisher: str | None
    publisher_basis: str | None
    side: str | None
    side_basis: str | None
    kind: str
    kind_reason: str


def read_records(
    page: Page, outline: Outline, states: States, packs: tuple[Pack, ...]
) -> tuple[Document, Records]:
    """Read one document: what is known of it as a whole, and its records."""
    text = page.text
    sentences = view(text, outline, states)
    known = _document_facts(page, outline, sentences, states)
    level = facts.head_level(known.publisher)
    cast = build_cast(sentences, known.side, level, outline.title)
    prune(sentences, lambda person: person.name is not None and cast.find(person.name) is not None)
    place, words = _dateline(text, outline, states)
    builder = Builder(
        text=text,
        cast=cast,
        side=known.side,
        published=page.source.published,
        published_span=None,
        announcement=known.kind == "announcement",
        title=outline.title,
        dateline=place,
        dateline_words=words,
        states=states,
    )
    met = builder.build(sentences)
    resolver = Resolver(cast, met.scenes, states, known.side)
    year = int(page.source.published[:4]) if page.source.published else None
    speech = Speech(resolver, known.kind, facts.speaks_as_we(sentences), year)
    promises = Promises(text, page.source.published, known.kind, met.drafts, _parties(met, known.side))
    resolver.joint = known.kind == "joint_statement"
    turns = Turns(cast, text, known.kind == "press_conference", author_of(sentences, cast, known.side))
    said: list[Said] = []
    promised: list[Promise] = []
    for sentence in sentences:
        speaker, question = turns.at(sentence)
        resolver.speaker = speaker.actor("coreference") if speaker is not None else None
        if question:
            continue
        here = speech.read(sentence)
        said += here
        promised += promises.read(sentence, here)
    counterpart = _counterpart(met, known.side)
    if known.side is not None and counterpart is not None:
        builder.infer_parties(met.drafts, (known.side, counterpart))
    document = _document(page, known, counterpart)
    maker = _Maker(text, page.sha256, packs, _sides(known.side, counterpart, met), sentences)
    records = maker.records(outline, page, met, said, promised)
    return document, records


def _document_facts(page: Page, outline: Outline, sentences: Sequence[Sentence], states: States) -> _Facts:
    source, text = page.source, page.text
    title_span = outline.blocks[outline.title].body if outline.title is not None else None
    title = " ".join(title_span.of(text).split()) if title_span else source.title or ""
    publisher, basis = source.publisher, "given" if source.publisher else None
    if publisher is None:
        publisher, _ = facts.publisher_of(text, outline)
        basis = "inferred" if publisher else None
    side, side_basis = source.country, "given" if source.country else None
    if side is None:
        side = _side_of(publisher, sentences, states)
        side_basis = "inferred" if side else None
    kind, reason = facts.kind_of(title, sentences)
    return _Facts(title, title_span, publisher, basis, side, side_basis, kind, reason)


def _side_of(publisher: str | None, sentences: Sequence[Sentence], states: States) -> str | None:
    """Work out the publishing side: the state in the publisher's name."""
    if publisher is None:
        return None
    for size in range(len(publisher.split()), 0, -1):
        words = publisher.split()
        for start in range(len(words) - size + 1):
            code = states.code_of(" ".join(words[start : start + size]).strip("(),"))
            if code is not None:
                return code
    return None


def _dateline(text: str, outline: Outline, states: States) -> tuple[PlaceMention | None, str | None]:
    """The place that a date line, or the line under it, names."""
    for block in outline.blocks:
        if block.kind != "dateline":
            continue
        words = block.body.of(text)
        found = find_places(text, block.span, states)
        if found:
            towns = [p for p in found if p.kind == "town"] or list(found)
            return towns[-1], words
        if not re.search(r"\d", words) and re.search(r"[A-Z]", words):
            return None, " ".join(words.split())
    return None, None


def _parties(met: Meetings, side: str | None) -> tuple[str, ...]:
    codes = [c for scene in met.scenes[:1] for c in scene.parties]
    if side is not None and side not in codes:
        codes.insert(0, side)
    return tuple(codes)


def _counterpart(met: Meetings, side: str | None) -> str | None:
    """The one other side of the main meetings; None where there are several or none."""
    codes: list[str] = []
    for draft in met.drafts:
        if draft.main:
            codes += [e.country for e in draft.people if e.country] + sorted(draft.parties)
            codes += [draft.destination] if draft.format == "visit" and draft.destination else []
            codes += [draft.country] if draft.country and draft.format in ("visit", "two_plus_two") else []
    others = list(dict.fromkeys(c for c in codes if c != side))
    return others[0] if len(others) == 1 else None


def _sides(side: str | None, counterpart: str | None, met: Meetings) -> frozenset[str]:
    codes = {c for c in (side, counterpart) if c}
    for scene in met.scenes:
        codes |= set(scene.parties)
    return frozenset(codes)


def _document(page: Page, known: _Facts, counterpart: str | None) -> Document:
    source = page.source
    return Document(
        file=source.file, sha256=page.sha256, url=source.url, publisher=known.publisher,
        publisher_basis=known.publisher_basis, side=known.side, side_basis=known.side_basis, counterpart=counterpart,
        kind=known.kind, kind_reason=known.kind_reason, language=source.language, title=known.title or None,
        title_span=known.title_span, published=source.published, published_basis=source.published_basis,
    )  # fmt: skip


@dataclass(slots=True)
class _Maker:
    """Turns drafts into records with ids, topics and sections."""

    text: str
    sha256: str
    packs: tuple[Pack, ...]
    parties: frozenset[str]
    sentences: Sequence[Sentence]
    blocks: dict[int, list[Sentence]] = field(default_factory=dict)

    def records(
        self, outline: Outline, page: Page, met: Meetings, said: Sequence[Said], promised: Sequence[Promise]
    ) -> Records:
        meetings = tuple(self._meeting(d) for d in met.drafts)
        statements = tuple(self._statement(s) for s in said)
        commitments = tuple(self._commitment(p) for p in promised)
        read = [s.span for s in self.sentences]
        terms = find_terms(self.text, read, self.packs, self.parties, self.sha256)
        again = [place for draft in met.drafts for place in draft.also]
        used = [
            *again,
            *(m.span for m in meetings),
            *(s.span for s in statements),
            *(c.span for c in commitments),
        ]
        accounts, unread = account(self.text, outline, page.furniture, used, self.sentences)
        return Records(
            _unique(meetings), _unique(statements), _unique(commitments), terms, outline.repeats, unread, accounts
        )  # fmt: skip

    def _id(self, kind: str, span: Span, *words: object) -> str:
        key = "\x1f".join(str(w) for w in (self.sha256, kind, span.start, span.end, *words))
        return f"{kind[0]}-{hashlib.sha256(key.encode()).hexdigest()[:12]}"

    def _block(self, sentence: Sentence) -> Sequence[Sentence]:
        """The sentences of the same block; gathered once."""
        if not self.blocks:
            for one in self.sentences:
                self.blocks.setdefault(one.block.index, []).append(one)
        return self.blocks[sentence.block.index]

    def _topics(self, sentence: Sentence, span: Span) -> tuple[str, ...]:
        before = [s.span for s in self._block(sentence) if s.index < sentence.index][::-1]
        return topics_for(
            self.text, span, sentence.sections, packs=self.packs, parties=self.parties, sentence=sentence.span, before=before
        )  # fmt: skip

    def _meeting(self, draft: Draft) -> Meeting:
        place = draft.place_words
        if draft.place is not None:
            place = (
                draft.place.city or draft.place.name
                if not draft.main or draft.place.preposition is None
                else draft.place.name
            )
        people = tuple(Actor("person", e.name, e.country, e.role, e.country_basis) for e in draft.people)
        when = draft.when
        return Meeting(
            id=self._id("meeting", draft.span, draft.format, when.edtf if when else None),
            span=draft.span, main=draft.main, format=draft.format or "other", medium=draft.medium or "in_person",
            status=draft.status, when=when.edtf if when else None, when_basis=when.basis if when else None,
            as_written=when.span.of(self.text) if when and when.basis != "published" else None,
            place=place, country=draft.country, participants=people, start_time=draft.start_time,
            duration_minutes=draft.minutes, parts=tuple(draft.parts), occasion=draft.occasion,
            ordinal_total=draft.total, ordinal_year=draft.year, round=draft.round, condition=draft.condition,
            reason=draft.reason, also=tuple(draft.also), rule=draft.rule, confidence=0.9 if draft.main else draft.confidence,
            topics=self._topics(draft.sentence, draft.span), parties=_sorted_parties(draft), parties_basis=draft.parties_basis,
        )  # fmt: skip

    def _statement(self, said: Said) -> Statement:
        sentence, clause = said.sentence, said.clause
        toks = sentence.toks
        verb = sentence.chars(clause.start, clause.verb.end)
        last = clause.verb.end if clause.verb.noun is None else clause.verb.noun + 1
        content = Span(toks[last].start, said.span.end) if last < said.end else None
        return Statement(
            id=self._id("statement", said.span, said.act, verb.start),
            span=said.span, verb=toks[clause.verb.start].text if clause.verb.kind != "predicate" else verb.of(self.text),
            verb_span=verb, act=said.act, negated=clause.negated, actors=said.actors, addressee=said.addressee,
            topics=self._topics(sentence, said.span), section=" / ".join(sentence.sections) or None,
            content=content, rule=said.rule, confidence=said.confidence,
        )  # fmt: skip

    def _commitment(self, promise: Promise) -> Commitment:
        return Commitment(
            id=self._id("commitment", promise.span, promise.what), span=promise.span, who=promise.who,
            what=promise.what, strength=promise.strength, due=promise.due, due_basis=promise.due_basis,
            due_as_written=promise.due_words, condition=promise.condition,
            topics=self._topics(promise.sentence, promise.span), rule=promise.rule, confidence=promise.confidence,
        )  # fmt: skip


def _sorted_parties(draft: Draft) -> tuple[str, ...]:
    """The sides of a meeting in order of code: those of its participants and those its words name."""
    codes = {e.country for e in draft.people if e.country} | draft.parties
    return tuple(sorted(codes))


T = TypeVar("T", Meeting, Statement, Commitment)


def _unique(items: tuple[T, ...]) -> tuple[T, ...]:
    return tuple({item.id: item for item in items}.values())


__all__ = ["Account", "Cast", "Unread", "read_records"]

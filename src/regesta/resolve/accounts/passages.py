"""An account cut into passages: a statement with what was promised and asked for in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from regesta.model.accounts import Told
from regesta.model.finding import Place
from regesta.model.judgement import Ref
from regesta.model.links import Dossier
from regesta.model.records import Actor, Commitment, Meeting, Request, Statement
from regesta.model.span import Span
from regesta.resolve.accounts.words import Words, words_of


@dataclass(frozen=True, slots=True)
class Part:
    """A dossier and the part of it that concerns one meeting: its spans and the meeting's record.

    Without ``spans`` it is the whole document; without ``meeting`` it is asked which of its
    meetings the other account has too.
    """

    dossier: Dossier
    spans: tuple[Span, ...] | None = None
    meeting: str | None = None

    def holds(self, span: Span) -> bool:
        """Say whether ``span`` lies, with some of its characters, in this part."""
        return self.spans is None or any(span.overlaps(one) for one in self.spans)


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage with the words by which it is compared.

    ``said`` is the part of ``span`` that says what was said. ``parts`` are its undertakings and
    requests, each with its words. ``strength`` is that of the strongest undertaking, 0 where
    there is none; ``due`` are the windows of its undertakings and requests with their words.
    ``bare`` says that nothing but the event itself is told.
    """

    told: Told
    words: Words
    span: Span
    said: Span
    size: int
    strength: int
    due: tuple[tuple[str, str], ...]
    bare: bool
    parts: tuple[tuple[Place, Words], ...] = ()


def passages(
    part: Part, label: str, known: frozenset[str], topical: frozenset[str] = frozenset()
) -> tuple[Passage, ...]:
    """Return the passages of ``part`` in order of the text; ``known`` are words that tell nothing.

    ``topical`` are the ids of topics: a concept of that id makes a passage speak of the topic.
    """
    records = part.dossier.records
    sentences = sorted(one.span for one in records.accounts if one.fate == "record")
    setting = _Setting(
        part.dossier,
        sentences,
        tuple(sorted((t.span, t.concept) for t in records.terms)),
        label,
        known,
        topical,
    )
    promised = [one for one in records.commitments if part.holds(one.span)]
    asked = [one for one in records.requests if part.holds(one.span)]
    found, taken = [], set()
    leads = _leads(part, [one for one in promised if not any(_inside(s, one) for s in records.statements)])
    for statement in records.statements:
        if not part.holds(statement.span) or statement in leads.values():
            continue
        inside = [one for one in promised if _inside(statement, one)]
        wanted = [one for one in asked if one.statement_id == statement.id]
        taken |= {one.id for one in inside}
        found.append(_of_statement(setting, statement, inside, wanted))
    found += [_of_promise(setting, one, leads.get(one.id)) for one in promised if one.id not in taken]
    return tuple(sorted(found, key=lambda one: (one.span, one.told.refs)))


@dataclass(frozen=True, slots=True)
class _Setting:
    """The document around a passage: its sentences and the concepts named in it, in order of the text."""

    dossier: Dossier
    sentences: Sequence[Span]
    terms: Sequence[tuple[Span, str]]
    label: str
    known: frozenset[str]
    topical: frozenset[str]

    def concepts(self, span: Span) -> frozenset[str]:
        """The concepts named at ``span``."""
        first = bisect_left(self.terms, (Span(span.start, 0), ""))
        return frozenset(
            concept
            for at, concept in takewhile(lambda one: one[0].start < span.end, self.terms[first:])
            if span.contains(at)
        )

    def topics(self, span: Span, named: tuple[str, ...]) -> tuple[str, ...]:
        """The topics of a passage, and the concepts named in it that are topics."""
        return tuple(dict.fromkeys([*named, *sorted(self.concepts(span) & self.topical)]))

    def sentence(self, span: Span) -> str:
        """The words of the sentences at ``span``."""
        first = max(0, bisect_left(self.sentences, span) - 1)
        around = [
            one
            for one in takewhile(lambda one: one.start < span.end, self.sentences[first:])
            if one.overlaps(span)
        ]
        return " ".join(one.of(self.dossier.text) for one in around)

    def words(self, span: Span, said: str) -> Words:
        """The words of ``said``, which is what stands at ``span`` or a part of it."""
        return words_of(said, self.sentence(span), self.concepts(span), self.known)


def known_words(parts: Iterable[Part]) -> Iterator[str]:
    """Yield the words of the names of everybody who acts, is addressed or takes part, in lower case."""
    for part in parts:
        records = part.dossier.records
        for actor in (*_acting(records.statements), *_present(records.meetings)):
            yield from actor.name.lower().split()


def _acting(statements: Iterable[Statement]) -> Iterator[Actor]:
    for statement in statements:
        yield from statement.actors
        if statement.addressee is not None:
            yield statement.addressee


def _present(meetings: Iterable[Meeting]) -> Iterator[Actor]:
    for meeting in meetings:
        yield from meeting.participants


def _inside(statement: Statement, promise: Commitment) -> bool:
    return statement.span.overlaps(promise.span) and _said(statement).overlaps(promise.span)


def _leads(part: Part, promised: Iterable[Commitment]) -> dict[str, Statement]:
    """Return by undertaking the statement that leads the list in which it stands: "They agreed to:".

    Such a statement says nothing without its list; its items are passages of their own.
    """
    text = part.dossier.text
    found: dict[str, Statement] = {}
    for promise in promised:
        before = [one for one in part.dossier.records.statements if one.span.end <= promise.span.start]
        last = max(before, key=lambda one: one.span, default=None)
        if last is not None and last.span.of(text).rstrip().endswith(":"):
            found[promise.id] = last
    return found


def _said(statement: Statement) -> Span:
    return statement.span if statement.content is None else statement.verb_span.join(statement.content)


def _windows(listed: Sequence[Commitment] | Sequence[Request]) -> Iterator[tuple[str, str]]:
    return ((one.due, one.due_as_written or one.due) for one in listed if one.due)


def _of_statement(
    setting: _Setting, statement: Statement, promised: list[Commitment], asked: list[Request]
) -> Passage:
    name, text = setting.dossier.id, setting.dossier.text
    span = statement.span if statement.content is None else statement.span.join(statement.content)
    refs = (
        Ref(name, "statement", statement.id),
        *(Ref(name, "commitment", one.id) for one in promised),
        *(Ref(name, "request", one.id) for one in asked),
    )
    voices = tuple(sorted({actor.country for actor in statement.actors if actor.country}))
    told = Told(
        setting.label,
        refs,
        Place(name, span, span.of(text)),
        statement.act,
        statement.negated,
        voices,
        any(actor.basis == "publisher" for actor in statement.actors),
        setting.topics(span, statement.topics),
    )
    said = statement.content or span
    return Passage(
        told,
        setting.words(span, said.of(text)),
        span,
        said,
        len(said.of(text)),
        max((one.strength for one in promised), default=0),
        (*_windows(promised), *_windows(asked)),
        statement.content is None,
        tuple(
            (Place(name, at, at.of(text)), setting.words(at, at.of(text)))
            for at in (*(one.span for one in promised if one.strength > 1), *(one.what_span for one in asked))
        ),
    )


def _of_promise(setting: _Setting, promise: Commitment, lead: Statement | None) -> Passage:
    """Return an undertaking as a passage of its own, with the act of the statement that leads its list."""
    dossier = setting.dossier
    alone = "agree" if len(promise.who) > 1 else "pledge"
    words = promise.span.of(dossier.text)
    told = Told(
        setting.label,
        (Ref(dossier.id, "commitment", promise.id),),
        Place(dossier.id, promise.span, words),
        lead.act if lead else alone,
        lead.negated if lead else False,
        tuple(sorted(promise.who)),
        False,
        setting.topics(promise.span, promise.topics),
    )
    due = ((promise.due, promise.due_as_written or promise.due),) if promise.due else ()
    return Passage(
        told,
        setting.words(promise.span, words),
        promise.span,
        promise.span,
        len(words),
        promise.strength,
        due,
        False,
    )

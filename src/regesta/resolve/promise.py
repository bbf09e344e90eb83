"""What is followed up, and what may show what came of it, each worked out from one document alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from regesta.model.edtf import UNKNOWN_YEAR, bounds
from regesta.model.finding import Place
from regesta.model.judgement import Ref
from regesta.model.links import Dossier
from regesta.model.records import Actor, Commitment, Request
from regesta.model.span import Span
from regesta.resolve.days import Window, with_year
from regesta.resolve.mention import Mention, dyad_of, state_names
from regesta.resolve.sentences import Sentences
from regesta.resolve.subject import deeds_of, subject_of
from regesta.resolve.telling import tellings
from regesta.rules.outcomes import outcome_rules
from regesta.rules.resolve import pair_stems, resolve_rules, stem, subject_stems, words

_BEFORE = 60
_PREFIX = 5


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment or request to be followed: what it says, for whom, by when, and at which meetings it aims.

    ``own`` are the telling stems of its own words, ``core`` those of them that are no names and no deeds,
    ``pairs`` those that stand side by side, ``stems`` those of its sentence too, ``before`` those of the
    sentence before it where a pronoun leaves to that of whom or what it speaks, ``named`` the months and
    seasons by which it is due. ``known`` is the day from which its document could be read; ``weak`` that
    only an intent is declared, ``process`` that something is to go on, without an end that could be told of.
    """

    ref: Ref
    place: Place
    weak: bool
    process: bool
    known: str
    side: str | None
    dyad: frozenset[str]
    who: frozenset[str]
    due: str | None
    due_basis: str | None
    window: Window | None
    topics: frozenset[str]
    own: frozenset[str]
    core: frozenset[str]
    stems: frozenset[str]
    pairs: frozenset[str]
    named: frozenset[str]
    before: frozenset[str]
    aims: tuple[Ref, ...]
    joint: bool


@dataclass(frozen=True, slots=True)
class Sign:
    """A sentence that says of something that it was done, begun, put off, or did not happen.

    ``named`` are the months and seasons in it, ``pairs`` its telling words that stand side by side.
    """

    document: str
    place: Place
    known: str
    side: str | None
    dyad: frozenset[str]
    topics: frozenset[str]
    stems: frozenset[str]
    pairs: frozenset[str]
    named: frozenset[str]
    signals: tuple[str, ...]
    joint: bool


def promises(dossier: Dossier, told: list[Mention], year: int | None, known: str | None) -> Iterator[Promise]:
    """Yield what a document's commitments and requests undertake and ask; none where it has no date."""
    if known is None:
        return
    sentences, dyad, names = Sentences(dossier), dyad_of(dossier), Names(dossier)
    records: tuple[Commitment | Request, ...] = (*dossier.records.commitments, *dossier.records.requests)
    for record in records:
        whole = sentences.words(record.span)
        what = record.what or record.span.of(dossier.text)
        subject = subject_of(what, record.span.of(dossier.text))
        due = _due(record.due, year, known)
        kind = "commitment" if isinstance(record, Commitment) else "request"
        yield Promise(
            ref=Ref(dossier.id, kind, record.id),
            place=Place(dossier.id, record.span, record.span.of(dossier.text)),
            weak=isinstance(record, Commitment) and record.strength == 1,
            process=isinstance(record, Commitment) and record.strength == 2 and record.due is None,
            known=known,
            side=dossier.document.side,
            dyad=dyad,
            who=_who(record, dyad),
            due=due,
            due_basis=record.due_basis,
            window=bounds(due) if due else None,
            topics=frozenset(record.topics),
            own=names.out_of(subject.own),
            core=names.out_of(subject.core),
            stems=names.out_of(subject_stems(f"{what} {whole}") | subject.own),
            pairs=pair_stems(what),
            named=_months(record.due_as_written or ""),
            before=names.out_of(_antecedent(sentences, record.span, what)),
            aims=tuple(_aims(dossier, record, told)),
            joint=dossier.document.kind == "joint_statement",
        )


def signs(dossier: Dossier, known: str | None) -> Iterator[Sign]:
    """Yield the sentences of a document that may show what came of something promised or asked before."""
    if known is None:
        return
    dyad, sentences, names = dyad_of(dossier), Sentences(dossier), Names(dossier)
    topics = _topics(dossier)
    for span in sentences.spans:
        sentence = span.of(dossier.text)
        for told in tellings(sentence):
            own = told.span.of(sentence)
            stems = names.out_of(subject_stems(own))
            if stems:
                at = Span(span.start + told.span.start, span.start + told.span.end)
                yield Sign(
                    document=dossier.id,
                    place=Place(dossier.id, at, own),
                    known=known,
                    side=dossier.document.side,
                    dyad=dyad,
                    topics=frozenset(topic for where, topic in topics if where.overlaps(at)),
                    stems=stems | told.deeds,
                    pairs=pair_stems(own),
                    named=_months(own),
                    signals=told.signals,
                    joint=dossier.document.kind == "joint_statement",
                )


class Names:
    """The names of the states and persons in a document: they tell no subject from another."""

    def __init__(self, dossier: Dossier) -> None:
        """Gather the words of names, from the records and, for known states, from the rules."""
        codes = dyad_of(dossier)
        spoken = {
            actor.name for actor in _actors(dossier) if actor.kind == "person" or actor.country in codes
        }
        for code in codes:
            spoken |= set(state_names(code))
        self._words = frozenset(stem(word) for name in spoken for word in words(name))
        self._heads = tuple(word[:_PREFIX] for word in self._words if len(word) >= _PREFIX)

    def out_of(self, stems: frozenset[str]) -> frozenset[str]:
        """Return ``stems`` without those of names and of the adjectives made from them."""
        return frozenset(one for one in stems if one not in self._words and not one.startswith(self._heads))


def _actors(dossier: Dossier) -> Iterator[Actor]:
    records = dossier.records
    for meeting in records.meetings:
        yield from meeting.participants
    for said in records.statements:
        yield from said.actors
        if said.addressee is not None:
            yield said.addressee
    for request in records.requests:
        yield from (*request.who, *request.of)


def _topics(dossier: Dossier) -> list[tuple[Span, str]]:
    records = dossier.records
    found = [(said.span, topic) for said in records.statements for topic in said.topics]
    found += [(promise.span, topic) for promise in records.commitments for topic in promise.topics]
    found += [(asked.span, topic) for asked in records.requests for topic in asked.topics]
    return found + [(meeting.span, topic) for meeting in records.meetings for topic in meeting.topics]


def _who(record: Commitment | Request, dyad: frozenset[str]) -> frozenset[str]:
    """Return who is bound or asked; where a request names nobody, that is the side that does not ask."""
    if isinstance(record, Commitment):
        return frozenset(record.who)
    named = frozenset(actor.country for actor in record.of if actor.country)
    asking = frozenset(actor.country for actor in record.who if actor.country)
    return named or (dyad - asking if asking else named)


def _antecedent(sentences: Sentences, span: Span, what: str) -> frozenset[str]:
    """Return the things told just before a promise of which a pronoun is the subject; none for another."""
    if not outcome_rules().pronoun.pattern.match(" ".join(what.lower().split())):
        return frozenset()
    before = sentences.before(span)
    stems = subject_stems(before.of(sentences.text)) if before else frozenset[str]()
    return stems - deeds_of(stems) - resolve_rules().plain_stems


def _months(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in words(text)) & resolve_rules().months


def _due(due: str | None, year: int | None, known: str) -> str | None:
    if due is None or UNKNOWN_YEAR not in due:
        return due
    return with_year(due, year, "planned", (known, known)) if year else None


def _aims(dossier: Dossier, record: Commitment | Request, told: list[Mention]) -> Iterator[Ref]:
    """Yield the planned meetings that a promise is about, and not those that only set its time."""
    planned = [mention for mention in told if mention.meeting.status == "planned"]
    found: list[Ref] = []
    for mention in planned:
        spans = [s for place in mention.places if (s := place.span).overlaps(record.span)]
        if spans and not any(_sets_time(dossier.text, record.span, span) for span in spans):
            found.append(mention.ref)
    if not found:
        found = [mention.ref for mention in _coming(dossier, record, planned)]
    yield from found


def _sets_time(text: str, promise: Span, meeting: Span) -> bool:
    """Say whether the words before a meeting make it the time by which, and not the thing itself."""
    rules = resolve_rules()
    start = max(promise.start, meeting.start - _BEFORE)
    before = " ".join(text[start : meeting.start].lower().split())
    itself = text[meeting.start : meeting.end].lower()
    opening = rules.aims.pattern.match(itself)
    if opening is not None and not opening[0].startswith("visit"):
        return False
    last = max((match.end() for match in rules.deadlines.pattern.finditer(before)), default=-1)
    aim = max((match.end() for match in rules.aims.pattern.finditer(before)), default=-1)
    return last > aim


def _coming(dossier: Dossier, record: Commitment | Request, planned: list[Mention]) -> list[Mention]:
    """Return the meeting planned just before that a promise calls "the coming meeting"."""
    match = resolve_rules().coming.pattern.search(record.span.of(dossier.text).lower())
    if match is None:
        return []
    is_visit = match[0].endswith(("visit", "visits", "trip"))
    fitting = [
        mention
        for mention in planned
        if mention.meeting.span.end <= record.span.start + match.start()
        and (mention.meeting.format == "visit") == is_visit
    ]
    return [max(fitting, key=lambda mention: mention.meeting.span)] if fitting else []

"""From a page and its outline to what is known of the document, and all its records.

Pure: the same page and rules give the same records with the same ids. The order is fixed: who is
named, which meetings, who is in the room, what each side says, what was promised and asked for, what is
left.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from regesta.model.document import Document, Page
from regesta.model.outline import Outline
from regesta.model.records import Records
from regesta.model.span import Span
from regesta.model.trace import listening
from regesta.records import facts
from regesta.records.accounts import account
from regesta.records.actors import Resolver
from regesta.records.cast import Cast
from regesta.records.casting import fill_cast
from regesta.records.document import (
    Known,
    bodies_joined,
    counterpart_of,
    dateline,
    document_of,
    known_of,
    room_of,
    several_named,
    sides_of,
)
from regesta.records.making import Maker
from regesta.records.meeting.build import Builder, Meetings
from regesta.records.noticing import notice
from regesta.records.places import Places
from regesta.records.promises import Promise, Promises
from regesta.records.requests import Ask, Requests
from regesta.records.speech import Said, Speech
from regesta.records.speech.elaboration import goes_on
from regesta.records.terms import find_terms
from regesta.records.turns import Turns, author_of
from regesta.records.view import Sentence, prune, settle_names, view
from regesta.rules.packs import Pack
from regesta.rules.states import States

_GAP = 6


class Spoken(NamedTuple):
    """What was said, promised and asked for, each in the order of the text."""

    said: list[Said]
    promised: list[Promise]
    asked: list[Ask]


def read_records(
    page: Page, outline: Outline, states: States, packs: tuple[Pack, ...]
) -> tuple[Document, Records]:
    """Read one document: what is known of it as a whole, and its records.

    ``outline`` must be that of ``page``; ``states`` must hold those that ``packs`` declare.
    """
    sentences = view(page.text, outline, states)
    known = known_of(page, outline, sentences, states)
    settle_names(sentences, known.side)
    cast = fill_cast(_empty_cast(known, states), sentences, outline.title, known.kind)
    prune(sentences, lambda person: person.name is not None and cast.find(person.name) is not None)
    builder = _builder(page, outline, states, cast, known)
    met = builder.build(sentences)
    spoken = _spoken(page, known, cast, states, met, sentences)
    counterpart = counterpart_of(met, known.side)
    if known.side is not None and counterpart is not None:
        builder.infer_parties(met.drafts, (known.side, counterpart))
    if (trace := listening()) is not None:
        notice(trace, page.text, sentences, cast, states, page.source.published)
    maker = Maker(page.text, page.sha256, packs, sides_of(met, known.side, counterpart), sentences)
    return document_of(page, known, counterpart), _records(maker, outline, met, spoken)


def _empty_cast(known: Known, states: States) -> Cast:
    entry = states.by_code(known.side) if known.side is not None else None
    seats = entry.capitals if entry is not None else ()
    return Cast(side=known.side, head_level=facts.head_level(known.publisher), seats=seats)


def _builder(page: Page, outline: Outline, states: States, cast: Cast, known: Known) -> Builder:
    place, words = dateline(page.text, outline, states)
    return Builder(
        text=page.text,
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


def _spoken(
    page: Page, known: Known, cast: Cast, states: States, met: Meetings, sentences: Sequence[Sentence]
) -> Spoken:
    """Read what was said, promised and asked for, in order; questions of the press are passed over."""
    published = page.source.published
    joint, body = known.kind == "joint_statement", None if known.side else states.body_of(known.publisher)
    joined = bodies_joined(page.text, sentences)
    resolver = Resolver(cast, met.scenes, states, known.side, joint=joint, body=body, bodies=joined)
    if joint:
        resolver.founders = tuple(resolver.party(code, "group") for code in several_named(sentences))
    year = int(published[:4]) if published else None
    alone = not resolver.joint and facts.speaks_as_we(sentences)
    speech = Speech(resolver, known.kind, alone, year)
    promises = Promises(page.text, published, known.kind, met.drafts, room_of(met, known.side), known.side)
    requests = Requests(page.text, promises.windows, resolver)
    author = author_of(sentences, cast, known.side)
    turns = Turns(cast, page.text, known.kind == "press_conference", author)
    mentioned = Places((span, None) for draft in met.drafts for span in (draft.span, *draft.also))
    spoken = Spoken([], [], [])
    for sentence in sentences:
        speaker, question = turns.at(sentence)
        resolver.speaker = speaker.actor("coreference") if speaker is not None else None
        if not question:
            here = speech.read(sentence)
            spoken.promised.extend(promises.read(sentence, here))
            spoken.asked.extend(requests.read(sentence, here))
            if not here and not mentioned.touch(sentence.span):
                _go_on(sentence, spoken.said)
            spoken.said.extend(here)
    return spoken


def _go_on(sentence: Sentence, said: Sequence[Said]) -> None:
    """Let the last statement run on over a sentence that follows at once and only goes on with it."""
    if not said:
        return
    last = said[-1]
    end = last.runs_to or last.sentence.span.end
    between = sentence.span.start - end
    if 0 <= between <= _GAP and goes_on(sentence, last):
        last.runs_to = sentence.span.end


def _records(maker: Maker, outline: Outline, met: Meetings, spoken: Spoken) -> Records:
    meetings, statements = maker.meetings(met.drafts), maker.statements(spoken.said)
    commitments, requests = maker.commitments(spoken.promised), maker.requests(spoken.asked)
    read = [s.toks for s in maker.sentences]
    terms = find_terms(maker.text, read, maker.packs, maker.parties, maker.sha256)
    used: list[Span] = [place for draft in met.drafts for place in draft.also]
    used += [meeting.span for meeting in meetings]
    used += [statement.span for statement in statements]
    used += [statement.content for statement in statements if statement.content is not None]
    used += [commitment.span for commitment in commitments]
    used += [request.span for request in requests]
    accounts, unread = account(outline, used, maker.sentences)
    return Records(meetings, statements, commitments, terms, outline.repeats, unread, accounts, requests)

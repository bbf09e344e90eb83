"""What was recognised in each sentence, told once its document is read; see :mod:`regesta.model.trace`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from regesta.mentions.events import find_events
from regesta.mentions.places import find_places
from regesta.mentions.times import (
    Anchor,
    find_clock_times,
    find_durations,
    find_ordinals,
    find_windows,
    resolve,
)
from regesta.mentions.tokens import Token, is_capital
from regesta.mentions.verbs import VerbHit
from regesta.model.span import Span
from regesta.model.trace import Declined, Noticed, Trace
from regesta.records.behind import words_of
from regesta.records.cast import Cast
from regesta.records.view import Ref, Sentence
from regesta.rules.grammar import grammar
from regesta.rules.states import States

_HEADINGS = ("title", "heading")


def notice(
    trace: Trace, text: str, sentences: Sequence[Sentence], cast: Cast, states: States, published: str | None
) -> None:
    """Add to ``trace`` the mentions that it does not hold yet, and the runs of capitals left over.

    Call it at the end: whom a subject means and which day a date is, the readers have told by then.
    """
    known = {one.span for one in trace.noticed}
    for sentence in sentences:
        trace.noticed += [one for one in _mentions(text, sentence, cast, states) if one.span not in known]
        for time in find_windows(text, sentence.span):
            if time.span not in known and resolve(time, Anchor(published), "present", text):
                told = trace.noticed[-1]
                trace.noticed[-1] = replace(told, meaning=f"{told.meaning}; no record asked for it")
    taken = sorted(one.span for one in trace.noticed)
    for sentence in sentences:
        if sentence.block.kind not in _HEADINGS:
            first, last = (
                bisect_left(taken, (sentence.span.start, 0)),
                bisect_left(taken, (sentence.span.end, 0)),
            )
            trace.declined += _left_over(sentence, taken[first:last])


def _mentions(text: str, sentence: Sentence, cast: Cast, states: States) -> Iterator[Noticed]:
    for ref in sentence.refs:
        yield Noticed(ref.kind, ref.span, _of_ref(ref, cast, states))
    for state in sentence.states:
        if not any(ref.span.contains(state.span) for ref in sentence.refs):
            yield Noticed("state", state.span, f"{state.label} ({state.kind})")
    for verb in sentence.verbs:
        end = verb.end if verb.noun is None else verb.noun + 1
        yield Noticed("verb", sentence.chars(verb.start, end), _of_verb(verb), verb.rule)
    for event in find_events(sentence.toks):
        form = event.noun.format or "of any format"
        yield Noticed("meeting noun", sentence.chars(event.start, event.end), form, f"noun.{event.noun.id}")
    for place in find_places(text, sentence.span, states):
        yield Noticed("place", place.span, f"{place.kind}, {place.country or 'country not settled'}")
    yield from _measures(text, sentence.span)


def _measures(text: str, span: Span) -> Iterator[Noticed]:
    for length in find_durations(text, span):
        yield Noticed("length", length.span, f"{length.minutes} minutes")
    for clock in find_clock_times(text, span):
        yield Noticed("time of day", clock.span, clock.value)
    for ordinal in find_ordinals(text, span):
        yield Noticed("ordinal", ordinal.span, f"{ordinal.value} ({ordinal.scope})")


def _of_ref(ref: Ref, cast: Cast, states: States) -> str:
    """Whom a ref means that is the subject of nothing, as far as its own words tell."""
    entity = cast.of_ref(ref)
    if entity is not None:
        return words_of((entity.actor(),))
    if ref.state is not None and ref.state.code is not None:
        return f"{states.label(ref.state.code)} ({ref.state.code})"
    codes = ref.group.states if ref.group is not None else ()
    return f"of {', '.join(codes)}; no subject" if codes else "no subject; nobody was looked for"


def _of_verb(verb: VerbHit) -> str:
    entry = verb.group or verb.nouns or verb.predicate
    if entry is None:
        return f"{verb.lemma}: an event"
    joint = f", of several {entry.joint}" if entry.joint else ""
    return f"{verb.lemma}: {entry.act}{joint}"


def _left_over(sentence: Sentence, taken: Sequence[Span]) -> Iterator[Declined]:
    """Tell the runs of capitalised words that belong to none of the mentions at ``taken``."""
    run: list[Token] = []
    for tok in (*sentence.toks, None):
        if tok is not None and _free(tok, taken) and (is_capital(tok) or (run and _joins(tok))):
            run.append(tok)
            continue
        yield from _run(sentence, run)
        run = []


def _run(sentence: Sentence, run: list[Token]) -> Iterator[Declined]:
    while run and not is_capital(run[-1]):
        run.pop()
    while run and run[0].low in grammar().articles | grammar().prepositions:
        del run[0]
    if not run:
        return
    opens = not any(tok.text[0].isalnum() for tok in sentence.toks if tok.start < run[0].start)
    if len(run) > opens:
        why = "capitals that no rule took: no person, office, state, place or meeting"
        yield Declined("name", Span(run[0].start, run[-1].end), why)


def _free(tok: Token, taken: Sequence[Span]) -> bool:
    return tok.text[0].isalpha() and not any(span.overlaps(tok.span) for span in taken)


def _joins(tok: Token) -> bool:
    return tok.low in grammar().joiners or tok.low in ("of", "the", "for")

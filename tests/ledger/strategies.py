"""Readings as hypothesis makes them: any text, any records, only ids unique in their document."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from regesta.model.reading import Reading
from regesta.model.records import (
    Account,
    Actor,
    Commitment,
    Meeting,
    Part,
    Records,
    Repeat,
    Request,
    Statement,
    Term,
    Unread,
)
from regesta.model.span import Span
from tests.ledger.readings import reading

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
maybe = st.none() | words
number = st.none() | st.integers(-(2**31), 2**31 - 1)
confidence = st.floats(0, 1)
spans = st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)).map(lambda pair: Span(*sorted(pair)))
codes = st.sampled_from(["XA", "XB", "XC"])
dates = st.none() | st.sampled_from(
    ["2021-03-04", "2021", "XXXX-12-02", "2021-03-01/2021-04", "../2020", "soon"]
)
actors = st.builds(Actor, st.sampled_from(["person", "party"]), words, st.none() | codes, maybe, words)
topics = st.lists(words, max_size=2).map(tuple)


def several(values: st.SearchStrategy[object], size: int = 3) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(values, max_size=size).map(tuple)


meetings = st.builds(
    Meeting, id=words, span=spans, main=st.booleans(), format=words, medium=words, status=words, when=dates,
    when_basis=maybe, as_written=maybe, place=maybe, country=maybe, participants=several(actors),
    start_time=maybe, zone=maybe, zone_basis=maybe,
    duration_minutes=number, parts=several(st.builds(Part, maybe, maybe, number)),
    occasion=maybe, ordinal_total=number, ordinal_year=number, round=number, condition=maybe, reason=maybe,
    also=several(spans), rule=words, confidence=confidence, topics=topics, parties=several(codes),
    parties_basis=words,
)  # fmt: skip
statements = st.builds(
    Statement, words, spans, words, spans, words, st.booleans(), several(actors), st.none() | actors, topics,
    maybe, st.none() | spans, words, confidence,
)  # fmt: skip
commitments = st.builds(
    Commitment, words, spans, several(codes), words, st.integers(1, 5), dates, maybe, maybe, maybe, topics,
    words, confidence,
)  # fmt: skip
requests = st.builds(
    Request, words, spans, words, several(actors), several(actors), words, spans, st.booleans(),
    st.booleans(), dates, maybe, maybe, maybe, topics, words, words, confidence,
)  # fmt: skip
terms = st.builds(Term, words, spans, words, words, maybe, words, confidence)
fates = st.sampled_from(["record", "furniture", "repeated", "unread"])


@st.composite
def records(draw: st.DrawFn) -> Records:
    """Records of every kind; ids are made unique."""
    made = Records(
        meetings=draw(several(meetings)),  # type: ignore[arg-type]
        statements=draw(several(statements)),  # type: ignore[arg-type]
        commitments=draw(several(commitments)),  # type: ignore[arg-type]
        requests=draw(several(requests)),  # type: ignore[arg-type]
        terms=draw(several(terms)),  # type: ignore[arg-type]
        repeated=draw(several(st.builds(Repeat, spans, spans))),  # type: ignore[arg-type]
        unread=draw(several(st.builds(Unread, spans, words))),  # type: ignore[arg-type]
        accounts=draw(several(st.builds(Account, spans, fates))),  # type: ignore[arg-type]
    )
    return replace(
        made,
        meetings=tuple(replace(item, id=f"{item.id}#m{n}") for n, item in enumerate(made.meetings)),
        statements=tuple(replace(item, id=f"{item.id}#s{n}") for n, item in enumerate(made.statements)),
        commitments=tuple(replace(item, id=f"{item.id}#c{n}") for n, item in enumerate(made.commitments)),
        requests=tuple(replace(item, id=f"{item.id}#r{n}") for n, item in enumerate(made.requests)),
        terms=tuple(replace(item, id=f"{item.id}#t{n}") for n, item in enumerate(made.terms)),
    )


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """A reading of any text under any known or unknown facts."""
    return reading(
        draw(words),
        draw(records()),
        rules=draw(st.sampled_from(["r1", "r2"])),
        raw=draw(st.binary(max_size=20)),
        file=draw(st.none() | words),
        url=None,
        publisher=draw(maybe),
        side=draw(st.none() | codes),
        published=draw(dates),
        kind=draw(st.sampled_from(["readout", "statement", "other"])),
    )


@st.composite
def batches(draw: st.DrawFn) -> list[Reading]:
    """A few readings by one set of rules: few texts, each name of a text once, no address twice."""
    made: dict[tuple[str, str], Reading] = {}
    for _ in range(draw(st.integers(1, 6))):
        text, file = draw(st.sampled_from("abc")), draw(st.sampled_from(["1.txt", "2.txt", "3.txt"]))
        publisher, basis = draw(
            st.sampled_from([("P", "given"), ("P", "inferred"), ("Q", "given"), (None, None)])
        )
        made[text, file] = reading(
            text, draw(records()), file=file, url=None, publisher=publisher, publisher_basis=basis
        )
    return list(made.values())

"""What each side calls the same thing: concepts of packs, words that show a topic, names of a meeting."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from regesta.model.accounts import Difference, Grade, Names
from regesta.model.finding import Place
from regesta.model.span import Span
from regesta.resolve.accounts.meetings import Met
from regesta.resolve.accounts.naming import Naming
from regesta.resolve.accounts.passages import Part, Passage
from regesta.rules.accounts import account_rules
from regesta.rules.cues import key

_ARTICLE = re.compile(r"\b[Tt]he\s{1,3}$")
_NAME_LENGTH = 90
_Basis = Literal["term", "topic", "meeting"]


class Account(NamedTuple):
    """One account as terms are looked for in it."""

    part: Part
    label: str
    passages: Sequence[Passage]


def names(
    first: Account, second: Account, met: Iterable[tuple[Met, Met]], naming: Naming
) -> tuple[Names, ...]:
    """Return each thing that both accounts name, with the names of both, terms first.

    Words that show a topic, and names of a meeting, are told only where the accounts use other ones.
    """
    found = dict(_rows("term", first, second, _terms(first), _terms(second)))
    shown = _rows("topic", first, second, _cues(first, naming), _cues(second, naming))
    found |= {concept: row for concept, row in shown if concept not in found and _differ(row)}
    for one, two in met:
        row = _meeting_names(one, two)
        if row is not None and row.concept not in found and _differ(row):
            found[row.concept] = row
    order: dict[_Basis, int] = {"term": 0, "topic": 1, "meeting": 2}
    return tuple(sorted(found.values(), key=lambda row: (order[row.basis], row.concept)))


def differences(rows: Iterable[Names], naming: Naming) -> Iterator[Difference]:
    """Yield a difference for each thing for which the accounts have no name in common.

    It is substantive where the packs say that each name is one side's own choice.
    """
    for row in rows:
        if not _differ(row):
            continue
        (first, ours), (second, theirs) = row.names
        why = account_rules().words.term.format(
            first=first, value=", ".join(ours), second=second, other_value=", ".join(theirs)
        )
        topic = row.concept if row.concept in naming.topics else None
        yield Difference("term", _grade(row, naming), None, topic, why, row.places)


def _grade(row: Names, naming: Naming) -> Grade:
    if row.basis != "term":
        return "wording"
    concept = naming.concepts.get(row.concept)
    chosen = {_bare(one.label): one.side for one in concept.labels} if concept else {}
    sides = [{chosen.get(_bare(name)) for name in listed} - {None} for _, listed in row.names]
    return "substantive" if all(sides) and not sides[0] & sides[1] else "notable"


def _bare(name: str) -> str:
    return key(name).removeprefix("the ")


def _differ(row: Names) -> bool:
    ours, theirs = ({_bare(name) for name in listed} for _, listed in row.names)
    return not ours & theirs


_Found = dict[str, list[Span]]


def _rows(
    basis: _Basis, first: Account, second: Account, ours: _Found, theirs: _Found
) -> Iterator[tuple[str, Names]]:
    for concept in sorted(ours.keys() & theirs.keys()):
        one, two = _uses(first, ours[concept]), _uses(second, theirs[concept])
        listed = tuple(
            (account.label, tuple(place.quote for place in uses))
            for account, uses in ((first, one), (second, two))
        )
        yield concept, Names(concept, basis, listed, (*one, *two))


def _uses(account: Account, spans: Iterable[Span]) -> list[Place]:
    """Return the first use of each name, with the article before it."""
    text = account.part.dossier.text
    found: dict[str, Place] = {}
    for span in sorted(spans):
        article = _ARTICLE.search(text, max(0, span.start - 8), span.start)
        whole = Span(article.start(), span.end) if article else span
        found.setdefault(_bare(whole.of(text)), Place(account.part.dossier.id, whole, whole.of(text)))
    return list(found.values())


def _terms(account: Account) -> _Found:
    found: _Found = defaultdict(list)
    for term in account.part.dossier.records.terms:
        if account.part.holds(term.span):
            found[term.concept].append(term.span)
    return found


def _cues(account: Account, naming: Naming) -> _Found:
    """Return where the words of the packs' own topics stand in the sentences that tell of the topic."""
    found: _Found = defaultdict(list)
    sentences = sorted(one.span for one in account.part.dossier.records.accounts if one.fate == "record")
    for passage in account.passages:
        own = naming.own.intersection(passage.told.topics)
        if not own:
            continue
        around = [one for one in sentences if one.overlaps(passage.span)] or [passage.span]
        for sentence in around:
            for topic, span in naming.found(account.part.dossier.text, sentence):
                if topic in own and span not in found[topic]:
                    found[topic].append(span)
    return {topic: spans for topic, spans in found.items() if spans}


def _meeting_names(one: Met, two: Met) -> Names | None:
    ours, theirs = _meeting_name(one), _meeting_name(two)
    if ours is None or theirs is None:
        return None
    listed = ((one.label, (ours.quote,)), (two.label, (theirs.quote,)))
    return Names(one.meeting.format, "meeting", listed, (ours, theirs))


def _meeting_name(met: Met) -> Place | None:
    """Return the noun phrase by which a meeting is called; None where its mention is a whole clause."""
    rules, dossier = account_rules(), met.part.dossier
    start, end = met.meeting.span
    adjectives = re.compile(r"(?:[A-Z][a-z]{2,20}[-–][A-Z][a-z]{2,20}) ")
    while (cut := rules.lead.pattern.match(dossier.text, start, end)) or (
        cut := adjectives.match(dossier.text, start, end)
    ):
        start = cut.end()
    tail = rules.tail.pattern.search(dossier.text, start, end)
    if tail is not None:
        end = tail.start()
    span = Span(start, end)
    words = span.of(dossier.text)
    persons = {part for one in met.meeting.participants for part in one.name.split()}
    said = set(re.findall(r"[\w’'-]+", words))
    clause = {word.lower() for word in said} & rules.clause.words
    if not said or len(words) > _NAME_LENGTH or persons & said or clause:
        return None
    return Place(dossier.id, span, words)

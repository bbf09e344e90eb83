"""A sentence with everything that was recognised in it, in the order of its words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Literal

from regesta.mentions.groups import GroupMention, find_groups
from regesta.mentions.people import PersonMention, find_people
from regesta.mentions.states import StateMention, find_states
from regesta.mentions.tokens import Token, tokens
from regesta.mentions.verbs import VerbHit, find_verbs
from regesta.model.outline import Block, Outline
from regesta.model.span import Span
from regesta.model.trace import declined
from regesta.records.clause import Clause
from regesta.records.ref import Ref, Stretch
from regesta.records.signs import ANYTHING, signs
from regesta.rules.states import States

__all__ = ["LONGEST", "Ref", "Sentence", "Stretch", "prune", "settle_names", "view"]

# Longer runs of words are no sentence that a ministry wrote; they are counted as unread, not searched.
LONGEST = 700


@dataclass(slots=True)
class Sentence:
    """One sentence: its words, who is named in it, and its verbs.

    ``signs`` are the bits of what its words may be part of (:mod:`regesta.records.signs`).
    ``cover`` holds for each token that belongs to a ref that ref. ``clauses`` and ``phrases``
    are worked out when they are first asked for (:mod:`regesta.records.clauses`, ``subjects``).
    """

    index: int
    block: Block
    span: Span
    toks: list[Token]
    refs: list[Ref]
    states: tuple[StateMention, ...]
    verbs: list[VerbHit]
    sections: tuple[str, ...] = ()
    signs: int = ANYTHING
    cover: dict[int, Ref] = field(default_factory=dict)
    clauses: list[Clause] | None = None
    phrases: list[int] = field(default_factory=list)
    _reporting: frozenset[int] | None = None
    _lows: list[str] | None = None
    _words: str | None = None

    @property
    def lows(self) -> list[str]:
        """The words and marks of the sentence in lower case."""
        if self._lows is None:
            self._lows = [tok.low for tok in self.toks]
        return self._lows

    @property
    def words(self) -> str:
        """The words and marks of the sentence in lower case, with one space between them."""
        if self._words is None:
            self._words = " ".join(self.lows)
        return self._words

    @property
    def reporting(self) -> frozenset[int]:
        """The tokens of the verbs that report something."""
        if self._reporting is None:
            verbs = [verb for verb in self.verbs if verb.kind != "event"]
            self._reporting = frozenset(token for verb in verbs for token in range(verb.start, verb.end))
        return self._reporting

    def pass_over(self, verb: VerbHit) -> None:
        """Take a verb that turned out to be none for a word of the phrase in which it stands."""
        self._reporting = self.reporting - frozenset(range(verb.start, verb.end))
        self.phrases = []

    def in_verb(self, token: int) -> bool:
        """Say whether a token belongs to a verb."""
        return any(verb.start <= token < verb.end for verb in self.verbs)

    def ref_ending(self, token: int) -> Ref | None:
        """Return the ref whose last token is ``token``."""
        ref = self.cover.get(token)
        return ref if ref is not None and ref.end == token + 1 else None

    def token_at(self, offset: int) -> int:
        """Return the index of the first token that ends after character ``offset``."""
        return bisect_right(self.toks, offset, key=_end)

    def placed(self, start: int, end: int) -> Stretch:
        """Return tokens ``[start, end)`` as something that stands in the text."""
        return Stretch(self.chars(start, end))

    def chars(self, start: int, end: int) -> Span:
        """Return the characters from token ``start`` up to token ``end`` (not included)."""
        toks = self.toks
        return Span(toks[start].start, toks[end - 1 if end > start else start].end)


def _end(token: Token) -> int:
    return token.end


def view(text: str, outline: Outline, states: States) -> list[Sentence]:
    """Return the sentences that may hold records, in order: no furniture, no repeats.

    ``outline`` must be that of ``text``. A sentence of more than ``LONGEST`` words is left empty.
    """
    found: list[Sentence] = []
    for block in outline.blocks:
        if (block.kind in ("furniture", "dateline") and block.index != outline.title) or block.repeated:
            continue
        sections = tuple(outline.blocks[i].body.of(text).strip() for i in block.headings)
        for span in block.sentences:
            found.append(_sentence(text, len(found), block, span, sections, states))
    return found


def settle_names(sentences: Sequence[Sentence], side: str | None) -> None:
    """Take a name that several states share for the publisher's own: "Korea" in a text of Seoul."""
    for sentence in sentences:
        if any(state.code is None for state in sentence.states):
            sentence.states = tuple(_own(state, side) for state in sentence.states)


def _own(state: StateMention, side: str | None) -> StateMention:
    own = state.code is None and state.kind == "name" and side in state.candidates
    return replace(state, code=side) if own else state


def _sentence(
    text: str, index: int, block: Block, span: Span, sections: tuple[str, ...], states: States
) -> Sentence:
    toks = tokens(text, span)
    may_hold = signs().of(toks)
    if len(toks) > LONGEST:
        return Sentence(index, block, span, toks, [], (), [], sections, may_hold)
    named = find_states(text, span, states)
    state_at = {m.span.start: (m.span.end, m.code) for m in named}
    people = find_people(text, toks, state_at)
    groups = find_groups(toks, state_at)
    verbs = find_verbs(toks)
    sentence = Sentence(index, block, span, toks, [], named, verbs, sections, may_hold)
    sentence.refs = _refs(sentence, people, groups, named)
    sentence.cover = {i: ref for ref in sentence.refs for i in range(ref.start, ref.end)}
    return sentence


def _refs(
    sentence: Sentence,
    people: Sequence[PersonMention],
    groups: Sequence[GroupMention],
    named: Sequence[StateMention],
) -> list[Ref]:
    """Lay people, groups and states over the tokens; the longer reading of the same words wins."""
    if not (people or groups or named):
        return []
    refs = [Ref(p.start, p.end, p.span, person=p) for p in people]
    refs += [Ref(g.start, g.end, g.span, group=g) for g in groups]
    refs += [
        _state_ref(sentence, state)
        for state in named
        if state.kind != "adjective" and (state.code is not None or state.kind == "organisation")
    ]
    refs.sort(key=_start)
    if all(one.end <= two.start for one, two in pairwise(refs)):
        return refs
    taken: set[int] = set()
    chosen = []
    for ref in sorted(refs, key=_weight):
        if taken.isdisjoint(range(ref.start, ref.end)):
            chosen.append(ref)
            taken.update(range(ref.start, ref.end))
    return sorted(chosen, key=_start)


def _state_ref(sentence: Sentence, state: StateMention) -> Ref:
    """A state as somebody who may act, with the article before its name."""
    toks, start = sentence.toks, sentence.token_at(state.span.start)
    end = start
    while end < len(toks) and toks[end].start < state.span.end:
        end += 1
    if start and toks[start - 1].low == "the" and state.kind in ("name", "people", "organisation"):
        start -= 1
    return Ref(start, end, Span(toks[start].start, toks[end - 1].end), state=state)


def prune(sentences: Sequence[Sentence], known: Callable[[PersonMention], bool]) -> None:
    """Drop untitled names that turned out to be nobody's; what they covered is free again."""
    for sentence in sentences:
        kept = [
            r for r in sentence.refs if r.person is None or r.person.titled or known(r.person) or _nobody(r)
        ]
        if len(kept) != len(sentence.refs):
            sentence.refs, sentence.clauses = kept, None
            sentence.cover = {i: ref for ref in kept for i in range(ref.start, ref.end)}


def _nobody(ref: Ref) -> Literal[False]:
    why = "capitals without an office or a title, and nothing around them shows a person"
    return declined("person", ref, why)


def _start(ref: Ref) -> int:
    return ref.start


def _weight(ref: Ref) -> tuple[int, int, int]:
    """Order of choice: titled people and groups by length, then states, then untitled names."""
    if ref.person is not None and not ref.person.titled:
        rank = 2
    elif ref.state is not None:
        rank = 1
    else:
        rank = 0
    return rank, -(ref.end - ref.start), ref.start

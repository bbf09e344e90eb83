"""States and organisations in a text: by name, adjective, people, capital or organ."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import Literal

from regesta.model.span import Span
from regesta.model.value import value
from regesta.rules.phrases import PhraseTable, capitalised, capitalised_at
from regesta.rules.states import States, StateWord
from regesta.rules.states import states as shipped_states

MentionKind = Literal["name", "adjective", "metonym", "people", "organisation"]

_HYPHENS = "-‑–—/"
_JOINTS = "-‑–\n"
_BLANKS = " \u00a0\n"
_NEXT_WORD = re.compile(r"[ \u00a0\n]\(?([^\W\d_]+)")
_BEFORE = re.compile(r"([^\s(,;:]+)[ \u00a0]$")
_ALONE_BEFORE = re.compile(r"(?:^|\n)[ \t]*(?:[Tt]he )?$")
_ALONE_AFTER = re.compile(r"[ \t]*(?:\n|$)")
_CHAIN = re.compile(r"(?:,|,? and|,? or)[ \u00a0](?:in |to )?")
_PAIR = re.compile(r"[ \u00a0](?:and|or)[ \u00a0](?=\w)")
_COMMA = re.compile(r",[ \u00a0](?:the )?")
_LANGUAGE_BEFORE = re.compile(r"\b(?:[Ii]n|[Ii]nto|[Ff]rom)[ \u00a0]$")
_LANGUAGE_AFTER = re.compile(r"-(?:language|speaking|speakers?)\b")
_INITIAL = re.compile(r"(?<![^\s(])[A-Z]\.$")
_WINDOW = 24


@value
class StateMention:
    """A word for a party. ``code`` is None where the word alone does not settle it.

    ``candidates`` are the codes it may mean; ``label`` is the party's or organisation's usual
    name; ``possessive`` is set where 's or a bare apostrophe follows (outside ``span``).
    """

    span: Span
    code: str | None
    candidates: tuple[str, ...]
    kind: MentionKind
    possessive: bool
    label: str


@dataclass(frozen=True, slots=True)
class _Index:
    """The phrases of one set of states, and the word lists around them as sets."""

    table: PhraseTable[StateWord | None]
    after: frozenset[str]
    before: re.Pattern[str]
    before_ends: tuple[str, ...]
    prefix: re.Pattern[str]
    place: re.Pattern[str]
    documents: frozenset[str]
    languages: frozenset[str]
    persons: frozenset[str]
    plain: frozenset[str]


@functools.lru_cache(maxsize=8)
def _index(states: States) -> _Index:
    """Build the look-up structure of ``states``; made once for each set of states."""
    rules = states.rules
    phrases: dict[str, StateWord | None] = dict(states.words)
    phrases.update((decoy, None) for decoy in rules.decoys)
    return _Index(
        PhraseTable(phrases),
        frozenset(rules.features_after),
        re.compile(rf"\b(?:{'|'.join(rules.features_before)})(?: the)?[ \u00a0]$"),
        (" the", *rules.features_before),
        re.compile(rf"\b(?:{'|'.join(rules.prefixes)})[-‑–]$", re.IGNORECASE),
        re.compile(rf"(?<![\w-])(?:{'|'.join(rules.place_before)})[ \u00a0\n](?:the )?$", re.IGNORECASE),
        frozenset(rules.documents_after),
        frozenset(rules.languages),
        frozenset((*rules.titles, *rules.given_names)),
        frozenset((*rules.function_words, *rules.past_forms)),
    )


def find_states(text: str, span: Span, states: States | None = None) -> tuple[StateMention, ...]:
    """Return the states and organisations named in ``text[span]``, in order, never overlapping.

    The longest phrase wins; case counts ('us' is nothing, 'US' is a state, 'turkey' a bird).
    A hyphenated pair gives two mentions. A capital counts as a metonym unless the words around
    it make it a place ('in Rome', 'visited Rome', 'Rome, Italy', a dateline); whether 'to Rome'
    is a place is for the caller to say.
    Without ``states`` the shipped ones are used. A pack's own states come in through them.
    """
    index = _index(states or shipped_states())
    start, limit = span
    found: list[StateMention] = []
    done = start
    placed = -1
    firsts = index.table.firsts
    for match in capitalised(text, start, limit):
        first = match.group()
        if first not in firsts or (at := match.start()) < done:
            continue
        hit = index.table.longest(text, at, limit, first)
        if hit is None:
            continue
        done, word = hit
        here = Span(at, done)
        if word is None:
            continue
        if word.kind == "metonym" and placed >= 0 and _CHAIN.fullmatch(text, placed, at):
            placed = done
        elif _stands(text, here, span, word, index):
            found.append(_mention(text, here, limit, word, index))
        elif word.kind == "metonym":
            placed = done
    return tuple(found)


def _mention(text: str, at: Span, limit: int, word: StateWord, index: _Index) -> StateMention:
    """Make the mention of ``word`` at ``at``."""
    kind: MentionKind = "adjective" if word.kind == "combining" else word.kind
    if word.both and _qualifies(text, at, limit, index):
        kind = "adjective"
    return StateMention(at, word.code, word.candidates, kind, _possessive(text, at, limit), word.label)


def _stands(text: str, at: Span, span: Span, word: StateWord, index: _Index) -> bool:
    """Say whether the words around ``at`` leave the meaning that the table gives."""
    if word.kind == "combining":
        return _joined(text, at, span.end, index)
    before = text[max(span.start, at.start - _WINDOW) : at.start]
    following = _NEXT_WORD.match(text, at.end, span.end)
    after = following.group(1) if following else ""
    if after in index.after or text.startswith("$", at.end):
        return False
    if _part_of_longer(before, index):
        return False
    if word.kind == "adjective":
        return not _language(text, at, before, after, index)
    if word.kind == "metonym" and _is_place(text, at, span, before, after, index):
        return False
    return not (word.kind in ("name", "metonym") and _surname(before, index))


def _part_of_longer(before: str, index: _Index) -> bool:
    """Say whether the words before make another name of it: "Gulf of", "anti-"."""
    last = before[-1:]
    if last in _BLANKS and before[:-1].endswith(index.before_ends) and index.before.search(before):
        return True
    return last in _JOINTS and index.prefix.search(before) is not None


def _is_place(text: str, at: Span, span: Span, before: str, after: str, index: _Index) -> bool:
    """Say whether a capital or seat is only where something happened, and no actor.

    So it is after a word of place, before a word for a document or event, alone on a line
    (a dateline), and before ', Country' of its own ('Kremlin, Moscow').
    """
    if after in index.documents or index.place.search(before):
        return True
    line = text[max(span.start, at.start - _WINDOW) : at.start]
    alone = len(line) < _WINDOW or "\n" in line
    if alone and _ALONE_BEFORE.search(line) and _ALONE_AFTER.match(text, at.end, span.end):
        return True
    comma = _COMMA.match(text, at.end, span.end)
    match = capitalised_at(text, comma.end(), span.end) if comma else None
    if match is None:
        return False
    hit, own = index.table.longest(text, match.start(), span.end, match.group()), index.table.get(at.of(text))
    return bool(hit and hit[1] and own and hit[1].code == own.code)


def _joined(text: str, at: Span, limit: int, index: _Index) -> bool:
    """Say whether a hyphen and a word for another party follow ('Sino' before '-Indian')."""
    if at.end >= limit or text[at.end] not in _HYPHENS:
        return False
    match = capitalised_at(text, at.end + 1, limit)
    if match is None:
        return False
    hit = index.table.longest(text, match.start(), limit, match.group())
    return hit is not None and hit[1] is not None


def _surname(before: str, index: _Index) -> bool:
    """Say whether a title, a given name or an initial stands before ('Michael Jordan')."""
    plain = before[:-1].rpartition(" ")[2]
    if before.endswith(" ") and plain.isalpha():
        return plain in index.persons
    match = _BEFORE.search(before)
    if match is None:
        return False
    word = match.group(1)
    return word.rstrip(".") in index.persons or _INITIAL.search(before.rstrip()) is not None


def _language(text: str, at: Span, before: str, after: str, index: _Index) -> bool:
    """Say whether the adjective names a language ('published in Russian.')."""
    if at.of(text) not in index.languages:
        return False
    if _LANGUAGE_AFTER.match(text, at.end):
        return True
    return bool(_LANGUAGE_BEFORE.search(before)) and (not after or after in index.plain)


def _qualifies(text: str, at: Span, limit: int, index: _Index) -> bool:
    """Say whether 'U.S.' is an adjective here and not the state: a noun or 'and Japanese' follows."""
    match = _NEXT_WORD.match(text, at.end, limit)
    if match is None or text[match.start() : match.start(1)].endswith("("):
        return False
    pair = _PAIR.match(text, at.end, limit)
    other = capitalised_at(text, pair.end(), limit) if pair else None
    if other is not None:
        hit = index.table.longest(text, other.start(), limit, other.group())
        return bool(hit and hit[1] and hit[1].kind == "adjective")
    word = match.group(1)
    return not (word.lower() in index.plain or word.endswith("ed"))


def _possessive(text: str, at: Span, limit: int) -> bool:
    """Say whether 's, or after s a bare apostrophe, follows."""
    tail = text[at.end : min(at.end + 3, limit)]
    if not tail or tail[0] not in "'’":
        return False
    if tail[1:2] in ("s", "S"):
        return not tail[2:3].isalpha()
    return text[at.end - 1] in "sS" and tail[1:2].isspace()

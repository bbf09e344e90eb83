"""The head of a text: its title, and the lines under it that say when and where."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from regesta.rules.sentences import sentence_rules
from regesta.structure.drafts import Draft, final
from regesta.structure.pieces import trimmed

_LIMIT = 20
_WORDS = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*|&")


@dataclass(frozen=True, slots=True)
class Head:
    """The first ``length`` drafts of a text: no sentence of the body stands among them."""

    length: int
    title: int | None
    datelines: frozenset[int]
    asides: frozenset[int]


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    rules = sentence_rules().titles
    return re.compile(rules.caption, re.IGNORECASE), re.compile(rf"\s*{rules.credit}\s*\Z", re.IGNORECASE)


def caption_body(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the limits of a caption's own words, without "photo:" and a credit at the end."""
    mark, credit = _patterns()
    found = mark.match(text, start, end)
    inner = trimmed(text, found.end(), end)[0] if found else start
    tail = credit.search(text[max(inner, end - 160) : end])
    outer = end - len(tail[0]) if tail else end
    return (inner, outer) if inner < outer else (start, end)


def words_of(text: str, start: int, end: int) -> list[str]:
    """Return the words of ``text[start:end]``, hyphenated ones whole; ``end`` may lie far off."""
    return _WORDS.findall(text, start, min(end, start + 2000))


def _names_event(text: str, start: int, end: int) -> bool:
    events = sentence_rules().titles.events
    return any(part in events for word in words_of(text, start, end) for part in word.lower().split("-"))


def _is_place(text: str, draft: Draft) -> bool:
    """Say whether a line under a date looks like a place or an issuing office: names only."""
    if draft.label or draft.end - draft.start > 90 or final(text, draft.start, draft.end):
        return False
    if text.endswith((":", ";", ","), draft.start, draft.end):
        return False
    words, small = words_of(text, draft.start, draft.end), sentence_rules().titles.places
    named = all(word in small or not word[0].islower() for word in words)
    dated = words[-1:] and len(words[-1]) == 4 and words[-1].isdigit()
    return 0 < len(words) <= 8 and named and bool(dated or not _names_event(text, draft.start, draft.end))


def _is_body(text: str, draft: Draft) -> bool:
    if draft.furniture:
        return False
    counted = draft.label is not None and draft.label.counted
    if text.endswith((":", "：", ")", "）"), draft.start, draft.end):
        return draft.end - draft.start > 200 or text.endswith((":", "："), draft.start, draft.end)
    return counted or draft.end - draft.start > 300 or final(text, draft.start, draft.end)


def _length(text: str, drafts: Sequence[Draft]) -> int:
    """Return how many drafts stand before the first sentence: none if there is no sentence soon."""
    for index, draft in enumerate(drafts[:_LIMIT]):
        dated = index + 1 < len(drafts) and drafts[index + 1].furniture == "dateline"
        if _is_body(text, draft) and (index or not dated):
            return index
    return min(_LIMIT, len(drafts))


def _datelines(text: str, drafts: Sequence[Draft], length: int) -> frozenset[int]:
    """Return the date lines of the head, and the place lines directly under one."""
    found: set[int] = set()
    for index, draft in enumerate(drafts[:length]):
        under = index - 1 in found and index > 1
        if draft.furniture == "dateline" or (
            under
            and not draft.furniture
            and (not draft.gap or _stands_alone(drafts, index))
            and _is_place(text, draft)
        ):
            found.add(index)
    return frozenset(found)


def _stands_alone(drafts: Sequence[Draft], index: int) -> bool:
    return index + 1 < len(drafts) and drafts[index + 1].gap


def _same(text: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    return text[slice(*one)].split() == text[slice(*other)].split()


def _led_back_to(text: str, drafts: Sequence[Draft], first: Draft) -> bool:
    """Say whether navigation at the end ("Back to …") names the first line: then it is a section."""
    name = " ".join(text[first.body : first.end].split()).casefold()
    for draft in drafts[-6:]:
        if draft is not first and draft.end - draft.start <= len(name) + 60:
            line = " ".join(text[draft.start : draft.end].split()).casefold()
            if line != name and line.endswith(name):
                return True
    return False


def _title(text: str, drafts: Sequence[Draft], length: int, datelines: frozenset[int]) -> int | None:
    """Return the draft that names the document: the first line, unless it is a site's section.

    A first line without a word for an event is a section when navigation leads back to it or it
    is short and a date follows, and then a line or caption that names an event is better.
    """
    lines = [
        i for i in range(length) if not drafts[i].furniture and i not in datelines and not drafts[i].label
    ]
    named = [i for i in range(length) if _can_name(drafts[i], i, datelines) and _event_line(text, drafts[i])]
    if not lines:
        return named[0] if named else None
    first = lines[0]
    better = [i for i in named if i > first]
    if not better or not (_led_back_to(text, drafts, drafts[first]) or _is_section(text, drafts[first])):
        return first
    plain = [i for i in better if i in lines]
    long = [i for i in plain if len(words_of(text, drafts[i].body, drafts[i].end)) > 2]
    return (long or plain or better)[0]


def _is_section(text: str, draft: Draft) -> bool:
    """Say whether a first line may name a section or an office: no event in it, and short or official."""
    words = words_of(text, draft.body, draft.end)
    official = any(word.lower() in sentence_rules().titles.letterheads for word in words)
    return len(words) <= (12 if official else 6) and not _event_line(text, draft)


def _can_name(draft: Draft, index: int, datelines: frozenset[int]) -> bool:
    return draft.furniture in (None, "caption") and index not in datelines and draft.label is None


def _event_line(text: str, draft: Draft) -> bool:
    return _names_event(text, *caption_body(text, draft.body, draft.end))


def read_head(text: str, drafts: Sequence[Draft]) -> Head:
    """Find title, date lines and parentheses at the top of a text."""
    length = _length(text, drafts)
    datelines = _datelines(text, drafts, length)
    title = _title(text, drafts, length, datelines)
    asides = frozenset(i for i in range(length) if not drafts[i].furniture and in_brackets(text, drafts[i]))
    return Head(length, title, datelines, asides - {title})


def in_brackets(text: str, draft: Draft) -> bool:
    """Say whether a block is one parenthesis and nothing else."""
    start, end = draft.body, draft.end
    if draft.label or end - start > 400 or text[start] not in "(（" or text[end - 1] not in ")）":
        return False
    depth = 0
    for at in range(start, end):
        depth += (text[at] in "(（") - (text[at] in ")）")
        if depth == 0:
            return at == end - 1
    return False

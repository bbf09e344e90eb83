"""Furniture of a page: the lines that belong to the page and not to the document.

One pass over the lines, one alternation of all rules for each; lines longer than any rule
allows are passed over unread, so a text is done in time linear in its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from regesta.model.document import Furniture
from regesta.model.span import Span
from regesta.reading.dateline import dateline_furniture
from regesta.reading.lines import lines
from regesta.rules.furniture import furniture_rules
from regesta.rules.outlook import first_letter_first

_PROSE = 160
_TOPIC = re.compile(r"(?i:(?:back|return) to|< ?back to) (?P<topic>.{2,120})")


class _Table(NamedTuple):
    """All rules as one pattern; the name of the group that matched is the rule's id."""

    pattern: re.Pattern[str]
    kinds: dict[str, str]
    tails: frozenset[str]
    longest: int


@cache
def _table() -> _Table:
    table = furniture_rules()
    joined = first_letter_first(f"(?P<{rule.id}>{rule.source})" for rule in table.rules)
    return _Table(
        re.compile(joined),
        {rule.id: rule.kind for rule in table.rules},
        frozenset(rule.id for rule in table.rules if rule.scope == "tail"),
        table.longest,
    )


def furniture(text: str) -> tuple[Furniture, ...]:
    """Return the furniture of a frozen text.

    Promises spans inside the text, in order, not empty, not overlapping, each within one line.
    """
    rows = lines(text)
    found = {item.span: item for item in _by_rules(text, rows)}
    found.update({item.span: item for item in _breadcrumbs(text, rows[:4], list(found.values()))})
    rest = [row for row in rows if row not in found]
    near = rest if len(rest) <= 12 else [*rest[:8], *rest[-4:]]
    found.update({item.span: item for item in dateline_furniture(text, near)})
    if text.startswith("\ufeff"):
        mark = Span(0, 1)
        found[mark] = Furniture(mark, "boilerplate", "byte_order_mark")
    return tuple(found[span] for span in sorted(found))


def _by_rules(text: str, rows: Sequence[Span]) -> Iterator[Furniture]:
    """Match each line; after a line of scope ``tail`` everything to the end is furniture too."""
    table = _table()
    prose_ends = next((i for i in range(len(rows), 0, -1) if _is_prose(text, rows[i - 1])), 0)
    tail: str | None = None
    for number, span in enumerate(rows):
        rule = _rule(text, span, table) or tail
        if rule is not None:
            yield Furniture(span, table.kinds[rule], rule)
            if rule in table.tails and number >= prose_ends > 0:
                tail = tail or rule


def _rule(text: str, span: Span, table: _Table) -> str | None:
    if span.end - span.start > table.longest:
        return None
    match = table.pattern.fullmatch(text, span.start, span.end)
    return match.lastgroup if match else None


def _is_prose(text: str, span: Span) -> bool:
    """Say whether a line may hold words of the document: a long line, or one with a full stop."""
    return span.end - span.start > _PROSE or (
        text[span.end - 1] in '.!?:;”"' and text.count(" ", span.start, span.end) >= 3
    )


def _breadcrumbs(text: str, top: Sequence[Span], found: Sequence[Furniture]) -> Iterator[Furniture]:
    """A line at the very top that a "Back to …" line names again is the page's place in its site."""
    topics: set[str] = set()
    for item in found:
        match = _TOPIC.fullmatch(item.span.of(text)) if item.kind == "navigation" else None
        if match:
            topics.update(_once(match["topic"].strip()))
    for span in top:
        if span.of(text) in topics:
            yield Furniture(span, "navigation", "breadcrumb")


def _once(topic: str) -> tuple[str, ...]:
    """The topic of a "Back to" line, and its half where a page printed it twice without a gap."""
    half = len(topic) // 2
    return (topic, topic[:half]) if topic[:half] == topic[half:] else (topic,)

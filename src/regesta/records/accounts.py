"""The account of every sentence: a record, furniture, repeated, or unread with a reason."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal

from regesta.model.outline import Block, Outline
from regesta.model.records import Account, Unread
from regesta.model.span import Span
from regesta.records.clauses import clauses
from regesta.records.view import LONGEST, Sentence

Fate = Literal["record", "furniture", "repeated", "unread"]
_PAGE = ("furniture", "dateline", "title", "heading", "aside")
_NEAR = 40


def account(
    outline: Outline, used: Sequence[Span], sentences: Sequence[Sentence]
) -> tuple[tuple[Account, ...], tuple[Unread, ...]]:
    """Say how each sentence of each block ended; nothing is left out.

    ``used`` are the spans of all records, ``sentences`` those that were searched for them.
    """
    starts = sorted(used)
    seen = {s.span: s for s in sentences}
    accounts = [
        Account(span, _fate(block, span, starts))
        for block in outline.blocks
        for span in block.sentences or (block.span,)
    ]
    unread = [Unread(a.span, _reason(seen.get(a.span))) for a in accounts if a.fate == "unread"]
    return tuple(accounts), tuple(unread)


def _fate(block: Block, span: Span, used: Sequence[Span]) -> Fate:
    if block.repeated:
        return "repeated"
    if _is_touched(used, span):
        return "record"
    return "furniture" if block.kind in _PAGE else "unread"


def _is_touched(spans: Sequence[Span], sentence: Span) -> bool:
    """Say whether a record overlaps a sentence; ``spans`` are sorted."""
    at = bisect_right(spans, Span(sentence.end, -1))
    return any(end > sentence.start for _, end in reversed(spans[max(0, at - _NEAR) : at]))


def _reason(sentence: Sentence | None) -> str:
    """One of a few reasons in plain words: what the reader looked for and did not find."""
    if sentence is None:
        return "not part of the running text"
    if len(sentence.toks) > LONGEST:
        return f"longer than {LONGEST} words without an end"
    if not sentence.verbs:
        return "no verb of the table"
    reporting = [c for c in clauses(sentence) if c.verb.kind in ("group", "light", "predicate")]
    if not reporting:
        return "tells of events or background; no reporting verb with a subject"
    if not any(c.subject or c.shares is not None for c in reporting):
        return "a reporting verb whose subject is no recognised person or side"
    return "a reporting verb in a clause that does not report by itself"

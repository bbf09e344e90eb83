"""The account of every sentence: a record, furniture, repeated, or unread with a reason."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from regesta.model.document import Furniture
from regesta.model.outline import Outline
from regesta.model.records import Account, Unread
from regesta.model.span import Span
from regesta.records.clauses import clauses
from regesta.records.view import LONGEST, Sentence


def account(
    text: str,
    outline: Outline,
    furniture: Sequence[Furniture],
    used: Sequence[Span],
    sentences: Sequence[Sentence],
) -> tuple[tuple[Account, ...], tuple[Unread, ...]]:
    """Say how each sentence of each block ended. ``used`` are the spans of all records."""
    starts = sorted(used)
    seen = {s.span: s for s in sentences}
    accounts: list[Account] = []
    unread: list[Unread] = []
    for block in outline.blocks:
        for span in block.sentences or (block.span,):
            if block.repeated:
                accounts.append(Account(span, "repeated"))
            elif _touches(starts, span):
                accounts.append(Account(span, "record"))
            elif block.kind in ("furniture", "dateline", "title", "heading", "aside"):
                accounts.append(Account(span, "furniture"))
            else:
                accounts.append(Account(span, "unread"))
                unread.append(Unread(span, _reason(seen.get(span))))
    _ = (text, furniture)
    return tuple(accounts), tuple(unread)


def _touches(spans: Sequence[Span], sentence: Span) -> bool:
    """Say whether a record overlaps a sentence; ``spans`` are sorted."""
    at = bisect_right(spans, Span(sentence.end, -1))
    return any(span.overlaps(sentence) for span in spans[max(0, at - 40) : at])


def _reason(sentence: Sentence | None) -> str:
    """One of a few reasons in plain words: what the reader looked for and did not find."""
    if sentence is None:
        return "not part of the running text"
    if len(sentence.toks) > LONGEST:
        return f"longer than {LONGEST} words without an end"
    found = clauses(sentence)
    reporting = [c for c in found if c.verb.kind in ("group", "light", "predicate")]
    if not sentence.verbs:
        return "no verb of the table"
    if not reporting:
        return "tells of events or background; no reporting verb with a subject"
    if not any(c.subject or c.shares is not None for c in reporting):
        return "a reporting verb whose subject is no recognised person or side"
    return "a reporting verb in a clause that does not report by itself"

"""One reading laid open: for each sentence what was recognised, made and nearly made, and why not."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from regesta.engine.read import read_with
from regesta.model.document import Page
from regesta.model.finding import RegestaError
from regesta.model.outline import Block
from regesta.model.reading import Reading
from regesta.model.records import Account, Commitment, Meeting, Records, Request, Statement, Term
from regesta.model.span import Span
from regesta.model.trace import Declined, Noticed, Trace, tracing
from regesta.rules.packs import Pack, packs_with
from regesta.rules.version import rules_version
from regesta.structure import outline

UNTOLD = "no rule made anything of it, and none says why"
Record = Meeting | Statement | Commitment | Request | Term


@dataclass(frozen=True, slots=True)
class Explained:
    """One sentence: its block, how it ended, and everything that the reader told of it.

    ``noticed`` are the mentions, ``records`` what was made from it, ``declined`` what nearly was.
    """

    span: Span
    block: Block
    fate: str
    reason: str | None
    noticed: tuple[Noticed, ...]
    records: tuple[Record, ...]
    declined: tuple[Declined, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A reading and its sentences in the order of the text."""

    reading: Reading
    sentences: tuple[Explained, ...]

    def at(self, offset: int) -> Explained:
        """Return the sentence at a character of the frozen text, or the next one after it.

        White space after the last sentence belongs to the last. Raises :class:`RegestaError` where
        the text has no such character.
        """
        length = len(self.reading.page.text)
        if not 0 <= offset < length:
            last = max(length - 1, 0)
            raise RegestaError(f"There is no character {offset} in the text; it has those from 0 to {last}.")
        return next((one for one in self.sentences if one.span.end > offset), self.sentences[-1])


def explain_document(page: Page, *, topics: tuple[Path, ...] = ()) -> Explanation:
    """Read one page as :func:`read_document` does, and keep what the reader tells of itself.

    The records are those of an ordinary reading. Raises what it raises.
    """
    return explain_with(page, packs_with(topics), rules_version(topics))


def explain_with(page: Page, packs: tuple[Pack, ...], version: str) -> Explanation:
    """Explain one page with ``packs``, and no others; ``version`` is that of the rules."""
    with tracing() as trace:
        reading = read_with(page, packs, version)
    records = reading.records
    blocks = {
        span: block for block in outline(reading.page).blocks for span in block.sentences or (block.span,)
    }
    reasons = {unread.span: unread.reason for unread in records.unread}
    told = _told([account.span for account in records.accounts], trace, records)
    sentences = (
        _explained(account, blocks[account.span], reasons.get(account.span), here)
        for account, here in zip(records.accounts, told, strict=True)
    )
    return Explanation(reading, tuple(sentences))


@dataclass(slots=True)
class _Told:
    """What was told of one sentence."""

    noticed: dict[Noticed, None] = field(default_factory=dict)
    declined: dict[Declined, None] = field(default_factory=dict)
    records: dict[str, Record] = field(default_factory=dict)


def _told(spans: Sequence[Span], trace: Trace, records: Records) -> list[_Told]:
    """Lay everything beside the sentence in which it begins; ``spans`` are the sentences in order."""
    told, starts = [_Told() for _ in spans], [span.start for span in spans]

    def at(place: Span) -> _Told:
        return told[max(0, bisect_right(starts, place.start) - 1)]

    for noticed in sorted(trace.noticed, key=lambda one: one.span):
        at(noticed.span).noticed[noticed] = None
    for declined in sorted(trace.declined, key=lambda one: one.span):
        at(declined.span).declined[declined] = None
    for record, place in _places(records):
        at(place).records[record.id] = record
    return told


def _places(records: Records) -> Iterator[tuple[Record, Span]]:
    """Every record with every place at which it stands: a meeting may be mentioned often."""
    for meeting in records.meetings:
        yield from ((meeting, place) for place in (meeting.span, *meeting.also))
    spoken: tuple[Record, ...] = (*records.statements, *records.commitments, *records.requests)
    yield from ((record, record.span) for record in (*spoken, *records.terms))


def _explained(account: Account, block: Block, reason: str | None, told: _Told) -> Explained:
    records = tuple(told.records.values())
    near = _near(told.declined, told.noticed, records, unread=account.fate == "unread")
    near += _untold(told.noticed, near, records) if account.fate != "repeated" else []
    near.sort(key=lambda one: one.span)
    return Explained(account.span, block, account.fate, reason, tuple(told.noticed), records, tuple(near))


def _untold(
    noticed: Iterable[Noticed], near: Sequence[Declined], records: Sequence[Record]
) -> list[Declined]:
    """The reporting verbs that are in no statement and of which no reader told why."""
    reporting = (one for one in noticed if one.kind == "verb" and not (one.rule or "").startswith("event."))
    answered = [one.span for one in near] + [one.verb_span for one in records if isinstance(one, Statement)]
    return [
        Declined("statement", one.span, UNTOLD, one.rule)
        for one in reporting
        if not any(span.overlaps(one.span) for span in answered)
    ]


def _near(
    told: Iterable[Declined], noticed: Iterable[Noticed], records: Sequence[Record], *, unread: bool
) -> list[Declined]:
    """The refusals that a rule writer looks for, each once, in the order of the text.

    What became a record after all is none, nor is a capital that belongs to another mention, nor
    an event verb in a sentence that was read. The reasons for one thing are joined.
    """
    told = list(told)
    loose = [one.span for one in told if one.what == "name"]
    taken = [one.span for one in noticed if one.kind != "verb"]
    belonging = {
        "verb": [*taken, *loose],
        "person": [*taken, *loose],
        "name": [one.span for one in told if one.what == "date"],
    }
    near: dict[tuple[str, Span], Declined] = {}
    for one in told:
        if any(span.overlaps(one.span) for span in belonging.get(one.what, ())):
            continue
        if _became(one, records) or _is_plain_event(one, unread=unread):
            continue
        known = near.get((one.what, one.span))
        near[one.what, one.span] = replace(known, why=f"{known.why}; {one.why}") if known else one
    return list(near.values())


def _is_plain_event(one: Declined, *, unread: bool) -> bool:
    """Say whether an event verb makes no statement of a sentence of which something else was made."""
    return one.what == "statement" and (one.rule or "").startswith("event.") and not unread


def _became(one: Declined, records: Sequence[Record]) -> bool:
    """Say whether what one reader declined was made by another."""
    match one.what:
        case "statement":
            return any(isinstance(r, Statement) and r.verb_span.overlaps(one.span) for r in records)
        case "meeting":
            found = (r for r in records if isinstance(r, Meeting))
            return any(place.overlaps(one.span) for r in found for place in (r.span, *r.also))
        case "request":
            return any(isinstance(r, Request) and r.span.overlaps(one.span) for r in records)
        case "commitment":
            return any(isinstance(r, Commitment) and r.span.overlaps(one.span) for r in records)
        case _:
            return False

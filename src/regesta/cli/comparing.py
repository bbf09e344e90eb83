"""``regesta compare``: two accounts of one meeting side by side."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from regesta import query
from regesta.cli.options import CompareJob
from regesta.cli.output import Column, console, print_json, print_rows
from regesta.cli.words import plain
from regesta.export.accounts import account_json
from regesta.ledger import Ledger
from regesta.model.accounts import Comparison, Difference, Pairing, Side, Told, TopicRow
from regesta.model.finding import RegestaError
from regesta.resolve.accounts import Part, compare
from regesta.rules.accounts import account_rules
from regesta.rules.packs import packs_with

_QUOTE = 160
_BOTH = 2


def comparing(job: CompareJob) -> int:
    """Print how the two documents that ``job`` names differ; the exit code is 0.

    Raises :class:`RegestaError` when there are not two, when one is not in the ledger, or when
    neither has anything to say on the topic that is asked for.
    """
    if len(job.names) != _BOTH:
        raise RegestaError(f"Name two documents to compare; {len(job.names)} given.")
    with Ledger.open(job.ledger) as ledger:
        one, two = query.dossiers(ledger, job.names)
    if one.id == two.id:
        raise RegestaError(f"{job.names[0]!r} and {job.names[1]!r} are the same document.")
    found = narrowed(compare(Part(one), Part(two), packs_with(job.topics)), job.topic)
    if job.as_json:
        print_json(_object(found))
    else:
        _print(found)
    return 0


def narrowed(whole: Comparison, topic: str | None) -> Comparison:
    """Return what of a comparison concerns one topic; the whole where none is asked for."""
    if topic is None:
        return whole
    rows = tuple(row for row in whole.topics if row.topic == topic)
    if not rows:
        known = ", ".join(sorted(row.topic for row in whole.topics if row.topic))
        raise RegestaError(f"Neither document speaks of {topic!r}; they have {known or 'no topics'}.")
    about = {place for row in rows for told in _told(row) for place in [told.place]}
    return replace(
        whole,
        topics=rows,
        meetings=tuple(pair for pair in whole.meetings if topic in pair.first.topics + pair.second.topics),
        differences=tuple(
            one for one in whole.differences if one.topic == topic or about.intersection(one.places)
        ),
        terms=tuple(row for row in whole.terms if row.concept == topic),
        summary=(),
    )


def _told(row: TopicRow) -> list[Told]:
    return [*row.alone, *(told for pair in row.pairs for told in (pair.first, pair.second))]


def _print(found: Comparison) -> None:
    print_rows(found.sides, _SIDES, "table")
    _lines([found.note])
    _lines(found.summary)
    _title("Topics")
    print_rows(found.topics, _topic_columns(found.sides), "table")
    if any(row.pairs for row in found.topics):
        _title("On the same thing")
        _side_by_side(found)
    if found.differences:
        _title("Differences")
        _differences(found)
    if found.terms:
        _title("Names for the same thing")
        print_rows(found.terms, _term_columns(found.sides), "table")


def _side_by_side(found: Comparison) -> None:
    """Print the passages that go together in two columns, topic by topic."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, show_lines=False)
    for name in ("topic", *(side.label for side in found.sides)):
        table.add_column(name, overflow="fold")
    done: set[object] = set()
    for row in found.topics:
        for pair in row.pairs:
            if pair.first.refs not in done:
                done.add(pair.first.refs)
                cells = (row.topic or "", _quoted(pair.first), _quoted(pair.second))
                table.add_row(*map(Text, cells))
    console().print(table)


def _quoted(told: Told) -> str:
    act = told.act.replace("_", " ")
    return f"{'not ' if told.negated else ''}{act}: “{_short(told.place.quote)}”"


def _short(words: str) -> str:
    whole = plain(words)
    return whole if len(whole) <= _QUOTE else whole[: _QUOTE - 1].rstrip() + "…"


def _lines(sentences: Iterable[str]) -> None:
    for sentence in sentences:
        sys.stdout.write(f"{plain(sentence)}\n")
    sys.stdout.flush()


def _title(words: str) -> None:
    sys.stdout.write(f"\n{words}\n\n")
    sys.stdout.flush()


_SIDES = (
    Column("side", lambda side: side.label),
    Column("kind", lambda side: account_rules().words.kinds[side.kind]),
    Column("published", lambda side: side.published),
    Column("title", lambda side: side.title),
    Column("file", lambda side: side.file or side.document),
)


def _topic_columns(sides: Sequence[Side]) -> tuple[Column, ...]:
    return (
        Column("topic", lambda row: row.topic or "(none)"),
        Column("told by", lambda row: list(row.told_by)),
        *(column for number, side in enumerate(sides) for column in _room(number, side.label)),
        Column("same", lambda row: len(row.pairs) or ""),
    )


def _room(number: int, label: str) -> tuple[Column, Column]:
    """How many passages one account has on a topic, and which share of its words."""
    return (
        Column(f"{label} passages", lambda row: row.shares[number].passages or ""),
        Column(f"{label} space", lambda row: _percent(row.shares[number].share)),
    )


def _percent(share: float) -> str:
    return f"{share:.0%}" if share else ""


def _differences(found: Comparison) -> None:
    """Print the differences, the gravest first, each with the words of both sides under its sentence."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for name in ("grade", "type", "topic", "what"):
        table.add_column(name, no_wrap=name in ("grade", "type"), overflow="fold")
    types = account_rules().words.types
    for one in found.differences:
        told = "\n".join([plain(one.why), *_words_of(one, found.sides)])
        table.add_row(*map(Text, (one.grade, types[one.type], one.topic or "", told)))
    console().print(table)


def _words_of(one: Difference, sides: Iterable[Side]) -> Iterator[str]:
    if one.type == "term":
        return
    for side in sides:
        quotes = [_short(place.quote) for place in one.places if place.document == side.document]
        if quotes:
            more = f" and {len(quotes) - 1} more" if len(quotes) > 1 else ""
            yield f"{side.label}: “{quotes[0]}”{more}"


def _term_columns(sides: Sequence[Side]) -> tuple[Column, ...]:
    return (
        Column("concept", lambda row: row.concept),
        *map(_named, range(len(sides)), (s.label for s in sides)),
    )


def _named(number: int, label: str) -> Column:
    return Column(label, lambda row: list(row.names[number][1]))


def _object(found: Comparison) -> dict[str, Any]:
    """The comparison for programs: what the export has, and the topics, pairs and summary."""
    return account_json(found) | {
        "documents": {side.label: side.document for side in found.sides},
        "published": {side.label: {"date": side.published, "phase": side.phase} for side in found.sides},
        "summary": list(found.summary),
        "topics": [_topic_object(row) for row in found.topics],
        "meetings": [_pair_object(pair) for pair in found.meetings],
    }


def _topic_object(row: TopicRow) -> dict[str, Any]:
    return {
        "topic": row.topic,
        "label": row.label,
        "told_by": list(row.told_by),
        "shares": {
            share.side: {"passages": share.passages, "share": share.share, "rank": share.rank}
            for share in row.shares
        },
        "pairs": [_pair_object(pair) for pair in row.pairs],
        "alone": [_told_object(told) for told in row.alone],
    }


def _pair_object(pair: Pairing) -> dict[str, Any]:
    return {
        "score": pair.score,
        "features": [{"name": one.name, "weight": one.weight, "seen": one.seen} for one in pair.features],
        "passages": [_told_object(told) for told in (pair.first, pair.second)],
    }


def _told_object(told: Told) -> dict[str, Any]:
    return {
        "side": told.side,
        "act": told.act,
        "negated": told.negated,
        "voices": list(told.voices),
        "records": [{"kind": ref.kind, "id": ref.id} for ref in told.refs],
        "span": list(told.place.span),
        "quote": told.place.quote,
    }

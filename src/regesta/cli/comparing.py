"""``regesta compare``: two accounts of one meeting side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from regesta import query
from regesta.cli.comparison import print_comparison
from regesta.cli.options import CompareJob
from regesta.cli.output import print_json
from regesta.export.accounts import account_json
from regesta.ledger import Ledger
from regesta.model.accounts import Comparison, Pairing, Told, TopicRow
from regesta.model.finding import RegestaError
from regesta.query import Accounts
from regesta.resolve.accounts import Part, comparisons
from regesta.rules.packs import Pack, packs_with

_BOTH = 2


def comparing(job: CompareJob) -> int:
    """Print how the accounts that ``job`` names differ, each two of unlike sides; the exit code is 0.

    One name is a meeting, whose accounts are looked up; several are documents. Raises
    :class:`RegestaError` when there are not two accounts, when one is not in the ledger, or when
    none has anything to say on the topic that is asked for.
    """
    packs = packs_with(job.topics)
    found = _on_topic(_compared(job, packs), job.topic)
    if job.as_json:
        print_json(_object(found[0]) if len(job.names) == _BOTH else [_object(one) for one in found])
    else:
        for number, one in enumerate(found):
            print_comparison(one, first=not number)
    return 0


def _compared(job: CompareJob, packs: tuple[Pack, ...]) -> Sequence[Comparison]:
    with Ledger.open(job.ledger) as ledger:
        if len(job.names) == 1:
            return _of_meeting(query.accounts(ledger, job.names[0]), job.names[0], packs)
        papers = query.dossiers(ledger, job.names)
    for number, paper in enumerate(papers):
        if paper.id in {one.id for one in papers[:number]}:
            raise RegestaError(f"{job.names[number]!r} is named twice; name different documents.")
    return comparisons([Part(paper) for paper in papers], packs)


def _of_meeting(told: Accounts, name: str, packs: tuple[Pack, ...]) -> Sequence[Comparison]:
    found = comparisons(told.parts, packs, told.meeting.id, told.meeting.dated.when)
    if not found:
        sides = [part.dossier.document.side or "an unknown side" for part in told.parts]
        whose = f"one account, of {sides[0]}" if sides else "no account"
        raise RegestaError(
            f"Of the meeting {name!r} the ledger has {whose}; there is nothing to compare it with."
        )
    return found


def _on_topic(found: Sequence[Comparison], topic: str | None) -> list[Comparison]:
    """Return what concerns one topic of the comparisons that have it; all of them where none is asked for."""
    if topic is None:
        return [*found]
    kept = [one for one in found if any(row.topic == topic for row in one.topics)]
    if not kept:
        known = sorted({row.topic for one in found for row in one.topics if row.topic})
        raise RegestaError(f"No account speaks of {topic!r}; they have {', '.join(known) or 'no topics'}.")
    return [narrowed(one, topic) for one in kept]


def narrowed(whole: Comparison, topic: str) -> Comparison:
    """Return what of a comparison concerns one topic, without a summary, which speaks of the whole."""
    rows = tuple(row for row in whole.topics if row.topic == topic)
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

"""Answers out of the ledger's rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from regesta import query
from regesta.export.histories import promisers
from regesta.mcp import answers as told
from regesta.mcp.citing import Citing
from regesta.model import accounts as apart
from regesta.model.edtf import span_of_days
from regesta.model.records import Actor, Commitment
from regesta.query import MeetingSheet, MetRow, StepRow, Telling
from regesta.query.statement_list import Stated


def met(row: MetRow, citing: Citing) -> told.MetBrief:
    """Return a meeting of a list."""
    return _met(row.joined, row.documents, [one or "unknown" for one in row.tellers], citing)


def meeting(sheet: MeetingSheet, citing: Citing) -> told.MeetingAnswer:
    """Return all that the ledger holds of a meeting."""
    given = [citing.row(one.row) for one in sheet.told]
    tellers = sorted({one.published_by for one in sheet.told})
    homes = [(row, sheet.joined.id) for row in sheet.said]
    return told.MeetingAnswer(
        found=True,
        answer=sheet.abstract,
        meeting=_met(sheet.joined, len(sheet.told) + sheet.more, tellers, citing),
        within=sheet.visit.id if sheet.visit else None,
        contains=[one.id for one in sheet.contains],
        facts=[
            told.MeetingFact(
                name=fact.name,
                values=[
                    told.Value(value=one.words, given_by=[given[number - 1] for number in one.numbers])
                    for one in fact.values
                ],
                apart=fact.apart,
            )
            for fact in sheet.facts
        ],
        told=[_telling(one, words) for one, words in zip(sheet.told, given, strict=True)],
        not_listed=sheet.more,
        date_rests_on=[citing.cited(one) for one in sheet.because],
        said=[_said(row, home, citing) for row, home in homes],
        unsaid=sheet.unsaid,
        promised=[promise(row, citing) for row in sheet.promised],
        asked=[promise(row, citing) for row in sheet.asked],
    )


def hit(one: query.Hit, citing: Citing) -> told.Hit:
    """Return a sentence that was found."""
    return told.Hit(day=one.day, before=one.before, after=one.after, fate=one.fate, words=citing.row(one))


def said(one: Stated, citing: Citing) -> told.Said:
    """Return a statement."""
    return _said(one.row, one.meeting.id if one.meeting else None, citing)


def promise(row: query.CommitmentRow | query.RequestRow, citing: Citing) -> told.Promise:
    """Return a promise or a request with its history."""
    record, came = row.record, row.came
    strength = record.strength if isinstance(record, Commitment) else None
    return told.Promise(
        id=record.id,
        kind=row.kind,
        who=sorted(promisers(row)),
        what=record.what,
        strength=strength,
        due=came.dated.when if came else record.due,
        due_basis=came.dated.basis if came else record.due_basis,
        condition=record.condition,
        topics=list(record.topics),
        status=row.status,
        history=_steps(came.steps if came else (), citing),
        events=_steps(came.events if came else (), citing),
        words=citing.row(row),
    )


def comparison(one: apart.Comparison, citing: Citing) -> told.Comparison:
    """Return two accounts side by side."""
    return told.Comparison(
        accounts=[
            told.Account(
                label=side.label,
                kind=side.kind,
                published=side.published,
                document=citing.whole(side.document),
            )
            for side in one.sides
        ],
        note=one.note,
        summary=list(one.summary),
        differences=[
            told.Difference(
                type=each.type,
                grade=each.grade,
                side=each.side,
                topic=each.topic,
                why=each.why,
                words=citing.places(each.places),
            )
            for each in one.differences
        ],
        names=[
            told.Names(
                concept=each.concept,
                names={side: list(names) for side, names in each.names},
                words=citing.places(each.places),
            )
            for each in one.terms
        ],
    )


def _met(one: Any, documents: int, tellers: Sequence[str], citing: Citing) -> told.MetBrief:
    return told.MetBrief(
        id=one.id,
        when=one.dated.when,
        when_basis=one.dated.basis,
        format=one.format,
        status=one.status,
        place=one.place,
        parties=list(one.parties),
        documents=documents,
        told_by=list(tellers),
        words=citing.place(one.places[0]),
    )


def _telling(one: Telling, words: told.Citation) -> told.Telling:
    return told.Telling(role=one.role, published_by=one.published_by, words=words)


def _said(row: query.StatementRow, home: str | None, citing: Citing) -> told.Said:
    record = row.record
    return told.Said(
        when=span_of_days(row.earliest, row.latest),
        act=record.act,
        negated=record.negated,
        actors=_names(record.actors),
        addressee=_names([record.addressee])[0] if record.addressee else None,
        topics=list(record.topics),
        meeting=home,
        content=row.content,
        confidence=record.confidence,
        words=citing.row(row),
    )


def _names(actors: Iterable[Actor]) -> list[str]:
    return [
        f"{one.name} ({one.country})" if one.country and one.country != one.name else one.name
        for one in actors
    ]


def _steps(steps: Iterable[StepRow], citing: Citing) -> list[told.Step]:
    return [
        told.Step(
            since=one.start,
            status=one.status,
            timeliness=one.timeliness,
            confirmation=one.confirmation,
            why=one.why,
            evidence=[citing.cited(words) for words in one.evidence],
        )
        for one in steps
    ]

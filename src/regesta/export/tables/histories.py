"""What came of commitments and requests, step by step, with the words that show it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from regesta.export.tables.cited import TO_DOCUMENT, Paper, Shown, evidence, shown
from regesta.export.tables.table import Column, Key, Table
from regesta.model.judgement import Ref
from regesta.model.links import Step


@dataclass(frozen=True, slots=True)
class Came:
    """A step or event in the history of a promise or request, with its place in the history."""

    ref: Ref
    number: int
    what: str
    step: Step


def _history(kind: str) -> Callable[[Paper], Iterable[Shown]]:
    def found(paper: Paper) -> Iterable[Shown]:
        for ref, one in paper.chosen.followed.items():
            if ref.kind == kind:
                steps = [("status", step) for step in one.history] + [("event", step) for step in one.events]
                for number, (what, step) in enumerate(steps, 1):
                    yield from shown(Came(ref, number, what, step), step.evidence, paper.hashes)

    return found


def _history_table(kind: str) -> Table:
    table = f"{kind}s"
    return Table(
        name=f"{kind}_history",
        about=f"What came of a {kind}, step by step, a row for each piece of evidence. Of a step that no"
        " words show (that it is open, that a window closed) one row with evidence 0.",
        source="documents",
        items=_history(kind),
        primary=("document_id", f"{kind}_id", "number", "evidence"),
        keys=(
            TO_DOCUMENT,
            Key(("document_id", f"{kind}_id"), table, ("document_id", "id")),
            Key(("citing_document_id",), "documents", ("id",), whole=True),
        ),
        columns=(
            Column(
                "document_id", "string", f"the document of the {kind}", lambda one: one.owner.ref.document
            ),
            Column(f"{kind}_id", "string", f"the {kind}", lambda one: one.owner.ref.id),
            Column(
                "number",
                "integer",
                "the place of the step in the history, from 1 on",
                lambda one: one.owner.number,
            ),
            Column(
                "evidence",
                "integer",
                "the number of the evidence, 0 where there is none",
                lambda one: one.number,
            ),
            Column(
                "step",
                "string",
                "status, or event for a reaffirmation or repetition",
                lambda one: one.owner.what,
            ),
            Column("date", "date", "the day from which it could be known", lambda one: one.owner.step.start),
            Column(
                "status",
                "string",
                "the status from that day on, or the kind of event",
                lambda one: one.owner.step.status,
            ),
            Column(
                "timeliness",
                "string",
                "early, on_time, late or unknown",
                lambda one: one.owner.step.timeliness,
            ),
            Column(
                "confirmation",
                "string",
                "who shows it: self_declared, counterpart, joint or independent",
                lambda one: one.owner.step.confirmation,
                True,
            ),
            Column("why", "string", "why, in words", lambda one: one.owner.step.why or None, True),
            *evidence("it"),
        ),
    )


COMMITMENT_HISTORY = _history_table("commitment")
REQUEST_HISTORY = _history_table("request")

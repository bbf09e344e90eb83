"""What the checks found, what people decided and corrected."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from regesta.export.tables.cited import DOCUMENT_ID, TO_DOCUMENT, Paper, Shown, Value, evidence, shown
from regesta.export.tables.table import Column, Key, Table
from regesta.ledger.overlays import Laid
from regesta.query import DecisionRow, DocumentRow
from regesta.query.findings import FoundRow


@dataclass(frozen=True, slots=True)
class Complaint:
    """A finding, when findings were worked out, and the hashes of the texts of all documents by id."""

    row: FoundRow
    at: str | None
    hashes: dict[str, str]


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision, and the hashes of the texts of all documents by id."""

    row: DecisionRow
    hashes: dict[str, str]


@dataclass(frozen=True, slots=True)
class Corrected:
    """A corrected value of a record of a document."""

    document: DocumentRow
    kind: str
    record: str
    laid: Laid


def _itself(one: Any) -> tuple[Any]:
    return (one,)


def _places(one: Complaint) -> Iterable[Shown]:
    places = one.row.finding.places
    return shown(one.row.number, places, one.hashes) if places else ()


def _corrections(paper: Paper) -> Iterable[Corrected]:
    document = paper.chosen.document
    return [Corrected(document, kind, id_, laid) for kind, id_, laid in document.corrections]


def _entry(name: str) -> Value:
    return lambda one: getattr(one.row.entry, name)


def _laid(name: str) -> Value:
    return lambda one: getattr(one.laid, name)


def _side(side: str) -> tuple[Column, ...]:
    of = "what it speaks of" if side == "subject" else "the second record that it speaks of, if any"
    may = side == "object"

    def target(get: Callable[[Any], Any]) -> Value:
        def found(one: Decided) -> Any:
            there = getattr(one.row.entry, side)
            return None if there is None else get(there)

        return found

    def text_sha256(one: Decided) -> str | None:
        there = getattr(one.row.entry, side)
        return None if there is None else one.hashes.get(there.ref.document)

    return (
        Column(
            f"{side}_document_id", "string", f"{of}: the document", target(lambda at: at.ref.document), may
        ),
        Column(f"{side}_kind", "string", f"{of}: the kind of record", target(lambda at: at.ref.kind), may),
        Column(
            f"{side}_id",
            "string",
            f"{of}: the record's id at the time of the decision",
            target(lambda at: at.ref.id),
            may,
        ),
        Column(
            f"{side}_start", "integer", f"{of}: where its words began", target(lambda at: at.span.start), may
        ),
        Column(f"{side}_end", "integer", f"{of}: where its words ended", target(lambda at: at.span.end), may),
        Column(f"{side}_quote", "string", f"{of}: its words", target(lambda at: at.quote), may),
        Column(f"{side}_text_sha256", "string", f"{of}: the sha256 of the text", text_sha256, True),
    )


FINDINGS = Table(
    name="findings",
    about="What the checks found over the whole ledger; notes too.",
    source="findings",
    items=_itself,
    primary=("number",),
    columns=(
        Column("number", "integer", "its place in the list", lambda one: one.row.number),
        Column(
            "code",
            "string",
            "what kind of finding it is (docs/findings.md)",
            lambda one: one.row.finding.code,
        ),
        Column("level", "string", "conflict, open or note", lambda one: one.row.finding.level),
        Column("message", "string", "the finding in a sentence", lambda one: one.row.finding.message),
        Column(
            "found_at",
            "string",
            "when the findings were worked out (ISO 8601, UTC)",
            lambda one: one.at,
            True,
        ),
    ),
)

FINDING_PLACES = Table(
    name="finding_places",
    about="Words that show a finding.",
    source="findings",
    items=_places,
    primary=("finding", "number"),
    keys=(
        Key(("finding",), "findings", ("number",)),
        Key(("citing_document_id",), "documents", ("id",), whole=True),
    ),
    columns=(
        Column("finding", "integer", "the number of the finding", lambda one: one.owner),
        Column("number", "integer", "the place among its words, from 1 on", lambda one: one.number),
        *evidence("it"),
    ),
)

DECISIONS = Table(
    name="decisions",
    about="What people accepted, rejected, corrected or took back: the log in its order, whole.",
    source="decisions",
    items=_itself,
    primary=("number",),
    keys=(),
    columns=(
        Column("number", "integer", "the number of the entry in the log", _entry("number")),
        Column("at", "string", "when (ISO 8601, UTC)", _entry("at")),
        Column("by", "string", "who", _entry("by")),
        Column("verdict", "string", "accepted, rejected, corrected or undone", _entry("verdict")),
        Column(
            "kind",
            "string",
            "of which kind of judgement: same_meeting, year, correction and others",
            _entry("kind"),
        ),
        Column("field", "string", "the field of a record that was corrected", _entry("field"), True),
        Column("value", "string", "the value that was given", _entry("value"), True),
        Column("note", "string", "why, in the person's words", _entry("note"), True),
        Column("undoes", "integer", "the number of the entry that it takes back", _entry("undoes"), True),
        Column("state", "string", "holds, replaced or undone", lambda one: one.row.state),
        Column(
            "orphaned",
            "boolean",
            "whether the newest texts have not all that it hangs on",
            lambda one: one.row.orphaned,
        ),
        *_side("subject"),
        *_side("object"),
    ),
)

CORRECTIONS = Table(
    name="corrections",
    about="A value that a person put in the place of what was read; the record's own row has it already.",
    source="documents",
    items=_corrections,
    primary=("document_id", "record_kind", "record_id", "field"),
    keys=(TO_DOCUMENT,),
    columns=(
        DOCUMENT_ID,
        Column(
            "record_kind", "string", "meeting, statement, commitment, request or term", lambda one: one.kind
        ),
        Column("record_id", "string", "the record", lambda one: one.record),
        Column("field", "string", "the field", _laid("field")),
        Column("value", "string", "the value that holds", _laid("value"), True),
        Column("read", "string", "what was read", _laid("read"), True),
        Column("by", "string", "who corrected it", _laid("by")),
        Column("at", "string", "when (ISO 8601, UTC)", _laid("at")),
        Column("note", "string", "why, in the person's words", _laid("note"), True),
        Column("decision", "integer", "the number of the decision", _laid("number")),
    ),
)

"""What the ledger learnt, as a value: one thing, when, from which document, by which words.

A ledger learns from a document when it comes in, from a page when its server has it no longer, and from
a person who decides. What rests on several documents is learnt with the last of them to come.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from regesta.model.links import Joined
from regesta.query.findings import FoundRow
from regesta.query.rows import Cited, CommitmentRow, DocumentRow, MeetingRow, RequestRow, StepRow

LearntKind = Literal["document", "changed", "gone", "finding", "status", "planned", "not_held"]
Moment = tuple[str, str]
"""The time and key of what was learnt: its place in the order."""


@dataclass(frozen=True, slots=True)
class Learnt:
    """One thing that the ledger learnt at ``at``, from ``document``.

    ``key`` begins with the document's id, tells things of one time apart and is made from ids of content.
    ``cited`` are the words that show it, ``documents`` those in which they stand, by id. A document that
    ``changed`` follows the text ``previous``. Of a ``status`` there are ``record`` and ``step``; ``by`` is
    the person who decided it, None where documents show it. ``mention`` is what ``document`` says of a
    ``meeting``. ``finding`` is what the checks found.
    """

    kind: LearntKind
    at: str
    key: str
    document: DocumentRow
    cited: tuple[Cited, ...]
    documents: Mapping[str, DocumentRow]
    previous: DocumentRow | None = None
    finding: FoundRow | None = None
    record: CommitmentRow | RequestRow | None = None
    step: StepRow | None = None
    by: str | None = None
    meeting: Joined | None = None
    mention: MeetingRow | None = None

    @property
    def moment(self) -> Moment:
        """Its place in the order."""
        return self.at, self.key

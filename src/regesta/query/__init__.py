"""Named questions put to the ledger; every row carries its document, its words and a citation."""

from __future__ import annotations

from regesta.query.accounts import Accounts, accounts, told_twice
from regesta.query.across import Across, across
from regesta.query.dossiers import dossier, dossiers
from regesta.query.drift import DriftFilters, drift
from regesta.query.filters import Filters
from regesta.query.judged import (
    DecisionRow,
    Judged,
    Side,
    StandingRow,
    counted,
    decisions,
    proposals,
    standings,
)
from regesta.query.lists import commitments, documents, meetings, repeats, requests, statements, terms, unread
from regesta.query.lookup import document, record
from regesta.query.people import PersonRow, PersonSheet, ShownRow, names_person, people, person
from regesta.query.register import register
from regesta.query.rows import (
    AnyRow,
    CommitmentRow,
    DocumentRow,
    MeetingRow,
    Order,
    RecordRow,
    RegisterRow,
    RepeatRow,
    RequestRow,
    ShareRow,
    StatementRow,
    TermRow,
    UnreadRow,
)
from regesta.query.rulings import rulings
from regesta.query.usage import UsageRow, Use, usage
from regesta.query.versions import EditRow, Hanging, edits, versions
from regesta.query.whole import readings, shares

__all__ = [
    "Accounts", "Across", "AnyRow", "CommitmentRow", "DecisionRow", "DocumentRow", "DriftFilters",
    "EditRow", "Filters", "Hanging", "Judged", "MeetingRow", "Order", "PersonRow", "PersonSheet",
    "RecordRow", "RegisterRow", "RepeatRow", "RequestRow", "ShareRow", "ShownRow", "Side", "StandingRow",
    "StatementRow", "TermRow", "UnreadRow", "UsageRow", "Use", "accounts", "across", "commitments",
    "counted", "decisions", "document", "documents", "dossier", "dossiers", "drift", "edits", "meetings",
    "names_person", "people", "person", "proposals", "readings", "record", "register", "repeats",
    "requests", "rulings", "shares", "standings", "statements", "terms", "told_twice", "unread", "usage",
    "versions",
]  # fmt: skip

"""Named questions put to the ledger; every row carries its document, its words and a citation."""

from __future__ import annotations

from regesta.query.accounts import Accounts, accounts, accounts_of, told_twice
from regesta.query.across import Across, across
from regesta.query.chosen import (
    Choice,
    Chosen,
    ChosenMeeting,
    FiledAt,
    choice,
    chosen,
    chosen_documents,
    chosen_meetings,
    chosen_rows,
)
from regesta.query.cited import CitedDocument, cited_documents
from regesta.query.dossiers import dossier, dossiers
from regesta.query.drift import DriftFilters, drift
from regesta.query.filters import Filters
from regesta.query.joined import JoinedRow, Seen, joined, joined_named, seen
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
from regesta.query.meeting_list import MetRow, Wanted, met_all, met_page
from regesta.query.meeting_sheet import MeetingSheet, home_of, meeting_sheet
from regesta.query.people import PersonRow, PersonSheet, ShownRow, names_person, people, person
from regesta.query.register import register
from regesta.query.rows import (
    AnyRow,
    Came,
    Cited,
    CommitmentRow,
    Differing,
    DocumentRow,
    MeetingRow,
    Order,
    RecordRow,
    RegisterRow,
    RepeatRow,
    RequestRow,
    ShareRow,
    StatementRow,
    StepRow,
    Telling,
    TermRow,
    UnreadRow,
    Within,
)
from regesta.query.rulings import rulings
from regesta.query.search import Found, Hit, Search, every_hit, search
from regesta.query.statement_list import Asking, Stated, every_statement, statement_page
from regesta.query.strength import strength
from regesta.query.topics import pairs_on, topics_between
from regesta.query.undated import with_undated
from regesta.query.usage import UsageRow, Use, usage
from regesta.query.versions import EditRow, Hanging, edits, versions
from regesta.query.whole import readings, shares
from regesta.query.wording import wordings

__all__ = [
    "Accounts",
    "Across",
    "AnyRow",
    "Asking",
    "Came",
    "Choice",
    "Chosen",
    "ChosenMeeting",
    "Cited",
    "CitedDocument",
    "CommitmentRow",
    "DecisionRow",
    "Differing",
    "DocumentRow",
    "DriftFilters",
    "EditRow",
    "FiledAt",
    "Filters",
    "Found",
    "Hanging",
    "Hit",
    "JoinedRow",
    "Judged",
    "MeetingRow",
    "MeetingSheet",
    "MetRow",
    "Order",
    "PersonRow",
    "PersonSheet",
    "RecordRow",
    "RegisterRow",
    "RepeatRow",
    "RequestRow",
    "Search",
    "Seen",
    "ShareRow",
    "ShownRow",
    "Side",
    "StandingRow",
    "Stated",
    "StatementRow",
    "StepRow",
    "Telling",
    "TermRow",
    "UnreadRow",
    "UsageRow",
    "Use",
    "Wanted",
    "Within",
    "accounts",
    "accounts_of",
    "across",
    "choice",
    "chosen",
    "chosen_documents",
    "chosen_meetings",
    "chosen_rows",
    "cited_documents",
    "commitments",
    "counted",
    "decisions",
    "document",
    "documents",
    "dossier",
    "dossiers",
    "drift",
    "edits",
    "every_hit",
    "every_statement",
    "home_of",
    "joined",
    "joined_named",
    "meeting_sheet",
    "meetings",
    "met_all",
    "met_page",
    "names_person",
    "pairs_on",
    "people",
    "person",
    "proposals",
    "readings",
    "record",
    "register",
    "repeats",
    "requests",
    "rulings",
    "search",
    "seen",
    "shares",
    "standings",
    "statement_page",
    "statements",
    "strength",
    "terms",
    "told_twice",
    "topics_between",
    "unread",
    "usage",
    "versions",
    "with_undated",
    "wordings",
]  # fmt: skip

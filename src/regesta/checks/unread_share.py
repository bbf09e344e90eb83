"""Did the reader make anything of the document at all?"""

from __future__ import annotations

from regesta.checks.subject import Subject, place
from regesta.model.finding import Finding
from regesta.model.records import Records

CODE = "unread-share"
LIMIT = 0.5


def check(document: Subject, records: Records, text: str) -> list[Finding]:
    """Report a document of whose sentences more than half ended as unread.

    Furniture and repeated passages are not counted on either side. The places shown are the
    first three unread sentences.
    """
    read = sum(account.fate == "record" for account in records.accounts)
    unread = [account.span for account in records.accounts if account.fate == "unread"]
    total = read + len(unread)
    if not total or len(unread) / total <= LIMIT:
        return []
    message = f"{len(unread)} of {total} sentences were not read."
    return [Finding(CODE, message, tuple(place(document, span, text) for span in unread[:3]))]

"""What narrows a question, as keywords; every one narrows, and None does not."""

from __future__ import annotations

from typing import TypedDict


class Documents(TypedDict, total=False):
    """What is asked of documents; see :class:`regesta.query.Filters`."""

    publisher: str | None
    document: str | None
    between: str | None
    since: str | None
    until: str | None


class Records(Documents, total=False):
    """What is asked of records, and of the documents in which they stand."""

    party: str | None
    person: str | None
    topic: str | None
    act: str | None
    status: str | None


class Meetings(TypedDict, total=False):
    """What is asked of meetings across documents; see :class:`regesta.query.Wanted`."""

    parties: tuple[str, ...]
    person: str | None
    topic: str | None
    since: str | None
    until: str | None
    status: str | None
    format: str | None

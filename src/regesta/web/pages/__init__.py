"""The pages of the room, a file each: what a page asks the ledger, and which template shows it."""

from __future__ import annotations

from fastapi import APIRouter

from regesta.web.pages import (
    accounts,
    add,
    cite,
    correct,
    decisions,
    document,
    documents,
    entry,
    findings,
    front,
    meeting,
    meetings,
    people,
    places,
    promise,
    promises,
    relation,
    review,
    search,
    statements,
    terms,
    topic,
    topics,
    versions,
)

ROUTERS: tuple[APIRouter, ...] = (
    accounts.router,
    add.router,
    cite.router,
    correct.router,
    decisions.router,
    document.router,
    documents.router,
    entry.router,
    findings.router,
    front.router,
    meeting.router,
    meetings.router,
    people.router,
    places.router,
    promise.router,
    promises.router,
    relation.router,
    review.router,
    search.router,
    statements.router,
    topic.router,
    topics.router,
    versions.router,
    terms.router,
)

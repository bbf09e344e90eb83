"""Which text of an address came after which, and which of a text's names stands for it."""

from __future__ import annotations

from sqlalchemy import Connection, select, update

from regesta.ledger.schema import DocumentTable
from regesta.model.document import Document

_BASES = ("publisher_basis", "side_basis", "published_basis")
_FACTS = ("publisher", "side", "counterpart", "published", "title", "url")


def precedence(document: Document, name: str) -> tuple[int, int, str]:
    """Say how well a reading of a text stands for it; the smallest value stands first.

    A text handed in twice, under two names, is read with two sets of facts. The one with more
    given facts stands for the document, then the one with more known facts, then the first name,
    so that the order in which they were handed in does not matter.
    """
    given = sum(getattr(document, name) == "given" for name in _BASES)
    known = sum(getattr(document, name) is not None for name in _FACTS)
    return -given, -known, name


def link(connection: Connection, document_id: str, url: str | None) -> bool:
    """Put the document at the end of the chain of its address; say whether one stood there before.

    A document that has moved from another address leaves that chain whole behind it.
    """
    me = DocumentTable.id == document_id
    before = connection.scalar(select(DocumentTable.previous_id).where(me))
    after = DocumentTable.previous_id == document_id
    connection.execute(update(DocumentTable).where(after).values(previous_id=before))
    newest = None
    if url is not None:
        newest = connection.execute(
            select(DocumentTable.id, DocumentTable.version)
            .where(DocumentTable.url == url, DocumentTable.id != document_id)
            .order_by(DocumentTable.version.desc())
            .limit(1)
        ).first()
    values = (
        {"previous_id": newest.id, "version": newest.version + 1}
        if newest
        else {"previous_id": None, "version": 1}
    )
    connection.execute(update(DocumentTable).where(me).values(**values))
    return newest is not None

"""What the ledger learnt, in our own words: a title, sentences, and a name that stays."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import NAMESPACE_URL, UUID, uuid5

from regesta.export.citations import text_address
from regesta.query.dates import decided, in_words, inferred
from regesta.query.learnt import Learnt, LearntKind
from regesta.query.rows import DocumentRow
from regesta.query.voice import said_of

KINDS: dict[LearntKind, str] = {
    "document": "new document",
    "changed": "changed document",
    "gone": "page gone from its address",
    "finding": "finding",
    "status": "status of a promise or request",
    "planned": "planned meeting",
    "not_held": "meeting not held",
}
"""The kinds of what is learnt, as a feed calls them."""
_CLOSED = "no_evidence"


def name_of(one: Learnt) -> UUID:
    """Return a name that the same thing has in every feed of every copy of its documents."""
    own = one.key.removeprefix(one.document.id)
    return uuid5(NAMESPACE_URL, f"{text_address(one.document)}#{one.kind}{own}")


def title_of(one: Learnt) -> str:
    """Return what was learnt, on one line."""
    if one.finding is not None:
        return one.finding.finding.message
    if one.record is not None and one.step is not None:
        return f"{_status(one.step.status).capitalize()}: {said_of(one.record)}"
    if one.mention is not None:
        return said_of(one.mention)
    heads = {"changed": f"Changed, version {one.document.version}", "gone": "Gone from its address"}
    return f"{heads.get(one.kind, 'New')}: {named(one.document)}"


def sentences_of(one: Learnt) -> list[str]:
    """Return what there is to say beside the title, a sentence each; the last says how it is known when."""
    return [*_beside(one), rests_on(one)]


def rests_on(one: Learnt) -> str:
    """Say when it was learnt, and on what that rests."""
    if one.kind == "gone":
        return f"Since {one.at} its server says that there is no such page; the text is kept."
    if one.by is not None:
        return f"Decided by {one.by} on {one.at}."
    if one.step is not None and one.step.status == _CLOSED:
        return f"Known since {one.at}, by documents of the ledger published after the window or with it."
    if one.kind == "finding":
        return f"Dated {one.at}, when the last of the documents that show it came into the ledger."
    return f"Known since {one.at}, when the last document that it rests on came into the ledger."


def named(document: DocumentRow) -> str:
    """Return a document's title, else its file or id, with its publisher."""
    title = " ".join((document.title or document.file or document.id).split())
    return f"“{title}”, {document.publisher or '[publisher unknown]'}"


def _beside(one: Learnt) -> Iterator[str]:
    if one.step is not None and one.record is not None:
        yield f"From {in_words(one.step.start)} on its status is “{_status(one.step.status)}”."
        if one.step.why:
            yield one.step.why
    if one.meeting is not None:
        dated = one.meeting.dated
        yield f"Date: {in_words(dated.when, dated.basis)}{_basis(dated.basis)}."
        yield f"As far as is known now the meeting is “{_status(one.meeting.status)}”."
    if one.kind in ("document", "changed"):
        document = one.document
        published = in_words(document.published, document.published_basis)
        yield f"Kind: {_status(document.kind)}; published: {published}{_basis(document.published_basis)}."
    if one.previous is not None:
        yield f"It follows version {one.previous.version}, sha256 {one.previous.sha256}, at the same address."


def _basis(basis: str | None) -> str:
    if decided(basis):
        return ", set by a person in the place of what was read"
    return f", inferred ({basis}; it is not what the text says itself)" if inferred(basis) else ""


def _status(status: str) -> str:
    return status.replace("_", " ")

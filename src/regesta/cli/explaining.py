"""``regesta explain``: how a document was read, sentence by sentence, for whoever writes rules."""

from __future__ import annotations

from pathlib import Path

from regesta import query
from regesta.cli.explained import as_json, print_explanation
from regesta.cli.inputs import Failure, gather, given_facts
from regesta.cli.options import AddJob
from regesta.cli.output import print_json
from regesta.engine.explain import explain_document
from regesta.ledger import Ledger
from regesta.model.document import Page, Source
from regesta.model.finding import RegestaError
from regesta.query import DocumentRow
from regesta.reading import furniture
from regesta.rules.packs import rules_with


def explain(job: AddJob, at: int | None, form: str) -> int:
    """Print how the one document of ``job`` was read, whole or the sentence ``at`` a character.

    A file or standard input is read; a name that is no file is looked up in the ledger, which is
    never written to. The exit code is 0. Raises :class:`RegestaError` when there is no such
    document, when there are several, or when ``at`` is not in the text.
    """
    with rules_with(job.topics):
        page = _page(job)
    explanation = explain_document(page, topics=job.topics)
    wanted = explanation.sentences if at is None else (explanation.at(at),)
    if form == "json":
        print_json(as_json(explanation.reading, wanted))
    else:
        print_explanation(explanation.reading, wanted)
    return 0


def _page(job: AddJob) -> Page:
    gathered = gather(job)
    if len(gathered.documents) == 1:
        return gathered.documents[0].page()
    if gathered.documents:
        raise RegestaError(f"{job.inputs[0]}: this names {len(gathered.documents)} files; name one.")
    return _kept(job, gathered.failures[0])


def _kept(job: AddJob, failure: Failure) -> Page:
    """The page of a document that the ledger holds; its text is frozen, its facts those that were given."""
    name, row = job.inputs[0], None
    if Path(name).exists():
        raise RegestaError(failure.sentence)
    if job.ledger.exists():
        with Ledger.open(job.ledger) as ledger:
            row = query.document(ledger, name)
    if row is None:
        raise RegestaError(f"{name}: there is no such file, and no such document in the ledger {job.ledger}.")
    return Page(row.text, given_facts(job)(_source(row)), row.sha256, b"", furniture=furniture(row.text))


def _source(row: DocumentRow) -> Source:
    """What was said of a document beside its text; what the reader worked out is worked out again."""
    return Source(
        file=row.file,
        url=row.url,
        publisher=row.publisher if row.publisher_basis == "given" else None,
        country=row.side if row.side_basis == "given" else None,
        published=row.published,
        published_basis=row.published_basis,
        language=row.language,
        title=row.title if row.title_span is None else None,
    )

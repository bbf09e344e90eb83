"""The ledger: one file, one writer, one transaction a document."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from sqlalchemy import Connection, Engine, Row, select

from regesta.ledger.codec import document_of
from regesta.ledger.connect import connect, identify, writing
from regesta.ledger.link_pending import mark
from regesta.ledger.overlays import refresh
from regesta.ledger.schema import APPLICATION_ID, SCHEMA_VERSION, DocumentTable, SightingTable
from regesta.ledger.search import mark_superseded
from regesta.ledger.targets import chain
from regesta.ledger.upgrade import upgrade
from regesta.ledger.versions import link, precedence
from regesta.ledger.write import digest_of, insert_document, name_of, put_sighting, replace_document
from regesta.model.finding import RegestaError
from regesta.model.reading import Reading

Status = Literal["new", "known", "version", "reread"]
_ID_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a reading: the document's id and whether anything new was kept.

    ``new``: a text not held before. ``version``: such a text under an address already held.
    ``known``: nothing was read that the ledger does not hold (a further name of the text is
    remembered). ``reread``: the text was held; its records were replaced by this reading's.
    """

    document_id: str
    status: Status


class Ledger:
    """An open ledger. Use it as a context manager, or close it."""

    def __init__(self, path: Path, engine: Engine) -> None:
        """Wrap an engine on a ledger file of this version's schema; use :meth:`open` instead."""
        self.path = path
        self.engine = engine

    @classmethod
    def open(cls, path: Path, *, create: bool = False, many: bool = False) -> Ledger:
        """Open the ledger at ``path``; an older one is upgraded, a missing one made on ``create``.

        ``many`` says that many documents are to be written one after another.
        Raises :class:`RegestaError` when there is none, when the file is not a ledger, or when a
        newer version of Regesta made it. A file that is refused is not touched.
        """
        if _is_missing(path):
            if not create:
                raise RegestaError(f"There is no ledger at {path}; `regesta add` makes one.")
            _make(path)
        application, schema = identify(path)
        if application != APPLICATION_ID or schema < 1:
            raise RegestaError(f"{path} is not a ledger of Regesta; name another file.")
        if schema > SCHEMA_VERSION:
            raise RegestaError(
                f"{path} was made by a newer version of Regesta (schema {schema}, this one knows"
                f" {SCHEMA_VERSION}); install that version."
            )
        engine = connect(path, many=many)
        if schema < SCHEMA_VERSION:
            _upgrade(engine, path)
        return cls(path, engine)

    def add(self, reading: Reading, *, now: str) -> Added:
        """Keep one reading in one transaction; ``now`` is the time to be written beside it.

        Raises :class:`RegestaError`, and leaves the ledger as it was, when it cannot be kept.
        """
        document_id = document_id_of(reading)
        with writing(self.engine, self.path) as connection:
            held = connection.execute(select(DocumentTable).where(DocumentTable.id == document_id)).first()
            if held is None:
                insert_document(connection, document_id, reading, now)
                put_sighting(connection, document_id, reading, now)
                followed = link(connection, document_id, reading.document.url)
                versions = chain(connection, document_id)
                mark_superseded(connection, versions)
                refresh(connection, versions)
                mark(connection, versions)
                return Added(document_id, "version" if followed else "new")
            return Added(document_id, _add_again(connection, held, reading, now))

    def close(self) -> None:
        """Let go of the file; the write-ahead log is folded into it."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        """Give the ledger itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the ledger."""
        self.close()


def document_id_of(reading: Reading) -> str:
    """Return the id of the reading's document, made from the sha256 of its text alone."""
    try:
        digest = sha256(reading.page.text.encode("utf-8")).hexdigest()
    except UnicodeEncodeError as problem:
        raise RegestaError(
            f"{name_of(reading)}: its text holds a broken character; decode it again."
        ) from problem
    return f"d-{digest[:_ID_LENGTH]}"


def _add_again(connection: Connection, held: Row[DocumentTable], reading: Reading, now: str) -> Status:
    """Keep a further reading of a text that the ledger holds."""
    name, digest = name_of(reading), digest_of(reading)
    if held.sha256 != reading.document.sha256:
        raise RegestaError(f"{name}: another text has the same id {held.id}; report this text.")
    sighting = connection.execute(
        select(SightingTable).where(SightingTable.document_id == held.id, SightingTable.name == name)
    ).first()
    if sighting and (sighting.digest, sighting.url) == (digest, reading.document.url):
        return "known"
    put_sighting(connection, held.id, reading, now)
    if not _stands_for(held, reading, name):
        return "known"
    before = chain(connection, held.id)
    replace_document(connection, held.id, reading, now)
    if held.url != reading.document.url:
        link(connection, held.id, reading.document.url)
    changed = (held.digest, held.url) != (digest, reading.document.url)
    for versions in {before, chain(connection, before[0]), chain(connection, held.id)}:
        mark_superseded(connection, versions)
        refresh(connection, versions)
        mark(connection, versions if changed else ())
    return "reread" if changed else "known"


def _stands_for(held: Row[DocumentTable], reading: Reading, name: str) -> bool:
    """Say whether this reading takes the place of the one that stands for the document."""
    if held.name == name or held.rules_version != reading.rules_version:
        return True
    standing = document_of(held._asdict())
    return precedence(reading.document, name) < precedence(standing, held.name)


def _is_missing(path: Path) -> bool:
    """Say whether there is no ledger yet: no file, or an empty one."""
    try:
        return not path.exists() or (path.is_file() and path.stat().st_size == 0)
    except OSError as problem:
        reason = (problem.strerror or str(problem)).lower()
        raise RegestaError(
            f"{path}: the ledger cannot be reached ({reason}); check your rights."
        ) from problem


def _make(path: Path) -> None:
    """Make an empty ledger; nothing is left of it when that fails."""
    if not path.parent.is_dir():
        raise RegestaError(f"{path}: there is no folder {path.parent}; make it or name another file.")
    existed = path.exists()
    engine = connect(path, wal=False)
    try:
        _upgrade(engine, path)
    except BaseException:
        engine.dispose()
        if not existed:
            path.unlink(missing_ok=True)
        raise
    engine.dispose()


def _upgrade(engine: Engine, path: Path) -> None:
    with writing(engine, path) as connection:
        upgrade(connection)

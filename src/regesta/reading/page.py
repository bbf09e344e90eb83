"""One file or one string of bytes becomes a page: frozen text, its source, its furniture."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from stat import S_ISREG
from typing import IO

from regesta.model.document import Page, Source
from regesta.model.extras import need
from regesta.model.finding import RegestaError
from regesta.reading.dateline import dateline
from regesta.reading.encoding import declared, decode
from regesta.reading.extract import Extract
from regesta.reading.furniture import furniture
from regesta.reading.kinds import DOCX, PDF, SINGLE, Kind, kind_of
from regesta.reading.mail import MAIL, Message, read_mail
from regesta.reading.media import LIMIT, check_format, check_size, check_text, is_html


def read_file(path: Path, given: Source = Source(), *, limit: int = LIMIT) -> Page:  # noqa: B008  frozen
    """Read the file at ``path``; ``given`` is what a manifest or the caller says and always wins.

    Promises a page as :func:`read_bytes` does. Raises RegestaError, one sentence, when the file
    is missing, closed to us, no file, empty, larger than ``limit`` bytes, or no text.
    """
    with open_file(path) as stream, readable(str(path)):
        check_size(path.stat().st_size, str(path), limit)
        raw = stream.read(limit + 1)
    return read_bytes(raw, str(path), given, limit=limit)


@contextmanager
def readable(where: str) -> Iterator[None]:
    """Say in one sentence what the system says where a file cannot be read."""
    try:
        yield
    except (OSError, ValueError) as problem:
        reason = (getattr(problem, "strerror", None) or str(problem)).lower()
        raise RegestaError(
            f"{where}: cannot be read ({reason}); check the path and your rights."
        ) from problem


def open_file(path: Path) -> IO[bytes]:
    """Open the file at ``path``; raise as :func:`read_file` does where it is none or closed to us."""
    with readable(str(path)):
        if not S_ISREG(path.stat().st_mode):
            raise RegestaError(f"{path}: this is not a file; name a file, a folder or a pattern.")
        return path.open("rb")


def read_bytes(
    raw: bytes,
    name: str,
    given: Source = Source(),  # noqa: B008  frozen
    *,
    limit: int = LIMIT,
    charset: str | None = None,
) -> Page:
    """Make a page of ``raw``, which was read under ``name`` (a file name, or "-").

    ``charset`` is the encoding that its sender declared, if any.
    Promises for plain text ``page.text == raw.decode(page.encoding)``; for HTML a text in which
    headings, numbers, bullets, captions and cells stand as on the page. ``sha256`` is that of the
    frozen text in UTF-8. Furniture spans lie inside the text, in order, and do not overlap. For other
    formats ``way`` leads from the text back into the file.
    """
    check_size(len(raw), name, limit)
    check_format(raw, name)
    source = named(given, name)
    kind = kind_of(raw, name)
    if kind != "text":
        return _taken_out(raw, name, source, kind, limit)
    text, encoding = decode(raw, name, charset or declared(raw))
    check_text(text, name)
    if not is_html(text, name):
        return _page(text, source, raw, "text/plain", encoding)
    from regesta.reading.html import read_html  # noqa: PLC0415  a parser that plain text does not need

    text, source = read_html(text, source)
    check_text(text, name)
    return _page(text, source, raw, "text/html", encoding)


def named(given: Source, name: str) -> Source:
    """Fill in the file name and the basis of a given date."""
    basis = given.published_basis or ("given" if given.published else None)
    return replace(given, file=given.file or Path(name).name, published_basis=basis)


def _taken_out(raw: bytes, name: str, source: Source, kind: Kind, limit: int) -> Page:
    """Read a file of another format than text with its own library, which is loaded for it alone."""
    if kind not in SINGLE:
        raise RegestaError(f"{name}: this is a file of several documents; add it with `regesta add`.")
    if kind == "mail":
        return mail_page(read_mail(raw, name, limit), raw, name, source)
    need("formats")
    if kind == "pdf":
        from regesta.reading.pdf import read_pdf  # noqa: PLC0415

        return extracted(read_pdf(raw, name), source, raw, PDF)
    from regesta.reading.word import read_docx  # noqa: PLC0415

    return extracted(read_docx(raw, name, limit), source, raw, DOCX)


def mail_page(message: Message, raw: bytes, name: str, source: Source) -> Page:
    """Make a page of a message that was opened. Raises RegestaError for one without words."""
    check_text(message.extract.text, name)
    return replace(extracted(message.extract, source, raw, MAIL), encoding=message.encoding)


def extracted(found: Extract, source: Source, raw: bytes, media_type: str) -> Page:
    """Make a page of what was taken out of a file; what the file says of itself fills in what is not given.

    The day on which it was made stands for a day of publication that nothing else says, as inferred.
    """
    if source.published is None and found.made and dateline(found.text) is None:
        source = replace(source, published=found.made, published_basis="inferred")
    source = replace(source, title=source.title or found.title)
    page = _page(found.text, source, raw, media_type, "binary")
    lines = {item.span: item for item in (*page.furniture, *found.furniture)}  # both mark whole lines
    ordered = tuple(lines[span] for span in sorted(lines))
    return replace(page, furniture=ordered, way=found.way, notes=found.notes)


def _page(text: str, source: Source, raw: bytes, media_type: str, encoding: str) -> Page:
    return Page(
        text=text,
        source=source,
        sha256=sha256(text.encode("utf-8")).hexdigest(),
        raw=raw,
        media_type=media_type,
        encoding=encoding,
        furniture=furniture(text),
    )

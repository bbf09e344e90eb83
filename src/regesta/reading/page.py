"""One file or one string of bytes becomes a page: frozen text, its source, its furniture."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from regesta.model.document import Page, Source
from regesta.model.finding import RegestaError
from regesta.reading.encoding import decode
from regesta.reading.furniture import furniture
from regesta.reading.media import LIMIT, check_format, check_size, check_text


def read_file(path: Path, given: Source = Source(), *, limit: int = LIMIT) -> Page:  # noqa: B008  frozen
    """Read the file at ``path``; ``given`` is what a manifest or the caller says and always wins.

    Promises a page as :func:`read_bytes` does. Raises RegestaError, one sentence, when the file
    is missing, closed to us, no file, empty, larger than ``limit`` bytes, or no text.
    """
    try:
        if path.exists() and not path.is_file():
            raise RegestaError(f"{path}: this is not a file; name a file, a folder or a pattern.")
        check_size(path.stat().st_size, str(path), limit)
        raw = path.read_bytes()
    except (OSError, ValueError) as problem:
        reason = (getattr(problem, "strerror", None) or str(problem)).lower()
        raise RegestaError(f"{path}: cannot be read ({reason}); check the path and your rights.") from problem
    return read_bytes(raw, str(path), given, limit=limit)


def read_bytes(raw: bytes, name: str, given: Source = Source(), *, limit: int = LIMIT) -> Page:  # noqa: B008
    """Make a page of ``raw``, which was read under ``name`` (a file name, or "-").

    Promises for plain text ``page.text == raw.decode(page.encoding)``; for HTML a text in which
    headings, numbers, bullets, captions and cells stand as on the page. ``sha256`` is that of the
    frozen text in UTF-8. Furniture spans lie inside the text, in order, and do not overlap.
    """
    check_size(len(raw), name, limit)
    check_format(raw, name)
    source = _named(given, name)
    decoded = decode(raw, name)
    check_text(decoded.text, name)
    return _page(decoded.text, source, raw, "text/plain", decoded.encoding)


def _named(given: Source, name: str) -> Source:
    """Fill in the file name and the basis of a given date."""
    basis = given.published_basis or ("given" if given.published else None)
    return replace(given, file=given.file or Path(name).name, published_basis=basis)


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

"""What kind of file some bytes are: text, a web page, or nothing that can be read."""

from __future__ import annotations

import re
from pathlib import PurePath

from regesta.model.finding import RegestaError

LIMIT = 64 * 2**20
"""The largest file read when the caller sets no other limit, in bytes."""

_SIGNATURES = (
    (b"\xd0\xcf\x11\xe0", "an old office document, or one with a password"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a compressed archive"),
    (b"SQLite format 3", "a database"),
    (b"{\\rtf", "a rich-text document"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_HTML_NAME = frozenset({".html", ".htm", ".xhtml", ".shtml"})
_HTML_HEAD = re.compile(
    r"\ufeff?\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,200})?(?:<!--.{0,2000}?-->\s{0,200}){0,3}"
    r"<(?:!doctype\s{1,20}html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)


def megabytes(size: int) -> str:
    """Say a size in megabytes, or in bytes where it is less than one."""
    return f"{size / 2**20:.1f} MB" if size >= 2**20 else f"{size:,} bytes"


def check_size(size: int, where: str, limit: int = LIMIT) -> None:
    """Raise RegestaError for a file that is empty or larger than ``limit`` bytes."""
    if not size:
        raise RegestaError(f"{where}: the file is empty; leave it out or fetch it again.")
    if size > limit:
        raise RegestaError(
            f"{where}: the file has {megabytes(size)}, more than the limit of {megabytes(limit)}; "
            "split it or raise the limit."
        )


def _suffix(name: str) -> str:
    return PurePath(name).suffix.lower()


def check_format(raw: bytes, where: str) -> None:
    """Raise RegestaError for bytes that begin as a known format which is no text."""
    for mark, what in _SIGNATURES:
        if raw.startswith(mark):
            raise RegestaError(f"{where}: this is {what}, not text; save it as plain text or HTML.")


def check_text(text: str, where: str) -> None:
    """Raise RegestaError for decoded bytes that are no writing: NULs, controls, or nothing to read."""
    controls = len(_CONTROLS.findall(text))
    if "\0" in text or controls > max(8, len(text) // 50):
        raise RegestaError(f"{where}: this is a binary file, not text; save it as plain text or HTML.")
    if not text.replace("\ufeff", "").strip():
        raise RegestaError(f"{where}: the file holds only blanks; leave it out or fetch it again.")


def is_html(text: str, name: str) -> bool:
    """Say whether ``text`` is a web page, by the suffix of its name or by how it begins."""
    return _suffix(name) in _HTML_NAME or _HTML_HEAD.match(text) is not None

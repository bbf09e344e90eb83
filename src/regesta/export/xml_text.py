"""Words of documents in XML: what XML cannot hold is shown as a replacement character."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

_NOT_IN_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SHOWN = "\N{REPLACEMENT CHARACTER}"


def words(text: str) -> str:
    """Return ``text`` as the content of an element, character for character but for those XML has none for.

    A carriage return is written as a reference, since a reader takes it for a line feed otherwise.
    """
    return escape(_NOT_IN_XML.sub(_SHOWN, text), {"\r": "&#13;"})


def element(name: str, text: str = "", **attributes: str | None) -> str:
    """Return an element; attributes that are None are left out, ``_`` in their names stands for a colon."""
    shown = "".join(
        f" {key.replace('_', ':')}={quoteattr(_NOT_IN_XML.sub(_SHOWN, value))}"
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{shown}>{words(text)}</{name}>" if text else f"<{name}{shown}/>"

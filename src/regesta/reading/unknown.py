"""The page of an unknown source: trafilatura finds the text, this writes it down.

Numbers and bullets are written into the items before, since trafilatura keeps no list's type.
"""

from __future__ import annotations

import logging
import re
from typing import Any, NamedTuple

from selectolax.lexbor import LexborHTMLParser
from trafilatura import bare_extraction

from regesta.reading.blocks import Blocks, list_kind, marker

_INLINE = frozenset({"hi", "ref", "del", "a", "b", "i", "em", "strong", "span"})
_DATES = {
    "original_date": True,
    "extensive_search": False,
    "min_date": "1945-01-01",
    "max_date": "2199-12-31",
}
_MARKED, _GAP = "\ue000", "\ue001"  # private signs; a page's own are taken out
_BREAKS = re.compile(r"(?:<br[ /]{0,3}>\s{0,50}){2,50}", re.IGNORECASE)


class Found(NamedTuple):
    """What trafilatura makes of a page."""

    text: str
    title: str | None
    published: str | None


def extract(html: str, url: str | None) -> Found | None:
    """Return the main text of a page, its title and its date, or None when none is found.

    Promises nothing of the date but that it is ISO: it may be worked out from the address.
    """
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    document: Any = bare_extraction(
        _numbered(html),
        url=url,
        favor_recall=True,
        include_images=True,
        include_formatting=True,
        include_comments=False,
        with_metadata=True,
        date_extraction_params=dict(_DATES),
    )
    if document is None or document.body is None:
        return None
    return Found(_Walk().run(document.body), document.title or None, document.date or None)


def _numbered(html: str) -> str:
    """Write list markers into the items, captions into their pictures, and a sign for an empty line."""
    tree = LexborHTMLParser(_BREAKS.sub(f"<br>{_GAP}<br>", html.replace(_MARKED, "").replace(_GAP, "")))
    for node in tree.css("ul, ol"):
        attributes = node.attributes
        kind = list_kind(node.tag or "", attributes.get("type"), attributes.get("style"))
        start = attributes.get("start") or ""
        number = int(start) if start.isdecimal() and len(start) < 6 else 1
        for item in node.iter():
            if item.tag == "li" and (first := item.first_child) is not None:
                first.insert_before(_MARKED + marker(kind, number, 1) + _MARKED)
                number += 1
    for caption in tree.css("figure figcaption"):
        picture = caption.parent.css_first("img") if caption.parent else None
        if picture is not None:
            picture.attrs["alt"] = " ".join(caption.text(separator=" ").split())
    return tree.html or html


class _Walk:
    """Walks heads, paragraphs, items, rows and graphics with a stack of its own."""

    def __init__(self) -> None:
        self.out = Blocks()
        self._lists = 0
        self._cells = 0

    def run(self, root: Any) -> str:
        todo: list[tuple[Any, bool]] = [(root, False)]
        while todo:
            node, leaving = todo.pop()
            if leaving:
                self._leave(node.tag)
                self._words(node.tail)
                continue
            todo.append((node, True))
            self._enter(node)
            self._words(node.text)
            todo.extend((child, False) for child in reversed(node))
        return self.out.text()

    def _enter(self, node: Any) -> None:
        tag = node.tag
        if tag == "graphic":
            self.out.caption(node.get("alt") or node.get("title") or "")
        elif tag == "lb":
            self.out.new_line()
        elif tag == "cell":
            self.out.words(" | " if node.getprevious() is not None else "")
        elif tag in ("list", "table"):
            (self.out.end if self._lists else self.out.apart)()
        elif tag not in _INLINE:
            self._end(tag)
        self._lists += tag == "list"
        self._cells += tag == "cell"

    def _leave(self, tag: str) -> None:
        self._lists -= tag == "list"
        self._cells -= tag == "cell"
        if tag in ("list", "table") and not self._lists:
            self.out.apart()
        elif tag not in _INLINE and tag not in ("graphic", "lb", "cell"):
            self._end(tag)

    def _end(self, tag: str) -> None:
        """End a block; in a list or row there are no blank lines, in a cell only a blank."""
        if self._cells:
            self.out.words(" ")
        else:
            self.out.end(tight=bool(self._lists) or tag == "row")

    def _words(self, text: str | None) -> None:
        """Add text; a marker in it opens a list item."""
        pieces = (text or "").split(_MARKED)
        if len(pieces) >= 3:
            self.out.words(pieces[0])
            self.out.mark(pieces[1].strip() + " ")
            pieces = pieces[2:]
        for number, piece in enumerate("".join(pieces).split(_GAP)):
            if number:
                self.out.new_line()
                self.out.new_line()
            self.out.words(piece)

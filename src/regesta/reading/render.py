"""A page's tree becomes text: headings, numbers, bullets, captions and cells stay in their order."""

from __future__ import annotations

from collections.abc import Callable

from selectolax.lexbor import LexborNode

from regesta.reading.blocks import Blocks, list_kind, marker

_SKIPPED = frozenset(
    {
        *("script", "style", "noscript", "template", "svg", "math", "head", "iframe", "object", "select"),
        *("textarea", "button", "input", "audio", "video", "canvas", "form", "nav"),
    }
)
_BLOCKS = frozenset(
    {
        *(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "caption",
            "center",
            "dd",
            "details",
            "dialog",
        ),
        *("dir", "div", "dl", "dt", "fieldset", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6"),
        *("header", "hgroup", "hr", "html", "main", "menu", "p", "pre", "section", "summary"),
        *("table", "tbody", "tfoot", "thead"),
    }
)
_LAYOUT = "p, div, ul, ol, table, h1, h2, h3, h4, h5, h6, figure, article, section"


class _Walk:
    """Walks one tree with a stack of its own, so that no depth of nesting can exhaust Python's."""

    def __init__(self) -> None:
        self.out = Blocks()
        self._todo: list[LexborNode | Callable[[], None]] = []
        self._lists: list[tuple[str | None, int]] = []
        self._verbatim = 0

    def run(self, root: LexborNode) -> str:
        self._todo.append(root)
        while self._todo:
            step = self._todo.pop()
            if isinstance(step, LexborNode):
                self._enter(step)
            else:
                step()
        return self.out.text()

    def _enter(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag == "-text":
            (self.out.verbatim if self._verbatim else self.out.words)(node.text_content or "")
        elif tag == "br":
            self.out.new_line()
        elif tag == "img":
            self._image(node)
        elif not (tag in _SKIPPED or tag.startswith("-") or _hidden(node)):
            self._element(node, tag)

    def _element(self, node: LexborNode, tag: str) -> None:
        if tag in ("ul", "ol"):
            self._list(node, tag)
        elif tag == "li":
            self._item(node)
        elif tag == "tr":
            self._row(node)
        elif tag == "figcaption":
            self.out.caption(node.text(separator=" "))
        elif tag in _BLOCKS:
            self._open(tag)
            self._children(node, lambda: self._close(tag))
        else:
            self._children(node)

    def _open(self, tag: str) -> None:
        (self.out.apart if tag == "table" else self.out.end)()
        self._verbatim += tag == "pre"

    def _close(self, tag: str) -> None:
        (self.out.apart if tag == "table" else self.out.end)()
        self._verbatim -= tag == "pre"

    def _children(self, node: LexborNode, after: Callable[[], None] | None = None) -> None:
        if after:
            self._todo.append(after)
        self._todo.extend(reversed(list(node.iter(include_text=True))))

    def _image(self, node: LexborNode) -> None:
        figure = node.parent
        while figure is not None and figure.tag in ("a", "picture", "div", "span", "p"):
            figure = figure.parent
        if figure is None or figure.tag != "figure" or figure.css_first("figcaption") is None:
            self.out.caption(node.attributes.get("alt") or "")

    def _list(self, node: LexborNode, tag: str) -> None:
        attributes = node.attributes
        kind = list_kind(tag, attributes.get("type"), attributes.get("style"))
        self.out.end(tight=bool(self._lists))
        self._lists.append((kind, _number(attributes.get("start"), 1)))
        self._children(node, self._list_ends)

    def _list_ends(self) -> None:
        self._lists.pop()
        if self._lists:
            self.out.end(tight=True)
        else:
            self.out.apart()

    def _item(self, node: LexborNode) -> None:
        kind, number = self._lists.pop() if self._lists else (None, 1)
        number = _number(node.attributes.get("value"), number)
        self._lists.append((kind, number + 1))
        self.out.end(tight=True)
        self.out.mark(marker(kind, number, len(self._lists)))
        self._children(node, self._item_ends)

    def _item_ends(self) -> None:
        self.out.end(tight=True)
        self.out.mark("")

    def _row(self, node: LexborNode) -> None:
        cells = [cell for cell in node.iter() if cell.tag in ("td", "th")]
        layout = any(cell.css_first(_LAYOUT) is not None for cell in cells)
        self.out.end(tight=not layout)
        self._todo.append(lambda: self.out.end(tight=not layout))
        for place, cell in reversed(list(enumerate(cells))):
            self._todo.extend(reversed(list(cell.iter(include_text=True))))
            if place:
                self._todo.append(self.out.end if layout else lambda: self.out.words(" | "))


def _number(written: str | None, otherwise: int) -> int:
    return int(written) if written and written.strip().isdecimal() and len(written) < 6 else otherwise


def _hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    return (
        "hidden" in attributes or "display:none" in (attributes.get("style") or "").replace(" ", "").lower()
    )


def render(root: LexborNode) -> str:
    """Return the text under ``root``: blocks with a blank line between them, no blanks at line ends.

    Numbers of ``ol`` and bullets of ``ul`` are written out, nested lists are indented, the alt text
    or caption of a picture is a line "photo: …", and the cells of a row stand on a line with " | ".
    """
    return _Walk().run(root)

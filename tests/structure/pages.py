"""Pages made by hand: a short text in which furniture is marked where the test wants it."""

from __future__ import annotations

import hashlib
import re

from regesta.model.document import Furniture, Page, Source
from regesta.model.outline import Block, Outline
from regesta.model.span import Span
from regesta.structure import outline

_MARK = re.compile(r"⟦(?P<kind>[a-z]+):(?P<words>[^⟧]*)⟧")


def page(marked: str) -> Page:
    """Return a page; "⟦caption:photo: Two ministers⟧" in ``marked`` is furniture of that kind."""
    text, furniture, last = "", [], 0
    for found in _MARK.finditer(marked):
        text += marked[last : found.start()]
        furniture.append(Furniture(Span(len(text), len(text) + len(found["words"])), found["kind"], "hand"))
        text += found["words"]
        last = found.end()
    text += marked[last:]
    raw = text.encode("utf-8", "surrogatepass")
    return Page(text, Source(), hashlib.sha256(raw).hexdigest(), raw, furniture=tuple(furniture))


def read(marked: str) -> tuple[str, Outline]:
    """Return the text without the marks, and its outline."""
    made = page(marked)
    return made.text, outline(made)


def shape(marked: str) -> list[str]:
    """Return the outline as lines: kind, level, label and the first words of each block."""
    text, made = read(marked)
    return [_line(text, block) for block in made.blocks]


def _line(text: str, block: Block) -> str:
    words = " ".join(block.body.of(text).split()[:2])
    level = str(block.level) if block.level else ""
    return " ".join(filter(None, [block.kind + level, block.label, words]))


def check_tiling(made: Page, result: Outline) -> None:
    """Assert that blocks hold every character but white space once, and sentences tile bodies."""
    text, at = made.text, 0
    for number, block in enumerate(result.blocks):
        assert block.index == number
        assert not text[at : block.span.start].strip()
        assert at <= block.span.start < block.span.end
        assert block.span.contains(block.body)
        assert block.span.of(text) == block.span.of(text).strip()
        _check_sentences(text, block)
        assert all(above < number and result.blocks[above].kind == "heading" for above in block.headings)
        assert block.lead is None or block.lead < number
        at = block.span.end
    assert not text[at:].strip()
    assert result.title is None or result.title < len(result.blocks)


def _check_sentences(text: str, block: Block) -> None:
    at = block.body.start
    assert block.sentences
    for one in block.sentences:
        assert not text[at : one.start].strip()
        assert at <= one.start < one.end
        assert one.of(text) == one.of(text).strip()
        at = one.end
    assert at == block.body.end

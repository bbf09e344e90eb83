"""The shape of a document: blocks, headings, sentences, and what is printed twice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from regesta.model.records import Repeat
from regesta.model.span import Span

BlockKind = Literal["title", "dateline", "heading", "paragraph", "item", "aside", "furniture"]


@dataclass(frozen=True, slots=True)
class Block:
    """A run of lines that belong together.

    ``span`` excludes surrounding white space; ``body`` also excludes the number or bullet.
    ``label`` is the number or bullet as written ("1.", "(i)", "•"), ``level`` the depth of the
    heading or item (1 is outermost, 0 for plain paragraphs). ``aside`` is a parenthesis that
    stands alone under a heading ("(Dec. 3, from 11:15 a.m. for approximately 1 hour)").
    ``headings`` are the indexes of the heading blocks above this one, outermost first.
    ``lead`` is the index of the paragraph that introduces this item ("agreed to:"), if any.
    """

    index: int
    kind: BlockKind
    span: Span
    body: Span
    label: str | None
    level: int
    headings: tuple[int, ...]
    lead: int | None
    repeated: bool
    sentences: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """All blocks of a document in order, and the passages printed twice."""

    blocks: tuple[Block, ...]
    repeats: tuple[Repeat, ...]
    title: int | None

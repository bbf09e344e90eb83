"""From a page to its outline: drafts, head, kinds, sentences and repeats put together."""

from __future__ import annotations

from dataclasses import replace

from regesta.model.document import Page
from regesta.model.outline import Block, Outline
from regesta.model.span import Span
from regesta.structure.drafts import Draft, drafts
from regesta.structure.heads import caption_body, read_head
from regesta.structure.kinds import Place, places
from regesta.structure.repeats import repeats
from regesta.structure.sentences import sentences

_PROSE = frozenset({"paragraph", "item"})


def _label(text: str, draft: Draft) -> str | None:
    return None if draft.label is None else text[draft.start : draft.label.end].strip()


def _body(text: str, draft: Draft, place: Place) -> Span:
    if place.kind == "furniture" and draft.furniture == "caption":
        return Span(*caption_body(text, draft.body, draft.end))
    return Span(draft.body, draft.end)


def _block(text: str, index: int, draft: Draft, place: Place) -> Block:
    body = _body(text, draft, place)
    return Block(
        index=index,
        kind=place.kind,
        span=draft.span(),
        body=body,
        label=_label(text, draft),
        level=place.level,
        headings=place.headings,
        lead=place.lead,
        repeated=False,
        sentences=sentences(text, body) if place.kind in _PROSE else (body,),
    )


def outline(page: Page) -> Outline:
    """Return the outline of ``page``: its blocks in order, the title, and what is printed twice.

    Every character of the text but white space is in exactly one block; the sentences of a
    block tile its body. The page's furniture is taken as it is. A pure function of the page,
    linear in its length.
    """
    text = page.text
    found = drafts(page)
    head = read_head(text, found)
    placed = places(text, found, head)
    blocks = [
        _block(text, i, draft, place) for i, (draft, place) in enumerate(zip(found, placed, strict=True))
    ]
    twice, again = repeats(text, blocks)
    marked = tuple(replace(block, repeated=True) if block.index in again else block for block in blocks)
    return Outline(marked, twice, head.title)

"""What is settled of a document before its records are read, and its description after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from regesta.mentions.places import PlaceMention, find_places
from regesta.model.document import Document, Page
from regesta.model.outline import Outline
from regesta.model.span import Span
from regesta.records import facts
from regesta.records.meeting.build import Meetings
from regesta.records.side import side_from_words
from regesta.records.view import Sentence
from regesta.rules.states import States

_HEAD = 2


@dataclass(frozen=True, slots=True)
class Known:
    """Title, publisher, side and kind of a document, each with its basis or reason."""

    title: str
    title_span: Span | None
    publisher: str | None
    publisher_basis: str | None
    side: str | None
    side_basis: str | None
    kind: str
    kind_reason: str


def known_of(page: Page, outline: Outline, sentences: Sequence[Sentence], states: States) -> Known:
    """Settle what a document is, from what came with the page, else from its own words."""
    source, text = page.source, page.text
    span = outline.blocks[outline.title].body if outline.title is not None else None
    title = " ".join(span.of(text).split()) if span else source.title or ""
    publisher, basis = source.publisher, "given"
    if publisher is None:
        publisher, basis = facts.publisher_of(text), "inferred"
    side, side_basis = source.country, "given"
    if side is None:
        side, side_basis = _side_of(publisher, states) or side_from_words(text, sentences), "inferred"
    kind, reason = facts.kind_of(title, sentences)
    return Known(
        title, span, publisher, basis if publisher else None, side, side_basis if side else None, kind, reason
    )


def _side_of(publisher: str | None, states: States) -> str | None:
    """Work out the publishing side: the state with the longest name in the publisher's name."""
    words = (publisher or "").split()
    for size in range(len(words), 0, -1):
        for start in range(len(words) - size + 1):
            code = states.code_of(" ".join(words[start : start + size]).strip("(),"))
            if code is not None:
                return code
    return None


def dateline(text: str, outline: Outline, states: States) -> tuple[PlaceMention | None, str | None]:
    """Return the place that a date line, or the line under it, names, and the words of that line."""
    for block in outline.blocks:
        if block.kind != "dateline":
            continue
        words = block.body.of(text)
        found = find_places(text, block.span, states)
        if found:
            towns = [p for p in found if p.kind == "town"] or list(found)
            return towns[-1], words
        if not any(c.isdecimal() for c in words) and any("A" <= c <= "Z" for c in words):
            return None, " ".join(words.split())
    return None, None


def room_of(met: Meetings, side: str | None) -> tuple[str, ...]:
    """Return the sides of the first meeting, and the publisher's."""
    codes = [code for scene in met.scenes[:1] for code in scene.parties]
    return tuple(codes if side is None or side in codes else [side, *codes])


def bodies_joined(text: str, sentences: Sequence[Sentence]) -> tuple[str, ...]:
    """Return the organisations that are no sides and that the head of a text joins with a side: "XA-NATO"."""
    found = []
    for sentence in sentences[:_HEAD]:
        for one, two in pairwise(sentence.states):
            joined = text[one.span.end : two.span.start].strip() in ("-", "–", "and", "and the")
            codes = (one.code, two.code)
            if joined and codes.count(None) == 1:
                body = one if one.code is None else two
                found += [body.label] if body.kind == "organisation" else []
    return tuple(dict.fromkeys(found))


def several_named(sentences: Sequence[Sentence]) -> tuple[str, ...]:
    """Return the three and more states for whose governments a text says that it was released; else none."""
    for sentence in sentences[: 2 * _HEAD]:
        if not any(t.low in ("released", "issued", "adopted") for t in sentence.toks):
            continue
        codes = dict.fromkeys(m.code for m in sentence.states if m.code is not None and m.kind == "name")
        if len(codes) > _HEAD:
            return tuple(codes)
    return ()


def counterpart_of(met: Meetings, side: str | None) -> str | None:
    """Return the one other side of the main meetings; None where there are several or none."""
    codes: list[str] = []
    for draft in met.drafts:
        if draft.main:
            codes += [e.country for e in draft.people if e.country] + sorted(draft.parties)
            codes += [draft.destination] if draft.format == "visit" and draft.destination else []
            codes += [draft.country] if draft.country and draft.format in ("visit", "two_plus_two") else []
    others = list(dict.fromkeys(code for code in codes if code != side))
    return others[0] if len(others) == 1 else None


def sides_of(met: Meetings, *known: str | None) -> frozenset[str]:
    """Return every side that a document is about: those ``known`` and those of its scenes."""
    return frozenset({c for c in known if c} | {c for scene in met.scenes for c in scene.parties})


def document_of(page: Page, known: Known, counterpart: str | None) -> Document:
    """Return the description of a document."""
    source = page.source
    return Document(
        file=source.file,
        sha256=page.sha256,
        url=source.url,
        publisher=known.publisher,
        publisher_basis=known.publisher_basis,
        side=known.side,
        side_basis=known.side_basis,
        counterpart=counterpart,
        kind=known.kind,
        kind_reason=known.kind_reason,
        language=source.language,
        title=known.title or None,
        title_span=known.title_span,
        published=source.published,
        published_basis=source.published_basis,
    )

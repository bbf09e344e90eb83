"""A DOCX file becomes one text, or several where readouts were pasted into it one after another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from regesta.model.finding import RegestaError
from regesta.reading.extract import Extract, Sheet
from regesta.reading.word.blocks import Block, blocks
from regesta.reading.word.opened import Word, open_docx
from regesta.reading.word.tracker import Head, divide
from regesta.rules.printed import printed_rules
from regesta.rules.trackers import tracker_rules

_TIGHT = ("item", "row")


@dataclass(frozen=True, slots=True)
class Pasted:
    """A text of a tracker: the first and last of its paragraphs in the file, and what its head says."""

    extract: Extract
    first: int
    last: int
    published: str | None = None
    url: str | None = None


def read_docx(raw: bytes, where: str, limit: int) -> Extract:
    """Return the text of a DOCX file as one document, with the way back to its paragraphs.

    Raises :class:`RegestaError` for a file that is broken, too large or has no words.
    """
    word = open_docx(raw, where, limit)
    found = _blocks_of(blocks(word, where), where)
    sheet = _written(found)
    title = word.title if word.title and not printed_rules().titles.fits(word.title) else None
    return Extract(sheet.text, sheet.way, sheet.furniture, _left(word, found), title)


def split_docx(raw: bytes, where: str, limit: int) -> list[Pasted]:
    """Return the texts of a DOCX file: those of a tracker each for itself, else one.

    Words before the first head of a tracker are a text of their own where they are more than a title. Raises
    :class:`RegestaError` as :func:`read_docx` does.
    """
    word = open_docx(raw, where, limit)
    found = _blocks_of(blocks(word, where), where)
    division = divide(found)
    if not division.heads:
        whole = read_docx(raw, where, limit)
        notes = (*whole.notes, division.note) if division.note else whole.notes
        return [Pasted(replace(whole, notes=notes), found[0].number, found[-1].number)]
    ends = [head.start for head in division.heads[1:]] + [len(found)]
    parts = [_pasted(found[head.start : end], head) for head, end in zip(division.heads, ends, strict=True)]
    before = found[: division.heads[0].start]
    notes = (*_left(word, found), *((division.note,) if division.note else ()))
    if any(block.kind == "paragraph" and block.text.endswith(".") for block in before):
        parts.insert(0, _pasted(before, None))
    elif before:
        notes = (*notes, f"{_told(before)} before the first text {_stands(before)} in none")
    parts[0] = replace(parts[0], extract=replace(parts[0].extract, notes=notes))
    return parts


def _left(word: Word, found: Sequence[Block]) -> tuple[str, ...]:
    return word.feet.left({note.key for block in found for note in block.notes})


def _told(some: Sequence[Block]) -> str:
    first, last = some[0].number, some[-1].number
    return f"paragraph {first}" if first == last else f"paragraphs {first}–{last}"


def _stands(some: Sequence[Block]) -> str:
    return "stands" if some[0].number == some[-1].number else "stand"


def _blocks_of(found: list[Block], where: str) -> list[Block]:
    if not found:
        raise RegestaError(f"{where}: the Word document has no words; leave it out.")
    return found


def _pasted(some: Sequence[Block], head: Head | None) -> Pasted:
    sheet = _written(some)
    extract = Extract(sheet.text, sheet.way, sheet.furniture, title=head.title or None if head else None)
    published, url = (head.published, head.url) if head else (None, None)
    return Pasted(extract, some[0].number, some[-1].number, published, url)


def _written(some: Sequence[Block]) -> Sheet:
    """Write blocks down: a blank line between two, none between items of a list and rows of a table.

    Lines that are an address or part texts belong to the page. Footnotes and endnotes stand behind all of
    them, each with the number of the paragraph that refers to it.
    """
    sheet, rules, before = Sheet("paragraph"), tracker_rules(), None
    for block in some:
        sheet.apart("\n" if block.kind in _TIGHT and block.kind == before else "\n\n")
        before = block.kind
        if rules.address(block.text) is not None:
            sheet.aside(block.text, block.number, "address_line")
        elif rules.separators.fits(block.text):
            sheet.aside(block.text, block.number, "separator")
        else:
            sheet.write(block.text, block.number)
    for number, words in ((block.number, note.words) for block in some for note in block.notes):
        sheet.apart()
        sheet.write(words, number)
    return sheet

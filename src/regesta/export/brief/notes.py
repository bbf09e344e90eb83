"""The notes at the foot: numbered in the order of reading, a document cited in full once, then in short.

Lines that rest on the same words, or on words of the same paragraphs, have one note.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from regesta.export.brief.content import Brief, Line, Rest
from regesta.export.brief.wording import one_line, quote, short
from regesta.model.finding import Place
from regesta.query.abstract import published_by
from regesta.query.dates import in_words
from regesta.query.standing import Source

_QUOTED, _TITLE, _NAMED = 100, 70, 60


@dataclass(frozen=True, slots=True)
class Part:
    """Some words of a note. ``quoted``: a publisher's. ``note``: a number, leading to an earlier note.
    ``url``: the address to which they lead."""

    text: str
    quoted: bool = False
    note: int | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A note with its number, from 1; ``places`` are the words that it cites."""

    number: int
    parts: tuple[Part, ...]
    places: tuple[Place, ...]

    @property
    def text(self) -> str:
        """The words of the note."""
        return "".join(part.text for part in self.parts)


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of a brief in order, and the number of its note by the place of a line among all lines."""

    notes: tuple[Note, ...]
    of_line: dict[int, int]


def notes(brief: Brief) -> Notes:
    """Return the notes of a brief; a line that rests on nothing has none.

    A document is cited in full where it first is, later by its side, kind and day, with the number of that
    note.
    """
    numbers: dict[tuple[_Cites, ...], int] = {}
    places: dict[int, list[Place]] = {}
    of_line: dict[int, int] = {}
    for at, line in enumerate(brief.lines):
        if line.rests:
            number = numbers.setdefault(_cites(line, brief), len(numbers) + 1)
            places.setdefault(number, []).extend(rest.place for rest in line.rests)
            of_line[at] = number
    first: dict[str, int] = {}
    made = [
        Note(number, tuple(_parts(cites, number, first)), tuple(dict.fromkeys(places[number])))
        for cites, number in numbers.items()
    ]
    return Notes(tuple(made), of_line)


@dataclass(frozen=True, slots=True)
class _Cites:
    """A paragraph of a document, with the words that are quoted from it where the line does not have them."""

    document: str
    where: str
    words: str
    source: Source = field(compare=False)


def _cites(line: Line, brief: Brief) -> tuple[_Cites, ...]:
    """Return what a line cites, each paragraph once where nothing is quoted from it."""
    found = (_cite(rest, brief.sources[rest.place]) for rest in line.rests)
    return tuple(dict.fromkeys(found))


def _cite(rest: Rest, source: Source) -> _Cites:
    words = "" if rest.shown else rest.place.quote
    return _Cites(source.document.id, source.where, words, source)


def _parts(cites: Sequence[_Cites], number: int, first: dict[str, int]) -> Iterator[Part]:
    before: str | None = None
    for at, one in enumerate(cites):
        if at:
            yield Part("; ")
        if one.words:
            yield Part(quote(one.words, _QUOTED).text, quoted=True)
            yield Part(" ")
        if before == one.document:
            yield Part(f"ibid.{f', {one.where}' if one.where else ''}")
        elif one.document in first:
            yield from _in_short(one.source, first[one.document], number)
        else:
            first[one.document] = number
            yield from _in_full(one.source)
        before = one.document
    yield Part(".")


def _in_full(source: Source) -> Iterator[Part]:
    """Yield the whole citation; the address in it leads there."""
    row, whole = source.document, one_line(source.citation)
    url, title = row.url, one_line(row.title or "")
    whole = whole.replace(title, short(title, _TITLE)) if title else whole
    if url is None or url not in whole or not url.startswith(("https://", "http://")):
        yield Part(whole)
        return
    before, _, after = whole.partition(url)
    yield from (Part(before), Part(url, url=url), Part(after))


def _in_short(source: Source, number: int, here: int) -> Iterator[Part]:
    row = source.document
    kind = "text" if row.kind == "other" else row.kind.replace("_", " ")
    day = f" of {in_words(row.published, row.published_basis)}" if row.published else ", n.d."
    yield Part(f"{short(published_by(row.known), _NAMED)}, {kind}{day} (")
    yield from (Part("above"),) if number == here else (Part("n. "), Part(str(number), note=number))
    yield Part(f"){f', {source.where}' if source.where else ''}")

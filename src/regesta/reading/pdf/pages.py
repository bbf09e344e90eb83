"""The pages of a PDF as pypdf gives them, within bounds; what is broken or locked is said in one sentence."""

from __future__ import annotations

import logging
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from math import hypot
from typing import Any

from pypdf import PageObject, PdfReader, apply_configuration
from pypdf.errors import DependencyError, PyPdfError

from regesta.model.finding import RegestaError
from regesta.reading.pdf.lines import Line, clean, lines

MOST_PAGES = 2_000
MOST_STEPS = 4_000_000
"""How many operators of all pages are followed; a long treaty has some hundred thousand."""

_BOLD = ("bold", "black", "heavy", "demi")
_EVEN = ("mono", "courier", "consolas", "typewriter", "cmtt")
BROKEN = (
    PyPdfError, struct.error, StopIteration, ValueError, TypeError, LookupError, AttributeError,
    ArithmeticError, AssertionError, RecursionError, NotImplementedError, OSError, EOFError, RuntimeError,
    zlib.error,
)  # fmt: skip
"""What pypdf raises for broken files: its documentation says that others than its own are to be expected."""


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """The lines of a page in the order in which they were printed; ``pictures`` says that it shows some."""

    number: int
    lines: list[Line]
    pictures: bool


@dataclass(frozen=True, slots=True)
class Printed:
    """All pages of a PDF, and the title and day (ISO) that its properties name."""

    pages: tuple[PrintedPage, ...]
    title: str | None
    made: str | None


def printed(raw: bytes, where: str) -> Printed:
    """Return the pages of a PDF.

    Raises :class:`RegestaError` for one that is locked, broken, or larger than the bounds allow.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        with apply_configuration(stream_parsing_work_maximum_count=1_000_000):
            reader = PdfReader(BytesIO(raw), strict=False)
            _unlock(reader, where)
            count = len(reader.pages)
            if count > MOST_PAGES:
                raise RegestaError(f"{where}: the PDF has {count} pages, more than {MOST_PAGES}; split it.")
            work = _Work(where)
            pages = tuple(_page(page, number, work) for number, page in enumerate(reader.pages, 1))
            return Printed(pages, *_properties(reader))
    except DependencyError as problem:
        raise RegestaError(
            f"{where}: the PDF is encrypted, and what opens it is not installed: pip install 'pypdf[crypto]'."
        ) from problem
    except BROKEN as problem:
        reason = " ".join(str(problem).split()).rstrip(".")[:120] or type(problem).__name__
        raise RegestaError(
            f"{where}: the PDF is broken ({reason}); fetch it again or print it to a new PDF."
        ) from problem


def _unlock(reader: PdfReader, where: str) -> None:
    """Open a PDF that anybody may read; raise for one that wants a password."""
    if reader.is_encrypted and not reader.decrypt(""):
        raise RegestaError(f"{where}: the PDF is locked with a password; save it without one.")


class _Work:
    """Counts what is done for a file, so that a file made to take for ever is given up."""

    def __init__(self, where: str) -> None:
        self._where, self._steps = where, 0

    def step(self, *_: object) -> None:
        self._steps += 1
        if self._steps > MOST_STEPS:
            raise RegestaError(
                f"{self._where}: the pages of the PDF are drawn in more than {MOST_STEPS:,} steps; split it."
            )


def _page(page: PageObject, number: int, work: _Work) -> PrintedPage:
    pieces: list[Line] = []
    turned = int(page.get("/Rotate") or 0) % 360
    box = page.mediabox
    size = (float(box.width), float(box.height))

    def take(text: str, cm: list[float], tm: list[float], font: Any, points: float) -> None:
        matrix = _turned(_times(tm, cm), turned, size)
        pieces.extend(_pieces(text, number, matrix, font, points))

    page.extract_text(visitor_text=take, visitor_operand_before=work.step)
    return PrintedPage(number, lines(pieces), _has_pictures(page))


def _pieces(text: str, number: int, matrix: list[float], font: Any, points: float) -> Iterator[Line]:
    a, b, c, d, x, y = matrix
    upright = a > 0 and abs(b) < 0.1 * a
    size = abs(points) * hypot(c, d) or 1.0
    name = str(font.get("/BaseFont", "")).lower() if hasattr(font, "get") else ""
    bold, even = any(sign in name for sign in _BOLD), any(sign in name for sign in _EVEN)
    for part in filter(None, clean(text).split("\n")):
        yield Line(part, number, x, y, size, bold, upright, even)


def _times(one: list[float], other: list[float]) -> list[float]:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m]


def _turned(matrix: list[float], by: int, size: tuple[float, float]) -> list[float]:
    """Turn a matrix with the page, which is shown turned clockwise by so many degrees."""
    width, height = size
    turns = {
        90: [0.0, -1.0, 1.0, 0.0, 0.0, width],
        180: [-1.0, 0.0, 0.0, -1.0, width, height],
        270: [0.0, 1.0, -1.0, 0.0, height, 0.0],
    }
    return _times(matrix, turns[by]) if by in turns else matrix


def _has_pictures(page: PageObject) -> bool:
    try:
        objects = page["/Resources"]["/XObject"]  # type: ignore[index]
        return any(one.get_object().get("/Subtype") == "/Image" for one in objects.values())
    except KeyError:
        return False


def _properties(reader: PdfReader) -> tuple[str | None, str | None]:
    """Return title and day of making of a PDF, where its properties can be read."""
    try:
        known = reader.metadata
        title = clean(str(known.title)) if known and known.title else None
        made = known.creation_date if known else None
    except BROKEN:
        return None, None  # a file may be whole but for its properties, which nobody needs
    return " ".join(title.split()) or None if title else None, made.date().isoformat() if made else None

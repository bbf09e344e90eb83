"""A quotation cut into the words that are marked in it and those that are not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from regesta.model.finding import Place
from regesta.model.span import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a quotation; ``marked`` says whether they are among those pointed at."""

    text: str
    marked: bool


def pieces(quote: Place, places: Iterable[Place]) -> tuple[Piece, ...]:
    """Cut ``quote`` at the words at ``places``; put together the pieces are the quotation.

    Places of other documents or beyond the quotation mark nothing.
    """
    found: list[Piece] = []
    at = quote.span.start
    for start, end in sorted(_inside(quote, place) for place in places if place.document == quote.document):
        if start >= end or end <= at:
            continue
        begin = max(start, at)
        if begin > at:
            found.append(_piece(quote, at, begin, marked=False))
        found.append(_piece(quote, begin, end, marked=True))
        at = end
    if at < quote.span.end:
        found.append(_piece(quote, at, quote.span.end, marked=False))
    return tuple(found)


def _inside(quote: Place, place: Place) -> Span:
    return Span(max(place.span.start, quote.span.start), min(place.span.end, quote.span.end))


def _piece(quote: Place, start: int, end: int, *, marked: bool) -> Piece:
    first = quote.span.start
    return Piece(quote.quote[start - first : end - first], marked)

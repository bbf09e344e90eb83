"""A comparison as it is printed: topic by topic, passage by passage, each with its differences."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence

from rich.padding import Padding
from rich.text import Text

from regesta.cli.output import console, print_rows
from regesta.cli.words import plain
from regesta.export.table import Column
from regesta.model.accounts import Comparison, Difference, Share, Side, Told
from regesta.model.finding import Place
from regesta.resolve.accounts.placing import Beside, Placed, laid_out
from regesta.rules.accounts import account_rules

_QUOTE = 240
_AGAIN = 60
_STYLES = {"substantive": "bold red", "notable": "yellow", "wording": "dim"}
_Line = tuple[str, int, str]


def print_comparison(found: Comparison, *, first: bool = True) -> None:
    """Print the sides, the summary, every topic with its passages, the meeting's facts, the names."""
    if not first:
        _title("=" * 20)
    print_rows(found.sides, _SIDES, "table")
    _lines([(sentence, 0, "") for sentence in (found.note, *found.summary)])
    _title("Topic by topic")
    page, laid = _Page(found), laid_out(found)
    for placed in laid.topics:
        _lines(page.topic(placed))
    rest = list(page.rest(laid.rest))
    if rest:
        _title("The meetings and dates themselves")
        _lines(rest)
    if found.terms:
        _title("Names for the same thing")
        print_rows(found.terms, (*_term_columns(found.sides), _grade_column(found)), "table")


class _Page:
    """What is printed of a comparison, with the passages that stand on the page already."""

    def __init__(self, found: Comparison) -> None:
        self.found = found
        self._shown: set[Place] = set()

    def topic(self, placed: Placed) -> Iterator[_Line]:
        """Yield the lines of a topic: its room, the passages of both sides, those of one alone."""
        row = placed.row
        name = f"{row.label} [{row.topic}]" if row.topic else row.label
        yield "", 0, ""
        yield f"{name}: {'; '.join(map(_room, row.shares))}", 0, "bold cyan"
        for one in placed.whole:
            yield _said(one), 2, _STYLES[one.grade]
        for beside in placed.passages:
            yield from self._passage("+ " if beside.second is None else "= ", beside.first)
            if beside.second is not None:
                yield from self._passage("  ", beside.second)
            yield from _differences(beside)
            if beside.bare:
                yield account_rules().words.bare, 8, ""

    def rest(self, differences: Iterable[Difference]) -> Iterator[_Line]:
        """Yield the differences that belong to no passage: dates, places, counts, other meetings."""
        for one in differences:
            yield _said(one), 0, _STYLES[one.grade]
            for side in self.found.sides:
                quotes = [place.quote for place in one.places if place.document == side.document]
                yield from ((f"{side.label}: “{_short(quote)}”", 4, "") for quote in quotes[:1])

    def _passage(self, sign: str, told: Told) -> Iterator[_Line]:
        act = f"{'not ' if told.negated else ''}{told.act.replace('_', ' ')}"
        quote = _short(told.place.quote)
        if told.place in self._shown:
            quote = f"{quote if len(quote) <= _AGAIN else quote[:_AGAIN].rstrip() + '…'} (as above)"
        self._shown.add(told.place)
        yield f"{sign.strip()} {told.side} {act}: “{quote}”", 2 if sign.strip() else 4, ""


def _differences(beside: Beside) -> Iterator[_Line]:
    passages = {one.place.span for one in (beside.first, beside.second) if one is not None}
    for one in beside.differences:
        yield _said(one), 8, _STYLES[one.grade]
        if not {place.span for place in one.places} <= passages:
            yield "; ".join(f"“{_short(place.quote)}”" for place in one.places), 10, ""


def _said(one: Difference) -> str:
    return f"{one.grade}, {account_rules().words.types[one.type]}: {one.why}"


def _room(share: Share) -> str:
    if not share.passages:
        return f"{share.side} —"
    passages = f"{share.passages} passage{'' if share.passages == 1 else 's'}"
    return f"{share.side} {passages}, {share.share:.0%} of its words"


def _short(words: str) -> str:
    whole = plain(words)
    return whole if len(whole) <= _QUOTE else whole[: _QUOTE - 1].rstrip() + "…"


def _lines(lines: Iterable[_Line]) -> None:
    out = console()
    for words, indent, style in lines:
        if not words:
            out.print()
            continue
        out.print(Padding(Text(plain(words), style=style), (0, 0, 0, indent), expand=False))


def _title(words: str) -> None:
    sys.stdout.write(f"\n{words}\n")
    sys.stdout.flush()


_SIDES = (
    Column("side", lambda side: side.label),
    Column("kind", lambda side: account_rules().words.kinds[side.kind]),
    Column("published", lambda side: side.published),
    Column("title", lambda side: side.title),
    Column("file", lambda side: side.file or side.document),
)


def _term_columns(sides: Sequence[Side]) -> tuple[Column, ...]:
    return (
        Column("concept", lambda row: row.concept),
        *map(_named, range(len(sides)), (s.label for s in sides)),
    )


def _named(number: int, label: str) -> Column:
    return Column(label, lambda row: list(row.names[number][1]))


def _grade_column(found: Comparison) -> Column:
    """The grade of the difference between the names of a thing, where they have none in common."""
    grades = {one.places: one.grade for one in found.differences if one.type == "term"}
    return Column("difference", lambda row: grades.get(row.places))

"""Printed lines become paragraphs again, over the ends of lines, columns and pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from regesta.reading.pdf.columns import Column
from regesta.reading.pdf.lines import Line
from regesta.rules.printed import printed_rules

_ENDS = re.compile(r"[.!?:;…][\"'”’»)\]]{0,3}$")
_ITEM = re.compile(r"[•●○■▪◦➢✓‣–—*-]\s|\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]\s")
_BROKEN = re.compile(r"(?P<word>[^\W\d_]{1,40})(?P<hyphen>[-‐\xad])$")
_FEW = 4
_NEXT = re.compile(r"[^\W\d_]{1,40}")


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together; ``item`` says that it is an item of a list, ``hangs`` where it begins."""

    lines: list[Line]
    item: bool = False
    hangs: float = 0.0

    @property
    def tight(self) -> bool:
        """Say whether no blank line stands between this and one of its kind: items, rows of a table."""
        return self.item or " | " in self.lines[0].text


@dataclass(frozen=True, slots=True)
class _Frame:
    """The measures of a column: its edges, and how far lines stand apart, in sizes of their letters."""

    left: float
    right: float
    leading: float


def paragraphs(found: Iterable[Column]) -> list[Paragraph]:
    """Put the lines of columns, in order, together to paragraphs.

    A new one begins after a gap, with another size or face of letters, with a bullet or number, with an
    indented line, and after a short line that ends a sentence.
    """
    done: list[Paragraph] = []
    whole = list(found)
    steps = _steps(whole)
    for column, frame in zip(whole, _frames(whole, steps), strict=True):
        for line in column.lines:
            last = done[-1] if done else None
            if last is not None and _goes_on(last, line, frame):
                last.lines.append(line)
                continue
            item = _ITEM.match(line.text) is not None
            done.append(Paragraph([line], item, line.x))
    return done


def _frames(found: Sequence[Column], steps: Sequence[float]) -> Iterator[_Frame]:
    """Yield the measures of each column; one of few lines is as wide as others that begin where it does."""
    own = [(column.left, column.right) for column in found]
    widest: dict[int, float] = {}
    for left, right in own:
        widest[round(left)] = max(right, widest.get(round(left), 0.0))
    leading = steps[len(steps) // 4] if steps else 0.0
    for column, (left, right) in zip(found, own, strict=True):
        yield _Frame(left, widest[round(left)] if len(column.lines) < _FEW else right, leading)


def _steps(found: Iterable[Column]) -> list[float]:
    """Return by how much lines stand below those before them, in sizes of letters, the smallest first.

    A quarter of the way up is how far lines of a paragraph stand apart.
    """
    steps = (
        (upper.y - lower.y) / upper.size
        for column in found
        for upper, lower in pairwise(column.lines)
        if upper.page == lower.page
    )
    return sorted(step for step in steps if 0.5 < step < 3.0)


def _goes_on(last: Paragraph, line: Line, frame: _Frame) -> bool:
    before = last.lines[-1]
    alike = abs(before.size - line.size) <= 0.12 * before.size and before.bold == line.bold
    if not alike or before.upright != line.upright or _ITEM.match(line.text):
        return False
    down = before.y - line.y
    if before.page != line.page or down <= 0:
        return _crosses(before, line, frame)
    if down > 1.3 * (frame.leading or 1.2) * line.size or " | " in before.text or " | " in line.text:
        return False
    if last.item:
        return line.x > last.hangs - 1.0 and not (_is_short(before, frame) and _ENDS.search(before.text))
    indented = line.x > frame.left + 0.8 * line.size and before.x < frame.left + 0.4 * line.size
    if indented or before.bold:
        return not indented
    return not _is_last(before, line, frame)


def _is_last(before: Line, line: Line, frame: _Frame) -> bool:
    """Say whether a paragraph ended with ``before``: a short line that ends a sentence, or half a line."""
    reach = (before.right - frame.left) / max(frame.right - frame.left, 1.0)
    return (_is_short(before, frame) and _ENDS.search(before.text) is not None) or (
        reach < 0.5 and line.text[:1].isupper()
    )


def _is_short(line: Line, frame: _Frame) -> bool:
    return line.right - frame.left < 0.8 * (frame.right - frame.left)


def _crosses(before: Line, line: Line, frame: _Frame) -> bool:
    """Say whether a paragraph runs on over the end of a column or page."""
    if _ENDS.search(before.text):
        return False
    width = frame.right - frame.left
    long = before.right - before.x > 0.7 * width
    return line.text[:1].islower() or (long and line.x < frame.left + 0.5 * line.size)


def known_words(found: Iterable[Paragraph]) -> frozenset[str]:
    """Return the words of a text, those with hyphens whole, to tell how a broken word is to be joined."""
    words = re.compile(r"[^\W\d_]{1,40}(?:-[^\W\d_]{1,40}){0,3}")
    return frozenset(
        word.casefold() for one in found for line in one.lines for word in words.findall(line.text)
    )


def joint(known: frozenset[str]) -> Callable[[str, str], tuple[int, str]]:
    """Return what says how two lines are joined: how many characters to cut off the first, and what between.

    ``known`` are the words of the text. A word that is broken after a hyphen loses it, unless the text or
    the rules show that it has one of its own.
    """

    def of(before: str, after: str) -> tuple[int, str]:
        broken, following = _BROKEN.search(before), _NEXT.match(after)
        if broken is None:
            return 0, "" if before.endswith(("-", "/", "–")) and not before.endswith((" -", " –")) else " "
        if following is None or broken["hyphen"] == "\xad":
            return (1, "") if broken["hyphen"] == "\xad" else (0, "")
        return (0, "") if _keeps(broken["word"], following[0], known) else (1, "")

    return of


def _keeps(first: str, second: str, known: frozenset[str]) -> bool:
    if second[0].isupper():
        return True
    whole, parted = (first + second).casefold(), f"{first}-{second}".casefold()
    if (parted in known) != (whole in known):
        return parted in known
    return first.casefold() in printed_rules().split_words.keep

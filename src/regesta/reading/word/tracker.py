"""A tracker: a Word document into which many readouts were pasted one after another.

A readout begins with a head: a title with the style of a heading, or a line that reads as the title of an
account, and beside it a date line or an address. Heads are looked for by these signs alone, never by words
of one document; where they do not divide the whole into texts, it stays one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from regesta.reading.date_patterns import inside
from regesta.reading.dateline import dateline
from regesta.reading.word.blocks import Block
from regesta.rules.trackers import tracker_rules

Sign = Literal["heading", "title", "date", "address", "separator", "words"]
_LONGEST_TITLE = 250
_FEWEST_WORDS = 3
_HEAD = 6
_ENDS = (".", ";", ":", ",", "…")
_SURE = 0.8
_PROSE = 80


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a readout: the places of its first block and of the one after its last.

    ``title``, ``published`` (ISO) and ``url`` are what it says, None where it does not.
    """

    start: int
    end: int
    title: str
    published: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Division:
    """How a document is divided: the heads of its readouts, none where it is one text.

    ``note`` says that it looks like several and could not be divided, or what was not sure.
    """

    heads: tuple[Head, ...] = ()
    note: str | None = None


def divide(blocks: Sequence[Block]) -> Division:
    """Say where the readouts of a tracker begin.

    They are told apart where there are two heads or more and nearly each of them has words of its own.
    """
    signs = [_sign(block) for block in blocks]
    level = _level(blocks, signs)
    heads = _heads(blocks, signs, level)
    if len(heads) < 2:
        return Division(note=_UNSURE if _looks_like_several(signs) else None)
    ends = [head.start for head in heads[1:]] + [len(blocks)]
    if not _addresses_lead(signs):
        heads = [_addressed(head, blocks[end - 1]) for head, end in zip(heads, ends, strict=True)]
    lengths = [_prose(blocks[head.end : end]) for head, end in zip(heads, ends, strict=True)]
    full = sum(length >= _PROSE for length in lengths)
    if full < _SURE * len(heads):
        return Division(note=_UNSURE)
    return Division(tuple(heads), _passed_over(blocks, level, heads))


_UNSURE = "it may hold several texts, but no heads divide it with confidence, so it is kept as one"


def _sign(block: Block) -> Sign:
    rules = tracker_rules()
    if rules.address(block.text) is not None:
        return "address"
    if rules.separators.fits(block.text):
        return "separator"
    line = dateline(block.text) if len(block.text) <= 120 else None
    if line is not None and line.span == (0, len(block.text)):
        return "date"
    if block.kind == "heading":
        return "heading"
    return "title" if _is_title(block) else "words"


def _is_title(block: Block) -> bool:
    """Say whether a paragraph reads as a title: short, no sentence, no item."""
    text = block.text
    plain = block.kind == "paragraph" and len(text) <= _LONGEST_TITLE and "\n" not in text
    whole = len(text.split()) >= _FEWEST_WORDS and text[:1].isupper() and not text.endswith(_ENDS)
    return plain and whole


def _level(blocks: Sequence[Block], signs: Sequence[Sign]) -> int | None:
    """Return the level of headings that begin readouts: the highest of which most have a sign beside."""
    counted = Counter(block.level for block, sign in zip(blocks, signs, strict=True) if sign == "heading")
    for level in sorted(level for level, count in counted.items() if level is not None and count >= 2):
        at = [
            index for index, block in enumerate(blocks) if signs[index] == "heading" and block.level == level
        ]
        if sum(_beside(blocks, signs, index) is not None for index in at) >= _SURE * len(at):
            return level
    return None


def _heads(blocks: Sequence[Block], signs: Sequence[Sign], level: int | None) -> list[Head]:
    found: list[Head] = []
    leading = _addresses_lead(signs)
    for index, (block, sign) in enumerate(zip(blocks, signs, strict=True)):
        if found and index < found[-1].end:
            continue
        if level is not None:
            begins = sign == "heading" and block.level == level
        else:
            begins = sign in ("title", "heading") and _begins(blocks, signs, index)
        run = _beside(blocks, signs, index) if begins else None
        if run is not None:
            found.append(_head(blocks, signs, index, run, leading))
    return found


def _beside(blocks: Sequence[Block], signs: Sequence[Sign], index: int, lines: int = 3) -> int | None:
    """Return the end of a head whose title is at ``index``; None where no date or address is beside it.

    A title may have so many ``lines``. Below it may stand dates and addresses, above it one of them.
    """
    end, named = index + 1, blocks[index].link is not None or _is_dated(blocks[index])
    while end < len(signs) and end - index < _HEAD and signs[end] in ("date", "address"):
        named, end = True, end + 1
    if not named and lines > 1 and end < len(signs) and _is_same_title(blocks[index], blocks[end]):
        return _beside(blocks, signs, end, lines - 1)
    above = index > 0 and signs[index - 1] in ("address", "date")
    return end if named or above else None


def _is_dated(block: Block) -> bool:
    """Say whether a heading names a day itself: "Talks in Kelm (4 May 2031)"."""
    return block.kind == "heading" and inside().search(block.text) is not None


def _is_same_title(one: Block, other: Block) -> bool:
    """Say whether a title goes on in the next line: both have the style of one heading, or bold letters."""
    return other.level == one.level and (one.level is not None or (one.bold and other.bold))


def _begins(blocks: Sequence[Block], signs: Sequence[Sign], index: int) -> bool:
    """Say whether a title without a heading's style has enough beside it to begin a readout.

    A line that parts texts, an address or the style does; where only a date stands there, the title must
    read as that of an account.
    """
    near = signs[index + 1 : index + 4]
    parted = index == 0 or signs[index - 1] in ("separator", "address")
    addressed = blocks[index].link is not None or "address" in near[:2]
    styled = signs[index] == "heading" or blocks[index].bold
    told = tracker_rules().titles.fits(blocks[index].text)
    return told or ((parted or addressed) and styled) or (parted and addressed)


def _addresses_lead(signs: Sequence[Sign]) -> bool:
    """Say whether addresses stand above titles; where the last paragraph is one, they end the texts."""
    return bool(signs) and signs[-1] != "address"


def _head(blocks: Sequence[Block], signs: Sequence[Sign], index: int, end: int, leading: bool) -> Head:
    start = index
    while (
        start > 0
        and index - start < 3
        and signs[start - 1] in (("address", "date") if leading else ("date",))
    ):
        start -= 1
    rules = tracker_rules()
    inside = range(start, end)
    title = " ".join(blocks[at].text for at in inside if signs[at] in ("title", "heading"))
    days = [line.date for at in inside if signs[at] == "date" and (line := dateline(blocks[at].text))]
    urls = [rules.address(blocks[at].text) for at in inside if signs[at] == "address"]
    url = next((url for url in urls if url), None) or blocks[index].link
    return Head(start, end, " ".join(title.split()), days[0] if days else None, url)


def _addressed(head: Head, last: Block) -> Head:
    """Give a head the address that stands below its text."""
    return head if head.url else replace(head, url=tracker_rules().address(last.text))


def _looks_like_several(signs: Sequence[Sign]) -> bool:
    """Say whether dates or addresses stand again and again between words."""
    seen = sum(
        sign in ("date", "address") and "words" in signs[max(0, at - 3) : at] for at, sign in enumerate(signs)
    )
    return seen >= 2


def _prose(blocks: Sequence[Block]) -> int:
    return sum(len(block.text) for block in blocks)


def _passed_over(blocks: Sequence[Block], level: int | None, heads: Sequence[Head]) -> str | None:
    """Say how many headings of the same level begin no text of their own."""
    inside = {at for head in heads for at in range(head.start, head.end)}
    left = sum(block.level == level and at not in inside for at, block in enumerate(blocks)) if level else 0
    if not left:
        return None
    many = "s" if left > 1 else ""
    return (
        f"{left} heading{many} without a date or address stayed in the text before {'them' if many else 'it'}"
    )

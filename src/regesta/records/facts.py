"""What is known about a document as a whole: its kind, its publisher, the office that speaks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from regesta.records.view import Sentence
from regesta.rules.publishers import kind_in_title, level_served, looks_ahead, ministry_in

_HEAD, _FOOT = 400, 300
_TWICE = 2
_LEAD = 4
_WILL = ("will", "shall")
_OPENS_FUTURE = frozenset({*_WILL, "is", "are"})
_DUE = (["scheduled"], ["expected"], ["planned"], ["due"], ["set"])


class _Counts(NamedTuple):
    ahead: int
    report: int
    we: int


def head_level(publisher: str | None) -> str | None:
    """Return the level of the office a publisher serves ("Presidential Office": head_of_state)."""
    return level_served(publisher) if publisher else None


def kind_of(title: str, sentences: Sequence[Sentence]) -> tuple[str, str]:
    """Return the kind of a document and the reason in a few words.

    Some titles settle it; else the tenses of the sentences do.
    """
    settled = kind_in_title(title)
    if settled is not None:
        return settled[0], f"title: “{settled[1]}”"
    if any(_names_us(sentence) for sentence in sentences[:_LEAD]):
        return "joint_statement", "several sides speak as “we”"
    count, words = _tenses(sentences), looks_ahead(title)
    if count.ahead > count.report or (words and count.ahead == count.report and count.ahead):
        reason = f"{count.ahead} sentences look ahead, {count.report} report"
        return "announcement", reason + (f"; title: “{words}”" if words else "")
    if count.report:
        return "readout", f"{count.report} sentences report, {count.ahead} look ahead"
    if count.we:
        return "statement", "the publisher speaks in its own voice"
    return "other", "nothing is reported or announced"


def _names_us(sentence: Sentence) -> bool:
    """Recognise "We, the Ministers of XA, XB and XC, …" and "We, A, President of XA, and B, …"."""
    for at, one in enumerate(sentence.refs):
        if one.group is None or one.group.noun != "we" or one.end >= len(sentence.toks):
            continue
        if sentence.toks[one.end].text != ",":
            return False
        verb = next((v.start for v in sentence.verbs if v.start > one.end), len(sentence.toks))
        named = [ref for ref in sentence.refs[at + 1 :] if ref.end <= verb]
        groups = {code for ref in named if ref.group is not None for code in ref.group.states}
        people = {ref.person.state for ref in named if ref.person is not None} - {None}
        return max(len(groups), len(people)) >= _TWICE
    return False


def _future_at(lows: Sequence[str]) -> int | None:
    """Where a verb of the future begins."""
    openers = (i for i, word in enumerate(lows) if word in _OPENS_FUTURE)
    return next((i for i in openers if lows[i] in _WILL or _is_due(lows, i)), None)


def _tenses(sentences: Sequence[Sentence]) -> _Counts:
    """Count sentences that look ahead, that report, and that speak as "we"."""
    ahead = report = we = 0
    for sentence in sentences:
        if sentence.block.kind in ("title", "heading", "aside"):
            continue
        lows = sentence.lows
        at = None if _OPENS_FUTURE.isdisjoint(lows) else _future_at(lows)
        reports = _reports_before(sentence, at)
        ahead += at is not None and not reports
        report += reports
        we += bool(lows) and lows[0] == "we"
    return _Counts(ahead, report, we)


def _is_due(lows: Sequence[str], at: int) -> bool:
    """Read "is scheduled to hold", "are expected to meet" as words of the future; "is" stands at ``at``."""
    return lows[at + 1 : at + 2] in _DUE and lows[at + 2 : at + 3] == ["to"]


def _reports_before(sentence: Sentence, at: int | None) -> bool:
    """Say whether a verb in the past stands before token ``at``; anywhere, if that is None."""
    return any(
        "past" in v.forms and v.kind in ("group", "light", "event") and (at is None or v.start < at)
        for v in sentence.verbs
        if not _is_bracketed(sentence, v.start, v.end)
    )


def _is_bracketed(sentence: Sentence, start: int, end: int) -> bool:
    """Say whether a word stands alone in brackets: "January 27 (Sat)" is a day."""
    toks = sentence.toks
    return start > 0 and end < len(toks) and toks[start - 1].text == "(" and toks[end].text == ")"


def speaks_as_we(sentences: Sequence[Sentence]) -> bool:
    """Say whether the publisher speaks for itself: at least two paragraphs' sentences begin with "We"."""
    paragraphs = (s for s in sentences if s.toks and s.block.kind == "paragraph")
    return sum(s.toks[0].low == "we" for s in paragraphs) >= _TWICE


def publisher_of(text: str) -> str | None:
    """Work out a publisher from the text's own head, then its foot: a ministry named there."""
    return ministry_in(text, 0, _HEAD) or ministry_in(text, max(0, len(text) - _FOOT), len(text))

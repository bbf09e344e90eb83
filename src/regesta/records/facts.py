"""What is known about a document as a whole: publisher, side, kind, date, counterpart."""

from __future__ import annotations

import re
from collections.abc import Sequence

from regesta.model.document import Page
from regesta.model.outline import Outline
from regesta.model.span import Span
from regesta.records.view import Sentence
from regesta.rules.offices import office_rules

_JOINT = re.compile(
    r"\bjoint (?:\w+ ){0,2}(?:statement|communiqu[eé]|declaration|readout|press release|announcement|vision)\b|\bcommuniqu[eé]\b",
    re.IGNORECASE,
)
_PRESS = re.compile(
    r"\b(?:press conference|news conference|press briefing|remarks to the press|remarks by|press availability|interview|transcript)\b",
    re.IGNORECASE,
)
_ANNOUNCE = re.compile(
    r"\b(?:will (?:visit|meet|travel|hold|host|make|attend|take part|receive|welcome)|forthcoming|upcoming|to visit|announcement|to travel)\b|\btravel to\b|’s travel\b",
    re.IGNORECASE,
)
_HEADS = re.compile(
    r"\b(?:president|presidency|presidential|white house|kremlin|royal court|palace)\b", re.IGNORECASE
)
_GOVERNMENT = re.compile(
    r"\b(?:prime minister|cabinet|chancellery|downing street|government)\b", re.IGNORECASE
)
_FOREIGN = re.compile(
    r"\b(?:foreign affairs|foreign ministry|external affairs|department of state|state department|foreign office|foreign, commonwealth|foreign relations)\b",
    re.IGNORECASE,
)


def head_level(publisher: str | None) -> str | None:
    """Return the level of the office a publisher serves ("Presidential Office": head_of_state)."""
    for pattern, level in (
        (_HEADS, "head_of_state"),
        (_GOVERNMENT, "head_of_government"),
        (_FOREIGN, "foreign_minister"),
    ):
        if publisher and pattern.search(publisher):
            return level
    return None


def kind_of(title: str, sentences: Sequence[Sentence]) -> tuple[str, str]:
    """Return the kind of a document and the reason in a few words."""
    for pattern, kind in ((_JOINT, "joint_statement"), (_PRESS, "press_conference")):
        found = pattern.search(title)
        if found:
            return kind, f"title: “{found.group()}”"
    future, past, we = _tenses(sentences)
    found = _ANNOUNCE.search(title)
    if future > past or (found and future >= past and future):
        return "announcement", f"{future} sentences look ahead, {past} report" + (
            f"; title: “{found.group()}”" if found else ""
        )
    if past:
        return "readout", f"{past} sentences report, {future} look ahead"
    return (
        ("statement", "the publisher speaks in its own voice")
        if we
        else ("other", "nothing is reported or announced")
    )


def _tenses(sentences: Sequence[Sentence]) -> tuple[int, int, int]:
    """Count sentences that look ahead, that report, and that speak as "we"."""
    future = past = we = 0
    for sentence in sentences:
        if sentence.block.kind in ("title", "heading", "aside"):
            continue
        lows = [t.low for t in sentence.toks]
        at = next((i for i, w in enumerate(lows) if w in ("will", "shall")), None)
        reported = any(
            "past" in v.forms and v.kind in ("group", "light", "event") and (at is None or v.start < at)
            for v in sentence.verbs
        )
        future += at is not None and not reported
        past += reported
        we += bool(lows) and lows[0] == "we"
    return future, past, we


def speaks_as_we(sentences: Sequence[Sentence]) -> bool:
    """Say whether the publisher speaks for itself: sentences that begin with "We" and a verb."""
    return sum(s.toks[0].low == "we" for s in sentences if s.toks and s.block.kind == "paragraph") >= 2


_MINISTRY = re.compile(
    r"\b((?:Federal )?(?:Ministry|Department|Office|Embassy|Government|Cabinet) (?:of|for)(?: the)? [A-Z][\w’'-]+(?:(?: and| of| the| for|,) [A-Z][\w’'-]+| [A-Z][\w’'-]+){0,6})"
)


def publisher_of(text: str, outline: Outline) -> tuple[str | None, Span | None]:
    """Work out a publisher from the text's own head and foot: a ministry named in either."""
    for start, end in ((0, 400), (max(0, len(text) - 300), len(text))):
        found = _MINISTRY.search(text, start, end)
        if found:
            return found.group(1), Span(*found.span(1))
    _ = (outline, office_rules)
    return None, None


def stated_date(page: Page) -> str | None:
    """Return the date the page gives itself, if its reader found one."""
    return page.source.published

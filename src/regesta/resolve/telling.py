"""What a sentence tells of things promised: done, in part, not at all, put off; never what it wishes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from regesta.model.span import Span
from regesta.rules.base import Forms
from regesta.rules.outcomes import outcome_rules
from regesta.rules.resolve import DEED, resolve_rules

_HEDGE, _DENIAL, _AFTER = 32, 60, 24
_RELATIVES = (" which", " who")
_PLAIN = ("denied", "dropped", "deferred", "failed", "partly", "done", "begun", "sat")
_SIGNS = (
    "denied",
    "dropped",
    "deferred",
    "failed",
    "lacking",
    "waiting",
    "partly",
    "done",
    "begun",
    "sat",
    "ahead",
)
_CAME = frozenset({"partly", "done", "begun", "sat"})
_AUXILIARY = re.compile(r"(?:(?:has|have|had|was|were|is|are|be|been|being) )+")
_PRONOUN = re.compile(r"(?:it|they|this|these|he|she)\b")


@dataclass(frozen=True, slots=True)
class Telling:
    """What is told in a part of a sentence, the weightiest first, and of which deeds in special words."""

    span: Span
    signals: tuple[str, ...]
    deeds: frozenset[str]


def tellings(sentence: str) -> list[Telling]:
    """Return what a sentence tells: as a whole, or clause by clause where these tell different things.

    A clause that begins with a pronoun speaks of the one before it, and is not taken from it.
    """
    whole = _telling(sentence, Span(0, len(sentence)))
    if not whole.signals:
        return []
    parts = list(_clauses(sentence))
    if len(parts) == 1 or any(_PRONOUN.match(part.of(sentence).lower()) for part in parts[1:]):
        return [whole]
    told = [one for part in parts if (one := _telling(sentence, part)).signals]
    return told if len({one.signals for one in told}) > 1 else [whole]


def _clauses(sentence: str) -> Iterator[Span]:
    """Yield the parts of a sentence between the words with which it goes on to something else."""
    start = 0
    for match in outcome_rules().breaks.pattern.finditer(sentence):
        yield Span(start, len(sentence[: match.start()].rstrip(" ,")))
        start = len(sentence) - len(sentence[match.end() :].lstrip())
    yield Span(start, len(sentence))


def _telling(sentence: str, part: Span) -> Telling:
    low = " ".join(part.of(sentence).lower().split())
    found: dict[str, list[Span]] = {}
    deeds: set[str] = set()
    for name, span, own in _told(low):
        found.setdefault(name, []).append(span)
        deeds |= {f"{DEED}{deed}" for deed in own}
    if "failed" in found and _past(found["failed"][0], low, found.get("done", [])):
        del found["failed"]
    if ("done" in found or "begun" in found) and outcome_rules().share.pattern.search(low):
        found.setdefault("partly", [])
    if not found and outcome_rules().ahead.pattern.search(low):
        found["ahead"] = []
    return Telling(part, tuple(name for name in _SIGNS if name in found), frozenset(deeds))


def _told(low: str) -> Iterator[tuple[str, Span, tuple[str, ...]]]:
    """Yield what a text in lower case says, where, and of which deeds, unless a word before takes it back."""
    for name in _PLAIN:
        forms: Forms = getattr(resolve_rules(), name)
        for match in forms.pattern.finditer(low):
            told = _as_said(name, low, match)
            if told is not None:
                yield told, Span(match.start(), match.end()), ()
    for match, entry in outcome_rules().special(low):
        told = _as_said(entry.tells, low, match)
        if told is not None:
            yield told, Span(match.start(), match.end()), entry.deeds


def _as_said(name: str, low: str, match: re.Match[str]) -> str | None:
    """Return what words of an outcome tell in their place: it, its contrary, or nothing."""
    if name in ("denied", "dropped"):
        return name
    before = low[: match.start()]
    if name in _CAME and (denial := _denial(before, match[0])):
        return _contrary(denial, low, match)
    if _hedged(before[-_HEDGE:]):
        return None
    return _not_done(match[0], low[match.end() :]) if name == "failed" else name


def _denial(before: str, words: str) -> str | None:
    """Return the words that deny an outcome: those just before it, or just before its verb."""
    auxiliary = _AUXILIARY.match(words)
    clause = _clause(before[-_DENIAL:]) + (auxiliary[0] if auxiliary else "")
    found = outcome_rules().negated.pattern.search(clause)
    return found[0] if found else None


def _contrary(denial: str, low: str, match: re.Match[str]) -> str | None:
    """Return what denied words of an outcome tell: "done" where it came about in the end after all."""
    if outcome_rules().talk.pattern.match(match[0]):
        return None
    return _not_done(f"{denial} {match[0]}", low[match.end() :]) or "done"


def _not_done(words: str, after: str) -> str | None:
    """Return whether words that deny an outcome say so for good or so far; None where it came in the end."""
    rules, after = outcome_rules(), after[:_AFTER].lstrip()
    if rules.until.pattern.match(after):
        return None
    if rules.waiting.pattern.search(f"{words} {after}"):
        return "waiting"
    return "lacking" if rules.lasting.pattern.search(words) else "failed"


def _past(failed: Span, low: str, done: list[Span]) -> bool:
    """Say whether a failure is told beside, in a relative, of what was done after all."""
    beside = low[: failed.start].rstrip().endswith(_RELATIVES)
    return beside and any(one.start >= failed.end for one in done)


def _hedged(before: str) -> bool:
    """Say whether one of the last four words before takes the telling back."""
    return resolve_rules().hedged.pattern.search(_clause(before)) is not None


def _clause(before: str) -> str:
    return re.split(r"[,;:.]|\band\b|\bthat\b", before)[-1]

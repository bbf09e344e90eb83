"""The words of an undertaking: cut into its parts, weighed, and tidied."""

from __future__ import annotations

import re

from regesta.model.span import Span
from regesta.records.speech import Said
from regesta.rules.promises import promise_patterns

_LEAST = 12
# What hangs on an undertaking by a participle only says how: "…, working together to A and B".
_HANGING = re.compile(r",\s+(?:while\s+|thereby\s+|thus\s+)?(?!including\b|during\b)\w{3,30}ing\b")
_LAST_JOINER = re.compile(r"[\s,;]+(?:and|or)$")


def pieces(said: Said, text: str) -> list[Span]:
    """Cut a statement where an undertaking with another target begins; one piece is the whole of it."""
    span, patterns = said.span, promise_patterns()
    words = span.of(text)
    verb_end = said.sentence.toks[said.clause.verb.end - 1].end - span.start
    if said.complement not in ("to", "that", "ing", "np"):
        return [span]
    cuts = [
        m
        for m in patterns.coordinated.finditer(words)
        if m.start() > verb_end + 8
        and (
            m.group().rstrip().endswith(" to")
            or len(patterns.infinitive.findall(words, max(verb_end - 3, 0), m.start())) <= 1
        )
    ]
    cuts = [m for m in cuts if not _of_one_trip(words[: m.start()], words[m.end() :])]
    hanging = _HANGING.search(words, max(verb_end, 0))
    purpose = words.find(", to ", max(verb_end, 0))
    if purpose >= 0 and not words[max(verb_end, 0) :].lstrip().startswith("to "):
        cuts = [m for m in cuts if m.start() <= purpose]
    if hanging is not None:
        cuts = [m for m in cuts if m.start() <= hanging.start() or m.group().rstrip().endswith(" to")]
    if cuts and said.complement == "to":
        cuts = _with_listed(cuts, words, verb_end)
    if not cuts or (said.complement == "that" and not patterns.future.search(words)):
        return [span]
    starts = [0, *(m.end() for m in cuts)]
    ends = [*(m.start() for m in cuts), len(words)]
    parts = zip(starts, ends, strict=True)
    return [Span(span.start + a, span.start + b) for a, b in parts if b - a > _LEAST]


def _of_one_trip(before: str, after: str) -> bool:
    """Recognise "to visit XB and hold talks with …": one undertaking, as the talks are part of the visit."""
    patterns = promise_patterns()
    return bool(patterns.journey.search(before)) and bool(patterns.on_journey.match(after))


def _with_listed(cuts: list[re.Match[str]], words: str, verb_end: int) -> list[re.Match[str]]:
    """Add the cuts of "to maintain A, resume B and deepen C", where the last of a list is joined by "and"."""
    listed = promise_patterns().listed.finditer(words, verb_end, cuts[-1].start())
    more = [m for m in listed if all(m.end() <= c.start() or m.start() >= c.end() for c in cuts)]
    return sorted([*cuts, *more], key=lambda m: m.start())


def strength(content: str, *, dated: bool) -> int:
    """Return 2 for a process, 3 for a deliverable, 4 for one with a window.

    Where words of both kinds stand, the first decides; "proceed with" leads on to a deliverable.
    """
    patterns, content = promise_patterns(), _predicate(content)
    process = patterns.process.search(content)
    deliverable = _counted(content) or patterns.deliverables.search(content)
    if dated and (deliverable or not process):
        return 4
    if deliverable is None:
        return 2
    leads = process is None or deliverable.start() <= process.start()
    if leads or patterns.realising.match(content):
        return 3
    return 2


def _counted(content: str) -> re.Match[str] | None:
    """Find so many things at the head of an undertaking; "to continue two projects" is still a process."""
    patterns = promise_patterns()
    found = patterns.counted.match(content)
    goes_on = found is not None and bool(patterns.process.search(found["deed"] or ""))
    return None if goes_on else found


def _predicate(content: str) -> str:
    """Cut off the subject of a that-clause: a "Development Bank" says nothing of what it will do."""
    patterns = promise_patterns()
    opened = patterns.clause.match(content)
    future = patterns.future.search(content) if opened else None
    return content[future.start() :] if future else content


def is_definite(content: str, *, dated: bool) -> bool:
    """Say whether a thing that is promised could be seen delivered: so much of it, or a deed by a day."""
    patterns = promise_patterns()
    return bool(patterns.counted.match(content)) or (dated and bool(patterns.deeds.match(content)))


def tidy(words: str) -> str:
    """Return ``words`` on one line, without marks and conjunctions at the ends."""
    return _LAST_JOINER.sub("", " ".join(words.split()).strip(" .,;:—–-•"))

"""The comparison's own voice: what kinds of text lie side by side, and a summary in neutral words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from regesta.model.accounts import GRADES, Difference, Names, Pairing, Side, TopicRow
from regesta.rules.accounts import account_rules

_TOLD = 12


def note(sides: tuple[Side, Side]) -> str:
    """Say of what kind each account is and when it came out, and what follows where the kinds differ."""
    words = account_rules().words
    sentences = [_published(side) for side in sides]
    kinds = {side.kind for side in sides}
    if "announcement" in kinds and len(kinds) > 1:
        sentences.append(words.unlike)
    return " ".join(sentences)


def _published(side: Side) -> str:
    words = account_rules().words
    day = words.dated.format(day=side.published) if side.published else words.undated
    phase = words.phases[side.phase] if side.phase and side.published else ""
    sentence = words.side_note_phase if phase else words.side_note
    return sentence.format(kind=words.kinds[side.kind], side=side.label, day=day, phase=phase)


def summary(
    sides: tuple[Side, Side],
    topics: Sequence[TopicRow],
    pairs: Sequence[Pairing],
    differences: Sequence[Difference],
    terms: Iterable[Names],
) -> tuple[str, ...]:
    """Return a few short sentences: what both tell of, what one alone, the gravest differences, the terms."""
    return tuple(_sentences(sides, topics, pairs, differences, terms))


def _sentences(
    sides: tuple[Side, Side],
    topics: Sequence[TopicRow],
    pairs: Sequence[Pairing],
    differences: Sequence[Difference],
    terms: Iterable[Names],
) -> Iterator[str]:
    words = account_rules().words
    both = [row.label for row in topics if row.topic and len(row.told_by) == 2]
    if both:
        yield words.both.format(list="; ".join(both))
    for side, other in (sides, sides[::-1]):
        silent = [row.label for row in topics if row.topic in _silent(differences, side.label)]
        if silent:
            them = words.it if len(silent) == 1 else words.them
            yield words.only.format(side=side.label, other=other.label, list="; ".join(silent), them=them)
    counted = Counter(one.grade for one in differences)
    counts = ", ".join(f"{counted[grade]} {grade}" for grade in GRADES if counted[grade])
    yield words.counted.format(pairs=len(pairs), counts=counts) if counts else words.none
    grave = [one for one in differences if one.grade == "substantive" and one.type not in ("only_in", "term")]
    for one in grave[:_TOLD]:
        yield words.worst.format(type=words.types[one.type].capitalize(), why=one.why)
    for row in terms:
        if row.basis == "term" and row.names[0][1][0].lower() != row.names[1][1][0].lower():
            yield words.names + " / ".join(f"{listed[0]} ({label})" for label, listed in row.names) + "."


def _silent(differences: Iterable[Difference], side: str) -> frozenset[str | None]:
    return frozenset(
        one.topic
        for one in differences
        if one.type == "only_in" and one.side == side and one.grade == "substantive"
    )

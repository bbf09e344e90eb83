"""Which side published a text that nobody vouches for, worked out from its own words.

A ministry names the other side's office with its state and its own without ("the Foreign Minister
met the Foreign Minister of XB"), and puts its own state first ("XA-XB consultations"). Either shows
the side; it is an inference and marked as one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from regesta.records.view import Sentence

_LEAD = 4
_JOINERS = frozenset({"-", "–", "‑", "—"})


def side_from_words(text: str, sentences: Sequence[Sentence]) -> str | None:
    """Return the side that a text between two states speaks for, or None where its words do not show it."""
    pairs = _pairs(text, sentences)
    people = [r.person for s in sentences[:_LEAD] for r in s.refs if r.person is not None and r.person.titled]
    stated = {person.state for person in people if person.state is not None}
    unstated = any(person.state is None and person.name for person in people)
    if len(stated) == 1 and unstated:
        (other,) = stated
        beside = Counter(one if two == other else two for one, two in pairs if other in (one, two))
        return beside.most_common(1)[0][0] if beside else None
    return _first_of_pair(text, sentences[:_LEAD], stated)


def _pairs(text: str, sentences: Sequence[Sentence]) -> list[tuple[str, str]]:
    """The states that a text joins in a word, "XA-XB relations"; of three in a row none are two sides."""
    found = []
    for sentence in sentences:
        joined = [text[one.span.end : two.span.start] in _JOINERS for one, two in pairwise(sentence.states)]
        for at, (one, two) in enumerate(pairwise(sentence.states)):
            chain = any(joined[max(0, at - 1) : at]) or any(joined[at + 1 : at + 2])
            if joined[at] and not chain and one.code and two.code and one.code != two.code:
                found.append((one.code, two.code))
    return found


def _first_of_pair(text: str, lead: Sequence[Sentence], stated: set[str]) -> str | None:
    """The first state of "XA-XB" in title or lead, if the persons named are of no third state."""
    for one, two in _pairs(text, lead[:1]):
        if stated <= {one, two}:
            return one
    return None

"""Which words of a sentence belong to which of its statements."""

from __future__ import annotations

from itertools import pairwise

from regesta.records.speech.said import Said
from regesta.records.view import Sentence
from regesta.rules.grammar import grammar


def lay_out(sentence: Sentence, said: list[Said]) -> None:
    """Give each statement its words: from its start to the start of the next; the first takes the front.

    Puts ``said`` in order. Verbs that share one object ("welcomed and supported X") share its words.
    Where another statement stands between a subject and its verb ("X, noting Y, proposed Z"), the one
    with the subject begins at its verb.
    """
    for item in said:
        if any(item.start < other.start < item.clause.start for other in said):
            item.start = item.clause.start
    said.sort(key=lambda s: s.start)
    if said and said[0].clause.role in ("main", "as"):
        said[0].start = 0
    for at, item in enumerate(said):
        if item.clause.role == "as" and len(said) == 1:
            item.end = len(sentence.toks)
        elif item.clause.role == "postposed":
            item.start, item.end = (0 if at == 0 else said[at - 1].end), len(sentence.toks)
        else:
            item.end = _end(sentence, item, said[at + 1] if at + 1 < len(said) else None)
    for one, two in pairwise(said):
        if _one_object(one, two):
            one.end, two.start = two.end, one.start


def _end(sentence: Sentence, item: Said, following: Said | None) -> int:
    """Return where a statement ends: before the next one, without the words that join the two."""
    toks, least = sentence.toks, item.clause.verb.end
    if following is not None and following.clause.role == "postposed":
        return least
    end = len(toks) if following is None else following.start
    while end > least and toks[end - 1].low in grammar().tails:
        end -= 1
    return max(end, least)


def _one_object(one: Said, two: Said) -> bool:
    """Say whether only "and" stands between two verbs of one subject."""
    between = [t.low for t in one.sentence.toks[one.clause.verb.end : two.clause.start]]
    joined = bool(between) and all(word in grammar().between_verbs for word in between)
    return two.clause.shares is not None and joined

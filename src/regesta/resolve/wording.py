"""What became of the words between two tellings of one side on one topic.

A word has come when its root is in no sentence of the earlier telling, and gone when it is in none
of the later one; so no word both comes and goes, and the order of sentences changes nothing. To
say which words stand in place of which, sentences that are alike are laid beside each other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from rapidfuzz.distance import LCSseq

from regesta.model.drift import Change, Phrase, Said, Turn, Wording
from regesta.resolve.words import Sentence, phrases, sentences
from regesta.resolve.words import phrase as phrase_at

ALIKE = 0.6
"""Sentences that share less than this of the longer one's words are two, not one reworded."""


def compare(before: Sequence[Said], after: Sequence[Said]) -> tuple[Change, Wording]:
    """Say what became of the words of ``before`` in ``after``; neither may be empty.

    Nothing depends on the order of either.
    """
    old, new = sentences(_in_order(before)), sentences(_in_order(after))
    had, has = _roots(old), _roots(new)
    wording = Wording(
        kept=_kept(had, has),
        came=_distinct(phrase for one in new for phrase in phrases(one, has - had)),
        went=_distinct(phrase for one in old for phrase in phrases(one, had - has)),
        turns=_turns(old, new),
    )
    if had != has:
        return "changed", wording
    same = {one.roots for one in old} == {one.roots for one in new}
    return "unchanged" if same else "rearranged", wording


def _in_order(said: Sequence[Said]) -> list[Said]:
    return sorted(said, key=lambda one: (one.content.document, one.content.span, one.ref))


def _roots(told: Iterable[Sentence]) -> set[str]:
    return {root for one in told for root in one.roots}


def _kept(had: set[str], has: set[str]) -> float:
    return round(2 * len(had & has) / (len(had) + len(has)), 3) if had or has else 1.0


def _distinct(found: Iterable[Phrase]) -> tuple[Phrase, ...]:
    """Each phrase once, as it first stands; the rest says the same again."""
    kept: dict[tuple[str, bool], Phrase] = {}
    for one in found:
        kept.setdefault((" ".join(one.place.quote.casefold().split()), one.negated), one)
    return tuple(kept.values())


def _turns(old: Sequence[Sentence], new: Sequence[Sentence]) -> tuple[Turn, ...]:
    had, has = _roots(old), _roots(new)
    return tuple(
        turn for one, other in _pairs(old, new) for turn in _put_for(one, other, had - has, has - had)
    )


def _pairs(old: Sequence[Sentence], new: Sequence[Sentence]) -> list[tuple[Sentence, Sentence]]:
    """Lay sentences side by side, the most alike first; each stands in one pair at most."""
    scored = sorted(
        (-score, i, j)
        for i, one in enumerate(old)
        for j, other in enumerate(new)
        if (score := LCSseq.normalized_similarity(one.roots, other.roots, score_cutoff=ALIKE)) >= ALIKE
    )
    left, right = Counter(i for _, i, _ in scored), Counter(j for _, _, j in scored)
    found = []
    for _, i, j in scored:
        if left[i] and right[j]:
            left[i] = right[j] = 0
            found.append((i, j))
    return [(old[i], new[j]) for i, j in sorted(found)]


def _put_for(one: Sentence, other: Sentence, gone: set[str], come: set[str]) -> list[Turn]:
    """Return the words of ``one`` that went where ``other`` has words that came."""
    found = []
    for a, b, c, d in _between(one.roots, other.roots):
        went, came = _run(one, a, b, gone), _run(other, c, d, come)
        if went is not None and came is not None:
            found.append(Turn(went, came))
    return found


def _between(one: Sequence[str], other: Sequence[str]) -> Iterable[tuple[int, int, int, int]]:
    """Yield the stretches of both that lie between what they share, with words on both sides."""
    a = c = 0
    for code in (*LCSseq.opcodes(one, other), None):
        if code is not None and code.tag != "equal":
            continue
        b, d = (len(one), len(other)) if code is None else (code.src_start, code.dest_start)
        if a < b and c < d:
            yield a, b, c, d
        if code is not None:
            a, c = code.src_end, code.dest_end


def _run(sentence: Sentence, first: int, last: int, wanted: set[str]) -> Phrase | None:
    """Return the words from the first to the last wanted root between two places among the roots."""
    told = [word for word in sentence.words if word.root is not None][first:last]
    new = [word for word in told if word.root in wanted]
    return phrase_at(sentence, new[0].start, new[-1].end) if new else None

"""An earlier text of an address beside a later one: sentence by sentence, with what stood on them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from regesta.model.finding import Place
from regesta.model.judgement import Ref
from regesta.model.links import Dossier
from regesta.model.span import Span
from regesta.model.versions import Change, Edit, Hold
from regesta.resolve.editing import LIMIT, gaps

_WORD = re.compile(r"\S+")
_LINE = re.compile(r"[^\r\n]+")
_ALIKE = 0.5
"""The least share of the longer sentence's words that one and its reworded form have in common."""
_PAIRS = 2_500
"""Pairs of sentences in one place up to which each is weighed against each."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence: where it stands, its words, and where each of them stands."""

    span: Span
    words: tuple[str, ...]
    spans: tuple[Span, ...]

    @property
    def key(self) -> str:
        """What two sentences have in common that differ in white space alone."""
        return " ".join(self.words)


def compare(old: Dossier, new: Dossier) -> Edit:
    """Return what became of the sentences of ``old`` in ``new``, a later text of the same address.

    Sentences are those that the reader counted, furniture too, and lines of what lies between.
    White space is of no account. A sentence that stands elsewhere with the same words is
    ``moved``; one that shares half of its words with one in its place is ``changed``. Changes come
    in the order of the later text, what is gone where it stood.
    """
    olds, news = _sentences(old), _sentences(new)
    raw: list[tuple[_Sentence | None, _Sentence | None]] = []
    lost = 0
    for a, b, c, d in gaps([one.key for one in olds], [one.key for one in news]):
        raw += _paired(olds[a:b], news[c:d])
        lost += b - a
    moved = _moved(raw)
    held, holds = _holds(old), _holds(new)
    changes = [_change(old, new, *pair, held, holds) for pair in moved]
    return Edit(old.id, new.id, len(olds) - lost, tuple(changes))


def _sentences(paper: Dossier) -> list[_Sentence]:
    """Cut the whole text: into the sentences that the reader counted, and lines of what lies between."""
    found = []
    for span in _spans(paper):
        places = [Span(*match.span()) for match in _WORD.finditer(paper.text, span.start, span.end)]
        if places:
            words = tuple(place.of(paper.text) for place in places)
            found.append(_Sentence(Span(places[0].start, places[-1].end), words, tuple(places)))
    return found


def _spans(paper: Dossier) -> Iterator[Span]:
    counted = sorted({account.span for account in paper.records.accounts})
    at, end = 0, Span(len(paper.text), len(paper.text))
    for span in (*counted, end):
        yield from (Span(*line.span()) for line in _LINE.finditer(paper.text, at, max(at, span.start)))
        if span.end > at:
            yield Span(max(at, span.start), span.end)
            at = span.end


def _paired(
    olds: Sequence[_Sentence], news: Sequence[_Sentence]
) -> Iterator[tuple[_Sentence | None, _Sentence | None]]:
    """Lay the sentences of one place side by side, the most alike first; yield them in order."""
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(_scored(olds, news)):
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    at = {j: i for i, j in partner.items()}
    left = [i for i in range(len(olds)) if i not in partner]
    for j, new in enumerate(news):
        if j in at:
            while left and left[0] < at[j]:
                yield olds[left.pop(0)], None
            yield olds[at[j]], new
        else:
            yield None, new
    yield from ((olds[i], None) for i in left)


def _scored(olds: Sequence[_Sentence], news: Sequence[_Sentence]) -> Iterator[tuple[float, int, int]]:
    every = len(olds) * len(news) <= _PAIRS
    for i, old in enumerate(olds):
        for j in range(len(news)) if every else (i,) * (i < len(news)):
            score = _alike(old, news[j])
            if score >= _ALIKE:
                yield -score, i, j


def _alike(one: _Sentence, other: _Sentence) -> float:
    """Return the share of words in common and in order; sentences too long to compare count as unlike."""
    if len(one.words) * len(other.words) > LIMIT:
        return 0.0
    return LCSseq.normalized_similarity(one.words, other.words, score_cutoff=_ALIKE)


def _moved(
    raw: Sequence[tuple[_Sentence | None, _Sentence | None]],
) -> list[tuple[_Sentence | None, _Sentence | None]]:
    """Put a sentence that is gone in one place and new in another together again."""
    gone: dict[str, list[int]] = defaultdict(list)
    for index, (old, new) in enumerate(raw):
        if old is not None and new is None:
            gone[old.key].append(index)
    found = list(raw)
    dropped = set()
    for index, (old, new) in enumerate(raw):
        if old is None and new is not None and gone[new.key]:
            origin = gone[new.key].pop(0)
            found[index] = raw[origin][0], new
            dropped.add(origin)
    return [pair for index, pair in enumerate(found) if index not in dropped]


def _change(
    old: Dossier, new: Dossier, was: _Sentence | None, is_: _Sentence | None,
    held: Sequence[Hold], holds: Sequence[Hold],
) -> Change:  # fmt: skip
    went, came = _differing(old, new, was, is_) if was and is_ else ((), ())
    stood = [hold for hold in held if was and hold.place.span.overlaps(was.span)]
    stands = [hold for hold in holds if is_ and hold.place.span.overlaps(is_.span)]
    kind = "new" if was is None else "gone" if is_ is None else "moved" if was.key == is_.key else "changed"
    return Change(
        kind=kind,  # type: ignore[arg-type]
        old=_place(old, was.span) if was else None,
        new=_place(new, is_.span) if is_ else None,
        went=went,
        came=came,
        stood=tuple(_with_heirs(stood, stands)),
        stands=tuple(stands),
    )


def _differing(
    old: Dossier, new: Dossier, was: _Sentence, is_: _Sentence
) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """Return the words of both sentences that differ, those that stand together as one."""
    found = gaps(was.words, is_.words)
    went = tuple(_place(old, _run(was, a, b)) for a, b, _, _ in found if a < b)
    came = tuple(_place(new, _run(is_, c, d)) for _, _, c, d in found if c < d)
    return went, came


def _run(sentence: _Sentence, first: int, last: int) -> Span:
    return Span(sentence.spans[first].start, sentence.spans[last - 1].end)


def _with_heirs(stood: Sequence[Hold], stands: Sequence[Hold]) -> list[Hold]:
    """Give each record the one of its kind in the new words that is most like it, each once."""
    scored = sorted(
        (-LCSseq.normalized_similarity(one.place.quote.split(), other.place.quote.split()), i, j)
        for i, one in enumerate(stood)
        for j, other in enumerate(stands)
        if one.ref.kind == other.ref.kind
    )
    heirs: dict[int, Ref] = {}
    for _, i, j in scored:
        if i not in heirs and stands[j].ref not in heirs.values():
            heirs[i] = stands[j].ref
    return [Hold(one.ref, one.place, heirs.get(i)) for i, one in enumerate(stood)]


def _holds(paper: Dossier) -> list[Hold]:
    """Return every record of a document at its own words, in order."""
    records = paper.records
    found = [
        Hold(Ref(paper.id, kind, one.id), _place(paper, one.span))
        for kind, items in (
            ("meeting", records.meetings),
            ("statement", records.statements),
            ("commitment", records.commitments),
            ("request", records.requests),
            ("term", records.terms),
        )
        for one in items
    ]
    return sorted(found, key=lambda hold: (hold.place.span, hold.ref))


def _place(paper: Dossier, span: Span) -> Place:
    return Place(paper.id, span, span.of(paper.text))

"""Names in use for things that the sides may call differently."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from functools import lru_cache

from regesta.mentions.tokens import Token
from regesta.model.records import Term
from regesta.model.span import Span
from regesta.rules.cues import Cues, key, plain
from regesta.rules.packs import Pack, applying

_SURE, _SHARED = 0.95, 0.6
_Filed = tuple[tuple[str, str, str | None], ...]  # concept, label, side


def find_terms(
    text: str,
    sentences: Iterable[Sequence[Token]],
    packs: tuple[Pack, ...],
    parties: frozenset[str],
    sha256: str,
) -> tuple[Term, ...]:
    """Return one Term for each use of a concept's name inside one of ``sentences``, in order.

    ``packs`` are all packs loaded; those that apply to ``parties`` are used. The longest name at a
    place counts; none is found inside another, nor inside a pack's silent words. A name of capitals
    alone ("TOR") is matched as written. The span holds the bare name. Ids depend on ``sha256`` (the
    document's), place and label only. A name of two concepts is filed under the first pack's.
    """
    cues = _lexicon(applying(packs, parties))
    found = [term for toks in sentences if toks for term in _in_sentence(text, toks, cues, sha256)]
    return tuple(sorted(dict.fromkeys(found), key=lambda term: term.span))


def _in_sentence(text: str, toks: Sequence[Token], cues: Cues[_Filed], sha256: str) -> Iterable[Term]:
    starts, first = cues.starts, toks[0].start
    places = [tok.start - first + at for tok in toks if (begins := starts[tok.text]) for at in begins]
    if not places:
        return
    folded = plain(text[first : toks[-1].end])
    for hit in cues.find_at(folded, places):
        place = Span(first + hit.span.start, first + hit.span.end)
        words = place.of(text)
        for concept, label, side in hit.value:
            if label.isupper() and words != label:
                continue
            sure = _SURE if len({one for one, _, _ in hit.value}) == 1 else _SHARED
            yield Term(_term_id(sha256, place, label), place, label, concept, side, f"term.{concept}", sure)
            break


def _term_id(sha256: str, span: Span, label: str) -> str:
    return hashlib.sha256(f"{sha256}:{span.start}:{span.end}:{label}".encode()).hexdigest()[:12]


@lru_cache(maxsize=32)
def _lexicon(packs: tuple[Pack, ...]) -> Cues[_Filed]:
    filed: dict[str, _Filed] = {key(words): () for pack in packs for words in pack.silent}
    for pack in sorted(packs, key=lambda pack: not pack.parties):
        for concept in pack.concepts:
            for one in concept.labels:
                name = key(one.label)
                filed[name] = (*filed.get(name, ()), (concept.id, one.label, one.side))
    return Cues(filed)

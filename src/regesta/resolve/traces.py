"""The words by which a promise, what is told of it and its repetitions find each other, year by year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from regesta.resolve.days import shifted
from regesta.resolve.promise import Promise, Sign
from regesta.rules.resolve import DEED

_HORIZON = 5 * 366
"""Days after its date, or its window, for which later texts are looked at."""
_GENERATION = 25 * 366
"""Nor is a promise without an end looked after for more days than this."""
_USUAL = 7
"""Most promises are looked after for no more than so many years; the others are kept apart."""
_FAR = "far"
_DEED = f"|{DEED}"
_KINDS = ("commitment", "request")
_TELLING, _SAME = 3, 2
"""How much a telling sentence shares with its promise at least, and a promise with its repetition."""


@dataclass(frozen=True, slots=True)
class Trail:
    """Words by which documents are looked for: found is what weighs so much together.

    A deed weighs as much as two other words, two words that stand side by side as much as three.
    """

    words: frozenset[str]
    least: int

    def fits(self, shared: Iterable[str]) -> bool:
        """Say whether these of the words are enough."""
        return sum(2 if _DEED in word else 1 for word in shared) >= self.least


def ties(promise: Promise, sign: Sign) -> bool:
    """Say whether a sentence shares enough with a promise to be looked for, whatever it tells."""
    shared = (promise.stems & sign.stems) | (promise.pairs & sign.pairs)
    return sum(2 if one.startswith(DEED) else 1 for one in shared) >= _TELLING


def horizon(promise: Promise) -> str:
    """Return the last day on which a later text may speak of a promise."""
    end = promise.window[1] if promise.window else promise.known
    return min(shifted(end, _HORIZON), shifted(promise.known, _GENERATION))


def sign_words(sign: Sign) -> frozenset[str]:
    """Return the words under which a telling sentence is kept."""
    return _words("sign", sign.dyad, sign.stems | sign.pairs, (sign.known[:4],))


def promise_words(promise: Promise) -> frozenset[str]:
    """Return the words under which a promise is kept: for what it repeats, and for what tells of it."""
    far = (_FAR,) if int(horizon(promise)[:4]) - int(promise.known[:4]) > _USUAL else ()
    return _words(promise.ref.kind, promise.dyad, promise.stems | promise.pairs, (promise.known[:4], *far))


def before_sign(sign: Sign) -> Trail:
    """Return the trail to the promises of which a sentence may tell."""
    stems, years = sign.stems | sign.pairs, _until(sign.known)
    return Trail(
        frozenset[str]().union(*(_words(kind, sign.dyad, stems, years) for kind in _KINDS)), _TELLING
    )


def before_promise(promise: Promise) -> Trail:
    """Return the trail to the promises that one may repeat."""
    return Trail(_words(promise.ref.kind, promise.dyad, promise.own, _until(promise.known)), _SAME)


def before_words(words: Iterable[str]) -> list[Trail]:
    """Return trails to the promises of which a text may have told, or which it repeated, when kept so."""
    by_year: dict[tuple[bool, str], set[str]] = defaultdict(set)
    for word in words:
        kind, rest = word.split("|", 1)
        about, year = rest.rsplit("|", 1)
        if year != _FAR:
            for other in _KINDS if kind == "sign" else (kind,):
                by_year[kind == "sign", year] |= {f"{other}|{about}|{one}" for one in _until(year)}
    return [
        Trail(frozenset(some), _TELLING if telling else _SAME)
        for (telling, _), some in sorted(by_year.items())
    ]


def after(promise: Promise) -> list[Trail]:
    """Return the trails to all later texts that may tell of a promise or repeat it."""
    years = [f"{one:04}" for one in range(int(promise.known[:4]), int(horizon(promise)[:4]) + 1)]
    told = Trail(_words("sign", promise.dyad, promise.stems | promise.pairs, years), _TELLING)
    return [told, Trail(_words(promise.ref.kind, promise.dyad, promise.own, years), _SAME)]


def _until(day: str) -> list[str]:
    last = int(day[:4])
    return [*(f"{one:04}" for one in range(last - _USUAL, last + 1)), _FAR]


def _words(kind: str, dyad: frozenset[str], stems: frozenset[str], years: Sequence[str]) -> frozenset[str]:
    between = "+".join(sorted(dyad))
    return frozenset(f"{kind}|{between}|{stem}|{year}" for stem in stems for year in years)

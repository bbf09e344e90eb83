"""What the sentences of later documents show of a thing promised or asked."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from regesta.model.judgement import Feature, Judgement, Ref
from regesta.resolve.follow_link import Link
from regesta.resolve.promise import Promise, Sign
from regesta.resolve.slips import put_off
from regesta.resolve.spoken import both_ways
from regesta.resolve.subject import deeds_of
from regesta.resolve.traces import horizon, ties
from regesta.rules.outcomes import outcome_rules
from regesta.rules.resolve import DEED, KIN, PAIR, resolve_rules

_SHARED, _OWN, _COVERED = 3, 1, 0.3
_PROCESS = 0.8
"""The share of what a promise is about that must be told where it has no end of its own."""
_STATUS = {
    "done": "done", "begun": "in_progress", "partly": "partly_done", "failed": "not_done",
    "deferred": "deferred", "dropped": "withdrawn", "denied": "contested", "sat": "done",
    "lacking": "not_done", "waiting": "not_done", "ahead": "deferred",
}  # fmt: skip
_TO, _FROM = (re.compile(rf"\b{one} (?:the )?([A-Z][\w’'-]+)") for one in ("to", "from"))
_FAILED = frozenset({"failed", "lacking", "waiting"})
_AMISS = _FAILED | {"deferred", "dropped"}


class Signs:
    """The telling sentences of later documents, found by the stems that they share with a promise."""

    def __init__(self, signs: Sequence[Sign]) -> None:
        """Index the signs by dyad and stem."""
        self.signs = sorted(signs, key=lambda sign: (sign.known, sign.place.document, sign.place.span))
        self._postings: dict[tuple[frozenset[str], str], list[int]] = defaultdict(list)
        for number, sign in enumerate(self.signs):
            for stem in sign.stems:
                self._postings[sign.dyad, stem].append(number)

    def links(self, promise: Promise) -> list[Link]:
        """Return what later texts tell of the thing promised or asked."""
        return [_link(promise, sign) for sign in self._of(promise)]

    def tell_of(self, promise: Promise) -> bool:
        """Say whether a later text tells anything of the thing promised or asked."""
        return next(self._of(promise), None) is not None

    def _of(self, promise: Promise) -> Iterator[Sign]:
        """Yield the later signs that tell of a promise, in order."""
        counts: dict[int, int] = defaultdict(int)
        for stem in promise.stems:
            for number in self._postings.get((promise.dyad, stem), ()):
                counts[number] += 1
        end = horizon(promise)
        for number in sorted(number for number, count in counts.items() if count > 1):
            sign = self.signs[number]
            if promise.known < sign.known <= end and tells_of(promise, sign):
                yield sign


def tells_of(promise: Promise, sign: Sign) -> bool:
    """Say whether a telling sentence speaks of what a promise is about."""
    if not promise.stems or not promise.own or not ties(promise, sign) or _too_soon(promise, sign):
        return False
    if (
        _other_number(promise, sign)
        or _turned_round(promise, sign)
        or (promise.before and not promise.before & sign.stems)
    ):
        return False
    if (promise.process or promise.weak) and _whole(promise, sign) < _PROCESS:
        return False
    if sign.signals == ("sat",):
        return _same_body(promise, sign)
    general = resolve_rules().general
    mine, theirs = promise.topics - general, sign.topics - general
    topical, apart = _topical(promise, sign), bool(mine and theirs and not mine & theirs)
    if sign.signals == ("ahead",):
        return _same_deed(promise, sign, apart) and put_off(promise, sign)
    return (
        _same_deed(promise, sign, apart)
        or _same_words(promise, sign, _covered(promise, sign), topical, apart)
        or _same_thing(promise, sign, apart)
        or _same_date(promise, sign, apart)
    )


def _link(promise: Promise, sign: Sign) -> Link:
    """Return the judgement that a sentence tells of a promise, with the words of both on which it rests."""
    shared, own = promise.stems & sign.stems, promise.own & sign.stems
    covered, of_own, topical = _covered(promise, sign), len(own) / len(promise.own), _topical(promise, sign)
    status = _status(promise, sign)
    earlier, later = promise.place.quote, sign.place.quote
    said = both_ways(earlier, later, shared)
    judgement = Judgement(
        kind="answered" if promise.ref.kind == "request" else "follow_through",
        subject=promise.ref,
        object=Ref(sign.document, "sentence", f"{sign.place.span.start}-{sign.place.span.end}"),
        value=status,
        score=round(min(0.95, 0.35 + 0.35 * of_own + 0.2 * covered + (0.1 if topical else 0)), 4),
        why=f"A later text tells what became of {said or 'it'}.",
        features=(
            Feature("own_words", round(0.35 * of_own, 4), both_ways(earlier, later, own)),
            Feature("words", round(0.2 * covered, 4), said),
            Feature("topic", 0.1 if topical else 0.0, " ".join(sorted(promise.topics & sign.topics))),
        ),
        evidence=(promise.place, sign.place),
    )
    return Link(judgement, sign.known, status, None, sign.side, sign.joint)


def _covered(promise: Promise, sign: Sign) -> float:
    return len(promise.stems & sign.stems) / len(promise.stems)


def _topical(promise: Promise, sign: Sign) -> bool:
    return bool(promise.topics & sign.topics)


def _whole(promise: Promise, sign: Sign) -> float:
    """Return how much of what a promise is about, names left aside, a sentence tells."""
    own = (promise.core | deeds_of(promise.own)) or promise.own
    return len(own & sign.stems) / len(own)


def _same_words(promise: Promise, sign: Sign, covered: float, topical: bool, apart: bool) -> bool:
    """Say whether a sentence speaks of the promise in so many of its words that it is the same thing."""
    own = promise.own & sign.stems
    if len(promise.stems & sign.stems) < _SHARED or len(own) < _OWN:
        return False
    if (promise.aims and not promise.core <= sign.stems) or _only_another(promise, sign):
        return False
    of_own = len(own) / len(promise.own)
    if of_own < 0.5 and not (topical and covered >= _COVERED):
        return False
    return not (apart and of_own < 0.75)


def _same_deed(promise: Promise, sign: Sign, apart: bool) -> bool:
    """Say whether a sentence tells of the same deed done to the same thing, in whatever words.

    At least half of what the promise is about, names left aside, must be there; a single word of it
    suffices where no topic stands against it and the promise is about little else: one that has
    several words ("advisers") only where it is about nothing else.
    """
    things = promise.core & sign.stems
    if not _deed(promise, sign) or not things or len(things) < len(promise.core) / 2:
        return False
    others = ((promise.own | promise.before) & sign.stems) - deeds_of(promise.own)
    faint = {f"{DEED}{deed}" for deed in outcome_rules().faint}
    alone = len(promise.core) == 1 or not all(one.startswith(KIN) for one in things)
    alone &= not deeds_of(promise.own & sign.stems) <= faint or promise.core <= sign.stems
    return len(others) >= 2 or (not apart and alone and len(promise.core) <= 2)


def _deed(promise: Promise, sign: Sign) -> bool:
    """Say whether a sentence tells of the deed itself: not the mere beginning of another.

    What is told not to have come about must name no deed but the promise's own, or one of its own at least.
    """
    own, told = deeds_of(promise.own), deeds_of(sign.stems)
    beginnings, shared = _beginnings(), own & told
    if shared - beginnings:
        return True
    return bool(shared) and not own - beginnings and not _of_another(promise, sign)


def _same_thing(promise: Promise, sign: Sign, apart: bool) -> bool:
    """Say whether a sentence names the very thing promised, two words of it or more, and what became of it.

    That it is under way, put off or given up needs no word for the deed. That it is there shows that it
    was begun, and that what names no deed was done.
    """
    if apart or len(promise.core) < 2 or not promise.core <= sign.stems or _of_another(promise, sign):
        return False
    own, told = deeds_of(promise.own), sign.signals[0]
    return told != "done" or not own or (bool(own & _beginnings()) and not _only_another(promise, sign))


def _same_body(promise: Promise, sign: Sign) -> bool:
    """Say whether a sentence tells that the very body met which was to be convened, named in two words."""
    bodies = resolve_rules().body_stems
    shared = promise.pairs & sign.pairs
    return bool(promise.aims) and any(pair.rpartition(PAIR)[2] in bodies for pair in shared)


def _same_date(promise: Promise, sign: Sign, apart: bool) -> bool:
    """Say whether a sentence names the very time by which a thing was promised, and half of the thing.

    Where it puts the thing off, all deeds of the promise, two or more, do as well.
    """
    if not promise.named & sign.named:
        return False
    own, told = deeds_of(promise.own), sign.signals[0]
    if told == "deferred" and len(own) >= 2 and own <= sign.stems:
        return True
    things = promise.core & sign.stems
    named = bool(things) and len(things) >= len(promise.core) / 2
    return named and not apart and not _of_another(promise, sign) and not deeds_of(sign.stems) - own


def _too_soon(promise: Promise, sign: Sign) -> bool:
    """Say whether it is only told that a thing has not come so far, and its time is not over.

    Where no time was named, "not yet" leaves it open; that it has never come is told of it.
    """
    told = sign.signals[0]
    if promise.window is None:
        return told == "waiting"
    return told in ("waiting", "lacking") and sign.known <= promise.window[1]


def _other_number(promise: Promise, sign: Sign) -> bool:
    """Say whether both speak of a session or a round by its number, and not of the same."""
    numbers = outcome_rules().numbers
    mine, theirs = (numbers(" ".join(one.place.quote.lower().split())) for one in (promise, sign))
    return bool(mine and theirs) and not mine & theirs


def _only_another(promise: Promise, sign: Sign) -> bool:
    """Say whether a sentence that tells of something done names other deeds, and none of the promise."""
    own, told = deeds_of(promise.own), deeds_of(sign.stems)
    return sign.signals[0] in ("done", "partly") and bool(own and told) and not own & told


def _turned_round(promise: Promise, sign: Sign) -> bool:
    """Say whether what was promised to go to a place is told to have come from there."""
    there = set(_TO.findall(promise.place.quote))
    return bool(there) and bool(there & set(_FROM.findall(sign.place.quote)))


def _of_another(promise: Promise, sign: Sign) -> bool:
    """Say whether what did not come about is another deed than the one promised."""
    own = deeds_of(promise.own)
    return sign.signals[0] in _AMISS and bool(own) and bool(deeds_of(sign.stems) - own)


def _beginnings() -> frozenset[str]:
    return frozenset(f"{DEED}{deed}" for deed in resolve_rules().beginnings)


def _status(promise: Promise, sign: Sign) -> str:
    """Return the status that a sentence shows.

    Preparations beside a failure leave the thing under way. What was to begin is done when its
    beginning is told, or, where one thing was promised, when the first of it is there.
    """
    signals, beginnings = sign.signals, _beginnings()
    if "begun" in signals and _FAILED & set(signals):
        return "in_progress"
    begun = signals[0] == "begun" and bool(promise.own & sign.stems & beginnings)
    there = signals[0] == "partly" and "done" in signals and bool(promise.own & beginnings)
    one = not resolve_rules().several.pattern.search(promise.place.quote.lower())
    return "done" if begun or (there and one) else _STATUS[signals[0]]

"""How two passages on the same thing differ: type and grade of each difference, with its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from regesta.model.accounts import GRADES, Difference, DifferenceType, Grade
from regesta.model.edtf import bounds
from regesta.model.records import GROUP_OF
from regesta.resolve.accounts.aligning import Ground, covered
from regesta.resolve.accounts.passages import Passage
from regesta.resolve.accounts.words import Moment, root
from regesta.rules.accounts import account_rules
from regesta.rules.cues import plain


@dataclass(frozen=True, slots=True)
class Both:
    """Two passages on one thing, the topic under which it is told, and whether one was written before.

    ``ahead`` says that one account was written before the meeting and the other after it: what it
    says in its own voice of what is to come is no weaker telling of what was said.
    """

    one: Passage
    two: Passage
    topic: str | None
    ahead: bool

    @property
    def foretold(self) -> bool:
        """Whether one side says beforehand in its own voice what the other reports."""
        return self.ahead and self.one.told.own_voice != self.two.told.own_voice

    def differ(self, type_: DifferenceType, grade: Grade, side: str | None, why: str) -> Difference:
        """Return a difference of this pair, with the words of both."""
        return Difference(type_, grade, side, self.topic, why, (self.one.told.place, self.two.told.place))


def differences(both: Both) -> Iterator[Difference]:
    """Yield the differences of a pair, the gravest type first.

    Where one side denies what the other tells, neither force nor voices are weighed.
    """
    against = _denied(both) or _negated(both)
    if against is not None:
        yield against
    else:
        yield from _strength(both)
        yield from _attribution(both)
    for find in (_numbers, _scope, _times, _places):
        yield from find(both)


def undertakings(both: Both, ground: Ground, label: str) -> Iterator[Difference]:
    """Yield what is undertaken or asked for in one of the two and has next to no word in the other."""
    rules = account_rules()
    topics = sorted(set(both.one.told.topics) & set(both.two.told.topics))
    for has, lacks in ((both.one, both.two), (both.two, both.one)):
        missing = [
            place
            for place, words in has.parts
            if covered(words, lacks, ground, topics) < rules.pairing.covered
        ]
        if missing:
            why = rules.words.only_item.format(side=has.told.side, other=lacks.told.side, topic=label)
            yield Difference("only_in", "notable", has.told.side, both.topic, why, tuple(missing))


def _denied(both: Both) -> Difference | None:
    denying = [passage for passage in (both.one, both.two) if _denies(passage)]
    if len(denying) != 1:
        return None
    side = denying[0].told.side
    other = both.two if denying[0] is both.one else both.one
    if other.told.negated or GROUP_OF.get(other.told.act) == "OBJECT":
        return None
    why = account_rules().words.denied.format(side=side, other=other.told.side)
    return both.differ("denied", "substantive", side, why)


def _denies(passage: Passage) -> bool:
    words = plain(passage.told.place.quote)
    said = passage.told.act == "reject" and not passage.told.negated
    return said or account_rules().denies.pattern.search(words) is not None


def _negated(both: Both) -> Difference | None:
    if both.one.told.negated == both.two.told.negated:
        return None
    no, yes = (both.one, both.two) if both.one.told.negated else (both.two, both.one)
    why = account_rules().words.negated.format(side=no.told.side, other=yes.told.side)
    return both.differ("contradiction", "substantive", no.told.side, why)


def _strength(both: Both) -> Iterator[Difference]:
    """Yield one difference of force: of the acts or of the undertakings, whichever is graver."""
    rules = account_rules()
    one, two = both.one, both.two
    if both.foretold:
        return
    acts = rules.grade(rules.distance(one.told.act, two.told.act), rules.steps.acts)
    apart = abs(one.strength - two.strength) if one.strength and two.strength else 0
    undertakings = rules.grade(apart, rules.steps.undertakings)
    grade = min((g for g in (acts, undertakings) if g), key=GRADES.index, default=None)
    if grade is None:
        return
    if both.ahead and grade == "substantive":
        grade = "notable"
    measure = (one.strength, two.strength)
    if acts is not None:
        measure = (rules.force(one.told.act), rules.force(two.told.act))
    high, low = (one, two) if measure[0] >= measure[1] else (two, one)
    side = None if measure[0] == measure[1] else high.told.side
    yield both.differ("strength", grade, side, _stronger(high, low, by_act=acts is not None))


def _stronger(high: Passage, low: Passage, by_act: bool) -> str:
    words = account_rules().words
    sides = {"side": high.told.side, "other": low.told.side}
    if by_act:
        return words.strength.format(**sides, act=_act(high), other_act=_act(low))
    return words.undertaking.format(**sides, value=high.strength, other_value=low.strength)


def _act(passage: Passage) -> str:
    return passage.told.act.replace("_", " ")


def _attribution(both: Both) -> Iterator[Difference]:
    one, two = both.one.told, both.two.told
    if set(one.voices) == set(two.voices) or not one.voices or not two.voices:
        return
    bound = any(GROUP_OF.get(told.act) == "COMMIT" and len(told.voices) > 1 for told in (one, two))
    own = any(told.own_voice for told in (one, two))
    grade: Grade = "substantive" if bound and not own else "notable" if bound or not own else "wording"
    if both.foretold:
        grade = "wording"
    elif both.ahead and grade == "substantive":
        grade = "notable"
    why = account_rules().words.attribution.format(
        first=one.side, voices=_voices(both.one), second=two.side, other_voices=_voices(both.two)
    )
    joint = [told.side for told in (one, two) if len(told.voices) > 1]
    yield both.differ("attribution", grade, joint[0] if len(joint) == 1 else None, why)


def _voices(passage: Passage) -> str:
    words, told = account_rules().words, passage.told
    codes = ", ".join(told.voices)
    if len(told.voices) > 1:
        return words.joint.format(codes=codes)
    return (words.own if told.own_voice else words.one).format(codes=codes)


def _numbers(both: Both) -> Iterator[Difference]:
    """Yield the first thing of which the two give other numbers and none in common."""
    ours, theirs = both.one.words.numbers, both.two.words.numbers
    for one in ours:
        alike = [two for two in theirs if one.nouns & two.nouns]
        if alike and all(two.value != one.value for two in alike):
            why = account_rules().words.number.format(
                first=both.one.told.side,
                value=one.words,
                noun=one.noun,
                second=both.two.told.side,
                other_value=alike[0].words,
                other_noun=alike[0].noun,
            )
            yield both.differ("scope_or_number", "substantive", None, why)
            return


def _scope(both: Both) -> Iterator[Difference]:
    rules = account_rules()
    one, two = ((_counted(p, rules.whole.words), _counted(p, rules.part.words)) for p in (both.one, both.two))
    for wide, narrow in ((one[0], two[1]), (two[0], one[1])):
        for noun in sorted(wide.keys() & narrow.keys()):
            ours, theirs = (wide, narrow) if wide is one[0] else (narrow, wide)
            why = rules.words.scope.format(
                first=both.one.told.side,
                value=ours[noun],
                second=both.two.told.side,
                other_value=theirs[noun],
            )
            yield both.differ("scope_or_number", "notable", None, why)
            return


def _counted(passage: Passage, words: frozenset[str]) -> dict[str, str]:
    """Return by its root each noun before which one of ``words`` stands, with both words."""
    found = {}
    pattern = rf"\b({'|'.join(sorted(words))}) (?:the )?([a-z]{{3,30}})(?: ([a-z]{{3,30}}))?"
    for match in re.finditer(pattern, passage.words.folded):
        for noun in match.groups()[1:]:
            if noun:
                found[root(noun)] = match.group()
    return found


def _times(both: Both) -> Iterator[Difference]:
    """Yield a difference where both give dates of which none fit, or only one gives any."""
    rules = account_rules()
    one, two = both.one, both.two
    shown = [_when(passage) for passage in (one, two)]
    if all(shown):
        if _due_apart(one, two) or _moments_apart(one.words.moments, two.words.moments, one.due, two.due):
            grade: Grade = "substantive" if one.due and two.due else "notable"
            why = rules.words.time.format(
                first=one.told.side, value=shown[0], second=two.told.side, other_value=shown[1]
            )
            yield both.differ("time_or_place", grade, None, why)
    elif any(shown) and set(one.told.topics) & set(two.told.topics):
        has, lacks = (one, two) if shown[0] else (two, one)
        why = rules.words.time_alone.format(
            side=has.told.side, value=shown[0] or shown[1], other=lacks.told.side
        )
        yield both.differ("time_or_place", "wording", has.told.side, why)


def _when(passage: Passage) -> str:
    due = [words for _, words in passage.due]
    dates = [moment.words for moment in passage.words.moments if not any(moment.words in w for w in due)]
    return ", ".join(dict.fromkeys([*due, *dates]))


def _due_apart(one: Passage, two: Passage) -> bool:
    """Say whether both undertake within windows that share no day."""
    ours, theirs = ([window for edtf, _ in passage.due if (window := bounds(edtf))] for passage in (one, two))
    if not ours or not theirs:
        return False
    return not any(a[0] <= b[1] and b[0] <= a[1] for a in ours for b in theirs)


def _moments_apart(
    ours: tuple[Moment, ...],
    theirs: tuple[Moment, ...],
    our_due: tuple[tuple[str, str], ...],
    their_due: tuple[tuple[str, str], ...],
) -> bool:
    """Say whether both name dates in words and none of one can be one of the other."""
    if not ours or not theirs or (our_due and their_due):
        return False
    return not any(a.fits(b) for a in ours for b in theirs)


def _places(both: Both) -> Iterator[Difference]:
    ours, theirs = both.one.words.places, both.two.words.places
    if ours and theirs and not _named(both.one, theirs) and not _named(both.two, ours):
        why = account_rules().words.time.format(
            first=both.one.told.side,
            value=", ".join(sorted(name.title() for name in ours)),
            second=both.two.told.side,
            other_value=", ".join(sorted(name.title() for name in theirs)),
        )
        yield both.differ("time_or_place", "notable", None, why)


def _named(passage: Passage, places: frozenset[str]) -> bool:
    return any(place in passage.words.folded for place in places)

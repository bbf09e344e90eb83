"""Two accounts laid side by side: passages and meetings paired, differences typed and graded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Literal

from regesta.model.accounts import GRADES, TYPES, Comparison, Difference, Names, Side, TopicRow
from regesta.model.edtf import bounds
from regesta.model.judgement import Ref
from regesta.resolve.accounts import differing, telling, terms
from regesta.resolve.accounts import meetings as mentions
from regesta.resolve.accounts.aligning import Ground, align, weights
from regesta.resolve.accounts.meetings import Met
from regesta.resolve.accounts.naming import Naming, names_of_states, naming
from regesta.resolve.accounts.passages import Part, Passage, known_words, passages
from regesta.resolve.accounts.topics import Laid, only, order_and_space, rows
from regesta.resolve.accounts.words import root, roots
from regesta.rules.accounts import account_rules
from regesta.rules.cues import plain
from regesta.rules.packs import Pack, applying

_JOINT = "joint text"
_NOBODY = "?"
_ALIKE = 2


def comparisons(
    parts: Sequence[Part], packs: tuple[Pack, ...], meeting: str | None = None, when: str | None = None
) -> tuple[Comparison, ...]:
    """Compare each two of the accounts of one meeting that are not of one side, in order of the sides.

    Where all are of one side, as an announcement and a readout may be, each two are compared.
    """
    listed = sorted(parts, key=_order)
    several = len({_label(one) for one in listed}) > 1
    return tuple(
        compare(one, two, packs, meeting, when)
        for one, two in combinations(listed, 2)
        if _label(one) != _label(two) or not several
    )


def compare(
    one: Part, two: Part, packs: tuple[Pack, ...], meeting: str | None = None, when: str | None = None
) -> Comparison:
    """Compare two accounts; it makes no difference which is named first.

    ``packs`` are all packs loaded; those that apply to the two sides are used. ``meeting`` is the
    id under which the result is filed, ``when`` its days where they are known from elsewhere.
    """
    first, second = sorted((one, two), key=_order)
    labels = _labels(first, second)
    sides = frozenset(code for part in (first, second) for code in _codes(part))
    applied = applying(packs, sides)
    named = naming(applied)
    known = names_of_states(sides, packs) | frozenset(known_words((first, second)))
    cut = tuple(
        passages(part, label, known, named.own) for part, label in zip((first, second), labels, strict=True)
    )
    met = mentions.matched(mentions.mentioned(first, labels[0]), mentions.mentioned(second, labels[1]))
    ground = _ground(cut, met, named)
    pairs = align(cut[0], cut[1], ground)
    laid = Laid((first, second), labels, (cut[0], cut[1]), pairs, named, known)
    told = _sides(laid, met, when)
    listed = rows(laid)
    called = terms.names(
        terms.Account(first, labels[0], cut[0]),
        terms.Account(second, labels[1], cut[1]),
        [(ours, theirs) for ours, theirs, _ in met],
        named,
    )
    differences = tuple(sorted(_differences(laid, listed, met, told, called, ground), key=_gravest))
    aligned = tuple(pairing for _, _, pairing in pairs)
    return Comparison(
        told,
        meeting,
        telling.note(told),
        listed,
        tuple(pairing for _, _, pairing in met),
        differences,
        called,
        telling.summary(told, listed, aligned, differences, called),
    )


def _order(part: Part) -> tuple[str, str, str]:
    document = part.dossier.document
    return _label(part), document.published or "", part.dossier.id


def _label(part: Part) -> str:
    document = part.dossier.document
    if document.kind == "joint_statement":
        return "~" + _JOINT
    return document.side or _NOBODY


def _labels(first: Part, second: Part) -> tuple[str, str]:
    ours, theirs = _label(first).strip("~"), _label(second).strip("~")
    return (ours, theirs) if ours != theirs else (f"{ours} 1", f"{theirs} 2")


def _codes(part: Part) -> Iterator[str]:
    document = part.dossier.document
    yield from (code for code in (document.side, document.counterpart) if code)
    for one in part.dossier.records.meetings:
        yield from one.parties if one.main else ()


def _ground(
    cut: Sequence[Sequence[Passage]], met: Iterable[tuple[Met, Met, object]], named: Naming
) -> Ground:
    spoken: dict[Ref, set[int]] = defaultdict(set)
    for number, (ours, theirs, _) in enumerate(met):
        if ours.main and theirs.main:
            continue  # that both accounts speak of the meeting itself ties no two passages
        for one, listed in ((ours, cut[0]), (theirs, cut[1])):
            for passage in listed:
                if passage.said.overlaps(one.meeting.span):
                    spoken[passage.told.refs[0]].add(number)
    topics = {topic for side in cut for passage in side for topic in passage.told.topics}
    return Ground(
        weights(cut[0], cut[1]),
        frozenset(topic for topic in topics if named.broad(topic)),
        {topic: named.shown(topic) for topic in topics},
        {ref: frozenset(numbers) for ref, numbers in spoken.items()},
        named.own,
    )


def _sides(laid: Laid, met: Sequence[tuple[Met, Met, object]], known: str | None) -> tuple[Side, Side]:
    about = sorted(met, key=lambda row: -(row[0].main + row[1].main))
    told = [known, *(one.meeting.when for pair in about[:1] for one in pair[:2])]
    when = next((days for days in told if days is not None and bounds(days) is not None), None)
    first, second = (_side(part, label, when) for part, label in zip(laid.parts, laid.labels, strict=True))
    return first, second


def _side(part: Part, label: str, when: str | None) -> Side:
    document = part.dossier.document
    return Side(
        label,
        part.dossier.id,
        document.file,
        document.publisher,
        document.kind,
        document.title,
        document.published,
        _phase(document.published, document.kind, when),
    )


def _phase(published: str | None, kind: str, when: str | None) -> Literal["before", "during", "after"] | None:
    """Say when an account came out; on a day of the meeting its kind tells."""
    day, window = bounds(published) if published else None, bounds(when) if when else None
    if day is None or window is None:
        return None
    if day[1] < window[0]:
        return "before"
    if day[0] > window[1]:
        return "after"
    if kind == "announcement":
        return "before"
    return "after" if day[1] >= window[1] else "during"


def _differences(
    laid: Laid,
    listed: Sequence[TopicRow],
    met: Sequence[tuple[Met, Met, object]],
    told: tuple[Side, Side],
    called: Iterable[Names],
    ground: Ground,
) -> Iterator[Difference]:
    ahead = _ahead(told)
    for one, two, _ in laid.pairs:
        topics = [topic for topic in one.told.topics if topic in two.told.topics]
        topic = next(iter([*topics, *one.told.topics, *two.told.topics]), None)
        pair = differing.Both(one, two, topic, ahead)
        yield from differing.differences(pair)
        yield from differing.undertakings(pair, ground, laid.naming.label(topic))
    for ours, theirs, _ in met:
        yield from mentions.facts(ours, theirs)
    alone = list(only(laid, listed, _bare(laid, met)))
    yield from alone
    yield from _meetings_alone(laid, met, alone)
    yield from terms.differences(called, laid.naming)
    yield from order_and_space(laid, listed)


def _ahead(told: tuple[Side, Side]) -> bool:
    """Say whether one account was written before the meeting and the other was not."""
    before = [side.phase == "before" or (side.phase is None and side.kind == "announcement") for side in told]
    return before[0] != before[1]


def _bare(laid: Laid, met: Iterable[tuple[Met, Met, object]]) -> list[Passage]:
    """The passages that say no more than that a meeting is held which both accounts mention."""
    places = [(one.part.dossier.id, one.meeting.span) for pair in met for one in pair[:2]]
    return [
        passage
        for side in laid.passages
        for passage in side
        if passage.bare
        and any(name == passage.told.place.document and passage.span.overlaps(at) for name, at in places)
    ]


def _meetings_alone(
    laid: Laid, met: Iterable[tuple[Met, Met, object]], alone: Sequence[Difference]
) -> Iterator[Difference]:
    """Yield meetings that one account alone mentions, unless a passage that it alone has tells of them."""
    words = account_rules().words
    known = {(one.part.dossier.id, one.meeting.id) for pair in met for one in pair[:2]}
    told = {(place.document, place.span) for one in alone for place in one.places}
    for side, other in ((0, 1), (1, 0)):
        for one in mentions.mentioned(laid.parts[side], laid.labels[side]):
            name = one.part.dossier.id
            if (name, one.meeting.id) in known or one.meeting.when is None:
                continue
            if _occasion(one, laid.parts[other], laid.known):
                continue
            if any(document == name and span.overlaps(one.meeting.span) for document, span in told):
                continue
            if one.meeting.format == "other" and _paired(laid, side, one):
                continue
            why = words.only_meeting.format(
                side=one.label, other=laid.labels[other], meeting=words.formats[one.meeting.format]
            )
            topic = next(iter(one.meeting.topics), None)
            yield Difference("only_in", "notable", one.label, topic, why, (one.place,))


def _paired(laid: Laid, side: int, one: Met) -> bool:
    """Say whether a passage with a counterpart tells of a meeting, so that the event is told twice."""
    return any(pair.of(side).said.overlaps(one.meeting.span) for pair in laid.pairs)


def _occasion(one: Met, other: Part, known: frozenset[str]) -> bool:
    """Say whether the other account names a meeting as the occasion of one that it tells of."""
    dossier = one.part.dossier
    around = [a.span for a in dossier.records.accounts if a.span.overlaps(one.meeting.span)]
    called = " ".join(span.of(dossier.text) for span in (*around, one.meeting.span))
    words = set(roots(plain(called))) - {root(word) for word in known}
    named = (set(roots(plain(m.occasion))) for m in other.dossier.records.meetings if m.occasion)
    return any(len(words & those) >= _ALIKE for those in named)


def _gravest(one: Difference) -> tuple[object, ...]:
    places = tuple((place.span, place.quote) for place in one.places)
    return GRADES.index(one.grade), TYPES.index(one.type), one.topic or "~", one.side or "~", places, one.why

"""Topic by topic: who tells of it, in how much room and in which place, and what one account alone tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from regesta.model.accounts import Difference, Grade, Share, TopicRow
from regesta.model.records import GROUP_OF
from regesta.resolve.accounts.aligning import Pair
from regesta.resolve.accounts.naming import Naming
from regesta.resolve.accounts.passages import Part, Passage
from regesta.rules.accounts import account_rules

_BINDING = frozenset({"COMMIT", "ASK", "OBJECT"})
_WHOLE: str | None = None


@dataclass(frozen=True, slots=True)
class Laid:
    """Two accounts with their passages and the pairs among them."""

    parts: tuple[Part, Part]
    labels: tuple[str, str]
    passages: tuple[Sequence[Passage], Sequence[Passage]]
    pairs: Sequence[Pair]
    naming: Naming
    known: frozenset[str] = frozenset()

    def alone(self, side: int) -> list[Passage]:
        """The passages of one account that have no counterpart."""
        paired = {pair.of(side).told.refs for pair in self.pairs}
        return [one for one in self.passages[side] if one.told.refs not in paired]

    def topics(self, side: int) -> dict[str | None, list[Passage]]:
        """The passages of one account by topic, in order of the text; a passage without takes its twin's."""
        also: Mapping[object, Iterable[str]] = {
            pair.of(side).told.refs: pair.of(1 - side).told.topics for pair in self.pairs
        }
        found: dict[str | None, list[Passage]] = {}
        for passage in self.passages[side]:
            own = passage.told.topics
            more = () if own else also.get(passage.told.refs, ())
            for topic in (*own, *more) or (None,):
                found.setdefault(topic, []).append(passage)
        return found


def rows(laid: Laid) -> tuple[TopicRow, ...]:
    """Return a row for each topic: those of both accounts first, then by the room they have."""
    ours, theirs = laid.topics(0), laid.topics(1)
    shares = [_shares(laid, side, found) for side, found in enumerate((ours, theirs))]
    listed = [
        _row(laid, topic, (ours.get(topic, []), theirs.get(topic, [])), shares)
        for topic in {**ours, **theirs}
    ]
    return tuple(sorted(listed, key=_weight))


def _weight(row: TopicRow) -> tuple[bool, bool, tuple[str, ...], float, str]:
    room = round(sum(share.share for share in row.shares), 6)
    return row.topic is None, len(row.told_by) < 2, row.told_by, -room, row.topic or ""


def _row(
    laid: Laid,
    topic: str | None,
    told: tuple[Sequence[Passage], Sequence[Passage]],
    shares: Sequence[Mapping[str | None, Share]],
) -> TopicRow:
    refs = {passage.told.refs for side in told for passage in side}
    pairs = tuple(
        pairing for one, two, pairing in laid.pairs if one.told.refs in refs or two.told.refs in refs
    )
    paired = {one.refs for pairing in pairs for one in (pairing.first, pairing.second)}
    alone = tuple(one.told for side in told for one in side if one.told.refs not in paired)
    has = [bool(side) or (bool(pairs) and topic is not None) for side in told]
    by = tuple(label for label, here in zip(laid.labels, has, strict=True) if here)
    nothing = [Share(label, topic, 0, 0, 0.0, None) for label in laid.labels]
    room = tuple(found.get(topic, empty) for found, empty in zip(shares, nothing, strict=True))
    return TopicRow(topic, laid.naming.label(topic), by, pairs, alone, (room[0], room[1]))


def _shares(laid: Laid, side: int, found: Mapping[str | None, Sequence[Passage]]) -> dict[str | None, Share]:
    """Return the room of each topic; a passage of several topics counts for each with its part."""
    named = dict.fromkeys((one.told.refs for one in laid.passages[side]), 0)
    for listed in found.values():
        for one in listed:
            named[one.told.refs] += 1
    whole = sum(one.size for one in laid.passages[side]) or 1
    return {
        topic: Share(
            laid.labels[side],
            topic,
            len(listed),
            round(sum(one.size / named[one.told.refs] for one in listed)),
            round(sum(one.size / named[one.told.refs] for one in listed) / whole, 4),
            rank,
        )
        for rank, (topic, listed) in enumerate(found.items(), start=1)
    }


def only(laid: Laid, listed: Iterable[TopicRow], told_of: Iterable[Passage] = ()) -> Iterator[Difference]:
    """Yield what one account tells and the other does not mention: whole topics, then single passages.

    ``told_of`` are passages that say no more than that a meeting is held which both mention.
    """
    aside = {passage.told.refs for passage in told_of}
    silent = {row.topic: row.told_by[0] for row in listed if row.topic and len(row.told_by) == 1}
    for side, other in ((0, 1), (1, 0)):
        alone = [one for one in laid.alone(side) if one.told.refs not in aside]
        label = laid.labels[side]
        for topic in dict.fromkeys(topic for one in alone for topic in one.told.topics):
            if silent.get(topic) == label:
                yield _topic(laid, topic, [one for one in alone if topic in one.told.topics], side, other)
        for one in alone:
            if not any(silent.get(topic) == label for topic in one.told.topics):
                yield _passage(laid, one, side, other)


def _topic(laid: Laid, topic: str, told: Sequence[Passage], side: int, other: int) -> Difference:
    words, naming = account_rules().words, laid.naming
    spoken = topic in _mentioned(laid, other)
    grade: Grade = "notable" if spoken or naming.broad(topic) else "substantive"
    sentence = words.only_topic_words if spoken else words.only_topic
    why = sentence.format(side=laid.labels[side], other=laid.labels[other], topic=naming.label(topic))
    return Difference("only_in", grade, laid.labels[side], topic, why, tuple(one.told.place for one in told))


def _mentioned(laid: Laid, side: int) -> frozenset[str]:
    """The topics for which an account has words anywhere, read or not."""
    part = laid.parts[side]
    named = {term.concept for term in part.dossier.records.terms if part.holds(term.span)}
    kept = [one.span for one in part.dossier.records.accounts if one.fate != "furniture"]
    return frozenset(named & laid.naming.topics.keys()) | frozenset(
        topic for span in kept if part.holds(span) for topic, _ in laid.naming.found(part.dossier.text, span)
    )


def _passage(laid: Laid, one: Passage, side: int, other: int) -> Difference:
    words = account_rules().words
    binding = one.strength > 1 or GROUP_OF.get(one.told.act) in _BINDING
    topic = next(iter(one.told.topics), None)
    sentence = words.only_item_apart if topic is None else words.only_item
    why = sentence.format(side=laid.labels[side], other=laid.labels[other], topic=laid.naming.label(topic))
    grade: Grade = "notable" if binding else "wording"
    return Difference("only_in", grade, laid.labels[side], topic, why, (one.told.place,))


def order_and_space(laid: Laid, listed: Iterable[TopicRow]) -> Iterator[Difference]:
    """Yield the topics of both accounts that have much more room in one, or come far earlier in it.

    Accounts of a few passages have no order to speak of.
    """
    rules = account_rules()
    if min(map(len, laid.passages)) < rules.order.passages:
        return
    for row in listed:
        first, second = row.shares
        if row.topic is None or first.rank is None or second.rank is None:
            continue
        sentence = None
        if abs(first.share - second.share) >= rules.order.share:
            sentence = rules.words.space
            values = f"{first.share:.0%}", f"{second.share:.0%}"
        elif abs(first.rank - second.rank) >= rules.order.rank and 1 in (first.rank, second.rank):
            sentence, values = rules.words.ranks, (f"{first.rank}.", f"{second.rank}.")
        if sentence is not None:
            why = sentence.format(
                topic=row.label, first=first.side, second=second.side, value=values[0], other_value=values[1]
            )
            more = first.side if first.share >= second.share else second.side
            places = tuple(laid.topics(side)[row.topic][0].told.place for side in (0, 1))
            yield Difference("order_and_space", "wording", more, row.topic, why, places)

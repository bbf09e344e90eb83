"""Where each difference of a comparison is told: with its topic, with its passages, or by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from regesta.model.accounts import Comparison, Difference, Told, TopicRow
from regesta.model.finding import Place


@dataclass(frozen=True, slots=True)
class Beside:
    """A passage and its counterpart, None where the other account has none, with their differences.

    ``bare``: no difference speaks of it, though both accounts have the topic.
    """

    first: Told
    second: Told | None
    differences: tuple[Difference, ...]
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A topic: the differences that concern it as a whole, and its passages, those of both first."""

    row: TopicRow
    whole: tuple[Difference, ...]
    passages: tuple[Beside, ...]


@dataclass(frozen=True, slots=True)
class Laid:
    """A comparison laid out: each difference once, but for those between names, which stand in no topic.

    ``rest`` belong to no passage: dates, places, counts, other meetings.
    """

    topics: tuple[Placed, ...]
    rest: tuple[Difference, ...]


def laid_out(found: Comparison) -> Laid:
    """Return a comparison with each difference in its place."""
    page = _Page(found)
    topics = tuple(page.topic(row) for row in found.topics)
    return Laid(topics, page.rest())


class _Page:
    """What is laid out of a comparison, with the differences that have found their place already."""

    def __init__(self, found: Comparison) -> None:
        self.found = found
        self._told: set[int] = set()
        self._differing = {place for one in found.differences for place in one.places}

    def topic(self, row: TopicRow) -> Placed:
        whole = tuple(self._of_topic(row))
        pairs = [
            Beside(pair.first, pair.second, tuple(self._between(row, pair.first, pair.second)))
            for pair in row.pairs
        ]
        alone = [
            Beside(
                told,
                None,
                tuple(self._between(row, told)),
                told.place not in self._differing and len(row.told_by) > 1,
            )
            for told in row.alone
        ]
        return Placed(row, whole, (*pairs, *alone))

    def rest(self) -> tuple[Difference, ...]:
        return tuple(
            one
            for number, one in enumerate(self.found.differences)
            if number not in self._told and one.type != "term"
        )

    def _of_topic(self, row: TopicRow) -> Iterator[Difference]:
        for number, one in enumerate(self.found.differences):
            whole = one.type == "order_and_space" or (one.type == "only_in" and one.side in row.told_by[:1])
            if one.topic != row.topic or not whole or row.topic is None:
                continue
            alone = len(row.told_by) == 1 and set(one.places) <= _places(row)
            if alone or one.type == "order_and_space":
                self._told.add(number)
                yield one

    def _between(self, row: TopicRow, *told: Told) -> Iterator[Difference]:
        """Yield the differences all of whose words lie in these passages, each once.

        Of one under another topic of theirs that is told apart, the turn comes later.
        """
        later = {topic for one in told for topic in one.topics} - {row.topic}
        for number, one in enumerate(self.found.differences):
            inside = all(any(_within(place, each.place) for each in told) for place in one.places)
            if number in self._told or one.type == "term" or not one.places or not inside:
                continue
            if one.topic not in later:
                self._told.add(number)
                yield one


def _within(place: Place, other: Place) -> bool:
    return place.document == other.document and other.span.contains(place.span)


def _places(row: TopicRow) -> set[Place]:
    paired = (told for pair in row.pairs for told in (pair.first, pair.second))
    return {told.place for told in (*row.alone, *paired)}

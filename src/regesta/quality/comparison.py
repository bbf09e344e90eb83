"""One document beside its gold: which items are answered, which are missed, what is too much."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, NamedTuple

from regesta.model.reading import Reading
from regesta.model.records import Commitment
from regesta.quality.gold import CommitmentItem, Gold
from regesta.quality.pairing import I, R, Spanned, left_open, pairs
from regesta.quality.tally import Mistake, Score
from regesta.quality.values import Sides


class Answers(NamedTuple, Generic[I, R]):
    """The items of one kind with the records that answer them, and all records that are counted."""

    pairs: list[tuple[I, R]]
    asked: int
    counted: list[R]


class Comparison:
    """One document, its gold, and the score that they come to."""

    def __init__(self, gold: Gold, reading: Reading) -> None:
        """Nothing is compared yet. All needles of ``gold`` must occur in the text of ``reading``."""
        self.gold, self.text, self.records = gold, reading.page.text, reading.records
        self.sides = Sides(gold)
        self.score = Score(documents=1)

    def answers(
        self,
        kind: str,
        items: Sequence[I],
        found: Sequence[R],
        alike: Callable[[I, R], int],
        same: Callable[[I, R], bool] | None = None,
    ) -> Answers[I, R]:
        """Pair ``items`` with records, count them as ``KIND found``, and note what differs.

        ``same`` says of an item and a record that stand apart whether they are one all the same.
        Records at the optional places of the gold, and declared intents, count only if they answer.
        """
        paired = pairs(self.text, items, found, alike)
        if same is not None:
            paired += _apart(items, found, paired, same)
        answered, used = {id(item) for item, _ in paired}, {id(read) for _, read in paired}
        missed = [item for item in items if id(item) not in answered and _owed(item)]
        extra = [read for read in found if id(read) not in used and not self._open(kind, read)]
        asked, measure = len(paired) + len(missed), f"{kind} found"
        self.score.count(measure, len(paired), asked, len(paired) + len(extra))
        for item in missed:
            self.mistake(measure, "missed", item.needle, None)
        for read in extra:
            self.mistake(measure, "not in the gold", None, read)
        kept = used | {id(read) for read in extra}
        return Answers(paired, asked, [read for read in found if id(read) in kept])

    def mistake(self, measure: str, error: str, asked: str | None, found: Spanned | None) -> None:
        """Note that something is not as the gold has it."""
        words = None if found is None else _line(found.span.of(self.text))
        self.score.mistakes.append(Mistake(measure, self.gold.file, error, asked and _line(asked), words))

    def _open(self, kind: str, read: R) -> bool:
        if isinstance(read, Commitment) and read.strength == 1:
            return True
        return left_open(self.text, read, self.gold.optional.get(kind, ()))


def _owed(item: object) -> bool:
    return item.owed if isinstance(item, CommitmentItem) else True


def _apart(
    items: Sequence[I], found: Sequence[R], paired: Sequence[tuple[I, R]], same: Callable[[I, R], bool]
) -> list[tuple[I, R]]:
    """Pair what is left, in order, by what it says instead of by where it stands."""
    answered, used = {id(item) for item, _ in paired}, {id(read) for _, read in paired}
    left = [read for read in found if id(read) not in used]
    more = []
    for item in items:
        if id(item) in answered:
            continue
        other = next((read for read in left if same(item, read)), None)
        if other is not None:
            more.append((item, other))
            left = [read for read in left if read is not other]
    return more


def _line(words: str) -> str:
    return " ".join(words.split())

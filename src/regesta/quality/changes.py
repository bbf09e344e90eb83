"""What a change of rules gains and loses: the records of two runs, document by document.

A record is the same one while it keeps its kind and half of its words where they stood; in a text
that is itself another now, also while it keeps all its words elsewhere. Among several that could be
it, the one that says most of the same is; then the one that holds most of its words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from regesta.quality.runs import Record, Run

ID, WORDS = "id", "words"


@dataclass(frozen=True, slots=True)
class Change:
    """A record that is not as it was; ``before`` or ``after`` is None where there is none."""

    file: str
    before: Record | None
    after: Record | None

    @property
    def sort(self) -> str:
        """``gained``, ``lost`` or ``changed``."""
        return "gained" if self.before is None else "lost" if self.after is None else "changed"

    @property
    def record(self) -> Record:
        """The record as it is now, or as it was last."""
        one = self.after or self.before
        assert one is not None, "a change is of a record"
        return one

    @property
    def fields(self) -> dict[str, tuple[Any, Any]]:
        """What says something else, from what to what, of the fields that both have.

        The id follows from the rest: it is given only where it alone differs.
        """
        if self.before is None or self.after is None:
            return {}
        one, other = self.before.says, self.after.says
        names = [name for name in one if name in other and one[name] != other[name]]
        found = {name: (one[name], other[name]) for name in names}
        if self.before.quote != self.after.quote:
            found[WORDS] = (self.before.quote, self.after.quote)
        return found if found.keys() <= {ID} else {name: found[name] for name in found if name != ID}


def changes(before: Run, after: Run) -> Iterator[Change]:
    """The changes in the documents that both runs have, in the order of the texts."""
    for file in after.documents:
        if file in before.documents:
            yield from _between(file, before.documents[file], after.documents[file])


def apart(before: Run, after: Run) -> tuple[list[str], list[str]]:
    """The documents that only the earlier run has, and those that only the later has."""
    one, other = before.documents, after.documents
    return [file for file in one if file not in other], [file for file in other if file not in one]


def _between(file: str, before: Sequence[Record], after: Sequence[Record]) -> list[Change]:
    gone, new = _left(before, after), _left(after, before)
    was, now = dict(enumerate(gone)), dict(enumerate(new))
    found = []
    moved = _digest(before) != _digest(after)
    for _, _, at, other in sorted(_candidates(gone, new, moved)):
        if at in was and other in now:
            found.append(Change(file, was.pop(at), now.pop(other)))
    found += [Change(file, record, None) for record in was.values()]
    found += [Change(file, None, record) for record in now.values()]
    return sorted((one for one in found if one.sort != "changed" or one.fields), key=_place)


def _left(some: Sequence[Record], others: Sequence[Record]) -> list[Record]:
    """The records of ``some`` that are not, as they are, among ``others``."""
    there = list(others)
    left = []
    for record in some:
        if record in there:
            there.remove(record)
        else:
            left.append(record)
    return left


def _digest(records: Sequence[Record]) -> object:
    return next((one.says.get("sha256") for one in records if one.kind == "document"), None)


def _candidates(
    gone: Sequence[Record], new: Sequence[Record], moved: bool
) -> Iterator[tuple[int, int, int, int]]:
    """Pairs of records that may be one, the likeliest least."""
    for at, one in enumerate(gone):
        for other, two in enumerate(new):
            if one.kind == two.kind and (_same_place(one, two) or (moved and one.quote == two.quote)):
                alike = sum(value == two.says.get(name) for name, value in one.says.items())
                yield -alike, -_shared(one, two), at, other


def _same_place(one: Record, other: Record) -> bool:
    shorter = min(one.span.end - one.span.start, other.span.end - other.span.start)
    return 2 * _shared(one, other) >= shorter


def _shared(one: Record, other: Record) -> int:
    """How many characters two records share."""
    return max(0, min(one.span.end, other.span.end) - max(one.span.start, other.span.start))


def _place(change: Change) -> tuple[int, int, str]:
    span = change.record.span
    return span.start, span.end, change.record.kind

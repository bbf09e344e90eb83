"""How much may come out of one file that holds several, however it is nested."""

from __future__ import annotations

from dataclasses import dataclass, field

from regesta.model.finding import RegestaError
from regesta.reading.media import LIMIT, megabytes

MEMBERS = 10_000
TOTAL = 2**30
RATIO = 200
DEPTH = 3
_SMALL = 2**20


@dataclass(slots=True)
class Budget:
    """What is left for a file and all that is packed in it.

    ``limit`` are the bytes that one document may have, ``total`` those of all together, unpacked;
    ``members`` how many documents there may be; ``passed`` the bytes of what is passed over.
    """

    limit: int = LIMIT
    total: int = TOTAL
    members: int = MEMBERS
    passed: int = 16 * TOTAL
    _names: dict[str, int] = field(default_factory=dict)

    def member(self, where: str) -> None:
        """Count one more document. Raises :class:`RegestaError` where there are too many."""
        self.members -= 1
        if self.members < 0:
            raise RegestaError(f"{where}: it holds more than {MEMBERS:,} documents; split it.")

    def take(self, size: int, where: str) -> None:
        """Count unpacked bytes. Raises :class:`RegestaError` where there are too many."""
        self.total -= size
        if self.total < 0:
            raise RegestaError(f"{where}: unpacked it has more than {megabytes(TOTAL)}; split it.")

    def pass_over(self, size: int, where: str) -> None:
        """Count bytes that are passed over. Raises :class:`RegestaError` where there are too many."""
        self.passed -= size
        if self.passed < 0:
            raise RegestaError(f"{where}: unpacked it has more than {megabytes(16 * TOTAL)}; split it.")

    def named(self, name: str) -> str:
        """Return a name that no other document of the file has: a second "a.txt" is "a.txt (2)"."""
        count = self._names[name] = self._names.get(name, 0) + 1
        return name if count == 1 else f"{name} ({count})"


def check_ratio(packed: int, unpacked: int, where: str) -> None:
    """Raise :class:`RegestaError` for what swells beyond any text when it is unpacked."""
    if unpacked > _SMALL and unpacked > RATIO * max(packed, 1):
        times = unpacked // max(packed, 1)
        raise RegestaError(f"{where}: unpacked it swells {times:,} times, as no text does; leave it out.")

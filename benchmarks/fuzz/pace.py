"""What a text may cost: the time of ordinary texts of its size, by class of size."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from statistics import median

SAMPLES = 9
SMALLEST, LARGEST = 6, 18  # powers of two: 64 to 262,144 characters


def size_class(length: int) -> int:
    """Return the power of two at or below ``length``, within the bounds that are measured."""
    return max(SMALLEST, min(LARGEST, length.bit_length() - 1))


class Pace:
    """The seconds a character that ordinary texts take, by class of size, measured when first asked.

    ``texts`` are ordinary ones; ``seconds`` reads a text and returns the processor time it took.
    """

    def __init__(self, texts: Sequence[str], seconds: Callable[[str], float], chance: Random) -> None:
        self._texts, self._seconds, self._chance = texts, seconds, chance
        self._usual: dict[int, float] = {}

    def share(self, text: str, taken: float) -> float:
        """Return how many times its share a text took: 1.0 is what ordinary texts of its size take."""
        return taken / self.usual(len(text)) / max(len(text), 1 << SMALLEST)

    def usual(self, length: int) -> float:
        """Return the median seconds a character of ordinary texts of this size."""
        size = size_class(length)
        if size not in self._usual:
            tries = SAMPLES if size < 16 else 3
            drawn = [self._ordinary(3 * 2**size // 2) for _ in range(tries)]
            self._usual[size] = median(self._seconds(one) / len(one) for one in drawn)
        return self._usual[size]

    def _ordinary(self, length: int) -> str:
        """Paragraphs of ordinary texts, from a place drawn by chance, up to ``length`` characters."""
        found = ""
        while len(found) < length:
            paragraphs = self._chance.choice(self._texts).split("\n\n")
            found += "\n\n".join(paragraphs[self._chance.randrange(len(paragraphs)) :]).strip() + "\n\n"
        return found[:length]

"""What a word may be part of, by its letters alone: looked up once for each word as printed.

A sentence in which no word is a sign of something need not be searched for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from regesta.mentions.tokens import Token

_MOST = 1 << 16


class Signs(dict[str, int]):
    """For each word as printed the bits of what it may be part of; worked out when a word is first seen.

    So many words are kept that a batch rarely meets the limit; then they are worked out afresh.
    """

    def __init__(self, tests: Iterable[tuple[int, re.Pattern[str]]]) -> None:
        """Each bit is that of words, in lower case, in which its pattern stands somewhere."""
        super().__init__()
        self._tests = tuple((bit, test.search) for bit, test in tests)

    def __missing__(self, text: str) -> int:
        """Work out what ``text`` may be part of."""
        if len(self) >= _MOST:
            self.clear()
        low = text.lower().replace("‑", "-")
        bits = 0
        for bit, search in self._tests:
            bits |= bit if search(low) else 0
        self[text] = bits
        return bits

    def of(self, toks: Iterable[Token]) -> int:
        """Return the bits of all that some of the words may be part of."""
        bits = 0
        for tok in toks:
            bits |= self[tok.text]
        return bits

"""The readout into which the example sentences of verbs are set; ``data/examples.yml`` holds its words."""

from __future__ import annotations

import re
from functools import cache

from regesta.rules.base import Strict, read_rules
from regesta.rules.packs import Pack

_STANDS_FOR = re.compile(r"\b(?:A1|A2|XA|XB)\b")


class Frame(Strict):
    """Two invented sides and the lead of a readout about them. See the head of ``examples.yml``."""

    pack: Pack
    names: dict[str, str]
    side: str
    lead: str

    def around(self, sentence: str) -> str:
        """Return the readout that ends with ``sentence``; A1, A2, XA and XB become names."""
        return f"{self.lead}{_STANDS_FOR.sub(lambda found: self.names[found[0]], sentence)}\n"


@cache
def frame() -> Frame:
    """Return the shipped readout, read once."""
    return read_rules("examples.yml", Frame)

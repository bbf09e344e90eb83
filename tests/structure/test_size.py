"""Long texts: each would hang if any step were worse than linear."""

from __future__ import annotations

import pytest

from regesta.structure import outline
from tests.structure.pages import check_tiling, page

_LONG = "Both ministers valued the progress made on the northern ports of Karvia."
_TURN = "The ministers spoke of ports and of roads.\nThe ministers spoke of tin and of ore.\n"
_LINE = "The ministers met at 5 p.m. in Lunden, D.C. Mr. Tesk spoke of ports. "

LONG = {
    "one line of prose": _LINE * 30_000,
    "one word": "x" * 2_000_000,
    "full stops": "." * 500_000,
    "full stops apart": ". " * 300_000,
    "brackets": "(" * 500_000 + ")" * 500_000,
    "closing brackets": ".)" * 300_000,
    "a full stop and spaces": "End." + " " * 1_000_000 + "x",
    "short lines": "x\n" * 30_000,
    "numbered lines": "".join(f"{n % 90}. Ports\n" for n in range(30_000)),
    "initials": "A. " * 200_000,
    "bullets of all kinds": "• x\n– y\n(1) z\n(a) w\n" * 8_000,
    "the same paragraph": f"{_LONG}\n" * 8_000,
    "two paragraphs in turn": _TURN * 8_000,
    "blank lines": "\n" * 500_000 + "x",
    "short headings": "Ports\n\n" * 15_000 + "They met.",
    "leads": "They agreed to:\n" * 20_000,
}


@pytest.mark.parametrize("name", LONG)
def test_a_long_text_is_read_to_its_end(name: str) -> None:
    made = page(LONG[name])
    check_tiling(made, outline(made))

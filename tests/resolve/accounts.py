"""Two sides' accounts of one meeting of invented states, read as any document is."""

from __future__ import annotations

from pathlib import Path

from regesta.engine.read import read_document
from regesta.model.accounts import Comparison, Difference
from regesta.model.document import Source
from regesta.model.links import Dossier
from regesta.reading import read_bytes
from regesta.resolve.accounts import Part, compare
from regesta.rules.packs import packs_with

PACK = Path(__file__).parents[1] / "gold" / "pack.yml"
OURS = (
    "Arvania-Brevonia Foreign Ministers’ Meeting\n\n"
    "On 4 May 2031, Foreign Minister Oto Lind of Arvania met Foreign Minister Rada Oyelu of Brevonia "
    "in Halden.\n\n"
)
THEIRS = (
    "Talks of Foreign Minister Rada Oyelu\n\n"
    "On May 4, 2031, Foreign Minister Rada Oyelu of Brevonia held talks in Halden with Foreign "
    "Minister Oto Lind of Arvania.\n\n"
)
AHEAD = (
    "Comment on the visit of Foreign Minister Rada Oyelu to Arvania\n\n"
    "On May 4, 2031, Foreign Minister Rada Oyelu will hold talks with Foreign Minister Oto Lind in "
    "Halden.\n\n"
)


def account(text: str, side: str, published: str | None = None) -> Part:
    """What ``side`` publishes, read with the pack of the tests."""
    name = {"XA": "Arvania", "XB": "Brevonia"}[side]
    day = published or ("2031-05-05" if side == "XA" else "2031-05-06")
    known = Source(
        file=f"{side}-{day}.txt", publisher=f"Foreign Ministry of {name}", country=side, published=day
    )
    read = read_document(read_bytes(text.encode(), known.file or "", known), topics=(PACK,))
    return Part(Dossier(f"d-{side}-{day}", read.document, read.records, text))


def compared(ours: str, theirs: str, *, ahead: bool = False) -> Comparison:
    """Arvania's readout of ``ours`` beside Brevonia's of ``theirs``, which may be an announcement."""
    other = account((AHEAD if ahead else THEIRS) + theirs, "XB", "2031-05-02" if ahead else None)
    return compare(account(OURS + ours, "XA"), other, packs_with((PACK,)))


def told(found: Comparison, type_: str) -> list[Difference]:
    """The differences of one type."""
    return [one for one in found.differences if one.type == type_]

"""Accounts between the invented states Arvania (XA) and Brevonia (XB), read as the program reads them."""

from __future__ import annotations

from pathlib import Path

from regesta.engine.read import read_document
from regesta.ledger import document_id_of
from regesta.model.document import Source
from regesta.model.links import Dossier, Followed, Joined, Links
from regesta.model.reading import Reading
from regesta.reading import read_bytes

PACK = Path(__file__).parents[1] / "gold" / "pack.yml"
NAMES = {"XA": "Ministry of Foreign Affairs of Arvania", "XB": "Ministry of Foreign Affairs of Brevonia"}
MET = (
    "Arvania-Brevonia Foreign Ministers’ Meeting\n\nOn {}, Mr. Oto Lind, Minister for Foreign Affairs of"
    " Arvania, held a meeting with Ms. Rada Oyelu, Minister of Foreign Affairs of Brevonia, in Halden.\n\n"
)


def read(text: str, day: str | None, side: str = "XA", **more: str) -> Reading:
    """A text of the ministry of ``side``, published on ``day``."""
    source = Source(publisher=NAMES[side], country=side, published=day, file=f"{side}-{day}.txt", **more)
    return read_document(read_bytes(text.encode(), source.file or "", source), topics=(PACK,))


def paper(text: str, day: str | None, side: str = "XA") -> Dossier:
    """The same as the resolver sees it."""
    reading = read(text, day, side)
    return Dossier(document_id_of(reading), reading.document, reading.records, reading.page.text)


def together(links: Links, *papers: Dossier) -> list[Joined]:
    """The meetings that every one of these papers mentions."""
    wanted = {one.id for one in papers}
    return [one for one in links.meetings if wanted <= {ref.document for ref in one.members}]


def promise(links: Links, words: str) -> Followed:
    """The one commitment or request in whose words these stand."""
    [found] = [one for one in (*links.commitments, *links.requests) if words in one.place.quote]
    return found

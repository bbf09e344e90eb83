"""Readouts of invented states made by chance, and what any reading of any text must keep to."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

from benchmarks.fuzz.holds import complaints
from regesta.engine.read import read_document
from regesta.export import record
from regesta.model.document import Source
from regesta.model.reading import Reading
from regesta.reading import read_bytes

PACK = Path(__file__).parent / "gold" / "pack.yml"
GIVEN = Source(publisher="Ministry of Foreign Affairs of Arvania", country="XA", published="2031-05-05")
LEAD = (
    "Arvania-Brevonia Foreign Ministers’ Meeting\n"
    "5 May 2031\n\n"
    "Foreign Minister Oto Lind of Arvania met Foreign Minister Rada Oyelu of Brevonia in Halden "
    "on 4 May 2031.\n"
)
SENTENCES = (
    "Minister Lind stressed the importance of the ferry line and urged Brevonia to open the port.",
    "The two ministers agreed to hold the third round of consular consultations in June 2031.",
    "In response, Minister Oyelu said that the lists would be handed over by the end of the year.",
    "Both sides welcomed the progress of the working group, with Brevonia noting its own efforts.",
    "She also expressed concern about the Kestrel Shoals.",
    "The meeting lasted 50 minutes.",
    "He did not accept the proposal, which had been made at the summit in Lunden last year.",
    "It was agreed that experts will meet before the visit of President Haldvik.",
    "We hope that the talks will go on.",
    "Snow fell on the harbour.",
)
ODD = (
    "1.", "(2)", "(ii)", "•", "–", "□ ", "###", "...", "U.S.", "p.m.", "“Yes.”", "?", "(", ")", ",,,", "and",
    "agreed", "The two sides agreed to:", "Minister Lind:", "Question:", "H.E. Mr.", "4 May", "with", "that",
    "\u202e", "\u202c", "\u200b", "\u00a0", "\u2028", "\x0b", "\x00", "\x1b[31m", "é" * 3, "𝔄𝔯𝔳", "外务部",
    "<script>agreed()</script>", "&nbsp;", "x" * 200, "A." * 30, "((((", "’s", "’",
)  # fmt: skip
TEXTS = st.lists(
    st.tuples(st.sampled_from([*SENTENCES, *ODD]), st.sampled_from([" ", " ", "\n", "\n\n", ""])), max_size=25
).map(lambda parts: LEAD + "\n" + "".join(words + space for words, space in parts))
FURNITURE = (
    "photo: The two ministers before the talks",
    "Back to Arvania-Brevonia Relations",
    "Share this page",
    "Advanced settings",
    "© 2031 Ministry of Foreign Affairs of Arvania",
)


def read(text: str | bytes, name: str = "readout.txt") -> Reading:
    """Read ``text`` as a file of the Ministry of Foreign Affairs of Arvania."""
    raw = text if isinstance(text, bytes) else text.encode()
    return read_document(read_bytes(raw, name, GIVEN), topics=(PACK,))


def found(reading: Reading) -> list[tuple[object, ...]]:
    """What was read, without ids and places: kind, words and values of each record, in order."""
    listed = record.records(reading.records, reading.page.text)
    places = ("id", "span", "also", "first", "again", "content", "verb_span", "what_span", "statement_id")
    return [
        (kind, *(_words(value) for key, value in item.items() if key not in places))
        for kind, items in listed.items()
        for item in items
    ]


def _words(value: object) -> object:
    return " ".join(value.split()) if isinstance(value, str) else value


def check(reading: Reading) -> None:
    """Assert what holds for every reading: quotes are exact, ids are single, nothing is lost."""
    assert list(complaints(reading)) == []

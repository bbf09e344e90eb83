"""The gold read and scored: every document once, gathered by publisher and as a whole."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from regesta.model.reading import Reading
from regesta.quality import Gold, Score, locate, read_gold, read_gold_texts, score_all, texts_of_gold

HERE = Path(__file__).parent
ALL = "all"


@cache
def documents() -> dict[str, tuple[Gold, Reading]]:
    """The gold of each document and what the whole reader makes of its text, by file name."""
    texts = locate(HERE / "gold", None, None)
    paired = texts_of_gold(texts, read_gold(HERE / "gold"))
    return {gold.file: (gold, reading) for gold, reading in read_gold_texts(paired, texts.packs)}


@cache
def scores() -> dict[str, Score]:
    """The scores of all documents together and of each publisher."""
    whole, publishers = score_all(documents().values())
    return {ALL: whole, **publishers}

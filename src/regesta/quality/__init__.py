"""How well the reader reads: its records beside gold, and beside what it read before."""

from regesta.quality.confidence import Bin, bins
from regesta.quality.gold import Gold, GoldFile, GoldFolder, only, parse_gold, read_gold
from regesta.quality.measures import in_order, of_kind
from regesta.quality.scoring import score, score_all
from regesta.quality.tally import Mistake, Score, Tally
from regesta.quality.texts import Text, Texts, all_texts, locate, read_gold_texts, texts_of_gold

__all__ = [
    "Bin",
    "Gold",
    "GoldFile",
    "GoldFolder",
    "Mistake",
    "Score",
    "Tally",
    "Text",
    "Texts",
    "all_texts",
    "bins",
    "in_order",
    "locate",
    "of_kind",
    "only",
    "parse_gold",
    "read_gold",
    "read_gold_texts",
    "score",
    "score_all",
    "texts_of_gold",
]

"""How well the reader reads: its records beside gold, and beside what it read before."""

from regesta.quality.changes import Change, apart, changes
from regesta.quality.confidence import Bin, bins
from regesta.quality.gold import Gold, parse_gold
from regesta.quality.gold_files import GoldFile, GoldFolder, only, read_gold
from regesta.quality.measures import in_order, of_kind
from regesta.quality.runs import Record, Run, lines, read_run, run_of
from regesta.quality.scoring import score, score_all
from regesta.quality.tally import Mistake, Score, Tally
from regesta.quality.texts import Text, Texts, all_texts, locate, only_texts, read_gold_texts, texts_of_gold

__all__ = [
    "Bin",
    "Change",
    "Gold",
    "GoldFile",
    "GoldFolder",
    "Mistake",
    "Record",
    "Run",
    "Score",
    "Tally",
    "Text",
    "Texts",
    "all_texts",
    "apart",
    "bins",
    "changes",
    "in_order",
    "lines",
    "locate",
    "of_kind",
    "only",
    "only_texts",
    "parse_gold",
    "read_gold",
    "read_gold_texts",
    "read_run",
    "run_of",
    "score",
    "score_all",
    "texts_of_gold",
]

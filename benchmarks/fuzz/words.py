"""The words that texts are made of: those of the rule files, and what breaks readers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from random import Random
from typing import Any

import yaml

LONGEST = 80
NAMES = (
    "Oto Lind", "Rada Oyelu", "Li Wen", "Mohamed bin Sadar Al Katib", "J. R. d’Arvil-Brenn", "Haldvik",
    "Arvania", "Brevonia", "the Republic of Tolmark", "Japan", "the Russian side", "the U.S.", "EU",
)  # fmt: skip
ODD = (
    "", " ", "\n", "\n\n", "\r\n", "\t", "\u00a0", "\u2028", "\x0b", "\x0c", "\x00", "\x1b[31m",
    "\ufeff", "\u200b", "\u200d", "\u202e", "\u202c", "\u2066", "\u0301" * 5, "𝔄𝔯𝔳", "外务部",
    "제2차 회담", "وزير", "İ", "ß", "ﬁ", "Ǆ", "²", "½", "٣", "Ⅳ", "😀", "\ufffd", "\U0010fffe", "…",
    "•", "–", "—", "□", "※", "###", "(", ")", "((((", "))))", "[", "]", "“", "”", "‘", "’", '"',
    "'", "’s", ",", ",,,", ";", ":", ".", "...", "?!", "/", "|", " | ", "\t|\t", "<b>", "</p>",
    "&nbsp;", "http://a.bc/d?e=f", "a@b.cd", "1.", "1.2.3.", "(1)", "(iv)", "a)", "No.", "U.S.",
    "p.m.", "H.E.", "Mr.", "St.", "D.C.", "A." * 30, "$1.5 million", "50%", "12:30", "24:99",
    "0000", "9999", "31 June", "29 February 2031", "00/00/0000", "December 31, 9999",
    "Reiwa 99", "XXXX",
)  # fmt: skip
JOINTS = (
    "that", "to", "and", "with", "by", "on", "of", "which", "as well as", "not", "had", "would",
    "will", "was", "the two sides", "both ministers", "he", "they", "we", "the former",
    "his counterpart", "respectively", "in response", "it was", "there was", "agreed to:",
    "as follows:", "Question:", "Minister Lind:",
)  # fmt: skip

Lexicon = Mapping[str, Sequence[str]]


def lexicon() -> Lexicon:
    """Return every short string of the rule files by file, with the odd ones beside them."""
    found: dict[str, Sequence[str]] = {"names": NAMES, "odd": ODD, "joints": JOINTS}
    for file in sorted(files("regesta.rules.data").iterdir(), key=lambda one: one.name):
        if file.name.endswith(".yml"):
            every = dict.fromkeys(_strings(yaml.safe_load(file.read_text("utf-8"))))
            found[file.name] = [words for words in every if 0 < len(words) <= LONGEST]
    table = files("regesta.rules.data").joinpath("places.tsv").read_text("utf-8")
    found["places"] = [row.split("\t")[0] for row in table.splitlines()[1::97]]
    return found


def _strings(value: Any) -> Iterator[str]:
    """Yield every string of a nest of lists and mappings, keys too."""
    if isinstance(value, str):
        yield value.replace("«", "").replace("»", "")
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _strings(key)
            yield from _strings(inner)
    elif isinstance(value, Sequence):
        for inner in value:
            yield from _strings(inner)


def word(chance: Random, known: Lexicon) -> str:
    """Return a word or phrase of any sort; each sort is as likely as the next."""
    return chance.choice(known[chance.choice(list(known))])

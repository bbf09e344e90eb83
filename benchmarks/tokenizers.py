"""The whole reader beside the bare tokenizer of spaCy, which only cuts words, on the same texts and one core.

    python -m benchmarks.tokenizers [FOLDER …]

Prints texts a second of each, hot, the fastest of three passes. Without spaCy (`pip install spacy`, no model
is needed) its column says so.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence

from rich.console import Console
from rich.table import Table

from benchmarks.corpora import Corpus, given_corpora, options
from regesta.engine.read import read_document
from regesta.reading import read_file

PASSES = 3


def fastest(texts: Sequence[str], work: Callable[[str], object]) -> float:
    """Return how many texts a second ``work`` does, the first pass not counted."""
    best = float("inf")
    for at in range(PASSES + 1):
        started = time.process_time()
        for text in texts:
            work(text)
        taken = time.process_time() - started
        best = min(best, taken) if at else best
    return len(texts) / best


def reader(corpus: Corpus) -> float:
    """Return how many documents of a corpus are read a second, from files to records."""
    best = float("inf")
    for at in range(PASSES + 1):
        started = time.process_time()
        for path, source in corpus.files:
            read_document(read_file(path, source), topics=corpus.packs)
        taken = time.process_time() - started
        best = min(best, taken) if at else best
    return len(corpus.files) / best


def spacy_tokenizer() -> Callable[[str], object] | None:
    """Return spaCy's tokenizer for English, without any model; None where spaCy is not installed."""
    try:
        import spacy  # noqa: PLC0415  an optional extra
    except ImportError:
        return None
    tokenizer: Callable[[str], object] = spacy.blank("en").tokenizer
    return tokenizer


def words_alone(corpus: Corpus) -> float | None:
    """Return how many texts of a corpus spaCy's tokenizer cuts a second; None where it is not installed."""
    tokenizer = spacy_tokenizer()
    texts = [path.read_text("utf-8", errors="replace") for path, _ in corpus.files]
    return fastest(texts, tokenizer) if tokenizer else None


def main(arguments: Sequence[str]) -> int:
    """Print the table."""
    parser = options(
        "tokenizers", "The reader beside the bare tokenizer of spaCy, texts a second on one core."
    )
    folders = parser.parse_args(arguments).folders
    table = Table("corpus", "documents", "regesta, whole reader, docs/s", "spaCy, tokenizer alone, docs/s")
    for corpus in given_corpora(parser, folders):
        cut = words_alone(corpus)
        words = "not installed" if cut is None else f"{cut:.0f}"
        table.add_row(corpus.name, str(len(corpus.files)), f"{reader(corpus):.0f}", words)
    Console(width=100).print(table)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

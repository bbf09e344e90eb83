"""The gold read and scored: every document once, gathered by publisher and as a whole."""

from __future__ import annotations

import json
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

from regesta.engine.read import read_document
from regesta.model.document import Source
from regesta.model.reading import Reading
from regesta.reading import read_file, read_manifest
from tests.gold.scoring import Score, score

HERE = Path(__file__).parent
PACK = HERE / "pack.yml"
TEXTS = HERE / "texts"
ALL = "all"


@cache
def gold() -> dict[str, dict[str, Any]]:
    """The gold of each document, by file name."""
    files = sorted((HERE / "gold").glob("*.json"))
    documents = [json.loads(file.read_text("utf-8")) for file in files]
    return {document["file"]: document for document in documents}


@cache
def readings() -> dict[str, Reading]:
    """What the whole reader makes of each text, by file name."""
    manifest = read_manifest(HERE / "SOURCES.tsv")
    pages = [read_file(path, manifest.row_for(path) or Source()) for path in sorted(TEXTS.glob("*.txt"))]
    return {page.source.file or "": read_document(page, topics=(PACK,)) for page in pages}


@cache
def scores() -> dict[str, Score]:
    """The scores of all documents together and of each publisher."""
    gathered: dict[str, Score] = defaultdict(Score)
    for file, document in gold().items():
        one = score(document, readings()[file])
        gathered[ALL].add(one)
        gathered[document["document"]["publisher"]].add(one)
    return dict(gathered)

"""The folders that are measured: the samples, and further folders named or found beside the project."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from regesta.model.document import Source
from regesta.model.finding import RegestaError
from regesta.reading import expand, read_manifest

ROOT = Path(__file__).resolve().parent.parent


class Corpus(NamedTuple):
    """Files to read, what is known about each, and the topic packs they want."""

    name: str
    files: tuple[tuple[Path, Source], ...]
    packs: tuple[Path, ...] = ()

    @property
    def size(self) -> int:
        """The bytes of all files."""
        return sum(path.stat().st_size for path, _ in self.files)


def corpus(name: str, pattern: str, folder: Path) -> Corpus:
    """Return the files of ``pattern``; a SOURCES.tsv and a pack.yml in ``folder`` are used where they are."""
    files = [path for path in expand([pattern]) if path.name != "SOURCES.tsv"]
    listed = folder / "SOURCES.tsv"
    manifest = read_manifest(listed) if listed.is_file() else None
    sources = [(manifest.row_for(path) if manifest else None) or Source() for path in files]
    pack = folder / "pack.yml"
    return Corpus(name, tuple(zip(files, sources, strict=True)), (pack,) if pack.is_file() else ())


def corpora(folders: Sequence[str]) -> list[Corpus]:
    """Return the corpora at ``folders``; without any, the samples and the real texts where present."""
    if folders:
        return [corpus(Path(folder).name, folder, Path(folder)) for folder in folders]
    real = ROOT.parent / "shared" / "corpus"
    known = [
        ("samples", str(ROOT / "samples"), ROOT / "samples"),
        ("seeds", str(real / "0*.txt"), real),
        ("unlabelled", str(real / "unlabelled"), real / "unlabelled"),
    ]
    return [corpus(*one) for one in known if one[2].is_dir()]


def options(module: str, says: str) -> argparse.ArgumentParser:
    """Return the options of a benchmark over corpora: its folders, and whatever the benchmark adds."""
    parser = argparse.ArgumentParser(prog=f"python -m benchmarks.{module}", description=says)
    parser.add_argument(
        "folders", nargs="*", metavar="FOLDER",
        help="texts to read; without any, the samples and the real texts where they lie beside the project",
    )  # fmt: skip
    return parser


def given_corpora(parser: argparse.ArgumentParser, folders: Sequence[str]) -> list[Corpus]:
    """Return the corpora at ``folders``; where one cannot be read, end the program with one sentence."""
    try:
        return corpora(folders)
    except RegestaError as problem:
        parser.error(str(problem))

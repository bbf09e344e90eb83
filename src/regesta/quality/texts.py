"""Where the texts are, what is known about each, and what the whole reader makes of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from regesta.engine.read import read_document
from regesta.model.document import Source
from regesta.model.finding import RegestaError
from regesta.model.reading import Reading
from regesta.quality.gold import Gold
from regesta.quality.gold_files import GoldFile, GoldFolder
from regesta.reading import TEXT_SUFFIXES, Manifest, expand, read_file, read_manifest

TEXTS, MANIFEST, PACK = "texts", "SOURCES.tsv", "pack.yml"


@dataclass(frozen=True, slots=True)
class Texts:
    """A folder of texts with the manifest and the topic packs that they are read with."""

    folder: Path
    manifest: Path | None
    packs: tuple[Path, ...]

    def __str__(self) -> str:
        """What is used, in words."""
        listed = f"manifest {self.manifest}" if self.manifest else "no manifest"
        packs = ", ".join(map(str, self.packs))
        return f"texts in {self.folder}, {listed}, {f'topic packs {packs}' if packs else 'no topic pack'}"


@dataclass(frozen=True, slots=True)
class Text:
    """One text to be read: its name below the folder, its path, and what is known beside it."""

    name: str
    path: Path
    source: Source

    def read(self, packs: tuple[Path, ...]) -> Reading:
        """Read the text with the whole reader."""
        return read_document(read_file(self.path, self.source), topics=packs)


def locate(
    gold: Path | None, folder: Path | None, manifest: Path | None, packs: tuple[Path, ...] = ()
) -> Texts:
    """Say where texts, manifest and packs are: as given, else as they lie beside the gold.

    Texts are looked for in ``texts`` beside the folder ``gold``, else in that folder itself; without
    gold, where the manifest lies. A ``SOURCES.tsv`` and a ``pack.yml`` are taken from the folder of
    texts, else from beside it when it is called ``texts``. Raises :class:`RegestaError` for a folder
    that is not there, and when there is nothing to start from.
    """
    if folder is None:
        folder = _beside(gold) if gold else manifest.parent if manifest else None
    if folder is None:
        raise RegestaError("Nothing to read; name a folder of gold, or one of texts with --texts.")
    if not folder.is_dir():
        raise RegestaError(f"{folder}: there is no such folder of texts; say where they are with --texts.")
    homes = [folder, folder.parent] if folder.name == TEXTS else [folder]
    pack = _first(homes, PACK)
    return Texts(folder, manifest or _first(homes, MANIFEST), packs or ((pack,) if pack else ()))


def _beside(gold: Path) -> Path:
    sibling = gold.resolve().parent / TEXTS
    return sibling if sibling.is_dir() else gold


def _first(folders: Iterable[Path], name: str) -> Path | None:
    return next((folder / name for folder in folders if (folder / name).is_file()), None)


def all_texts(texts: Texts) -> list[Text]:
    """Every text of the folder, to any depth, in order of name."""
    manifest = _manifest(texts)
    paths = [path for path in expand([str(texts.folder)], TEXT_SUFFIXES) if path != texts.manifest]
    return [_text(texts, path, manifest) for path in paths]


def only_texts(listed: Sequence[Text], publisher: str | None, without: str | None) -> list[Text]:
    """The texts that the manifest gives to one publisher, or to others than one.

    Raises :class:`RegestaError` for a publisher who is not in the manifest, and when nothing is left.
    """
    known = {text.source.publisher for text in listed} - {None}
    for name in (publisher, without):
        if name is not None and name not in known:
            there = ", ".join(sorted(filter(None, known))) or "nobody"
            raise RegestaError(f"No text is of a publisher {name!r}; there is {there}.")
    kept = [text for text in listed if publisher in (None, text.source.publisher)]
    kept = [text for text in kept if without is None or without != text.source.publisher]
    if not kept:
        raise RegestaError(f"No text is left without {without!r}; leave --without away.")
    return kept


def texts_of_gold(texts: Texts, gold: GoldFolder) -> list[tuple[GoldFile, Text]]:
    """The text of each gold file. Raises :class:`RegestaError` naming the first that is not there."""
    manifest = _manifest(texts)
    paired = []
    for one in gold.files:
        path = texts.folder / one.gold.file
        if not path.is_file():
            raise RegestaError(
                f"{one.path}: its text {one.gold.file} is not in {texts.folder}; say where with --texts."
            )
        paired.append((one, _text(texts, path, manifest)))
    return paired


def read_gold_texts(
    paired: Iterable[tuple[GoldFile, Text]],
    packs: tuple[Path, ...],
    after: Callable[[], None] | None = None,
) -> Iterator[tuple[Gold, Reading]]:
    """Read each text for its gold; ``after`` is called when one is read.

    Raises :class:`RegestaError` for a text that cannot be read, and for gold whose words are not in it.
    """
    for one, text in paired:
        reading = text.read(packs)
        _check(one, reading.page.text)
        if after is not None:
            after()
        yield one.gold, reading


def _check(one: GoldFile, text: str) -> None:
    strange = next((needle for needle in one.gold.needles() if needle not in text), None)
    if strange is not None:
        raise RegestaError(f"{one.path}: the words {strange!r} are not in {one.gold.file}; mend the gold.")


def _manifest(texts: Texts) -> Manifest | None:
    return read_manifest(texts.manifest) if texts.manifest else None


def _text(texts: Texts, path: Path, manifest: Manifest | None) -> Text:
    name = path.relative_to(texts.folder).as_posix()
    row = manifest.row_for(path) if manifest else None
    return Text(name, path, replace(row or Source(), file=name))

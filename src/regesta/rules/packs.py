"""Packs: what one relationship, or one ministry, adds to the rules.

A pack is one YAML file. Its topics and concepts apply to a document whose sides include all its
``parties``; without parties they apply to every document. Its states, verbs, offices, publishers
and sources are needed before the sides are known: they hold for every document that is read with
the pack. ``docs/rules.md`` says how to write one.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cache, lru_cache
from importlib import resources
from itertools import groupby
from pathlib import Path

from pydantic import Field, model_validator

from regesta.model.finding import RegestaError
from regesta.rules.base import Strict, parse
from regesta.rules.cues import key
from regesta.rules.force import NOTHING, Additions, in_force
from regesta.rules.offices import MoreOffices
from regesta.rules.publishers import MorePublishers
from regesta.rules.sources import SourceRule
from regesta.rules.states import StateEntry
from regesta.rules.topics import TopicRule, check_topics, topic_rules
from regesta.rules.verbs import MoreVerbs


class Label(Strict):
    """A name for a thing, and the side whose name it is (None: anybody's)."""

    label: str = Field(min_length=2)
    side: str | None = Field(default=None, pattern=r"^[A-Z]{2}$")


class Concept(Strict):
    """One thing and the names in use for it; the first name of each side is its own first choice."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    labels: tuple[Label, ...] = Field(min_length=1)
    note: str = ""

    @model_validator(mode="after")
    def _no_name_twice(self) -> Concept:
        names = [key(label.label) for label in self.labels]
        twice = {name for name in names if names.count(name) > 1}
        if twice:
            raise ValueError(f"concept {self.id}: name given twice: {', '.join(sorted(twice))}")
        return self

    @property
    def neutral(self) -> str:
        """The paired label for our own voice, sides in order of ISO code: "A (JP) / B (RU)".

        A name of one side alone stands beside the first name that is nobody's own.
        """
        sided = sorted((one for one in self.labels if one.side), key=lambda one: one.side or "")
        firsts = [next(group) for _, group in groupby(sided, key=lambda one: one.side)]
        names = [f"{one.label} ({one.side})" for one in firsts]
        common = [one.label for one in self.labels if not one.side]
        return " / ".join(names if len(names) > 1 else [*common[:1], *names])


class Pack(Strict):
    """A pack as read. Two packs with one id are the same pack as far as caches are concerned."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    name: str
    parties: tuple[str, ...] = ()
    states: tuple[StateEntry, ...] = ()
    topics: tuple[TopicRule, ...] = ()
    concepts: tuple[Concept, ...] = ()
    silent: tuple[str, ...] = ()
    verbs: MoreVerbs | None = None
    offices: MoreOffices | None = None
    publishers: MorePublishers | None = None
    sources: tuple[SourceRule, ...] = ()

    @model_validator(mode="after")
    def _ids_are_known_and_single(self) -> Pack:
        check_topics(self.topics, frozenset(topic.id for topic in topic_rules().topics))
        ids = [concept.id for concept in self.concepts]
        twice = {one for one in ids if ids.count(one) > 1}
        if twice:
            raise ValueError(f"concept given twice: {', '.join(sorted(twice))}")
        return self

    def __hash__(self) -> int:
        """Packs are looked up by id; equality still compares everything."""
        return hash(self.id)

    def applies(self, parties: frozenset[str]) -> bool:
        """Say whether this pack is for a document between ``parties``."""
        return parties.issuperset(self.parties)


@cache
def shipped_packs() -> tuple[Pack, ...]:
    """Return the packs that ship with Regesta, in order of file name."""
    folder = resources.files("regesta.rules").joinpath("data", "packs")
    files = sorted(
        (file for file in folder.iterdir() if file.name.endswith(".yml")), key=lambda file: file.name
    )
    return tuple(
        parse(file.read_text(encoding="utf-8"), Pack, f"rules/data/packs/{file.name}") for file in files
    )


def read_pack(path: Path) -> Pack:
    """Read the pack at ``path``; raise :class:`RegestaError` with one sentence when it cannot be used."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise RegestaError(f"{path}: cannot be read as a topic pack ({problem}).") from problem
    return parse(text, Pack, str(path))


@lru_cache(maxsize=32)
def additions_of(packs: tuple[Pack, ...]) -> Additions:
    """Return what ``packs`` add to the tables of verbs, offices, publishers and sources, in order."""
    if not any(pack.verbs or pack.offices or pack.publishers or pack.sources for pack in packs):
        return NOTHING
    return Additions(
        tuple(pack.verbs for pack in packs if pack.verbs),
        tuple(pack.offices for pack in packs if pack.offices),
        tuple(pack.publishers for pack in packs if pack.publishers),
        tuple(source for pack in packs for source in pack.sources),
    )


def rules_with(paths: tuple[Path, ...]) -> AbstractContextManager[None]:
    """Put the rules of the shipped packs and of those at ``paths`` in force for a block.

    Raises :class:`RegestaError` for a pack that cannot be used.
    """
    return in_force(additions_of(packs_with(paths)))


@lru_cache(maxsize=32)
def packs_with(paths: tuple[Path, ...]) -> tuple[Pack, ...]:
    """Return the shipped packs and those at ``paths``; a later pack replaces an earlier one of its id."""
    every = [*shipped_packs(), *(read_pack(path) for path in paths)]
    return tuple({pack.id: pack for pack in every}.values())


def applying(packs: tuple[Pack, ...], parties: frozenset[str]) -> tuple[Pack, ...]:
    """Return those of ``packs`` that apply to a document between ``parties``."""
    return tuple(pack for pack in packs if pack.applies(parties))

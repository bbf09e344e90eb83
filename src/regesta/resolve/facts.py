"""All that the resolver needs of one document, worked out from it alone."""

from __future__ import annotations

from dataclasses import dataclass

from regesta.model.links import Dossier
from regesta.resolve.mention import Mention, known_from, mentions, undated
from regesta.resolve.outside import Occasion, occasions
from regesta.resolve.promise import Promise, Sign, dyad_of, promises, signs


@dataclass(frozen=True, slots=True)
class Facts:
    """What one document says that may hold across documents. ``year`` is what its dates were filled with."""

    document: str
    dyad: frozenset[str]
    undated: bool
    year: int | None
    mentions: tuple[Mention, ...]
    occasions: tuple[Occasion, ...]
    promises: tuple[Promise, ...]
    signs: tuple[Sign, ...]


def facts(dossier: Dossier, year: int | None = None) -> Facts:
    """Work out the facts of a document; ``year`` is that of its dates without one, where it is known."""
    known = known_from(dossier, year)
    told = mentions(dossier, year)
    return Facts(
        document=dossier.id,
        dyad=dyad_of(dossier),
        undated=undated(dossier),
        year=year,
        mentions=tuple(told),
        occasions=tuple(occasions(dossier, told)),
        promises=tuple(promises(dossier, told, year, known)),
        signs=tuple(signs(dossier, known)),
    )

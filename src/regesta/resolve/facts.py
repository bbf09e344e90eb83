"""All that the resolver needs of one document, worked out from it alone."""

from __future__ import annotations

from dataclasses import dataclass

from regesta.model.links import Dossier
from regesta.resolve.blocks import block_keys, cells, stays
from regesta.resolve.mention import Mention, dyad_of, known_from, mentions, undated
from regesta.resolve.outside import Occasion, occasions
from regesta.resolve.promise import Promise, Sign, promises, signs
from regesta.resolve.showings import Showing, showings


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
    showings: tuple[Showing, ...]


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
        showings=tuple(showings(dossier, told, known)),
    )


def document_cells(one: Facts) -> frozenset[str]:
    """Return under what a document is looked for: the cells, stays and, if it lacks its year, blocks."""
    found = {cell for mention in one.mentions for cell in (*cells(mention), *stays(mention))}
    if one.undated:
        found |= {f"undated|{key}" for mention in one.mentions for key in block_keys(mention)}
    return frozenset(found)


def document_words(one: Facts) -> frozenset[str]:
    """Return the words by which a promise and what is told of it later find each other."""
    dyad = "+".join(sorted(one.dyad))
    found = {f"sign|{dyad}|{stem}" for sign in one.signs for stem in sign.stems}
    return frozenset(found | {f"{p.ref.kind}|{dyad}|{stem}" for p in one.promises for stem in p.stems})

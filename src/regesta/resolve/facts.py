"""All that the resolver needs of one document, worked out from it alone."""

from __future__ import annotations

from dataclasses import dataclass

from regesta.model.links import Dossier
from regesta.resolve.blocks import cells, stays
from regesta.resolve.happenings import Happening, happenings, marks_of
from regesta.resolve.marks import dated_marks, sought_marks
from regesta.resolve.mention import Mention, dyad_of, known_from, mentions, undated
from regesta.resolve.outside import Occasion, occasions
from regesta.resolve.promise import Promise, Sign, promises, signs
from regesta.resolve.showings import Showing, showings
from regesta.resolve.traces import promise_words, sign_words


@dataclass(frozen=True, slots=True)
class Told:
    """The meetings and dated deeds that a document tells of. ``year`` is what its dates were filled with."""

    document: str
    dyad: frozenset[str]
    undated: bool
    year: int | None
    mentions: tuple[Mention, ...]
    occasions: tuple[Occasion, ...]
    happenings: tuple[Happening, ...]


@dataclass(frozen=True, slots=True)
class Facts(Told):
    """What one document says that may hold across documents."""

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
        happenings=tuple(happenings(dossier, known)),
        promises=tuple(promises(dossier, told, year, known)),
        signs=tuple(signs(dossier, known)),
        showings=tuple(showings(dossier, told, known)),
    )


def document_cells(one: Facts) -> frozenset[str]:
    """Return under what a document is looked for: cells, stays, and what may tell a year or needs one."""
    found = {cell for mention in one.mentions for cell in (*cells(mention), *stays(mention))}
    if one.undated:
        return frozenset(found | {f"undated|{mark}" for mark in year_marks(one)})
    own = dated_marks(one.mentions) | marks_of(one.happenings)
    return frozenset(found | {f"dated|{mark}" for mark in own})


def year_marks(one: Told) -> frozenset[str]:
    """Return the marks of all that may tell the year of a text without one."""
    return sought_marks(one.mentions) | marks_of(one.happenings)


def document_words(one: Facts) -> frozenset[str]:
    """Return the words by which a promise and what is told of it later find each other."""
    found = {word for sign in one.signs for word in sign_words(sign)}
    return frozenset(found | {word for promise in one.promises for word in promise_words(promise)})

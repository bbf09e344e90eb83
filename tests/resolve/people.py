"""Documents about invented people, made by hand: one meeting each, with those who take part."""

from __future__ import annotations

from regesta.model.document import Document
from regesta.model.judgement import Ref, Rulings
from regesta.model.links import Dossier, Links, Person
from regesta.model.records import Actor, Meeting, Records
from regesta.model.span import Span
from regesta.resolve.resolve import resolve

NO_RULINGS = Rulings()


def who(name: str, country: str | None = "XA", role: str | None = None, basis: str = "stated") -> Actor:
    """A person with an office as printed."""
    return Actor("person", name, country, role, basis)


def office(role: str, country: str | None = "XA") -> Actor:
    """An office that nobody is named for."""
    return Actor("person", role, country, role, "unresolved")


def paper(day: str | None, *people: Actor, name: str = "", status: str = "held") -> Dossier:
    """A readout of ``day`` that names ``people`` as taking part in one meeting, in this order."""
    told = ", ".join(_words(actor) for actor in people)
    text = f"The talks were attended by {told}."
    basis = "stated" if day else None
    meeting = Meeting(
        "m", Span(0, len(text)), True, "foreign_ministers", "in_person", status, day, basis, None, None, None,
        people,
    )  # fmt: skip
    id_ = name or f"d-{day}"
    known = Document(
        f"{id_}.txt",
        id_,
        None,
        None,
        None,
        "XA",
        None,
        None,
        "readout",
        "",
        "en",
        None,
        None,
        day,
        "stated",
    )
    return Dossier(id_, known, Records(meetings=(meeting,)), text)


def people_of(*papers: Dossier, rulings: Rulings = NO_RULINGS) -> dict[str, Person]:
    """The persons of some documents by the first of their names."""
    return {person.names[0]: person for person in links_of(*papers, rulings=rulings).people}


def links_of(*papers: Dossier, rulings: Rulings = NO_RULINGS) -> Links:
    """What holds across some documents."""
    return resolve(papers, rulings)


def names_of(*papers: Dossier, rulings: Rulings = NO_RULINGS) -> set[frozenset[str]]:
    """Each person as all the names of that person."""
    return {frozenset(person.names) for person in links_of(*papers, rulings=rulings).people}


def ref(day: str, name: str, country: str = "XA") -> Ref:
    """How a person in the document of ``day`` is referred to."""
    return Ref(f"d-{day}", "person", f"{country}:{name}")


def _words(actor: Actor) -> str:
    return actor.name if actor.role in (None, actor.name) else f"{actor.role} {actor.name}"

"""The persons of some documents: names joined, family names and offices alone tied to those who are meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from regesta.model.judgement import Judgement, Ref, Rulings
from regesta.model.links import Person
from regesta.resolve.bearers import bearer_id, bearers, set_apart
from regesta.resolve.holders import settled
from regesta.resolve.people import People, Standing, standing
from regesta.resolve.showings import Showing


@dataclass(frozen=True, slots=True)
class Register:
    """The persons, and the judgements by which names are theirs and offices are held by them."""

    people: tuple[Standing, ...]
    judgements: tuple[Judgement, ...]


def register(shown: Sequence[Showing], rulings: Rulings) -> Register:
    """Return the persons whom the showings of some documents speak of; their order is of no account."""
    known = bearers(shown, set_apart(rulings))
    joined = People(known, rulings)
    found = [standing(group) for group in joined.groups]
    person_of = {id_: one for one in found for id_ in one.bearers}
    meant = settled((one for one in shown if not one.full), known, person_of, rulings)
    return Register(in_order(found), (*joined.judgements, *meant))


def in_order(people: Iterable[Standing]) -> tuple[Standing, ...]:
    """Return persons in the order of a register."""
    return tuple(sorted(people, key=_order))


def persons(found: Register, shown: Iterable[Showing], rulings: Rulings) -> tuple[Person, ...]:
    """Return the persons with every mention of them, in order of name.

    A family name that is tied to a person is one of the mentions, and one of the names at the end.
    """
    alone = set_apart(rulings)
    person_of = {id_: one.id for one in found.people for id_ in one.bearers}
    meant = _meant(found.judgements)
    own: dict[str, list[Showing]] = defaultdict(list)
    for one in shown:
        ref = one.ref if one.full else meant.get(one.ref)
        person = person_of.get(bearer_id(ref, alone)) if ref else None
        if person is not None and one.name is not None:
            own[person].append(one)
    return tuple(_person(one, own[one.id]) for one in found.people)


def _meant(judgements: Iterable[Judgement]) -> Mapping[Ref, Ref]:
    """What each reference of a judgement is tied to: a family name to a full one, and the other way round."""
    found: dict[Ref, Ref] = {}
    for one in judgements:
        if one.kind == "same_person" and one.object is not None:
            found[one.subject] = one.object
            found[one.object] = one.subject
    return found


def _person(one: Standing, shown: Sequence[Showing]) -> Person:
    in_order = sorted(shown, key=lambda showing: showing.order)
    short = (showing.name for showing in in_order if showing.name and not showing.full)
    return Person(
        id=one.id,
        names=tuple(dict.fromkeys((*one.names, *short))),
        country=one.country,
        offices=one.offices,
        mentions=tuple(showing.ref for showing in in_order),
        places=tuple(showing.place for showing in in_order),
    )


def _order(one: Standing) -> tuple[str, str, str]:
    return one.country or "~", one.names[0], one.id

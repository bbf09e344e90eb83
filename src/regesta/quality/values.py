"""When two values say the same: dates, places, names, actors and sides."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from regesta.model.records import Actor
from regesta.quality.gold import Gold, Person

BOTH = "both"
_CODE = re.compile(r"[A-Z]{2,3}")


def plain(words: str) -> str:
    """The words without case, accents and punctuation, as names and places are compared."""
    letters = unicodedata.normalize("NFKD", words)
    return " ".join(re.findall(r"\w+", "".join(c for c in letters if not unicodedata.combining(c)).lower()))


def same_value(field: str, choices: Iterable[object], found: object) -> bool:
    """Say whether ``found`` is one of the values that are right for ``field``."""
    return any(_same(field, choice, found) for choice in choices)


def _same(field: str, asked: object, found: object) -> bool:
    if asked is None or found is None:
        return asked is found
    if field in ("place", "occasion"):
        one, other = plain(str(asked)), plain(str(found))
        return one in other or other in one
    if field in ("condition", "content"):
        return plain(str(asked)) == plain(str(found))
    if field in ("when", "due"):
        return _same_window(str(asked), str(found))
    return asked == found


def _same_window(asked: str, found: str) -> bool:
    """Equal windows; a year ``XXXX`` is any year, and none."""
    if not asked.startswith("XXXX"):
        return asked == found
    return [day[4:] for day in asked.split("/")] == [
        re.sub(r"^[\dX]{4}", "", day) for day in found.split("/")
    ]


def same_person(person: Person, actor: Actor) -> bool:
    """Say whether the two may be one: of one side, with a word of the name in common."""
    return person.country == actor.country and _share_a_word(person.name, actor.name)


def takes_part(person: Person, people: Iterable[Actor]) -> bool:
    """Say whether ``person`` is among ``people``, by a word of the name or as the party named."""
    return any(_share_a_word(person.name, one.name) or person.name == one.country for one in people)


def _share_a_word(one: str, other: str) -> bool:
    return not set(plain(one).split()).isdisjoint(plain(other).split())


def same_actors(asked: Sequence[str], found: Sequence[Actor]) -> bool:
    """Say whether both name the same actors, person by person and party by party."""
    if len(asked) != len(found):
        return False
    return all(any(_same_actor(name, actor) for actor in found) for name in asked)


def _same_actor(name: str, actor: Actor) -> bool:
    if _CODE.fullmatch(name):
        return actor.country == name or (actor.kind == "person" and actor.name == name)
    return actor.kind == "person" and _family(name) in plain(actor.name).split()


def _family(name: str) -> str:
    words = plain(name).split()
    return words[-1] if words else ""


class Sides:
    """Whose side each person of one document is on, as the gold says."""

    def __init__(self, gold: Gold) -> None:
        """Read the participants that the gold names."""
        people = [person for meeting in (*gold.meetings, *gold.main) for person in meeting.participants]
        self._home = {word: one.country for one in people for word in plain(one.name).split()}
        about = gold.main or gold.meetings[:1]
        parties = {person.country for meeting in about for person in meeting.participants}
        parties |= {gold.document.side, gold.document.counterpart}
        self._both = frozenset(code for code in parties if code)

    def meant(self, names: Iterable[str]) -> frozenset[str]:
        """The sides that are meant by codes, names and ``both``."""
        sides = (self._both if name == BOTH else {self._of(name)} for name in names)
        return frozenset().union(*sides)

    def read(self, actors: Iterable[Actor]) -> frozenset[str]:
        """The sides of the actors that were read."""
        return frozenset(actor.country or self._of(actor.name) for actor in actors)

    def _of(self, name: str) -> str:
        return name if _CODE.fullmatch(name) else self._home.get(_family(name)) or name

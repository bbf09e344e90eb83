"""The cast of one document: which names and offices are one person.

Names are joined by their words ("Minister Orlen" is "Tomas Orlen"); an office alone is resolved
to the person who is shown to hold it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from regesta.mentions.office_words import office_lexicon
from regesta.mentions.people import PersonMention
from regesta.model.records import Actor
from regesta.records.names import (
    fold,
    is_alike,
    is_full,
    is_short_form,
    last_name,
    letters,
    most_other_letters,
    name_words,
)
from regesta.records.view import Ref, Sentence
from regesta.records.word_sets import WordSets
from regesta.rules.publishers import is_voice, publisher_rules

HEADS = frozenset({"head_of_state", "head_of_government"})
MINISTERS = frozenset({"foreign_minister", "defence_minister", "minister", "deputy_minister"})
_DEPUTIES = frozenset({"deputy_minister", "official"})
_LEAD = 3
_PRESIDENT = frozenset({"president", "presidents"})
_NEAREST = 50
_FEW = 12  # so many are looked through one by one


@dataclass(slots=True)
class Entity:
    """One person of the document. ``words`` are those of the fullest name, ``first`` its place."""

    name: str
    words: frozenset[str]
    level: str | None = None
    role: str | None = None
    country: str | None = None
    country_basis: str = "stated"
    first: int = 0
    titled: bool = False
    number: int = field(default=0, compare=False)

    @property
    def voice(self) -> bool:
        """Whether the person only speaks for the publisher ("Spokesperson X") and takes no part."""
        return bool(self.role and is_voice(self.role))

    def actor(self, basis: str = "stated") -> Actor:
        """Return the person as an actor of a record."""
        return Actor("person", self.name, self.country, self.role, basis)


@dataclass(slots=True)
class Cast:
    """All persons of the document in the order of their first mention.

    Persons join by :meth:`add` and are put in order by :meth:`settle`, after which what was looked
    up once is remembered. ``guests`` are heads of other states whom the text names by office alone
    ("the President of XB"): for each level the office and its state, the first that is named. ``seats``
    are the capitals of the publisher's state. ``titles`` are the acronyms that the text gives to offices:
    "Minister of State (MS)", later "MS Sule". ``strangers`` are the holders of other offices of another
    state who are named by office alone, by its folded words.
    """

    side: str | None = None
    head_level: str | None = None
    seats: tuple[str, ...] = ()
    entities: list[Entity] = field(default_factory=list)
    settled: bool = False
    guests: dict[str, tuple[str, str]] = field(default_factory=dict)
    titles: frozenset[str] = frozenset()
    strangers: dict[str, tuple[str, str]] = field(default_factory=dict)
    _filed: WordSets[Entity] = field(default_factory=WordSets)
    _spelt: dict[str, Entity] = field(default_factory=dict)
    _found: dict[str, Entity | None] = field(default_factory=dict)
    _countries: dict[str | None, list[Entity]] = field(default_factory=dict)
    _heads: list[Entity] | None = None
    _held: dict[tuple[str | None, ...], Entity | None] = field(default_factory=dict)

    def add(self, name: str, words: frozenset[str], first: int) -> Entity:
        """Enter a new person under a name of at least one word."""
        entity = Entity(name, words, first=first, number=len(self.entities))
        self.entities.append(entity)
        self._filed.add(words, entity)
        return entity

    def rename(self, entity: Entity, name: str, words: frozenset[str]) -> None:
        """Give a person a fuller name."""
        entity.name, entity.words = name, words
        self._filed.add(words, entity)

    def order(self) -> None:
        """Put the persons in the order of their first mention; none may join afterwards."""
        self.entities.sort(key=lambda e: e.first)
        for number, entity in enumerate(self.entities):
            entity.number = number

    def settle(self) -> None:
        """Say that names, offices and countries are known: from here on look-ups are remembered."""
        self.settled = True

    def find(self, name: str) -> Entity | None:
        """Return the person a name belongs to: its words are among theirs, or theirs among its.

        Of several with the name the last; with one word alone, rather one whose last name it is. A
        name that is spelt otherwise is looked for among the last fifty persons.
        """
        if not self.settled:
            return self._find(name)
        if name not in self._found:
            self._found[name] = self._find(name)
        return self._found[name]

    def _find(self, name: str) -> Entity | None:
        name = self.untitled(name)
        words = name_words(name)
        same = self._of_words(words) if words else []
        if same:
            return (
                same[-1]
                if len(words) > 1
                else max(same, key=lambda e: (last_name(e.name) in words, e.titled))
            )
        return self._spelt_otherwise(name, words) if is_full(name) else None

    def untitled(self, name: str) -> str:
        """Return a name without the acronym of an office before it; a name of one word stays."""
        first, _, rest = name.partition(" ")
        return rest if rest and first in self.titles else name

    def _of_words(self, words: frozenset[str]) -> list[Entity]:
        """The persons all of whose words are among ``words``, or the other way round, in their order."""
        if len(self.entities) <= _FEW:
            return [e for e in self.entities if words <= e.words or e.words <= words]
        every = {e.number: e for e in (*self._filed.within(words), *self._filed.holding(words))}
        known = (every[number] for number in sorted(every))
        return [e for e in known if words <= e.words or e.words <= words]

    def _spelt_otherwise(self, name: str, words: frozenset[str]) -> Entity | None:
        """The person of a full name that is spelt otherwise: one word alone shows nobody."""
        near = self.entities[-_NEAREST:]
        if len(near) < len(self.entities) and name in self._spelt:
            return self._spelt[name]
        own, last, most = letters(words), last_name(name), most_other_letters(words)
        near = [e for e in near if (letters(e.words) ^ own).bit_count() <= most or last_name(e.name) == last]
        found = next((e for e in near if is_alike(words, e.words) or is_short_form(name, e.name)), None)
        if found is not None:
            self._spelt[name] = found
        return found

    def of_country(self, code: str | None) -> list[Entity]:
        """Return the persons of a state in order; the cast must be settled."""
        if not self._countries:
            for entity in self.entities:
                self._countries.setdefault(entity.country, []).append(entity)
        return self._countries.get(code, [])

    def heads(self) -> list[Entity]:
        """Return those who are heads of state or government in order; the cast must be settled."""
        if self._heads is None:
            self._heads = [e for e in self.entities if e.level in HEADS]
        return self._heads

    def of_ref(self, ref: Ref) -> Entity | None:
        """Return the person a ref names, if it names one."""
        person = ref.person
        if person is None:
            return None
        return self.holder(person) if person.name is None else self.find(person.name)

    def holder(self, office: PersonMention) -> Entity | None:
        """Return who holds an office named alone ("the Brevonian President", "the Secretary")."""
        if office.level is None or not self.settled:
            return self._holder(office) if office.level is not None else None
        key = (office.office, office.level, office.state)
        if key not in self._held:
            self._held[key] = self._holder(office)
        return self._held[key]

    def _holder(self, office: PersonMention) -> Entity | None:
        fits = [e for e in self.entities if _is_same_level(e, office)]
        if office.level in HEADS:
            fits = [e for e in fits if e.level in HEADS] or fits
        if office.state is not None:
            return next((e for e in fits if e.country == office.state), None)
        fits = _in_chief(fits, office) or fits
        if len(fits) == 1:
            return fits[0]
        if not fits:
            fits = [e for e in self.entities if _is_titled(e, office)]
        return (
            self._exact(fits, office)
            or self._guest_of_honour(fits, office)
            or self._at_home(fits, office)
            or self._named(office)
        )

    def _exact(self, fits: list[Entity], office: PersonMention) -> Entity | None:
        exact = [e for e in fits if _has_role(e, office)]
        return exact[0] if len(exact) == 1 else None

    def _guest_of_honour(self, fits: list[Entity], office: PersonMention) -> Entity | None:
        """The visitor with whom a text begins, before anybody of its own side, where no head is meant."""
        first = self.entities[0] if self.entities else None
        guest = (
            first is not None and first.country_basis == "stated" and first.country not in (None, self.side)
        )
        return first if guest and office.level not in HEADS and first in fits else None

    def _at_home(self, fits: list[Entity], office: PersonMention) -> Entity | None:
        """The publisher's own holder of the office; its own head even where there are several.

        "The Minister" of a ministry that has several is the one whom it serves.
        """
        home = [e for e in fits if e.country == self.side and self.side is not None]
        if len(home) > 1 and office.level not in HEADS:
            home = [e for e in home if e.level == self.head_level] or home
        return home[0] if len(home) == 1 or (home and office.level in HEADS) else None

    def _named(self, office: PersonMention) -> Entity | None:
        """Whoever is shown with just these words, if they are more than one."""
        named = [e for e in self.entities if _has_role(e, office)]
        return named[0] if len(named) == 1 and len(fold(office.office or "").split()) > 1 else None


def _is_titled(entity: Entity, office: PersonMention) -> bool:
    """Say whether a person's office begins with just these words, which rank differently by state."""
    held, wanted = fold(entity.role or ""), fold(office.office or "")
    return bool(wanted) and (held == wanted or held.startswith(f"{wanted} "))


def _in_chief(fits: list[Entity], office: PersonMention) -> list[Entity]:
    """Leave out deputies where a minister is meant: "the Secretary" is not the Deputy Secretary of State."""
    if office.level not in MINISTERS or office.level in _DEPUTIES:
        return fits
    return [e for e in fits if e.level not in _DEPUTIES]


def _has_role(entity: Entity, office: PersonMention) -> bool:
    return bool(entity.role and office.office and fold(office.office) in fold(entity.role))


def presides(office: str | None) -> bool:
    """Tell a president from a prime minister where both head a government: of a commission, of a state."""
    return not _PRESIDENT.isdisjoint(fold(office or "").split())


def _is_same_level(entity: Entity, office: PersonMention) -> bool:
    """Say whether an office may be this person's: by its level, or by the word it ends with."""
    wanted, held = fold(office.office or "").split(), fold(entity.role or "").split()
    if entity.level == office.level:
        both = bool(entity.role and office.office) and office.level in HEADS
        return not both or presides(entity.role) == presides(office.office)
    if office.level in HEADS and entity.level in HEADS:
        leader = any(word in fold(office.office or "") for word in publisher_rules().leaders.words)
        return leader or bool(wanted and wanted[-1] in held)
    if len(wanted) == 2 and office.state is not None and wanted[0] not in office_lexicon().portfolio:
        wanted = wanted[1:]
    return len(wanted) == 1 and wanted[0] in held


def other_state(sentences: Iterable[Sentence], side: str) -> str | None:
    """Return the one foreign state that title and lead name, if it is one."""
    lead = list(sentences)[:_LEAD]
    codes = {m.code for s in lead for m in s.states if m.code is not None and m.code not in (side, "UN")}
    return codes.pop() if len(codes) == 1 else None

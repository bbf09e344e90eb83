"""The cast of one document: which names and offices are one person.

Names are joined by their words ("Minister Orlen" is "Tomas Orlen"); an office alone is resolved
to the person who is shown to hold it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from regesta.mentions.people import PersonMention
from regesta.model.records import Actor
from regesta.records.names import fold, is_alike, is_short_form, last_name, name_words
from regesta.records.view import Ref, Sentence
from regesta.rules.publishers import is_voice, publisher_rules

HEADS = frozenset({"head_of_state", "head_of_government"})
MINISTERS = frozenset({"foreign_minister", "defence_minister", "minister", "deputy_minister"})
_LEAD = 3


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

    @property
    def voice(self) -> bool:
        """Whether the person only speaks for the publisher ("Spokesperson X") and takes no part."""
        return bool(self.role and is_voice(self.role))

    def actor(self, basis: str = "stated") -> Actor:
        """Return the person as an actor of a record."""
        return Actor("person", self.name, self.country, self.role, basis)


@dataclass(slots=True)
class Cast:
    """All persons of the document in the order of their first mention."""

    entities: list[Entity] = field(default_factory=list)
    side: str | None = None
    head_level: str | None = None

    def find(self, name: str) -> Entity | None:
        """Return the person a name belongs to: its words are among theirs, or theirs among its.

        Of several with the name the last; with one word alone, rather one whose last name it is.
        """
        words = name_words(name)
        if not words:
            return None
        same = [e for e in self.entities if words <= e.words or e.words <= words]
        if same:
            return (
                same[-1]
                if len(words) > 1
                else max(same, key=lambda e: (last_name(e.name) in words, e.titled))
            )
        alike = (e for e in self.entities if is_alike(words, e.words) or is_short_form(name, e.name))
        return next(alike, None)

    def of_ref(self, ref: Ref) -> Entity | None:
        """Return the person a ref names, if it names one."""
        person = ref.person
        if person is None:
            return None
        return self.holder(person) if person.name is None else self.find(person.name)

    def holder(self, office: PersonMention) -> Entity | None:
        """Return who holds an office named alone ("the Brevonian President", "the Secretary")."""
        if office.level is None:
            return None
        fits = [e for e in self.entities if _is_same_level(e, office)]
        if office.state is not None:
            return next((e for e in fits if e.country == office.state), None)
        if len(fits) == 1:
            return fits[0]
        if not fits:
            fits = [e for e in self.entities if _is_titled(e, office)]
        return self._exact(fits, office) or self._at_home(fits, office) or self._named(office)

    def _exact(self, fits: list[Entity], office: PersonMention) -> Entity | None:
        exact = [e for e in fits if _has_role(e, office)]
        return exact[0] if len(exact) == 1 else None

    def _at_home(self, fits: list[Entity], office: PersonMention) -> Entity | None:
        """The publisher's own holder of the office; its own head even where there are several."""
        home = [e for e in fits if e.country == self.side and self.side is not None]
        return home[0] if len(home) == 1 or (home and office.level in HEADS) else None

    def _named(self, office: PersonMention) -> Entity | None:
        """Whoever is shown with just these words, if they are more than one."""
        named = [e for e in self.entities if _has_role(e, office)]
        return named[0] if len(named) == 1 and len(fold(office.office or "").split()) > 1 else None


def _is_titled(entity: Entity, office: PersonMention) -> bool:
    """Say whether a person's office begins with just these words, which rank differently by state."""
    held, wanted = fold(entity.role or ""), fold(office.office or "")
    return bool(wanted) and (held == wanted or held.startswith(f"{wanted} "))


def _has_role(entity: Entity, office: PersonMention) -> bool:
    return bool(entity.role and office.office and fold(office.office) in fold(entity.role))


def _is_same_level(entity: Entity, office: PersonMention) -> bool:
    """Say whether an office may be this person's: by its level, or by the word it ends with."""
    if entity.level == office.level:
        return True
    wanted, held = fold(office.office or "").split(), fold(entity.role or "").split()
    if office.level in HEADS and entity.level in HEADS:
        leader = any(word in fold(office.office or "") for word in publisher_rules().leaders.words)
        return leader or bool(wanted and wanted[-1] in held)
    return len(wanted) == 1 and wanted[0] in held


def other_state(sentences: Iterable[Sentence], side: str) -> str | None:
    """Return the one foreign state that title and lead name, if it is one."""
    lead = list(sentences)[:_LEAD]
    codes = {m.code for s in lead for m in s.states if m.code is not None and m.code not in (side, "UN")}
    return codes.pop() if len(codes) == 1 else None

"""Who stands behind a subject: persons, "both sides", "they", "the Secretary", "we"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from regesta.mentions.groups import GroupMention
from regesta.model.records import Actor
from regesta.records.behind import tell
from regesta.records.bodies import bodies_alone, bodies_beside
from regesta.records.cast import HEADS, MINISTERS, Cast, Entity, presides
from regesta.records.names import fold
from regesta.records.view import Ref, Sentence
from regesta.rules.grammar import grammar
from regesta.rules.states import States

_PAIR, _MANY = 2, 3


@dataclass(slots=True)
class Scene:
    """Who is in the room in a part of the document: the persons, sides and bodies of its meeting.

    ``guessed`` says that no words about the meeting name its sides: they are those that the document names.
    ``met`` is False where the document tells of no meeting at all.
    """

    since: int
    persons: list[Entity] = field(default_factory=list)
    parties: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    guessed: bool = False
    met: bool = True


@dataclass(slots=True)
class Resolver:
    """Resolves refs in the order of the text; remembers who was last spoken of.

    ``body`` is the organisation that publishes, where it is no side of the record format; ``bodies`` are
    such organisations that the head of the text joins with a side ("XA-NATO Council"). ``founders`` are the
    several who speak first in a joint text: "We, the ministers of XA, XB and XC, …".
    """

    cast: Cast
    scenes: Sequence[Scene]
    states: States
    side: str | None
    last_one: Actor | None = None
    last_many: tuple[Actor, ...] = ()
    last_party: str | None = None
    last_collective: bool = False
    joint: bool = False
    body: str | None = None
    bodies: tuple[str, ...] = ()
    founders: tuple[Actor, ...] = ()
    speaker: Actor | None = None
    invited: Actor | None = None
    by_sides: dict[int, list[Scene]] = field(default_factory=dict)

    def scene(self, sentence: Sentence, number: int | None = None) -> Scene:
        """Return the scene that holds at a sentence: the last one of ``number`` sides, if that is said."""
        last = _last_before(self.scenes, sentence)
        if last is None:
            return self.scenes[0] if self.scenes else Scene(0)
        if number is None:
            return last
        return _last_before(self._of_sides(number), sentence) or last

    def _of_sides(self, number: int) -> Sequence[Scene]:
        """The scenes of so many sides; sorted out once for all numbers."""
        if not self.by_sides:
            for scene in self.scenes:
                self.by_sides.setdefault(len(scene.parties), []).append(scene)
        return self.by_sides.get(number, ())

    def actors(self, refs: Sequence[Ref], sentence: Sentence) -> tuple[Actor, ...]:
        """Return the actors behind a coordinated subject, without repeats; unresolved ones say so."""
        found: list[Actor] = []
        for ref in refs:
            for actor in self.one(ref, sentence):
                if all((actor.kind, actor.name) != (a.kind, a.name) for a in found):
                    found.append(actor)
        return tuple(found)

    def one(self, ref: Ref, sentence: Sentence) -> tuple[Actor, ...]:
        """Return the actors behind one ref."""
        return tell(ref, self._one(ref, sentence))

    def _one(self, ref: Ref, sentence: Sentence) -> tuple[Actor, ...]:
        if ref.person is not None:
            return self._person(ref, sentence)
        if ref.state is not None:
            code, label = ref.state.code, ref.state.label
            return (Actor("party", label, None) if code is None else self.party(code),)
        assert ref.group is not None
        if ref.group.kind == "pronoun":
            return self._pronoun(ref.group, sentence)
        return (
            self._side(ref.group, sentence) if ref.group.kind == "side" else self._group(ref.group, sentence)
        )

    def party(self, code: str, basis: str = "stated") -> Actor:
        """Return a state as an actor."""
        return Actor("party", self.states.label(code), code, None, basis)

    def note(self, actors: tuple[Actor, ...]) -> None:
        """Remember the subject of a clause for the pronouns that follow."""
        self.last_collective = len(actors) == 1 and actors[0].kind == "party"
        if len(actors) > 1:
            self.last_many = actors
            self.founders = self.founders or (actors if self._founds(actors) else ())
        elif actors and actors[0].kind == "person":
            self.last_one = actors[0]
        elif actors:
            self.last_party = actors[0].country

    def _founds(self, actors: tuple[Actor, ...]) -> bool:
        """Say whether several are all for whom a text speaks: two in a joint one, else three sides."""
        return self.joint or len({actor.country for actor in actors} - {None}) >= _MANY

    def _person(self, ref: Ref, sentence: Sentence) -> tuple[Actor, ...]:
        assert ref.person is not None
        if ref.person.plural:
            return self._plural_office(ref, sentence)
        entity = self.cast.of_ref(ref)
        if entity is not None:
            return (entity.actor("stated" if ref.person.name else "coreference"),)
        guest = self._guest(ref) or self._peer(ref, sentence)
        if guest is not None:
            return (guest,)
        name = ref.person.name or ref.person.office or ""
        country = ref.person.state or self._lone_office(ref)
        return (
            Actor("person", name, country, ref.person.office, "stated" if ref.person.name else "unresolved"),
        )

    def _peer(self, ref: Ref, sentence: Sentence) -> Actor | None:
        """Return the one person of a state whom "the XB counterpart" means."""
        assert ref.person is not None
        person, last = ref.person, (ref.person.office or "").rsplit(" ", 1)[-1].lower()
        if person.name is not None or person.state is None or last not in grammar().peers:
            return None
        of_state = [e for e in self.scene(sentence).persons if e.country == person.state]
        return of_state[0].actor("coreference") if len(of_state) == 1 else None

    def _guest(self, ref: Ref) -> Actor | None:
        """Return the other state's head whom an office alone means: "the President", after that of XB."""
        assert ref.person is not None
        person, guest = ref.person, self.cast.guests.get(ref.person.level or "")
        if guest is None and person.name is None and person.state is None and person.definite:
            return self._stranger(fold(person.office or ""))
        if guest is None or person.name is not None or person.state is not None:
            return None
        if presides(person.office) != presides(guest[0]):
            return None
        return Actor("person", guest[0], guest[1], guest[0], "coreference")

    def _stranger(self, words: str) -> Actor | None:
        """Return the one holder of another state's office that begins with ``words``."""
        fits = [held for name, held in self.cast.strangers.items() if f"{name} ".startswith(f"{words} ")]
        return Actor("person", fits[0][0], fits[0][1], fits[0][0], "coreference") if len(fits) == 1 else None

    def _lone_office(self, ref: Ref) -> str | None:
        """An office nobody is shown to hold is the publisher's if it is a head's or the one it serves."""
        assert ref.person is not None
        own = ref.person.level in HEADS or ref.person.level == self.cast.head_level
        return self.side if own and ref.person.definite else None

    def _plural_office(self, ref: Ref, sentence: Sentence) -> tuple[Actor, ...]:
        assert ref.person is not None
        person = ref.person
        states = (person.state,) if person.state else ()
        noun = person.office or ""
        group = GroupMention(
            ref.start, ref.end, ref.span, "group", noun, "person", person.level, states, None
        )  # fmt: skip
        return self._group(group, sentence)

    def _side(self, group: GroupMention, sentence: Sentence) -> tuple[Actor, ...]:
        """One side: named ("the Russian side"), the other one, or the one last spoken of."""
        if group.states:
            return tuple(self.party(code, "stated") for code in group.states)
        parties = self.scene(sentence).parties
        others = [p for p in parties if p != (self.last_one.country if self.last_one else self.side)]
        if group.other and len(others) == 1:
            return (self.party(others[0], "coreference"),)
        foreign = [p for p in parties if p != self.side]
        if group.noun in ("delegation", "partner") and len(foreign) == 1:
            return (self.party(foreign[0], "coreference"),)
        if self.last_party is not None:
            return (self.party(self.last_party, "coreference"),)
        return (Actor("party", group.noun, None, None, "unresolved"),)

    def _group(self, group: GroupMention, sentence: Sentence) -> tuple[Actor, ...]:
        if group.foreign:
            return (Actor("party", group.noun, None, None, "unresolved"),)
        if group.states:
            beside = bodies_beside(group, sentence)
            return (*(Actor("party", body, None) for body in beside), *self._of_states(group))
        scene = self.scene(sentence, group.number)
        alone = bodies_alone(group, sentence) if len(scene.parties) < _MANY else []
        if alone:
            return tuple(Actor("party", body, None) for body in alone)
        return self._in_scene(group, scene)

    def _in_scene(self, group: GroupMention, scene: Scene) -> tuple[Actor, ...]:
        """Those of a scene whom a group without states means: persons, who founded the text, sides."""
        if group.of == "person":
            persons = self._in_the_room(group, scene)
            if persons:
                return tuple(e.actor("group") for e in persons)
        if group.number is None and (founders := self._founded(scene)):
            return founders
        if scene.parties:
            return self._sides_of(scene, group.number)
        return (Actor("party", group.noun, None, None, "unresolved"),)

    def _founded(self, scene: Scene) -> tuple[Actor, ...]:
        """Those who speak first in a joint text, where they are of more sides than the room holds."""
        sides = {actor.country for actor in self.founders}
        more = len(sides) > len(scene.parties)
        return tuple(replace(actor, basis="group") for actor in self.founders) if more else ()

    def _sides_of(self, scene: Scene, number: int | None = None) -> tuple[Actor, ...]:
        """The sides of a scene and its bodies, but for a ``number`` that the sides alone come to.

        Where it has but one side, with the bodies that the text joins to it.
        """
        sides = tuple(self.party(code, "group") for code in scene.parties)
        bodies = self.bodies if len(sides) < _PAIR else () if number == len(sides) else scene.bodies
        return sides + tuple(Actor("party", body, None, None, "group") for body in bodies)

    def _of_states(self, group: GroupMention) -> tuple[Actor, ...]:
        found = []
        for code in group.states:
            holders = [e for e in self.cast.of_country(code) if fits_level(e.level, group.level)]
            known = group.of == "person" and len(holders) == 1
            found.append(holders[0].actor("group") if known else self.party(code, "group"))
        return tuple(found)

    def _in_the_room(self, group: GroupMention, scene: Scene) -> list[Entity]:
        """The participants whom a plural noun fits; of others in the document, one for each side."""
        here = [e for e in scene.persons if fits_level(e.level, group.level)]
        if group.number is not None and len(here) > group.number and len(scene.parties) == group.number:
            here = [e for e in here if e.country in scene.parties]
        if len({e.country for e in here}) >= max(2, len(scene.parties)):
            return here
        if group.level in HEADS:
            heads = self.cast.heads()
            if len(heads) >= 2 and len({e.country for e in heads}) == len(heads):
                return heads
        heads_only = all(e.level in HEADS or e.level == "royal" for e in scene.persons)
        if group.level in MINISTERS and heads_only:
            return []
        return scene.persons if _each_has_one(scene.persons, scene) else []

    def _pronoun(self, group: GroupMention, sentence: Sentence) -> tuple[Actor, ...]:
        match group.noun:
            case "we":
                together = self.joint and self.body is None
                return self.room(sentence) if together else (self._we(),)
            case "I":
                return (self.speaker or Actor("person", "I", self.side, None, "unresolved"),)
            case "former" | "latter" if self.last_many:
                return (self.last_many[0 if group.noun == "former" else -1],)
            case "he" | "she":
                one = self.last_one or Actor("person", group.noun, None, None, "unresolved")
                return (one if self.last_one is None else replace(one, basis="coreference"),)
            case "they":
                return self._they(sentence)
            case _:
                return (Actor("party", group.noun, None, None, "unresolved"),)

    def _we(self) -> Actor:
        """The side of whoever speaks, else the publisher's, else the body that publishes."""
        side = self.side if self.speaker is None else self.speaker.country
        if side:
            return self.party(side, "publisher")
        basis = "publisher" if self.body else "unresolved"
        return Actor("party", self.body or "we", None, None, basis)

    def _they(self, sentence: Sentence) -> tuple[Actor, ...]:
        """One state spoken of as many, else the last several who acted, else everybody in the room."""
        if self.last_collective and self.last_party is not None:
            return (self.party(self.last_party, "coreference"),)
        return self.last_many or self.room(sentence)

    def room(self, sentence: Sentence, name: str = "they") -> tuple[Actor, ...]:
        """Return everybody in the room: the persons, if each side has one, else the sides.

        Where nobody is known there is one unresolved actor under ``name``.
        """
        scene = self.scene(sentence)
        if founders := self._founded(scene):
            return founders
        if _each_has_one(scene.persons, scene):
            return tuple(e.actor("group") for e in scene.persons)
        if scene.parties:
            return self._sides_of(scene)
        if self.body and self.joint:
            return (Actor("party", self.body, None, None, "publisher"),)
        return (Actor("party", name, None, None, "unresolved"),)


def _last_before(scenes: Sequence[Scene], sentence: Sentence) -> Scene | None:
    """The last scene that begins at or before a sentence; ``scenes`` are in order of where they begin."""
    count = bisect_right(scenes, sentence.index, key=lambda scene: scene.since)
    return scenes[count - 1] if count else None


def _each_has_one(persons: Sequence[Entity], scene: Scene) -> bool:
    """Say whether there are persons enough for each side of a scene to have one."""
    return len(persons) >= 2 and len({e.country for e in persons}) >= len(scene.parties)


def fits_level(level: str | None, wanted: str | None) -> bool:
    """Say whether a person of ``level`` is meant by a plural noun of level ``wanted``."""
    if wanted is None or wanted == "other" or level is None:
        return True
    if wanted in HEADS:
        return level in HEADS or level == "royal"
    if wanted == "minister":
        return level in MINISTERS
    if wanted == "official":
        return level not in HEADS
    return level == wanted

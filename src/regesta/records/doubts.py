"""What makes it less sure who acts, and how: signs in the words and in how the sides were worked out.

The names are those of ``data/confidence.yml``, which says what each is and what it takes off.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from regesta.model.records import GROUP_OF, Actor
from regesta.records.actors import Resolver
from regesta.records.clause import Clause
from regesta.records.ref import Ref
from regesta.records.view import Sentence
from regesta.rules.confidence import Doubt
from regesta.rules.verbs import verb_rules

_MANY = 3
_SEVERAL = ("they", "we", "both", "all")


def doubts(resolver: Resolver, sentence: Sentence, clause: Clause, who: Sequence[Actor]) -> frozenset[Doubt]:
    """Return the names of what makes ``clause``, and ``who`` as those who act in it, less sure.

    Of actors who are not resolved nothing is doubted: that they are not known is said already.
    """
    if not who or any(actor.basis == "unresolved" for actor in who):
        return frozenset()
    found = set[Doubt]()
    if _restates(clause):
        found.add("restated")
    found.update(_of_actors(who))
    if any(actor.basis == "group" for actor in who) and not any(map(_says_whose, clause.subject)):
        found.update(_of_group(resolver, sentence, clause, who))
    return frozenset(found)


def _restates(clause: Clause) -> bool:
    """Read "reiterated its opposition": the act of the noun, or that of holding to what was said before."""
    nouns, lights = clause.verb.nouns, verb_rules().light_verbs
    return nouns is not None and clause.verb.lemma in lights["repeat"] and GROUP_OF[nouns.act] != "COMMIT"


def _of_actors(who: Sequence[Actor]) -> Iterator[Doubt]:
    """Doubts about the sides of actors, however they are named."""
    if any(actor.country is None for actor in who):
        yield "uncoded"
    if len(who) > 1 and len({actor.country for actor in who}) == 1:
        yield "one_side"


def _of_group(
    resolver: Resolver, sentence: Sentence, clause: Clause, who: Sequence[Actor]
) -> Iterator[Doubt]:
    """Doubts about several who are not named one by one: taken from who is in the room."""
    scene, sides = resolver.scene(sentence), {actor.country or actor.name for actor in who}
    if len(who) == 1 and all(map(_is_many, clause.subject)):
        yield "lone"
    if scene.guessed:
        yield "guessed"
    if len(scene.parties) >= _MANY:
        yield "many"
    if any(ref.group and ref.group.number not in (None, len(sides)) for ref in clause.subject):
        yield "number"


def _says_whose(ref: Ref) -> bool:
    """Say whether the words of a subject name the side: "the XB ministers"."""
    return bool(ref.group and ref.group.states) or bool(ref.person and ref.person.state)


def _is_many(ref: Ref) -> bool:
    """Say whether a subject stands for several: "the ministers", "they", "both sides"."""
    pronoun = ref.group is not None and ref.group.noun in _SEVERAL
    return ref.kind == "group" or pronoun or bool(ref.person and ref.person.plural)

"""Topics and concepts as the general list and the packs name them: labels, words that show them, names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from regesta.model.span import Span
from regesta.resolve.accounts.words import roots
from regesta.rules.cues import Cues, key, plain
from regesta.rules.packs import Concept, Pack
from regesta.rules.states import states
from regesta.rules.topics import TopicRule, topic_rules


@dataclass(frozen=True, slots=True, eq=False)
class Naming:
    """What the packs that apply to two sides say of topics and concepts.

    ``own`` are the topics that a pack brings, whose words are names for one thing; ``concepts``
    are by id.
    """

    topics: dict[str, TopicRule]
    own: frozenset[str]
    concepts: dict[str, Concept]
    cues: Cues[tuple[str, ...]]

    def label(self, topic: str | None) -> str:
        """Return the name of a topic for people; its id where nothing names it."""
        if topic is None:
            return "other matters"
        return self.topics[topic].label if topic in self.topics else topic.replace("_", " ")

    def broad(self, topic: str) -> bool:
        """Say whether a topic says little about what is spoken of."""
        rule = self.topics.get(topic)
        return rule is not None and (rule.broad or rule.yields)

    def shown(self, topic: str) -> frozenset[str]:
        """Return the roots that tell no two passages of a topic apart.

        Those are the words of its label, and of a pack's own topic, which is one thing, its cues
        too. A broad topic has none.
        """
        rule = self.topics.get(topic)
        if rule is None or self.broad(topic):
            return frozenset()
        words = (rule.label, *(rule.cues if topic in self.own else ()))
        return frozenset([*(one for phrase in words for one in roots(key(phrase))), f"#{topic}"])

    def found(self, text: str, span: Span) -> Iterator[tuple[str, Span]]:
        """Yield each topic that words at ``span`` of ``text`` show, with the place of the words."""
        for hit in self.cues.find(plain(span.of(text))):
            for topic in hit.value:
                yield topic, Span(span.start + hit.span.start, span.start + hit.span.end)


@lru_cache(maxsize=32)
def naming(packs: tuple[Pack, ...]) -> Naming:
    """Return what ``packs``, all of which apply, say beside the general topics."""
    general = {topic.id: topic for topic in topic_rules().topics}
    topics = dict(general)
    for pack in packs:
        for topic in pack.topics:
            topics[topic.id] = topics[topic.id].joined(topic) if topic.id in topics else topic
    filed: dict[str, tuple[str, ...]] = {
        key(word): () for word in (*topic_rules().silent, *(w for pack in packs for w in pack.silent))
    }
    for topic in topics.values():
        for word in (*topic.cues, *topic.names):
            filed[key(word)] = (*filed.get(key(word), ()), topic.id)
    concepts = {concept.id: concept for pack in reversed(packs) for concept in pack.concepts}
    return Naming(topics, frozenset(topics.keys() - general.keys()), concepts, Cues(filed))


def names_of_states(codes: frozenset[str], packs: tuple[Pack, ...]) -> frozenset[str]:
    """Return the single words, in lower case, by which the states ``codes`` and their people are called."""
    table = states().with_extra(entry for pack in packs for entry in pack.states)
    found = (table.by_code(code) for code in sorted(codes))
    return frozenset(
        word
        for entry in found
        if entry is not None
        for name in (*entry.names, *entry.official, *entry.abbreviations, *entry.adjectives, *entry.people)
        for word in plain(name).split()
    )

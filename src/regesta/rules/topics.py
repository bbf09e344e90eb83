"""The topics: which words show what a statement is about.

``data/topics.yml`` holds the general topics; its head says what each field means. A topic pack
(:mod:`regesta.rules.packs`) adds topics of its own, or cues to these, in the same form.
"""

from __future__ import annotations

from functools import cache

from pydantic import Field, model_validator

from regesta.rules.base import Strict, read_rules


class TopicRule(Strict):
    """One topic and the words that show it. See the head of ``topics.yml`` for the fields."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    label: str
    cues: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    broad: bool = False
    yields: bool = False
    match: tuple[str, ...] = Field(min_length=1)
    never: tuple[str, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _has_words(self) -> TopicRule:
        if not (self.cues or self.names):
            raise ValueError(f"topic {self.id}: no cue and no name")
        if self.names and not self.states and not self.cues:
            raise ValueError(f"topic {self.id}: names without the states they name")
        return self

    @property
    def placed(self) -> bool:
        """Say whether the topic is a state or region rather than a subject."""
        return bool(self.names or self.states)

    def joined(self, more: TopicRule) -> TopicRule:
        """Return this topic with the words of ``more``, whose label and flags take the place of its own."""
        lists = ("cues", "weak", "names", "states", "headings", "within", "over", "match", "never")
        merged = {name: (*getattr(self, name), *getattr(more, name)) for name in lists}
        return self.model_copy(update={**merged, "label": more.label, "broad": self.broad or more.broad})


class TopicRules(Strict):
    """All general topics, and the longer names inside which a cue says nothing."""

    topics: tuple[TopicRule, ...] = Field(min_length=1)
    silent: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _ids_are_known_and_single(self) -> TopicRules:
        check_topics(self.topics, frozenset())
        return self


def check_topics(topics: tuple[TopicRule, ...], known: frozenset[str]) -> None:
    """Raise ValueError when a topic stands twice or names a topic that is neither here nor in ``known``."""
    ids = [topic.id for topic in topics]
    twice = {one for one in ids if ids.count(one) > 1}
    if twice:
        raise ValueError(f"topic given twice: {', '.join(sorted(twice))}")
    named = {other for topic in topics for other in (*topic.within, *topic.over)}
    strange = named - set(ids) - known
    if strange:
        raise ValueError(f"no such topic: {', '.join(sorted(strange))}")


@cache
def topic_rules() -> TopicRules:
    """Return the general topics, read once."""
    return read_rules("topics.yml", TopicRules)

"""Words that decide whether a clause reports something: nouns for talks and papers, framing verbs.

``data/speech.yml`` holds them; its head says what each field means.
"""

from __future__ import annotations

from functools import cache

from pydantic import Field

from regesta.rules.base import Strict, read_rules


class WordList(Strict):
    """An open class of words, with phrases that hold one of them and phrases that hold none."""

    words: frozenset[str]
    match: tuple[str, ...] = Field(min_length=1)
    never: tuple[str, ...] = Field(min_length=1)

    def __contains__(self, word: object) -> bool:
        """Say whether a word belongs to the class."""
        return word in self.words


class SpeechRules(Strict):
    """All classes. See the head of ``speech.yml`` for each."""

    talks: WordList
    papers: WordList
    joint_papers: WordList
    journeys: WordList
    exchanges: WordList
    take_place: WordList
    meeting: WordList
    avowing: WordList
    grounds: WordList
    audience: WordList
    replying: WordList
    receiving: WordList
    received: WordList
    framing: WordList
    planning: WordList
    programme: WordList
    undergoing: WordList
    happening: WordList
    sent: WordList
    attending: WordList
    showing: WordList
    shaping: WordList
    persons: WordList
    chances: WordList
    chance_taken: WordList
    joining: WordList
    convening: WordList
    reciprocal: WordList
    talking: WordList
    approving: WordList
    paper_says: WordList
    under_way: WordList
    opinion: WordList
    thoughts: WordList
    askers: WordList


@cache
def speech_rules() -> SpeechRules:
    """Return the shipped classes, read once."""
    return read_rules("speech.yml", SpeechRules)

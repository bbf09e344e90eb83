"""A document of the chronicle, and the truth of which meetings it tells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

from benchmarks.chronicle import words
from benchmarks.chronicle.world import Person, State
from regesta.model.document import Source

VISIT, TALKS = "visit", "talks"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened once: texts that tell the same event are to be joined."""

    id: str
    kind: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Paper:
    """A text, its source, the day on which it came out and the events of which it tells."""

    name: str
    text: str
    source: Source
    day: date
    tells: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """One side as it writes of the other: its state, the other state, and chance."""

    own: State
    other: State
    chance: Random

    def lead(self, person: Person, office: str, state: State) -> str:
        """Return a person with the office, as this side's house style has it."""
        if self.own.style:
            return f"{_OFFICE[office][1]} of {state.name} {person.name}"
        return f"{person.title} {person.name}, {_OFFICE[office][0]} of {state.name},"

    def short(self, person: Person, office: str) -> str:
        """Return how a person is named after the first time."""
        return (
            f"{_OFFICE[office][2]} {person.family}"
            if not self.own.style
            else f"{person.title} {person.family}"
        )

    def filler(self, speakers: tuple[str, str]) -> str:
        """Return a sentence of one speaker on some subject."""
        subject = self.chance.choice(words.SUBJECTS).format(own=self.own.name, other=self.other.name)
        verb = self.chance.choice(words.VERBS).format(subject=subject, own=self.own.name)
        return f"{self.chance.choice(speakers)} {verb}."

    def paper(
        self,
        name: str,
        day: date,
        title: str,
        sentences: list[str],
        tells: tuple[Event, ...],
        *,
        dated: bool = True,
    ) -> Paper:
        """Return the document; without ``dated`` neither it nor its source says when it came out."""
        sentences = [one.replace(",.", ".") for one in sentences]
        title = title.rstrip(",")
        head = words.british(day) if self.own.style else words.american(day)
        if self.own.style:
            body = "\n\n".join(" ".join(sentences[at : at + 2]) for at in range(0, len(sentences), 2))
        else:
            body = "\n".join((sentences[0], "", *(f"  • {one}" for one in sentences[1:])))
        text = "\n\n".join((title, *((head,) if dated else ()), body)) + "\n"
        file = f"{name}-{self.own.code.lower()}.txt"
        source = Source(
            file=file,
            url=f"https://mfa.{self.own.name.lower()}.example/{file.removesuffix('.txt')}",
            publisher=f"Ministry of Foreign Affairs of {self.own.name}",
            country=self.own.code,
            published=day.isoformat() if dated else None,
            language="en",
        )
        return Paper(file, text, source, day, tells)


_OFFICE = {
    "president": ("President", "President", "President"),
    "minister": ("Minister for Foreign Affairs", "Foreign Minister", "Minister"),
    "deputy": ("Vice-Minister for Foreign Affairs", "Vice-Minister for Foreign Affairs", "Vice-Minister"),
}

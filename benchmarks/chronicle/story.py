"""What two states do in one year, and what both sides publish of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from benchmarks.chronicle import words
from benchmarks.chronicle.paper import TALKS, VISIT, Event, Paper, Voice
from benchmarks.chronicle.world import Person, State, World

_PUT_OFF, _SILENT = 0.25, 0.5
_DAY = timedelta(days=1)
_REGION = 15
"""So many relationships meet at one forum."""


@dataclass(frozen=True, slots=True)
class Pledge:
    """What two states promise each other in one year for the spring of the next, and what comes of it."""

    thing: str
    verb: str
    done: str
    doing: str
    due: date
    day: date
    fate: str


@dataclass(frozen=True, slots=True)
class Year:
    """One relationship in one year: everything in it follows from the seed, the pair and the year."""

    world: World
    at: int
    year: int

    @property
    def pair(self) -> tuple[State, State]:
        """The two states."""
        return self.world.pairs[self.at]

    @property
    def key(self) -> str:
        """What names the pair and year in ids of events and names of files."""
        return f"{'-'.join(one.code.lower() for one in self.pair)}-{self.year}"

    def chance(self, of: str, year: int | None = None) -> Random:
        """Return chance for one purpose, the same whenever it is asked for."""
        return Random(f"{self.world.seed}|{self.at}|{year or self.year}|{of}")

    def pledge(self, year: int) -> Pledge:
        """Return what was promised in a year."""
        chance = self.chance("pledge", year)
        noun, verb, done, doing = chance.choice(words.THINGS)
        due = date(year + 1, chance.randint(3, 6), 1)
        lot = chance.random()
        fate = "put off" if lot < _PUT_OFF else "silent" if lot < _SILENT else "kept"
        day = due + _DAY * chance.randint(2, 24)
        return Pledge(f"{words.name(chance)} {noun}", verb, done, doing, due, day, fate)

    @property
    def asked(self) -> str:
        """What one side asks for, three years running."""
        chance = self.chance("asked", self.year - (self.year + self.at) % 3)
        return chance.choice(words.ASKED).format(name=words.name(chance))

    def papers(self) -> Iterator[Paper]:
        """Yield the documents of the year, in no order."""
        yield from self._consultations()
        yield from self._visit()
        yield from self._call()
        yield from self._outcome()
        if (self.year + self.at) % 2:
            yield from self._summit()

    def voices(self) -> Iterator[Voice]:
        """Yield both sides as they write of each other."""
        one, other = self.pair
        yield Voice(one, other, self.chance("one"))
        yield Voice(other, one, self.chance("other"))

    def _people(self, voice: Voice, office: str, day: date) -> tuple[Person, Person]:
        return voice.own.holder(office, day), voice.other.holder(office, day)

    def _consultations(self) -> Iterator[Paper]:
        """The yearly round of the vice-ministers; one side sees the visit of the autumn coming."""
        chance = self.chance("consultations")
        day, number = (
            date(self.year, 3, 1) + _DAY * chance.randint(0, 40),
            self.year - self.world.years[0] + 1,
        )
        city = self.pair[self.year % 2].towns[0]
        event = Event(f"{self.key}-consultations", TALKS, day, day)
        for voice in self.voices():
            own, their = self._people(voice, "deputy", day)
            both = (
                f"the {words.ordinal(number)} round of the {_name(self.pair)} Vice-Ministerial Consultations"
            )
            lead = (
                f"On {words.american(day, year=False)}, {voice.lead(own, 'deputy', voice.own)} and"
                f" {voice.lead(their, 'deputy', voice.other)} held {both} in {city}"
                " for approximately 2 hours."
            )
            speakers = voice.short(own, "deputy"), voice.short(their, "deputy")
            again = "once again requested" if (self.year + self.at) % 3 else "requested"
            asker = voice.short(self.pair[0].holder("deputy", day), "deputy")
            asks = f"{asker} {again} the return of {self.asked}."
            fill = [voice.filler(speakers) for _ in range(4)]
            title = f"{_name(self.pair)} Vice-Ministerial Consultations"
            yield voice.paper(f"{self.key}-consultations", day + _DAY * voice.own.style, title,
                              [lead, fill[0], asks, *fill[1:]], (event,))  # fmt: skip

    def _stay(self) -> Event:
        chance = self.chance("visit")
        first = date(self.year, 9, 1) + _DAY * chance.randint(0, 50)
        return Event(f"{self.key}-visit", VISIT, first, first + _DAY)

    def _visit(self) -> Iterator[Paper]:
        """A minister's visit, announced by the host: the president receives, the ministers promise."""
        stay = self._stay()
        guest, host = self.pair if self.year % 2 else self.pair[::-1]
        traveller, president = guest.holder("minister", stay.first), host.holder("president", stay.first)
        minister = host.holder("minister", stay.first)
        courtesy = Event(f"{self.key}-courtesy", TALKS, stay.first, stay.first)
        talks = Event(f"{self.key}-talks", TALKS, stay.last, stay.last)
        pledge = self.pledge(self.year)
        days = f"{words.month(stay.first)} {stay.first.day}" + (
            f" and {stay.last.day}"
            if stay.last.month == stay.first.month
            else f" and {words.american(stay.last, year=False)}"
        )
        last = words.american(stay.last, year=False)
        for voice in self.voices():
            came, received = (
                voice.lead(traveller, "minister", guest),
                voice.lead(president, "president", host),
            )
            met = voice.lead(minister, "minister", host)
            speakers = voice.short(traveller, "minister"), voice.short(minister, "minister")
            short, town = speakers[0], host.towns[0]
            if voice.own is host:
                soon = [
                    f"{came} will visit {host.name} on {days}.",
                    f"On {last}, {short} will hold talks with {met} in {town}.",
                    f"The ministers will discuss {voice.chance.choice(words.SUBJECTS[1:8])}.",
                    f"We expect the visit to bring {guest.name} and {host.name} closer together.",
                ]
                yield voice.paper(f"{self.key}-visit-soon", stay.first - _DAY * 5,
                                  f"On the forthcoming visit of {came}", soon, (stay, talks))  # fmt: skip
            told = [
                f"On {days}, {came} visited {host.name}.",
                f"On {words.american(stay.first, year=False)}, {short} paid a courtesy call on"
                f" {received} in {town}.",
                f"On {last}, {short} held a meeting with {met} in {town}.",
                voice.filler(speakers),
                f"The two ministers agreed to {pledge.verb} the {pledge.thing}"
                f" in {words.month(pledge.due)} next year.",
                voice.filler(speakers),
                voice.filler(speakers),
            ]
            title = f"Visit of {guest.adjective} Foreign Minister {traveller.name} to {host.name}"
            yield voice.paper(f"{self.key}-visit", stay.last + _DAY * voice.own.style, title, told,
                              (stay, courtesy, talks))  # fmt: skip

    def _call(self) -> Iterator[Paper]:
        """The ministers' telephone call; now and then one text says neither its year nor when it came out."""
        chance = self.chance("call")
        day = date(self.year, 11, 5) + _DAY * chance.randint(0, 45)
        event = Event(f"{self.key}-call", TALKS, day, day)
        bare = chance.random() < 0.3
        for voice in self.voices():
            own, their = self._people(voice, "minister", day)
            lead = (
                f"On {words.american(day, year=False)}, {voice.lead(own, 'minister', voice.own)} held a"
                f" telephone call with {voice.lead(their, 'minister', voice.other)}."
            )
            speakers = voice.short(own, "minister"), voice.short(their, "minister")
            pledge = self.pledge(self.year)
            affirmed = (
                f"The two ministers confirmed that the {pledge.thing} would be {pledge.done}"
                f" in {words.month(pledge.due)}."
            )
            fill = [voice.filler(speakers) for _ in range(4)]
            title = (
                f"Telephone call between {voice.own.adjective} and {voice.other.adjective} Foreign Ministers"
            )
            yield voice.paper(f"{self.key}-call", day, title,
                              [lead, fill[0], affirmed, *fill[1:]],
                              (event,), dated=not (bare and voice.own is self.pair[0]))  # fmt: skip

    def _outcome(self) -> Iterator[Paper]:
        """What one side, or both, say of the promise of the year before; at times nobody says anything."""
        if self.year == self.world.years[0]:
            return
        pledge = self.pledge(self.year - 1)
        if pledge.fate == "silent":
            return
        for voice in self.voices():
            speakers = f"The {voice.own.adjective} side", f"The {voice.other.adjective} side"
            if pledge.fate == "kept":
                title = f"{pledge.doing.capitalize()} of the {pledge.thing}"
                lead = f"On {words.american(pledge.day, year=False)}, the {pledge.thing} was {pledge.done}."
            else:
                cause = self.chance("cause").choice(words.CAUSES)
                title = f"{pledge.doing.capitalize()} of the {pledge.thing} put off"
                lead = (
                    f"The {pledge.doing} of the {pledge.thing}, which was scheduled for"
                    f" {words.month(pledge.due)}, was postponed due to {cause}."
                )
            later = f"The two sides agreed to {pledge.verb} the {pledge.thing} in October."
            body = [
                lead,
                *([later] if pledge.fate == "put off" else []),
                *(voice.filler(speakers) for _ in range(4)),
            ]
            yield voice.paper(
                f"{self.key}-outcome", pledge.day + _DAY * (1 + voice.own.style), title, body, ()
            )

    def _summit(self) -> Iterator[Paper]:
        """The presidents meet on the occasion of the forum of their region, as their neighbours do."""
        region = self.at // _REGION
        chance = Random(f"{self.world.seed}|forum|{region}|{self.year}")
        opening = date(self.year, 6, 15) + _DAY * chance.randint(0, 20)
        host = self.world.pairs[region * _REGION][0]
        forum = f"{words.name(Random(f'{self.world.seed}|{region}'))} Lakes Forum"
        day = opening + _DAY * (self.at % 3)
        event = Event(f"{self.key}-summit", TALKS, day, day)
        for voice in self.voices():
            own, their = self._people(voice, "president", day)
            lead = (
                f"On {words.american(day, year=False)}, on the occasion of the {forum} in {host.towns[1]},"
                f" {voice.lead(own, 'president', voice.own)} held a summit meeting with"
                f" {voice.lead(their, 'president', voice.other)} in {host.towns[1]}"
                " for approximately 40 minutes."
            )
            speakers = voice.short(own, "president"), voice.short(their, "president")
            invites = f"{speakers[0]} invited {speakers[1]} to visit {voice.own.name} next year."
            body = [lead, voice.filler(speakers), voice.filler(speakers), invites, voice.filler(speakers)]
            yield voice.paper(f"{self.key}-summit", day, f"{_name(self.pair)} Summit Meeting", body, (event,))


def _name(pair: tuple[State, State]) -> str:
    return f"{pair[0].name}-{pair[1].name}"


def papers(world: World) -> Iterator[Paper]:
    """Yield all documents, year by year, those of a year in the order in which they came out."""
    for year in world.years:
        of_year = [paper for at in range(len(world.pairs)) for paper in Year(world, at, year).papers()]
        yield from sorted(of_year, key=lambda paper: (paper.day, paper.name))

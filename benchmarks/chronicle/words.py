"""Words of invented states: syllables for names, things that are promised, sentences that fill a text."""

from __future__ import annotations

from datetime import date
from random import Random

STARTS = ("ar", "bel", "cor", "dra", "fen", "gal", "hal", "jor", "kar", "lind", "mor", "nev", "or", "pel",
          "quin", "ros", "sel", "tar", "ul", "var", "wen", "yor", "zim", "bran", "thel", "skar")  # fmt: skip
MIDDLES = ("a", "e", "i", "o", "ada", "eni", "ola", "ura", "ima", "ero", "isa", "ano")
ENDS = ("vand", "dak", "mer", "lov", "sten", "gren", "tos", "rik", "ben", "vel", "quist", "nar")
MEN = (
    "Oto",
    "Bram",
    "Lev",
    "Karsten",
    "Matteo",
    "Anselm",
    "Bastien",
    "Pavo",
    "Wit",
    "Teodor",
    "Ilmar",
    "Joris",
)
WOMEN = (
    "Ilvana",
    "Rada",
    "Ida",
    "Sunniva",
    "Mira",
    "Ysolde",
    "Petra",
    "Linnea",
    "Oriel",
    "Dagny",
    "Salome",
    "Vesna",
)
THINGS = (
    ("ferry line", "open", "opened", "opening"),
    ("border crossing", "open", "opened", "opening"),
    ("consulate", "open", "opened", "opening"),
    ("rail link", "complete", "completed", "completion"),
    ("power cable", "complete", "completed", "completion"),
    ("student exchange programme", "launch", "launched", "launch"),
    ("air service", "launch", "launched", "launch"),
    ("joint laboratory", "establish", "established", "establishment"),
    ("customs terminal", "build", "built", "construction"),
)  # fmt: skip
ASKED = (
    "the crew of the trawler {name}",
    "the archive of the {name} Museum",
    "the passengers of the yacht {name}",
)
SUBJECTS = (
    "trade between {own} and {other}",
    "the protection of fish stocks",
    "food security",
    "climate change",
    "cooperation in energy",
    "ties between universities",
    "the fight against smuggling",
    "the safety of nuclear power plants",
    "tourism between the two countries",
    "humanitarian aid",
    "search and rescue at sea",
    "the development of cultural ties",
)
VERBS = ("welcomed the progress in {subject}", "stressed the importance of {subject}",
         "expressed concern about the lack of progress in {subject}",
         "explained the policy of {own} on {subject}", "proposed a study on {subject}")  # fmt: skip
CAUSES = ("storms", "heavy snow", "the late delivery of parts", "a strike at the port", "a flood")
ORDINAL = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
           "eleventh", "twelfth")  # fmt: skip
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip


def name(chance: Random) -> str:
    """Return a name of two or three syllables."""
    middle = chance.choice(MIDDLES) if chance.random() < 0.6 else ""
    return (chance.choice(STARTS) + middle + chance.choice(ENDS)).capitalize()


def month(day: date) -> str:
    """Return the English name of the month of a day."""
    return _MONTHS[day.month - 1]


def american(day: date, *, year: bool = True) -> str:
    """Return "May 3, 2031" or "May 3"."""
    return f"{month(day)} {day.day}" + (f", {day.year}" if year else "")


def british(day: date) -> str:
    """Return "3 May 2031"."""
    return f"{day.day} {month(day)} {day.year}"


def ordinal(number: int) -> str:
    """Return "third" or "23rd"."""
    if number < len(ORDINAL):
        return ORDINAL[number]
    tail = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{tail}"

"""Sentences, lists and tables of a readout, put together by chance from words of the rules."""

from __future__ import annotations

from random import Random

from benchmarks.fuzz.words import NAMES, Lexicon, word

VERBS = "verbs.yml"
SHAPES = (
    "{who} {verb} {that} {what}.",
    "{who} and {who} {verb} {what}, {verb} {what} and {verb} {what}.",
    "On {time}, {who} met {who} in {place}.",
    "{who}, {office}, {verb} {who} {time} and {verb} to {verb} {what} by {time}.",
    "It was {verb} {that} {who} will {verb} {what} {time}.",
    "The {meeting} between {who} and {who} {verb} {time} in {place}.",
    "With regard to {what}, {who} {verb} “{what}” and {verb} {what}",
    "({time}, {place}: {what})",
    "{office} {who} did not {verb} {what}; {who} {verb} {that} {who} {verb} {what}.",
    "{what} was {verb} by {who}, with {who} {verb} {what}.",
)
MAKERS = {
    "who": (*["names", "offices.yml", "groups.yml", "states.yml", "joints"],),
    "verb": (VERBS, "sentences.yml"),
    "that": ("joints",),
    "what": (VERBS, "topics.yml", "abstracts.yml", "promises.yml", "odd", "joints"),
    "time": ("times.yml",),
    "place": ("places", "places.yml"),
    "office": ("offices.yml",),
    "meeting": ("meetings.yml", "meeting_grammar.yml"),
}


def sentence(chance: Random, known: Lexicon) -> str:
    """Return one sentence in the shape of those that ministries write."""
    shape = chance.choice(SHAPES)
    for name, sorts in MAKERS.items():
        while f"{{{name}}}" in shape:
            words = chance.choice(known[chance.choice(sorts)]).replace("{", "(")
            shape = shape.replace(f"{{{name}}}", words, 1)
    return shape


def passage(chance: Random, known: Lexicon) -> str:
    """Return a sentence, a list, a heading, a table, a nest of brackets or quotes, or one long word."""
    makers = (sentence, sentence, sentence, _list, _heading, _table, _nest, _long, _turn)
    return chance.choice(makers)(chance, known)


def text(chance: Random, known: Lexicon) -> str:
    """Return a whole document of up to a dozen passages."""
    gaps = ("\n\n", "\n\n", "\n", " ", "")
    return "".join(passage(chance, known) + chance.choice(gaps) for _ in range(chance.randint(1, 12)))


def _list(chance: Random, known: Lexicon) -> str:
    mark = chance.choice(("• ", "- ", "{}. ", "({}) ", "* ", "–", "{}) ", ""))
    rows = [mark.format(row + 1) + sentence(chance, known) for row in range(chance.randint(1, 6))]
    return "\n".join(["They agreed to:", *rows])


def _heading(chance: Random, known: Lexicon) -> str:
    mark = chance.choice(("1. ", "(2) ", "I. ", "", "1.1 ", "A. "))
    words = " ".join(word(chance, known) for _ in range(chance.randint(1, 4)))
    return f"\n{mark}{words if chance.random() < 0.5 else words.upper()}\n"


def _table(chance: Random, known: Lexicon) -> str:
    gap, width = chance.choice(("\t", " | ", "  ")), chance.randint(1, 6)
    rows = [[word(chance, known) for _ in range(width)] for _ in range(chance.randint(1, 8))]
    return "\n".join(gap.join(row) for row in rows)


def _nest(chance: Random, known: Lexicon) -> str:
    left, right = chance.choice((("(", ")"), ("“", "”"), ("[", "]"), ("‘", "’"), ('"', '"')))
    depth = chance.choice((1, 2, 5, 50))
    return left * depth + sentence(chance, known) + right * chance.choice((depth, depth - 1, 0))


def _long(chance: Random, known: Lexicon) -> str:
    piece = chance.choice(
        ("x", "Ab", "é", "A.", "1", "-", "agree", "(", "Mr ", " and ", "’", "of ", "\u0301")
    )
    times = chance.choice((50, 500, 5_000, 10_000))
    return f"{chance.choice(NAMES)} {piece * times} {word(chance, known)}."


def _turn(chance: Random, known: Lexicon) -> str:
    speaker = chance.choice(("Question", "MINISTER LIND", "Q", "Answer", chance.choice(NAMES)))
    return f"{speaker}: {sentence(chance, known)} {sentence(chance, known)}"

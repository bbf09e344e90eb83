"""What stands in a name as written: its words in order, without titles and suffixes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from regesta.resolve.spelling import Word, plain, word
from regesta.rules.force import Additions, added, per_rules
from regesta.rules.offices import head_of, office_rules
from regesta.rules.spellings import spelling_rules

_TOKEN = re.compile(r"(?P<hyphen>[-‐‑–])?(?P<word>[^\W\d_]+(?:['’‘`´ʼʻʿʾ][^\W\d_]+)*['’ʼ]?\.?)")
_ASIDE = re.compile(r"\([^)]{0,80}\)")
_ROMAN = re.compile(r"(?!XI$)[IVX]{1,4}|Jr\.?|Sr\.?|jr\.?|sr\.?")
_NUMBER = re.compile(r"I{2,3}|I[VX]|VI{1,3}|XI{2,3}|XI?V")
_LONGEST_TITLE = 5
_VOWEL = re.compile(r"[AEIOUY]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Token:
    """A word as written, and whether a hyphen binds it to the one before it."""

    text: str
    bound: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a name: its words in order, and the number of a monarch or of a son ("II", "Jr.").

    ``ordered`` says that the name itself shows its order ("Tariq bin Rashid").
    """

    words: tuple[Word, ...]
    number: str | None = None
    ordered: bool = False

    @property
    def short(self) -> bool:
        """Say whether all words are of one syllable or so: then nothing but the same letters is alike."""
        return all(one.short for one in self.words if not one.initial)

    @property
    def full(self) -> tuple[Word, ...]:
        """The words that are no initials."""
        return tuple(one for one in self.words if not one.initial)


def readings(name: str) -> tuple[Reading, ...]:
    """Return the ways in which ``name`` can be read, the likeliest first; none where it holds no name."""
    return _readings(name, added())


@lru_cache(maxsize=65536)
def _readings(name: str, _additions: Additions) -> tuple[Reading, ...]:
    parts = [_tokens(part) for part in _ASIDE.sub(" ", name).split(",")]
    numbers = [token.text for part in parts[1:] for token in part if _ROMAN.fullmatch(token.text)]
    parts = [
        part for i, part in enumerate(parts) if part and not (i and (_all_suffix(part) or _is_title(part)))
    ]
    if not parts:
        return ()
    tokens = _without_titles(parts[1]) + _without_titles(parts[0]) if len(parts) > 1 else parts[0]
    tokens, number = _without_suffixes(_without_titles(tokens))
    number = number or (numbers[0] if numbers else None)
    return _each(tokens, plain(number) if number else None)


def _each(tokens: list[Token], number: str | None) -> tuple[Reading, ...]:
    """The reading with all words, and where the first may be a title or a particle, the one without it."""
    found = [tokens]
    if (
        len(tokens) == 2
        and len(first := plain(tokens[0].text)) > 1
        and first in _particles()
        and not tokens[1].bound
    ):
        found.append(tokens[1:])
    while len(found[-1]) > 2 and plain(found[-1][0].text) in spelling_rules().soft and not found[-1][1].bound:
        found.append(found[-1][1:])
    made = [Reading(_words(part), number, _ordered(part)) for part in found]
    return tuple(dict.fromkeys(reading for reading in made if reading.words))


def _tokens(part: str) -> list[Token]:
    return [Token(found["word"], found["hyphen"] is not None) for found in _TOKEN.finditer(part)]


def _words(tokens: list[Token]) -> tuple[Word, ...]:
    """The words without particles; the particle before a word may be written in one with it."""
    found: list[Word] = []
    before = ""
    kept = _all_short(tokens)
    for i, token in enumerate(tokens):
        bare = plain(token.text)
        if found and found[-1].plain == "abd" and bare in spelling_rules().article:
            found[-1] = word("Abdul")
        elif not kept and _is_particle(tokens, i):
            before += bare
        else:
            found.append(word("Abdul" if re.fullmatch("abd[aeo]l", bare) else token.text, before))
            before = ""
    return tuple(found)


def _ordered(tokens: list[Token]) -> bool:
    return any(plain(token.text) in spelling_rules().son for token in tokens)


def _is_particle(tokens: list[Token], i: int) -> bool:
    """A small word inside a name. With a capital at its beginning it may be the name itself ("Ben Dorn")."""
    token, bare = tokens[i], plain(tokens[i].text)
    if i + 1 >= len(tokens) or bare not in _particles() or (len(bare) == 1 and token.text[0].isupper()):
        return False
    follows = tokens[i + 1].bound
    return i > 0 or token.text.islower() or follows or bare in spelling_rules().always


def _all_short(tokens: list[Token]) -> bool:
    """Say whether a name is of single syllables: "Van" and "Le" with a capital are then no particles."""
    return all(token.text[0].isupper() and word(token.text).short for token in tokens) and not any(
        plain(token.text) in spelling_rules().always | spelling_rules().article for token in tokens
    )


def _without_suffixes(tokens: list[Token]) -> tuple[list[Token], str | None]:
    number = next((token.text for token in tokens[1:] if _NUMBER.fullmatch(token.text)), None)
    tokens = [token for i, token in enumerate(tokens) if i == 0 or not _NUMBER.fullmatch(token.text)]
    while len(tokens) > 1 and (_ROMAN.fullmatch(tokens[-1].text) or tokens[-1].text in _suffixes()):
        number = tokens[-1].text if _ROMAN.fullmatch(tokens[-1].text) else number
        tokens = tokens[:-1]
    if len(tokens) > 1 and _NUMBER.fullmatch(tokens[0].text):
        tokens = tokens[1:]
    return tokens, number


def _all_suffix(part: list[Token]) -> bool:
    return all(token.text in _suffixes() or _ROMAN.fullmatch(token.text) for token in part)


def _is_title(part: list[Token]) -> bool:
    """Say whether a part after a comma is an office: "Ilse Dorn, Minister of Fisheries"."""
    return len(_without_titles(part)) < len(part) and any(
        plain(token.text) in ("of", "for") for token in part
    )


def _without_titles(tokens: list[Token]) -> list[Token]:
    """Drop honorifics, offices and abbreviations of offices before a name."""
    while tokens:
        if len(tokens) > 1 and plain(tokens[0].text) in office_rules().joiners and _title(tokens[1:]):
            tokens = tokens[1:]
        length = _title(tokens)
        if length == 0 or (length >= len(tokens) and len(tokens) == 1 and not _no_name(tokens[0])):
            return tokens
        tokens = tokens[length:]
    return tokens


def _no_name(token: Token) -> bool:
    return plain(token.text) in {plain(head) for head in head_of()}


def _title(tokens: list[Token]) -> int:
    """How many tokens at the beginning are a title."""
    for length in range(min(_LONGEST_TITLE, len(tokens)), 0, -1):
        if " ".join(plain(token.text) for token in tokens[:length]) in _titles():
            return length
    first = tokens[0].text
    if len(tokens) > 2 and tokens[0].text in office_rules().bodies:
        return 1
    told = len(tokens) > 2 or (len(tokens) == 2 and not tokens[1].text.isupper())
    return 1 if told and len(first) > 2 and first.isupper() and not _VOWEL.search(first) else 0


@per_rules
def _titles() -> frozenset[str]:
    rules = office_rules()
    words = {word for entry in (*rules.honorifics, *rules.modifiers) for word in entry.words}
    words |= {word for entry in rules.heads for word in entry.words}
    words |= {before for entry in rules.portfolios for before in entry.before}
    found = {" ".join(plain(token.text) for token in _tokens(word)) for word in words}
    return frozenset(found - spelling_rules().soft - {""})


@per_rules
def _particles() -> frozenset[str]:
    rules = spelling_rules()
    words = {plain(part) for word in office_rules().particles for part in re.split(r"[\s/-]+", word) if part}
    return rules.always | rules.article | words


@per_rules
def _suffixes() -> frozenset[str]:
    return frozenset({*office_rules().suffixes, *(word.replace(".", "") for word in office_rules().suffixes)})

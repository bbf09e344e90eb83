"""One word of a name: as written, without accents, and in the forms that all its spellings share."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from regesta.rules.spellings import spelling_rules

_MARKS = re.compile(r"['’‘`´ʼʻʿʾ′.]")
_VOWELS = re.compile(r"[aeiouy]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name.

    ``plain`` has neither case nor accents; ``forms`` are what all its spellings share, more than
    one where a spelling can be read in two ways; ``given`` is the name of which it is a form in
    another language or for short. An ``initial`` stands for any word that begins with it.
    """

    written: str
    plain: str
    forms: frozenset[str]
    given: str | None
    initial: bool
    short: bool


@lru_cache(maxsize=65536)
def word(written: str, particle: str = "") -> Word:
    """Return the word ``written``, which may also be written in one with the ``particle`` before it."""
    bare = plain(written)
    initial = len(bare) == 1 or (len(bare) == 2 and written.endswith("."))
    both = forms(bare) | forms(particle + bare) if particle and not initial else forms(bare)
    given = None if initial else _given_name(bare)
    return Word(written, bare, both, given, initial, not initial and _is_short(bare))


def plain(written: str) -> str:
    """Return a word in small letters without accents, apostrophes and full stops."""
    parts = unicodedata.normalize("NFKD", _MARKS.sub("", written).casefold())
    bare = "".join(letter for letter in parts if not unicodedata.combining(letter))
    return bare.translate(spelling_rules().strange)


@lru_cache(maxsize=65536)
def forms(bare: str) -> frozenset[str]:
    """Return what all spellings of a plain word share."""
    found = {bare}
    for rule in spelling_rules().classes:
        found = {rule.pattern.sub(put, one) for one in found for put in rule.put}
    return frozenset(found - {""} or {bare})


def _given_name(bare: str) -> str | None:
    exact, by_form = _given()
    found = (by_form[form] for form in sorted(forms(bare)) if form in by_form)
    return exact.get(bare) or next(found, None)


@cache
def _given() -> tuple[dict[str, str], dict[str, str]]:
    """The name for which a given name stands: by the name itself, and by each of its forms."""
    exact = {name: group[0] for group in spelling_rules().given for name in group}
    return exact, {form: first for name, first in exact.items() for form in forms(name)}


def _is_short(bare: str) -> bool:
    """Say whether a word has one vowel, or is one or two Chinese syllables: then each letter counts."""
    stem = bare[:-1] if bare.endswith("e") and len(_VOWELS.findall(bare)) == 2 else bare
    if stem != bare and not _VOWELS.fullmatch(bare[-2]) and len(_VOWELS.findall(stem)) == 1:
        return True
    return len(_VOWELS.findall(bare)) <= 1 or spelling_rules().syllable_pattern.fullmatch(bare) is not None

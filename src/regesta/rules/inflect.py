"""The forms of English verbs, by rule and by a list of irregular ones.

American and British spellings are both given where they differ ("signaled", "signalled";
"recognize", "recognise"), the commoner or the listed one first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

FORMS = ("base", "third", "past", "participle", "ing")

_VOWELS = "aeiou"
# Endings of verbs of several syllables whose last syllable is stressed and so doubles its consonant.
_STRESSED = re.compile(
    r"(?:fer|mit|cur|pel|gret|trol|quip|bet|lot|bel|nul|fil|stil|til|cel|rol|get|set|thral|abut|acquit|unzip|"
    r"ppal|deter|aver|debar|unplug|handicap|program|format)$"
)
_UNSTRESSED = frozenset(
    [
        *("offer", "suffer", "differ", "proffer", "buffer", "pilfer", "limit", "vomit", "summit"),
        *("target", "budget", "fidget", "pilot", "ballot"),
    ]
)
_BOTH = frozenset(["focus", "bias", "benefit", "worship", "kidnap", "combat", "refocus", "canvas"])
_NOT_ISE = frozenset(["seize", "prize", "size", "capsize", "downsize", "resize", "assize"])
_LY_VERBS = frozenset(
    ["ally", "apply", "reply", "rely", "supply", "imply", "comply", "multiply", "rally", "fly"]
)
_LEADING = frozenset(["also", "once", "again", "well", "duly"])


def forms(lemma: str, irregular: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Return the accepted spellings of each form of a verb.

    ``irregular`` maps a lemma to its past and participle, and where they are irregular too to
    its third person and -ing form; a slash parts alternatives ("dwelt/dwelled"). Of several
    words only the head is inflected: the first that is no adverb ("highly evaluate",
    "take note of").
    """
    words = lemma.split()
    at = head_index(words)
    before, after = words[:at], words[at + 1 :]
    made = _word_forms(words[at], irregular)
    return {key: tuple(" ".join((*before, form, *after)) for form in made[key]) for key in FORMS}


def head_index(words: list[str]) -> int:
    """Return which of a verb's words is inflected; ``words`` must not be empty."""
    for at, word in enumerate(words[:-1]):
        if not (word in _LEADING or (word.endswith("ly") and word not in _LY_VERBS)):
            return at
    return len(words) - 1


def _word_forms(word: str, irregular: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    prefix, given = _irregular(word, irregular)
    bases = _spellings(word)
    made = {
        "base": bases,
        "third": tuple(_third(base) for base in bases),
        "past": tuple(past for base in bases for past in _past(base)),
        "ing": tuple(ing for base in bases for ing in _ing(base)),
    }
    made["participle"] = made["past"]
    for key, listed in zip(("past", "participle", "third", "ing"), given, strict=False):
        made[key] = tuple(prefix + form for form in listed.split("/"))
    return made


def _irregular(word: str, irregular: Mapping[str, tuple[str, ...]]) -> tuple[str, tuple[str, ...]]:
    """Look up a word, or what follows its hyphen ("co-lead" goes like "lead")."""
    if word in irregular:
        return "", irregular[word]
    prefix, hyphen, rest = word.rpartition("-")
    return prefix + hyphen, irregular.get(rest, ()) if hyphen else ()


def _spellings(word: str) -> tuple[str, ...]:
    if word.endswith(("ize", "yze")) and word not in _NOT_ISE and len(word) > 4:
        return word, word[:-2] + "se"
    return (word,)


def _third(word: str) -> str:
    if re.search(r"(?:s|x|z|ch|sh|[^aeiou]o)$", word):
        return word + ("zes" if re.search(r"[^aeiou][aeiou]z$", word) else "es")
    return _y_to_i(word) + ("es" if _y_changes(word) else "s")


def _past(word: str) -> tuple[str, ...]:
    if word.endswith("e"):
        return (word + "d",)
    return tuple(stem + "ed" for stem in _stems(_y_to_i(word)))


def _ing(word: str) -> tuple[str, ...]:
    if word.endswith("ie"):
        return (word[:-2] + "ying",)
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")) and word not in ("be", "singe"):
        return (word[:-1] + "ing",)
    return tuple(stem + "ing" for stem in _stems(word))


def _stems(word: str) -> tuple[str, ...]:
    """What stands before -ed and -ing: the word, or with its last consonant doubled, or both."""
    if word.endswith("c"):
        return (word + "k",)
    if not _ends_short(word):
        return (word,)
    double = word + word[-1]
    if word in _BOTH or (word.endswith("l") and _syllables(word) > 1 and not word.endswith("trol")):
        return (word, double) if word in _BOTH or not _STRESSED.search(word) else (double, word)
    if _syllables(word) == 1 or (_STRESSED.search(word) and word not in _UNSTRESSED):
        return (double,)
    return (word,)


def _ends_short(word: str) -> bool:
    """Say whether a word ends in consonant, one vowel, one consonant that can double."""
    core = word.replace("qu", "q")
    return re.search(r"(?:^|[^aeiou])[aeiouy][^aeiouywx]$", core) is not None


def _syllables(word: str) -> int:
    return len(re.findall(r"[aeiouy]+", word.replace("qu", "q")))


def _y_changes(word: str) -> bool:
    return word.endswith("y") and len(word) > 1 and word[-2] not in _VOWELS


def _y_to_i(word: str) -> str:
    return word[:-1] + "i" if _y_changes(word) else word

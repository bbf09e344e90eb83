"""What somebody types into a search box, as a question to the index of words.

Words are looked for in all their forms and spellings, "phrases" as they are written; -words and
-"phrases" must not stand in the sentence, and begin* is any word that begins so. Whatever else is
typed is read as plain words, so that no input is wrong but for one without a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from regesta.model.finding import RegestaError
from regesta.rules.force import per_rules
from regesta.rules.inflect import forms
from regesta.rules.search import search_rules
from regesta.rules.verbs import verb_rules

MOST_WORDS = 32
LONGEST = 500
Stands = Callable[[str], bool]

_PIECE = re.compile(r'(?P<without>(?<!\S)-)?(?:"(?P<phrase>[^"]{0,500})"|(?P<word>[^\s"]{1,500}))')
_SINGLE = re.compile(r"[a-z]{2,40}")
_UNSEEN = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")
_ENDINGS = (
    ("ies", "y"), ("ied", "y"), ("es", ""), ("s", ""), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", ""),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Looked:
    """One thing that is looked for: any of these ``phrases``, ``prefix`` says that the last word goes on.

    ``without`` says that it must not stand in the sentence.
    """

    phrases: tuple[str, ...]
    prefix: bool = False
    without: bool = False


def read_words(typed: str) -> tuple[Looked, ...]:
    """Return what is looked for; raise :class:`RegestaError` where no word is typed, or too many."""
    plain = _UNSEEN.sub(" ", typed)
    if len(plain) > LONGEST:
        raise RegestaError(f"A search has at most {LONGEST} letters; leave some words out.")
    found = tuple(_pieces(plain))
    if not found:
        raise RegestaError("There is no word to search for; write one.")
    if len(found) > MOST_WORDS:
        raise RegestaError(f"A search has at most {MOST_WORDS} words; leave some out.")
    if all(one.without for one in found):
        return tuple(Looked(one.phrases, one.prefix) for one in found)
    return found


def widened(looked: tuple[Looked, ...], stands: Stands) -> tuple[Looked, ...]:
    """Add to each single word its other forms and spellings for which ``stands`` says that they are held."""
    return tuple(
        one
        if one.prefix or one.phrases[0].startswith('"') or len(one.phrases) > 1
        else Looked((one.phrases[0], *_others(one.phrases[0], stands)), without=one.without)
        for one in looked
    )


def expression(looked: tuple[Looked, ...]) -> str:
    """Return the question in the language of FTS5, for the column of the words."""
    wanted = " AND ".join(_any(one) for one in looked if not one.without)
    unwanted = [_any(one) for one in looked if one.without]
    said = f"(words : ({wanted}))"
    return f"({said} NOT (words : ({' OR '.join(unwanted)})))" if unwanted else said


def wanted_only(looked: tuple[Looked, ...]) -> str:
    """Return the question for anything that is to be marked in a sentence."""
    return f"words : ({' OR '.join(_any(one) for one in looked if not one.without)})"


def quoted(phrase: str) -> str:
    """Return words as a string of FTS5."""
    return '"' + phrase.strip('"').replace('"', " ") + '"'


def _pieces(plain: str) -> Iterator[Looked]:
    for match in _PIECE.finditer(plain):
        phrase, word, without = match["phrase"], match["word"], match["without"] is not None
        written = word if phrase is None else phrase
        if not any(letter.isalnum() for letter in written):
            continue
        if phrase is not None:
            yield Looked((f'"{phrase}"',), without=without)
        else:
            prefix = word.endswith("*") and len(word.strip("*")) > 1
            yield Looked((word.strip("*"),), prefix, without)


def _any(one: Looked) -> str:
    star = "*" if one.prefix else ""
    return "(" + " OR ".join(quoted(phrase) + star for phrase in one.phrases) + ")"


def _others(word: str, stands: Stands) -> list[str]:
    """Return the other forms and spellings of a word that stand in the ledger."""
    low = word.casefold()
    if not _SINGLE.fullmatch(low):
        return []
    spelled = [low, *(other for rule in search_rules().spellings if (other := rule.of(low)))]
    found = {
        form
        for one in spelled
        for base in (one, *_bases(one, stands))
        for form in {base, *_forms(base)}
    }  # fmt: skip
    return [form for form in sorted({*found, *spelled} - {low}) if " " not in form and stands(form)]


def _bases(word: str, stands: Stands) -> Iterator[str]:
    """Yield the words of which ``word`` can be a form, of two such ("hoped": hope, hop) the one with an e."""
    yield from _irregular().get(word, ())
    taken: set[str] = set()
    for ending, put in _ENDINGS:
        if not word.endswith(ending) or ending in taken or word.endswith("ss"):
            continue
        left = word.removesuffix(ending) + put
        for base in (left, left[:-1]) if left[-1:] == left[-2:-1] and not put else (left,):
            if len(base) > 2 and word in _forms(base) and stands(base):
                taken.add(ending)
                yield base
                break


@per_rules
def _forms(base: str) -> frozenset[str]:
    made = forms(base, verb_rules().irregular)
    return frozenset(form for some in made.values() for form in some)


@per_rules
def _irregular() -> dict[str, tuple[str, ...]]:
    """The bases of irregular forms."""
    found: dict[str, list[str]] = {}
    for base, listed in verb_rules().irregular.items():
        for form in {one for some in listed for one in some.split("/")}:
            found.setdefault(form, []).append(base)
    return {form: tuple(bases) for form, bases in found.items()}

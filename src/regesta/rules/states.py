"""States, territories and organisations: the words in use for them (``states.yml``).

A pack may add invented states or further words for known ones through
:meth:`States.with_extra`; :class:`StateEntry` is the form of an entry in both.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from regesta.model.finding import RegestaError
from regesta.rules.base import Strict, read_rules
from regesta.rules.phrases import normal, without_accents

Kind = Literal["name", "adjective", "people", "metonym", "organisation", "combining"]
Code = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
Zone = Annotated[str, Field(pattern=r"^(?:[A-Z][A-Za-z_]+(?:/[A-Za-z][A-Za-z_-]+){1,2}|[+-]\d\d:\d\d)$")]
Words = tuple[Annotated[str, Field(min_length=2)], ...]


class StateEntry(Strict):
    """One party and its words. ``names[0]`` is the label; ``capitals`` also serve as metonyms.

    ``places`` and ``venues`` (venue: city) are for packs: the towns of an invented state; so is
    ``zone``, the one time zone that the whole of it keeps.
    """

    code: Code
    names: Annotated[Words, Field(min_length=1)]
    official: Words = ()
    abbreviations: Words = ()
    adjectives: Words = ()
    people: Words = ()
    capitals: Words = ()
    metonyms: Words = ()
    places: Words = ()
    venues: dict[str, str | None] = Field(default_factory=dict)
    zone: Zone | None = None


class OrganisationEntry(Strict):
    """A body that is no party of the record format; ``party`` is set where it is a party's organ."""

    names: Annotated[Words, Field(min_length=1)]
    party: Code | None = None


class AmbiguousWord(Strict):
    """A word for several parties; ``code`` is what to take where nothing better is known."""

    word: str
    kind: Kind
    candidates: Annotated[tuple[Code, ...], Field(min_length=2)]
    code: Code | None


class StateRules(Strict):
    """The whole of ``states.yml``; the file's own comments say what each list is for."""

    states: tuple[StateEntry, ...]
    organisations: tuple[OrganisationEntry, ...] = ()
    ambiguous: tuple[AmbiguousWord, ...] = ()
    combining: dict[str, Code] = Field(default_factory=dict)
    not_metonyms: tuple[str, ...] = ()
    decoys: tuple[str, ...] = ()
    features_after: tuple[str, ...] = ()
    features_before: tuple[str, ...] = ()
    documents_after: tuple[str, ...] = ()
    place_before: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    given_names: tuple[str, ...] = ()
    function_words: tuple[str, ...] = ()
    past_forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StateWord:
    """What a word for a party means. ``both`` is set where it may be a name or an adjective."""

    code: str | None
    candidates: tuple[str, ...]
    kind: Kind
    label: str
    both: bool = False


class States:
    """All parties known to a reading, and the words for them. Values never change."""

    def __init__(self, rules: StateRules) -> None:
        """Index ``rules``; two entries with one code are an error."""
        self.rules = rules
        self._by_code = {entry.code: entry for entry in rules.states}
        if len(self._by_code) != len(rules.states):
            raise RegestaError("states: a code is given twice; keep one entry for each code.")
        self._words: dict[str, StateWord] | None = None

    def by_code(self, code: str) -> StateEntry | None:
        """Return the entry for ``code``, or None where no party has it."""
        return self._by_code.get(code)

    def __iter__(self) -> Iterator[StateEntry]:
        """Go over all entries in the order of the file, packs last."""
        return iter(self._by_code.values())

    @property
    def codes(self) -> tuple[str, ...]:
        """All codes of parties."""
        return tuple(self._by_code)

    @property
    def names(self) -> dict[str, str]:
        """The label of each code."""
        return {code: entry.names[0] for code, entry in self._by_code.items()}

    def label(self, code: str) -> str:
        """Return the name we print for ``code``; an unknown code is its own label."""
        entry = self._by_code.get(code)
        return entry.names[0] if entry else code

    def code_of(self, name: str) -> str | None:
        """Return the one party that ``name`` stands for ('Republic of Korea'), else None."""
        found = self.words.get(normal(name))
        return found.code if found else None

    def body_of(self, name: str | None) -> str | None:
        """Return the label of the organisation that is named first in ``name``, if it is no party."""
        words = (name or "").split()
        for start in range(len(words)):
            for end in range(len(words), start, -1):
                found = self.words.get(normal(" ".join(words[start:end]).strip("(),")))
                if found is not None and found.kind == "organisation" and found.code is None:
                    return found.label
        return None

    def with_extra(self, entries: Iterable[StateEntry]) -> States:
        """Return these states and ``entries``; an entry with a known code adds its words to it.

        A word of an entry wins over the same word of a state that was there before.
        """
        merged = dict(self._by_code)
        for entry in entries:
            before = merged.pop(entry.code, None)
            merged[entry.code] = _merge(before, entry) if before else entry
        return States(self.rules.model_copy(update={"states": tuple(merged.values())}))

    @property
    def words(self) -> dict[str, StateWord]:
        """Every word and phrase in use for a party or organisation, and what it means."""
        if self._words is None:
            self._words = _words(self)
        return self._words


def _merge(old: StateEntry, new: StateEntry) -> StateEntry:
    """Return ``old`` with the words of ``new`` after its own."""
    lists = ("names", "official", "abbreviations", "adjectives", "people", "capitals", "metonyms", "places")
    joined = {key: tuple(dict.fromkeys(getattr(old, key) + getattr(new, key))) for key in lists}
    return old.model_copy(
        update={**joined, "venues": {**old.venues, **new.venues}, "zone": new.zone or old.zone}
    )


def _words(states: States) -> dict[str, StateWord]:
    """Work out the words of all entries; what is listed as ambiguous has the last say."""
    rules = states.rules
    found: dict[str, StateWord] = {}
    for entry in states:
        _add_state(found, entry, frozenset(rules.not_metonyms))
    for body in rules.organisations:
        label = body.names[0]
        word = StateWord(body.party, (body.party,) if body.party else (), "organisation", label)
        found.update((name, word) for name in map(normal, body.names))
    for one in rules.ambiguous:
        label = states.label(one.code) if one.code else one.word
        _put(found, one.word, StateWord(one.code, one.candidates, one.kind, label))
    for first, code in rules.combining.items():
        found[first] = StateWord(code, (code,), "combining", states.label(code))
    return found


def _add_state(found: dict[str, StateWord], entry: StateEntry, not_metonyms: frozenset[str]) -> None:
    """Add the words of one entry; a name wins over an adjective, an adjective over a metonym."""
    names = {*entry.names, *entry.official, *entry.abbreviations}

    def word(kind: Kind, both: bool = False) -> StateWord:
        return StateWord(entry.code, (entry.code,), kind, entry.names[0], both)

    for place in (*entry.capitals, *entry.metonyms):
        if place not in not_metonyms:
            _put(found, place, word("metonym"))
    for people in entry.people:
        _put(found, people, word("people"))
    for adjective in entry.adjectives:
        _put(found, adjective, word("adjective"))
    for name in names:
        _put(found, name, word("name", name in entry.adjectives))


def _put(found: dict[str, StateWord], phrase: str, word: StateWord) -> None:
    """Enter ``phrase`` as written, without its accents, and in capitals as headings have it."""
    for form in (phrase, without_accents(phrase)):
        found[normal(form)] = word
        if len(form) >= 4 and not form.isupper():
            found[normal(form).upper()] = word


@functools.cache
def states() -> States:
    """Return the states that ship with Regesta, read once."""
    return States(read_rules("states.yml", StateRules))

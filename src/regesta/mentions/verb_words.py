"""The words of ``data/verbs.yml`` turned round: from a word as written to what it may be."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from regesta.mentions.auxiliaries import BE, WILL
from regesta.mentions.tokens import Token
from regesta.rules.force import per_rules
from regesta.rules.inflect import forms
from regesta.rules.verbs import NounClass, Predicate, VerbGroup, VerbRules, verb_rules

R = TypeVar("R")


@dataclass(slots=True)
class Entry:
    """One form of a verb of the table: the fixed words before and after it, and what it reports.

    It is a verb of ``group``, a light verb of the classes ``light``, or an ``event``.
    """

    lead: tuple[str, ...]
    tail: tuple[str, ...]
    form: str
    lemma: str
    group: VerbGroup | None = None
    light: frozenset[str] = frozenset()
    event: bool = False

    def same_words(self, other: Entry) -> bool:
        """Say whether two entries are the same words in the same form."""
        return (self.lead, self.tail, self.form) == (other.lead, other.tail, other.form)


class Bare:
    """What a word may be that stands without fixed words: a full verb, a light one, an event.

    Of the entries for light verbs one is kept for each set of classes.
    """

    __slots__ = ("event", "event_forms", "group_forms", "groups", "light_forms", "lights")

    def __init__(self, entries: Sequence[Entry]) -> None:
        """Sort ``entries``, which have no fixed words."""
        self.groups = [entry for entry in entries if entry.group]
        self.group_forms = frozenset(entry.form for entry in self.groups)
        lights = [entry for entry in entries if entry.light]
        self.lights = [
            one for at, one in enumerate(lights) if one.light not in [e.light for e in lights[:at]]
        ]
        self.light_forms = frozenset(entry.form for entry in lights)
        events = [entry for entry in entries if entry.event]
        self.event = events[0] if events else None
        self.event_forms = frozenset(entry.form for entry in events)


class Phrases(Generic[R]):
    """Phrases by their first word, the longest first, with what each belongs to."""

    def __init__(self, rows: Sequence[tuple[str, R]]) -> None:
        """File the phrases of ``rows``; they match in lower case, word by word. ``firsts`` begin them."""
        self._rows: dict[str, list[tuple[list[str], R]]] = {}
        for phrase, value in rows:
            words = phrase.lower().split()
            self._rows.setdefault(words[0], []).append((words, value))
        for filed in self._rows.values():
            filed.sort(key=lambda row: -len(row[0]))
        self.firsts: Collection[str] = self._rows.keys()

    def at(self, toks: Sequence[Token], j: int) -> list[tuple[int, R]]:
        """Return the phrases that stand at token ``j``, each with the token after it."""
        rows = self._rows.get(toks[j].low)
        if rows is None:
            return []
        here = [t.low for t in toks[j : j + len(rows[0][0])]]
        return [(j + len(words), value) for words, value in rows if here[: len(words)] == words]


@dataclass(slots=True)
class Lexicon:
    """The verb table compiled for look-up.

    ``heads`` holds what a word may be, what has the most fixed words first. ``plain_events`` are the words
    that are verbs of one word without a condition and report nothing: their forms and lemma. Of the others
    ``tails`` holds the first of the fixed words that may follow, ``tailless`` what a word may be without any,
    and ``bare`` the same sorted, where no fixed word need stand before the word either. ``openers`` are all
    words with which a verb may begin, or after which one does.
    """

    nouns: Phrases[NounClass]
    predicates: Phrases[Predicate]
    adverbs: frozenset[str]
    adverb_phrases: frozenset[tuple[str, ...]]
    adverb_ends: dict[str, list[tuple[str, ...]]]
    no_verbs: frozenset[str]
    before_noun: frozenset[str]
    phrase_ends: frozenset[str]
    heads: dict[str, list[Entry]] = field(default_factory=dict)
    plain_events: dict[str, tuple[frozenset[str], str]] = field(default_factory=dict)
    tails: dict[str, frozenset[str]] = field(default_factory=dict)
    tailless: dict[str, list[Entry]] = field(default_factory=dict)
    bare: dict[str, Bare] = field(default_factory=dict)
    openers: frozenset[str] = frozenset()

    def is_adverb(self, low: str) -> bool:
        """Say whether a word may stand between a verb and its auxiliaries or fixed words."""
        return low in self.adverbs or low.endswith("ly")


@per_rules
def lexicon() -> Lexicon:
    """Return the shipped verb table compiled for look-up; built once."""
    rules = verb_rules()
    phrases = frozenset(tuple(a.split()) for a in rules.adverbs if " " in a)
    lex = Lexicon(
        nouns=Phrases([(noun, nouns) for nouns in rules.nouns for noun in nouns.nouns]),
        predicates=Phrases([(words, one) for one in rules.predicates for words in one.words]),
        adverbs=frozenset(a for a in rules.adverbs if " " not in a),
        adverb_phrases=phrases,
        adverb_ends=_by_last_word(phrases),
        no_verbs=rules.no_verbs,
        before_noun=rules.before_noun,
        phrase_ends=rules.phrase_ends,
    )
    _add_verbs(lex, rules)
    for low, entries in lex.heads.items():
        entries.sort(key=lambda entry: -len(entry.tail) - len(entry.lead))
        if all(entry.event and not entry.lead and not entry.tail for entry in entries):
            lex.plain_events[low] = frozenset(entry.form for entry in entries), entries[0].lemma
        lex.tails[low] = frozenset(entry.tail[0] for entry in entries if entry.tail)
        lex.tailless[low] = [entry for entry in entries if not entry.tail]
        if not any(entry.lead for entry in lex.tailless[low]):
            lex.bare[low] = Bare(lex.tailless[low])
    lex.openers = frozenset({*lex.heads, *BE, *WILL})
    return lex


def _by_last_word(phrases: Iterable[tuple[str, ...]]) -> dict[str, list[tuple[str, ...]]]:
    """File phrases under their last words, the longest first."""
    ends: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
        ends.setdefault(phrase[-1], []).append(phrase)
    return ends


def _add_verbs(lex: Lexicon, rules: VerbRules) -> None:
    for group in rules.groups:
        for verb in group.verbs:
            _add_verb(lex, rules, verb, group=group)
    for name, verbs in rules.light_verbs.items():
        for verb in verbs:
            _add_verb(lex, rules, verb, light=frozenset({name}))
    for verb in rules.events:
        _add_verb(lex, rules, verb, event=True)


def _add_verb(
    lex: Lexicon,
    rules: VerbRules,
    verb: str,
    *,
    group: VerbGroup | None = None,
    light: frozenset[str] = frozenset(),
    event: bool = False,
) -> None:
    """File a verb under all spellings of its head: its first word that is no adverb."""
    words = verb.lower().split()
    at = next((i for i, word in enumerate(words) if word not in lex.adverbs), len(words) - 1)
    lead, tail = tuple(words[:at]), tuple(words[at + 1 :])
    for form, spellings in forms(words[at], rules.irregular).items():
        for spelling in spellings:
            entry = Entry(lead, tail, form, " ".join(words), group, light, event)
            _file(lex.heads.setdefault(spelling, []), entry)


def _file(entries: list[Entry], entry: Entry) -> None:
    """Add an entry; the classes of one light verb are gathered in one entry."""
    for known in entries:
        if entry.light and known.light and known.same_words(entry):
            known.light |= entry.light
            return
    entries.append(entry)

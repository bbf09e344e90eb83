"""The cast of one document: which names and offices are one person, and for which side.

Names are joined by their words ("Minister Kishida" is "Fumio Kishida"); an office alone is
resolved to the person who is shown to hold it. A country that no words state is taken from the
publisher, and marked so.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from regesta.mentions.people import PersonMention
from regesta.model.records import Actor
from regesta.records.view import Ref, Sentence

HEADS = frozenset({"head_of_state", "head_of_government"})
MINISTERS = frozenset({"foreign_minister", "defence_minister", "minister", "deputy_minister"})
_VOICE = re.compile(r"\bspokes(?:person|man|woman)\b|\bpress secretary\b", re.IGNORECASE)
_SUFFIX = re.compile(r",?\s+(?:Jr|Sr)\.?$")


def fold(words: str) -> str:
    """Return ``words`` without case, accents and marks."""
    plain = unicodedata.normalize("NFKD", words)
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"[^\w]+", " ", plain).strip().lower()


@dataclass(slots=True)
class Entity:
    """One person of the document."""

    name: str
    words: frozenset[str]
    level: str | None = None
    role: str | None = None
    country: str | None = None
    country_basis: str = "stated"
    first: int = 0
    titled: bool = False

    @property
    def voice(self) -> bool:
        """Whether the person only speaks for the publisher ("Spokesperson X") and takes no part."""
        return bool(self.role and _VOICE.search(self.role))

    def actor(self, basis: str = "stated") -> Actor:
        """Return the person as an actor of a record."""
        return Actor("person", self.name, self.country, self.role, basis)


@dataclass(slots=True)
class Cast:
    """All persons of the document in the order of their first mention."""

    entities: list[Entity] = field(default_factory=list)
    side: str | None = None
    head_level: str | None = None

    def find(self, name: str) -> Entity | None:
        """Return the person a name belongs to: its words are among theirs, or theirs among its."""
        words = _name_words(name)
        if not words:
            return None
        same = [e for e in self.entities if words <= e.words or e.words <= words]
        if same:
            return same[-1] if len(words) > 1 else max(same, key=lambda e: (_last(e.name) in words, e.titled))
        return next((e for e in self.entities if _alike(words, e.words)), None)

    def of_ref(self, ref: Ref) -> Entity | None:
        """Return the person a ref names, if it names one."""
        person = ref.person
        if person is None:
            return None
        if person.name is not None:
            return self.find(person.name)
        return self.holder(person)

    def holder(self, office: PersonMention) -> Entity | None:
        """Return who holds an office named alone ("the Russian President", "the Secretary")."""
        if office.level is None:
            return None
        fits = [e for e in self.entities if _same_level(e, office)]
        if office.state is not None:
            return next((e for e in fits if e.country == office.state), None)
        if len(fits) == 1:
            return fits[0]
        exact = [e for e in fits if e.role and office.office and fold(office.office) in fold(e.role)]
        if len(exact) == 1:
            return exact[0]
        home = [e for e in fits if e.country == self.side and self.side is not None]
        if len(home) == 1 or (home and _is_head(office)):
            return home[0]
        named = [e for e in self.entities if e.role and office.office and fold(office.office) in fold(e.role)]
        return named[0] if len(named) == 1 and len(fold(office.office or "").split()) > 1 else None


def _is_head(office: PersonMention) -> bool:
    return office.level in HEADS


def _same_level(entity: Entity, office: PersonMention) -> bool:
    if entity.level == office.level:
        return True
    if office.level in HEADS and entity.level in HEADS:
        return bool(
            entity.role and office.office and fold(office.office).split()[-1] in fold(entity.role).split()
        ) or ("leader" in fold(office.office or ""))
    plain = fold(office.office or "").split()
    return (
        bool(plain) and len(plain) == 1 and entity.role is not None and plain[0] in fold(entity.role).split()
    )


def _last(name: str) -> str:
    words = fold(_SUFFIX.sub("", name)).split()
    return words[-1] if words else ""


def _name_words(name: str) -> frozenset[str]:
    words = fold(_SUFFIX.sub("", name)).split()
    return frozenset(w for w in words if len(w) > 1) or frozenset(words)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether two names of several words differ by spelling only (Muhamedov, Muhamdov)."""
    if len(one) != len(other) or len(one) < 2:
        return False
    left, right = sorted(one - other), sorted(other - one)
    return bool(left) and all(
        len(a) >= 5 and SequenceMatcher(None, a, b).ratio() >= 0.85 for a, b in zip(left, right, strict=True)
    )


def build_cast(
    sentences: Sequence[Sentence], side: str | None, head_level: str | None, title: int | None
) -> Cast:
    """Read the persons of a document. ``side`` is the publisher's, ``head_level`` the office it serves."""
    cast = Cast(side=side, head_level=head_level)
    for sentence in sentences:
        for ref in sentence.refs:
            if ref.person is not None and ref.person.name is not None and ref.person.titled:
                _add(cast, ref.person)
    untitled = [
        (s, r) for s in sentences for r in s.refs if r.person and r.person.name and not r.person.titled
    ]
    for sentence, ref in untitled:
        _add_untitled(cast, sentence, ref, title)
    cast.entities.sort(key=lambda e: e.first)
    _settle_countries(cast, sentences, title)
    return cast


def _add(cast: Cast, person: PersonMention) -> Entity:
    assert person.name is not None
    entity = cast.find(person.name)
    words = _name_words(person.name)
    if (
        entity is not None
        and person.state
        and entity.country not in (None, person.state)
        and words != entity.words
    ):
        entity = None
    if entity is None:
        entity = Entity(_clean(person.name), words, first=person.span.start)
        cast.entities.append(entity)
    if len(words) > len(entity.words):
        entity.name, entity.words = _clean(person.name), words
    entity.first = min(entity.first, person.span.start)
    entity.titled = entity.titled or person.titled
    if person.level is not None and (entity.level is None or entity.role is None or _better(person, entity)):
        entity.level, entity.role = person.level, _role(person.office)
    if person.state is not None and entity.country is None:
        entity.country = person.state
    return entity


def _better(person: PersonMention, entity: Entity) -> bool:
    """A fuller office replaces a shorter one ("Secretary" after "Secretary of State")."""
    return len(person.office or "") > len(entity.role or "")


def _role(office: str | None) -> str | None:
    return None if office is None else re.sub(r"^(?:[Tt]he|then)\s+", "", office)


def _clean(name: str) -> str:
    return " ".join(name.split())


def _add_untitled(cast: Cast, sentence: Sentence, ref: Ref, title: int | None) -> None:
    """Take a bare run of capitalised words for a person where words around it say so."""
    person = ref.person
    assert person is not None and person.name is not None
    known = cast.find(person.name)
    if known is not None:
        if len(person.name.split()) > 1 or known.words:
            _add(cast, person)
        return
    if (
        len(person.name.split()) < 2
        or (ref.start > 0
        and sentence.toks[ref.start - 1].low in ("the", "a", "an"))
    ):
        return
    if _acts(sentence, ref.end) or (sentence.block.index == title and _met(sentence, ref.start)):
        _add(cast, person)


def _acts(sentence: Sentence, end: int) -> bool:
    """Say whether a verb of the table follows, as it does after a subject."""
    for verb in sentence.verbs:
        between = sentence.toks[end : verb.start]
        if verb.start >= end and len(between) <= 3 and all(t.low in _BETWEEN for t in between):
            return "ing" not in verb.forms
    return False


_BETWEEN = frozenset(["will", "has", "have", "had", "also", "then", "would", "is", "was", "to", "again"])


def _met(sentence: Sentence, start: int) -> bool:
    return start > 0 and sentence.toks[start - 1].low in ("with", "and", "between", "by")


def _settle_countries(cast: Cast, sentences: Sequence[Sentence], title: int | None) -> None:
    """Give a side to persons whose words name none: the publisher's own, or the one host named."""
    open_ = [e for e in cast.entities if e.country is None]
    if not open_ or cast.side is None:
        return
    for entity in open_:
        if entity.level is None and cast.head_level is not None and _taken(cast, cast.head_level) is None:
            entity.level = cast.head_level
    foreign = other_state(sentences, cast.side) or _most_named(sentences, cast.side)
    at_home = {e.level for e in cast.entities if e.country == cast.side}
    for entity in sorted(open_, key=lambda e: _is_object(e, sentences)):
        own_head = entity.level is not None and entity.level == cast.head_level and _taken(cast, entity.level) is None
        away = not own_head and foreign is not None and (
            _second_holder(cast, entity)
            or (
                _is_object(entity, sentences)
                and (
                    entity.level in at_home
                    or any(e.country == cast.side for e in cast.entities)
                    or _first_home(open_, sentences)
                )
            )
        )
        entity.country = foreign if away else cast.side
        entity.country_basis = "inferred" if away else "publisher"


def _second_holder(cast: Cast, entity: Entity) -> bool:
    """A state has one foreign minister: of two named close together, the second is the other side's."""
    if entity.level not in (*HEADS, "foreign_minister", "defence_minister"):
        return False
    return any(
        e.country == cast.side and e.level == entity.level and 0 < entity.first - e.first < 120
        for e in cast.entities
        if e is not entity and e.titled and entity.titled
    )


def _taken(cast: Cast, level: str) -> Entity | None:
    return next((e for e in cast.entities if e.level == level and e.country == cast.side), None)


def _first_home(open_: Sequence[Entity], sentences: Sequence[Sentence]) -> bool:
    return any(not _is_object(e, sentences) for e in open_)


def _is_object(entity: Entity, sentences: Sequence[Sentence]) -> bool:
    """Say whether the first mention of a person stands after "with", or in the list that "with" opens."""
    for sentence in sentences:
        for ref in sentence.refs:
            if ref.person and ref.person.name and _name_words(ref.person.name) <= entity.words:
                before = [t.low for t in sentence.toks[: ref.start]]
                verbs = [v.start for v in sentence.verbs if v.end <= ref.start]
                return bool(verbs) and "with" in before[verbs[-1] :]
    return False


def _most_named(sentences: Iterable[Sentence], side: str) -> str | None:
    """Return the foreign state that a whole document names far more often than any other."""
    counts = Counter(m.code for s in sentences for m in s.states if m.code not in (None, side, "UN"))
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return None
    return ranked[0][0]


def other_state(sentences: Iterable[Sentence], side: str) -> str | None:
    """Return the one foreign state that title and lead name, if it is one."""
    found: list[str] = []
    for sentence in list(sentences)[:3]:
        found += [m.code for m in sentence.states if m.code is not None and m.code not in (side, "UN")]
    codes = set(found)
    return codes.pop() if len(codes) == 1 else None

"""What a statement is about: cue words in its own words first, then its headings, then its neighbours."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import InitVar, dataclass, field
from functools import lru_cache

from regesta.mentions.tokens import Token
from regesta.model.span import Span
from regesta.model.value import value
from regesta.rules.cues import Cues, plain
from regesta.rules.packs import Pack, applying
from regesta.rules.topics import TopicRule, topic_rules

_ASIDE = re.compile(r"\([^()]{0,200}\)")
REACH = 12  # sentences back that may still say what a statement without a topic is about
# "With regard to grave visits, …": the words before the comma say what the sentence is about.
_FRONTED = re.compile(
    r"""\s*(?:with\ (?:regard|respect|reference)\ to|regarding|concerning|as\ (?:for|regards|to)
    |in\ relation\ to
    |on\ the\ (?:issue|question|subject|topic|matter|situation)s?\ (?:of|in)|touching\ (?:up)?on
    |turning\ to|speaking\ (?:of|about)
    |in\ the\ (?:area|field|sphere|context)s?\ of|on(?!\ the\ (?:occasion|margins|sidelines|basis)|\ behalf))
    \b[^,;:]{3,200},""",
    re.VERBOSE,
)
# Who somebody is, not what is spoken of: "the Minister of Trade and Energy", "the Trade Minister", "Minister
# of State (MS) for Law and Health", "Representative of XA in the Court of Human Rights".
_OFFICE = re.compile(
    r"""\b(?:[A-Z][\w-]{1,30}(?:\ and\ [A-Z][\w-]{1,30})?\ )?
    (?:Minist(?:er|ers|ry|ries)|Secretar(?:y|ies)|Department|Commissioner|Representative|Envoy|Advis[eo]r)\b
    (?:(?:\ \([A-Z]{2,6}\))?
       \ (?:of|for|on|in|at)\ (?:the\ )?[A-Z][\w-]{1,30}(?:(?:,|,?\ and)?\ [A-Z][\w-]{1,30}){0,6}){0,4}""",
    re.VERBOSE,
)


# One of these stands in every office, and one of these words, or an office, before all that is fronted.
_HOLDS_OFFICE = re.compile("Minist|Secretar|Department|Commissioner|Representative|Envoy|Advis")
_MAY_FRONT = re.compile(
    r"\s*(?:with|regarding|concerning|as|in|on|touching|turning|speaking)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Cue:
    """What one phrase shows: a topic, how firmly, and the states whose papers it says nothing in."""

    topic: str
    weak: bool = False
    states: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """The topics in force for one document, ready for looking up."""

    topics: dict[str, TopicRule]
    text: Cues[tuple[_Cue, ...]]
    heading: Cues[tuple[_Cue, ...]]


@value
class _Shown:
    """The topics that a stretch of words shows, in order of appearance."""

    strong: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()


_NOTHING = _Shown()


@dataclass(slots=True)
class Topics:
    """Says what the statements of one document are about; ``parties`` are those of the document.

    Only the packs that apply to ``parties`` are used. What a stretch of the text shows is looked up once;
    ``sentences`` are the words of all that may be asked for, in order.
    """

    text: str
    packs: InitVar[tuple[Pack, ...]]
    parties: frozenset[str]
    sentences: InitVar[Iterable[Sequence[Token]]]
    _places: list[int] = field(init=False)
    _lexicon: _Lexicon = field(init=False)
    _seen: dict[Span, _Shown] = field(default_factory=dict)
    _fronts: dict[Span, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self, packs: tuple[Pack, ...], sentences: Iterable[Sequence[Token]]) -> None:
        """Take the topics in force for the document, and where in it one of their cues may begin."""
        self._lexicon = _lexicon(applying(packs, self.parties))
        starts = self._lexicon.text.starts
        words = (tok for toks in sentences for tok in toks)
        self._places = [tok.start + at for tok in words if (begins := starts[tok.text]) for at in begins]

    def of(
        self, span: Span, headings: Sequence[str], sentence: Span | None = None, before: Sequence[Span] = ()
    ) -> tuple[str, ...]:
        """Return the ids of the topics of the statement at ``span``, in order of appearance.

        ``headings`` are the words of the headings above it, outermost first; ``sentence`` is the
        sentence around it; ``before`` are the sentences before that one in the same block, nearest
        first. Under a heading that names a state the statement is about that state, whatever else it
        mentions. Otherwise cues of its own words win; without any, those of the nearest heading that
        says something definite; then the sentence so far, weak words of the statement itself, the
        sentences before, and a heading that says little ("Bilateral relations").
        """
        lexicon = self._lexicon
        whole = sentence if sentence is not None else span
        above = _heading_topics(lexicon, headings, self.parties) if headings else ()
        named = self._fronted(whole)
        if named:
            return _narrowed(lexicon, named, above)
        own = self._shown(span)
        if own.strong:
            return _narrowed(lexicon, own.strong, above)
        so_far = self._shown(Span(whole.start, span.start)) if span.start > whole.start else _NOTHING
        definite = tuple(topic for topic in above if not lexicon.topics[topic].broad)
        first = definite or so_far.strong or own.weak
        return _narrowed(lexicon, first or self._around(so_far, before) or above, above)

    def _fronted(self, sentence: Span) -> tuple[str, ...]:
        """The topics of the words before a comma that say what the sentence is about."""
        named = self._fronts.get(sentence)
        if named is None:
            fronted = _fronted(sentence.of(self.text))
            named = _shown(self._lexicon.text.values(fronted), self.parties).strong if fronted else ()
            self._fronts[sentence] = named
        return named

    def _shown(self, span: Span) -> _Shown:
        shown = self._seen.get(span)
        if shown is None:
            shown = self._seen[span] = self._looked_up(span)
        return shown

    def _looked_up(self, span: Span) -> _Shown:
        start, end = span
        first, last = bisect_left(self._places, start), bisect_left(self._places, end)
        if first == last:
            return _NOTHING
        places = [place - start for place in self._places[first:last]]
        return _shown(self._lexicon.text.values_at(_subject(self.text[start:end]), places), self.parties)

    def _around(self, so_far: _Shown, before: Sequence[Span]) -> tuple[str, ...]:
        """Return what the sentences before show, nearest first, at most ``REACH``; weak words last."""
        weak = so_far.weak
        for place in before[:REACH]:
            shown = self._shown(place)
            if shown.strong:
                return shown.strong
            weak = weak or shown.weak
        return weak


def _fronted(words: str) -> str | None:
    """Return the words before the comma that say what a sentence is about, folded; most begin otherwise."""
    if not (_MAY_FRONT.match(words) or _OFFICE.match(words.lstrip())):
        return None
    fronted = _FRONTED.match(_subject(words))
    return fronted.group() if fronted else None


def _subject(words: str) -> str:
    """Fold ``words`` for looking up, with the offices in them blanked out."""
    if not _HOLDS_OFFICE.search(words):
        return plain(words)
    return plain(_OFFICE.sub(lambda office: " " * len(office.group()), words))


def _heading_topics(lexicon: _Lexicon, headings: Sequence[str], parties: frozenset[str]) -> tuple[str, ...]:
    for heading in reversed(headings):
        shown = _shown(lexicon.heading.values(plain(_ASIDE.sub(" ", heading))), parties)
        if shown.strong:
            return shown.strong
    return ()


def _shown(found: Iterable[tuple[_Cue, ...]], parties: frozenset[str]) -> _Shown:
    strong, weak = dict[str, None](), dict[str, None]()
    for cues in found:
        for cue in cues:
            if not (cue.states and cue.states & parties):
                (weak if cue.weak else strong)[cue.topic] = None
    return _Shown(tuple(strong), tuple(weak)) if strong or weak else _NOTHING


def _narrowed(lexicon: _Lexicon, topics: tuple[str, ...], above: tuple[str, ...]) -> tuple[str, ...]:
    """Drop topics that a narrower one replaces; keep a heading's topic beside a narrower one of it."""
    if not above and len(topics) < 2:
        return topics
    rules = lexicon.topics
    dropped = {wide for topic in topics for wide in rules[topic].over}
    dropped |= {topic for topic in topics if rules[topic].yields and len(set(topics)) > 1}
    kept = [topic for topic in topics if topic not in dropped]
    wider = [wide for topic in kept for wide in rules[topic].within if wide in above]
    places = [topic for topic in above if rules[topic].placed]
    if places:
        narrow = [topic for topic in kept if rules[topic].placed or set(rules[topic].within) & set(places)]
        return tuple(dict.fromkeys([*places, *narrow]))
    return tuple(dict.fromkeys([*wider, *kept]))


@lru_cache(maxsize=32)
def _lexicon(packs: tuple[Pack, ...]) -> _Lexicon:
    topics = {topic.id: topic for topic in topic_rules().topics}
    for pack in packs:
        for topic in pack.topics:
            topics[topic.id] = topics[topic.id].joined(topic) if topic.id in topics else topic
    silent = [*topic_rules().silent, *(word for pack in packs for word in pack.silent)]
    text = _phrases(topics.values(), silent, heading=False)
    return _Lexicon(topics, text, _phrases(topics.values(), silent, heading=True))


def _phrases(topics: Iterable[TopicRule], silent: Iterable[str], heading: bool) -> Cues[tuple[_Cue, ...]]:
    filed: dict[str, list[_Cue]] = {word: [] for word in silent}
    for topic in topics:
        for word in topic.cues + (topic.headings if heading else ()):
            filed.setdefault(word, []).append(_Cue(topic.id))
        for word in topic.names:
            filed.setdefault(word, []).append(_Cue(topic.id, states=frozenset(topic.states)))
        for word in () if heading else topic.weak:
            filed.setdefault(word, []).append(_Cue(topic.id, weak=True))
    return Cues({word: tuple(cues) for word, cues in filed.items()})

"""Where in a statement stands whom it asks, and where what it asks for."""

from __future__ import annotations

from dataclasses import dataclass

from regesta.mentions.verbs import lexicon, noun_at
from regesta.model.records import GROUP_OF
from regesta.model.span import Span
from regesta.records.requests.ask import noun_before
from regesta.records.speech import Said
from regesta.records.told import after_verb
from regesta.records.view import Ref, Sentence
from regesta.rules.grammar import grammar
from regesta.rules.requests import request_rules, targets

_REACH, _ASIDE, _NOUN = 16, 20, 3
_ASKING = frozenset({"ask"})
_TO_WHOM = ("to", "of", "on", "upon", "with")
_ENDS = (".", ";", ":", "that", "which", "who")
_TRIMMED = " \t\r\n.,;:—–-•"
_LEAST = 8


@dataclass(frozen=True, slots=True)
class Worded:
    """Tokens ``[start, end)`` say what is asked for; ``whom`` are the tokens of those asked, if named."""

    start: int
    end: int
    whom: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the words of one statement from token to token, up to ``end``."""

    said: Said
    end: int

    @property
    def sentence(self) -> Sentence:
        return self.said.sentence

    def low(self, i: int) -> str:
        """The word at ``i`` in lower case; "." behind the last."""
        return self.sentence.toks[i].low if i < self.end else "."

    def infinitive(self, i: int) -> bool:
        """Say whether "to" or "not to" before a verb stands at ``i``, outside any name."""
        if self.low(i) == "not":
            i += 1
        if self.low(i) != "to" or i in self.sentence.cover or i + 1 >= self.end:
            return False
        following = self.sentence.toks[i + 1]
        return following.text[0].islower() and following.low not in grammar().determiners

    def over_adverbs(self, i: int) -> int:
        """The first token from ``i`` on that is no adverb."""
        while i < self.end and i not in self.sentence.cover and lexicon().is_adverb(self.low(i)):
            i += 1
        return i

    def whom_end(self, i: int) -> int | None:
        """The token after those asked, whose words begin at ``i``; None where nobody stands there."""
        named = self._named_end(i)
        if named is not None and self._marker(self._past_aside(named)):
            return named
        end = self._before_infinitive(i)
        if end is None:
            return None
        first = self.said.clause.verb.lemma in request_rules().whom_first.words
        return end if first or self._is_somebody(i, end) else None

    def thing(self, i: int) -> int | None:
        """The first token of what is asked for, after those asked; None where nothing is."""
        i = self.over_adverbs(self._past_aside(i))
        if self.low(i) == "for":
            return i + 1 if i + 1 < self.end else None
        return i if self._marker(i) else None

    def is_thing(self, i: int) -> bool:
        """Say whether a thing asked for begins at ``i``: no question, and not somebody who is asked one."""
        silent = request_rules().no_thing.words
        named = self._named_end(i)
        return i < self.end and self.low(i) not in silent and (named is None or self.low(named) not in silent)

    def past_noun(self, i: int) -> int:
        """The token after "a proposal" before "to", "that" or "for" at ``i``, or ``i`` itself."""
        for j in range(i, min(self.end, i + _NOUN)):
            hit = noun_at(self.sentence.toks, j, _ASKING, lexicon())
            if hit is not None and GROUP_OF.get(hit[1].act) == "ASK" and self._marker(hit[0] + 1):
                return hit[0] + 1 + (self.low(hit[0] + 1) == "for")
        return i

    def _marker(self, i: int) -> bool:
        """Say whether what is asked for may begin at ``i``, after those asked."""
        i = self.over_adverbs(i)
        known = self.low(i) in ("that", "for", "against") or self._invited_to(i)
        return known or self.infinitive(i)

    def _named_end(self, i: int) -> int | None:
        """The token after "XB", "Minister A2 and XC", "the Prime Minister of XB" at ``i``."""
        cover = self.sentence.cover
        ref = cover.get(i) or (cover.get(i + 1) if self.low(i) in grammar().determiners else None)
        if ref is None or ref.start > i + 1:
            return None
        end = ref.end
        while (after := self._joined(end)) is not None:
            end = after
        return None if self.low(end) in grammar().possessives else end

    def _joined(self, end: int) -> int | None:
        """The end of a further name that "and", a comma or "of" joins at ``end``."""
        i = end
        while self.low(i) in (",", "and", "of", "the", "both") and i < end + 3:
            i += 1
        ref = self.sentence.cover.get(i) if i > end else None
        return ref.end if ref is not None and ref.start <= i and ref.end <= self.end else None

    def _past_aside(self, i: int) -> int:
        """The token after ", as envoy to the talks," at ``i``, or ``i`` itself."""
        if self.low(i) != ",":
            return i
        commas = (j for j in range(i + 1, min(self.end, i + _ASIDE)) if self.low(j) == ",")
        return next((j + 1 for j in commas if self.infinitive(j + 1)), i)

    def _before_infinitive(self, i: int) -> int | None:
        """The next infinitive from ``i`` on, with nothing before it that ends a phrase."""
        for j in range(i, min(self.end, i + _REACH)):
            if j > i and (self.infinitive(j) or self._invited_to(j)):
                return j
            if self.low(j) in _ENDS:
                return None
        return None

    def _invited_to(self, i: int) -> bool:
        """Say whether the place to which somebody is invited stands at ``i``: "to Halden"."""
        return self.said.act == "invite" and self.low(i) == "to" and i not in self.sentence.cover

    def _is_somebody(self, start: int, end: int) -> bool:
        """Say whether the head of the phrase is a noun of persons or bodies, or a name."""
        toks, stops = self.sentence.toks, grammar().object_stops
        cut = next((j for j in range(start + 1, end) if toks[j].low in stops), end)
        head = toks[cut - 1]
        return head.low in request_rules().somebody.words or head.text[0].isupper()


def worded(said: Said) -> Worded | None:
    """Return where a statement says what it asks for; None where it names no such thing."""
    noun = noun_before(said)
    if noun is not None:
        return _from(_Reader(said, said.clause.start), noun + 1)
    return _from(_Reader(said, said.end), after_verb(said.clause.verb))


def _from(reader: _Reader, i: int) -> Worded | None:
    """Read on after the verb or noun of asking, which ends before token ``i``."""
    if reader.sentence.toks[i - 1].low == "that":  # of the verb: "asked that"
        i -= 1
    i = reader.over_adverbs(i)
    if reader.infinitive(i) or reader.low(i) == "that":
        return Worded(i, reader.end)
    if reader.low(i) == "from":  # whose invitation or request is passed on
        return _after(reader, None, reader.whom_end(i + 1))
    put_to = reader.low(i) in _TO_WHOM
    bare = i + 1 if put_to or reader.low(i) == "for" else i
    direct = reader.said.act == "propose" and bare == i  # a proposal is made to somebody, never of somebody
    end = None if direct else reader.whom_end(bare)
    if end is not None:
        return _after(reader, (bare, end), end)
    if put_to and not (reader.low(i) == "to" and reader.said.act == "invite"):
        return None
    start = i if put_to else bare
    return Worded(reader.past_noun(start), reader.end) if reader.is_thing(start) else None


def _after(reader: _Reader, whom: tuple[int, int] | None, end: int | None) -> Worded | None:
    start = reader.thing(end) if end is not None else None
    return None if start is None else Worded(start, reader.end, whom)


def subject_of_that(sentence: Sentence, start: int) -> Ref | None:
    """Return who stands right after "that" at token ``start``: "requested that XB return …"."""
    at = next((i for i in (start, start - 1) if sentence.toks[i].low == "that"), None)
    if at is None:
        return None
    ref = sentence.cover.get(at + 1) or sentence.cover.get(at + 2)
    return ref if ref is not None and ref.kind in ("person", "role", "party", "side") else None


def pieces(span: Span, text: str) -> list[Span]:
    """Cut what is asked for where a further target begins: "to open the pass and release the crew"."""
    words = span.of(text)
    cuts = [m for m in targets().finditer(words) if m.start() > _LEAST] if _is_infinitive(words) else []
    starts, ends = [0, *(m.end() for m in cuts)], [*(m.start() for m in cuts), len(words)]
    found = [_trimmed(Span(span.start + a, span.start + b), text) for a, b in zip(starts, ends, strict=True)]
    return [one for one in found if any(char.isalnum() for char in one.of(text))]


def _is_infinitive(words: str) -> bool:
    return words.startswith(("to ", "not to "))


def _trimmed(span: Span, text: str) -> Span:
    """The span without the marks and white space at its ends."""
    words = span.of(text)
    left = len(words) - len(words.lstrip(_TRIMMED))
    right = len(words.rstrip(_TRIMMED))
    return Span(span.start + left, span.start + right) if left < right else Span(span.start, span.start)

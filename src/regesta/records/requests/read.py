"""The requests of one document, from its statements and the lists they introduce."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from regesta.model.records import Actor
from regesta.model.span import Span
from regesta.records.actors import Resolver
from regesta.records.promises.due import Windows
from regesta.records.requests.ask import Ask, asks, needs_whom, refused, unsaid
from regesta.records.requests.whom import asked
from regesta.records.requests.wording import pieces, worded
from regesta.records.speech import Said
from regesta.records.view import Sentence
from regesta.rules.requests import request_rules

_BESIDE = 4


@dataclass(slots=True)
class Requests:
    """Reads the requests of one document; sentences must come in the order of the text.

    ``windows`` are those of the document; ``resolver`` stands at the sentence that is read.
    """

    text: str
    windows: Windows
    resolver: Resolver
    leads: dict[int, Ask] = field(default_factory=dict)

    def read(self, sentence: Sentence, said: Sequence[Said]) -> list[Ask]:
        """Return the requests of a sentence in order. ``said`` are its statements."""
        found: list[Ask] = []
        for item in said:
            if item.opens_list:
                self._lead(item)
            else:
                found += self._of(item)
        lead = self.leads.get(sentence.block.lead) if sentence.block.lead is not None else None
        if said or lead is None:
            return found
        places = pieces(sentence.span, self.text)
        return [
            self._make(lead.said, sentence, place, place, lead.who, lead.of, lead.again) for place in places
        ]

    def _of(self, item: Said) -> list[Ask]:
        """The requests of one statement, each for its own target."""
        if not asks(item):
            return []
        words = worded(item)
        if words is None:
            refused(item, "nothing that it asks for")
            return []
        if needs_whom(item) and words.whom is None and item.addressee is None:
            refused(item, "nobody whom it asks")
            return []
        who = _who(item)
        of = asked(item, words, self.resolver, who, self.text)
        again = _again(item, words.start)
        found: list[Ask] = []
        for what in pieces(item.sentence.chars(words.start, words.end), self.text):
            whole = Span(what.start if found else min(item.span.start, what.start), what.end)
            found.append(self._make(item, item.sentence, whole, what, who, of, again))
        if len(found) == 1:
            what = found[0].what
            found[0].span = Span(min(item.span.start, what.start), max(item.span.end, what.end))
        return found

    def _lead(self, item: Said) -> None:
        """Remember a statement that introduces a list of what is asked for."""
        if not asks(item):
            return
        words, who = worded(item), _who(item)
        start = item.clause.verb.end if words is None else words.start
        of: tuple[Actor, ...] = (item.addressee,) if item.addressee else ()
        if words is not None and words.whom is not None:
            of = asked(item, words, self.resolver, who, self.text)
        self.leads[item.sentence.block.index] = self._make(
            item, item.sentence, item.span, item.span, who, of, _again(item, start)
        )

    def _make(
        self, said: Said, sentence: Sentence, span: Span, what: Span,
        who: tuple[Actor, ...], of: tuple[Actor, ...], again: bool,
    ) -> Ask:  # fmt: skip
        due = self.windows.of(what, sentence.signs)
        rule = "ask.list" if sentence is not said.sentence else f"ask.{said.rule}"
        return Ask(sentence, said, span, who, of, what, again, due, self.windows.condition(span), rule)


def _who(item: Said) -> tuple[Actor, ...]:
    """Those who ask; nobody where the text does not say."""
    return () if unsaid(item) else item.actors


def _beside(item: Said) -> int:
    """The first token that belongs to the verb: after its subject, and after what is told of that."""
    clause, toks = item.clause, item.sentence.toks
    first = max([item.start, *(ref.end for ref in clause.subject if ref.end <= clause.start)])
    told = any(toks[i].low in ("who", "which", "whose") for i in range(first, clause.start))
    commas = [i + 1 for i in range(first, clause.start) if toks[i].low == ","] if told else []
    return max([first, clause.start - _BESIDE, *commas])


def _again(item: Said, start: int) -> bool:
    """Say whether a statement says of itself that it asks again: before what it asks for, or at its end."""
    clause, rules, toks = item.clause, request_rules(), item.sentence.toks
    carries = clause.verb.noun is not None or clause.verb.kind == "group"
    if carries and clause.verb.lemma.split()[0] in rules.again_verbs.words:
        return True
    heard = (*toks[item.start : item.start + 3], *toks[_beside(item) : start])
    last = toks[max(item.start, item.end - 3) : item.end]
    ends = f" {' '.join(t.low for t in last)}".rstrip(" .").endswith((" again", " once more"))
    return ends or bool(rules.again.pattern.search(" ".join(t.low for t in heard)))

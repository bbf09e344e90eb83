"""The commitments of one document, from its statements, its lists and its schedule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from regesta.model.span import Span
from regesta.model.trace import declined
from regesta.records.meeting.draft import Draft, grouped
from regesta.records.promises.accepted import accepting, accepts, invited_by, names_invitation
from regesta.records.promises.due import Windows
from regesta.records.promises.gate import Strength, gate
from regesta.records.promises.promise import Due, Promise, content_start
from regesta.records.promises.wording import is_definite, pieces, strength, tidy
from regesta.records.speech import Said
from regesta.records.view import Sentence
from regesta.rules.promises import promise_patterns

_PENALTY = {"firm": 0.1, "weak": 0.3}
_UNSAID = 0.7
_SAID = frozenset({"convey_position", "announce", "inform", "explain"})
_PROCESS, _DELIVERABLE = 2, 3


@dataclass(slots=True)
class Promises:
    """Reads the commitments of one document; sentences must come in the order of the text.

    ``meetings`` are all drafts of the document, dated; ``parties`` are those in the room.
    """

    text: str
    published: str | None
    kind: str
    meetings: Sequence[Draft]
    parties: tuple[str, ...]
    side: str | None = None
    leads: dict[int, Said] = field(default_factory=dict)
    windows: Windows = field(init=False)
    planned: dict[int, list[Draft]] = field(init=False)

    def __post_init__(self) -> None:
        """File the meetings by place, and the planned ones by sentence."""
        self.windows = Windows(self.text, self.published, self.meetings, self.side)
        planned = [meeting for meeting in self.meetings if meeting.status == "planned"]
        self.planned = grouped(planned, lambda meeting: meeting.sentence.index)

    def read(self, sentence: Sentence, said: Sequence[Said]) -> list[Promise]:
        """Return the commitments of a sentence in order. ``said`` are its statements."""
        found: list[Promise] = []
        for item in said:
            if item.opens_list:
                self.leads[sentence.block.index] = item
            else:
                found += self._taken(item, said) if accepts(item) else self._of(item)
        if said:
            return found
        lead = self.leads.get(sentence.block.lead) if sentence.block.lead is not None else None
        if lead is not None and (firm := gate(lead, self.text)):
            who = _states(lead)
            if not who:
                declined("commitment", sentence, "an item of a list whose lead names no side", "commit.list")
            made = [self._unsaid(sentence, who, "commit.list", firm)] if who else []
            return [promise for promise in made if promise.what]  # an item may be a lone mark
        return self._scheduled(sentence)

    def _of(self, item: Said) -> list[Promise]:
        """The undertakings of one statement, each for its own target."""
        firm, who = gate(item, self.text), _states(item)
        if firm is None:
            return []
        if item.clause.negated or not who:
            declined("commitment", item, "negated" if who else "no named side", f"commit.{item.rule}")
            return []
        ahead = [piece for piece in pieces(item, self.text) if self._is_ahead(item, piece)]
        made = [self._promise(item, piece, who, firm) for piece in ahead]
        if not all(promise.what for promise in made):
            declined("commitment", item, "nothing is said to be undertaken", f"commit.{item.rule}")
        return [promise for promise in made if promise.what]

    def _is_ahead(self, item: Said, piece: Span) -> bool:
        """Say whether a part of a statement undertakes something: its time is not over, nor only put off."""
        signs, after = item.sentence.signs, content_start(item)
        content = piece if after is None or after >= piece.end else Span(max(piece.start, after), piece.end)
        if self.windows.puts_off(content, signs):
            return declined("commitment", item, "puts something off, and no new time is told")
        return not self.windows.is_over(piece, signs)

    def _taken(self, item: Said, said: Sequence[Said]) -> list[Promise]:
        """An invitation that is accepted, with the words that invite where its sentence has them."""
        inviting, who = invited_by(item, said), accepting(item, said)
        if not who or item.clause.negated or (inviting is None and not names_invitation(item)):
            declined("commitment", item, "accepted, but by nobody named, or nothing that was to be done")
            return []
        start = item.span.start if inviting is None else inviting.span.start
        span = Span(start, item.span.end)
        due, rule = self.windows.of(span, item.sentence.signs), f"commit.{item.rule}"
        promise = self._make(item.sentence, span, who, span.of(self.text), due, "firm", rule, item.confidence)
        promise.act, promise.strength = item.act, max(promise.strength, _DELIVERABLE)
        return [promise]

    def _promise(self, item: Said, span: Span, who: tuple[str, ...], firm: Strength) -> Promise:
        toks, after = item.sentence.toks, content_start(item)
        start = span.start if after is None else max(span.start, min(after, span.end - 1))
        content = span.of(self.text)
        if toks[item.clause.start].start >= span.start:
            content = self.text[toks[-1].start if after is None else after : span.end]
        due, rule = self.windows.of(Span(start, span.end), item.sentence.signs), f"commit.{item.rule}"
        if _is_plain(item, content, due) and not self._told_of_meeting(item, span):
            firm = "firm"
        promise = self._make(item.sentence, span, who, content, due, firm, rule, item.confidence)
        promise.act = item.act
        return promise

    def _told_of_meeting(self, item: Said, span: Span) -> bool:
        """Say whether what is announced is a planned meeting: that is a meeting, and no undertaking more."""
        planned = self.planned.get(item.sentence.index, ())
        return item.act in ("announce", "inform") and any(draft.span.overlaps(span) for draft in planned)

    def _unsaid(
        self, sentence: Sentence, who: tuple[str, ...], rule: str, firm: Strength = "firm"
    ) -> Promise:
        """A whole sentence that undertakes something without a verb that says so."""
        words, due = sentence.span.of(self.text), self.windows.of(sentence.span, sentence.signs)
        return self._make(sentence, sentence.span, who, words, due, firm, rule, _UNSAID)

    def _make(
        self, sentence: Sentence, span: Span, who: tuple[str, ...], content: str, due: Due,
        firm: Strength, rule: str, confidence: float,
    ) -> Promise:  # fmt: skip
        degree = 1 if firm == "weak" else strength(content, dated=due.edtf is not None)
        sure = round(confidence - _PENALTY[firm], 2)
        return Promise(
            sentence, span, who, tidy(content), degree, due, self.windows.condition(span), rule, sure
        )

    def _scheduled(self, sentence: Sentence) -> list[Promise]:
        """In a readout, "the next round will take place in winter" was agreed between the lines."""
        if self.kind not in ("readout", "joint_statement"):
            return []
        if sentence.block.kind in ("title", "heading", "aside"):
            return []
        if not promise_patterns().scheduled.search(sentence.words):
            return []
        who = self._who(sentence)
        if not who or self.windows.of(sentence.span, sentence.signs).edtf is None:
            declined("commitment", sentence, "scheduled, but no window" if who else "no named side")
            return []
        return [self._unsaid(sentence, who, "commit.scheduled")]

    def _who(self, sentence: Sentence) -> tuple[str, ...]:
        """Those in the room; of a planned visit, the visitor's side alone."""
        planned = self.planned.get(sentence.index)
        people = planned[0].people if planned and planned[0].format == "visit" else []
        return (people[0].country,) if people and people[0].country else self.parties


def _is_plain(item: Said, content: str, due: Due) -> bool:
    """Say whether what is said or pledged as an intent is a deed that could be seen done.

    What somebody only says will be done ("said that XA would release the crew") may be; what is stressed
    is a point made, and "would follow the matter" nothing that could be seen. A thing pledged may be; one
    that "has been pledged" may be an old promise.
    """
    if item.act == "pledge":
        return not item.clause.perfect and is_definite(content, dated=due.edtf is not None)
    says = item.act in _SAID and promise_patterns().saying.fullmatch(item.clause.verb.lemma)
    return bool(says) and strength(content, dated=False) > _PROCESS


def _states(said: Said) -> tuple[str, ...]:
    """The sides of those who say something, each once."""
    return tuple(dict.fromkeys(a.country for a in said.actors if a.country))

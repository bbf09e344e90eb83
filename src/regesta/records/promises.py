"""Commitments: future acts of a named side about itself, by the gate of the record format."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from regesta.mentions.times import Anchor, TimeMention, find_windows, resolve
from regesta.mentions.verbs import BE, MODALS
from regesta.model.edtf import bounds
from regesta.model.span import Span
from regesta.records.meeting.draft import Draft
from regesta.records.speech import Said
from regesta.records.view import Sentence

_PROCESS = re.compile(
    r"""\b(?:continu\w*|accelerat\w*|coordinat\w*|deepen\w*|strengthen\w*|enhanc\w*|cooperat\w*|expand\w*|maintain\w*|work\w*
    |proceed\w*|promot\w*|develop\w*|intensif\w*|advanc\w*|explor\w*|keep\w*|remain\w*|stay\w*|support\w*|step(?:ping)?\ up|broaden\w*
    |improv\w*|facilitat\w*|encourag\w*|consult\w*|make\ progress|act\ together|collaborat\w*|engag\w*|pursu\w*|adher\w*|address\w*|tackle\w*
    |build\w*|further\w*|foster\w*|boost\w*|increas\w*|combat\w*|uphold\w*|ensur\w*|consider\w*|discuss\w*|examin\w*)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_DELIVERABLE = re.compile(
    r"\b(?:hold|sign|establish|set up|launch|open|implement|adopt|conclude|finali[sz]e|exchange|send|provide|deliver|create|draft|host|convene|meet|visit|introduc\w+|organi[sz]e|conduct\w*|complete|ratify|publish|build|appoint|submit|take part|attend|participate)\b",
    re.IGNORECASE,
)
_FUTURE = re.compile(r"\b(?:will|would|shall|are to|is to)\b")
_SHARED_PROCESS = re.compile(
    r"^\s*(?:on|to|that|of|about)?\s*(?:coordinat|cooperat\w* to|hold|arrang|conduct|realiz|realis|proceed|work\w* (?:together )?(?:to|toward))",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r",?\s+(?:and(?: to)?|as well as(?: to)?|, to)\s+(?=(?:proceed|implement|continue|hold|expand|accelerate|establish|strengthen|deepen|promote|conduct|organi[sz]e|set up|launch|sign|create|develop|increase|open|make|coordinate|work|cooperate|intensify|enhance|maintain|support|facilitate|introduce|complete|draft|exchange|convene|provid(?:e|ing)|continuing|proceeding|exploring|finaliz(?:e|ing)|combat|explore|ensure|improve|start|begin|resume|visit|send|take|pursue|accelerat(?:e|ing))\b)"
)
_INFINITIVE = re.compile(r"\bto (?!the\b|a\b|an\b|both\b|his\b|her\b|their\b|our\b|its\b)[a-z]+")
_EVENT = re.compile(
    r"\b(?:by|before|in the lead-up to|in the run-up to|ahead of|at the time of|at|during|prior to|in time for|on the occasion of|as the outcomes? of|for the outcomes? of|within the framework of)\s+(?:the\s+)?([^.;,]*?(?:visit|summit|meeting|forum|session|round|talks|consultations)[^.;,]*)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Promise:
    """A commitment in the making."""

    sentence: Sentence
    span: Span
    who: tuple[str, ...]
    what: str
    strength: int
    due: str | None
    due_basis: str | None
    due_words: str | None
    condition: str | None
    said: Said | None
    rule: str
    confidence: float


@dataclass(slots=True)
class Promises:
    """Reads the commitments of one document from its statements and meetings."""

    text: str
    published: str | None
    kind: str
    meetings: Sequence[Draft]
    parties: tuple[str, ...]
    leads: dict[int, Said] = field(default_factory=dict)

    def read(self, sentence: Sentence, said: Sequence[Said]) -> list[Promise]:
        """Return the commitments of a sentence in order."""
        found: list[Promise] = []
        for item in said:
            if item.span.of(self.text).rstrip().endswith(":"):
                self.leads[sentence.block.index] = item
            else:
                found += self._of(item)
        lead = self.leads.get(sentence.block.lead) if sentence.block.lead is not None else None
        if lead is not None and not said and (strong := self._gate(lead)):
            who = tuple(dict.fromkeys(a.country for a in lead.actors if a.country))
            return [self._make(sentence, sentence.span, who, None, weak=strong == "weak", rule="commit.list")] if who else []
        if not found and not said:
            found += self._scheduled(sentence)
        return found

    def _of(self, item: Said) -> list[Promise]:
        strong = self._gate(item)
        if strong is None or item.clause.negated:
            return []
        who = tuple(dict.fromkeys(a.country for a in item.actors if a.country))
        if not who:
            return []
        promises = []
        for piece in self._pieces(item):
            promises.append(self._make(item.sentence, piece, who, item, weak=strong == "weak"))
        return promises

    def _gate(self, item: Said) -> str | None:
        """Say whether a statement undertakes something: "firm", "weak" (declared intent) or None."""
        words = self._after(item)
        future = bool(_FUTURE.search(words[:160]))
        match item.act:
            case "agree":
                return "firm"
            case "pledge":
                return "firm" if item.complement in ("to", "that", "on", "ing") else "weak"
            case "decide":
                return "firm" if item.complement in ("to", "that", "on", "np") else None
            case "affirm":
                return self._affirmed(item, words, future)
            case "share_view":
                if (
                    len(item.actors) > 1
                    and item.clause.verb.lemma.startswith("share")
                    and _SHARED_PROCESS.match(words)
                ):
                    return "firm"
                return None
            case "express_intention":
                return self._intended(item)
            case "convey_position":
                own = _FUTURE.search(words[:80]) and item.complement == "that" and self._own_act(item, words)
                return "weak" if own else None
            case _:
                return None

    def _affirmed(self, item: Said, words: str, future: bool) -> str | None:
        if item.complement == "to":
            return "firm"
        if item.complement == "that" and future and self._own_act(item, words):
            return "firm"
        return "weak" if re.match(r"\W*(?:\w+\W+){0,5}commitment\b", words) else None

    def _intended(self, item: Said) -> str | None:
        lemma = item.clause.verb.lemma
        if item.actors and item.actors[0].basis == "publisher":
            return (
                "firm"
                if re.match(r"continu|work|implement|provid", lemma)
                or re.match(r"\W*(?:continue|work)", self._after(item))
                else "weak"
            )
        return "weak"

    def _own_act(self, item: Said, words: str) -> bool:
        """Say whether the that-clause is about the speakers' own side: its subject is one of them."""
        lead = _FUTURE.split(words, maxsplit=1)[0].lower()
        if re.search(
            r"\b(?:they|he|she|we|both|two|leaders|ministers|sides|countries|parties|governments)\b", lead
        ):
            return True
        own = {a.country for a in item.actors}
        toks = item.sentence.toks
        start = item.clause.verb.end
        refs = (
            [
                r
                for r in item.sentence.refs
                if start <= r.start and item.sentence.toks[r.start].start < toks[start].start + len(lead) + 4
            ]
            if start < len(toks)
            else []
        )
        for ref in refs:
            if ref.state is not None and ref.state.code in own:
                return True
            if ref.person is not None and (ref.person.name or ref.person.state):
                return True
        return False

    def _after(self, item: Said) -> str:
        toks = item.sentence.toks
        start = item.clause.verb.end
        if start >= len(toks):
            return ""
        return self.text[toks[start].start : item.span.end]

    def _pieces(self, item: Said) -> list[Span]:
        """Coordinated undertakings with different targets are one commitment each."""
        span = item.span
        words = span.of(self.text)
        verb_at = item.sentence.toks[item.clause.verb.end - 1].end - span.start
        if item.complement not in ("to", "that", "ing", "np"):
            return [span]
        cuts = [m for m in _SPLIT.finditer(words) if m.start() > verb_at + 8]
        cuts = [m for m in cuts if len(_INFINITIVE.findall(words, max(verb_at - 3, 0), m.start())) <= 1]
        if not cuts or (item.complement == "that" and not _FUTURE.search(words)):
            return [span]
        starts = [0, *[m.end() for m in cuts]]
        ends = [*[m.start() for m in cuts], len(words)]
        return [Span(span.start + a, span.start + b) for a, b in zip(starts, ends, strict=True) if b - a > 12]

    def _make(
        self,
        sentence: Sentence,
        span: Span,
        who: tuple[str, ...],
        item: Said | None,
        *,
        weak: bool,
        rule: str = "",
    ) -> Promise:
        start = span.start
        if item is not None and item.clause.verb.end < len(sentence.toks):
            start = max(start, min(sentence.toks[item.clause.verb.end].start, span.end - 1))
        due = self._due(sentence, Span(start, span.end), item)
        words = span.of(self.text)
        content = words
        if item is not None and sentence.toks[item.clause.start].start >= span.start:
            content = self.text[
                sentence.toks[min(item.clause.verb.end, len(sentence.toks) - 1)].start : span.end
            ]
        strength = 1 if weak else _strength(content, due[0] is not None)
        condition = next(
            (m.condition for m in self.meetings if m.condition and span.start <= m.span.start < span.end),
            None,
        )
        confidence = (item.confidence if item else 0.7) - (0.3 if weak else 0.1)
        return Promise(
            sentence, span, who, _plain(content), strength, due[0], due[1], due[2], condition, item,
            rule or (f"commit.{item.rule}" if item else "commit"), round(confidence, 2),
        )  # fmt: skip

    def _due(
        self, sentence: Sentence, span: Span, item: Said | None
    ) -> tuple[str | None, str | None, str | None]:
        """The window: a date in the words, else that of the meeting that the words name."""
        for meeting in self.meetings:
            for place in (meeting.span, *meeting.also):
                if (
                    span.start <= place.start < span.end
                    and meeting.status == "planned"
                    and meeting.when
                    and not meeting.main
                ):
                    return meeting.when.edtf, meeting.when.basis, meeting.when.span.of(self.text)
        dated: list[TimeMention] = [t for t in find_windows(self.text, span) if t.kind != "vague"]
        for time in dated:
            window = resolve(time, Anchor(self.published), "future", self.text)
            if window is not None and not self._past_of(time, span) and not self._over(window.edtf):
                return window.edtf, window.basis, window.span.of(self.text)
        return self._event_due(sentence, span)

    def _over(self, edtf: str) -> bool:
        """A window that closed before the text was published is nobody's due date."""
        limits = bounds(edtf)
        return limits is not None and self.published is not None and limits[1] < self.published

    def _past_of(self, time: TimeMention, span: Span) -> bool:
        """ "agreed in April", "held last year": a date of something that already was."""
        before = self.text[max(span.start, time.span.start - 80) : time.span.start].lower()
        return (
            bool(
                re.search(
                    r"\b(?:reached|agreed to|held|signed|adopted|expressed|achieved|made|conducted|launched|took place|since|of the)\b[^,;]*$",
                    before,
                )
            )
            or time.preposition == "since"
        )

    def _event_due(self, sentence: Sentence, span: Span) -> tuple[str | None, str | None, str | None]:
        found = _EVENT.search(self.text, span.start, span.end)
        if not found:
            return None, None, None
        words = found.group(1).lower()
        for meeting in self.meetings:
            if meeting.status != "planned" or meeting.when is None:
                continue
            same = (
                (meeting.format == "visit"
                and "visit" in words)
                or (meeting.format == "summit"
                and "summit" in words)
                or (meeting.format == "forum"
                and "forum" in words)
            )
            names = [e.name.lower().split()[-1] for e in meeting.people]
            if same and (not names or any(n in words for n in names) or "visit" not in words):
                return meeting.when.edtf, meeting.when.basis, found.group().strip()
        return None, None, None

    def _scheduled(self, sentence: Sentence) -> list[Promise]:
        """ "The next meeting will take place in winter": in a readout, what was agreed between the lines."""
        if self.kind not in ("readout", "joint_statement") or sentence.block.kind in (
            "title",
            "heading",
            "aside",
        ):
            return []
        lows = [t.low for t in sentence.toks]
        text = " ".join(lows)
        if not re.search(
            r"\b(?:will|shall) (?:\w+ )?(?:be held|take place|be conducted|be organi[sz]ed|meet)\b|\bis scheduled for\b|\bare scheduled for\b|\bhas been scheduled\b",
            text,
        ):
            return []
        due = self._due(sentence, sentence.span, None)
        if due[0] is None:
            return []
        planned = [m for m in self.meetings if m.sentence is sentence and m.status == "planned"]
        who = self.parties
        if planned and planned[0].format == "visit" and planned[0].people and planned[0].people[0].country:
            who = (planned[0].people[0].country,)
        return (
            [self._make(sentence, sentence.span, who, None, weak=False, rule="commit.scheduled")]
            if who
            else []
        )


def _strength(content: str, dated: bool) -> int:
    process, deliverable = _PROCESS.search(content), _DELIVERABLE.search(content)
    if dated and (deliverable or not process):
        return 4
    first = min((m.start() for m in (process, deliverable) if m), default=0)
    if (
        deliverable
        and deliverable.start() == first
        and not (process and process.start() < 12 and first > process.start())
    ):
        return 4 if dated else 3
    if (
        deliverable
        and process
        and re.match(r"\W*(?:to |that |they |will |the |both |sides )*proceed\w*", content, re.IGNORECASE)
    ):
        return 4 if dated else 3
    return 2


def _plain(words: str) -> str:
    return re.sub(r"[\s,;]+(?:and|or)$", "", " ".join(words.split()).strip(" .,;:—–-•"))


_UNUSED = (BE, MODALS)

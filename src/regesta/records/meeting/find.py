"""Find the mentions of meetings in a sentence: by verb ("met", "will visit") and by noun."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from regesta.mentions.events import EventMention, find_events
from regesta.records.clauses import Clause, clauses
from regesta.records.meeting.draft import Draft
from regesta.records.meeting.guests import welcomed
from regesta.records.meeting.nouns import by_noun
from regesta.records.meeting.people import People
from regesta.records.meeting.phrases import series
from regesta.records.meeting.site import is_noun, site
from regesta.records.meeting.verbs import by_verb, may_meet
from regesta.records.view import Sentence
from regesta.rules.meeting_grammar import meeting_grammar
from regesta.rules.meetings import MeetingNoun


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds drafts; knows who is named in the document, nothing of dates."""

    people: People
    short: dict[str, MeetingNoun] = field(default_factory=dict)
    names: dict[str, str | None] = field(default_factory=dict)

    def find(self, sentence: Sentence) -> list[Draft]:
        """Return the drafts of a sentence in the order of their heads."""
        nouns, found = self._with_short(sentence, find_events(sentence.toks)), clauses(sentence)
        used = _standing_as_verbs(nouns, found) - _heading_a_title(sentence)
        welcomes = list(self._by_welcomes(sentence))
        taken = {draft.head for draft in welcomes}
        used |= taken
        free = [at for at, clause in enumerate(found) if clause.verb.start not in taken]
        drafts = [*self._by_verbs(sentence, found, free, nouns, used), *welcomes]
        for noun in _one_a_series(sentence, nouns, used):
            drafts.append(by_noun(self.people, sentence, noun))
            if _will_attend(found, drafts[-1]):
                drafts[-1].status = "planned"
            drafts[-1].attended = _attended(found, drafts[-1])
            name = self.names.get(sentence.toks[noun.start].text)
            drafts[-1].named = name or drafts[-1].named
        self._remember(sentence, nouns, drafts)
        return sorted(drafts, key=lambda draft: (draft.head, draft.start))

    def _with_short(self, sentence: Sentence, nouns: list[EventMention]) -> list[EventMention]:
        """Add to ``nouns`` the acronyms that stand for a meeting named before: "the next FOC"."""
        if not self.short:
            return nouns
        known = ((i, self.short.get(tok.text)) for i, tok in enumerate(sentence.toks))
        more = [
            EventMention(i, i + 1, noun)
            for i, noun in known
            if noun is not None and (i == 0 or sentence.toks[i - 1].text != "(")
        ]
        return sorted([*nouns, *more], key=lambda event: event.start)

    def _remember(self, sentence: Sentence, nouns: Sequence[EventMention], drafts: Sequence[Draft]) -> None:
        """Note "(FOC)" behind "Foreign Office Consultations": its last letter begins the noun's last word."""
        toks = sentence.toks
        for noun in nouns:
            if noun.end + 2 >= len(toks) or toks[noun.end].text != "(" or toks[noun.end + 2].text != ")":
                continue
            letters, word = toks[noun.end + 1].text, toks[noun.end - 1].low
            if letters.isupper() and len(letters) > 2 and letters[-1].lower() == word[0]:
                draft = next((d for d in drafts if d.name_end == noun.end), None)
                told = draft.worded or draft.format if draft is not None else noun.noun.format
                fixed = told if told != "other" else None
                self.short[letters] = noun.noun.model_copy(update={"format": fixed, "bare": False})
                self.names[letters] = draft.named if draft is not None else None

    def _by_verbs(
        self,
        sentence: Sentence,
        found: Sequence[Clause],
        free: Sequence[int],
        nouns: Sequence[EventMention],
        used: set[int],
    ) -> Iterator[Draft]:
        """Yield what the clauses at ``free`` report."""
        for at in free:
            if not may_meet(found[at]):
                continue
            draft = by_verb(self.people, site(sentence, found, at), nouns, used)
            if draft is not None:
                yield draft

    def _by_welcomes(self, sentence: Sentence) -> Iterator[Draft]:
        for verb in sentence.verbs:
            draft = welcomed(self.people, sentence, verb) if "ing" in verb.forms else None
            if draft is not None:
                yield draft


def _will_attend(found: Sequence[Clause], draft: Draft) -> bool:
    """Read "will visit XB and attend the summit": the plan reaches over the conjunction."""
    for clause in found:
        if clause.shares is None or not clause.verb.end <= draft.start <= clause.verb.end + 2:
            continue
        if clause.verb.lemma.split()[0] in meeting_grammar().attending:
            return found[clause.shares].modal in meeting_grammar().will
    return False


def _attended(found: Sequence[Clause], draft: Draft) -> bool:
    """Read "She also took part in the Harbour Forum": what somebody here attended is reported."""
    for clause in found:
        if clause.role != "main" or clause.tense != "past" or clause.passive or clause.perfect:
            continue
        somebody = clause.subject or clause.shares is not None
        near = clause.verb.end <= draft.start <= clause.verb.end + 2
        if somebody and near and clause.verb.lemma.split()[0] in meeting_grammar().attending:
            return draft.format in ("forum", "other")
    return False


def _standing_as_verbs(nouns: Sequence[EventMention], found: Sequence[Clause]) -> set[int]:
    """Return the starts of nouns that are the verb of a clause here: "they talk every week"."""
    verbs = {
        clause.verb.start
        for clause in found
        if clause.role != "noun" and clause.verb.kind == "event" and not is_noun(clause)
    }
    return {noun.start for noun in nouns if noun.start in verbs}


def _heading_a_title(sentence: Sentence) -> set[int]:
    """Read the title "Meeting with President X": its first word in -ing is the noun, and no participle."""
    heads = sentence.block.kind in ("title", "heading") and sentence.toks[0].low.endswith("ing")
    return {0} if heads else set()


def _one_a_series(
    sentence: Sentence, nouns: Sequence[EventMention], used: set[int]
) -> Iterator[EventMention]:
    """Yield the nouns not in ``used``; a round and the talks it is a round of are one."""
    for noun in nouns:
        if noun.start in used:
            continue
        whole = series(sentence, noun, nouns)
        if whole is None:
            yield noun
            continue
        used.add(whole.start)
        words = whole.noun if whole.noun.format else noun.noun
        yield EventMention(noun.start, whole.end, words)

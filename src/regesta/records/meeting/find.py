"""Find the mentions of meetings in a sentence: by verb ("met", "will visit") and by noun."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds drafts; knows who is named in the document, nothing of dates."""

    people: People

    def find(self, sentence: Sentence) -> list[Draft]:
        """Return the drafts of a sentence in the order of their heads."""
        nouns, found = find_events(sentence.toks), clauses(sentence)
        used = _standing_as_verbs(nouns, found)
        welcomes = list(self._by_welcomes(sentence))
        taken = {draft.head for draft in welcomes}
        used |= taken
        free = [at for at, clause in enumerate(found) if clause.verb.start not in taken]
        drafts = [*self._by_verbs(sentence, found, free, nouns, used), *welcomes]
        for noun in _one_a_series(sentence, nouns, used):
            drafts.append(by_noun(self.people, sentence, noun))
        return sorted(drafts, key=lambda draft: (draft.head, draft.start))

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


def _standing_as_verbs(nouns: Sequence[EventMention], found: Sequence[Clause]) -> set[int]:
    """Return the starts of nouns that are the verb of a clause here: "they talk every week"."""
    verbs = {
        clause.verb.start
        for clause in found
        if clause.role != "noun" and clause.verb.kind == "event" and not is_noun(clause)
    }
    return {noun.start for noun in nouns if noun.start in verbs}


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

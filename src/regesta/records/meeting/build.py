"""From mentions to the meetings of a document: which one it is about, and what each inherits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from regesta.records.actors import Scene
from regesta.records.cast import Entity
from regesta.records.meeting.counting import counts
from regesta.records.meeting.dating import date_all, settle_statuses
from regesta.records.meeting.details import add_attendance, add_mentions
from regesta.records.meeting.draft import Draft, grouped
from regesta.records.meeting.facts import Facts
from regesta.records.meeting.find import Finder
from regesta.records.meeting.gatherings import name_again
from regesta.records.meeting.inherit import (
    feed_main,
    level_series,
    name_series,
    share_casts,
    share_visits,
    take_from_main,
)
from regesta.records.meeting.join import join
from regesta.records.meeting.main import main_meetings
from regesta.records.meeting.meals import share_guests
from regesta.records.meeting.people import NAMED, People
from regesta.records.meeting.programme import add_programme
from regesta.records.meeting.scenes import scenes_of
from regesta.records.meeting.setting import Setting
from regesta.records.meeting.settling import absorb_headings, read_aside, settle, stretch
from regesta.records.meeting.several import all_mains, split_lists
from regesta.records.meeting.shape import BILATERAL, format_of, medium_of
from regesta.records.meeting.ties import name_occasions, share_when_and_where
from regesta.records.signs import MEDIUM
from regesta.records.view import Ref, Sentence


@dataclass(slots=True)
class Meetings:
    """Everything found about the meetings of one document."""

    drafts: list[Draft] = field(default_factory=list)
    scenes: list[Scene] = field(default_factory=list)


@dataclass(slots=True)
class Builder(Setting):
    """Builds the meetings of one document from its sentences; each step uses what the one before settled.

    ``spoken_of`` is whom the sentence before had as its subject.
    """

    spoken_of: Entity | None = None

    def build(self, sentences: Sequence[Sentence]) -> Meetings:
        """Return the distinct meetings in order, main ones marked, and who is in the room from where on."""
        facts = Facts(self.text, self.published, self.announcement, self.states, self.side)
        drafts = self._mentions(facts, sentences)
        mains = all_mains(self, main_meetings(self, sentences, drafts), drafts, sentences)
        split_lists(self, drafts)
        share_casts(self, drafts, mains)
        share_guests(self, drafts, mains)
        share_visits(drafts)
        date_all(self, facts, drafts, mains)
        share_when_and_where(self.text, drafts)
        take_from_main(self, drafts, mains)
        settle_statuses(self, drafts, mains)
        for mates in grouped(drafts, lambda draft: draft.sentence.index).values():
            for draft in mates:
                stretch(draft, mates)
        name_series(drafts, mains)
        name_again(self, drafts, mains)
        feed_main(drafts, mains)
        name_occasions(self.text, drafts, mains)
        joined = self._distinct(drafts, mains)
        add_mentions(drafts, joined)
        joined = add_attendance(People(self.cast, self._stand_ins), sentences, joined, self.side)
        level_series(joined, self.side)
        add_programme(self.cast, sentences, joined)
        return Meetings(joined, scenes_of(self, sentences, joined, drafts))

    def _mentions(self, facts: Facts, sentences: Sequence[Sentence]) -> list[Draft]:
        """Find the mentions of all sentences with what their own words say."""
        finder, drafts = Finder(People(self.cast, self._stand_ins)), list[Draft]()
        by_block: dict[int, list[Draft]] = {}
        for sentence in sentences:
            if sentence.block.kind == "aside":
                above = [d for block in sentence.block.headings for d in by_block.get(block, ())]
                read_aside(self.text, sentence, above)
                continue
            found = finder.find(sentence)
            self.spoken_of = self._subject(sentence) or self.spoken_of
            anew = facts.fill(sentence, found)
            for draft in found:
                done = draft.kind == "meet"
                told = done and sentence.signs & MEDIUM
                draft.medium = medium_of(draft, sentence.span.of(self.text) if told else "")
                if done and draft.format is None:
                    draft.format, draft.by_level = format_of(draft, self.side), True
            drafts += [*found, *anew]
            by_block.setdefault(sentence.block.index, []).extend(found)
        return drafts

    def _stand_ins(self, ref: Ref | None) -> list[Entity]:
        """Return whom "his visit" and "I" mean, the own side, and whom "he" does.

        That is the subject of the sentence before, else who is named first.
        """
        noun = ref.group.noun if ref is not None and ref.group is not None else None
        if ref is None or noun == "I":
            return self.at_home()[:1]
        if noun not in ("he", "she"):
            return []
        first = (e for e in self.cast.entities if not e.voice)
        return [self.spoken_of] if self.spoken_of is not None else list(islice(first, 1))

    def _subject(self, sentence: Sentence) -> Entity | None:
        """Return the person with whom a sentence begins, but for a phrase set off by a comma."""
        first = next((ref for ref in sentence.refs if ref.kind != "side"), None)
        if first is None or first.kind not in NAMED or sentence.block.kind in ("title", "heading"):
            return None
        ahead = sentence.lows[: first.start]
        ahead = ahead[:-1] if ahead[-1:] == ["the"] else ahead
        entity = self.cast.of_ref(first) if not ahead or ahead[-1] == "," else None
        return None if entity is None or entity.voice else entity

    def _distinct(self, drafts: Sequence[Draft], mains: Sequence[Draft]) -> list[Draft]:
        headings = [d for d in drafts if d.sentence.block.kind == "heading"]
        kept = [
            d for d in drafts if d.main or (d.sentence.block.kind != "heading" and counts(self, d, mains))
        ]
        joined = join(sorted(kept, key=lambda d: (not d.main, d.sentence.index, d.head)))
        absorb_headings(headings, joined)
        joined.sort(key=lambda d: (d.sentence.index, d.head))
        for draft in joined:
            settle(self, draft, mains)
        return joined

    def infer_parties(self, drafts: Sequence[Draft], both: tuple[str, ...]) -> None:
        """Give a bilateral meeting of which no side is named the two sides of its text, marked as inferred.

        Nothing is inferred where ``both`` are not two.
        """
        for draft in drafts:
            named = draft.parties or any(e.country for e in draft.people)
            if not named and draft.format in BILATERAL and len(both) == 2:
                draft.parties, draft.parties_basis = set(both), "inferred"

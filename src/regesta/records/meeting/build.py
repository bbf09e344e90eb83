"""From mentions to the meetings of a document: which one it is about, and what each inherits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from regesta.mentions.places import PlaceMention
from regesta.mentions.times import find_clock_times, find_durations, find_windows
from regesta.model.edtf import bounds
from regesta.model.span import Span
from regesta.model.time import Window
from regesta.records.actors import Scene
from regesta.records.cast import Cast, Entity, other_state
from regesta.records.meeting.draft import Draft
from regesta.records.meeting.facts import Facts, give_lengths
from regesta.records.meeting.find import Finder
from regesta.records.meeting.join import join
from regesta.records.meeting.people import People
from regesta.records.meeting.shape import format_of, medium_of
from regesta.records.view import Ref, Sentence
from regesta.rules.states import States

_LINK = re.compile(
    r"\b(?:for|to attend|to take part in|to participate in|participate in|attend|during|when|on the occasion of|on the margins of|on the sidelines of|within the framework of|and (?:\w+ )?(?:hold|meet|held|have)|while in)\b"
)
_LEAD = 3


@dataclass(slots=True)
class Meetings:
    """Everything found about the meetings of one document."""

    drafts: list[Draft] = field(default_factory=list)
    scenes: list[Scene] = field(default_factory=list)


@dataclass(slots=True)
class Builder:
    """Builds the meetings of one document from its sentences."""

    text: str
    cast: Cast
    side: str | None
    published: str | None
    published_span: Span | None
    announcement: bool
    title: int | None
    dateline: PlaceMention | None
    dateline_words: str | None
    states: States

    def build(self, sentences: Sequence[Sentence]) -> Meetings:
        """Return the distinct meetings in order, main ones marked, and who is in the room from where on."""
        facts = Facts(self.text, self.published, self.announcement, self.states)
        finder = Finder(People(self.cast, self._subject_people))
        drafts: list[Draft] = []
        for sentence in sentences:
            if sentence.block.kind == "aside":
                self._aside(sentence, drafts)
                continue
            found = finder.find(sentence)
            facts.fill(sentence, found)
            for draft in found:
                draft.format = format_of(draft, self.side, ()) if draft.kind == "meet" else draft.format
                draft.medium = medium_of(draft, sentence.span.of(self.text) if draft.kind == "meet" else "")
            drafts += found
        mains = self._mains(sentences, drafts)
        mains = self._more_mains(mains, drafts, sentences)
        self._shared_casts(drafts, mains)
        self._times(facts, drafts, mains, sentences)
        self._inherit(drafts, mains)
        self._statuses(drafts, mains)
        for draft in drafts:
            _extend(draft, drafts)
        self._series(drafts, mains)
        self._feed_main(drafts, mains)
        self._visited_for(drafts, mains)
        headings = [d for d in drafts if d.sentence.block.kind == "heading"]
        kept = [
            d for d in drafts if d.main or (d.sentence.block.kind != "heading" and self._counts(d, mains))
        ]
        joined = join(sorted(kept, key=lambda d: (not d.main, d.sentence.index, d.head)))
        self._absorb_headings(headings, joined)
        joined.sort(key=lambda d: (d.sentence.index, d.head))
        for draft in joined:
            self._settle(draft)
        return Meetings(joined, self._scenes(sentences, joined, drafts))

    # -- who ------------------------------------------------------------------------------------

    def _subject_people(self, ref: Ref | None) -> list[Entity]:
        """A subject that is a pronoun or a group stands for the persons named first."""
        if ref is None or (ref.group is not None and ref.group.noun in ("he", "she")):
            home = [e for e in self.cast.entities if e.country == self.side and not e.voice]
            return home[:1] if self.announcement or ref is None else self.cast.entities[:1]
        return []

    # -- main -----------------------------------------------------------------------------------

    def _mains(self, sentences: Sequence[Sentence], drafts: list[Draft]) -> list[Draft]:
        body = [s for s in sentences if s.block.kind in ("paragraph", "item")][:_LEAD]
        wanted = "planned" if self.announcement else "held"
        title = [
            d for d in drafts if d.sentence.block.index == self.title and d.sentence.block.kind != "heading"
        ]
        for sentence in body:
            here = [
                d
                for d in drafts
                if d.sentence is sentence and d.kind in ("meet", "visit") and d.status == wanted
            ]
            here = [d for d in here if d.people or d.parties or d.kind == "visit"]
            here = self._about(here, title, drafts)
            if here:
                for draft in here:
                    draft.main, draft.specific = True, True
                self._from_title(here, title)
                return here
        return self._main_of_title(title, drafts, body, wanted)

    def _about(self, here: list[Draft], title: list[Draft], drafts: list[Draft]) -> list[Draft]:
        """Of a visit and what it is for, the meeting is the main one; of several, those of the lead."""
        here = [d for d in here if not d.purpose]
        meets = [d for d in here if d.kind == "meet" and d.format not in ("visit", "forum")]
        if meets:
            return meets
        for visit in here:
            purpose = [
                d for d in drafts
                if d.sentence is visit.sentence and d.kind == "noun" and d.head > visit.head
                and d.format in ("two_plus_two", "summit", "foreign_ministers", "committee", "vice_ministerial")
            ]  # fmt: skip
            if purpose and self.announcement:
                purpose[0].add_people(visit.people)
                purpose[0].status = "planned"
                purpose[0].country = visit.destination
                purpose[0].time = purpose[0].time or visit.time
                return purpose[:1]
        return here

    def _from_title(self, mains: list[Draft], title: list[Draft]) -> None:
        """A title adds the persons whom the lead leaves out, and makes itself no second meeting."""
        for draft in title:
            draft.specific = False
            if (
                len(mains) == 1
                and draft.kind in ("noun", "meet")
                and draft.format != "visit"
                and mains[0].format != "visit"
            ):
                missing = [p for p in draft.people if p.country not in {e.country for e in mains[0].people}]
                mains[0].add_people(missing)
                mains[0].total = mains[0].total or draft.total
                if mains[0].format in ("officials", "other", "ministers", "summit") and draft.format in (
                    "committee",
                    "two_plus_two",
                    "courtesy_call",
                ):
                    mains[0].format = draft.format
                mains[0].medium = (
                    mains[0].medium if mains[0].medium != "in_person" else draft.medium or "in_person"
                )

    def _main_of_title(
        self, title: list[Draft], drafts: list[Draft], body: Sequence[Sentence], wanted: str
    ) -> list[Draft]:
        chosen = next(
            (
                d
                for d in title
                if d.kind == "meet" or d.people or d.parties or d.format not in (None, "visit")
            ),
            None,
        )
        chosen = chosen or next(iter(title), None)
        if chosen is None:
            return []
        chosen.main, chosen.specific, chosen.status = True, True, wanted
        if (
            chosen.format is None
            or (chosen.kind == "noun"
            and chosen.format not in ("visit", "two_plus_two", "committee", "forum"))
        ):
            subjects = [e for e in self.cast.entities if e.country == self.side and not e.voice][:1]
            if not any(e.country == self.side for e in chosen.people):
                chosen.people = subjects + chosen.people
                chosen.parties |= {e.country for e in subjects if e.country}
            chosen.format = format_of(chosen, self.side, ())
        chosen.medium = chosen.medium or medium_of(chosen, chosen.sentence.span.of(self.text))
        for draft in drafts:
            if (
                draft.sentence in body[:1]
                and draft.kind == "noun"
                and draft.time is not None
                and draft.format is None
                and chosen.time is None
                and draft.sentence.toks[draft.start].low in ("a", "an")
                and not draft.definite
            ):
                chosen.time, draft.specific = draft.time, False
        return [chosen]

    def _more_mains(
        self, mains: list[Draft], drafts: list[Draft], sentences: Sequence[Sentence]
    ) -> list[Draft]:
        """A title that names several calls or several states of a trip makes each of them a main one."""
        title = next((s for s in sentences if s.block.index == self.title), None)
        if not mains or title is None:
            return mains
        more = list(mains)
        if mains[0].each:
            more = self._split(mains[0], drafts)
        lows = {t.low for t in title.toks}
        if lows & {"conversations", "calls", "meetings"} and mains[0].kind == "meet":
            more += [
                d
                for d in drafts
                if d.kind == "meet"
                and d.status == mains[0].status
                and d not in more
                and d.people
                and d.time is None
                and d.sentence is not title
                and d.format == mains[0].format
            ]
        goals = {m.code for m in title.states if m.code and m.code != self.side}
        if mains[0].format == "visit" and len(goals) > 1 and len(mains[0].parties) < 2:
            names = {e.name for e in mains[0].people}
            more += [
                d
                for d in drafts
                if d.kind == "visit"
                and d not in more
                and d.destination in goals
                and names & {e.name for e in d.people}
            ]
        for draft in more:
            draft.main, draft.specific = True, True
        return more

    def _split(self, main: Draft, drafts: list[Draft]) -> list[Draft]:
        """ "spoke separately with X and Y": one meeting for each of them."""
        home = [e for e in main.people if e.country == self.side]
        others = [e for e in main.people if e not in home]
        if len(others) < 2 or not home:
            return [main]
        main.people, main.parties = [*home, others[0]], {e.country for e in (*home, others[0]) if e.country}
        split = [main]
        for other in others[1:]:
            copy = replace(
                main, people=[*home, other], parties={e.country for e in (*home, other) if e.country}, also=[]
            )
            drafts.append(copy)
            split.append(copy)
        return split

    def _shared_casts(self, drafts: list[Draft], mains: list[Draft]) -> None:
        """ "They will meet again": the persons of the main meeting before it."""
        for draft in drafts:
            if not draft.shared_cast or draft in mains or not mains:
                continue
            before = [m for m in mains if m.sentence.index <= draft.sentence.index] or mains[:1]
            if len({e.country for e in draft.people}) < 2:
                draft.add_people(before[-1].people)
                if draft.kind == "meet" and draft.format != "forum":
                    draft.format = (
                        before[-1].format
                        if before[-1].format in ("committee",)
                        else format_of(replace(draft, format=None), self.side, ())
                    )

    # -- times ----------------------------------------------------------------------------------

    def _times(
        self, facts: Facts, drafts: list[Draft], mains: list[Draft], sentences: Sequence[Sentence]
    ) -> None:
        for main in mains:
            facts.resolve(main, None)
            if main.when is None and main.status == "held":
                self._sentence_time(facts, main)
            if main.when is None and main.status == "held" and self.published is not None:
                main.when = Window(self.published, "published", self.published_span or main.span)
        event = mains[0].when.edtf if mains and mains[0].when else None
        for draft in drafts:
            own = event if draft.status != "planned" or draft.sentence.index > 0 else None
            facts.resolve(draft, self._event_for(draft, mains, drafts) or own)

    def _sentence_time(self, facts: Facts, main: Draft) -> None:
        """A fronted date before the main meeting's subject is its own."""
        for time in find_windows(self.text, main.sentence.span):
            if time.kind not in ("vague",) and main.sentence.token_at(time.core.start) <= main.start + 6:
                main.time = time
                facts.resolve(main, None)
                return

    def _event_for(self, draft: Draft, mains: list[Draft], drafts: list[Draft]) -> str | None:
        """The date from which "the following day" counts: that of the meeting of its section."""
        above = {d.format for d in drafts if d.sentence.block.index in draft.sentence.block.headings} - {None}
        section = [m for m in mains if m.when is not None and m.format in above]
        if len(section) == 1 and section[0].when is not None:
            return section[0].when.edtf
        before = [m for m in mains if m.when is not None and _under(m, draft)]
        return before[-1].when.edtf if before and before[-1].when else None

    def _inherit(self, drafts: list[Draft], mains: list[Draft]) -> None:
        """Meetings that one sentence ties together share their date and place."""
        for at, draft in enumerate(drafts):
            mates = [
                d for d in drafts[max(0, at - 4) : at + 5] if d.sentence is draft.sentence and d is not draft
            ]
            if (
                draft.when is None
                and not draft.is_occasion
                and (
                    draft.kind != "noun"
                    or draft.format in ("summit", "forum", "two_plus_two", "foreign_ministers")
                )
            ):
                mate = next(
                    (
                        m
                        for m in mates
                        if m.when is not None
                        and _linked(self.text, draft, m)
                        and not m.when_inherited
                        and (draft.kind != "noun" or m.kind != "noun")
                    ),
                    None,
                )
                if mate is not None:
                    draft.when, draft.when_inherited = mate.when, True
            if draft.place is None and not draft.main:
                mate = next(
                    (
                        m
                        for m in mates
                        if m.place is not None
                        and _linked(self.text, draft, m)
                        and (draft.format != "visit" or draft.destination in (None, m.place.country))
                    ),
                    None,
                )
                if mate is not None and draft.kind != "noun":
                    draft.place = mate.place
            if draft.format in ("forum",) and draft.destination is None and draft.place is None:
                visit = next(
                    (
                        m
                        for m in mates
                        if m.format == "visit" and m.destination and _linked(self.text, draft, m)
                    ),
                    None,
                )
                if visit is not None:
                    draft.country = visit.destination
        self._from_main(drafts, mains)

    def _from_main(self, drafts: list[Draft], mains: list[Draft]) -> None:
        """What is done during a visit takes the visit's window and country."""
        if not mains:
            return
        for draft in drafts:
            base = [m for m in mains if m.sentence.index <= draft.sentence.index] or mains[:1]
            main = base[-1]
            if draft.main or draft.status == "not_held":
                continue
            same = bool({e.name for e in draft.people} & {e.name for e in main.people}) or (
                self.announcement and draft.kind == "meet"
            )
            during = (
                draft.kind == "meet" and (draft.status == "planned") == (main.status == "planned") and same
            )
            there = (
                self.announcement
                and main.format == "visit"
                and draft.status == "planned"
                and draft.kind == "noun"
                and draft.format in ("forum", "summit", None)
                and draft.sentence.index > main.sentence.index
            )
            if (during or there) and draft.when is None and (main.format == "visit" or self.announcement):
                draft.when, draft.place = main.when, draft.place or main.place
                draft.country = draft.country or main.destination or main.country

    def _statuses(self, drafts: list[Draft], mains: list[Draft]) -> None:
        day = bounds(mains[0].when.edtf) if mains and mains[0].when else None
        for draft in drafts:
            if draft.main or draft.status != "held":
                continue
            own = bounds(draft.when.edtf) if draft.when else None
            if draft.kind == "noun" or draft.sentence.block.index == self.title or self.announcement or (own is not None and day is not None and own[1] < day[0]):
                draft.status = "referenced"
            if own is not None and self.published is not None and own[0] > self.published:
                draft.status = "planned"

    # -- what counts ----------------------------------------------------------------------------

    def _counts(self, draft: Draft, mains: list[Draft]) -> bool:
        """Say whether a mention is a meeting of its own, not "the meeting" once more."""
        if draft.is_occasion and any(d.occasion_of is draft and d.status == "held" for d in mains):
            return False
        if draft.sentence.block.index == self.title:
            return False
        if draft.format is None:
            fresh = (
                draft.verb in ("hold", "have", "conduct", "arrange", "organize", "convene", "meet", None)
                and draft.status == "planned"
                and not draft.definite
                and draft.kind == "meet"
            )
            return fresh or (
                draft.kind == "noun"
                and draft.when is not None
                and not draft.when_inherited
                and not _day_of_main(draft, mains)
                and _close(draft)
            )
        if draft.format == "visit":
            return self._visit_counts(draft)
        if (
            draft.bare
            and draft.status == "planned"
            and draft.verb
            not in (
                "hold",
                "have",
                "conduct",
                "arrange",
                "organize",
                "convene",
                "meet",
                "speak",
                "talk",
                None,
            )
        ):
            return draft.time is not None
        if draft.kind == "meet":
            return bool(len(draft.people) > 1 or draft.when is not None or draft.status == "planned")
        if draft.bare and draft.format == "forum" and (draft.when is None or draft.when_inherited):
            return False
        if draft.format in ("forum", "other"):
            return (
                draft.specific
                and draft.named is not None
                and (draft.when is not None or draft.place is not None or draft.format == "forum")
            )
        if draft.when is not None and not draft.when_inherited:
            return True
        if draft.place is not None or draft.round is not None:
            return True
        return draft.status == "planned" and not (
            draft.definite and any(m.format == draft.format for m in mains)
        )

    def _visit_counts(self, draft: Draft) -> bool:
        goal = draft.destination or (draft.place.country if draft.place else None)
        who = bool(draft.people)
        if goal and (who or draft.when is not None):
            return True
        return draft.when is not None and (draft.kind == "visit" or who or draft.status == "planned")

    def _series(self, drafts: list[Draft], mains: list[Draft]) -> None:
        """ "The first round of consultations was held in …": a round belongs to the series of the main meeting."""
        for draft in drafts:
            if draft.format in (None, "other") and draft.round is not None and not draft.main:
                like = next(
                    (m for m in mains if m.format in ("two_plus_two", "vice_ministerial", "committee")), None
                )
                draft.format = like.format if like is not None else draft.format

    def infer_parties(self, drafts: Sequence[Draft], both: tuple[str, ...]) -> None:
        """A bilateral meeting of which no side is named, in a text between two sides, is theirs; marked as inferred."""
        for draft in drafts:
            named = draft.parties | {e.country for e in draft.people if e.country}
            bilateral = draft.format in (
                "summit",
                "foreign_ministers",
                "vice_ministerial",
                "two_plus_two",
                "committee",
                "ministers",
                "officials",
            )
            if not named and bilateral and len(both) == 2:
                draft.parties, draft.parties_basis = set(both), "inferred"

    def _feed_main(self, drafts: list[Draft], mains: list[Draft]) -> None:
        """ "the meeting, which lasted an hour", "This was the fifth meeting this year": facts of the main one."""
        for draft in drafts:
            first = draft.sentence.toks[0].low
            again = draft.kind == "noun" and draft.bare and (draft.definite or first in ("this", "it"))
            if (
                not again
                or draft.main
                or not mains
                or draft.status == "planned"
                or (draft.time is not None and draft.time.kind != "period")
            ):
                continue
            main = [m for m in mains if m.sentence.index <= draft.sentence.index][-1:] or mains[:1]
            for name in ("minutes", "start_time") + (
                ("total", "year", "round") if first in ("this", "it") else ()
            ):
                if getattr(main[0], name) is None:
                    setattr(main[0], name, getattr(draft, name))
            draft.when = None

    def _visited_for(self, drafts: list[Draft], mains: list[Draft]) -> None:
        """ "with X, who was visiting Z for the 2+2": what X came for is the occasion of the meeting."""
        for main in mains:
            if main.occasion is not None or main.kind != "meet":
                continue
            visit = next(
                (
                    d
                    for d in drafts
                    if d.sentence is main.sentence and d.kind == "visit" and d.head > main.head
                ),
                None,
            )
            purpose = next(
                (
                    d
                    for d in drafts
                    if visit and d.sentence is main.sentence and d.kind == "noun" and d.head > visit.head
                ),
                None,
            )
            if visit is not None and purpose is not None and _linked(self.text, visit, purpose):
                main.occasion = _name(self.text, purpose)

    # -- places, headings, scenes ---------------------------------------------------------------

    def _settle(self, draft: Draft) -> None:
        """Fix place and country of a draft once all mentions are joined."""
        if draft.main and draft.place is None and draft.medium == "in_person" and draft.status == "held":
            draft.place = self.dateline
            if self.dateline is None:
                draft.place_words = self.dateline_words
                draft.country = draft.country or (self.side if self.dateline_words else None)
        if draft.place is not None and (draft.medium != "in_person" or _is_state(draft)):
            draft.place = None
        if draft.country is None and draft.place is not None:
            draft.country = draft.place.country or (self.side if draft.place.kind == "venue" else None)
        if draft.country is None and draft.format == "visit":
            draft.country = (
                None if len(draft.parties - {e.country for e in draft.people}) > 1 else draft.destination
            )
        if draft.country is None and draft.main and draft.medium == "in_person":
            draft.country = _host(draft)
        draft.format = draft.format or ("other" if not draft.people else format_of(draft, self.side, ()))

    def _aside(self, sentence: Sentence, drafts: list[Draft]) -> None:
        """A parenthesis under a heading gives day, start and length of the meeting that the heading names."""
        above = [d for d in drafts if d.sentence.block.index in sentence.block.headings]
        if not above:
            return
        target = next((d for d in above if d.format is not None), above[0])
        give_lengths(
            self.text,
            target,
            find_durations(self.text, sentence.span),
            find_clock_times(self.text, sentence.span),
        )
        windows = [w for w in find_windows(self.text, sentence.span) if w.kind in ("day", "day_range")]
        target.time = target.time or (windows[0] if windows else None)

    def _absorb_headings(self, headings: list[Draft], joined: list[Draft]) -> None:
        """A section's heading names one of the main meetings: give it what stands under the heading."""
        for heading in headings:
            fits = [
                d
                for d in joined
                if d.main and d.format == (heading.format or d.format) and _people_fit(heading, d)
            ]
            if len(fits) != 1:
                continue
            main = fits[0]
            main.also.append(heading.span)
            main.start_time = main.start_time or heading.start_time
            main.minutes = main.minutes or heading.minutes
            main.parts = main.parts or heading.parts
            heading.linked = main

    def _scenes(self, sentences: Sequence[Sentence], joined: list[Draft], drafts: list[Draft]) -> list[Scene]:
        scenes = []
        held = [
            d for d in joined if d.main or (d.kind == "meet" and d.status == "held" and len(d.parties) > 1)
        ]
        mains = [d for d in held if d.main]
        for draft in mains:
            self._second_side(draft, sentences)
        if (
            len(mains) > 1
            and len({d.sentence.index for d in mains}) == 1
            and not any(h.linked for h in drafts)
        ):
            every = _scene(0, mains[0], self.side)
            for main in mains[1:]:
                every.persons += [e for e in main.people if e not in every.persons]
                every.parties = tuple(dict.fromkeys((*every.parties, *_parties(main, self.side))))
            return [every]
        for at, draft in enumerate(held):
            scenes.append(_scene(0 if at == 0 else draft.sentence.index, draft, self.side))
        for heading in drafts:
            if heading.linked is not None:
                scenes.append(_scene(heading.sentence.index, heading.linked, self.side))
        return sorted(scenes, key=lambda s: s.since) or [self._whole(sentences)]

    def _second_side(self, draft: Draft, sentences: Sequence[Sentence]) -> None:
        """A meeting of one known side: the one foreign state that title and lead name is the other."""
        if (
            self.side is None
            or len(draft.parties | {e.country for e in draft.people if e.country} | {self.side}) > 1
        ):
            return
        foreign = other_state(sentences, self.side)
        if foreign is not None and not (draft.format == "visit" and draft.destination):
            draft.parties.add(foreign)

    def _whole(self, sentences: Sequence[Sentence]) -> Scene:
        """No meeting was found: the room holds the sides that the document names first."""
        persons = [e for e in self.cast.entities if e.country]
        codes = list(dict.fromkeys(e.country for e in persons if e.country))
        if self.side is not None and self.side not in codes:
            codes.insert(0, self.side)
        if len(codes) < 2:
            named = [m.code for s in sentences[:3] for m in s.states if m.code and m.code not in codes]
            codes += list(dict.fromkeys(named))[:1]
        first = [
            next(e for e in persons if e.country == c) for c in codes if any(e.country == c for e in persons)
        ]
        return Scene(0, first if len(first) == len(codes) else [], tuple(codes))


def _is_state(draft: Draft) -> bool:
    """A city state is a place and a state in one; as the goal of a visit it is the state."""
    return (
        draft.format == "visit"
        and draft.place is not None
        and any(
            m.code == draft.place.country and m.kind == "name" and m.span.start == draft.place.span.start
            for m in draft.sentence.states
        )
    )


def _name(text: str, draft: Draft) -> str:
    """The words of a meeting's name without its article."""
    toks = draft.sentence.toks
    start = draft.start + (toks[draft.start].low in ("the", "a", "an"))
    end = draft.name_end or draft.head + 1
    while end < len(toks) and (toks[end].text[0].isupper() or toks[end].text in "-’"):
        end += 1
    return " ".join(text[toks[start].start : toks[end - 1].end].split())


def _close(draft: Draft) -> bool:
    """Say whether the date stands with its noun: a few words after it, and no other verb between."""
    if draft.time is None:
        return False
    at = draft.sentence.token_at(draft.time.core.start)
    between = range(draft.end, at)
    verbs = [
        v for v in draft.sentence.verbs if v.start in between and v.kind != "event" and v.kind != "predicate"
    ]
    return at < draft.head or (len(between) <= 14 and not verbs)


def _extend(draft: Draft, mates: Sequence[Draft]) -> None:
    """Stretch a mention's words over what was read from them: people, place, date."""
    sentence, limit = draft.sentence, len(draft.sentence.toks)
    for mate in mates:
        if mate.sentence is sentence and mate is not draft and mate.head > draft.head:
            limit = min(limit, mate.start)
    ends = [draft.end]
    spans = [
        r.span
        for r in sentence.refs
        if r.end > draft.end and r.start - draft.end < 24 and _of_draft(r, draft)
    ]
    spans += (
        [draft.place.span] if draft.place is not None and sentence.span.contains(draft.place.span) else []
    )
    spans += [draft.time.span] if draft.time is not None and sentence.span.contains(draft.time.span) else []
    spans += [m.span for m in sentence.states if m.code is not None and m.code == draft.destination]
    for span in spans:
        end = sentence.token_at(span.end - 1) + 1
        if draft.end <= end <= limit and end - draft.end < 30:
            ends.append(end)
    draft.end = max(ends)


def _of_draft(ref: Ref, draft: Draft) -> bool:
    name = ref.person.name if ref.person is not None else None
    return name is not None and any(set(name.split()) & set(e.name.split()) for e in draft.people)


def _scene(since: int, draft: Draft, side: str | None) -> Scene:
    return Scene(since, list(draft.people), _parties(draft, side))


def _parties(draft: Draft, side: str | None) -> tuple[str, ...]:
    codes = list(dict.fromkeys(e.country for e in draft.people if e.country))
    codes += [c for c in sorted(draft.parties) if c not in codes]
    if len(codes) < 2 and side is not None and side not in codes:
        codes.insert(0, side)
    if len(codes) < 2 and draft.format == "visit" and draft.destination and draft.destination not in codes:
        codes.append(draft.destination)
    return tuple(codes)


def _people_fit(heading: Draft, draft: Draft) -> bool:
    names = {e.name for e in heading.people}
    return not names or bool(names & {e.name for e in draft.people})


def _under(main: Draft, draft: Draft) -> bool:
    return main.sentence.index <= draft.sentence.index


def _day_of_main(draft: Draft, mains: list[Draft]) -> bool:
    return any(m.when and draft.when and m.when.edtf == draft.when.edtf for m in mains)


def _linked(text: str, one: Draft, two: Draft) -> bool:
    """Say whether the words between two mentions tie them ("visit X for Y", "visit X and hold Y")."""
    first, second = (one, two) if one.head <= two.head else (two, one)
    if (first.status == "planned") != (second.status == "planned"):
        return False
    toks = first.sentence.toks
    between = text[toks[first.head].end : toks[second.head].start]
    if ";" in between or len(between) > 160:
        return False
    return bool(_LINK.search(between))


def _host(draft: Draft) -> str | None:
    """The state that the lead says a participant is visiting, or that receives a caller."""
    toks = draft.sentence.toks
    for verb in draft.sentence.verbs:
        if verb.lemma == "visit" and "ing" in verb.forms:
            for state in draft.sentence.states:
                if toks[verb.end - 1].end <= state.span.start <= toks[verb.end - 1].end + 6 and state.code:
                    return state.code
    return None


__all__ = ["Builder", "Meetings", "replace"]

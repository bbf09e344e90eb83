"""Which meeting a document is about: that of its first sentences, else that of its title."""

from __future__ import annotations

from collections.abc import Sequence

from regesta.records.meeting.draft import Draft
from regesta.records.meeting.setting import Setting
from regesta.records.meeting.shape import format_of, medium_of
from regesta.records.view import Sentence

_LEAD = 3
# What a minister travels for: of the visit and this, this is what an announcement is about.
_PURPOSES = ("two_plus_two", "summit", "foreign_ministers", "committee", "vice_ministerial")
# A title's own word for the meeting outweighs what the levels of the persons suggest.
_BY_LEVEL = ("officials", "other", "ministers", "summit")
_BY_WORD = ("committee", "two_plus_two", "courtesy_call")
_OF_ANYBODY = ("visit", "two_plus_two", "committee", "forum")


def main_meetings(setting: Setting, sentences: Sequence[Sentence], drafts: list[Draft]) -> list[Draft]:
    """Mark and return the drafts that the document is about, in order; none where none is found."""
    body = [s for s in sentences if s.block.kind in ("paragraph", "item")][:_LEAD]
    title = [d for d in drafts if setting.in_title(d) and d.sentence.block.kind != "heading"]
    told = _of_title(title)
    for sentence in body:
        mains = (
            _of_sentence(setting, sentence, drafts, told)
            or _named_as_held(setting, sentence, drafts, told)
            or _by_itself(setting, sentence, body, drafts, told)
        )
        if mains and not _told_above(setting, told, mains):
            for draft in mains:
                draft.main, draft.specific = True, True
            _complete(mains, title)
            return mains
    chosen, in_body = told, [d for d in drafts if d.sentence in body]
    if chosen is None:
        return _not_held(in_body) or _in_passing(setting, in_body)
    if any(d.status == "not_held" and d.format == chosen.format == "visit" for d in in_body[:1]):
        chosen.status = "not_held"
    _settle_title(setting, chosen)
    _take_date(chosen, [d for d in drafts if d.sentence in body[:1]])
    return [chosen]


def _of_sentence(
    setting: Setting, sentence: Sentence, drafts: Sequence[Draft], title: Draft | None
) -> list[Draft]:
    """Of a visit and what it is for, the meeting; of several meetings all that have people or sides.

    Where the ``title`` tells of the visit, "X visited XB and met with Y" is about both.
    """
    here = [d for d in drafts if d.sentence is sentence]
    said = [
        d
        for d in here
        if d.kind in ("meet", "visit")
        and d.status == setting.wanted
        and (d.people or d.parties or d.kind == "visit" or (d.group_level and not d.shared_cast))
        and not d.purpose
    ]
    meets = [d for d in said if d.kind == "meet" and d.format not in ("visit", "forum")]
    if meets:
        beside = title is not None and title.format == "visit" and _joined_by_and(meets[0])
        made = (d for d in said if beside and d.format == d.kind == "visit" and d.people)
        return [*(d for d in made if d.head < meets[0].head), *meets]
    for visit in said:
        purpose = _purpose(visit, here)
        if purpose is not None and setting.announcement:
            _announce(purpose, visit)
            return [purpose]
    return said


def _joined_by_and(meeting: Draft) -> bool:
    """Say whether a verb of meeting goes on with the subject before it: "visited XB and met with Y"."""
    return meeting.start > 0 and meeting.sentence.toks[meeting.start - 1].low == "and"


def _named_as_held(
    setting: Setting, sentence: Sentence, drafts: Sequence[Draft], title: Draft | None
) -> list[Draft]:
    """Read "The 5th NU Foreign Ministers’ Meeting was held in Halden": of the title's sort, or no title's."""
    return [
        d
        for d in drafts
        if d.sentence is sentence and d.happened and d.format not in (None, "visit", "other")
        if d.status == setting.wanted and (title is None or title.format in (None, d.format))
    ][:1]


def _by_itself(
    setting: Setting,
    sentence: Sentence,
    body: Sequence[Sentence],
    drafts: Sequence[Draft],
    told: Draft | None,
) -> list[Draft]:
    """Read a lead such as "The sixth round of talks was held in Lunden on 3 May": the title's meeting."""
    named = [d for d in drafts if d.sentence is sentence and d.kind == "noun"]
    if setting.announcement or sentence is not body[0] or not named:
        return []
    first = named[0]
    other = told is not None and bool(
        told.people or (told.format and first.format not in (None, told.format))
    )
    if other or first.status != setting.wanted or not first.happened:
        return []
    if told is not None:
        first.format = first.format or told.format
        first.parties |= told.parties if first.parties <= told.parties else set()
        first.round = first.round or told.round
    _settle_title(setting, first)
    return [first]


def _purpose(visit: Draft, here: Sequence[Draft]) -> Draft | None:
    named = (d for d in here if d.kind == "noun" and d.head > visit.head and d.format in _PURPOSES)
    return next(named, None)


def _announce(purpose: Draft, visit: Draft) -> None:
    purpose.add_people(visit.people)
    purpose.status = "planned"
    purpose.country = visit.destination
    purpose.time = purpose.time or visit.time


def _complete(mains: Sequence[Draft], title: Sequence[Draft]) -> None:
    """A title adds the persons whom the lead leaves out, and makes itself no second meeting."""
    for draft in title:
        draft.specific = False
        about_meeting = draft.kind in ("noun", "meet") and draft.format != "visit"
        if len(mains) == 1 and mains[0].format != "visit" and about_meeting:
            _add_title(mains[0], draft)
        elif len(mains) == 1 and mains[0].format == draft.format == "visit":
            mains[0].time = mains[0].time or draft.time


def _add_title(main: Draft, title: Draft) -> None:
    main.add_people([p for p in title.people if p.country not in {e.country for e in main.people}])
    main.total = main.total or (title.total if title.total != main.round else None)
    if main.format in _BY_LEVEL and title.format in _BY_WORD:
        main.format = title.format
    if main.medium == "in_person":
        main.medium = title.medium or "in_person"


def _told_above(setting: Setting, title: Draft | None, mains: Sequence[Draft]) -> bool:
    """Say whether the title is a sentence that reports a meeting, and the lead only a visit besides."""
    if title is None or title.kind != "meet" or len(title.people) < 2 or setting.announcement:
        return False
    return all(draft.format == "visit" and draft.time is None for draft in mains)


def _of_title(title: Sequence[Draft]) -> Draft | None:
    """The mention of the title that says most: what was done, by whom, or what sort of meeting."""
    telling = (
        d for d in title if d.kind == "meet" or d.people or d.parties or d.format not in (None, "visit")
    )
    return next(telling, None) or next(iter(title), None)


def _not_held(lead: Sequence[Draft]) -> list[Draft]:
    """Read the notice "President X has decided not to travel to XB": it is about the visit that failed."""
    for draft in lead[:1]:
        if draft.status == "not_held" and draft.format == "visit":
            draft.main, draft.specific = True, True
            return [draft]
    return []


def _in_passing(setting: Setting, lead: Sequence[Draft]) -> list[Draft]:
    """Read "X expressed support during a meeting with Y today": new, with people and a date or place."""
    for draft in lead:
        new = draft.sentence.toks[draft.start].low in ("a", "an") and not draft.definite
        if draft.kind != "noun" or draft.status != setting.wanted or not new or not draft.people:
            continue
        if draft.time or draft.place:
            draft.main, draft.specific = True, True
            _add_speaker(setting, draft)
            return [draft]
    return []


def _add_speaker(setting: Setting, draft: Draft) -> None:
    """Who speaks "during a meeting with Y" takes part, where Y alone is named with it."""
    speaker = next((r for r in draft.sentence.refs if r.kind == "person" and r.end <= draft.start), None)
    entity = setting.cast.of_ref(speaker) if speaker is not None and len(draft.people) == 1 else None
    if entity is not None and not entity.voice and entity not in draft.people:
        draft.add_people([entity])
        draft.format = format_of(draft, setting.side)


def _settle_title(setting: Setting, chosen: Draft) -> None:
    """A meeting known from the title alone is one of the publisher's own side."""
    chosen.main, chosen.specific = True, True
    chosen.status = "not_held" if chosen.status == "not_held" else setting.wanted
    if chosen.format is None or (chosen.kind == "noun" and chosen.format not in _OF_ANYBODY):
        if not any(e.country == setting.side for e in chosen.people):
            home = setting.at_home()[:1]
            chosen.people = home + chosen.people
            chosen.parties |= {e.country for e in home if e.country}
        chosen.format = format_of(chosen, setting.side)
    chosen.medium = chosen.medium or medium_of(chosen, chosen.sentence.span.of(setting.text))


def _take_date(chosen: Draft, lead: Sequence[Draft]) -> None:
    """ "A meeting was held on 3 May" under the title is the title's meeting: its date is taken."""
    for draft in lead:
        new = draft.sentence.toks[draft.start].low in ("a", "an") and not draft.definite
        if draft.kind == "noun" and draft.format is None and new and chosen.time is None and draft.time:
            chosen.time, draft.specific = draft.time, False

"""The last word on the meetings of a document: their spans, places, countries, formats and headings."""

from __future__ import annotations

from collections.abc import Sequence

from regesta.mentions.times import find_clock_times, find_durations, find_windows
from regesta.model.edtf import UNKNOWN_YEAR, bounds
from regesta.model.span import Span
from regesta.model.time import Window
from regesta.records.meeting.draft import Draft
from regesta.records.meeting.lengths import give_lengths
from regesta.records.meeting.setting import Setting
from regesta.records.meeting.shape import BILATERAL, format_of
from regesta.records.meeting.zones import give_zone
from regesta.records.view import Ref, Sentence
from regesta.rules.meeting_grammar import meeting_grammar
from regesta.rules.meetings import meeting_rules

_PERSON_WITHIN = 24
_FACT_WITHIN = 30
_SOME_YEAR = "2000"  # a leap year, in which days without a year are compared
_GOAL_WITHIN = 6  # characters: an article may stand between


def settle(setting: Setting, draft: Draft, mains: Sequence[Draft]) -> None:
    """Fix place, country, format and zone of a draft once all its mentions are joined."""
    if draft.main and draft.medium == "in_person" and draft.status == "held":
        town = setting.dateline is not None and setting.dateline.kind == "town"
        if draft.place is None or (town and draft.place.kind == "venue"):
            _take_dateline(setting, draft)
    if draft.place is not None and (draft.medium != "in_person" or _is_goal(draft)):
        draft.place = None
    draft.country = draft.country or _country(setting, draft)
    if draft.format is None:
        draft.format = format_of(draft, setting.side) if draft.people else _format_of_nobody(draft, mains)
    give_zone(draft, setting.states)


def _format_of_nobody(draft: Draft, mains: Sequence[Draft]) -> str:
    """Talks of which nobody is named are of the main meeting's sort, unless other sides hold them.

    Negotiations are the work of officials; what is no talk is some other event.
    """
    words = {t.low for t in draft.sentence.toks[draft.start : draft.end]}
    if not words & meeting_grammar().talk_words:
        return "other"
    phrase = " ".join(t.low for t in draft.sentence.toks[draft.start : draft.end])
    if words & meeting_grammar().by_officials or meeting_rules().inside.format_of(phrase) == "officials":
        return "officials"
    main = next((m for m in mains if m is not draft and m.format in BILATERAL), None)
    same = main is not None and (not draft.parties or draft.parties <= main.parties)
    return (
        main.format
        if main is not None and same and main.format
        else "officials"
        if draft.parties
        else "other"
    )


def _take_dateline(setting: Setting, draft: Draft) -> None:
    draft.place = setting.dateline
    if setting.dateline is None and setting.dateline_words:
        town, _, state = setting.dateline_words.rpartition(", ")
        code = setting.states.code_of(state) if town else None
        draft.place_words = town if code else setting.dateline_words
        draft.country = draft.country or code or setting.side


def _country(setting: Setting, draft: Draft) -> str | None:
    """The country of the place, of the visit, or of the host."""
    found: str | None = None
    if draft.place is not None:
        found = draft.place.country or (setting.side if draft.place.kind == "venue" else None)
    if found is None and draft.format == "visit":
        foreign = draft.parties - {e.country for e in draft.people if e.country}
        found = None if len(foreign) > 1 else draft.destination
    if found is None and draft.main and draft.medium == "in_person":
        found = _host(draft)
    if found is None and draft.medium == "in_person" and (draft.main or draft.status == "planned"):
        found = _met_in(draft)
    if found is None and draft.kind == "noun" and draft.format != "visit":
        found = _right_after_in(draft)
    return found


def _right_after_in(draft: Draft) -> str | None:
    """The state of "the G20 summit in XB": right behind the noun, or behind its date."""
    toks = draft.sentence.toks
    end = draft.sentence.token_at(draft.time.span.end - 1) + 1 if draft.time is not None else 0
    for state in draft.sentence.states:
        at = draft.sentence.token_at(state.span.start)
        if state.code and state.kind == "name" and at - 1 in (draft.head + 1, draft.name_end, draft.end, end):
            return state.code if at and toks[at - 1].low == "in" else None
    return None


def _met_in(draft: Draft) -> str | None:
    """The state that stands after "in" behind a meeting: "met in Malta"."""
    toks = draft.sentence.toks
    if draft.kind != "meet":
        return None
    for state in draft.sentence.states:
        at = draft.sentence.token_at(state.span.start)
        preposition = toks[at - 1].low if at else ""
        if draft.head < at and state.code and state.kind == "name" and preposition == "in":
            return state.code
    return None


def _is_goal(draft: Draft) -> bool:
    """A city state is a place and a state in one; as the goal of a visit it is the state."""
    place = draft.place
    if draft.format != "visit" or place is None:
        return False
    return any(
        m.code == place.country and m.kind == "name" and m.span.start == place.span.start
        for m in draft.sentence.states
    )


def _host(draft: Draft) -> str | None:
    """The state that the lead says a participant is visiting."""
    for verb in draft.sentence.verbs:
        if verb.lemma != "visit" or "ing" not in verb.forms:
            continue
        end = draft.sentence.toks[verb.end - 1].end
        for state in draft.sentence.states:
            if state.code and end <= state.span.start <= end + _GOAL_WITHIN:
                return state.code
    return None


def stretch(draft: Draft, others: Sequence[Draft]) -> None:
    """Stretch a mention's words over what was read from them: people, place, date, goal.

    They end before the next mention of the same sentence; ``others`` are its mentions.
    """
    sentence = draft.sentence
    behind = [d for d in others if d.head > draft.head and d is not draft]
    following = [d.start if d.start >= draft.end else d.head for d in behind]
    limit = min([len(sentence.toks), *following])
    ends = [sentence.token_at(span.end - 1) + 1 for span in _read_from(draft)]
    fitting = [end for end in ends if draft.end <= end <= limit and end - draft.end < _FACT_WITHIN]
    draft.end = max([draft.end, *fitting])


def _read_from(draft: Draft) -> list[Span]:
    sentence = draft.sentence
    spans = [
        ref.span
        for ref in sentence.refs
        if ref.end > draft.end and ref.start - draft.end < _PERSON_WITHIN and _takes_part(ref, draft)
    ]
    for mention in (draft.place, draft.time):
        if mention is not None and sentence.span.contains(mention.span):
            spans.append(mention.span)
    return spans + [m.span for m in sentence.states if m.code is not None and m.code == draft.destination]


def _takes_part(ref: Ref, draft: Draft) -> bool:
    name = ref.person.name if ref.person is not None else None
    return name is not None and any(set(name.split()) & set(e.name.split()) for e in draft.people)


def read_aside(text: str, sentence: Sentence, above: Sequence[Draft]) -> None:
    """A parenthesis under a heading gives day, start and length of the meeting that the heading names.

    ``above`` are the mentions of its headings.
    """
    if not above:
        return
    target = next((d for d in above if d.format is not None), above[0])
    give_lengths(text, target, find_durations(text, sentence.span), find_clock_times(text, sentence.span))
    days = [w for w in find_windows(text, sentence.span) if w.kind in meeting_grammar().whole_days]
    target.time = target.time or (days[0] if days else None)


def absorb_headings(headings: Sequence[Draft], joined: Sequence[Draft]) -> None:
    """A section's heading names one of the main meetings: give it what stands under the heading."""
    mains = [d for d in joined if d.main]
    for heading in headings:
        fits = [d for d in mains if _fits(heading, d)]
        if len(fits) != 1:
            continue
        main = fits[0]
        main.also.append(heading.span)
        main.start_time = main.start_time or heading.start_time
        main.minutes = main.minutes or heading.minutes
        main.parts = main.parts or heading.parts
        if _narrower(heading.when, main.when):
            main.when = heading.when
        heading.linked = main


def _narrower(one: Window | None, other: Window | None) -> bool:
    """Say whether ``one`` lies within the days of ``other`` and leaves some of them out."""
    if one is None or other is None or (UNKNOWN_YEAR in one.edtf) != (UNKNOWN_YEAR in other.edtf):
        return False
    inner, outer = (bounds(window.edtf.replace(UNKNOWN_YEAR, _SOME_YEAR)) for window in (one, other))
    return inner is not None and outer is not None and inner != outer and _in(inner, outer)


def _in(inner: tuple[str, str], outer: tuple[str, str]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _fits(heading: Draft, draft: Draft) -> bool:
    if heading.format is not None and heading.format != draft.format:
        return False
    names = {e.name for e in heading.people}
    return not names or not names.isdisjoint(e.name for e in draft.people)

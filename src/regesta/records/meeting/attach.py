"""To which mention of a sentence its dates, places and ordinals belong."""

from __future__ import annotations

from collections.abc import Sequence

from regesta.mentions.places import PlaceMention
from regesta.mentions.times import TimeMention, find_ordinals
from regesta.model.trace import declined
from regesta.records.meeting.draft import Draft
from regesta.records.view import Sentence
from regesta.rules.grammar import grammar
from regesta.rules.meeting_grammar import meeting_grammar

_FRONT = 3
_ASIDE = 6
_BEFORE_NOUN = 6
_PLACE_WITHIN = 45
_ORDINAL_WITHIN = 12
_ANOTHER = 10


def _region(sentence: Sentence, drafts: Sequence[Draft], at: int) -> Draft:
    """The draft whose words an attachment at token ``at`` follows; before all of them, the first.

    After "(including the working lunch)" it follows the words before the bracket.
    """
    following = (
        d
        for d in reversed(drafts)
        if d.head <= at
        and not _bracket_closed(sentence, d.head, at)
        and not _aside_closed(sentence, d, drafts, at)
    )
    return next(following, drafts[0])


def _aside_closed(sentence: Sentence, draft: Draft, drafts: Sequence[Draft], at: int) -> bool:
    """Read "met with X, who was visiting XB for the forum, on July 5": the comma leads back to "met"."""
    toks = sentence.toks
    comma = next((i for i in range(at - 1, max(draft.head, at - _ASIDE), -1) if toks[i].text == ","), None)
    if comma is None or draft is drafts[0]:
        return False
    opened = next((i for i in range(draft.head, 0, -1) if toks[i].low in ("who", "which")), None)
    return opened is not None and toks[opened - 1].text == "," and any(d.head < opened for d in drafts)


def _bracket_closed(sentence: Sentence, start: int, end: int) -> bool:
    """Say whether a bracket that is open at token ``start`` closes before ``end``."""
    depth = 0
    for tok in sentence.toks[start:end]:
        depth += (tok.text == "(") - (tok.text == ")")
        if depth < 0:
            return True
    return False


def give_time(sentence: Sentence, drafts: Sequence[Draft], time: TimeMention) -> None:
    """Give a date to the mention it stands in or follows; whole days outweigh a looser date."""
    at = sentence.token_at(time.core.start)
    if time.kind == "vague":
        declined("date", time, "too vague for a window", f"time.{time.rule}")
        return
    if _of_another(sentence, at) or (time.kind == "year_range" and not _over_years(sentence, at)):
        declined("date of a meeting", time, "is that of another meeting, or the years of a programme")
        return
    inside = next((d for d in drafts if d.kind == "noun" and d.start <= at < d.head), None)
    draft = inside or _region(sentence, drafts, at)
    if inside is None and _far_before(drafts, draft, at):
        declined("date of a meeting", time, "stands too far before the meeting")
        return
    before = inside is None and _FRONT < at < draft.start
    if (before and _cut_off(sentence, at, draft.start)) or (
        at > draft.head and _cut_off(sentence, draft.end, at)
    ):
        declined("date of a meeting", time, "a reporting verb stands between the meeting and it")
        return
    days = meeting_grammar().whole_days
    if draft.time is None or (time.kind in days and draft.time.kind not in days):
        draft.time = time


def _of_another(sentence: Sentence, at: int) -> bool:
    """Read "their second meeting following the one in Halden last year": what follows is not of this one."""
    lows, words = sentence.lows, meeting_grammar()
    for i in range(at - 1, max(1, at - _ANOTHER), -1):
        if lows[i] in (",", ";"):
            return False
        if lows[i] in words.another and lows[i - 1] in grammar().determiners and i > 1:
            return lows[i - 2] in words.compared
    return False


def _over_years(sentence: Sentence, at: int) -> bool:
    """Say whether a range of years is told as one in which something went on, not as a programme's."""
    return at > 0 and sentence.lows[at - 1] in meeting_grammar().over_years


def _far_before(drafts: Sequence[Draft], draft: Draft, at: int) -> bool:
    """Say whether a date stands too far before the first noun, and not at the front of the sentence."""
    if at <= _FRONT or draft is not drafts[0] or draft.kind != "noun":
        return False
    return at < draft.start - _BEFORE_NOUN and not any(d.start <= at < d.head for d in drafts)


def _cut_off(sentence: Sentence, start: int, at: int) -> bool:
    """Say whether a reporting verb between a meeting and a date parts them."""
    return any(
        start <= v.start < at
        and v.kind in ("group", "light")
        and "past" in v.forms
        and v.lemma not in meeting_grammar().beside_date
        for v in sentence.verbs
    )


def give_place(sentence: Sentence, drafts: Sequence[Draft], place: PlaceMention) -> None:
    """Give a place to the mention it follows: with a preposition of place, near, and if it has none yet."""
    at = sentence.token_at(place.span.start)
    draft = _region(sentence, drafts, at)
    bare = place.preposition is None and draft.kind != "visit" and at > draft.end + 1
    if draft.place is not None or bare or at - draft.head > _PLACE_WITHIN or _of_another(sentence, at):
        return
    if place.preposition is None and at < draft.head and _is_state(sentence, place):
        return
    if place.preposition in meeting_grammar().place_not_after:
        return
    if place.preposition in ("to", "for") and draft.format != "visit" and draft.kind != "meet":
        return
    draft.place = place


def _is_state(sentence: Sentence, place: PlaceMention) -> bool:
    """Say whether a place in the name of a meeting is a state as well, and stands there for that state."""
    return any(m.span.contains(place.span) and m.kind in ("name", "adjective") for m in sentence.states)


def give_ordinals(text: str, sentence: Sentence, drafts: Sequence[Draft]) -> None:
    """Give "the fifth round", "ninth time in total" to the mention around it, else to one just before."""
    for ordinal in find_ordinals(text, sentence.span):
        draft = _counted(drafts, sentence.token_at(ordinal.span.start))
        if draft is None or ordinal.scope == "other":
            continue
        if getattr(draft, ordinal.scope) is None:
            setattr(draft, ordinal.scope, ordinal.value)


def _counted(drafts: Sequence[Draft], at: int) -> Draft | None:
    own = next((d for d in drafts if d.start <= at <= d.head), None)
    near = [d for d in drafts if d.start - 1 <= at <= d.end + _ORDINAL_WITHIN]
    return own or next((d for d in near if d.kind == "meet"), near[0] if near else None)

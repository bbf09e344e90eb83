"""Which mentions are meetings of their own, and which are "the meeting" once more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from regesta.model.trace import declined
from regesta.records.meeting.draft import Draft
from regesta.records.meeting.setting import Setting
from regesta.rules.meeting_grammar import meeting_grammar

_NEAR = 14
_HOUSE = 9


def counts(setting: Setting, draft: Draft, mains: Sequence[Draft]) -> bool:
    """Say whether a mention that is no main one counts as a meeting of its own."""
    if why := _no_meeting(setting, draft, mains):
        return _once_more(draft, why)
    if draft.format is None:
        return _plain_counts(draft, mains)
    if draft.format == "visit":
        return _visit_counts(draft)
    if draft.bare and draft.status == "planned" and not _makes(draft, "speak", "talk"):
        return draft.time is not None or _once_more(draft, "planned in general, without a time of its own")
    if draft.kind == "meet":
        return _report_counts(draft)
    return _named_counts(draft, mains)


def _no_meeting(setting: Setting, draft: Draft, mains: Sequence[Draft]) -> str | None:
    """Say why a mention is none whatever its date, or that nothing speaks against it (None)."""
    if draft.is_occasion and any(d.occasion_of is draft and d.status == "held" for d in mains):
        return "the occasion of the main meeting"
    if setting.in_title(draft):
        return "only the title names it"
    house = draft.kind == "noun" and _of_a_house(draft)
    return "a session of a state's own house" if house else None


def _of_a_house(draft: Draft) -> bool:
    """Read "the session of the National Assembly of XB": no meeting of two sides."""
    words = " ".join(draft.sentence.lows[draft.start : draft.head + _HOUSE])
    return meeting_grammar().chambers.pattern.search(words) is not None


def _report_counts(draft: Draft) -> bool:
    """What a verb reports counts with two persons, one by office alone, or a date, or as a plan."""
    several = len(draft.people) > 1 or (len(draft.parties) > 1 and draft.others_level is not None)
    if draft.shared_cast and not several and draft.time is None and draft.status != "planned":
        return _once_more(draft, "sides that are spoken of again, without a date of their own")
    several = several or draft.each or draft.when is not None or draft.status == "planned"
    return several or _once_more(draft, "names neither two persons nor a date, and is not planned")


def _once_more(draft: Draft, why: str) -> Literal[False]:
    return declined("meeting", draft, why, draft.rule)


def _makes(draft: Draft, *more: str) -> bool:
    """Say whether a mention's verb makes a meeting ("hold", not "continue"), or it has no verb."""
    return draft.verb is None or draft.verb in meeting_grammar().made_of or draft.verb in more


def _plain_counts(draft: Draft, mains: Sequence[Draft]) -> bool:
    """A word without a format counts when it is newly planned, for an occasion, or dated beside it."""
    if draft.kind == "meet":
        new = draft.status == "planned" and not draft.definite and _makes(draft)
        return new or _once_more(draft, "a plain word for a meeting that is not newly planned")
    told = draft.told and draft.status == "held" and not any(_brings(main, draft) for main in mains)
    if told or (draft.round is not None and not draft.happened and (draft.people or draft.parties)):
        return True
    if draft.status == "planned" and draft.occasion is not None and not draft.definite:
        return True
    if draft.kind != "noun" or draft.when is None or draft.when_inherited:
        return _once_more(draft, "a plain word for a meeting without a date of its own")
    main_days = {main.when.edtf for main in mains if main.when}
    if draft.when.edtf in main_days:
        return _once_more(draft, "the date of the main meeting: the same once more")
    return _date_is_close(draft) or _once_more(draft, "its date stands too far away, or belongs to a verb")


def _brings(main: Draft, draft: Draft) -> bool:
    """Say whether a main meeting brings everybody of a mention together: then it is that one once more."""
    return {e.name for e in draft.people} <= {e.name for e in main.people}


def _date_is_close(draft: Draft) -> bool:
    """Say whether the date stands with its noun: a few words after it, and no other verb between."""
    if draft.time is None:
        return False
    at = draft.sentence.token_at(draft.time.core.start)
    if at < draft.head:
        return True
    verbs = (v for v in draft.sentence.verbs if v.kind not in ("event", "predicate"))
    return at - draft.end <= _NEAR and not any(draft.end <= v.start < at for v in verbs)


def _placed(draft: Draft) -> bool:
    """Say whether a place stands in a gathering's name or right behind it: "the conference in Port Sele"."""
    if draft.place is None or not draft.sentence.span.contains(draft.place.span):
        return False
    return draft.sentence.token_at(draft.place.span.start) - draft.name_end <= 2


def _visit_counts(draft: Draft) -> bool:
    """A visit counts with two of visitor, goal and date; one by verb or planned, with a date alone."""
    goal = draft.destination or (draft.place.country if draft.place else None)
    who = bool(draft.people) or draft.by_office
    if draft.when is None:
        return (bool(goal) and who) or _once_more(draft, "a visit without a date needs a visitor and a goal")
    known = bool(goal) or who or draft.kind == "visit" or draft.status in ("planned", "not_held")
    return known or _once_more(draft, "a visit with a date, but neither visitor nor goal")


def _named_counts(draft: Draft, mains: Sequence[Draft]) -> bool:
    own_date = draft.when is not None and not draft.when_inherited
    known_name = draft.specific and draft.status == "planned" and draft.named is not None
    if draft.bare and draft.format == "forum" and not (own_date or _placed(draft) or known_name):
        return _once_more(draft, "a gathering without a name or a date of its own")
    if draft.format in ("forum", "other"):
        known = draft.when is not None or draft.place is not None or draft.format == "forum"
        named = draft.specific and draft.named is not None and known
        return named or _once_more(
            draft, "a gathering or event without a name of its own and a date or place"
        )
    if own_date or draft.place is not None or draft.round is not None:
        return True
    known = draft.definite and any(main.format == draft.format for main in mains)
    if draft.status == "planned" and not known:
        return True
    return _once_more(draft, "the main meeting once more" if known else "no date, place or round of its own")

"""Which mentions are meetings of their own, and which are "the meeting" once more."""

from __future__ import annotations

from collections.abc import Sequence

from regesta.records.meeting.draft import Draft
from regesta.records.meeting.setting import Setting
from regesta.rules.meeting_grammar import meeting_grammar

_NEAR = 14


def counts(setting: Setting, draft: Draft, mains: Sequence[Draft]) -> bool:
    """Say whether a mention that is no main one counts as a meeting of its own."""
    occasion = draft.is_occasion and any(d.occasion_of is draft and d.status == "held" for d in mains)
    if occasion or setting.in_title(draft):
        return False
    if draft.format is None:
        return _plain_counts(draft, mains)
    if draft.format == "visit":
        return _visit_counts(draft)
    if draft.bare and draft.status == "planned" and not _makes(draft, "speak", "talk"):
        return draft.time is not None
    if draft.kind == "meet":
        return len(draft.people) > 1 or draft.each or draft.when is not None or draft.status == "planned"
    return _named_counts(draft, mains)


def _makes(draft: Draft, *more: str) -> bool:
    """Say whether a mention's verb makes a meeting ("hold", not "continue"), or it has no verb."""
    return draft.verb is None or draft.verb in meeting_grammar().made_of or draft.verb in more


def _plain_counts(draft: Draft, mains: Sequence[Draft]) -> bool:
    """A word without a format counts when it is newly planned, or has a date of its own beside it."""
    if draft.kind == "meet":
        return draft.status == "planned" and not draft.definite and _makes(draft)
    if draft.kind != "noun" or draft.when is None or draft.when_inherited:
        return False
    main_days = {main.when.edtf for main in mains if main.when}
    return draft.when.edtf not in main_days and _date_is_close(draft)


def _date_is_close(draft: Draft) -> bool:
    """Say whether the date stands with its noun: a few words after it, and no other verb between."""
    if draft.time is None:
        return False
    at = draft.sentence.token_at(draft.time.core.start)
    if at < draft.head:
        return True
    verbs = (v for v in draft.sentence.verbs if v.kind not in ("event", "predicate"))
    return at - draft.end <= _NEAR and not any(draft.end <= v.start < at for v in verbs)


def _visit_counts(draft: Draft) -> bool:
    """A visit counts with two of visitor, goal and date; one by verb or planned, with a date alone."""
    goal = draft.destination or (draft.place.country if draft.place else None)
    who = bool(draft.people)
    if draft.when is None:
        return bool(goal) and who
    return bool(goal) or who or draft.kind == "visit" or draft.status in ("planned", "not_held")


def _named_counts(draft: Draft, mains: Sequence[Draft]) -> bool:
    own_date = draft.when is not None and not draft.when_inherited
    if draft.bare and draft.format == "forum" and not own_date:
        return False
    if draft.format in ("forum", "other"):
        known = draft.when is not None or draft.place is not None or draft.format == "forum"
        return draft.specific and draft.named is not None and known
    if own_date or draft.place is not None or draft.round is not None:
        return True
    known = draft.definite and any(main.format == draft.format for main in mains)
    return draft.status == "planned" and not known

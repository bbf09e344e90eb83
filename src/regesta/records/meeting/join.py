"""Join the mentions of one meeting: the same sort, no contradiction of date, place, visitor or status."""

from __future__ import annotations

from collections.abc import Sequence

from regesta.model.edtf import bounds
from regesta.records.meeting.draft import Draft

_FILLED = (
    "place", "place_words", "country", "destination", "start_time", "minutes", "total", "year", "round",
    "occasion", "condition", "reason", "named",
)  # fmt: skip
_EVERY, _ANY = "every", "any"


def join(drafts: Sequence[Draft]) -> list[Draft]:
    """Return one draft for each distinct meeting, in order; later mentions fill what was open."""
    kept: list[Draft] = []
    filed = _ByMonth()
    for draft in drafts:
        at = next((n for n in filed.near(draft) if same_meeting(kept[n], draft)), None)
        if at is None:
            at = len(kept)
            kept.append(draft)
        else:
            kept[at] = _joined(kept[at], draft)
        filed.add(at, kept[at])
    return kept


class _ByMonth:
    """The numbers of drafts by format and by the months of their windows: only those near can be the same."""

    def __init__(self) -> None:
        self._filed: dict[tuple[str | None, str], dict[int, None]] = {}

    def add(self, number: int, draft: Draft) -> None:
        for key in (_EVERY, *(_months(draft) or [_ANY])):
            self._filed.setdefault((draft.format, key), {})[number] = None

    def near(self, draft: Draft) -> list[int]:
        """Return, in order, the numbers of those of a format whose windows may overlap."""
        months = _months(draft)
        keys = [_ANY, *months] if months else [_EVERY]
        return sorted({number for key in keys for number in self._filed.get((draft.format, key), ())})


def _months(draft: Draft) -> list[str]:
    """The months of a draft's window; none where it has no window, one without a year, or a long one."""
    limits = bounds(draft.when.edtf) if draft.when is not None else None
    if limits is None:
        return []
    first, last = (int(day[:4]) * 12 + int(day[5:7]) - 1 for day in limits)
    return [f"{month // 12}-{month % 12}" for month in range(first, last + 1)] if last - first < 12 else []


def same_meeting(one: Draft, two: Draft) -> bool:
    """Say whether two mentions may be one meeting and nothing in them contradicts it."""
    if one.format != two.format or not _statuses_fit(one, two):
        return False
    if not _dates_fit(one, two) or not _places_fit(one, two):
        return False
    if one.round is not None and two.round is not None and one.round != two.round:
        return False
    if one.format == "visit":
        return _visits_fit(one, two)
    if one.format in ("forum", "other"):
        return _names_fit(one.named, two.named)
    return _people_fit(one, two)


def _statuses_fit(one: Draft, two: Draft) -> bool:
    if (one.status == "not_held") != (two.status == "not_held"):
        return False
    again = one.format == "visit" and (_bare_again(one) or _bare_again(two))
    again = again or (one.format == "forum" and _forum_again(one, two))
    return one.status == two.status or "planned" not in (one.status, two.status) or again


def _people_fit(one: Draft, two: Draft) -> bool:
    """Two reports are one meeting only in two sentences, with the same people and no count of its own.

    Whom one person met by office alone may be another each time.
    """
    if one.kind == "meet" and two.kind == "meet":
        if one.sentence is two.sentence or {e.name for e in one.people} != {e.name for e in two.people}:
            return False
        if one.others_level and two.others_level and len(one.people) == 1:
            return False
        if two.total is not None and one.total != two.total:
            return False
    known = {e.name for e in one.people} & {e.name for e in two.people}
    return not (one.people and two.people) or len(known) >= min(len(one.people), len(two.people), 2)


def _bare_again(draft: Draft) -> bool:
    """Read "the President's visit" without a date of its own as an earlier visit of his once more."""
    return draft.kind == "noun" and (draft.when is None or draft.when_inherited)


def _forum_again(one: Draft, two: Draft) -> bool:
    """Read "the NU Summit" after "the 8th NU Summit" as the same one, if nothing places it elsewhere."""
    if one.when is not None and two.when is not None and not two.when_inherited:
        return True  # their dates have been found to fit
    again = two.definite and _bare_again(two) and (two.place is None or _named_there(one, two))
    return again or (one.definite and one.when is None and two.status == "planned")


def _named_there(one: Draft, two: Draft) -> bool:
    """Say whether both take their place from the name that they share: "the Halden Legal Forum"."""
    return one.place is not None and two.place is not None and one.place.name == two.place.name


def _names_fit(one: str | None, two: str | None) -> bool:
    if not one or not two:
        return False
    a, b = set(one.replace("-", "").split()), set(two.replace("-", "").split())
    return a <= b or b <= a


def _visits_fit(one: Draft, two: Draft) -> bool:
    who = not one.people or not two.people or {e.name for e in one.people} & {e.name for e in two.people}
    goal_one, goal_two = one.destination or one.country, two.destination or two.country
    return bool(who) and (goal_one == goal_two or goal_one is None or goal_two is None)


def _dates_fit(one: Draft, two: Draft) -> bool:
    if one.when is None or two.when is None:
        return True
    a, b = one.when.edtf, two.when.edtf
    if a == b or a.startswith(b) or b.startswith(a):
        return True
    left, right = bounds(a), bounds(b)
    if left is None or right is None:
        return False
    return left[0] <= right[1] and right[0] <= left[1]


def _places_fit(one: Draft, two: Draft) -> bool:
    if one.place is None or two.place is None:
        return True
    return one.place.name == two.place.name or one.place.kind == "venue" or two.place.kind == "venue"


def _joined(kept: Draft, more: Draft) -> Draft:
    """Return the one mention that stands for both: the first, but of a visit the plan that dates it.

    "They discussed the visit to XB. It will be made in May": it lies ahead, and the second tells when.
    """
    dated = more.status == "planned" and more.when is not None and not more.when_inherited
    if dated and not kept.main and kept.status not in ("planned", "not_held") and _bare_again(kept):
        kept, more = more, kept
    _absorb(kept, more)
    return kept


def _absorb(kept: Draft, more: Draft) -> None:
    """Keep the first mention's span; take from the other what is still open, and the finer date."""
    kept.also += [more.span, *more.also]
    if (
        kept.when is None
        or (more.when is not None and _finer(more.when.edtf, kept.when.edtf) and not kept.main)
        or _planned_closer(kept, more)
    ):
        kept.when, kept.time = more.when or kept.when, more.time or kept.time
    if not kept.people:
        kept.people = list(more.people)
    elif kept.format != "visit":
        kept.add_people(more.people if len(more.people) > 1 else [])
    kept.parties |= more.parties
    through = kept.format == "visit" and kept.destination is not None
    for name in _FILLED[2:] if through else _FILLED:  # a stop is not the place of a visit to a state
        if getattr(kept, name) is None:
            setattr(kept, name, getattr(more, name))
    kept.parts = kept.parts or more.parts
    kept.main = kept.main or more.main
    kept.specific = kept.specific or more.specific


def _planned_closer(kept: Draft, more: Draft) -> bool:
    """Read "will not travel next week. The visit, scheduled for 20 to 22 May, …": the days in the week."""
    if kept.status != "not_held" or kept.when is None or more.when is None or more.when_inherited:
        return False
    wide, narrow = bounds(kept.when.edtf), bounds(more.when.edtf)
    return (
        wide is not None
        and narrow is not None
        and wide != narrow
        and wide[0] <= narrow[0] <= narrow[1] <= wide[1]
    )


def _finer(one: str, two: str) -> bool:
    return len(one.split("/", maxsplit=1)[0]) > len(two.split("/", maxsplit=1)[0]) and "/" not in two

"""Meetings beside their gold.

- ``meetings found``: a record covers half of a needle, or has the same format and the same stated
  window where none does.
- ``meeting FIELD`` and, all together, ``meeting fields``: of those found. A field counts as asked
  where the gold gives a value, as given where the record does; one that both leave empty is none.
- ``meeting participants``: of those found and asked for with participants, by a word of the name.
- ``main FIELD``, ``main fields`` and ``main participants``: of the meeting that the document is
  about; a participant is right on the right side only.
"""

from __future__ import annotations

from functools import partial

from regesta.model.records import Meeting
from regesta.quality.comparison import Comparison
from regesta.quality.gold import About, MeetingItem
from regesta.quality.tally import Verdict
from regesta.quality.values import same_person, same_value, takes_part

FIELDS = ("format", "status", "when", "place", "country", "start_time", "duration_minutes",
          "ordinal_total", "ordinal_year", "condition")  # fmt: skip
MAIN_FIELDS = (*FIELDS, "medium", "occasion")
SETTLED = ("format", "when", "status")


def score_meetings(one: Comparison) -> None:
    """Count the meetings of one document, and those that it is about."""
    found = one.answers("meetings", one.gold.meetings, one.records.meetings, _alike, _same)
    right = {id(read) for item, read in found.pairs if all(_is(item, read, name) for name in SETTLED)}
    for item, read in found.pairs:
        _fields(one, "meeting", FIELDS, item, read, item.needle)
        _participants(one, item, read)
    one.score.verdicts += [Verdict("meetings", r.confidence, id(r) in right) for r in found.counted]
    _main(one, [read for read in found.counted if read.main])


def _is(item: About, read: Meeting | None, name: str) -> bool:
    return same_value(name, item.asked(name), getattr(read, name, None))


def _alike(item: MeetingItem, read: Meeting) -> int:
    people = sum(same_person(person, actor) for person in item.participants for actor in read.participants)
    return sum(_is(item, read, name) for name in SETTLED) + people


def _same(item: MeetingItem, read: Meeting) -> bool:
    """Say whether a record at another place is this meeting: of the same format in the same window."""
    return item.asked("when") != (None,) and _is(item, read, "when") and _is(item, read, "format")


def _participants(one: Comparison, item: MeetingItem, read: Meeting) -> None:
    if not item.participants:
        return
    absent = [person.name for person in item.participants if not takes_part(person, read.participants)]
    asked, given = len(item.participants), len(read.participants)
    one.score.count("meeting participants", asked - len(absent), asked, given)
    if absent or given > asked:
        _wrong_people(one, "meeting participants", item, read, item.needle)


def _main(one: Comparison, left: list[Meeting]) -> None:
    """Score each meeting that the document is about against the record most like it."""
    for item in one.gold.main:
        names = [name for name in MAIN_FIELDS if name in item.model_fields_set]
        best = max(left, key=partial(_likeness, item, names), default=None)
        left = [read for read in left if read is not best]
        _fields(one, "main", names, item, best, None)
        given = len(best.participants) if best else 0
        hits = _known(item, best)
        one.score.count("main participants", hits, len(item.participants), given)
        if not hits == len(item.participants) == given:
            _wrong_people(one, "main participants", item, best, None)


def _likeness(item: About, names: list[str], read: Meeting) -> int:
    people = sum(same_person(person, actor) for person in item.participants for actor in read.participants)
    return sum(_is(item, read, name) for name in names) + people


def _known(item: About, read: Meeting | None) -> int:
    """How many of the gold's participants are among those of the record, on their own side."""
    people = read.participants if read else ()
    return sum(any(same_person(person, actor) for actor in people) for person in item.participants)


def _fields(
    one: Comparison,
    what: str,
    names: tuple[str, ...] | list[str],
    item: About,
    read: Meeting | None,
    needle: str | None,
) -> None:
    for name in names:
        asked, value = item.asked(name), getattr(read, name, None)
        if value is None and None in asked:
            continue
        hit = _is(item, read, name)
        for measure in (f"{what} {name}", f"{what} fields"):
            one.score.count(measure, int(hit), int(asked != (None,)), int(value is not None))
        if not hit:
            wanted = "/".join(map(str, asked))
            one.mistake(f"{what} fields", f"{name}: read {value}, not {wanted}", needle, read)


def _wrong_people(
    one: Comparison, measure: str, item: About, read: Meeting | None, needle: str | None
) -> None:
    people = ", ".join(f"{actor.name} ({actor.country})" for actor in read.participants) if read else ""
    wanted = ", ".join(f"{person.name} ({person.country})" for person in item.participants)
    one.mistake(measure, f"read {people or 'nobody'}, not {wanted or 'nobody'}", needle, read)

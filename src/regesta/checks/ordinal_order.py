"""Do the counts of meetings in one document ("ninth time in total") agree with each other?"""

from __future__ import annotations

from itertools import combinations

from regesta.checks.order import before
from regesta.checks.subject import Subject, place
from regesta.model.finding import Finding
from regesta.model.records import Meeting, Records

CODE = "ordinal-order"


def check(document: Subject, records: Records, text: str) -> list[Finding]:
    """Report counts that cannot all be right.

    Within one meeting the count of the year must not exceed the total. Of two meetings of one
    series (same format and medium, same parties, same people where both name any) the certainly
    later one must have the higher total, and within one year the higher count of that year.
    A meeting that was not held is in no count.
    """
    counted = [meeting for meeting in records.meetings if meeting.status != "not_held"]
    alone = [
        Finding(CODE, message, (place(document, meeting.span, text),))
        for meeting in counted
        if (message := _within(meeting)) is not None
    ]
    paired = [
        Finding(CODE, message, (place(document, one.span, text), place(document, two.span, text)))
        for one, two in combinations(counted, 2)
        if _one_series(one, two) and (message := _between(one, two)) is not None
    ]
    return alone + paired


def _within(meeting: Meeting) -> str | None:
    total, year = meeting.ordinal_total, meeting.ordinal_year
    if total is None or year is None or year <= total:
        return None
    return f"The count of the year ({year}) is above the total count ({total}) of the same meeting."


def _between(one: Meeting, two: Meeting) -> str | None:
    earlier, later = (two, one) if before(two.when, one.when) else (one, two)
    if not before(earlier.when, later.when):
        return None
    times = f"{earlier.when} and {later.when}"
    if not _rises(earlier.ordinal_total, later.ordinal_total):
        counts = f"{earlier.ordinal_total} and {later.ordinal_total}"
        return f"The meetings of {times} have the total counts {counts}, which do not rise."
    if _year(earlier) == _year(later) and not _rises(earlier.ordinal_year, later.ordinal_year):
        counts = f"{earlier.ordinal_year} and {later.ordinal_year}"
        return f"The meetings of {times} have the counts of the year {counts}, which do not rise."
    return None


def _rises(earlier: int | None, later: int | None) -> bool:
    return earlier is None or later is None or earlier < later


def _year(meeting: Meeting) -> str:
    years = {end[:4] for end in (meeting.when or "").split("/")}
    return years.pop() if len(years) == 1 else f"not in one year: {meeting.id}"


def _one_series(one: Meeting, two: Meeting) -> bool:
    if (one.format, one.medium) != (two.format, two.medium):
        return False
    return _alike(_parties(one), _parties(two)) and _alike(_people(one), _people(two))


def _alike(one: frozenset[str], two: frozenset[str]) -> bool:
    return not one or not two or one == two


def _parties(meeting: Meeting) -> frozenset[str]:
    return frozenset(actor.country for actor in meeting.participants if actor.country is not None)


def _people(meeting: Meeting) -> frozenset[str]:
    return frozenset(actor.name for actor in meeting.participants if actor.kind == "person")

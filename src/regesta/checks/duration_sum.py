"""Do the parts of a meeting add up to the length that the same text gives for the whole?"""

from __future__ import annotations

from regesta.checks.subject import Subject, place
from regesta.model.finding import Finding
from regesta.model.records import Meeting, Records

CODE = "duration-sum"


def check(document: Subject, records: Records, text: str) -> list[Finding]:
    """Report each meeting whose parts contradict its whole.

    When every part has a length, their sum must be the whole. When some have none, the known
    ones must not exceed it. One part that is shorter than the whole contradicts nothing.
    """
    return [
        Finding(CODE, message, (place(document, meeting.span, text),))
        for meeting in records.meetings
        if (message := _complaint(meeting)) is not None
    ]


def _complaint(meeting: Meeting) -> str | None:
    whole = meeting.duration_minutes
    known = [part.duration_minutes for part in meeting.parts if part.duration_minutes is not None]
    if whole is None or not known:
        return None
    total = sum(known)
    complete = len(known) == len(meeting.parts) and len(known) > 1
    if total == whole or (total < whole and not complete):
        return None
    sums = " + ".join(str(minutes) for minutes in known)
    return (
        f"The parts take {sums}{f' = {total}' if len(known) > 1 else ''} minutes, the whole {whole} minutes."
    )

"""How a readout tells who else was in the room: "the meeting was attended by …".

``data/attendance.yml`` holds the patterns; its head says what each field means.
"""

from __future__ import annotations

from functools import cache

from regesta.rules.base import Forms, read_rules


@cache
def attendance() -> Forms:
    """Return the shipped patterns, read once."""
    return read_rules("attendance.yml", Forms)

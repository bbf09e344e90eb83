"""Which of two windows of time is certainly the earlier one."""

from __future__ import annotations


def before(first: str | None, second: str | None) -> bool:
    """Say whether ``first`` certainly ends before ``second`` begins.

    Both are EDTF level 1: a day, a month, a year, or an interval of these. Where a part of a
    date is unknown (``X``), or one window holds the other, nothing is certain.
    """
    if first is None or second is None:
        return False
    end, start = first.split("/")[-1], second.split("/")[0]
    if not end or not start or "X" in end + start or ".." in (end, start):
        return False
    shared = min(len(end), len(start))
    return end[:shared] < start[:shared]

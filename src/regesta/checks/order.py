"""Which of two windows of time is certainly the earlier one."""

from __future__ import annotations

from regesta.model.edtf import bounds


def before(first: str | None, second: str | None) -> bool:
    """Say whether ``first`` (EDTF) certainly ends before ``second`` begins.

    Where one has no known days, or the two share a day, nothing is certain.
    """
    earlier, later = bounds(first or ""), bounds(second or "")
    return earlier is not None and later is not None and earlier[1] < later[0]

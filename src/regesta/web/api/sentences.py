"""What cannot be asked of the interface, in one sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_DATES = frozenset({"since", "until"})


def sentence_of(problem: Mapping[str, Any]) -> str:
    """Return what was wrong with a parameter, and what it takes."""
    name, said = str(problem["loc"][-1]), problem.get("input")
    if problem["type"] == "extra_forbidden":
        return f"There is no parameter {name!r} here; the description, openapi.json, says which there are."
    if problem["type"] == "missing":
        return f"The parameter {name!r} is missing; without it nothing can be looked for."
    if name in _DATES:
        return f"{name}: {said!r} is not a date; write it as 2017, 2017-03 or 2017-03-20."
    if name == "as_of":
        return f"{name}: {said!r} is not a day; write it as 2017-03-20."
    if problem["type"] == "string_pattern_mismatch":
        return (
            f"{name}: {said!r} is not what this parameter takes; the description, openapi.json, says what is."
        )
    return f"{name}: {said!r} cannot be; {problem['msg'][:1].lower()}{problem['msg'][1:]}."

"""What tells a request from other asking: verbs that ask nothing, whom they are put to, repetition.

``data/requests.yml`` holds the words; its head says what each field means.
"""

from __future__ import annotations

import re
from functools import cache

from regesta.rules.base import Forms, Listed, Strict, read_rules
from regesta.rules.promises import promise_rules


class RequestRules(Strict):
    """All words. See the head of ``requests.yml`` for the fields."""

    no_request: Listed
    need_whom: Listed
    whom_first: Listed
    no_thing: Listed
    somebody: Listed
    him: Listed
    stands_for: Listed
    passed_over: Listed
    targets: Listed
    again_verbs: Listed
    again: Forms


@cache
def request_rules() -> RequestRules:
    """Return the shipped words, read once."""
    return read_rules("requests.yml", RequestRules)


@cache
def targets() -> re.Pattern[str]:
    """Return the pattern of what stands between two things asked for: "and (not) (to)" before a verb.

    Compiled on first use; it is for text as written.
    """
    verbs = sorted(request_rules().targets.words | set(promise_rules().coordinated.words))
    known = "|".join(re.escape(verb) for verb in verbs)
    return re.compile(rf",?\s+(?:and|as well as)(?:\s+not)?(?:\s+to)?\s+(?=(?:{known})\b(?!\s+and\b))")

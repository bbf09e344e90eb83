"""What a promise is about: its deed, its things and their names, without what it is good for."""

from __future__ import annotations

from dataclasses import dataclass

from regesta.rules.outcomes import outcome_rules
from regesta.rules.resolve import DEED, resolve_rules, subject_stems, words

_LEAD = 2
"""So many words before what is promised may hold its verb ("will send", "pledged")."""


@dataclass(frozen=True, slots=True)
class Subject:
    """``own`` are the telling stems of a promise, ``core`` those of them that are no names and no deeds."""

    own: frozenset[str]
    core: frozenset[str]


def subject_of(what: str, quote: str) -> Subject:
    """Return what ``what`` is about, as it is promised in ``quote``, with the verb just before it."""
    aim = _without_purpose(" ".join(what.split()))
    lead = _lead(" ".join(what.split()), " ".join(quote.split()))
    deeds = deeds_of(subject_stems(lead))
    said: set[str] = set()
    for found, entry in outcome_rules().promised(f"{lead} {aim}".lower()):
        deeds |= {f"{DEED}{deed}" for deed in entry.deeds}
        said |= frozenset() if entry.things else subject_stems(found)
    own = subject_stems(aim) | deeds
    plain = resolve_rules().plain_stems
    return Subject(own, subject_stems(_uncapitalised(aim)) - deeds_of(own) - said - plain)


def deeds_of(stems: frozenset[str]) -> frozenset[str]:
    """Return those of ``stems`` that are names of deeds."""
    return frozenset(one for one in stems if one.startswith(DEED))


def _lead(what: str, quote: str) -> str:
    """Return the words just before what is promised: its verb is there where it does not begin with "to"."""
    before, found, _ = quote.partition(what)
    return " ".join(before.split()[-_LEAD:]) if found and not what.startswith(("to ", "that ")) else ""


def _without_purpose(what: str) -> str:
    """Return what is promised up to the words on what it is for."""
    rules = outcome_rules()
    for match in rules.purpose.pattern.finditer(what):
        before = what[: match.start()].split()
        if len(before) > _LEAD and not rules.leading.pattern.fullmatch(before[-1].lower()):
            return what[: match.start()]
    return what


def _uncapitalised(text: str) -> str:
    """Return the words of ``text`` that are not capitalised: no names."""
    return " ".join(word for word in words(text) if not word[:1].isupper())

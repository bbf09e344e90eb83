"""What makes a gathering of many of a summit: "the Climate Summit", "the Summit of the Isles"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from regesta.mentions.events import EventMention
from regesta.mentions.tokens import Token, is_capital
from regesta.records.meeting.draft import Draft
from regesta.records.meeting.people import states_between
from regesta.records.meeting.setting import Setting
from regesta.records.view import Sentence
from regesta.rules.grammar import grammar
from regesta.rules.meeting_grammar import meeting_grammar

_SUMMIT = "summit"
_RULE = "noun.summit"
_BARE = 2  # words: "the Summit"
_TAIL = 6
_NUMERAL = re.compile(r"(?=[IVX]{2,6}$|[VX]$)(X{0,3})(IX|IV|V?I{0,3})$")
_ONES = {"": 0, "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}


def theme_end(sentence: Sentence, noun: EventMention) -> int:
    """Return where "Summit of the Isles", "Summit for Trade" ends: after the capitals, else with the noun.

    Names of states and of persons are no theme: "the Summit of XA and XB".
    """
    toks, words = sentence.toks, meeting_grammar()
    if toks[noun.end - 1].text != _SUMMIT.capitalize() or noun.end >= len(toks):
        return noun.end
    at = noun.end
    if toks[at].low not in words.theme_after:
        return noun.end
    at += 1
    at += at < len(toks) and toks[at].low == "the"
    end = at
    while end < min(len(toks), at + _TAIL) and is_capital(toks[end]) and end not in sentence.cover:
        if toks[end].low in grammar().calendar:
            break
        end += 1
    named = end > at and not states_between(sentence, at, end)
    return end if named else noun.end


def has_theme(sentence: Sentence, start: int, noun: EventMention, tail: int) -> bool:
    """Say whether a summit is one of many states by its name, from token ``start`` to ``tail``."""
    toks = sentence.toks
    if toks[noun.end - 1].text != _SUMMIT.capitalize() or len(states_between(sentence, start, noun.end)) > 1:
        return False
    themes = meeting_grammar().themes.words
    return tail > noun.end or any(t.low in themes and is_capital(t) for t in toks[start : noun.start])


def name_again(setting: Setting, drafts: Sequence[Draft], mains: Sequence[Draft]) -> None:
    """Read "the Summit" after "the Northern Climate Summit" as that one, unless a summit is reported.

    Not after one that the title alone names, or that is the occasion of a meeting: it has no entry.
    """
    last: Draft | None = None
    if any(main.format == _SUMMIT for main in mains):
        return
    for draft in drafts:
        if draft.rule != _RULE or draft.kind != "noun":
            continue
        if draft.format == "forum":
            last = None if draft.is_occasion or setting.in_title(draft) else draft
        elif last is not None and draft.definite and draft.name_end - draft.start <= _BARE:
            draft.format, draft.named, draft.specific = "forum", last.named, True


def numeral_in(toks: Sequence[Token], start: int, end: int) -> int | None:
    """Return the number of "the IX Halden Forum": a Roman numeral after the article, before a capital."""
    at = start + (start < end and toks[start].low in meeting_grammar().articles)
    found = _NUMERAL.match(toks[at].text) if at + 1 <= end and is_capital(toks[at + 1]) else None
    return len(found[1]) * 10 + _ONES[found[2]] if found else None

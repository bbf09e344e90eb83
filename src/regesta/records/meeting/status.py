"""Whether the meeting of a mention is planned, was held, or did not take place."""

from __future__ import annotations

import re

from regesta.mentions.verbs import BE
from regesta.records.meeting.draft import Draft
from regesta.records.signs import OCCASION
from regesta.records.view import Sentence
from regesta.rules.meeting_grammar import meeting_grammar
from regesta.rules.meetings import meeting_rules

_NAME = 6
_UP_TO_VERB = 10
_SCHEDULED_WITHIN = 40
_HELD = "held"
_STOPS = frozenset({",", ";", "that", "which", "and", "was", "were"})


def give_status(sentence: Sentence, draft: Draft, announcement: bool) -> None:
    """Say whether a draft's own sentence puts it ahead; what is planned or failed already stays so.

    A plan proposed in the words before a noun becomes part of the mention.
    """
    if draft.status in ("planned", "not_held"):
        return
    if _by_tense(sentence, draft, announcement) or _by_words(sentence, draft):
        draft.status = "planned"
    if draft.kind == "noun":
        plan = _plan_before(sentence, draft)
        if plan is not None:
            draft.status = "planned"
        if _expected(sentence, draft) or _on_margins_of_plan(sentence, draft):
            draft.status = "planned"


def _by_tense(sentence: Sentence, draft: Draft, announcement: bool) -> bool:
    """Say whether the verb puts it ahead: "will meet", "to meet", in an announcement "meets"."""
    if draft.tense == "present":
        near = sentence.lows[max(0, draft.start - 2) : draft.head]
        return announcement or "when" in near
    return draft.tense in ("future", "infinitive")


def _by_words(sentence: Sentence, draft: Draft) -> bool:
    """Say whether words around the mention put it ahead: "the next …", "invited", "… is to be held"."""
    grammar, lows = meeting_grammar(), sentence.lows
    own = lows[max(0, _name_start(sentence, draft.start) - 3) : draft.end]
    if draft.kind != "meet" and draft.tense != "past" and not grammar.ahead.words.isdisjoint(own):
        return True
    if not grammar.invited.isdisjoint(lows[max(0, draft.head - 9) : draft.head]):
        return True
    if draft.tense is not None:
        return False
    joined = f" {' '.join(lows[draft.end : min(draft.end + 14, _next_clause(sentence, draft.end))])} "
    near = lows[max(0, draft.start - 4) : draft.head + 1]
    return (
        _future_after(sentence, draft.end)
        or "scheduled" in near
        or any(f" {words} " in joined for words in grammar.scheduled)
    )


def _name_start(sentence: Sentence, start: int) -> int:
    """Step left over the capitals and marks of a name: "the upcoming XA-U.B. Summit"."""
    toks, i = sentence.toks, start
    while i > 0 and start - i < _NAME and (toks[i - 1].text[0].isupper() or toks[i - 1].text in "-–."):
        i -= 1
    return i


def _future_after(sentence: Sentence, start: int) -> bool:
    """Say whether a verb of the future follows: "the talks will …", "the visit, which is scheduled …".

    A name counts as one word however long it is: "the visit of the President of XB Edda Strom will …".
    """
    toks, will, at = sentence.toks, meeting_grammar().will, start
    if at < len(toks) and toks[at].low == _HELD:
        return False  # "the talks held on June 9 will be continued"
    for _ in range(_UP_TO_VERB):
        if at >= len(toks):
            return False
        word = toks[at].low
        following = toks[at + 1].low if at + 1 < len(toks) else "."
        if word in will or (word == "would" and following in meeting_grammar().would_be):
            return True
        if word in _STOPS and not _joins_names(sentence, at):
            after = sentence.lows[at + 1 : at + 5]
            return word == "which" and ("will" in after or "scheduled" in after)
        ref = sentence.cover.get(at)
        at = ref.end if ref is not None and ref.start == at else at + 1
    return False


def _joins_names(sentence: Sentence, at: int) -> bool:
    """Read "the talks between XA and XB": the conjunction joins two names, and no clause begins."""
    return sentence.toks[at].low == "and" and {at - 1, at + 1} <= sentence.cover.keys()


def _plan_before(sentence: Sentence, draft: Draft) -> str | None:
    """Return the words before a noun that plan it: "agreed to hold …", "proposed a …"; None if none do."""
    grammar = meeting_grammar()
    before = " ".join(sentence.lows[max(0, draft.start - 12) : draft.start])
    clause = re.split(r"[.;]", before)[-1]
    found = grammar.planning.pattern.search(clause)
    if found is None:
        return None
    plan = clause[found.start() :]
    if plan.startswith(grammar.proposing):
        draft.start = max(0, draft.start - len(plan.split()))
    if grammar.planning_parted.pattern.search(plan) and not grammar.planning_keeps.pattern.search(plan):
        return None
    return plan


def _expected(sentence: Sentence, draft: Draft) -> bool:
    """Read "We expect the visit …", "the visit …, scheduled for the end of March"."""
    before = sentence.lows[max(0, draft.start - 3) : draft.start]
    if not meeting_grammar().expected.isdisjoint(before):
        return True
    after = sentence.lows[draft.end : _next_clause(sentence, draft.end)]
    return "scheduled" in after and "scheduled for" in " ".join(after).split(" was ", maxsplit=1)[0]


def _next_clause(sentence: Sentence, start: int) -> int:
    """Return where a verb that reports something stands behind token ``start``, at most 40 tokens on."""
    told = (
        v.start
        for v in sentence.verbs
        if v.start >= start and "past" in v.forms and v.lemma != "schedule"
        if sentence.lows[v.start - 1] not in (*BE, "which", "that", ",")
    )
    return min(start + _SCHEDULED_WITHIN, next(told, start + _SCHEDULED_WITHIN))


def _on_margins_of_plan(sentence: Sentence, draft: Draft) -> bool:
    """Read "will meet on the sidelines of the NU summit": the occasion of a plan lies ahead too."""
    before = sentence.lows[: draft.start]
    planned = not meeting_grammar().will.isdisjoint(before)
    if planned and sentence.signs & OCCASION:
        near = " ".join(before[-6:])
        if any(words in near for words in meeting_rules().occasion):
            return True
    during = before[-1:] == ["during"] and ("would" in before or planned)
    return during and draft.format == "forum"


def give_condition(text: str, sentence: Sentence, draft: Draft) -> None:
    """Set the condition of a plan: a fixed phrase, or one with what it opens up to the next mark."""
    if draft.status != "planned":
        return
    words = sentence.span.of(text)
    for phrase in meeting_rules().condition:
        at = words.lower().find(phrase)
        if at < 0:
            continue
        end = at + len(phrase)
        if phrase in meeting_grammar().open_conditions:
            end = at + len(re.split(r"[.;]", words[at:], maxsplit=1)[0])
        draft.condition = words[at:end].strip(" ,.")

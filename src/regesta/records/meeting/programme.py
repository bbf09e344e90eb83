"""What the visitor does on the visit that a text is about: "He also visited the harbour"."""

from __future__ import annotations

from collections.abc import Sequence

from regesta.records.cast import Cast
from regesta.records.clauses import Clause, clauses
from regesta.records.meeting.draft import Draft
from regesta.records.meeting.site import tense
from regesta.records.view import Ref, Sentence
from regesta.rules.meeting_grammar import meeting_grammar

_BODY = ("paragraph", "item")
_FITTING = {"planned": ("future", "present"), "held": ("past", "present")}


def add_programme(cast: Cast, sentences: Sequence[Sentence], joined: Sequence[Draft]) -> None:
    """Give a main visit the words that tell what its visitor did or will do there, if he meets nobody.

    They follow the visit in the text, and look ahead where it does. Words of a meeting are left to it.
    """
    visits = [draft for draft in joined if draft.main and draft.format == "visit" and draft.people]
    if not visits:
        return
    met = {draft.sentence.index for draft in joined}
    for sentence in sentences:
        if sentence.block.kind not in _BODY or sentence.index in met:
            continue
        before = [visit for visit in visits if visit.sentence.index < sentence.index]
        if before:
            _take(cast, sentence, before[-1])


def _take(cast: Cast, sentence: Sentence, visit: Draft) -> None:
    fitting = _FITTING.get(visit.status, ())
    for clause in clauses(sentence):
        if not _is_doing(clause) or tense(clause) not in fitting:
            continue
        if any(_visits(cast, ref, visit) for ref in clause.subject):
            visit.also.append(sentence.chars(clause.first, clause.verb.end))
            return


def _is_doing(clause: Clause) -> bool:
    doing = {clause.verb.lemma, clause.verb.lemma.split()[0]} & meeting_grammar().doing
    return clause.role == "main" and not clause.passive and not clause.negated and bool(doing)


def _visits(cast: Cast, ref: Ref, visit: Draft) -> bool:
    """Say whether a subject is one of the visitors, by name or as "he"."""
    if ref.kind == "pronoun" and ref.group is not None:
        return ref.group.noun in ("he", "she", "they")
    return cast.of_ref(ref) in visit.people

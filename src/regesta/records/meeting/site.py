"""A verb in its clause: the place in a sentence at which a meeting may be reported."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from regesta.model.trace import declined, listening
from regesta.model.value import value
from regesta.records.clauses import Clause
from regesta.records.meeting.draft import Draft
from regesta.records.meeting.phrases import clause_end
from regesta.records.view import Ref, Sentence
from regesta.rules.meeting_grammar import meeting_grammar


@value
class Site:
    """Clause ``at`` of those ``found`` in a sentence; what belongs to it ends before token ``limit``."""

    sentence: Sentence
    found: Sequence[Clause]
    at: int
    clause: Clause
    limit: int

    @property
    def head(self) -> str:
        """The first word of the verb's lemma: "call" of "call on"."""
        return self.clause.verb.lemma.split()[0]

    @property
    def subject(self) -> list[Ref]:
        """The refs that are the subject, or that of the verb before which the clause shares."""
        if self.clause.shares is None:
            return self.clause.subject
        return self.clause.subject or self.found[self.clause.shares].subject

    @property
    def deciding(self) -> list[Ref]:
        """The refs that are the subject of "decided" before "to hold": who plans, if not who met."""
        before = self.found[self.at - 1] if self.at and self.clause.role == "infinitive" else None
        return before.subject if before is not None and before.verb.end == self.clause.start else []

    def unmet(self, why: str) -> Literal[False]:
        """Tell why the verb makes no meeting; return False. Nothing is done where nobody listens."""
        if listening() is None:
            return False
        verb = self.clause.verb
        return declined("meeting", self.sentence.placed(verb.start, verb.end), why, f"verb.{verb.lemma}")

    def draft(self, end: int, *, start: int | None = None, kind: str = "meet") -> Draft:
        """Return a draft of the verb up to token ``end``, from its clause's first token unless told."""
        verb = self.clause.verb
        draft = Draft(
            sentence=self.sentence,
            start=self.clause.first if start is None else start,
            end=end,
            head=verb.start,
            kind=kind,
            format="visit" if kind == "visit" else None,
            rule=f"verb.{verb.lemma}",
        )
        draft.tense, draft.specific = tense(self.clause), True
        return draft


def site(sentence: Sentence, found: Sequence[Clause], at: int) -> Site:
    """Return the site of clause ``at`` of the clauses ``found`` in ``sentence``."""
    return Site(sentence, found, at, found[at], clause_end(sentence, found, at))


def tense(clause: Clause) -> str:
    """Return past, present, future or infinitive: what the clause says of when the meeting is."""
    if clause.role == "infinitive":
        return "infinitive"
    return "future" if clause.modal in ("will", "shall", "would") else clause.tense


def is_noun(clause: Clause) -> bool:
    """Say whether a plural noun only looks like a verb, as in "saw visits to XB": it has no subject."""
    return clause.verb.forms == frozenset({"third"}) and not clause.subject and clause.shares is None


def shares_cast(refs: Sequence[Ref]) -> bool:
    """Say whether a subject stands for persons named before: "the two", "they", but not "their teams"."""
    return any(ref.kind in ("group", "pronoun") and not _is_team(ref) for ref in refs)


def _is_team(ref: Ref) -> bool:
    return ref.group is not None and ref.group.level in meeting_grammar().team_levels

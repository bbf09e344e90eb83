"""A statement in the making, and what the readers of clauses are given to make one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from regesta.model.records import Actor
from regesta.model.span import Span
from regesta.model.value import value
from regesta.records.actors import Resolver
from regesta.records.clause import Clause
from regesta.records.confidence import doubted
from regesta.records.doubts import doubts
from regesta.records.refusals import unsaid
from regesta.records.view import Sentence


@dataclass(slots=True)
class Said:
    """A statement in the making: tokens ``[start, end)`` of its sentence.

    ``runs_to`` is the character at which its content ends, where later sentences go on with it.
    """

    sentence: Sentence
    clause: Clause
    act: str
    actors: tuple[Actor, ...]
    start: int
    end: int
    rule: str
    confidence: float
    addressee: Actor | None = None
    complement: str = "np"
    runs_to: int | None = None

    @property
    def span(self) -> Span:
        """The characters of the statement."""
        return self.sentence.chars(self.start, self.end)

    @property
    def opens_list(self) -> bool:
        """Whether it ends with a colon: what it says stands in the items below."""
        return self.sentence.toks[max(self.start, self.end - 1)].text == ":"

    @property
    def passes_on(self) -> bool:
        """Whether its verb only introduces what it says: "noted that …", "was pleased to …"."""
        if self.clause.verb.predicate is not None:
            return self.complement == "to"
        group = self.clause.verb.group
        return group is not None and group.passes_on


@value
class Case:
    """Clause number ``at`` of those ``found`` in a sentence, its actors, and what is known of the document.

    ``kind`` is the document's; ``as_we`` says that the publisher speaks as "we"; ``year`` is that
    of its publication; ``actors`` are those of every clause that has any.
    """

    resolver: Resolver
    kind: str
    as_we: bool
    year: int | None
    sentence: Sentence
    found: list[Clause]
    at: int
    clause: Clause
    who: tuple[Actor, ...]
    actors: Mapping[int, tuple[Actor, ...]]

    @property
    def announces(self) -> bool:
        """Whether the document looks ahead."""
        return self.kind == "announcement"

    @property
    def joint(self) -> bool:
        """Whether several act."""
        return len(self.who) > 1

    @property
    def publisher(self) -> tuple[Actor, ...]:
        """The publishing side as the only actor; nobody where it is unknown."""
        side = self.resolver.side
        return () if side is None else (self.resolver.party(side, "publisher"),)

    def both(self) -> tuple[Actor, ...]:
        """Return everybody in the room."""
        return self.resolver.room(self.sentence, "both sides")

    def unsaid(self, why: str) -> Literal[False]:
        """Tell why the clause makes no statement; return False."""
        return unsaid(self.sentence, self.clause.verb, why)

    def says(
        self,
        act: str,
        who: tuple[Actor, ...],
        complement: str = "np",
        *,
        to: Actor | None = None,
        confidence: float = 0.9,
        clause: Clause | None = None,
        start: int | None = None,
    ) -> Said:
        """Return the statement that ``who`` make with the clause, up to the end of the sentence.

        Actors who are not stated, and doubts about them, lower its confidence. ``clause`` and ``start``
        stand for those of the case where the act is in another verb.
        """
        clause = clause or self.clause
        if any(a.basis == "unresolved" for a in who):
            confidence = min(confidence, 0.4)
        elif any(a.basis in ("coreference", "group") for a in who):
            confidence -= 0.03
        confidence = doubted(confidence, doubts(self.resolver, self.sentence, clause, who))
        return Said(
            self.sentence, clause, act, who, _first(self.sentence, clause) if start is None else start,
            len(self.sentence.toks), clause.verb.rule, round(confidence, 2), to, complement,
        )  # fmt: skip


def _first(sentence: Sentence, clause: Clause) -> int:
    """The first token of a clause, with the "as" or "while" that opens it."""
    toks, start = sentence.toks, clause.first
    openers = {"participle": ("while", "with", "whereas"), "as": ("as",)}.get(clause.role, ())
    return start - 1 if start and toks[start - 1].low in openers else start

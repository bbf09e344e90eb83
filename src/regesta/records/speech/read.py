"""The statements of one document, sentence by sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace

from regesta.model.records import Actor
from regesta.records.actors import Resolver
from regesta.records.clause import SPOKEN, Clause
from regesta.records.clauses import clauses
from regesta.records.refusals import unsaid
from regesta.records.speech.active import active
from regesta.records.speech.agenda import on_agenda
from regesta.records.speech.inner import embedded, participle, purpose, relative
from regesta.records.speech.layout import lay_out
from regesta.records.speech.of_bodies import of_body
from regesta.records.speech.opinion import in_opinion
from regesta.records.speech.own_voice import future, is_we, judged, plain
from regesta.records.speech.passing import as_clause, passed_on
from regesta.records.speech.passive import of_thing, passive
from regesta.records.speech.said import Case, Said
from regesta.records.view import Sentence
from regesta.rules.grammar import grammar

_HEADINGS = ("title", "heading", "aside")
_INNER = {
    "infinitive": purpose,
    "participle": participle,
    "embedded": embedded,
    "relative": relative,
    "noun": relative,
}
Actors = dict[int, tuple[Actor, ...]]


@dataclass(slots=True)
class Speech:
    """Reads the statements of one document; sentences must come in the order of the text.

    ``kind`` is the document's, ``speaks_as_we`` says that the publisher speaks for itself,
    ``year`` is that of its publication.
    """

    resolver: Resolver
    kind: str
    speaks_as_we: bool
    year: int | None = None

    def read(self, sentence: Sentence) -> list[Said]:
        """Return the statements of a sentence in order; the resolver moves on with it."""
        found = clauses(sentence)
        if sentence.block.kind in _HEADINGS:
            self._follow(sentence, found)
            for clause in found:
                unsaid(sentence, clause.verb, "in a title or heading, which names and does not report")
            return []
        actors = self._actors(sentence, found)
        said = [s for at in range(len(found)) if (s := _said(self._case(sentence, found, at, actors)))]
        said = as_clause(passed_on(said))
        if not said and (own := self._own(sentence, found)) is not None:
            said = [own]
        if not said and (other := self._without_verb(sentence)) is not None:
            said = [other]
        lay_out(sentence, said)
        self.resolver.invited = next((s.addressee for s in said if s.act == "invite"), self.resolver.invited)
        self._follow(sentence, found)
        return [s for s in said if s.end > s.start]

    def _own(self, sentence: Sentence, found: list[Clause]) -> Said | None:
        """Read what those who speak as "we" assert without a verb of words."""
        together = self.speaks_as_we or self.resolver.joint
        own = judged(self.resolver, sentence, found) if together else None
        asserts = self.speaks_as_we and self.kind != "press_conference"
        return own or (plain(self.resolver, sentence) if asserts else None)

    def _without_verb(self, sentence: Sentence) -> Said | None:
        """Read a sentence none of whose verbs reports: a view in a phrase, or what the talks were about."""
        return in_opinion(self.resolver, sentence) or on_agenda(self.resolver, sentence, self.kind)

    def _case(self, sentence: Sentence, found: list[Clause], at: int, actors: Actors) -> Case:
        return Case(
            self.resolver, self.kind, self.speaks_as_we, self.year, sentence, found, at, found[at],
            actors.get(at, ()), actors,
        )  # fmt: skip

    def _actors(self, sentence: Sentence, found: list[Clause]) -> Actors:
        """Resolve every subject of a sentence in order; pronouns look back within it too."""
        actors: Actors = {}
        for at, clause in enumerate(found):
            if clause.subject:
                actors[at] = self.resolver.actors(clause.subject, sentence)
                if clause.role in SPOKEN:
                    self.resolver.note(actors[at])
            elif clause.shares is not None and clause.shares in actors:
                actors[at] = actors[clause.shares]
        for at, clause in enumerate(found):
            if clause.role == "participle" and at not in actors:
                actors[at] = _main_actors(found, at, actors)
        return actors

    def _follow(self, sentence: Sentence, found: list[Clause]) -> None:
        """Let the resolver know who this sentence was about, if its clauses did not say."""
        if any(c.subject and c.role in SPOKEN for c in found):
            return
        persons = [r for r in sentence.refs if r.kind in ("person", "role")]
        if len(persons) == 1 and sentence.block.kind not in _HEADINGS:
            self.resolver.note(self.resolver.one(persons[0], sentence))


def _main_actors(found: list[Clause], at: int, actors: Actors) -> tuple[Actor, ...]:
    """Give a participle the subject of the main clause before it, else of the first one after."""
    mains = [i for i in range(len(found)) if found[i].role in SPOKEN and i in actors]
    before = [i for i in mains if i < at]
    nearest = before[-1:] or mains[:1]
    return actors[nearest[0]] if nearest else ()


def _said(case: Case) -> Said | None:
    """Hand a clause to the reader of its kind."""
    clause = case.clause
    inner = _INNER.get(clause.role)
    if inner is not None:
        return inner(case)
    if clause.tense == "future" and clause.modal in ("will", "shall") and (planned := future(case)):
        return planned
    first = case.found[clause.shares] if clause.shares is not None else clause
    if first.thing == "it" and not clause.passive and clause.verb.kind in ("group", "light"):
        return _of_it(case)
    if clause.passive:
        return passive(case)
    if case.who:
        return (
            active(case) if not _ought(clause) else case.unsaid("what ought to be, not what was said") or None
        )
    if clause.thing is None:
        case.unsaid("no subject that is somebody or something")
    return (of_body(case) or of_thing(case)) if clause.thing else None


def _ought(clause: Clause) -> bool:
    """Read "XA and XB should discuss …": no talks; what "we should" do is the speakers' own view."""
    return clause.role == "main" and clause.modal in grammar().obligations and not is_we(clause)


def _of_it(case: Case) -> Said | None:
    """Read "it" as the state last spoken of, where that was a subject by itself."""
    resolver = case.resolver
    if not resolver.last_collective or resolver.last_party is None:
        return case.unsaid("“it” stands for no state spoken of before") or None
    return active(replace(case, who=(resolver.party(resolver.last_party, "coreference"),)))

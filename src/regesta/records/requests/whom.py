"""Who is asked: the addressee, those named before what is asked for, or the words themselves."""

from __future__ import annotations

from collections.abc import Sequence

from regesta.model.records import Actor
from regesta.records.actors import Resolver
from regesta.records.requests.wording import Worded, subject_of_that
from regesta.records.speech import Said
from regesta.records.view import Ref
from regesta.rules.requests import request_rules


def asked(
    said: Said, words: Worded, resolver: Resolver, who: Sequence[Actor], text: str
) -> tuple[Actor, ...]:
    """Return those asked; () where the text does not say.

    Those who are asked are never among those who ask: words that would mean both ("both sides",
    said by one of them) stand as they are, unresolved.
    """
    if words.whom is None:
        if said.addressee is not None:
            return (said.addressee,)
        ref = subject_of_that(said.sentence, words.start)
        return _others(resolver.actors([ref], said.sentence), who) if ref is not None else ()
    start, end = words.whom
    end = next((i for i in range(start, end) if said.sentence.toks[i].low == "as"), end)
    refs, spoken = _refs(said, start, end), " ".join(said.sentence.chars(start, end).of(text).split())
    if spoken in request_rules().him.words:
        return (_him(spoken, resolver, said, who),)
    named = _others(resolver.actors(refs, said.sentence), who) if refs else ()
    addressee = said.addressee
    if addressee is not None and len(named) < 2 and _stands_in(said, addressee, start, end, resolver):
        return (addressee,)
    return named or (Actor("party", spoken, None, None, "unresolved"),)


def _stands_in(said: Said, addressee: Actor, start: int, end: int, resolver: Resolver) -> bool:
    """Say whether the words at these tokens name the addressee, by a name or by the state."""
    sentence, words = said.sentence, said.sentence.chars(start, end)
    refs = [ref for ref in sentence.refs if start <= ref.start < end]
    if any(addressee.name == actor.name for actor in resolver.actors(refs, sentence)):
        return True
    return any(words.contains(state.span) and state.code == addressee.country for state in sentence.states)


def _him(word: str, resolver: Resolver, said: Said, who: Sequence[Actor]) -> Actor:
    """Return the one other person in the room, whom "him" or "her" then means."""
    asking = {actor.name for actor in who}
    others = [one.actor("coreference") for one in resolver.scene(said.sentence).persons]
    others = [one for one in others if one.name not in asking]
    return others[0] if len(others) == 1 else Actor("person", word, None, None, "unresolved")


def _refs(said: Said, start: int, end: int) -> list[Ref]:
    """The names at these tokens, if nothing else stands beside them: "the government of XB".

    Who "all parties" and "both sides" are, the words do not say.
    """
    sentence, rules = said.sentence, request_rules()
    passed = rules.passed_over.words | rules.stands_for.words
    beside = (sentence.toks[i].low for i in range(start, end) if i not in sentence.cover)
    refs = [ref for ref in sentence.refs if start <= ref.start < end]
    known = all(ref.group is None or ref.kind == "side" or ref.group.states for ref in refs)
    return refs if known and all(word in passed for word in beside) else []


def _others(found: tuple[Actor, ...], who: Sequence[Actor]) -> tuple[Actor, ...]:
    """Return ``found``, or nobody where somebody of the askers is among them or one is unknown."""
    names, sides = {a.name for a in who}, {a.country for a in who if a.country}
    own = any(a.name in names or a.country in sides for a in found)
    unknown = any(a.basis == "unresolved" and a.country is None for a in found)
    return () if own or unknown else found

"""How a resolver tells who it found behind a subject, or that it found nobody."""

from __future__ import annotations

from regesta.model.records import Actor
from regesta.model.trace import Declined, Noticed, listening
from regesta.records.view import Ref

_NOBODY = {
    "person": "nobody of this name is known",
    "role": "nobody in the text is shown to hold this office",
    "group": "no meeting and no name tells who they are",
    "side": "no side was named that it could mean",
    "pronoun": "nobody was named before for whom it could stand",
    "party": "the state is not known",
}


def tell(ref: Ref, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Tell, where somebody listens, which ``actors`` were found behind ``ref``; return them."""
    trace = listening()
    if trace is not None:
        trace.noticed.append(Noticed(ref.kind, ref.span, words_of(actors)))
        if any(actor.basis == "unresolved" for actor in actors):
            trace.declined.append(Declined("actor", ref.span, _NOBODY[ref.kind]))
    return actors


def words_of(actors: tuple[Actor, ...]) -> str:
    """Return actors in a few words: name, office, side and on what that rests."""
    return "; ".join(_words(actor) for actor in actors)


def _words(actor: Actor) -> str:
    about = [actor.role, actor.country, actor.basis]
    return f"{actor.name} ({', '.join(word for word in about if word)})"

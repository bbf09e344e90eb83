"""The gate: which statements undertake something, and which only declare an intent."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from regesta.model.records import GROUP_OF
from regesta.model.trace import declined
from regesta.records.promises.promise import content_start
from regesta.records.speech import Said
from regesta.records.told import content_at
from regesta.rules.promises import promise_patterns

Strength = Literal["firm", "weak"]
_WHOLE, _NEAR = 160, 80


def gate(said: Said, text: str) -> Strength | None:
    """Say whether a statement undertakes something: "firm", "weak" (declared intent) or None."""
    start = content_start(said)
    test = _TESTS.get(said.act)
    if test is None:
        asks = GROUP_OF[said.act] == "ASK"
        return (
            asks and _refused(said, f"{said.act}: a request to another, no undertaking of one’s own")
        ) or None
    return test(said, text[start : said.span.end] if start is not None else "")


def _refused(said: Said, why: str) -> Literal[False]:
    return declined("commitment", said, why, f"commit.{said.rule}")


def _agreed(said: Said, words: str) -> Strength | None:
    """An agreement undertakes what it names; one on the need for something is a view of it."""
    if promise_patterns().need.match(words):
        return None
    named = said.complement != "none" or words.rstrip().endswith(":") or said.clause.passive
    return "firm" if named else None


def _pledged(said: Said, words: str) -> Strength | None:
    """A pledge is of the future: "assured that the road is safe" tells how things are."""
    if said.complement == "that" and not promise_patterns().future.search(words[:_WHOLE]):
        return None
    return "firm" if said.complement in ("to", "that", "on", "ing") else "weak"


def _decided(said: Said, _words: str) -> Strength | None:
    """A decision undertakes what it is to do; "approved the plan" is done with the approval."""
    ordered = said.complement == "np" and promise_patterns().tasking.match(said.clause.verb.lemma)
    if said.complement in ("to", "that", "on") or ordered or _to_items(said):
        return "firm"
    if said.complement == "np":
        return _refused(said, "a thing approved or adopted, which is done with that") or None
    return _refused(said, "not specific: nothing that was decided follows the verb") or None


def _to_items(said: Said) -> bool:
    """Read "decided to:": what it is to do stands in the items of a list."""
    return [token.low for token in said.sentence.toks[-2:]] == ["to", ":"]


def _positioned(said: Said, words: str) -> Strength | None:
    """A position undertakes little, and only where it is on the speaker's own future."""
    if said.complement != "that":
        return _refused(said, "a position on a thing, not on what the speaker will do") or None
    return "weak" if _own_future(said, words, _NEAR) else None


def _told(said: Said, words: str) -> Strength | None:
    """News undertakes as a position does: "announced that XA will open a consulate"."""
    if said.complement != "that":
        return _refused(said, "news of a thing, not of what the speaker will do") or None
    return "weak" if _own_future(said, words, _NEAR) else None


def _affirmed(said: Said, words: str) -> Strength | None:
    if said.complement == "to":
        return "firm"
    if said.complement == "that" and _own_future(said, words, _WHOLE):
        return "firm"
    if promise_patterns().commitments.match(words):
        return "weak"
    return _refused(said, "affirms what is held, and no commitment or future act of its own") or None


def _shared(said: Said, words: str) -> Strength | None:
    """A shared view undertakes where it is one on doing something together."""
    shares = len(said.actors) > 1 and said.clause.verb.lemma.startswith("share")
    if shares and promise_patterns().shared.match(words):
        return "firm"
    return _refused(said, "a view, not one shared on doing something together") or None


def _intended(said: Said, words: str) -> Strength | None:
    """The publisher's own "we will continue" binds it; other intentions are declared.

    Interest in a thing is none: "was interested in the harbour", unlike "in building a harbour".
    """
    patterns = promise_patterns()
    if _once(said):
        return _refused(said, "what was once hoped or planned, and is no longer ahead") or None
    if patterns.interest.match(said.clause.verb.lemma) and not patterns.doing.match(words):
        return _refused(said, "interest in a thing, no intent to do something") or None
    own = bool(said.actors) and said.actors[0].basis == "publisher"
    binds = patterns.going_on.match(said.clause.verb.lemma) or patterns.goes_on.match(words)
    return "firm" if own and binds else "weak"


def _once(said: Said) -> bool:
    """Read "had hoped to receive you in May"."""
    clause = said.clause
    return clause.perfect and "had" in said.sentence.lows[clause.start : clause.verb.start]


def _own_future(said: Said, words: str, reach: int) -> bool:
    """Say whether a that-clause is in the future and about the speakers' own side."""
    future = promise_patterns().future
    if not future.search(words[:reach]):
        return _refused(said, "not future: nothing in its clause lies ahead")
    subject = future.split(words, maxsplit=1)[0].lower()
    own = bool(promise_patterns().own_subjects.search(subject)) or _names_own(said, len(subject))
    own = own or _own_body(said, words, len(subject))
    return own or _refused(said, "not its own: its clause is on what somebody or something else will do")


def _own_body(said: Said, words: str, length: int) -> bool:
    """Say whether the subject is a body of the speakers' own state: "the Department of Ports", "Parliament".

    One that is named with another state is that state's.
    """
    start = content_start(said)
    if start is None or not promise_patterns().bodies.fullmatch(words[:length]):
        return False
    own = {a.country for a in said.actors}
    named = [s for s in said.sentence.states if start <= s.span.start < start + length]
    return all(state.code in own for state in named)


def _names_own(said: Said, length: int) -> bool:
    """Say whether the first ``length`` characters of what is said name an actor's state or a person."""
    toks, start = said.sentence.toks, content_at(said.sentence, said.clause)
    if start >= len(toks):
        return False
    own, end = {a.country for a in said.actors}, toks[start].start + length + 4
    for ref in said.sentence.refs:
        if ref.start < start or toks[ref.start].start >= end:
            continue
        person = ref.person
        if person is not None and (person.name or person.state):
            return True
        if ref.state is not None and ref.state.code in own:
            return True
    return False


_TESTS: dict[str, Callable[[Said, str], Strength | None]] = {
    "agree": _agreed,
    "pledge": _pledged,
    "decide": _decided,
    "affirm": _affirmed,
    "share_view": _shared,
    "express_intention": _intended,
    "convey_position": _positioned,
    "announce": _told,
    "inform": _told,
    "explain": _told,
}

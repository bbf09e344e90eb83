"""Meetings by host: "received Minister X", "looks forward to welcoming President Y"."""

from __future__ import annotations

from regesta.mentions.verbs import VerbHit
from regesta.records.meeting.draft import Draft
from regesta.records.meeting.people import NAMED, POSSESSIVES, People, listed
from regesta.records.meeting.site import Site
from regesta.records.view import Ref, Sentence
from regesta.rules.meeting_grammar import meeting_grammar


def received(people: People, site: Site) -> Draft | None:
    """Return the draft of a host who received somebody; None for praise ("welcomed Minister X's words")."""
    sentence, clause = site.sentence, site.clause
    if clause.passive:
        return _received_by(people, site)
    ref = sentence.cover.get(clause.verb.end)
    if ref is None and clause.verb.lemma != "welcome":
        ref = _guest_further_on(sentence, clause.verb.end)
    if ref is None or ref.kind not in NAMED or not clause.subject:
        return site.unmet("a reception without a host or a guest who is a person") or None
    after = sentence.toks[ref.end].low if ref.end < len(sentence.toks) else "."
    if after in POSSESSIVES:
        return site.unmet("not the person was received, but something of theirs") or None
    if clause.verb.lemma == "welcome" and after not in meeting_grammar().after_guest:
        return site.unmet("praise of what the person did, no reception") or None
    draft = site.draft(ref.end)
    draft.add_people(people.subject(clause.subject))
    draft.add_people(people.of(listed(sentence, ref)))
    return draft


def _received_by(people: People, site: Site) -> Draft | None:
    """Read "was received by President X": the subject is the guest, and the host follows "by"."""
    sentence, clause = site.sentence, site.clause
    hosts = people.after(sentence, ("by",), clause.verb.end, clause.verb.end + 3)
    if clause.verb.lemma != "receive" or not clause.subject or not hosts:
        return None
    draft = site.draft(clause.verb.end + 2)
    draft.add_people(people.subject(clause.subject))
    draft.add_people(hosts)
    return draft


def _guest_further_on(sentence: Sentence, end: int) -> Ref | None:
    """Return the first person after words of time and place: "received here today, at X, Minister Y"."""
    for ref in sentence.refs:
        if end <= ref.start <= end + 12 and ref.kind == "person":
            return ref
    return None


def welcomed(people: People, sentence: Sentence, verb: VerbHit) -> Draft | None:
    """Return the planned meeting of a host who "looks forward to welcoming" somebody."""
    if verb.lemma not in meeting_grammar().welcoming or verb.start < 2:
        return None
    ref = sentence.cover.get(verb.end)
    again = ref is None and verb.lemma == "meet" and sentence.toks[verb.start - 2].low == "forward"
    if sentence.toks[verb.start - 1].low != "to" or not (again or (ref is not None and ref.kind in NAMED)):
        return None
    draft = Draft(
        sentence=sentence,
        start=0,
        end=ref.end if ref is not None else verb.end,
        head=verb.start,
        kind="meet",
        format=None,
        rule=f"verb.{verb.lemma}",
        status="planned",
        specific=True,
    )
    hosts = [r for r in sentence.refs if r.end <= verb.start and r.kind in NAMED]
    draft.add_people(people.of(hosts[:1]))
    draft.add_people(people.of([ref]) if ref is not None else [])
    draft.shared_cast = again
    return draft

"""One entry of the register in one sentence: neutral, in the present tense, parties in order of code."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from regesta.ledger.filing import parties
from regesta.model.document import Document
from regesta.model.records import Actor, Commitment, Meeting, Request, Statement
from regesta.query.dates import in_words
from regesta.rules.abstracts import FormatPhrase, Verb, abstracts

UNKNOWN_PLACE = "[place unknown]"
UNKNOWN_PARTY = "[party unknown]"
_NO_PARTIES = "[parties unknown]"
UNKNOWN_PUBLISHER = "[publisher unknown]"
_OTHER_PARTY = "[other party unknown]"


def place_of(meeting: Meeting) -> str:
    """Return where a meeting was, as the register puts it in front."""
    by = abstracts().by.get(meeting.medium)
    if by is not None:
        return by
    known = [part for part in (meeting.place, meeting.country) if part]
    return ", ".join(known) if meeting.place else ", ".join([UNKNOWN_PLACE, *known])


def of_meeting(meeting: Meeting, document: Document, quote: str) -> str:
    """Return the abstract of a meeting as its document has it; ``quote`` are the words at its span."""
    words = abstracts()
    phrase = words.formats.get(meeting.format, words.formats["other"])
    verb = words.styles[phrase.style].get(meeting.status)  # type: ignore[call-overload]
    told: Verb = verb or words.styles[phrase.style]["held"]
    who = _labels(meeting.participants, parties(meeting, document))
    subject = _meeting_subject(who, phrase, quote)
    sentence = f"{subject} {told.one if phrase.singular else told.many}"
    if phrase.style == "hold":
        sentence += f" {_meeting_object(meeting, phrase)}"
    if not who and phrase.nobody:
        sentence += f" {_NO_PARTIES}"
    return f"{sentence}{_tail(meeting, phrase)}."


def of_statement(statement: Statement, document: Document, quote: str) -> str:
    """Return the abstract of a statement; ``quote`` are the words at its span."""
    phrase = abstracts().acts.get(statement.act)
    who = _labels(statement.actors, parties(statement, document)) or [UNKNOWN_PARTY]
    several = len(who) > 1 or sum(actor.kind == "person" for actor in statement.actors) > 1
    verb = "state" if phrase is None else phrase.many
    if not statement.negated and not several:
        verb = "states" if phrase is None else phrase.one
    elif statement.negated:
        verb = f"{'do' if several else 'does'} not {verb}"
    to = _addressed(statement.addressee, phrase.to if phrase else None)
    return f"{_and(who)} {verb}{to}: {quoted(_said(statement, quote))}"


def of_request(request: Request) -> str:
    """Return the abstract of a request: who asks whom, by when, in its own words."""
    words = abstracts()
    phrase = words.acts[request.act]
    who = _labels(request.who, _codes(request.who)) or [UNKNOWN_PARTY]
    several = len(request.who) > 1
    verb = phrase.many if several or request.negated else phrase.one
    if request.negated:
        verb = f"{'do' if several else 'does'} not {verb}"
    again = f"{words.again} " if request.again else ""
    to = "".join([f" {phrase.to}" if phrase.to else "", f" {_and(_labels(request.of, _codes(request.of)))}"])
    due = f", due {in_words(request.due, request.due_basis)}" if request.due else ""
    return f"{_and(who)} {again}{verb}{to if request.of else ''}{due}: {quoted(request.what)}"


def of_commitment(commitment: Commitment, quote: str) -> str:
    """Return the abstract of a commitment: its own words, else ``quote``, the words at its span."""
    strengths = abstracts().strengths
    phrase = strengths.get(commitment.strength, strengths[2])
    who = sorted(commitment.who) or [UNKNOWN_PARTY]
    due = f", due {in_words(commitment.due, commitment.due_basis)}" if commitment.due else ""
    verb = phrase.many if len(who) > 1 else phrase.one
    return f"{_and(who)} {verb}{due}: {quoted(commitment.what or quote)}"


def of_document(document: Document) -> str:
    """Return the abstract of a document that is about no meeting."""
    words = abstracts().documents
    title = f": {quoted(document.title)}" if document.title else "."
    return f"{published_by(document)} {words.get(document.kind, words['other'])}{title}"


def published_by(document: Document) -> str:
    """Return the side that published a document, else its publisher."""
    return document.side or document.publisher or UNKNOWN_PUBLISHER


def quoted(words: str) -> str:
    """Return the publisher's words on one line and in quotation marks."""
    return f"“{' '.join(words.split())}”"


def ordinal(number: int) -> str:
    """Return a count in words ("ninth"), above twenty in figures ("21st")."""
    words = abstracts().ordinals
    if 1 <= number <= len(words):
        return words[number - 1]
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in {11, 12, 13} else ending}"


def _meeting_subject(who: list[str], phrase: FormatPhrase, quote: str) -> str:
    if len(who) > 1:
        return phrase.subject.format(parties=_and(who))
    if who and phrase.alone:
        return phrase.alone.format(parties=who[0])
    if not who and phrase.nobody:
        return f"{phrase.nobody}, {quoted(quote)},"
    return phrase.subject.format(parties=_and([*(who or [UNKNOWN_PARTY]), _OTHER_PARTY]))


def _meeting_object(meeting: Meeting, phrase: FormatPhrase) -> str:
    noun = abstracts().media.get(meeting.medium, phrase.noun)
    whose = "its" if phrase.singular else "their"
    if meeting.round:
        return f"the {ordinal(meeting.round)} round of {whose} {noun}s"
    return f"{whose} {ordinal(meeting.ordinal_total)} {noun}" if meeting.ordinal_total else f"a {noun}"


def _tail(meeting: Meeting, phrase: FormatPhrase) -> str:
    """Say the rest: length, occasion, count, condition, and that it is only mentioned."""
    found = []
    if meeting.ordinal_total and (meeting.round or phrase.style == "event"):
        found.append(f" (the {ordinal(meeting.ordinal_total)} in total)")
    if meeting.duration_minutes:
        found.append(f" for {meeting.duration_minutes} minutes")
    if meeting.occasion:
        found.append(f", on the occasion of {quoted(meeting.occasion)}")
    if meeting.condition:
        found.append(f", on condition: {quoted(meeting.condition)}")
    if meeting.reason:
        found.append(f", reason given: {quoted(meeting.reason)}")
    if meeting.parties_basis == "inferred":
        found.append(" [parties inferred]")
    if meeting.status == "referenced":
        found.append(" [mentioned]")
    return "".join(found)


def _labels(actors: Iterable[Actor], codes: Sequence[str]) -> list[str]:
    """Return a label for each party in order of code, with the persons who act for it."""
    people: dict[str | None, list[str]] = {}
    for actor in actors:
        named = people.setdefault(actor.country, [])
        if (actor.kind == "person" or actor.country is None) and actor.name not in named:
            named.append(actor.name)
    labels = [f"{code} ({', '.join(people[code])})" if people.get(code) else code for code in codes]
    if people.get(None):
        labels.append(f"{UNKNOWN_PARTY} ({', '.join(people[None])})")
    return labels


def _codes(actors: Iterable[Actor]) -> list[str]:
    return sorted({actor.country for actor in actors if actor.country})


def _addressed(actor: Actor | None, to: str | None) -> str:
    if actor is None:
        return ""
    label = _labels((actor,), (actor.country,) if actor.country else ())[0]
    if to is None:
        return f", addressing {label}"
    return f" {to} {label}" if to else f" {label}"


def _said(statement: Statement, quote: str) -> str:
    """Return what was said without the words that say who said it, where the reader parted them.

    What runs on in later sentences is left to the list of statements.
    """
    content, span = statement.content, statement.span
    if content is None or not span.start <= content.start < min(content.end, span.end):
        return quote
    words = quote[content.start - span.start : content.end - span.start]
    return words if any(char.isalnum() for char in words) else quote


def _and(names: Sequence[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"

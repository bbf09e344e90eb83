"""A meeting as one document mentions it, with what ties it to other mentions worked out once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypedDict

from regesta.model.edtf import UNKNOWN_YEAR, bounds
from regesta.model.finding import Place
from regesta.model.judgement import Ref
from regesta.model.links import Dossier
from regesta.model.records import Meeting
from regesta.model.span import Span
from regesta.resolve.days import Window, length, shifted, with_year
from regesta.resolve.sentences import Sentences
from regesta.rules.resolve import content_stems, name_stems, resolve_rules, stem, words
from regesta.rules.states import states

_AFTER_THE_EVENT = frozenset({"readout", "joint_statement", "press_conference"})
_ABOUT = 3
"""Days by which a date worked out from "two weeks later" and the like may be off."""
_ENDLESS = 4 * 366
"""A window longer than this, in days, says nothing of when."""
_NAMED = frozenset({"forum", "other", "committee"})
_ALONE = frozenset({"forum", "other", "visit"})


@dataclass(frozen=True, slots=True)
class Gist:
    """What a mention keeps of the meeting's record, as it was read."""

    span: Span
    main: bool
    format: str
    medium: str
    status: str
    when: str | None
    start_time: str | None
    duration_minutes: int | None
    ordinal_total: int | None
    ordinal_year: int | None
    round: int | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention. ``window`` are its days, None where nothing says them; ``slack`` how far they may be off.

    ``people`` are the persons by country, ``names`` the stems of the words that name the event,
    ``around`` those of its whole sentence, ``known`` the day from which the document could be read.
    ``title`` are the stems of a proper name in its words ("the North Sea Leaders’ Summit").
    ``dyad`` are the two sides of the document where the mention's own parties are all among them.
    """

    ref: Ref
    meeting: Gist
    place: Place
    side: str | None
    known: str | None
    when: str | None
    basis: str | None
    window: Window | None
    slack: int
    parties: frozenset[str]
    dyad: frozenset[str]
    guests: frozenset[str]
    host: str | None
    city: str | None
    people: tuple[tuple[str, tuple[str, ...]], ...]
    names: frozenset[str]
    title: frozenset[str]
    around: frozenset[str]
    also: tuple[Place, ...]

    @property
    def places(self) -> tuple[Place, ...]:
        """All words by which the document names the meeting: the record's first, then the others."""
        return self.place, *self.also

    @property
    def borrowed(self) -> bool:
        """Whether another document gave the year of its date."""
        return self.when is not None and UNKNOWN_YEAR in (self.meeting.when or "")

    @property
    def order(self) -> tuple[str, str, Span, str]:
        """What puts mentions in order: when published, where they stand."""
        return self.known or "9999", self.ref.document, self.meeting.span, self.ref.id

    @property
    def sides(self) -> frozenset[str]:
        """The states under which the mention is looked for: its parties, or the dyad where it names fewer."""
        return self.dyad if len(self.parties) < 2 and self.dyad else self.parties


def undated(dossier: Dossier) -> bool:
    """Say whether the document has dates whose year nobody has said, and no date of publication."""
    return dossier.document.published is None and any(
        UNKNOWN_YEAR in (meeting.when or "") for meeting in dossier.records.meetings
    )


def mentions(dossier: Dossier, year: int | None = None) -> list[Mention]:
    """Return the meetings that a document names; ``year`` fills its dates that have none."""
    hosts, sentences = _hosts(dossier.records.meetings), Sentences(dossier)
    told = [_mention(dossier, one, hosts.get(one.id), sentences) for one in dossier.records.meetings]
    return dated(dossier, told, year)


def dated(dossier: Dossier, told: Sequence[Mention], year: int | None) -> list[Mention]:
    """Return ``told``, the mentions of all the document's meetings in order, as of another year.

    Only their days change, and the day from which the document could be read.
    """
    anchor, known = _anchor(dossier, year), known_from(dossier, year)
    pairs = zip(told, dossier.records.meetings, strict=True)
    return [
        replace(one, known=known, **_days(dossier, meeting, year, anchor, known)) for one, meeting in pairs
    ]


def known_from(dossier: Dossier, year: int | None) -> str | None:
    """Return the day from which a document could be read: of publication, else of what it reports."""
    published = dossier.document.published
    if published is not None:
        return published
    anchor = _anchor(dossier, year)
    return anchor[1] if anchor else None


def state_names(code: str) -> tuple[str, ...]:
    """Return the words by which the rules know a state, its capital and its people; none for another code."""
    entry = states().by_code(code)
    if entry is None:
        return ()
    return (*entry.names, *entry.adjectives, *entry.people, *entry.capitals, *entry.official)


def place_of(dossier: Dossier, span: Span) -> Place:
    """Point at words of a document."""
    return Place(dossier.id, span, span.of(dossier.text))


def dyad_of(dossier: Dossier) -> frozenset[str]:
    """Return the states whose relationship a document is about."""
    codes = {dossier.document.side, dossier.document.counterpart} - {None}
    if len(codes) < 2:
        for meeting in dossier.records.meetings:
            if meeting.main:
                codes |= {actor.country for actor in meeting.participants} | set(meeting.parties)
    return frozenset(code for code in codes if code)


def parties_of(meeting: Meeting, dossier: Dossier) -> frozenset[str]:
    """Return the states that meet, the host of a visit among them."""
    found = {actor.country for actor in meeting.participants} | set(meeting.parties)
    if meeting.format == "visit":
        found.add(meeting.country)
    if meeting.main and len(found - {None}) < 2:
        found |= {dossier.document.side, dossier.document.counterpart}
    return frozenset(code for code in found if code)


class _Days(TypedDict):
    """What of a mention depends on the year of its document."""

    when: str | None
    window: Window | None
    slack: int


def _days(
    dossier: Dossier, meeting: Meeting, year: int | None, anchor: Window | None, known: str | None
) -> _Days:
    when = meeting.when
    if when and UNKNOWN_YEAR in when:
        when = with_year(when, year, meeting.status, anchor) if year else None
    window = bounds(when) if when else None
    if window is not None and length(window) > _ENDLESS:
        window = None
    if window and known and window[0] == window[1] and meeting.status == "planned" and known < window[1]:
        window = (known, window[1]) if _is_deadline(dossier, meeting) else window
    slack = _ABOUT if meeting.when_basis == "content" else 0
    if window is None and meeting.status == "held" and anchor and dossier.document.kind in _AFTER_THE_EVENT:
        window, slack = (shifted(anchor[0], -1), shifted(anchor[1], 1)), 1
    if window is None and anchor and _in_course(dossier, meeting):
        window, slack = anchor, _ABOUT
    return {"when": when, "window": window, "slack": slack}


def _mention(dossier: Dossier, meeting: Meeting, host: str | None, sentences: Sentences) -> Mention:
    """Return what a mention tells but for its days."""
    named = meeting.format in _NAMED
    parties = parties_of(meeting, dossier)
    dyad = dyad_of(dossier)
    quote = meeting.span.of(dossier.text)
    return Mention(
        ref=Ref(dossier.id, "meeting", meeting.id),
        meeting=Gist(**{name: getattr(meeting, name) for name in Gist.__slots__}),
        place=Place(dossier.id, meeting.span, quote),
        side=dossier.document.side,
        known=None,
        when=None,
        basis=meeting.when_basis,
        window=None,
        slack=0,
        parties=parties,
        dyad=dyad if len(dyad) == 2 and parties <= dyad else frozenset(),
        guests=_guests(meeting),
        host=meeting.country or host,
        city=meeting.place,
        people=_people(meeting),
        names=_names(dossier, meeting, quote) if named else frozenset(),
        title=_title(quote, parties | dyad),
        around=frozenset() if meeting.format in _ALONE else content_stems(sentences.words(meeting.span)),
        also=tuple(place_of(dossier, span) for span in meeting.also),
    )


def _is_deadline(dossier: Dossier, meeting: Meeting) -> bool:
    """Say whether the day of a plan is the last on which it may be held: "by the end of May"."""
    words_ = " ".join(meeting.span.of(dossier.text).lower().split())
    return resolve_rules().due_by.pattern.search(words_) is not None


def _in_course(dossier: Dossier, meeting: Meeting) -> bool:
    """Say whether a visit without a date is the one in whose course the text's meeting was held.

    That is so where a readout tells of both, its visitor met there and nothing else says when or where.
    """
    if meeting.format != "visit" or meeting.status != "referenced" or meeting.when is not None:
        return False
    mains = [
        m for m in dossier.records.meetings if m.main and m.format != "visit" and m.medium == "in_person"
    ]
    told = dossier.document.kind in _AFTER_THE_EVENT and len(mains) == 1 and mains[0].status == "held"
    who = {actor.name for actor in meeting.participants}
    came = told and bool(who & {actor.name for actor in mains[0].participants})
    return came and meeting.country is not None and mains[0].country in (meeting.country, None)


def _anchor(dossier: Dossier, year: int | None) -> Window | None:
    """Return the days that the text speaks from: those of its main meeting, else its publication."""
    mains = [meeting for meeting in dossier.records.meetings if meeting.main and meeting.when]
    windows = []
    for meeting in mains:
        when = meeting.when or ""
        if UNKNOWN_YEAR in when:
            when = (with_year(when, year, "main", None) if year else None) or ""
        if window := bounds(when) if when else None:
            windows.append(window)
    if windows and dossier.document.kind in _AFTER_THE_EVENT:
        return min(window[0] for window in windows), max(window[1] for window in windows)
    published = dossier.document.published
    return bounds(published) if published else (windows[0] if windows else None)


def _hosts(meetings: tuple[Meeting, ...]) -> dict[str, str]:
    """Return the host's country of meetings that stand beside the visit in whose course they are planned."""
    visits = [meeting for meeting in meetings if meeting.format == "visit" and meeting.country]
    found = {}
    for meeting in meetings:
        if meeting.format == "visit" or meeting.country or meeting.place:
            continue
        for visit in visits:
            near = abs(meeting.span.start - visit.span.end) < 200
            if near and visit.when and visit.when == meeting.when and visit.status == meeting.status:
                found[meeting.id] = visit.country or ""
    return found


def _guests(meeting: Meeting) -> frozenset[str]:
    if meeting.format != "visit":
        return frozenset()
    came = {actor.country for actor in meeting.participants} or set(meeting.parties)
    return frozenset(code for code in came if code and code != meeting.country)


def _people(meeting: Meeting) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found: dict[str, list[str]] = {}
    for actor in meeting.participants:
        if actor.kind == "person" and actor.country and actor.name:
            found.setdefault(actor.country, []).append(actor.name)
    return tuple((country, tuple(names)) for country, names in sorted(found.items()))


def _title(quote: str, sides: frozenset[str]) -> frozenset[str]:
    """Return the stems of the capitalised words before a noun of meetings, but for names of states.

    One word alone is no name: "the Joint Commission" has two with its noun.
    """
    own = {stem(word) for code in sides for name in state_names(code) for word in words(name)}
    found = frozenset[str]()
    for match in resolve_rules().titled.pattern.finditer(quote):
        noun = stem(match["noun"])
        series = noun in {stem(word) for word in resolve_rules().series_words}
        told = name_stems(match["name"]) | ({noun} if series else set())
        found |= {one for one in told if len(one) > 2 and one not in own}
    return found if len(found) > 1 else frozenset()


def _names(dossier: Dossier, meeting: Meeting, quote: str) -> frozenset[str]:
    spoken = [quote, *(span.of(dossier.text) for span in meeting.also)]
    if meeting.format == "other":
        return frozenset[str]().union(*(content_stems(words) for words in spoken))
    return frozenset[str]().union(*(name_stems(words) for words in spoken))

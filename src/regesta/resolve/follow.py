"""What came of promises and requests: later words beside earlier ones, and a dated history."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from regesta.model.finding import Place
from regesta.model.judgement import Feature, Judgement, Ref, Rulings
from regesta.model.links import Dated, Followed, Step
from regesta.resolve.days import Window, gap, shifted
from regesta.resolve.mention import Mention
from regesta.resolve.promise import Promise, Sign
from regesta.rules.resolve import DEED, resolve_rules, words
from regesta.rules.resolve import stem as stem_of

_HORIZON = 5 * 366
"""Days after its date, or its window, for which later texts are looked at."""
_ABOUT = 3
"""Days by which a window that was worked out may be off."""
_NAMED = 5
_SHARED, _OWN, _COVERED = 3, 1, 0.3
_PROCESS = 0.8
"""The share of a promise's own words that must be told where it has no end of its own."""
_STATUS = {
    "done": "done", "begun": "in_progress", "partly": "partly_done", "failed": "not_done",
    "deferred": "deferred", "dropped": "withdrawn", "denied": "contested",
}  # fmt: skip
_TOLD = frozenset({"held", "referenced"})
_FORCE = {"not_done": 4, "withdrawn": 4, "deferred": 3, "done": 3, "partly_done": 2, "in_progress": 1}


@dataclass(frozen=True, slots=True)
class Link:
    """A later text that changes what is known of a promise: from when, to what status, and why."""

    judgement: Judgement
    start: str
    status: str
    day: Window | None
    side: str | None
    joint: bool
    successor: Ref | None = None


def followed(
    promises: Sequence[Promise], signs: Sequence[Sign], groups: Iterable[Sequence[Mention]],
    put_off: dict[Ref, Mention], rulings: Rulings,
    only: frozenset[str] | None = None,
) -> list[tuple[Followed, list[Judgement]]]:  # fmt: skip
    """Return each promise and request with its history, and the judgements on which that rests.

    ``put_off`` names, by the mention of a plan that failed, the plan that took its place.
    With ``only`` the histories of these documents' promises alone are worked out.
    """
    of = {mention.ref: group for group in groups for mention in group}
    aimed = _by_aim(promises, of)
    index = _Signs(signs)
    again = _Again(promises)
    found = []
    wanted = [promise for promise in promises if only is None or promise.ref.document in only]
    for promise in sorted(wanted, key=lambda one: (one.known, one.ref)):
        links = [*_at_meetings(promise, of, put_off, aimed), *index.links(promise)]
        links = [link for link in links if link.judgement.id not in rulings.rejected]
        events = [e for e in again.events(promise, aimed, of) if e.judgement.id not in rulings.rejected]
        made = _history(promise, links, events, of)
        found.append((made, [link.judgement for link in (*links, *events)]))
    return found


def _by_aim(promises: Sequence[Promise], of: dict[Ref, Sequence[Mention]]) -> dict[Ref, list[Promise]]:
    found: dict[Ref, list[Promise]] = defaultdict(list)
    for promise in promises:
        for aim in promise.aims:
            if aim in of:
                found[of[aim][0].ref].append(promise)
    return found


def _at_meetings(
    promise: Promise, of: dict[Ref, Sequence[Mention]], put_off: dict[Ref, Mention],
    aimed: dict[Ref, list[Promise]],
) -> list[Link]:  # fmt: skip
    """What later documents say of the meetings at which a promise aims."""
    found = []
    groups = list({id(of[aim]): of[aim] for aim in promise.aims if aim in of}.values())
    told = 0
    for group in groups:
        links = [
            link for m in group if (link := _of_mention(promise, m, group, put_off, aimed, of)) is not None
        ]
        told += any(link.status == "done" for link in links)
        found += links
    own = {g[0].meeting.format for g in groups}
    if 0 < told < len(groups) and not ("visit" in own and len(own) > 1):
        found = [_as(link, "partly_done") if link.status == "done" else link for link in found]
    return found


def _of_mention(
    promise: Promise, mention: Mention, group: Sequence[Mention], put_off: dict[Ref, Mention],
    aimed: dict[Ref, list[Promise]], of: dict[Ref, Sequence[Mention]],
) -> Link | None:  # fmt: skip
    if (
        mention.known is None
        or mention.known <= promise.known
        or mention.ref.document == promise.ref.document
    ):
        return None
    status = mention.meeting.status
    if status == "not_held":
        later = put_off.get(mention.ref)
        next_ = aimed.get(of.get(later.ref, [later])[0].ref, []) if later else []
        heir = next((p.ref for p in next_ if p.ref.document == mention.ref.document), None)
        why = "A later text says that the meeting did not take place" + (
            " and names the plan that takes its place." if later else "."
        )
        evidence = (mention.place, *((later.place,) if later else ()))
        return _link(promise, mention, "deferred" if later else "not_done", why, evidence, 0.9, heir)
    if status in _TOLD:
        day = next((m.window for m in group if m.window and m.meeting.status in _TOLD), mention.window)
        made = _link(promise, mention, "done", "A later text tells of the meeting.", (mention.place,), 0.9)
        return Link(made.judgement, made.start, made.status, day, made.side, made.joint)
    return None


def _link(
    promise: Promise, mention: Mention, status: str, why: str, evidence: tuple[Place, ...], score: float,
    heir: Ref | None = None,
) -> Link:  # fmt: skip
    judgement = Judgement(
        kind="follow_through",
        subject=promise.ref,
        object=mention.ref,
        value=status,
        score=score,
        why=why,
        features=(Feature("same_meeting", 0.9, mention.when or "no date"),),
        evidence=(promise.place, *evidence),
    )
    return Link(judgement, mention.known or promise.known, status, mention.window, mention.side, False, heir)


def _as(link: Link, status: str) -> Link:
    return Link(link.judgement, link.start, status, link.day, link.side, link.joint, link.successor)


class _Signs:
    """The telling sentences of later documents, found by the stems that they share with a promise."""

    def __init__(self, signs: Sequence[Sign]) -> None:
        self.signs = sorted(signs, key=lambda sign: (sign.known, sign.place.document, sign.place.span))
        self._postings: dict[tuple[frozenset[str], str], list[int]] = defaultdict(list)
        for number, sign in enumerate(self.signs):
            for stem in sign.stems:
                self._postings[sign.dyad, stem].append(number)

    def links(self, promise: Promise) -> list[Link]:
        """Return what later texts tell of the thing promised or asked."""
        counts: dict[int, int] = defaultdict(int)
        for stem in promise.stems:
            for number in self._postings.get((promise.dyad, stem), ()):
                counts[number] += 1
        end = shifted(promise.window[1] if promise.window else promise.known, _HORIZON)
        found = []
        for number in sorted(counts):
            sign = self.signs[number]
            if counts[number] < 2 or not promise.known < sign.known <= end:
                continue
            if (link := match(promise, sign)) is not None:
                found.append(link)
        return found


def match(promise: Promise, sign: Sign) -> Link | None:
    """Say what a telling sentence shows of a promise; None where it speaks of something else."""
    shared, own = promise.stems & sign.stems, promise.own & sign.stems
    if not promise.stems or not promise.own:
        return None
    covered = len(shared) / len(promise.stems)
    of_own = len(own) / len(promise.own)
    if promise.process and of_own < _PROCESS:
        return None
    general = resolve_rules().general
    mine, theirs = promise.topics - general, sign.topics - general
    topical = bool(promise.topics & sign.topics)
    apart = bool(mine and theirs and not mine & theirs)
    if not _same_deed(promise, sign, apart) and not _same_words(promise, sign, covered, topical, apart):
        return None
    status = _status(sign.signals, own)
    score = round(min(0.95, 0.35 + 0.35 * of_own + 0.2 * covered + (0.1 if topical else 0)), 4)
    judgement = Judgement(
        kind="answered" if promise.ref.kind == "request" else "follow_through",
        subject=promise.ref,
        object=Ref(sign.document, "sentence", f"{sign.place.span.start}-{sign.place.span.end}"),
        value=status,
        score=score,
        why=f"A later text speaks of {_spoken(shared, sign)} and tells what became of it.",
        features=(
            Feature("own_words", round(0.35 * of_own, 4), " ".join(sorted(own))),
            Feature("words", round(0.2 * covered, 4), " ".join(sorted(shared))),
            Feature("topic", 0.1 if topical else 0.0, " ".join(sorted(promise.topics & sign.topics))),
        ),
        evidence=(promise.place, sign.place),
    )
    return Link(judgement, sign.known, status, None, sign.side, sign.joint)


def _same_words(promise: Promise, sign: Sign, covered: float, topical: bool, apart: bool) -> bool:
    """Say whether a sentence speaks of the promise in so many of its words that it is the same thing."""
    own = promise.own & sign.stems
    if len(promise.stems & sign.stems) < _SHARED or len(own) < _OWN:
        return False
    of_own = len(own) / len(promise.own)
    if of_own < 0.5 and not (topical and covered >= _COVERED):
        return False
    return not (apart and of_own < 0.75)


def _same_deed(promise: Promise, sign: Sign, apart: bool) -> bool:
    """Say whether a sentence tells of the same deed done to the same thing, in whatever words.

    At least half of what the promise is about, names left aside, must be there; a single word of it
    suffices where no topic stands against it and the promise is about little else.
    """
    deeds = {one for one in promise.own & sign.stems if one.startswith(DEED)}
    things = promise.core & sign.stems
    if not deeds or not things or len(things) < len(promise.core) / 2:
        return False
    others = {one for one in promise.own & sign.stems if not one.startswith(DEED)}
    return len(others) >= 2 or (not apart and len(promise.core) <= 2)


def _spoken(shared: frozenset[str], sign: Sign) -> str:
    """Return the first words of a sentence that have these stems."""
    told = dict.fromkeys(word.lower() for word in words(sign.place.quote) if stem_of(word) in shared)
    return ", ".join(list(told)[:_NAMED]) or "it"


def _status(signals: Sequence[str], own: frozenset[str]) -> str:
    """Return the status that a sentence shows.

    Preparations beside a failure leave the thing under way; what was to begin is done when it has begun.
    """
    if "begun" in signals and "failed" in signals:
        return "in_progress"
    beginning = any(f"{DEED}{deed}" in own for deed in resolve_rules().beginnings)
    return "done" if signals[0] == "begun" and beginning else _STATUS[signals[0]]


class _Again:
    """Promises affirmed and requests made once more, by the words and meetings that they share."""

    def __init__(self, promises: Sequence[Promise]) -> None:
        self._of_dyad: dict[tuple[frozenset[str], str, str], list[Promise]] = defaultdict(list)
        for promise in promises:
            for stem in promise.own:
                self._of_dyad[promise.dyad, promise.ref.kind, stem].append(promise)

    def events(
        self, promise: Promise, aimed: dict[Ref, list[Promise]], of: dict[Ref, Sequence[Mention]]
    ) -> list[Link]:
        """Return the later promises or requests that say the same again."""
        near = {p.ref: p for stem in promise.own for p in self._of_dyad[promise.dyad, promise.ref.kind, stem]}
        for aim in promise.aims:
            if aim in of:
                near |= {p.ref: p for p in aimed.get(of[aim][0].ref, ())}
        found = []
        for ref in sorted(near):
            later = near[ref]
            if (
                later.known > promise.known
                and later.ref.document != promise.ref.document
                and self._same(promise, later, of)
            ):
                found.append(_again(promise, later))
        return sorted(found, key=lambda link: (link.start, link.judgement.id))

    def _same(self, one: Promise, other: Promise, of: dict[Ref, Sequence[Mention]]) -> bool:
        mine = {of[aim][0].ref for aim in one.aims if aim in of}
        if mine & {of[aim][0].ref for aim in other.aims if aim in of}:
            return True
        if not one.who & other.who or (one.topics and other.topics and not one.topics & other.topics):
            return False
        shared = one.own & other.own
        return len(shared) >= 2 and len(shared) / min(len(one.own), len(other.own)) >= 0.6


def _again(promise: Promise, later: Promise) -> Link:
    asked = promise.ref.kind == "request"
    judgement = Judgement(
        kind="asked_again" if asked else "reaffirmed",
        subject=promise.ref,
        object=later.ref,
        value=None,
        score=0.8,
        why="A later text asks for the same." if asked else "A later text affirms the same undertaking.",
        features=(Feature("own_words", 0.8, " ".join(sorted(promise.own & later.own))),),
        evidence=(promise.place, later.place),
    )
    status = "asked_again" if asked else "reaffirmed"
    return Link(judgement, later.known, status, None, later.side, later.joint)


def _history(
    promise: Promise, links: Sequence[Link], events: Sequence[Link], of: dict[Ref, Sequence[Mention]]
) -> Followed:
    window, due, basis = promise.window, promise.due, promise.due_basis
    if window is None:
        for aim in promise.aims:
            dated = [m for m in of.get(aim, ()) if m.window and (m.known or "") <= promise.known]
            if dated:
                window, due, basis = dated[0].window, dated[0].when, "content"
                break
    weak = promise.weak
    steps = [Step(promise.known, "not_assessable" if weak else "open", (), why=_WEAK if weak else "")]
    for link in (
        []
        if weak
        else sorted(links, key=lambda one: (one.start, _FORCE.get(one.status, 0), one.judgement.id))
    ):
        steps = _after(steps, link, promise, window)
    if window is not None and not weak:
        steps = _closed(steps, shifted(window[1], 1))
    again = tuple(
        Step(event.start, event.status, event.judgement.evidence[1:], why=event.judgement.why)
        for event in events
    )
    heirs = [link.successor for link in links if link.successor]
    return Followed(
        ref=promise.ref,
        place=promise.place,
        dated=Dated(due, basis),
        history=tuple(steps),
        events=again,
        existence=_existence(promise, links, events),
        successor=heirs[0] if heirs else None,
    )


_WEAK = "A declared intent: nothing says what would fulfil it."


def _after(steps: list[Step], link: Link, promise: Promise, window: Window | None) -> list[Step]:
    """Add what a link shows, unless as much was known before."""
    last = steps[-1]
    if last.status == link.status == "done" and not _is_news(steps, link, promise):
        return steps
    if last.status in ("done", "not_done", "withdrawn", "deferred") and link.status not in (
        "contested",
        "done",
    ):
        return steps
    if last.status == link.status != "done" or (last.status, link.status) == ("done", "contested"):
        return steps
    if last.status == "partly_done" and link.status == "in_progress":
        return steps
    timely = _timeliness(link, window) if link.status == "done" else "unknown"
    step = Step(
        link.start,
        link.status,
        link.judgement.evidence[1:],
        timely,
        _confirmation(link, promise),
        link.judgement.why,
    )
    if last.start == link.start:
        return [*steps[:-1], step] if len(steps) > 1 else [*steps, step]
    return [*steps, step]


def _is_news(steps: Sequence[Step], link: Link, promise: Promise) -> bool:
    """Say whether another side than those before says that it was done: that is worth a step of its own."""
    told = {step.confirmation for step in steps if step.status == "done"}
    return link.start > steps[-1].start and _confirmation(link, promise) not in {*told, "unknown"}


def _closed(steps: list[Step], day: str) -> list[Step]:
    """Where the window closes on a promise of which nothing was heard, say so from the day after."""
    before = [step for step in steps if step.start <= day]
    later = [step for step in steps if step.start > day]
    if before and before[-1].status == "open":
        before.append(Step(day, "no_evidence", (), why="The window is over, and no later text speaks of it."))
    return [*before, *later]


def _timeliness(link: Link, window: Window | None) -> str:
    if window is None or link.day is None:
        return "unknown"
    if gap(link.day, window) <= _ABOUT:
        return "on_time"
    return "late" if link.day[0] > window[1] else "early"


def _confirmation(link: Link, promise: Promise) -> str:
    if link.joint:
        return "joint"
    if link.side is None or promise.side is None:
        return "unknown"
    if link.side == promise.side:
        return "self_declared"
    return "counterpart" if link.side in promise.dyad | promise.who else "independent"


def _existence(promise: Promise, links: Sequence[Link], events: Sequence[Link]) -> str:
    if any(link.status == "contested" for link in links):
        return "denied"
    if promise.joint:
        return "joint"
    others = [event for event in events if event.side and event.side != promise.side]
    return "both_sides" if others else "one_side_only"

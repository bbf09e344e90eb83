"""What each side last said on each topic, side by side, and what changed in its wording."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from regesta.export.brief import wording
from regesta.export.brief.content import Cell, Items, Line, Piece, Rest, Section, Table
from regesta.export.brief.wording import listed, own, quote, until
from regesta.ledger import Ledger
from regesta.ledger.filing import parties
from regesta.model.drift import JOINT_TEXT, Occasion, Phrase, Said, Stage, Thread
from regesta.model.edtf import bounds, span_of_days
from regesta.model.finding import Place
from regesta.model.links import Dossier
from regesta.model.span import Span
from regesta.query.dates import in_words
from regesta.query.drift import teller
from regesta.query.standing import Standing, said
from regesta.resolve.days import shifted
from regesta.rules.abstracts import abstracts
from regesta.rules.drift import drift_rules
from regesta.rules.labels import Labels

LOOKED_AT = 12
AGREED = "Agreed texts"
_RECENT = 366
_PAPERS = 4
_WORDS, _PHRASE = 150, 75
_PHRASES, _SILENT = 2, 5
_TELLING = 30
"""Fewer characters of what was said are shown with the words around them."""


@dataclass(frozen=True, slots=True)
class Voiced:
    """A topic with what each of two sides says on it, in the order of their codes, by teller."""

    topic: str
    threads: tuple[tuple[Thread, ...], tuple[Thread, ...]]


def voiced(ledger: Ledger, between: Standing, broad: Container[str]) -> tuple[list[Voiced], int]:
    """Return the topics of which the two speak most in the last year, and how many topics there are.

    The year ends with the day of the brief; of topics alike in it, those of which they spoke most at all
    come first. ``broad`` topics, which say little, stand behind all others.
    """
    spoken = _spoken(between)
    since = shifted(between.as_of, -_RECENT) if between.as_of else ""
    recent: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for (topic, _), papers in spoken.items():
        every[topic] += len(papers)
        recent[topic] += sum(_day(paper) >= since for paper in papers)
    ranked = sorted(every, key=lambda topic: (topic in broad, -recent[topic], -every[topic], topic))
    return [_voiced(ledger, between, topic, spoken) for topic in ranked[:LOOKED_AT]], len(every)


def positions(between: Standing, found: Sequence[Voiced], topics: int, labels: Labels, room: int) -> Section:
    """Return what each side last said on the topics, each in its own words where it has any.

    A topic of which nothing is said but what stands in a row above is left out.
    """
    rows: list[tuple[Cell, ...]] = []
    told: set[Rest] = set()
    for one in found:
        cells = [_last(threads, side) for threads, side in zip(one.threads, between.sides, strict=True)]
        rests = {rest for cell in cells for rest in cell.rests}
        if len(rows) < room and not rests <= told:
            told |= rests
            rows.append(((own(Piece(labels.topic(one.topic), "lead")),), *((cell,) for cell in cells)))
    heads = ("Topic", *(f"{labels.party(side)} ({side})" for side in between.sides))
    table = Table("What each side last said", heads, (16, 42, 42), tuple(rows))
    head = () if rows else (own("The documents held have no words of either side on any topic."),)
    more = wording.left_out(
        topics - len(rows), ("topic", "topics"), f"statements --between {between.pair}{until(between)}"
    )
    return Section("positions", "What each side last said", (table,) if rows else (), head, more)


def changes(found: Sequence[Voiced], between: Standing, labels: Labels, room: tuple[int, int]) -> Section:
    """Return what was new or gone when a side last spoke, against the time before, the newest first.

    A side is compared with itself in its own telling, or in agreed texts; never one telling with another.
    Then follow the topics of which a side's last account of a meeting does not speak any more. ``room`` is
    for how many of both.
    """
    last = [_Last(one.topic, thread, thread.stages[-1]) for one in found for thread in _own(one, between)]
    changed = [one for one in last if one.stage.change == "changed"]
    changed.sort(key=lambda one: (_ends(one.stage.occasion), one.moved), reverse=True)
    silent = _silences([one for one in last if one.stage.change == "does_not_mention"])
    told = dict.fromkeys(_change(one, labels) for one in changed)
    lines = (*list(told)[: room[0]], *(_silence(some, labels) for some in silent[: room[1]]))
    head = () if lines else (own("No side is seen to have changed its words on a topic."),)
    more = wording.left_out(
        len(told) + len(silent) - len(lines), ("change", "changes"), "drift --side CODE --topic ID"
    )
    return Section("changes", "What changed in the wording", (Items(lines),) if lines else (), head, more)


@dataclass(frozen=True, slots=True)
class _Last:
    """The last stage of a thread on a topic."""

    topic: str
    thread: Thread
    stage: Stage

    @property
    def moved(self) -> float:
        """How much the words changed, from 0 to 1."""
        return 1 - self.stage.wording.kept if self.stage.wording else 0.0

    @property
    def whose(self) -> str:
        """Whose words they are, in our own voice."""
        return AGREED if self.thread.teller == JOINT_TEXT else self.thread.side


def _own(one: Voiced, between: Standing) -> Iterator[Thread]:
    """Yield what the sides themselves tell, and agreed texts once."""
    joint: set[tuple[Said, ...]] = set()
    for side, threads in zip(between.sides, one.threads, strict=True):
        for thread in threads:
            words = thread.stages[-1].occasion.said
            if thread.teller == side or (thread.teller == JOINT_TEXT and words not in joint):
                joint |= {words} if thread.teller == JOINT_TEXT else set()
                yield thread


def _silences(silent: Sequence[_Last]) -> list[list[_Last]]:
    """Return the topics that an account does not mention, together by account, the newest first."""
    groups: dict[tuple[str, str, tuple[str, ...]], list[_Last]] = defaultdict(list)
    for one in silent:
        groups[_ends(one.stage.occasion), one.whose, one.stage.occasion.documents].append(one)
    return [groups[key] for key in sorted(groups, reverse=True)]


_Spoken = dict[tuple[str, str], list[Dossier]]


def _spoken(between: Standing) -> _Spoken:
    """Return for each topic and side the documents in which it speaks, once for each statement."""
    found: _Spoken = defaultdict(list)
    for paper in between.papers:
        for statement in paper.records.statements:
            for side in {*parties(statement, paper.document)} & {*between.sides}:
                for topic in statement.topics:
                    found[topic, side].append(paper)
    return found


def _voiced(ledger: Ledger, between: Standing, topic: str, spoken: _Spoken) -> Voiced:
    first, second = (
        said(ledger, between, side, topic, {paper.id for paper in _newest(spoken.get((topic, side), []))})
        for side in between.sides
    )
    return Voiced(topic, (first, second))


def _newest(papers: Iterable[Dossier]) -> Iterator[Dossier]:
    """Yield the newest documents of each teller."""
    kept: Counter[str | None] = Counter()
    once = {paper.id: paper for paper in papers}.values()
    for paper in sorted(once, key=lambda paper: (_day(paper), paper.id), reverse=True):
        whose = teller(paper.document)
        if kept[whose] < _PAPERS:
            kept[whose] += 1
            yield paper


def _day(paper: Dossier) -> str:
    days = bounds(paper.document.published) if paper.document.published else None
    return days[1] if days else ""


def _ends(occasion: Occasion) -> str:
    return occasion.latest or ""


def _last(threads: Sequence[Thread], side: str) -> Line:
    """Return what a side last said: in its own telling or an agreed text, else as the other side tells it."""
    ours = [thread for thread in threads if thread.teller in (side, JOINT_TEXT)] or list(threads)
    spoken = [(thread, stage) for thread in ours for stage in thread.stages if stage.occasion.said]
    if not spoken:
        return own("does not mention it in the documents held")
    thread, stage = max(spoken, key=lambda both: (_ends(both[1].occasion), both[1].force or 0, both[0].own))
    best = max(stage.occasion.said, key=_weight)
    words = best.content if len(best.content.quote) >= _TELLING else best.place
    whose = "" if thread.own else ", in an agreed text" if thread.teller == JOINT_TEXT else _as_told(thread)
    later = _silent_since(thread, stage)
    silent = f"; not mentioned on {_when(later[-1])}" if later else ""
    return own(
        Piece(_when(stage.occasion), "lead"),
        f", {_act(best, side)}{whose}: ",
        quote(words.quote, _WORDS),
        silent,
        rests=[Rest(best.place, shown=True), *(_whole(one) for one in later[-1:])],
    )


def _weight(one: Said) -> tuple[bool, bool, int, int]:
    """Order statements by what they tell: done in words, told at some length, strong, first in the text."""
    told = len(one.place.quote) >= _TELLING
    return not one.negated, told, drift_rules().force[one.act], -one.place.span.start


def _as_told(thread: Thread) -> str:
    return f", as told by {thread.teller or '[publisher unknown]'}"


def _silent_since(thread: Thread, stage: Stage) -> list[Occasion]:
    """Return the later meetings of which the account does not speak of the topic."""
    after = thread.stages[thread.stages.index(stage) + 1 :]
    return [one.occasion for one in after if not one.occasion.said and not one.occasion.mentioned]


def _whole(occasion: Occasion) -> Rest:
    """Rest on a whole document, which does not have the words."""
    return Rest(Place(occasion.documents[0], Span(0, 0), ""))


def _act(one: Said, side: str) -> str:
    verb = abstracts().acts[one.act]
    words = f"does not {verb.many}" if one.negated else verb.one
    others = [code for code in one.sides if code != side]
    return f"{words} with {listed(others)}" if others and side in one.sides else words


def _when(occasion: Occasion) -> str:
    days = span_of_days(occasion.earliest, occasion.latest)
    return f"{in_words(days, occasion.basis)}{wording.basis(occasion.basis).text}"


def _change(one: _Last, labels: Labels) -> Line:
    stage, lead = one.stage, Piece(f"{one.whose}, {labels.topic(one.topic)}", "lead")
    pieces, rests = _turned(stage)
    against = _when(stage.against) if stage.against else ""
    when = f", {_when(stage.occasion)} against {against}: {_acts(stage, one.thread)}"
    return own(lead, when, *pieces, rests=rests)


def _silence(some: Sequence[_Last], labels: Labels) -> Line:
    """Say what an account does not mention, and when each was last spoken of."""
    occasion = some[0].stage.occasion
    topics = [f"{labels.topic(one.topic)} (last {_when(_before(one))})" for one in some]
    rests = [_whole(occasion)]
    rests += [Rest(_before(one).said[0].place, shown=True) for one in some[:_SILENT]]
    whose = some[0].whose
    lead = Piece(f"{whose}, {_when(occasion)}: ", "lead")
    told = f"no words {'in them' if whose == AGREED else f'of {whose}'} on what was spoken of before: "
    more = f" and {len(topics) - _SILENT} more" if len(topics) > _SILENT else ""
    return own(lead, told, "; ".join(topics[:_SILENT]), more, rests=rests)


def _before(one: _Last) -> Occasion:
    return next(stage.occasion for stage in reversed(one.thread.stages) if stage.occasion.said)


def _acts(stage: Stage, thread: Thread) -> str:
    before = next((one for one in thread.stages if one.occasion is stage.against), None)
    if before is None or not (before.strongest and stage.strongest) or before.strongest == stage.strongest:
        return ""
    words = [one[0].replace("_", " ") for one in (before.strongest, stage.strongest)]
    return f"strongest act {words[0]}, now {words[1]}; "


def _turned(stage: Stage) -> tuple[list[str | Piece], list[Rest]]:
    """Return the words that came, went and took the place of others, and where they stand."""
    turns = stage.wording.turns if stage.wording else ()
    turned = {phrase for turn in turns for phrase in (turn.went, turn.came)}
    pieces: list[str | Piece] = []
    rests: list[Rest] = []
    for turn in turns[:_PHRASES]:
        pieces += [*_gap(pieces), _quoted(turn.came), " in place of ", _quoted(turn.went)]
        rests += [Rest(turn.came.place, shown=True), Rest(turn.went.place, shown=True)]
    for word, phrases in (("new", stage.wording.came), ("gone", stage.wording.went)) if stage.wording else ():
        alone = sorted((one for one in phrases if one not in turned), key=_long)
        for at, phrase in enumerate(alone[:_PHRASES]):
            pieces += [", " if at else f"{''.join(_gap(pieces))}{word}: ", _quoted(phrase)]
            rests.append(Rest(phrase.place, shown=True))
        if len(alone) > _PHRASES:
            pieces.append(f" and {len(alone) - _PHRASES} more")
    return pieces, rests


def _long(phrase: Phrase) -> tuple[int, str, Span]:
    """Put the longest phrases first."""
    place = phrase.place
    return -len(place.quote), place.document, place.span


def _gap(pieces: Sequence[str | Piece]) -> list[str]:
    return ["; "] if pieces else []


def _quoted(phrase: Phrase) -> Piece:
    made = quote(phrase.place.quote, _PHRASE)
    return Piece(f"not: {made.text}", "quote") if phrase.negated else made

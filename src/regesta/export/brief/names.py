"""What each side calls things, and the note on the names that the brief itself uses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from regesta.export.brief import wording
from regesta.export.brief.content import Line, Piece, Rest, Section, Table
from regesta.export.brief.wording import one_line, own
from regesta.model.drift import JOINT_TEXT
from regesta.model.finding import Place
from regesta.query.dates import in_words
from regesta.query.drift import teller
from regesta.query.standing import Standing
from regesta.rules.labels import Labels
from regesta.rules.packs import Pack, applying

_LABELS = 3


@dataclass(slots=True)
class Name:
    """A name for a thing in the texts of one teller: how often, and where last."""

    label: str
    count: int = 0
    day: str = ""
    place: Place | None = None

    @property
    def words(self) -> str:
        """The name as it is written where it last stands."""
        return self.place.quote if self.place is not None else self.label


@dataclass(slots=True)
class Thing:
    """A thing and its names by teller."""

    concept: str
    names: dict[str | None, dict[str, Name]] = field(default_factory=lambda: defaultdict(dict))

    @property
    def count(self) -> int:
        """How often it is named."""
        return sum(name.count for own in self.names.values() for name in own.values())

    def differs(self, sides: Sequence[str]) -> bool:
        """Say whether the two sides have names for it and none in common."""
        ours, theirs = ({label.casefold() for label in self.names.get(side, {})} for side in sides)
        return bool(ours and theirs) and not ours & theirs


def things(between: Standing) -> list[Thing]:
    """Return the things that have names: first those for which the sides have none in common, then the
    most named."""
    found: dict[str, Thing] = {}
    for paper in between.papers:
        day = paper.document.published or ""
        for term in paper.records.terms:
            thing = found.setdefault(term.concept, Thing(term.concept))
            name = thing.names[teller(paper.document)].setdefault(term.label, Name(term.label))
            name.count += 1
            if name.place is None or day > name.day:
                name.day, name.place = day, Place(paper.id, term.span, term.span.of(paper.text))
    return sorted(found.values(), key=lambda one: (not one.differs(between.sides), -one.count, one.concept))


def names(between: Standing, found: Sequence[Thing], labels: Labels, room: int) -> Section:
    """Return which side calls a thing what, how often, and when last."""
    shown = found[:room]
    voices: tuple[str, ...] = (*between.sides, JOINT_TEXT)
    used = [voice for voice in voices if any(voice in thing.names for thing in shown)]
    rows = tuple(
        (
            (own(Piece(labels.concept(thing.concept), "lead")),),
            *((_called(thing.names.get(voice, {}).values()),) for voice in used),
        )
        for thing in shown
    )
    heads = ("Thing", *(f"{v} says" if v != JOINT_TEXT else "Agreed texts say" for v in used))
    rest = 76 // max(len(used), 1)
    table = Table("Names for the same thing", heads, (100 - rest * len(used), *([rest] * len(used))), rows)
    body = (table,) if shown and used else ()
    head = () if body else (own("No thing with names of its own is in the documents held."),)
    more = wording.left_out(
        len(found) - len(shown),
        ("thing", "things"),
        f"terms --by side --between {between.pair}{wording.until(between)}",
    )
    return Section("names", "Terms", body, head, more)


def note(between: Standing, shown: Sequence[Thing], labels: Labels, packs: Iterable[Pack]) -> Section:
    """Return the note on names: paired names in order of code, and how the brief is to be read."""
    concepts = {one.id for pack in applying(tuple(packs), frozenset(between.sides)) for one in pack.concepts}
    paired = [labels.concept(thing.concept) for thing in shown if thing.concept in concepts]
    lines = (own(*_paired(paired, between.sides)), own(_HOW), own(_NOT))
    return Section("note", "Note on names and on reading", (), lines)


def _called(found: Iterable[Name]) -> Line:
    """Return the names that a side uses, the most used first, with the last use of each."""
    in_order = sorted(found, key=lambda name: (-name.count, name.label))
    if not in_order:
        return own("does not name it")
    shown = in_order[:_LABELS]
    pieces: list[str | Piece] = []
    for name in shown:
        pieces += ["; " if pieces else "", Piece(f"“{one_line(name.words)}”", "quote"), _uses(name)]
    more = f"; {len(in_order) - len(shown)} more" if len(in_order) > len(shown) else ""
    rests = [Rest(name.place, shown=True) for name in shown if name.place is not None]
    return own(*pieces, more, rests=rests)


def _uses(name: Name) -> str:
    day = f", last {in_words(name.day)}" if name.day else ", without a date"
    return f" ({'once' if name.count == 1 else f'{name.count} times'}{day})"


def _paired(names_: Sequence[str], sides: Sequence[str]) -> Iterator[str | Piece]:
    yield f"States and their names stand in order of ISO code ({', '.join(sides)}), which means no more. "
    if names_:
        yield "Where the sides call a thing differently, this brief calls it by both names: "
        yield Piece("; ".join(names_), "lead")
        yield ". "
    yield "Quotations keep their publisher’s names."


_HOW = (
    "[proposed] is what the program worked out and no person has accepted. A date, or a part of one, in"
    " brackets is inferred; its basis stands beside it. The strength of a promise is read off its wording and"
    " is no legal opinion: 2 process, 3 a named deliverable, 4 one with a date, place or event, 5 part of a"
    " signed text; declared intents (1) are not listed."
)
_NOT = (
    "“Does not mention” tells what stands in the documents held and nothing else; an omission is no denial."
    " “No words found” does not say that nothing was done."
)

"""A brief out of a ledger: what stands between two states by a day, ranked and cut."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from regesta.export.brief import checked, meetings, names, positions, promises, wording
from regesta.export.brief.chains import OPEN, Chain
from regesta.export.brief.content import Brief, Line, Section
from regesta.export.brief.names import Thing
from regesta.export.brief.positions import Voiced
from regesta.export.brief.room import PAGES, ROOMS, Room, pages
from regesta.export.brief.wording import listed, own
from regesta.ledger import Ledger
from regesta.model.finding import Finding
from regesta.query.across import Across
from regesta.query.dates import in_words
from regesta.query.standing import Standing, sources, standing
from regesta.rules.labels import Labels, labels_with
from regesta.rules.packs import Pack, packs_with


def made(
    ledger: Ledger,
    sides: tuple[str, str],
    found: Across,
    findings: Sequence[Finding],
    *,
    asked: bool,
    packs: tuple[Path, ...] = (),
) -> Brief:
    """Return the brief on two states.

    ``found`` is what holds across the documents of ``ledger`` by the day of the brief, or across those on
    the two; ``findings`` are those in documents on the two, notes too. ``asked`` says that the day was asked
    for. ``packs`` are topic packs beside those that ship. Raises
    :class:`regesta.model.finding.RegestaError` where the ledger holds nothing on the two together.
    """
    between = standing(ledger, *sides, found, asked=asked)
    matter = _matter(ledger, between, findings, packs)
    brief = _in(ROOMS[0], matter)
    for room in ROOMS[1:]:
        if pages(brief) <= PAGES:
            break
        brief = _in(room, matter)
    return brief


@dataclass(frozen=True, slots=True)
class _Matter:
    """All that a brief on two states is made of, before it is cut."""

    ledger: Ledger
    between: Standing
    findings: Sequence[Finding]
    packs: tuple[Pack, ...]
    labels: Labels
    promised: list[Chain]
    voiced: list[Voiced]
    topics: int
    things: list[Thing]


def _matter(
    ledger: Ledger, between: Standing, findings: Sequence[Finding], packs: tuple[Path, ...]
) -> _Matter:
    labels = labels_with(packs)
    voiced, topics = positions.voiced(ledger, between, labels.broad)
    promised, things = promises.undertakings(between), names.things(between)
    return _Matter(ledger, between, findings, packs_with(packs), labels, promised, voiced, topics, things)


def _in(room: Room, matter: _Matter) -> Brief:
    """Return the brief with no more in it than has room."""
    between = matter.between
    sections = tuple(_sections(room, matter))
    first, second = (f"{matter.labels.party(side)} ({side})" for side in between.sides)
    rests = {rest.place for section in sections for line in section.lines for rest in line.rests}
    day = f"Brief as of {in_words(between.as_of)}" if between.as_of else "Brief; no document has a date"
    newest = "" if between.asked or not between.as_of else ", the day of the newest publication in the ledger"
    return Brief(
        between.sides, between.as_of, f"{first} and {second}", f"{day}{newest}", tuple(_head(between)),
        sections, sources(matter.ledger, rests),
    )  # fmt: skip


def _sections(room: Room, matter: _Matter) -> Iterator[Section]:
    ledger, between, labels = matter.ledger, matter.between, matter.labels
    open_ = [chain for chain in matter.promised if chain.status in OPEN]
    yield meetings.contacts(ledger, between, room.contacts)
    yield meetings.coming(ledger, between, open_, room.coming)
    yield promises.promises(between, matter.promised, room.promises)
    yield promises.requests(between, room.requests)
    yield positions.positions(between, matter.voiced, matter.topics, labels, room.topics)
    yield positions.changes(matter.voiced, between, labels, (room.changes, room.silences))
    yield checked.accounts(between, matter.packs, room.differences)
    yield checked.findings(between, matter.findings, room.findings)
    yield names.names(between, matter.things, labels, room.things)
    yield names.note(between, matter.things[: room.things], labels, matter.packs)


def _head(between: Standing) -> Iterator[Line]:
    """Say from what the brief was made and what was left out of account."""
    by = Counter(paper.document.side or "unknown" for paper in between.papers)
    told = listed([f"{count} by {side}" for side, count in sorted(by.items())])
    whose = f" ({told})" if told else ""
    left = between.found.left_out
    later = f" {wording.counted(left, 'document')} not published by then left out." if left else ""
    papers = wording.counted(len(between.papers), "document")
    yield own(f"Made from {papers} on the two{whose}. Every statement is cited at the foot.{later}")

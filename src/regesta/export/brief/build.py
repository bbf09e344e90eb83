"""A brief out of a ledger: what stands between two states by a day, ranked and cut."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from regesta.checks import Ground
from regesta.export.brief import checked, meetings, names, positions, promises, wording
from regesta.export.brief.chains import OPEN
from regesta.export.brief.content import Brief, Line, Section
from regesta.export.brief.wording import listed, own
from regesta.ledger import Ledger
from regesta.query.across import Across
from regesta.query.dates import in_words
from regesta.query.standing import Standing, sources, standing
from regesta.rules.labels import Labels, labels_with
from regesta.rules.packs import packs_with


def made(
    ledger: Ledger,
    sides: tuple[str, str],
    ground: tuple[Across, Ground],
    *,
    asked: bool,
    packs: tuple[Path, ...] = (),
) -> Brief:
    """Return the brief on two states.

    ``ground`` is what holds across ``ledger`` by the day of the brief, and the ground of the checks on it;
    ``asked`` says that the day was asked for. ``packs`` are topic packs beside those that ship. Raises
    :class:`regesta.model.finding.RegestaError` where the ledger holds nothing on the two together.
    """
    between = standing(ledger, *sides, ground[0], asked=asked)
    labels = labels_with(packs)
    sections = tuple(_sections(ledger, between, ground[1], labels, packs))
    first, second = (f"{labels.party(side)} ({side})" for side in between.sides)
    head = tuple(_head(between))
    rests = {rest.place for section in sections for line in section.lines for rest in line.rests}
    day = f"Brief as of {in_words(between.as_of)}" if between.as_of else "Brief; no document has a date"
    newest = "" if asked or not between.as_of else ", the day of the newest publication in the ledger"
    return Brief(
        between.sides, between.as_of, f"{first} and {second}", f"{day}{newest}", head, sections,
        sources(ledger, rests),
    )  # fmt: skip


def _sections(
    ledger: Ledger, between: Standing, ground: Ground, labels: Labels, packs: tuple[Path, ...]
) -> Iterator[Section]:
    promised = promises.undertakings(between)
    open_ = [chain for chain in promised if chain.status in OPEN]
    voiced, topics = positions.voiced(ledger, between, labels.broad)
    things, every = names.things(between), packs_with(packs)
    yield meetings.contacts(ledger, between)
    yield meetings.coming(ledger, between, open_)
    yield promises.promises(between, promised)
    yield promises.requests(between)
    yield positions.positions(between, voiced, topics, labels)
    yield positions.changes(voiced, between, labels)
    yield checked.accounts(between, every)
    yield checked.findings(between, ground)
    yield names.names(between, things, labels)
    yield names.note(between, things, labels, every)


def _head(between: Standing) -> Iterator[Line]:
    """Say from what the brief was made and what was left out of account."""
    by = Counter(paper.document.side or "unknown" for paper in between.papers)
    told = listed([f"{count} by {side}" for side, count in sorted(by.items())])
    whose = f" ({told})" if told else ""
    left = between.found.left_out
    later = f" {wording.counted(left, 'document')} not published by then left out." if left else ""
    papers = wording.counted(len(between.papers), "document")
    yield own(f"Made from {papers} on the two{whose}. Every statement is cited at the foot.{later}")

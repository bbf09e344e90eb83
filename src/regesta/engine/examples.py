"""A pack's own examples, run through the stages that will read its words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from regesta.engine.explain import Explanation, explain_with
from regesta.model.document import Page, Source
from regesta.model.records import Statement
from regesta.rules import offices, publishers
from regesta.rules.examples import frame
from regesta.rules.force import in_force
from regesta.rules.packs import Pack, additions_of, packs_with, read_pack
from regesta.rules.verbs import NounClass, Predicate, VerbGroup

Reporting = VerbGroup | NounClass | Predicate
Packs = tuple[Pack, ...]
Ask = Callable[[str], str | None]
_DAY = "2031-05-04"


@dataclass(frozen=True, slots=True)
class Failed:
    """An example that is not read as its entry says: the entry, the example, and what came of it."""

    entry: str
    example: str
    why: str


@dataclass(frozen=True, slots=True)
class Checked:
    """A pack whose examples were run: how many, and those that failed."""

    pack: Pack
    ran: int
    failed: tuple[Failed, ...]


def check_pack(path: Path) -> Checked:
    """Run the examples of the verbs, offices and publishers of the pack at ``path``.

    Sentences of verbs are set into a small readout of two invented sides, in which A1 and A2 are
    persons and XA and XB the sides. Raises :class:`RegestaError` for a pack that cannot be used.
    """
    pack = read_pack(path)
    packs = (*packs_with((path,)), frame().pack)
    with in_force(additions_of(packs)):
        outcomes = [*_verbs(pack, packs), *_offices(pack), *_publishers(pack)]
    return Checked(pack, len(outcomes), tuple(one for one in outcomes if one is not None))


def _outcome(entry: str, example: str, why: str | None) -> Failed | None:
    return None if why is None else Failed(entry, example, why)


def _verbs(pack: Pack, packs: Packs) -> Iterator[Failed | None]:
    more = pack.verbs
    if more is None:
        return
    entries: list[Reporting] = [*more.groups, *more.nouns, *more.predicates]
    for entry in entries:
        for sentence in entry.match:
            yield _outcome(f"verbs.{entry.id}", sentence, _unread(entry, sentence, packs))
        for sentence in entry.never:
            yield _outcome(f"verbs.{entry.id}", sentence, _misread(entry, sentence, packs))


def _explained(sentence: str, packs: Packs) -> Explanation:
    text = frame().around(sentence)
    raw = text.encode()
    source = Source(publisher="Ministry of Foreign Affairs", country=frame().side, published=_DAY)
    page = Page(text, source, sha256(raw).hexdigest(), raw)
    return explain_with(page, packs, "examples")


def _said(explanation: Explanation) -> list[Statement]:
    start = len(frame().lead)
    return [one for one in explanation.reading.records.statements if one.span.start >= start]


def _unread(entry: Reporting, sentence: str, packs: Packs) -> str | None:
    """Why a sentence gives no statement of an entry and one of its acts; None where it gives one."""
    explanation = _explained(sentence, packs)
    said, acts = _said(explanation), _acts(entry)
    if any(one.rule == entry.id and one.act in acts for one in said):
        return None
    if said:
        return "read as " + ", ".join(f"{one.act} by rule {one.rule}" for one in said)
    told = [
        one.why for one in explanation.at(len(frame().lead)).declined if one.what in ("statement", "verb")
    ]
    return "; ".join(told) or "no verb of the table was found in it"


def _misread(entry: Reporting, sentence: str, packs: Packs) -> str | None:
    acts = {one.act for one in _said(_explained(sentence, packs)) if one.rule == entry.id}
    return f"read as {', '.join(sorted(acts))}" if acts & _acts(entry) else None


def _acts(entry: Reporting) -> set[str]:
    acts = {entry.act, entry.joint or entry.act}
    if isinstance(entry, VerbGroup):
        acts |= {*entry.complements.values(), *entry.objects.values()}
    return acts - {"-"}


def _offices(pack: Pack) -> Iterator[Failed | None]:
    more = pack.offices
    if more is None:
        return
    for entry in (*more.heads, *more.modifiers, *more.portfolios, *more.honorifics, *more.groups):
        words = (*entry.words, *entry.before) if isinstance(entry, offices.Portfolio) else entry.words
        for phrase in entry.match:
            stands = _stands_in(words, phrase)
            yield _outcome(f"offices.{entry.id}", phrase, None if stands else "none of its words is in it")
        for phrase in entry.never:
            stands = _stands_in(words, phrase)
            yield _outcome(f"offices.{entry.id}", phrase, "one of its words is in it" if stands else None)
    for example in more.examples:
        level = offices.level_of(example.office, example.country)
        fits = level == example.level
        yield _outcome(
            "offices.examples", example.office, None if fits else f"its level is {level or 'none'}"
        )


def _stands_in(words: Iterable[str], phrase: str) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", phrase) for word in words)


def _publishers(pack: Pack) -> Iterator[Failed | None]:
    more = pack.publishers
    if more is None:
        return
    for kind in more.kinds:
        yield from _met(f"publishers.{kind.kind}", kind, kind.kind, _kind_of)
    for office in more.offices:
        yield from _met(f"publishers.{office.level}", office, office.level, publishers.level_served)


def _kind_of(title: str) -> str | None:
    found = publishers.kind_in_title(title)
    return found[0] if found else None


def _met(name: str, entry: publishers.Entry, wanted: str, ask: Ask) -> Iterator[Failed | None]:
    for words in entry.match:
        found = ask(words)
        yield _outcome(name, words, None if found == wanted else f"it gives {found or 'nothing'}")
    for words in entry.never:
        yield _outcome(name, words, f"it gives {wanted}" if ask(words) == wanted else None)

"""``regesta drift``: what a side says on a topic, occasion after occasion."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.padding import Padding
from rich.text import Text

from regesta import query
from regesta.cli.output import console, print_json
from regesta.cli.words import plain
from regesta.ledger import Ledger
from regesta.model.drift import JOINT_TEXT, Occasion, Phrase, Said, Stage, Thread
from regesta.model.edtf import span_of_days
from regesta.query import DriftFilters
from regesta.query.dates import in_words
from regesta.rules.drift import drift_rules

_WORDS = {
    "first": "the first words on it",
    "unchanged": "the same words",
    "rearranged": "the same words in another order",
    "undated": "no date is known; compared with nothing",
}


@dataclass(frozen=True, slots=True)
class DriftJob:
    """What ``drift`` was asked: the ledger, the side, the topic, what narrows, and the form."""

    ledger: Path
    side: str
    topic: str
    filters: DriftFilters
    as_json: bool


def drift(job: DriftJob) -> int:
    """Print the threads that ``job`` asks for; the exit code is 0, also when nothing is said."""
    with Ledger.open(job.ledger) as ledger:
        threads = query.drift(ledger, job.side, job.topic, job.filters)
    if job.as_json:
        print_json([_thread(thread) for thread in threads])
    elif threads:
        _print(threads)
    else:
        sys.stderr.write("Nothing found.\n")
    return 0


def _print(threads: Sequence[Thread]) -> None:
    out = console()
    steps = len(drift_rules().scale)
    for index, thread in enumerate(threads):
        out.print(*([Text()] if index else []), Text(plain(_title(thread)), style="bold"), sep="\n")
        for stage in thread.stages:
            out.print(Text(), Text(plain(_head(stage.occasion)), style="bold cyan"), sep="\n")
            for words, indent, style in _lines(thread, stage, steps):
                out.print(Padding(Text(plain(words), style=style), (0, 0, 0, indent), expand=False))


def _title(thread: Thread) -> str:
    if thread.teller == JOINT_TEXT:
        told = "in agreed texts"
    elif thread.own:
        told = f"as {thread.side} tells it"
    else:
        told = f"as told by {thread.teller or '[publisher unknown]'}"
    return f"{thread.side} on {thread.topic}, {told}"


def _head(occasion: Occasion) -> str:
    between = f" · {'–'.join(occasion.parties)}" if occasion.parties else ""
    return f"{in_words(_when(occasion), occasion.basis)} · {occasion.what.replace('_', ' ')}{between}"


def _when(occasion: Occasion) -> str | None:
    return span_of_days(occasion.earliest, occasion.latest)


def _lines(thread: Thread, stage: Stage, steps: int) -> Iterator[tuple[str, int, str]]:
    if stage.change == "does_not_mention":
        spoken = f"the text speaks of the topic; it has no words of {thread.side} on it"
        yield spoken if stage.occasion.mentioned else "does not mention the topic", 2, ""
    else:
        yield _act(stage, steps), 2, ""
        yield _change(stage), 2, ""
        if stage.wording is not None:
            turned = {phrase for turn in stage.wording.turns for phrase in (turn.went, turn.came)}
            yield from (
                (f"~ {_quoted(t.went)} → {_quoted(t.came)}", 4, "yellow") for t in stage.wording.turns
            )
            yield from _phrases("+", stage.wording.came, turned, "green")
            yield from _phrases("-", stage.wording.went, turned, "red")
    for one in stage.occasion.said:
        yield f"{_done(one, thread.side)}: “{plain(one.content.quote)}”", 4, ""
        yield f"{one.citation} [{one.ref.id}]", 6, "dim"
    if not stage.occasion.said:
        yield from ((citation, 6, "dim") for citation in stage.occasion.citations)


def _act(stage: Stage, steps: int) -> str:
    done = ", ".join(stage.strongest)
    told = f"strongest act: {done} ({stage.force} of {steps})" if done else "no act was done in words"
    return f"{told}; not done: {', '.join(stage.negated)}" if stage.negated else told


def _change(stage: Stage) -> str:
    if stage.wording is None or stage.against is None:
        return _WORDS[stage.change]
    since = f"compared with {in_words(_when(stage.against), stage.against.basis)}"
    if stage.change != "changed":
        return f"{_WORDS[stage.change]}, {since}"
    return f"{stage.wording.kept:.0%} of the words kept, {since}"


def _phrases(
    sign: str, phrases: Iterable[Phrase], turned: set[Phrase], style: str
) -> Iterator[tuple[str, int, str]]:
    words = [_quoted(phrase) for phrase in phrases if phrase not in turned]
    if words:
        yield f"{sign} {'; '.join(words)}", 4, style


def _quoted(phrase: Phrase) -> str:
    return f"{'not: ' if phrase.negated else ''}“{plain(phrase.place.quote)}”"


def _done(one: Said, side: str) -> str:
    others = [code for code in one.sides if code != side]
    jointly = f", with {' and '.join(others)}" if others and side in one.sides else ""
    return f"{'not ' if one.negated else ''}{one.act}{jointly}"


def _thread(thread: Thread) -> dict[str, Any]:
    return {
        "side": thread.side,
        "topic": thread.topic,
        "teller": thread.teller,
        "own": thread.own,
        "stages": [_stage(stage) for stage in thread.stages],
    }


def _stage(stage: Stage) -> dict[str, Any]:
    wording = stage.wording
    return {
        **_occasion(stage.occasion),
        "strongest": list(stage.strongest),
        "force": stage.force,
        "negated": list(stage.negated),
        "change": stage.change,
        "against": None if stage.against is None else _occasion(stage.against),
        "kept": wording and wording.kept,
        "came": [_phrase(one) for one in wording.came] if wording else [],
        "went": [_phrase(one) for one in wording.went] if wording else [],
        "turns": [{"went": _phrase(t.went), "came": _phrase(t.came)} for t in wording.turns]
        if wording
        else [],
        "mentioned": stage.occasion.mentioned,
        "said": [_said(one) for one in stage.occasion.said],
    }


def _occasion(occasion: Occasion) -> dict[str, Any]:
    documents = zip(occasion.documents, occasion.citations, strict=True)
    return {
        "when": _when(occasion),
        "when_basis": occasion.basis,
        "what": occasion.what,
        "meeting": occasion.head and occasion.head.id,
        "parties": list(occasion.parties),
        "documents": [{"document": id_, "citation": citation} for id_, citation in documents],
    }


def _phrase(phrase: Phrase) -> dict[str, Any]:
    place = phrase.place
    return {
        "document": place.document,
        "span": list(place.span),
        "quote": place.quote,
        "negated": phrase.negated,
    }


def _said(one: Said) -> dict[str, Any]:
    return {
        "id": one.ref.id,
        "document": one.place.document,
        "span": list(one.place.span),
        "quote": one.place.quote,
        "content": one.content.quote,
        "content_span": list(one.content.span),
        "act": one.act,
        "negated": one.negated,
        "sides": list(one.sides),
        "citation": one.citation,
    }

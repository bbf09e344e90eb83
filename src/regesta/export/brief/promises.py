"""Open promises and open requests: who, in which words, until when, and what is known of them by the day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from regesta.export.brief import wording
from regesta.export.brief.chains import OPEN, Chain, chains, ranked, tally
from regesta.export.brief.content import Line, Piece, Rest, Section, Table
from regesta.export.brief.decided import proposed_chain, proposed_status
from regesta.export.brief.wording import PROPOSED, listed, own, quote, resting
from regesta.export.histories import CONFIRMATION, EXISTENCE
from regesta.model.finding import Place
from regesta.model.records import Actor
from regesta.query.dates import in_words
from regesta.query.rows import RecordRow
from regesta.query.standing import Standing
from regesta.rules.abstracts import abstracts

DECLARED_INTENT = 1
_WORDS, _CONDITION = 190, 60
_UNKNOWN = "[not said]"


def undertakings(between: Standing) -> list[Chain]:
    """Return the promises, each once; declared intents are none."""
    return chains([row for row in between.commitments if row.record.strength > DECLARED_INTENT], between)


def promises(between: Standing, found: Sequence[Chain], room: tuple[int, int, int]) -> Section:
    """Return the open promises; ``found`` are all of them."""
    open_ = [chain for chain in found if chain.status in OPEN]
    shown = ranked(open_, between.as_of or "", room)
    rows = tuple(
        (
            (own(Piece(", ".join(sorted(one.last.record.who)) or _UNKNOWN, "lead")),),
            (_words(one),),
            tuple(_window(one, between, strength=True)),
            (_status(one, between),),
        )
        for one in shown
    )
    table = Table("Open promises", ("Who", "Promise", "Window, strength", "Status"), (9, 43, 20, 28), rows)
    intents = sum(row.record.strength <= DECLARED_INTENT for row in between.commitments)
    more = (
        *wording.left_out(
            len(open_) - len(shown),
            ("open promise", "open promises"),
            _command(between, "commitments --open"),
        ),
        *_rest(tally(found), intents, _command(between, "commitments")),
    )
    head = () if shown else (own("No open promise is held."),)
    return Section("promises", "Open promises", (table,) if shown else (), head, more)


def requests(between: Standing, room: tuple[int, int, int]) -> Section:
    """Return the requests that nobody has answered, each once."""
    found = chains([row for row in between.requests if not row.record.negated], between)
    open_ = [chain for chain in found if chain.status in OPEN]
    shown = ranked(open_, between.as_of or "", room)
    rows = tuple(
        (
            (_asks(one),),
            (_words(one),),
            tuple(_window(one, between, strength=False)),
            (_status(one, between),),
        )
        for one in shown
    )
    table = Table("Open requests", ("Who asks whom", "Request", "Window", "Status"), (16, 42, 14, 28), rows)
    more = (
        *wording.left_out(
            len(open_) - len(shown), ("open request", "open requests"), _command(between, "requests")
        ),
        *_rest(tally(found), 0, _command(between, "requests")),
    )
    head = () if shown else (own("No open request is held."),)
    return Section("requests", "Open requests", (table,) if shown else (), head, more)


def _command(between: Standing, words: str) -> str:
    day = f" --as-of {between.as_of}" if between.asked else ""
    return f"{words} --between {between.pair}{day}"


def _rest(done: Counter[str], intents: int, command: str) -> Iterator[Line]:
    """Yield what else there is: what no longer waits, by status, and declared intents."""
    counts = [f"{count} {status.replace('_', ' ')}" for status, count in sorted(done.items())]
    counts += [wording.counted(intents, "declared intent")] if intents else []
    if counts:
        yield own(f"Not listed: {listed(counts)}: ", Piece(f"regesta {command}", "command"))


def _words(chain: Chain) -> Line:
    """Return what was promised or asked, in the words of the newest telling."""
    row = chain.last
    condition = row.record.condition
    more: list[str | Piece] = [" On condition: ", quote(condition, _CONDITION)] if condition else []
    return own(quote(row.quote, _WORDS), *more, rests=[Rest(_place(row), shown=True)])


def _asks(chain: Chain) -> Line:
    record = chain.last.record
    verb = abstracts().acts[record.act]
    phrase = verb.many if len(record.who) > 1 else verb.one
    to = f" {verb.to}" if verb.to else ""
    whom = f"{to} {_names(record.of)}" if record.of else ""
    return own(Piece(_names(record.who), "lead"), f" {phrase}{whom}")


def _names(actors: Sequence[Actor]) -> str:
    """Return the sides of some actors in order of code; those whose side is not known by their names."""
    names = [actor.country or actor.name for actor in actors]
    return listed(sorted(dict.fromkeys(names))) or _UNKNOWN


def _window(chain: Chain, between: Standing, *, strength: bool) -> Iterator[Line]:
    when, written = (
        chain.dated,
        next((r.record.due_as_written for r in reversed(chain.rows) if r.record.due), None),
    )
    if when.when is None:
        yield own("no window given")
    else:
        over = bool(chain.days and chain.days[1] < (between.as_of or ""))
        said: list[str | Piece] = []
        if written and _says_more(when.when, written):
            said = [" (", quote(written, _CONDITION), ")"]
        yield own(*wording.window(when), ", over" if over else "", *said)
    if strength:
        yield own(f"strength {chain.last.record.strength}")


def _says_more(when: str, written: str) -> bool:
    """Say whether the words for a window are more than its date."""
    return "/" in when or not any(char.isdigit() for char in written)


def _status(chain: Chain, between: Standing) -> Line:
    """Return what is known of it by the day, and since when; the words that show it are in the note."""
    row, again = chain.told, chain.again
    came = row.came
    if came is None:
        return own("open; nothing tells when it could be known, so it is not followed")
    last = came.last
    first_heard = chain.rows[0].came
    start = first_heard.steps[0].start if first_heard and chain.status == "open" else last.start
    words = _said(chain.status, in_words(start))
    confirmed = CONFIRMATION.get(last.confirmation or "")
    told = f", {confirmed}" if confirmed and last.evidence else ""
    mark = [PROPOSED] if proposed_status(row, between) else []
    times = f"; {_repeated(chain)}" if again or len(chain.rows) > 1 else ""
    linked = [PROPOSED] if times and proposed_chain(chain.rows, between) else []
    existence = f"; {EXISTENCE[came.existence]}"
    shown = resting(one.place for one in last.evidence[:1])
    first = [Rest(_place(chain.rows[0]))] if len(chain.rows) > 1 else []
    return own(words, told, *mark, times, *linked, existence, rests=[*shown, *first])


def _said(status: str, since: str) -> str:
    if status == "no_evidence":
        return f"no words found on what came of it (window over since {since})"
    return f"{status.replace('_', ' ')} since {since}"


def _repeated(chain: Chain) -> str:
    """Say how often it was asked or affirmed again, and when last."""
    days = chain.again
    word = "asked" if chain.last.kind == "request" else "affirmed"
    if not days:
        return f"{word} in {wording.counted(len(chain.rows), 'place')}"
    times = "once" if len(days) == 1 else f"{len(days)} times"
    return f"{word} again {times}, last on {in_words(days[-1])}"


def _place(row: RecordRow[Any]) -> Place:
    return Place(row.document.id, row.span, row.quote)

"""``regesta review``: a walk through what the machine proposes, the least sure first."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from rich.padding import Padding
from rich.text import Text

from regesta import query
from regesta.cli.judging_options import ReviewJob
from regesta.cli.output import console, print_rows
from regesta.cli.signing import Signature, signed
from regesta.cli.words import plain
from regesta.clock import now
from regesta.export.judged import PROPOSALS
from regesta.ledger import Ledger
from regesta.model.finding import RegestaError
from regesta.query import Judged, StandingRow
from regesta.work.judging import decide
from regesta.work.linking import link

_VERDICTS: dict[str, Literal["accepted", "rejected"]] = {
    "a": "accepted",
    "accept": "accepted",
    "r": "rejected",
    "reject": "rejected",
}
_SKIP, _QUIT, _NOTE = ("s", "skip"), ("q", "quit"), ("n", "note")
_ASKED = "accept (a), reject (r), skip (s), note (n WORDS), quit (q)? "


def review(job: ReviewJob) -> int:
    """Show the proposals that fit one by one and keep what is answered; the exit code is 0.

    What was added or decided since is taken in first. Answers are read from standard input, a
    line each; at its end the walk ends. Each decision is kept at once. Raises
    :class:`RegestaError` for a filter that means nothing.
    """
    wanted = Judged(job.kind, job.document, job.verdict or "proposed", job.below, job.party, job.limit)
    listed = job.listed or job.form != "table"
    if not listed and job.verdict not in (None, "proposed"):
        raise RegestaError("Only what is proposed is reviewed; --verdict goes with --list.")
    with Ledger.open(job.ledger) as ledger:
        link(ledger, now=now())
        if listed:
            print_rows(query.proposals(ledger, wanted), PROPOSALS, job.form)
            return 0
        _walk(ledger, wanted, signed(job.by))
    return 0


def _walk(ledger: Ledger, wanted: Judged, who: Signature) -> None:
    fitting = query.counted(ledger, wanted)
    total = min(fitting, wanted.limit or fitting)
    if not total:
        sys.stdout.write("Nothing is proposed that fits; there is nothing to review.\n")
        return
    sys.stdout.write(f"{total} to review, the least sure first. Decisions are signed {plain(who.words)}.\n")
    counts = {"accepted": 0, "rejected": 0, "skipped": 0}
    for number, row in enumerate(_one_by_one(ledger, wanted, total), start=1):
        _show(row, number, total)
        answer = _answer(ledger, row, who)
        if answer is None:
            break
        counts[answer] += 1
    told = ", ".join(f"{count} {what}" for what, count in counts.items())
    left = query.counted(ledger, wanted)
    sys.stdout.write(f"\n{told.capitalize()}; {left} still proposed.\n")


def _one_by_one(ledger: Ledger, wanted: Judged, total: int) -> Iterator[StandingRow]:
    """Yield the proposals as they stand when their turn comes: a decision may have changed the rest."""
    after = None
    for _ in range(total):
        rows = query.proposals(ledger, replace(wanted, after=after, limit=1))
        if not rows:
            return
        yield rows[0]
        after = (rows[0].entry.score or 0.0, rows[0].id)


def _answer(ledger: Ledger, row: StandingRow, who: Signature) -> str | None:
    """Ask until there is an answer; keep it; return what was done, None where the walk is to end."""
    note = None
    while True:
        sys.stdout.write(_ASKED)
        sys.stdout.flush()
        line = sys.stdin.readline()
        if not sys.stdin.isatty():
            sys.stdout.write(f"{plain(line)}\n")
        word, _, rest = plain(line).partition(" ")
        if not line or word.lower() in _QUIT:
            return None
        if word.lower() in _SKIP:
            return "skipped"
        if word.lower() in _NOTE:
            note = rest or _line("note: ")
            continue
        verdict = _VERDICTS.get(word.lower())
        if verdict is None or rest:
            sys.stdout.write(f"{plain(line)!r} is no answer.\n")
            continue
        decide(ledger, [row.id], verdict, by=who.by, now=who.at, note=note)
        sys.stdout.write(f"{verdict.capitalize()}.\n")
        return verdict


def _line(prompt: str) -> str | None:
    sys.stdout.write(prompt)
    sys.stdout.flush()
    words = plain(sys.stdin.readline())
    if not sys.stdin.isatty():
        sys.stdout.write(f"{words}\n")
    return words or None


def _show(row: StandingRow, number: int, total: int) -> None:
    out, entry = console(), row.entry
    said = f": {entry.value}" if entry.value else ""
    head = f"{number} of {total} · {entry.kind.replace('_', ' ')}{said} · score {entry.score:.2f} · {row.id}"
    out.print(Text(), Text(plain(head), style="bold cyan"), sep="\n")
    if entry.why:
        out.print(_padded(entry.why, 2))
    for side in row.sides:
        if side.quote:  # a document as a whole has none
            out.print(_padded(f"“{side.quote}”", 4))
        out.print(_padded(side.citation, 6, "dim"))
    if row.further:
        out.print(_padded("evidence:", 2))
    for place, citation in row.further:
        out.print(_padded(f"“{place.quote}”", 4), _padded(citation, 6, "dim"), sep="\n")
    for one in entry.features:
        out.print(_padded(f"{one.weight:+.2f} {one.name}: {one.seen}", 2))


def _padded(words: str, indent: int, style: str = "") -> Padding:
    return Padding(Text(plain(words), style=style), (0, 0, 0, indent), expand=False)

"""``regesta search``: sentences that hold the words asked for."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import asdict
from itertools import islice

from rich.padding import Padding
from rich.text import Text

from regesta import query
from regesta.cli.options import HitOrder, SearchJob
from regesta.cli.output import console, print_rows
from regesta.cli.words import plain, safe
from regesta.export.hits import HITS
from regesta.ledger import Ledger
from regesta.query import Filters, Found, Hit, Search
from regesta.query.search import COUNTED, PAGE


def search(job: SearchJob) -> int:
    """Print what is found; the exit code is 0, also when nothing is.

    A table has the first hits, the other forms every hit, the newest first; ``--limit`` says otherwise.
    """
    wanted = Search(
        job.words,
        Filters(**asdict(job.wanted)),
        kind=job.kind,
        order=job.order.value,
        superseded=job.versions,
    )
    with Ledger.open(job.ledger) as ledger:
        if job.form == "table":
            found = query.search(ledger, wanted, size=job.limit or PAGE)
            _print(found.hits)
            _say(found)
        elif job.order is HitOrder.BEST and job.limit is not None:
            print_rows(query.search(ledger, wanted, size=job.limit).hits, HITS, job.form)
        else:
            print_rows(list(islice(query.every_hit(ledger, wanted), job.limit)), HITS, job.form)
    return 0


def _print(hits: Iterable[Hit]) -> None:
    out = console()
    for number, hit in enumerate(hits):
        day = hit.day or "n.d."
        out.print(*([Text()] if number else []), _quote(f"{day}  ", hit), sep="\n")
        out.print(Padding(Text(plain(hit.citation), style="dim"), (0, 0, 0, 4), expand=False))


def _quote(head: str, hit: Hit) -> Text:
    """The day and the sentence, with the words that were asked for in bold."""
    told, at = Text(head, style="cyan"), 0
    for mark in hit.marks:
        told.append(safe(hit.quote[at : mark.start]), style="default")
        told.append(safe(hit.quote[mark.start : mark.end]), style="bold default")
        at = mark.end
    return told.append(safe(hit.quote[at:]), style="default")


def _say(found: Found) -> None:
    """Say on standard error how much there is, and what was looked for beside the words."""
    if not found.counted:
        sys.stderr.write("Nothing found.\n")
        return
    beyond = f"more than {COUNTED}; ranked among the newest {COUNTED}" if found.beyond else str(found.counted)
    also = f" Looked for as well: {', '.join(found.also)}." if found.also else ""
    sys.stderr.write(f"\nShown: {len(found.hits)} of {beyond}.{also}\n")

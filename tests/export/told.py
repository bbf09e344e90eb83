"""A ledger that learnt one thing after another: plans, a visit put off, promises, a page that changed."""

from __future__ import annotations

from pathlib import Path

from regesta.ledger import Ledger
from regesta.work.checking import keep_findings
from regesta.work.linking import link
from tests.resolve.papers import read

MADE = read(
    "Foreign Minister Rada Oyelu held talks with Foreign Minister Oto Lind of Arvania in Halden on July 1,"
    " 2031. The two ministers agreed to open the Skerrow bridge in late August 2031. Brevonia undertook to"
    " resume the ferry service by the end of July 2031.\n",
    "2031-07-02",
    "XB",
    url="https://mfa.brevonia.example/talks",
)
PLANNED = read(
    "The Foreign Ministers’ Meeting between Arvania and Brevonia will be held in Halden on September 20, 2031"
    " at 10:30 a.m. (GMT+9). Foreign Minister Oto Lind will meet Foreign Minister Rada Oyelu of Brevonia.\n",
    "2031-07-16",
)
OFF = read(
    "Foreign Minister Rada Oyelu spoke by telephone with Foreign Minister Oto Lind of Arvania. President"
    " Halvek’s visit to Arvania planned for October 2031 will be postponed to November 2031.\n",
    "2031-08-03",
    "XB",
)
KEPT = read(
    "Foreign Minister Oto Lind met with Foreign Minister Rada Oyelu of Brevonia in Lunden on September 1,"
    " 2031. They welcomed the resumption of the ferry service on July 28.\n",
    "2031-09-02",
)
EDITED = read(
    "Foreign Minister Rada Oyelu held talks with Foreign Minister Oto Lind of Arvania in Halden on July 1,"
    " 2031. The two ministers agreed to open the Skerrow bridge in late August 2031. Brevonia undertook to"
    " resume the ferry service by the end of July 2031. The talks were frank.\n",
    "2031-07-02",
    "XB",
    url="https://mfa.brevonia.example/talks",
)
DAYS = {
    "2031-07-03T08:00:00+00:00": MADE,
    "2031-07-17T08:00:00+00:00": PLANNED,
    "2031-08-04T08:00:00+00:00": OFF,
    "2031-09-03T08:00:00+00:00": KEPT,
}
NOW = "2031-09-10T08:00:00+00:00"


def told(path: Path, *more: tuple[str, object]) -> Ledger:
    """Open a ledger at ``path`` that has got these documents one after the other."""
    ledger = Ledger.open(path, create=True)
    for at, one in (*DAYS.items(), *more):
        ledger.add(one, now=at)  # type: ignore[arg-type]
        link(ledger, now=at)
    keep_findings(ledger, now=NOW)
    return ledger

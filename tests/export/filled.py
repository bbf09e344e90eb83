"""A ledger of the samples, with what people decided and corrected and what the checks found."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from regesta import query
from regesta.export import Source
from regesta.ledger import Ledger
from regesta.query import Filters
from regesta.reading import expand, read_file, read_manifest
from regesta.work.adding import add_pages
from regesta.work.checking import keep_findings
from regesta.work.judging import correct, decide
from regesta.work.report import Job

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
NOW = "2031-06-01T00:00:00Z"
FORMULA = '=HYPERLINK("https://bad.example")'
_ALL = Filters()


def fill(path: Path) -> Path:
    """Read the samples, make a formula of a place, accept a judgement, run the checks."""
    manifest = read_manifest(SAMPLES / "SOURCES.tsv")
    given = {file: manifest.row_for(file) for file in expand([str(SAMPLES)])}
    jobs = [Job(file.name, partial(read_file, file, row)) for file, row in given.items() if row is not None]
    with Ledger.open(path, create=True):
        report = add_pages(path, jobs, now=NOW, topics=(SAMPLES / "pack.yml",))
    assert not report.failures, report
    with Ledger.open(path) as ledger:
        place = next(row for row in query.meetings(ledger) if row.record.place)
        correct(ledger, place.id or "", "place", FORMULA, by="Ines Arden", now=NOW, note="seen in print")
        [first, *_] = query.proposals(ledger)
        decide(ledger, [first.id], "accepted", by="Ines Arden", now=NOW)
        keep_findings(ledger, now=NOW)
    return path


def source(ledger: Ledger, filters: Filters = _ALL) -> Source:
    """What a form is written from."""
    return Source(ledger, NOW, filters)

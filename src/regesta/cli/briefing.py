"""``regesta brief``: what to know of a relationship on the morning of a meeting."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

from regesta import checks
from regesta.checks.narrow import narrowed
from regesta.cli.brief_options import BriefJob
from regesta.cli.extras import need
from regesta.cli.grounding import grounded
from regesta.cli.opened import linked
from regesta.clock import now
from regesta.export import write_bytes, write_lines
from regesta.export.brief.build import made
from regesta.export.brief.content import Brief
from regesta.ledger import Ledger
from regesta.model.finding import Finding, RegestaError
from regesta.query import Across
from regesta.query.between import across_between
from regesta.query.findings import SoughtFindings, found_all
from regesta.work.checking import keep_findings

_BRINGS = {"docx": ("docx", "exports"), "html": ("jinja2", "web")}
"""The one package that a form needs, and the extra that brings it."""
_SUFFIXES = {".docx": "docx", ".html": "html", ".htm": "html"}


def brief(job: BriefJob) -> int:
    """Write the brief that ``job`` asks for; the exit code is 0.

    Raises :class:`RegestaError` where the ledger holds nothing on the two sides, for what is no day, and
    for a form that the name of the file does not tell.
    """
    form = _form(job)
    package, extra = _BRINGS[form]
    if find_spec(package) is None:
        need(extra)
    with linked(job.ledger) as ledger:
        found, findings = _held(ledger, job)
        told = made(ledger, job.sides, found, findings, asked=job.as_of is not None, packs=job.topics)
    _write(told, form, job.output)
    if job.output is not None:
        sys.stderr.write(f"{job.output}: brief on {' and '.join(told.sides)} written.\n")
    return 0


def _held(ledger: Ledger, job: BriefJob) -> tuple[Across, list[Finding]]:
    """Return what holds across the documents on two sides, and what the checks find in them.

    Without a day the ledger's views and the findings that it keeps answer. For a day everything is worked
    out from the documents of that day.
    """
    sides = tuple(sorted(side.upper() for side in job.sides))
    if job.as_of is not None:
        found, ground = grounded(ledger, job.as_of)
        return found, narrowed(checks.run(ground), ground, [], sides)
    keep_findings(ledger, now=now())
    sought = SoughtFindings(levels=("conflict", "open", "note"), between=(sides[0], sides[1]))
    return across_between(ledger, *job.sides), [row.finding for row in found_all(ledger, sought)]


def _form(job: BriefJob) -> str:
    """Return the form: the one asked for, else that of the file's name, else HTML for standard output."""
    if job.form == "docx" and job.output is None:
        raise RegestaError("A brief in Word is written to a file; name it with -o.")
    if job.form is not None:
        return job.form
    if job.output is None:
        return "html"
    form = _SUFFIXES.get(job.output.suffix.lower())
    if form is None:
        raise RegestaError(
            f"{job.output} does not say its form; name it .docx or .html, or add --format docx or html."
        )
    return form


def _write(told: Brief, form: str, target: Path | None) -> None:
    if form == "html":
        from regesta.export.brief.page import lines  # noqa: PLC0415  only what the form needs

        write_lines(lines(told), target)
        return
    from regesta.export.brief.word import write  # noqa: PLC0415

    at = now()
    write_bytes(lambda stream: write(told, stream, at), target)

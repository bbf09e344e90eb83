"""``regesta export``."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from regesta import checks, query
from regesta.cli.export_options import ExportJob
from regesta.cli.extras import need
from regesta.cli.grounding import grounded
from regesta.cli.opened import linked
from regesta.clock import now
from regesta.export import Form, Source, form_named, write_bytes, write_folder, write_lines
from regesta.export.accounts import account_json
from regesta.export.links import links_json
from regesta.ledger import Ledger
from regesta.model.finding import RegestaError
from regesta.query import Across, Filters
from regesta.resolve.accounts import comparisons
from regesta.rules.packs import Pack, packs_with
from regesta.work.checking import keep_findings


def export(job: ExportJob) -> int:
    """Write what ``job`` asks for; the exit code is 0.

    Raises :class:`RegestaError` for a thing or a form that there is none of.
    """
    if job.what == "links":
        return _links(job)
    if job.what != "records":
        raise RegestaError(f"There is nothing called {job.what!r} to export; take records or links.")
    if job.as_of is not None:
        raise RegestaError("Records do not change with the day; --as-of goes with --what links.")
    form = form_named(job.form or "jsonl")
    if form.extra is not None:
        need(form.extra)
    if job.output is None and form.writes != "lines":
        where = "a new folder" if form.writes == "folder" else "a file"
        raise RegestaError(f"The format {form.name} is written to {where}; name it with -o.")
    wanted = Filters(**asdict(job.wanted))
    with (linked if form.across or wanted.across else Ledger.open)(job.ledger) as ledger:
        if form.finds:
            keep_findings(ledger, now=now())
        source = Source(ledger, now(), wanted, job.topics, job.address)
        count = _written(form, source, job.output)
    sys.stderr.writelines(f"{sentence}\n" for sentence in source.said)
    if job.output is not None:
        sys.stderr.write(f"{job.output}: {count} {_counted(form)}{'' if count == 1 else 's'} written.\n")
    return 0


def _written(form: Form, source: Source, target: Path | None) -> int:
    if form.writes == "lines" or target is None:
        return write_lines(form.lines(source), target)
    if form.writes == "bytes":
        return write_bytes(lambda stream: form.write(source, stream), target)
    return write_folder(lambda folder: form.fill(source, folder), target)


def _counted(form: Form) -> str:
    return "line" if form.writes == "lines" else "item"


def _links(job: ExportJob) -> int:
    if job.form not in (None, "json"):
        raise RegestaError(f"There is no export format {job.form!r} for links; take json.")
    with linked(job.ledger) as ledger:
        found, ground = grounded(ledger, job.as_of)
        names = {row.id: row.file or row.url or row.id for row in query.documents(ledger)}
    findings = [one for one in checks.run(ground) if one.level != "note"]
    told = query.with_undated(found)
    whole = links_json(told, names, findings, list(_accounts(found, packs_with(job.topics))))
    write_lines([json.dumps(whole, ensure_ascii=False, indent=1)], job.output)
    if job.output is not None:
        sys.stderr.write(f"{job.output}: links of {len(found.dossiers)} documents written.\n")
    if found.left_out:
        sys.stderr.write(f"{found.left_out} documents not published by then left out.\n")
    return 0


def _accounts(found: Across, packs: tuple[Pack, ...]) -> Iterator[dict[str, Any]]:
    """Yield the comparison of each two accounts of one meeting that are not of one side."""
    for told in query.told_twice(found):
        yield from (account_json(one) for one in comparisons(told.parts, packs, told.meeting.id))

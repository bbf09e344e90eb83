"""How measures, errors and confidence are printed."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from regesta.cli.options import QualityJob
from regesta.cli.output import print_json, print_rows
from regesta.cli.words import plain
from regesta.export.table import Column
from regesta.model.records import GROUP_OF
from regesta.quality import Bin, Mistake, Score, Tally, bins, in_order, of_kind


def _columns(first: str) -> tuple[Column, ...]:
    return (
        Column(first, lambda row: row[0]),
        Column("precision", lambda row: f"{row[1].precision:.3f}"),
        Column("recall", lambda row: f"{row[1].recall:.3f}"),
        Column("F1", lambda row: f"{row[1].f1:.3f}"),
        Column("right", lambda row: row[1].hits),
        Column("asked", lambda row: row[1].asked),
        Column("read", lambda row: row[1].given),
    )


def print_score(job: QualityJob, whole: Score, publishers: Mapping[str, Score]) -> None:
    """Print what ``job`` asks of a score: figures, errors, confidence, or one object with all asked."""
    mistakes = of_kind(whole.mistakes, job.errors) if job.errors else None
    sure = list(bins(whole.verdicts)) if job.confidence else None
    if job.as_json:
        print_json(_object(whole, publishers, mistakes, sure))
        return
    if sure is not None:
        print_confidence(sure)
    if mistakes is not None:
        print_errors(mistakes)
    if mistakes is None and sure is None:
        print_figures(whole, publishers)


def _object(
    whole: Score,
    publishers: Mapping[str, Score],
    mistakes: Sequence[Mistake] | None,
    sure: Sequence[Bin] | None,
) -> dict[str, Any]:
    told = {
        "documents": whole.documents,
        "measures": figures_object(in_order(whole)),
        "publishers": {
            name: {"documents": score.documents, "measures": figures_object(in_order(score))}
            for name, score in publishers.items()
        },
        "acts": figures_object(acts(whole)),
    }
    if sure is not None:
        told["confidence"] = [bin_object(one) for one in sure]
    if mistakes is not None:
        told["errors"] = [one._asdict() for one in mistakes]
    return told


def print_figures(whole: Score, publishers: Mapping[str, Score]) -> None:
    """Print the measures of all documents, of each publisher, and of each act."""
    _table(f"All: {_documents(whole)}", list(in_order(whole)), "measure")
    for name, score in publishers.items():
        _table(f"{plain(name)}: {_documents(score)}", list(in_order(score, single=False)), "measure")
    _table("Statements by act", acts(whole), "act")


def acts(score: Score) -> list[tuple[str, Tally]]:
    """The acts that are asked for or read, in the order of their groups."""
    return [(act, score.acts[act]) for act in GROUP_OF if act in score.acts]


def print_confidence(listed: Sequence[Bin]) -> None:
    """Print the bins of confidence."""
    _title("Right at each confidence")
    print_rows(listed, _bin_columns(), "table")


def print_errors(mistakes: Sequence[Mistake]) -> None:
    """Print each error with the gold's words and the record's, document by document."""
    file = None
    for one in mistakes:
        if one.file != file:
            file = one.file
            sys.stdout.write(f"{plain(file)}\n")
        sys.stdout.write(f"  {one.measure}: {plain(one.error)}\n")
        for side, words in (("gold", one.asked), ("read", one.found)):
            if words is not None:
                sys.stdout.write(f"    {side}: “{plain(words)}”\n")
    told = f"{len(mistakes)} error{'' if len(mistakes) == 1 else 's'}"
    sys.stderr.write(f"{told}.\n")


def figures_object(rows: Iterable[tuple[str, Tally]]) -> dict[str, Any]:
    """Measures for programs: shares unrounded, with their counts."""
    return {
        name: {
            "precision": tally.precision,
            "recall": tally.recall,
            "f1": tally.f1,
            "right": tally.hits,
            "asked": tally.asked,
            "read": tally.given,
        }
        for name, tally in rows
    }


def bin_object(one: Bin) -> dict[str, Any]:
    """A bin of confidence for programs."""
    edges = {"from": one.low, "under": one.high}
    return {"kind": one.kind, **edges, "records": one.records, "right": one.right, "share": one.share}


def _bin_columns() -> tuple[Column, ...]:
    return (
        Column("kind", lambda one: one.kind),
        Column("confidence", _range),
        Column("records", lambda one: one.records),
        Column("right", lambda one: one.right),
        Column("share", lambda one: None if one.share is None else f"{one.share:.3f}"),
    )


def _table(title: str, rows: Sequence[tuple[str, Tally]], first: str) -> None:
    if rows:
        _title(title)
        print_rows(rows, _columns(first), "table")


def _title(words: str) -> None:
    sys.stdout.write(f"\n{words}\n")
    sys.stdout.flush()


def _documents(score: Score) -> str:
    return f"{score.documents} document{'' if score.documents == 1 else 's'}"


def _range(one: Bin) -> str:
    if one.high is None:
        return f"{one.low:.1f} and more"
    return f"{one.low:.1f} to {one.high:.1f}" if one.low else f"under {one.high:.1f}"

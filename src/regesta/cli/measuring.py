"""``regesta quality``: figures, errors and confidence of the reader beside gold."""

from __future__ import annotations

import sys
from typing import Any

from regesta.cli.figures import (
    acts,
    bin_object,
    figures_object,
    print_confidence,
    print_errors,
    print_figures,
)
from regesta.cli.options import QualityJob
from regesta.cli.output import print_json
from regesta.cli.progress import progress
from regesta.model.finding import RegestaError
from regesta.quality import (
    GoldFolder,
    Score,
    Texts,
    bins,
    in_order,
    locate,
    of_kind,
    only,
    read_gold,
    read_gold_texts,
    score_all,
    texts_of_gold,
)


def quality(job: QualityJob) -> int:
    """Measure what was asked and print it; the exit code is 0."""
    if job.gold is None:
        raise RegestaError("There is nothing to measure; name a folder of gold.")
    found = read_gold(job.gold)
    texts = locate(job.gold, job.texts, job.manifest, job.topics)
    gold = only(found, job.publisher, job.without)
    of_kind((), job.errors or "all")
    _tell(gold, texts)
    with progress("Reading", len(gold.files)) as done:
        paired = texts_of_gold(texts, gold)
        whole, publishers = score_all(read_gold_texts(paired, texts.packs, done))
    if job.as_json:
        print_json(_object(job, whole, publishers))
    else:
        _print(job, whole, publishers)
    return 0


def _tell(gold: GoldFolder, texts: Texts) -> None:
    """Say on standard error what is read with what."""
    count = len(gold.files)
    sys.stderr.write(f"{count} document{'' if count == 1 else 's'} of {gold.path}; {texts}.\n")
    if gold.passed:
        names = ", ".join(path.name for path in gold.passed)
        sys.stderr.write(f"Passed over, as gold of no document: {names}.\n")


def _print(job: QualityJob, whole: Score, publishers: dict[str, Score]) -> None:
    if job.confidence:
        print_confidence(list(bins(whole.verdicts)))
    if job.errors:
        print_errors(of_kind(whole.mistakes, job.errors))
    if not (job.confidence or job.errors):
        print_figures(whole, publishers)


def _object(job: QualityJob, whole: Score, publishers: dict[str, Score]) -> dict[str, Any]:
    told: dict[str, Any] = {
        "documents": whole.documents,
        "measures": figures_object(in_order(whole)),
        "publishers": {
            name: {"documents": score.documents, "measures": figures_object(in_order(score))}
            for name, score in publishers.items()
        },
        "acts": figures_object(acts(whole)),
    }
    if job.confidence:
        told["confidence"] = [bin_object(one) for one in bins(whole.verdicts)]
    if job.errors:
        told["errors"] = [one._asdict() for one in of_kind(whole.mistakes, job.errors)]
    return told

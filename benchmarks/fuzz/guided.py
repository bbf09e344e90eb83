"""The same run with atheris drawing the texts: it keeps those that reach code not reached before."""

from __future__ import annotations

import os
import sys
from random import Random
from typing import Any

from benchmarks.fuzz.run import MOST, Run

OWN = 0.7


def guided(run: Run, atheris: Any) -> None:
    """Let ``atheris`` draw texts for ``run`` until its time is over; then print the sums and end the process.

    The reader must have been imported under atheris's instrumentation. libFuzzer does not return to
    its caller, so that the process ends here.
    """
    corpus = run.plan.state.parent / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(run.plan.texts):
        (corpus / f"ordinary-{number:04}").write_bytes(text.encode())

    def one(data: bytes) -> None:
        if run.over:
            run.save()
            sys.stdout.write(run.state.figures())
            sys.stdout.flush()
            os._exit(int(bool(run.state.faults)))
        run.one(data.decode("utf-8", "ignore"))

    def mutated(data: bytes, most: int, seed: int) -> bytes:
        run.chance = Random(seed)
        if run.chance.random() < OWN:
            data = run.changed(data.decode("utf-8", "ignore"), most).encode("utf-8", "ignore")
        else:
            data = atheris.Mutate(data, min(most, len(data) + 64))
        return data[:most]

    options = [
        f"-max_len={MOST}",
        f"-seed={run.plan.seed + 1}",
        "-timeout=600",
        "-report_slow_units=600",
        f"-artifact_prefix={run.plan.state.parent}/",
        "-rss_limit_mb=4096",
        "-verbosity=0",
    ]
    atheris.Setup([sys.argv[0], str(corpus), *options], one, custom_mutator=mutated)
    atheris.Fuzz()

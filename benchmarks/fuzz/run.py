"""A run: texts are drawn, tried and counted until the time is over."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from random import Random
from time import monotonic, process_time
from typing import NamedTuple

from benchmarks.fuzz import sentences
from benchmarks.fuzz.changing import changed
from benchmarks.fuzz.lessening import lessened
from benchmarks.fuzz.pace import Pace
from benchmarks.fuzz.state import Fault, State
from benchmarks.fuzz.trial import Trial, seconds, tried
from benchmarks.fuzz.words import lexicon
from regesta.rules.version import rules_version

MOST = 20_000
MOST_LONG = 120_000
LONG_EVERY = 250
NEW_OF = 0.15
POOL = 5_000
SAVE_EVERY = 20.0


class Plan(NamedTuple):
    """How long, from which seed, with which ordinary texts, and where the sums and failures are kept."""

    minutes: float
    seed: int
    texts: tuple[str, ...]
    state: Path


def ordinary(folders: Sequence[Path]) -> tuple[str, ...]:
    """Return every text file in ``folders``, in the order of their names."""
    files = sorted(file for folder in folders for file in folder.rglob("*.txt"))
    return tuple(file.read_text("utf-8", "replace") for file in files)


class Run:
    """One run. A text that shows a kind of reading not seen before joins those that are changed further."""

    def __init__(self, plan: Plan) -> None:
        self.plan, self.chance, self.known = plan, Random(plan.seed), lexicon()
        self.pool = list(plan.texts)
        self.pace = Pace(plan.texts, seconds, self.chance)
        self.state = State.load(plan.state)
        self.state.runs += 1
        if rules_version(()) not in self.state.versions:
            self.state.versions.append(rules_version(()))
        self._features: set[str] = set()
        self._end = monotonic() + plan.minutes * 60
        self._clock, self._cpu, self._saved = monotonic(), process_time(), monotonic()
        self._try_again()

    def _try_again(self) -> None:
        """Try the texts of earlier failures; those that fail no more are mended."""
        for rule, fault in list(self.state.faults.items()):
            text = (self.plan.state.parent / fault.file).read_bytes().decode("utf-8", "surrogatepass")
            if tried(text, self.pace).rule != rule:
                del self.state.faults[rule]
                self.state.mended.append(rule)

    @property
    def over(self) -> bool:
        """Whether the time of the run is over."""
        return monotonic() >= self._end

    def all(self) -> State:
        """Try texts until the time is over; return the sums of all runs."""
        while not self.over:
            self.one(self.drawn())
        self.save()
        return self.state

    def drawn(self) -> str:
        """Return a new text: made from nothing, or one of the pool changed."""
        if self.chance.random() < NEW_OF:
            return sentences.text(self.chance, self.known)
        return self.changed(self.chance.choice(self.pool), MOST)

    def changed(self, text: str, most: int) -> str:
        """Return ``text`` with some changes by chance, of at most ``most`` characters."""
        return changed(self.chance, self.known, text, self.pool, most)

    def one(self, text: str) -> Trial:
        """Try ``text``, and every so often a long text made of it; count and keep what is found."""
        trial = self._counted(text)
        if self.state.executions % LONG_EVERY == 0 and text:
            self._counted((text * (MOST_LONG // len(text) + 1))[:MOST_LONG])
        return trial

    def _counted(self, text: str) -> Trial:
        trial = tried(text, self.pace)
        self.state.executions += 1
        self.state.characters += len(text)
        self.state.slowest = max(self.state.slowest, trial.share)
        if not trial.features <= self._features and len(self.pool) < POOL and len(text) <= MOST:
            self._features |= trial.features
            self.pool.append(text)
        if trial.rule is not None:
            self._keep(text, trial)
        if monotonic() > self._saved + SAVE_EVERY:
            self.save()
        return trial

    def _keep(self, text: str, trial: Trial) -> None:
        """Count a failure; write its text, made smaller, where it is the first or smallest of its kind."""
        rule = trial.rule or ""
        known = self.state.faults.get(rule)
        file = self.plan.state.parent / f"failing-{hashlib.sha256(rule.encode()).hexdigest()[:8]}.txt"
        if known is None:
            tries = 60 if trial.seconds > 1 else 400
            text = lessened(text, lambda one: tried(one, self.pace).rule == rule, tries)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode("utf-8", "surrogatepass"))
            self.state.faults[rule] = Fault(1, file.name, trial.fault or "")
        else:
            known.times += 1

    def save(self) -> None:
        """Add the time since the last saving and write the sums down."""
        clock, cpu = monotonic(), process_time()
        self.state.minutes += (clock - self._clock) / 60
        self.state.cpu_minutes += (cpu - self._cpu) / 60
        self.state.kinds_of_readings = len(self._features)
        self._clock, self._cpu, self._saved = clock, cpu, clock
        self.state.save(self.plan.state)

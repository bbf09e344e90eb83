"""What all runs together have done: executions, processor time, failures; kept in a file."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path


@dataclass
class Fault:
    """A rule that was broken: how often, and the smallest text that shows it."""

    times: int
    file: str
    what: str


@dataclass
class State:
    """The sums over all runs.

    ``slowest`` is the largest share of time that any text took; ``mended`` are the rules whose texts
    were tried again by a later version and kept to them.
    """

    runs: int = 0
    executions: int = 0
    cpu_minutes: float = 0.0
    minutes: float = 0.0
    characters: int = 0
    slowest: float = 0.0
    kinds_of_readings: int = 0
    versions: list[str] = field(default_factory=list)
    faults: dict[str, Fault] = field(default_factory=dict)
    mended: list[str] = field(default_factory=list)

    @classmethod
    def load(cls, path: Path) -> State:
        """Return the state at ``path``; a new one where there is no such file."""
        if not path.is_file():
            return cls()
        kept = json.loads(path.read_text("utf-8"))
        kept["faults"] = {rule: Fault(**fault) for rule, fault in kept["faults"].items()}
        return cls(**kept)

    def save(self, path: Path) -> None:
        """Write the state to ``path``, whole or not at all."""
        path.parent.mkdir(parents=True, exist_ok=True)
        new = path.with_suffix(".new")
        new.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n", "utf-8")
        new.replace(path)

    def figures(self) -> str:
        """Return the sums in two or more lines."""
        lines = [
            f"{self.executions} texts of {self.characters / 1000:.0f} kB in {self.cpu_minutes:.1f} minutes "
            f"of processor time ({self.minutes:.1f} by the clock), {self.runs} runs, {len(self.versions)} "
            f"versions of the rules; the slowest took {self.slowest:.1f} times its share",
            f"{len(self.faults)} faults",
        ]
        lines += [f"  {rule}, {one.times} times, {one.file}" for rule, one in sorted(self.faults.items())]
        lines += [f"{len(self.mended)} mended since they were found"] if self.mended else []
        return "\n".join(lines) + "\n"

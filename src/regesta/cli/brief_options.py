"""The options of ``regesta brief``."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer


class BriefForm(Enum):
    """The forms in which a brief can be written."""

    DOCX = "docx"
    HTML = "html"


Side = Annotated[str, typer.Argument(metavar="CODE", help="One of the two sides (ISO code, EU, UN).")]
Form = Annotated[
    BriefForm | None,
    typer.Option("--format", help="Word or one page of HTML. [default: by the name of the file]"),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "-o", "--output", metavar="FILE", help="Write to this file. [default: HTML on standard output]"
    ),
]


@dataclass(frozen=True, slots=True)
class BriefJob:
    """Which two sides, as of which day, in which form (None: by the name of the file), to which file."""

    ledger: Path
    sides: tuple[str, str]
    as_of: str | None
    form: str | None
    output: Path | None
    topics: tuple[Path, ...]

"""The options of the commands about judgements."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import typer

from regesta.cli.signing import VARIABLE

Judgements = Annotated[
    list[str], typer.Argument(metavar="J", help="Ids of judgements, or the beginnings of ids.")
]
Undone = Annotated[
    str, typer.Argument(metavar="N|J", help="The number of a decision, or the judgement it is about.")
]
Corrected = Annotated[str, typer.Argument(metavar="RECORD", help="The id of a record, or its beginning.")]
Field = Annotated[str, typer.Argument(metavar="FIELD", help="The field, such as when.")]
Value = Annotated[str, typer.Argument(metavar="VALUE", help='The value; "" says that the text gives none.')]
SignedBy = Annotated[
    str | None,
    typer.Option("--by", metavar="NAME", help=f"Who decides. [default: {VARIABLE}, else the login name]"),
]
Note = Annotated[str | None, typer.Option("--note", metavar="WORDS", help="Why, in your words.")]
OfKind = Annotated[
    str | None, typer.Option("--kind", help="Only this kind of judgement, such as same_meeting.")
]
Below = Annotated[
    float | None, typer.Option("--below", metavar="SCORE", help="Only scores under this, from 0 to 1.")
]
Verdict = Annotated[
    str | None,
    typer.Option(help="With --list: proposed, accepted, rejected, withdrawn or undone. [default: proposed]"),
]
Most = Annotated[int | None, typer.Option("--limit", metavar="N", min=1, help="No more than this many.")]
Listed = Annotated[bool, typer.Option("--list", help="Print them as a list and ask nothing.")]
Orphaned = Annotated[
    bool, typer.Option("--orphaned", help="Only decisions whose words the newest texts have no more.")
]


@dataclass(frozen=True, slots=True)
class ReviewJob:
    """What ``review`` was asked: which proposals, who decides, and whether to ask or to list."""

    ledger: Path
    kind: str | None
    document: str | None
    party: str | None
    below: float | None
    limit: int | None
    by: str | None
    listed: bool
    verdict: str | None
    form: str


@dataclass(frozen=True, slots=True)
class DecideJob:
    """Judgements to accept or to reject, by whom and why."""

    ledger: Path
    names: tuple[str, ...]
    verdict: Literal["accepted", "rejected"]
    by: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class CorrectJob:
    """A value for a field of a record, by whom and why."""

    ledger: Path
    record: str
    field: str
    value: str
    by: str | None
    note: str | None

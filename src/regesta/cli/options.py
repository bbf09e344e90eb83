"""The options of the command line: each is declared once and has one name and one meaning."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Annotated, Literal

import typer

DEFAULT_LEDGER = Path("regesta.db")
DEFAULT_LIMIT = 8
"""The largest file that ``add`` reads, in megabytes; an account of a meeting has some kilobytes."""

RootLedger = Annotated[
    Path,
    typer.Option("--ledger", envvar="REGESTA_LEDGER", help="The ledger's file.", show_default=True),
]
Ledger = Annotated[
    Path | None,
    typer.Option("--ledger", help="The ledger's file. [default: REGESTA_LEDGER, else regesta.db]"),
]


def named_ledger(context: typer.Context, given: Path | None) -> Path:
    """The ledger named after the command, else before it, else by the environment."""
    return given or Path(context.obj)


def form_of(as_json: bool, as_csv: bool) -> str:
    """The form of a list; both forms at once are wrong use."""
    if as_json and as_csv:
        raise typer.BadParameter("take one of --json and --csv, not both")
    return "json" if as_json else "csv" if as_csv else "table"


DEFAULT_HOST, DEFAULT_PORT = "127.0.0.1", 8765
Host = Annotated[str, typer.Option("--host", metavar="ADDRESS", help="Where to listen.", show_default=True)]
Port = Annotated[
    int,
    typer.Option(
        "--port", metavar="N", min=0, max=65535, help="The port; 0 takes a free one.", show_default=True
    ),
]


@dataclass(frozen=True, slots=True)
class ServeJob:
    """What ``regesta serve`` was asked."""

    ledger: Path
    host: str
    port: int
    topics: tuple[Path, ...]
    by: str | None = None
    users: bool = False
    names: tuple[str, ...] = ()
    secure: bool = False
    limit: int = DEFAULT_LIMIT


Inputs = Annotated[
    list[str],
    typer.Argument(metavar="FILE", help="Files, folders, patterns; - reads standard input."),
]
ManifestFile = Annotated[
    Path | None,
    typer.Option("--manifest", help="TSV or CSV: file, url, publisher, country, date, language."),
]
Publisher = Annotated[str | None, typer.Option("--publisher", help="Who published the one document.")]
Country = Annotated[
    str | None, typer.Option("--country", metavar="CODE", help="The publishing side of the one document.")
]
Published = Annotated[
    str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="When the one document was published.")
]
Url = Annotated[str | None, typer.Option("--url", help="The address of the one document.")]
Topics = Annotated[
    list[Path] | None,
    typer.Option("--topics", metavar="FILE", help="A topic pack; may be given several times."),
]
Limit = Annotated[
    int,
    typer.Option("--limit", metavar="MB", min=1, help="Refuse files larger than this.", show_default=True),
]
Timings = Annotated[bool, typer.Option("--timings", help="Print the seconds that each stage took.")]

Party = Annotated[
    str | None,
    typer.Option("--party", metavar="CODE", help="Only what a party has part in (ISO code, EU, UN)."),
]
Person = Annotated[
    str | None, typer.Option("--person", metavar="NAME", help="Only what a person of this name has part in.")
]
Topic = Annotated[str | None, typer.Option("--topic", metavar="ID", help="Only this topic.")]
Since = Annotated[
    str | None, typer.Option("--since", metavar="DATE", help="Not before this day, month or year.")
]
Until = Annotated[
    str | None, typer.Option("--until", metavar="DATE", help="Not after this day, month or year.")
]
Act = Annotated[str | None, typer.Option("--act", help="Only this act, such as urge.")]
Status = Annotated[
    str | None,
    typer.Option("--status", help="Only this status: held, planned …; of what is followed, open, done …"),
]
Document = Annotated[
    str | None, typer.Option("--document", metavar="ID", help="Only this document, an old version too.")
]
ByPublisher = Annotated[
    str | None, typer.Option("--publisher", metavar="NAME", help="Only documents of this publisher.")
]
Sought = Annotated[
    list[str], typer.Argument(metavar="WORDS", help='Words, "phrases", -words to leave out, begin*.')
]
Between = Annotated[
    str | None,
    typer.Option("--between", metavar="CODE-CODE", help="Only what is on the relationship of these two."),
]
ByKind = Annotated[str | None, typer.Option("--kind", help="Only documents of this kind, such as readout.")]
AllVersions = Annotated[
    bool, typer.Option("--all-versions", help="Also what stands in earlier versions of a page alone.")
]
HitLimit = Annotated[
    int | None,
    typer.Option("--limit", metavar="N", min=1, help="At most so many. [default: 25 in a table, else all]"),
]


class HitOrder(Enum):
    """The orders in which hits can be printed."""

    BEST = "best"
    DATE = "date"


HitOrderBy = Annotated[
    HitOrder, typer.Option("--order", help="The best of the newest first, or the newest first.")
]
OnTopic = Annotated[str, typer.Option("--topic", metavar="ID", help="The topic.")]
BySide = Annotated[
    str, typer.Option("--side", metavar="CODE", help="The side that speaks (ISO code, EU, UN).")
]
Speaker = Annotated[
    str | None, typer.Option("--person", metavar="NAME", help="Only what a person of this name says.")
]
Teller = Annotated[
    str | None,
    typer.Option(
        "--as-told-by", metavar="CODE", help="Only what this side published, or joint: agreed texts."
    ),
]
StillOpen = Annotated[
    bool,
    typer.Option("--open", help="No declared intents; only what is open, in progress or partly done."),
]


class Order(Enum):
    """The orders in which a list of records can be printed."""

    DATE = "date"
    CONFIDENCE = "confidence"


class By(Enum):
    """What the terms can be counted by."""

    SIDE = "side"


CountedBy = Annotated[
    By | None, typer.Option("--by", help="Count by side: each name with first and last date and documents.")
]
OrderBy = Annotated[
    Order, typer.Option("--order", help="By date, or the least sure first: what to look at before the rest.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Print CSV with a head line.")]

Explained = Annotated[
    str,
    typer.Argument(metavar="DOC", help="A file, a document of the ledger (id, address), or -."),
]
At = Annotated[
    int | None,
    typer.Option("--at", metavar="OFFSET", help="Only the sentence at this character of the frozen text."),
]
RecordId = Annotated[
    str, typer.Argument(metavar="ID", help="The id of a record or document, or the start of one.")
]
Compared = Annotated[
    list[str],
    typer.Argument(metavar="DOC", help="A meeting, or two documents and more: ids, file names, addresses."),
]
OfAddress = Annotated[
    str | None, typer.Argument(metavar="[DOC]", help="One document: its id, file name or address.")
]
Diff = Annotated[bool, typer.Option("--diff", help="Print each sentence that differs, and what hung on it.")]
Packs = Annotated[list[Path], typer.Argument(metavar="FILE", help="Packs of rules.")]
Documents = Annotated[
    list[str] | None,
    typer.Option(
        "--document", metavar="ID", help="Only what has a place in this document; for two, in both."
    ),
]
Parties = Annotated[
    list[str] | None,
    typer.Option("--party", metavar="CODE", help="Only of documents about this state; for two, about both."),
]
OnlyCodes = Annotated[
    list[str] | None, typer.Option("--only", metavar="CODE", help="Only this finding; may be given often.")
]
NotCodes = Annotated[
    list[str] | None, typer.Option("--not", metavar="CODE", help="Not this finding; may be given often.")
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of", metavar="DAY", help="What could be known then. [default: the newest publication]"
    ),
]
Notes = Annotated[bool, typer.Option("--notes", help="Also what fits or needs nothing done.")]
Fail = Annotated[bool, typer.Option("--fail", help="Exit with 3 when there are findings.")]
Followed = Annotated[
    str | None, typer.Argument(metavar="[ID]", help="The id of a commitment or request, or the start of one.")
]
CameTo = Annotated[
    str | None,
    typer.Option("--status", help="Only what came to this: open, in_progress, done, deferred, no_evidence …"),
]
Output = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="FILE", help="Write to this file. [default: standard output]"),
]

GoldFolder = Annotated[
    Path | None, typer.Argument(metavar="[GOLD]", help="A folder of gold: JSON files, a document each.")
]
TextsFolder = Annotated[
    Path | None,
    typer.Option("--texts", metavar="FOLDER", help="The texts. [default: texts beside GOLD, else GOLD]"),
]
OnePublisher = Annotated[
    str | None, typer.Option("--publisher", metavar="NAME", help="Only documents of this publisher.")
]
WithoutPublisher = Annotated[
    str | None, typer.Option("--without", metavar="NAME", help="No documents of this publisher.")
]
Errors = Annotated[
    str | None,
    typer.Option("--errors", metavar="KIND", help="Print the errors of one kind of record, or all."),
]
SaveRun = Annotated[
    Path | None, typer.Option("--save", metavar="RUN", help="Write what was read to this file.")
]
AgainstRun = Annotated[
    Path | None,
    typer.Option("--against", metavar="RUN", help="Print what was gained, lost and changed since a run."),
]
FailOnChange = Annotated[
    bool, typer.Option("--fail", help="With --against, exit with 3 when anything differs.")
]
Confidence = Annotated[
    bool, typer.Option("--confidence", help="Print which share is right at which confidence.")
]


@dataclass(frozen=True, slots=True)
class AddJob:
    """What ``add`` was asked to do. ``given`` facts hold for a single document only."""

    ledger: Path
    inputs: tuple[str, ...]
    manifest: Path | None
    publisher: str | None
    country: str | None
    published: str | None
    url: str | None
    topics: tuple[Path, ...]
    timings: bool
    limit: int = DEFAULT_LIMIT

    @property
    def facts(self) -> tuple[str, ...]:
        """The options given that speak of one document, by their names on the command line."""
        values = {
            "--publisher": self.publisher,
            "--country": self.country,
            "--date": self.published,
            "--url": self.url,
        }
        return tuple(name for name, value in values.items() if value is not None)


@dataclass(frozen=True, slots=True)
class Wanted:
    """The filters of a list, by the names that ``regesta.query.Filters`` has."""

    party: str | None = None
    person: str | None = None
    topic: str | None = None
    since: str | None = None
    until: str | None = None
    act: str | None = None
    status: str | None = None
    document: str | None = None
    publisher: str | None = None
    between: str | None = None


@dataclass(frozen=True, slots=True)
class SearchJob:
    """What ``search`` was asked; ``form`` is ``table``, ``json`` or ``csv``."""

    ledger: Path
    words: str
    wanted: Wanted
    kind: str | None
    order: HitOrder
    limit: int | None
    form: str
    versions: bool


@dataclass(frozen=True, slots=True)
class ListJob:
    """A list to print: its kind, the filters, the form (``table``, ``json`` or ``csv``), the order."""

    ledger: Path
    kind: str
    wanted: Wanted
    form: str
    still_open: bool = False
    order: Literal["date", "confidence"] = "date"
    by_side: bool = False
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class FollowJob:
    """What to follow: one record, or all of which anything was heard again, narrowed by these."""

    ledger: Path
    name: str | None
    party: str | None
    topic: str | None
    status: str | None
    as_of: str | None
    as_json: bool


@dataclass(frozen=True, slots=True)
class CompareJob:
    """A meeting or documents to compare, the packs that name their topics, and the one topic asked for."""

    ledger: Path
    names: tuple[str, ...]
    topics: tuple[Path, ...]
    topic: str | None
    as_json: bool


@dataclass(frozen=True, slots=True)
class CheckJob:
    """What ``check`` was asked: which findings, of which documents and states, known by which day."""

    ledger: Path
    documents: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    as_of: str | None = None
    notes: bool = False
    fail: bool = False
    form: str = "table"


@dataclass(frozen=True, slots=True)
class QualityJob:
    """What ``quality`` was asked to measure, and what of it to print."""

    gold: Path | None
    texts: Path | None
    manifest: Path | None
    topics: tuple[Path, ...]
    publisher: str | None
    without: str | None
    errors: str | None
    confidence: bool
    save: Path | None
    against: Path | None
    fail: bool
    as_json: bool

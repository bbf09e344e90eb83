"""Small ledgers of invented states, read by the program itself, and briefs on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from regesta import checks
from regesta.checks.narrow import narrowed
from regesta.cli.grounding import grounded
from regesta.export.brief.build import made
from regesta.export.brief.content import Brief, Line, Section
from regesta.ledger import Ledger
from regesta.query.between import across_between
from regesta.query.findings import SoughtFindings, found_all
from regesta.work.checking import keep_findings
from regesta.work.linking import link
from tests.cli.make import run

ROOT = Path(__file__).resolve().parents[3]
PACK = ROOT / "samples/pack.yml"
NOW = "2025-06-01T09:00:00+00:00"
OURS, THEIRS = "Ministry of Foreign Affairs of Arvenia", "Ministry of Foreign Affairs of Tolmark"


@dataclass(frozen=True)
class Paper:
    """A text with who published it and when."""

    name: str
    text: str
    side: str
    published: str
    url: str = ""


MARCH = Paper(
    "march.txt",
    "Arvenia-Tolmark Foreign Ministers’ Meeting\n\n"
    "On 4 March 2031, Foreign Minister Ada Quill of Arvenia held a meeting with Foreign Minister Bo Tarn of "
    "Tolmark in Port Selen for 60 minutes.\n\n"
    "Minister Quill stressed the importance of the ferry line for the towns on both shores. "
    "The two ministers agreed to open the ferry line by the end of May 2031.\n\n"
    "Minister Quill requested the release of the crew of the trawler Marigold. "
    "Minister Tarn promised to send a list of the ports of call.\n\n"
    "The two ministers exchanged views on the question of the islands, the Sarn Islands among them.\n",
    "XA",
    "2031-03-05",
)
THEIR_MARCH = Paper(
    "their-march.txt",
    "On Foreign Minister Bo Tarn’s talks with Foreign Minister of Arvenia Ada Quill\n\n"
    "On 4 March 2031, Foreign Minister Bo Tarn met in Port Selen with Foreign Minister of Arvenia Ada Quill. "
    "The talks lasted 75 minutes.\n\n"
    "The ministers discussed the ferry line. Minister Tarn expressed concern about fishing around the "
    "Kestrel Islands.\n",
    "XB",
    "2031-03-06",
)
JULY = Paper(
    "july.txt",
    "Arvenia-Tolmark Foreign Ministers’ Meeting\n\n"
    "On 9 July 2031, Foreign Minister Ada Quill of Arvenia held a meeting with Foreign Minister Bo Tarn of "
    "Tolmark in Brannholt for 45 minutes.\n\n"
    "Minister Quill welcomed the first crossing of the ferry line. "
    "The two ministers agreed to hold the second round of consular consultations in October 2031.\n\n"
    "Minister Quill once again requested the release of the crew of the trawler Marigold.\n\n"
    "Minister Tarn will visit Arvenia in November 2031.\n",
    "XA",
    "2031-07-10",
)


def ledger_of(folder: Path, *papers: Paper) -> Path:
    """Read papers into a ledger of their own."""
    path = folder / "brief.db"
    rows = ["file\turl\tpublisher\tcountry\tdate\tlanguage"]
    for number, paper in enumerate(papers):
        place = folder / f"{number}"
        place.mkdir()
        (place / paper.name).write_text(paper.text, encoding="utf-8")
        publisher = OURS if paper.side == "XA" else THEIRS
        rows = [rows[0], f"{paper.name}\t{paper.url}\t{publisher}\t{paper.side}\t{paper.published}\ten"]
        manifest = place / "SOURCES.tsv"
        manifest.write_text("\n".join(rows) + "\n", encoding="utf-8")
        done = run("--ledger", path, "add", "--topics", PACK, "--manifest", manifest, place / paper.name)
        assert done.code == 0, done.err
    return path


def brief_of(path: Path, first: str = "XA", second: str = "XB", as_of: str | None = None) -> Brief:
    """Make the brief on two sides."""
    with Ledger.open(path) as ledger:
        link(ledger, now=NOW)
        found, ground = grounded(ledger, as_of)
        sides = (first.upper(), second.upper())
        findings = narrowed(checks.run(ground), ground, [], sides)
        return made(ledger, sides, found, findings, asked=as_of is not None, packs=(PACK,))


def brief_by_views(path: Path) -> Brief:
    """Make the brief as the command does without a day: by the views and findings that the ledger keeps."""
    sought = SoughtFindings(levels=("conflict", "open", "note"), between=("XA", "XB"))
    with Ledger.open(path) as ledger:
        keep_findings(ledger, now=NOW)
        findings = [row.finding for row in found_all(ledger, sought)]
        found = across_between(ledger, "XA", "XB")
        return made(ledger, ("XA", "XB"), found, findings, asked=False, packs=(PACK,))


def section(brief: Brief, name: str) -> Section:
    """The section with this id."""
    return next(one for one in brief.sections if one.id == name)


def words(brief: Brief, name: str) -> str:
    """The words of a section, a statement of fact a line, then what was left out."""
    return "\n".join(_rows(section(brief, name)))


def _rows(one: Section) -> Iterator[str]:
    yield from (line.text for line in one.head)
    yield from (" | ".join(line.text for line in fact) for fact in one.facts)
    yield from (line.text for line in one.cut)


def facts(brief: Brief) -> Iterator[tuple[Line, ...]]:
    """Every statement of fact of a brief."""
    for one in brief.sections:
        yield from one.facts

"""The documents cannot lie: links lead somewhere, examples are valid, lists are whole."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from dataclasses import fields
from itertools import chain
from pathlib import Path

import pytest

from regesta.model.document import KINDS, Document
from regesta.model.records import (
    ACTS,
    FORMATS,
    STATUSES,
    Commitment,
    Meeting,
    Records,
    Request,
    Statement,
    Term,
)
from regesta.rules.base import parse
from regesta.rules.packs import Pack
from regesta.rules.topics import TopicRule

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted(
    [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("samples/*.md"), *ROOT.glob("benchmarks/*.md")]
)
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
# Fields of every record, said once at the head of the page.
OWN = {"id", "span"}


def anchors(page: Path) -> set[str]:
    heads = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_to_files_and_headings_that_are_there(page: Path) -> None:
    for link in LINK.findall(page.read_text("utf-8")):
        if link.startswith(("http:", "https:")):
            continue
        name, _, anchor = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


@pytest.mark.parametrize("kind", [Document, Meeting, Statement, Commitment, Request, Term, Records])
def test_the_record_format_names_every_field(kind: type) -> None:
    text = (ROOT / "docs/record-format.md").read_text("utf-8")
    missing = [one.name for one in fields(kind) if one.name not in OWN and f"`{one.name}`" not in text]
    assert missing in ([], ["accounts"])


def test_the_record_format_names_every_word_of_fixed_meaning() -> None:
    text = (ROOT / "docs/record-format.md").read_text("utf-8")
    words = [*KINDS, *FORMATS, *STATUSES, *ACTS, *(act for acts in ACTS.values() for act in acts)]
    assert [word for word in words if word not in text] == []


def test_every_dependency_has_its_line_with_a_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *chain(*project["optional-dependencies"].values())]
    names = [re.split(r"[<>=~!\[; ]", one)[0] for one in wanted]
    listed = re.findall(
        r"^\| ([a-z][a-z0-9-]+) \|", (ROOT / "docs/dependencies.md").read_text("utf-8"), re.MULTILINE
    )
    assert sorted(set(names)) == sorted(name for name in listed if name != "package")


def test_every_dependency_is_pinned_for_the_tests() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    pins = [
        line.split("==")[0].lower().replace("_", "-")
        for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines()
        if "==" in line
    ]
    names = [
        re.split(r"[<>=~!\[; ]", one)[0]
        for one in [*project["dependencies"], *chain(*project["optional-dependencies"].values())]
    ]
    assert [name for name in names if name not in pins] == []


def yaml_examples(page: str) -> list[str]:
    return re.findall(r"```yaml\n(.*?)```", (ROOT / page).read_text("utf-8"), re.DOTALL)


def test_the_pack_in_the_documents_is_a_pack() -> None:
    packs = [example for example in yaml_examples("docs/rules.md") if example.startswith("id:")]
    assert [parse(example, Pack, "docs/rules.md").id for example in packs] == ["norland-sudmark"]
    assert parse(packs[0], Pack, "").concepts[0].neutral in (ROOT / "docs/rules.md").read_text("utf-8")


def test_the_topic_in_the_documents_is_a_topic() -> None:
    topic = next(
        example
        for example in yaml_examples("docs/rules.md")
        if "cues:" in example and example.startswith("- ")
    )
    body = "\n".join(line[2:] for line in topic.splitlines())
    assert parse(body, TopicRule, "docs/rules.md").id == "fisheries"


def test_every_rule_file_has_its_line() -> None:
    text = (ROOT / "docs/rules.md").read_text("utf-8")
    files = {path.name for path in (ROOT / "src/regesta/rules/data").glob("*.yml")}
    assert {name for name in files if f"`{name}`" not in text} == set()


def test_make_targets_in_the_documents_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for page in PAGES:
        named = set(re.findall(r"(?:^|`)make ([a-z]+)(?=[`\s]|$)", page.read_text("utf-8"), re.MULTILINE))
        assert named <= targets, page


def test_the_examples_and_the_picture_in_the_readme_are_what_is_printed() -> None:
    done = subprocess.run(
        [sys.executable, "tools/readme.py", "--check"], check=False, cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr

"""Gold files: what is read of them, what is passed over, what is refused."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from regesta.model.finding import RegestaError
from regesta.quality import only, parse_gold, read_gold

from .make import ARVENIA, TOLMARK, folder, gold_of, said, write

DOCS = Path(__file__).parents[2] / "docs"


def test_the_gold_in_the_documents_is_gold() -> None:
    page = (DOCS / "record-format.md").read_text("utf-8").split("\n## Gold\n")[1]
    example = re.findall(r"```json\n(.*?)```", page, re.DOTALL)[0]
    gold = parse_gold(json.loads(example), "docs/record-format.md")
    assert gold.statements[0].act == ("urge", "request")
    assert gold.meetings[0].also == ("today's talks",)
    assert gold.commitments[0].strength == (3, 4)


def test_a_folder_is_read_in_order_and_other_files_are_passed_over(tmp_path: Path) -> None:
    gold = folder(tmp_path)
    write(gold / "topics.json", {"ports": "Ports"})
    write(gold / "links.json", [1, 2])
    read = read_gold(gold)
    assert [one.gold.file for one in read.files] == ["first.txt", "second.txt"]
    assert [path.name for path in read.passed] == ["links.json", "topics.json"]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"statements": [{"needle": "Quill", "actors": ["Quill"]}]}, r"statements\.0\.act: Field required"),
        ({"statements": [said("Quill", "Quill", "sing")]}, "there is no act 'sing'"),
        ({"statements": [said("", "Quill", "urge")]}, r"statements\.0\.needle"),
        ({"commitments": [{"needle": "Quill"}]}, r"commitments\.0\.who: Field required"),
        ({"document": {}}, r"document\.publisher"),
        ({"meetings": [{"needle": "Quill", "format": []}]}, r"meetings\.0\.format"),
    ],
)
def test_gold_of_another_form_is_refused_by_its_key(change: dict[str, Any], sentence: str) -> None:
    whole = gold_of("first.txt", ARVENIA, "XA", [])
    with pytest.raises(RegestaError, match=rf"^first\.json: .*{sentence}.*; mend the gold\.$"):
        parse_gold(whole | change, "first.json")


def test_two_golds_of_one_text_are_refused(tmp_path: Path) -> None:
    gold = folder(tmp_path)
    write(gold / "third.json", gold_of("first.txt", ARVENIA, "XA", []))
    with pytest.raises(RegestaError, match="are both gold of"):
        read_gold(gold)


def test_one_publisher_alone_or_held_out(tmp_path: Path) -> None:
    gold = read_gold(folder(tmp_path))
    assert [one.gold.file for one in only(gold, ARVENIA, None).files] == ["first.txt"]
    assert [one.gold.file for one in only(gold, None, ARVENIA).files] == ["second.txt"]
    with pytest.raises(RegestaError, match="no gold of a publisher 'Nobody'"):
        only(gold, "Nobody", None)
    with pytest.raises(RegestaError, match="no gold is left"):
        only(gold, TOLMARK, TOLMARK)

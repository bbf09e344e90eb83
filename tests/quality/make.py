"""A folder of gold with its texts, as `regesta quality` takes them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

FIRST = (
    "Foreign Minister Ada Quill of Arvenia met Foreign Minister Bo Tarn of Tolmark in Port Selen "
    "on 4 May 2031.\n"
    "Minister Quill urged Minister Tarn to open the port.\n"
    "The two ministers agreed to hold consultations in June 2031.\n"
)
SECOND = (
    "Foreign Minister Bo Tarn met Foreign Minister Ada Quill of Arvenia in Port Selen on 4 May 2031.\n"
    "Minister Tarn thanked Minister Quill for the warm welcome.\n"
)
ARVENIA, TOLMARK = "Ministry of Foreign Affairs of Arvenia", "Foreign Office of Tolmark"
PACK = """\
id: invented
name: Arvenia and Tolmark
states:
  - {code: XA, names: [Arvenia], adjectives: [Arvenian], capitals: [Port Selen]}
  - {code: XB, names: [Tolmark], adjectives: [Tolmarkian], capitals: [Halden]}
"""


def gold_of(file: str, publisher: str, side: str, statements: list[dict[str, Any]]) -> dict[str, Any]:
    """The gold of one account of the meeting."""
    people = [{"name": "Ada Quill", "country": "XA"}, {"name": "Bo Tarn", "country": "XB"}]
    other = "XB" if side == "XA" else "XA"
    return {
        "file": file,
        "document": {"publisher": publisher, "side": side, "counterpart": other},
        "main": [{"format": "foreign_ministers", "status": "held", "participants": people}],
        "statements": statements,
    }


def said(needle: str, actor: str, act: str) -> dict[str, Any]:
    """A statement of the gold."""
    return {"needle": needle, "actors": [actor], "act": act}


def folder(root: Path) -> Path:
    """Write two texts, their manifest and pack, and their gold under ``root``; return the gold's folder.

    The gold asks for one act that the text does not have.
    """
    gold, texts = root / "gold", root / "texts"
    for path in (gold, texts):
        path.mkdir()
    (texts / "first.txt").write_text(FIRST, encoding="utf-8")
    (texts / "second.txt").write_text(SECOND, encoding="utf-8")
    rows = ["file\tpublisher\tcountry\tdate", f"first.txt\t{ARVENIA}\tXA\t2031-05-04"]
    rows += [f"second.txt\t{TOLMARK}\tXB\t2031-05-05"]
    (root / "SOURCES.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    (root / "pack.yml").write_text(PACK, encoding="utf-8")
    urged, agreed = said("Quill urged", "Quill", "urge"), said("ministers agreed", "both", "sign")
    write(gold / "first.json", gold_of("first.txt", ARVENIA, "XA", [urged, agreed]))
    thanked = said("Minister Tarn thanked", "Tarn", "thank")
    write(gold / "second.json", gold_of("second.txt", TOLMARK, "XB", [thanked]))
    return gold


def write(path: Path, data: Any) -> None:
    """Write ``data`` as JSON."""
    path.write_text(json.dumps(data), encoding="utf-8")

"""Packs: what they hold, when they apply, what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from regesta.model.finding import RegestaError
from regesta.rules.packs import Concept, Label, Pack, applying, packs_with, read_pack, shipped_packs

PACK = """
id: isles
name: Ostria and Belmark
parties: [XA, XB]
concepts:
  - id: strait
    labels: [{label: Gull Strait, side: XB}, {label: Strait of Arn, side: XA}, {label: the narrows}]
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "pack.yml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_pack_is_read_from_a_file_and_joins_the_shipped_ones(tmp_path: Path) -> None:
    path = written(tmp_path, PACK)
    assert read_pack(path).id == "isles"
    assert [pack.id for pack in packs_with((path,))] == [*(pack.id for pack in shipped_packs()), "isles"]


def test_a_pack_of_a_shipped_id_takes_its_place(tmp_path: Path) -> None:
    path = written(tmp_path, PACK.replace("id: isles", "id: jp-ru"))
    assert [pack.name for pack in packs_with((path,)) if pack.id == "jp-ru"] == ["Ostria and Belmark"]


def test_a_pack_applies_where_all_its_parties_meet() -> None:
    pack = Pack(id="isles", name="x", parties=("XA", "XB"))
    everywhere = Pack(id="all", name="x")
    assert applying((pack, everywhere), frozenset({"XA", "XB", "UN"})) == (pack, everywhere)
    assert applying((pack, everywhere), frozenset({"XA"})) == (everywhere,)


def test_the_neutral_label_pairs_the_sides_in_order_of_code(tmp_path: Path) -> None:
    concept = read_pack(written(tmp_path, PACK)).concepts[0]
    assert concept.neutral == "Strait of Arn (XA) / Gull Strait (XB)"


def test_one_side_s_name_stands_beside_the_common_one() -> None:
    concept = Concept(id="sea", labels=(Label(label="Inner Sea"), Label(label="Sea of Arn", side="XA")))
    assert concept.neutral == "Inner Sea / Sea of Arn (XA)"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (PACK.replace("parties", "party"), "party"),
        (PACK.replace("side: XB", "side: Belmark"), "side"),
        (PACK.replace("the narrows", "gull strait"), "name given twice"),
        (PACK + "  - {id: strait, labels: [{label: Ford}]}\n", "concept given twice"),
        ("id: [", "not valid YAML"),
    ],
)
def test_a_broken_pack_is_refused_with_its_reason(tmp_path: Path, text: str, complaint: str) -> None:
    with pytest.raises(RegestaError, match=complaint):
        read_pack(written(tmp_path, text))


def test_a_missing_pack_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(RegestaError, match="cannot be read as a topic pack"):
        read_pack(tmp_path / "none.yml")


def test_every_name_of_a_shipped_concept_belongs_to_one_concept_of_its_pack() -> None:
    for pack in shipped_packs():
        names = [label.label.lower() for concept in pack.concepts for label in concept.labels]
        assert len(names) == len(set(names)), pack.id

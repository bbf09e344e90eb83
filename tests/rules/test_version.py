"""The version of the rules."""

from __future__ import annotations

from pathlib import Path

from regesta.rules.version import rules_version


def test_the_version_is_the_same_each_time() -> None:
    assert rules_version() == rules_version(())
    assert len(rules_version()) == 12


def test_a_pack_changes_the_version_by_its_content(tmp_path: Path) -> None:
    one, two = tmp_path / "one.yml", tmp_path / "two.yml"
    one.write_text("id: a", encoding="utf-8")
    two.write_text("id: b", encoding="utf-8")
    assert len({rules_version(), rules_version((one,)), rules_version((two,))}) == 3

"""What packs add to the tables: it holds inside its block, and nothing is kept past it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import regesta

ROOT = Path(regesta.__file__).parent
KEPT = ("cache", "lru_cache")


def functions() -> Iterator[tuple[str, ast.FunctionDef, set[str]]]:
    """Every function of the package with the names of its decorators."""
    for path in ROOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef):
                names = {name_of(one) for one in node.decorator_list}
                yield f"{path.relative_to(ROOT)}: {node.name}", node, names


def name_of(node: ast.expr) -> str:
    called = node.func if isinstance(node, ast.Call) else node
    return called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")


def test_nothing_made_of_a_table_that_packs_add_to_is_kept_in_a_plain_cache() -> None:
    every = list(functions())
    per_rules = {node.name for _, node, names in every if "per_rules" in names}
    public = {name for name in per_rules if not name.startswith("_")}
    assert {"verb_rules", "lexicon", "office_rules", "publisher_rules", "source_rules"} <= public
    wrong = [
        where
        for where, node, names in every
        if names & set(KEPT)
        and any(isinstance(one, ast.Call) and name_of(one) in public for one in ast.walk(node))
    ]
    assert wrong == []

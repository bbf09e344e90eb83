"""What packs add to the tables: it holds inside its block, and nothing is kept past it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import regesta
from regesta.mentions.tokens import tokens
from regesta.mentions.verbs import find_verbs, lexicon
from regesta.model.span import Span
from regesta.rules.force import Additions, in_force
from regesta.rules.offices import Head, MoreOffices, level_of
from regesta.rules.publishers import MorePublishers, Office, level_served
from regesta.rules.sources import SourceRule, source_for
from regesta.rules.verbs import MoreVerbs, VerbGroup, verb_rules

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


IMPORTUNE = VerbGroup(
    id="importuning",
    act="urge",
    verbs=("importune",),
    addressee="object",
    match=("A1 importuned XB.",),
    never=("No.",),
)

ARCHWARDEN = Head(
    id="archwarden", level="minister", words=("Archwarden",), match=("Archwarden Marr",), never=("warden",)
)


def verbs_of(words: str) -> list[str]:
    return [hit.rule for hit in find_verbs(tokens(words, Span(0, len(words))))]


def test_a_word_of_a_pack_is_known_inside_its_block_alone() -> None:
    words = "He importuned the crew."
    more = Additions(verbs=(MoreVerbs(groups=(IMPORTUNE,)),))
    assert verbs_of(words) == []
    with in_force(more):
        assert verbs_of(words) == ["importuning"]
    assert verbs_of(words) == []


def test_two_packs_in_turn_do_not_see_each_other() -> None:
    first = Additions(verbs=(MoreVerbs(groups=(IMPORTUNE,)),))
    second = Additions(offices=(MoreOffices(heads=(ARCHWARDEN,)),))
    for _ in range(2):
        with in_force(first):
            assert verbs_of("He importuned them.") and level_of("Archwarden") is None
        with in_force(second):
            assert not verbs_of("He importuned them.") and level_of("Archwarden") == "minister"


def test_what_is_made_of_the_tables_is_made_once_for_each_pack() -> None:
    more = Additions(verbs=(MoreVerbs(groups=(IMPORTUNE,)),))
    with in_force(more):
        first, rules = lexicon(), verb_rules()
    with in_force(more):
        assert lexicon() is first and verb_rules() is rules
    assert lexicon() is not first and lexicon() is lexicon()


def test_a_group_of_a_pack_goes_before_the_shipped_one() -> None:
    urging = IMPORTUNE.model_copy(update={"id": "own_urging", "act": "request", "verbs": ("urge",)})
    with in_force(Additions(verbs=(MoreVerbs(groups=(urging,)),))):
        assert verbs_of("He urged them.") == ["own_urging"]
    assert verbs_of("He urged them.") == ["urge"]


def test_a_publisher_and_a_source_of_a_pack_are_known() -> None:
    office = Office(level="head_of_government", words=("wardenry",), match=("The Wardenry",), never=("No",))
    source = SourceRule(
        id="wardenry", hosts=("wardenry.example",), publisher="The Wardenry", country="XV", body=(".b",),
        tried=False, note="",
    )  # fmt: skip
    more = Additions(publishers=(MorePublishers(offices=(office,)),), sources=(source,))
    assert level_served("The Wardenry") is None and source_for("https://wardenry.example/1") is None
    with in_force(more):
        assert level_served("The Wardenry") == "head_of_government"
        assert source_for("https://news.wardenry.example/1") == source

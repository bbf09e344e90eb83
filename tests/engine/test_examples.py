"""A pack's own examples: those that hold, and those of which the check says why they do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from regesta.engine.examples import check_pack
from regesta.model.finding import RegestaError

HEAD = "id: gulls\nname: Gulls\n"
VERB = """verbs:
  groups:
    - {id: gulls_importuning, act: urge, verbs: [importune], addressee: object, match: ["%s"], never: ["%s"]}
"""
OFFICE = """offices:
  heads:
    - {id: archwarden, level: %s, words: [Archwarden], match: ["Archwarden Marr spoke."], never: ["%s"]}
  examples:
    - {office: Archwarden of the Gulls, level: head_of_government}
"""
PUBLISHER = """publishers:
  offices:
    - {level: head_of_government, words: [wardenry], match: [%s], never: [Harbour Office]}
"""
RIGHT, WRONG = "A1 importuned XB to reopen the strait.", "Snow fell."


def failed(tmp_path: Path, text: str) -> list[tuple[str, str]]:
    path = tmp_path / "gulls.yml"
    path.write_text(HEAD + text, "utf-8")
    return [(one.entry, one.why) for one in check_pack(path).failed]


def test_examples_that_hold_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "gulls.yml"
    whole = VERB % (RIGHT, WRONG) + OFFICE % ("head_of_government", WRONG) + PUBLISHER % "The Wardenry"
    path.write_text(HEAD + whole, "utf-8")
    done = check_pack(path)
    assert (done.pack.id, done.ran, done.failed) == ("gulls", 7, ())


@pytest.mark.parametrize(
    ("text", "entry", "why"),
    [
        (VERB % ("The gulls!", WRONG), "verbs.gulls_importuning", "no verb of the table was found in it"),
        (
            VERB % ("The tide importuned XB.", WRONG),
            "verbs.gulls_importuning",
            "its subject “tide” is no person",
        ),
        (VERB % ("A1 thanked XB.", WRONG), "verbs.gulls_importuning", "read as thank by rule thank"),
        (VERB % (RIGHT, "A1 importuned A2 to leave."), "verbs.gulls_importuning", "read as urge"),
        (OFFICE % ("minister", WRONG), "offices.examples", "its level is minister"),
        (
            OFFICE % ("head_of_government", "The Archwarden."),
            "offices.archwarden",
            "one of its words is in it",
        ),
        (PUBLISHER % "Harbour House", "publishers.head_of_government", "it gives nothing"),
    ],
)
def test_an_example_that_fails_is_told_with_the_reason(
    tmp_path: Path, text: str, entry: str, why: str
) -> None:
    [(name, told)] = failed(tmp_path, text)
    assert name == entry
    assert why in told


def test_a_pack_that_does_not_go_with_the_rules_is_refused(tmp_path: Path) -> None:
    taken = OFFICE.replace("words: [Archwarden]", "words: [Taoiseach]") % ("minister", WRONG)
    with pytest.raises(RegestaError, match="in two heads: Taoiseach"):
        failed(tmp_path, taken)


def test_an_unknown_key_of_a_section_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RegestaError, match=r"gulls\.yml: verbs\.adverbs"):
        failed(tmp_path, "verbs: {adverbs: [slowly]}\n")

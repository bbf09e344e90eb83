"""What differs between two runs, and what keeps a record the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from regesta.engine.read import read_document
from regesta.model.document import Source
from regesta.model.finding import RegestaError
from regesta.model.span import Span
from regesta.quality import Record, Run, apart, changes, lines, read_run, run_of
from regesta.reading import expand, read_file

SAMPLES = Path(__file__).parents[2] / "samples"
WORDS = "Quill urged Tarn to open the port"
SAID = Record("statements", Span(10, 43), WORDS, {"id": "s-1", "act": "urge", "topics": []})


def run(*records: Record, file: str = "one.txt") -> Run:
    return Run("rules", {file: records})


def differing(before: list[Record], after: list[Record]) -> list[tuple[str, dict[str, Any]]]:
    return [(one.sort, one.fields) for one in changes(run(*before), run(*after))]


def other(**says: Any) -> Record:
    return Record(SAID.kind, SAID.span, SAID.quote, {**SAID.says, **says})


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (SAID, []),
        (other(act="request"), [("changed", {"act": ("urge", "request")})]),
        (other(act="request", id="s-2"), [("changed", {"act": ("urge", "request")})]),
        (other(id="s-2"), [("changed", {"id": ("s-1", "s-2")})]),
        (other(topics=["ports"]), [("changed", {"topics": ([], ["ports"])})]),
        (other(mood="glad"), []),
        (
            Record("statements", Span(10, 80), WORDS + " soon", SAID.says),
            [("changed", {"words": (WORDS, WORDS + " soon")})],
        ),
        (Record("statements", Span(12, 45), WORDS, SAID.says), []),
        (Record("statements", Span(40, 80), "x", SAID.says), [("lost", {}), ("gained", {})]),
        (Record("commitments", Span(10, 43), WORDS, SAID.says), [("gained", {}), ("lost", {})]),
    ],
    ids=["the same", "an act", "an act and the id", "the id alone", "a list", "a field not known then",
         "more words", "moved", "less than half", "another kind"],
)  # fmt: skip
def test_a_record_is_the_same_while_it_keeps_its_kind_and_half_its_words(
    after: Record, expected: Any
) -> None:
    assert differing([SAID], [after]) == expected


def test_of_several_at_one_place_the_one_that_says_most_of_the_same_is_the_same() -> None:
    thanked = other(act="thank", topics=["aid"])
    assert differing([SAID, thanked], [other(act="thank", topics=["port"]), SAID]) == [
        ("changed", {"topics": (["aid"], ["port"])})
    ]
    assert differing([SAID, thanked], [thanked]) == [("lost", {})]
    assert differing([SAID], [SAID, SAID]) == [("gained", {})]


def test_in_a_text_that_is_another_now_words_may_stand_elsewhere() -> None:
    facts = [Record("document", Span(0, 0), "", {"sha256": digest}) for digest in ("old", "new")]
    asked = Record("statements", Span(90, 123), WORDS, {**SAID.says, "act": "request"})
    assert differing([facts[0], SAID], [facts[0], asked]) == [("lost", {}), ("gained", {})]
    told = [("changed", {"sha256": ("old", "new")}), ("changed", {"act": ("urge", "request")})]
    assert differing([facts[0], SAID], [facts[1], asked]) == told


def test_only_documents_of_both_runs_are_compared() -> None:
    one, two = run(SAID), run(SAID, file="two.txt")
    assert list(changes(one, two)) == []
    assert apart(one, two) == (["one.txt"], ["two.txt"])


def test_a_run_is_read_back_as_it_was(tmp_path: Path) -> None:
    pages = [read_file(path, Source(file=path.name)) for path in expand([str(SAMPLES)])[:6]]
    whole = run_of(read_document(page) for page in pages)
    assert whole.records > 50
    target = tmp_path / "run"
    target.write_text("".join(f"{line}\n" for line in lines(whole)), encoding="utf-8")
    back = read_run(target)
    assert back == whole
    assert list(changes(back, whole)) == []
    for page in pages:
        for record in back.documents[page.source.file or ""]:
            assert record.quote == record.span.of(page.text)


@pytest.mark.parametrize(
    "words",
    ["", "{", "[]", "{}", '{"form": "another"}', '{"form": "regesta run 1", "rules": ""}\n{"a": 1}', "\x00"],
)
def test_what_is_no_run_is_refused(tmp_path: Path, words: str) -> None:
    (tmp_path / "run").write_text(words, encoding="utf-8")
    with pytest.raises(RegestaError, match="this is no run"):
        read_run(tmp_path / "run")


def test_a_run_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RegestaError, match="the run cannot be read"):
        read_run(tmp_path / "run")

"""The programs that measure: what they are asked, what they answer where they cannot, and what counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from benchmarks import baseline, ledgers, lengths, measure, readouts, rooms, tokenizers
from benchmarks.corpora import corpora
from tests.readouts import LEAD

Program = Callable[[Sequence[str]], int]


@pytest.mark.parametrize(
    "main", [readouts.main, tokenizers.main, lengths.main, baseline.main, ledgers.main, rooms.main]
)
def test_each_program_tells_how_it_is_used(main: Program, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    assert "usage: python -m benchmarks." in capsys.readouterr().out


@pytest.mark.parametrize("main", [readouts.main, tokenizers.main, lengths.main])
def test_a_folder_that_is_not_there_is_named_in_one_sentence(
    main: Program, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["no-such-folder"])
    assert ended.value.code == 2
    assert "error: no-such-folder: " in capsys.readouterr().err


def test_of_each_stage_of_each_document_the_fastest_pass_counts() -> None:
    first = [{"reading": 1.0, "records": 5.0}, {"reading": 3.0, "records": 2.0}]
    second = [{"reading": 2.0, "records": 4.0}, {"reading": 1.0, "records": 9.0}]
    assert measure.fastest_stages([first, second]) == {"reading": 2.0, "records": 6.0}


def test_a_corpus_is_measured_from_its_files_to_records(tmp_path: Path) -> None:
    (tmp_path / "talks.txt").write_text(LEAD, "utf-8")
    (one,) = corpora([str(tmp_path)])
    figures = measure.measure(one)
    assert figures.documents == 1
    assert set(figures.stages) == {"reading", "structure", "records"}
    assert 0 < figures.hot <= figures.cold
    assert (figures.words_alone is None) == (tokenizers.spacy_tokenizer() is None)

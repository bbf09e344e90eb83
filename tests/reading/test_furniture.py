"""Furniture: rules prove themselves, lie where they say, and cost little."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from regesta.model.finding import RegestaError
from regesta.reading import expand, furniture, read_file
from regesta.reading.dateline import dateline
from regesta.rules.base import parse
from regesta.rules.furniture import FurnitureRule, FurnitureRules, furniture_rules

PROSE = "The envoys of Varland and Zubrovia held talks in Varmont and agreed to meet again in the autumn."


def marked(text: str) -> list[tuple[str, str]]:
    return [(item.kind, item.span.of(text)) for item in furniture(text)]


@pytest.mark.parametrize("rule", furniture_rules().rules, ids=lambda rule: rule.id)
def test_a_rule_holds_among_all_others(rule: FurnitureRule) -> None:
    for line in rule.match:
        assert [item.span for item in furniture(f"{PROSE}\n\n{line}\n\n{PROSE}")] == [
            (len(PROSE) + 2, len(PROSE) + 2 + len(line))
        ], line


@pytest.mark.parametrize("rule", furniture_rules().rules, ids=lambda rule: rule.id)
def test_what_a_rule_must_not_take_no_other_rule_takes(rule: FurnitureRule) -> None:
    allowed = {"English", "EN", "News", "3 May 2021", "2021-05-03"}  # furniture by another rule, and rightly
    for line in rule.never:
        assert line in allowed or marked(f"{PROSE}\n\n{line}\n\n{PROSE}") == [], line


@pytest.mark.parametrize(
    "line",
    [
        "1. Trade",
        "(1) Overview",
        "Trade and Energy",
        "Next steps",
        "Home Affairs",
        "Topics of mutual interest",
        "Press freedom",
        "Information security",
        "Links between the regions",
        "• Trade",
        "The envoys shared a meal.",
        "Share of renewable energy",
        "Back to the negotiating table?",
        "Photographs were taken.",
        "End of the visit",
        "Language training",
        "The two sides agreed to print a stamp.",
        "2",
        "VARLAND",
        "President Orlan:",
        "Varland-Zubrovia Relations",
        "Joint Statement of Varland and Zubrovia",
    ],
)
def test_words_of_a_document_are_no_furniture(line: str) -> None:
    assert marked(f"Talks\n\n{PROSE}\n\n{line}\n\n{PROSE}") == []


def test_a_tail_rule_takes_what_follows_unless_it_is_prose() -> None:
    links = "Related links\nVarland at a glance\nThe treaty of Orlan"
    assert [words for _, words in marked(f"{PROSE}\n\n{links}")] == links.split("\n")
    assert [words for _, words in marked(f"{PROSE}\n\n{links}\n{PROSE}")] == ["Related links"]
    assert [words for _, words in marked("Related links\nVarland at a glance")] == ["Related links"]


@pytest.mark.parametrize(
    "topic", ["Varland-Zubrovia Relations", "Varland-Zubrovia RelationsVarland-Zubrovia Relations"]
)
def test_the_line_at_the_top_that_the_way_back_names_is_navigation(topic: str) -> None:
    text = f"Varland-Zubrovia Relations\nTalks\n\n{PROSE}\n\nBack to {topic}"
    assert [words for _, words in marked(text)] == ["Varland-Zubrovia Relations", f"Back to {topic}"]
    assert marked(f"Varland-Zubrovia Relations\nTalks\n\n{PROSE}") == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"match": ("Print that",)}, "does not match"),
        ({"never": ("Print",)}, "wrongly matches"),
        ({"pattern": "print.*"}, "without an upper bound"),
        ({"pattern": "print(?: page){1,}"}, "without an upper bound"),
        ({"kind": "ornament"}, "kind"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_a_bad_rule_is_refused(change: dict[str, object], said: str) -> None:
    rule = {"id": "p", "kind": "print", "pattern": "print", "match": ["Print"], "never": ["Prints"]} | change
    rule = {key: list(value) if isinstance(value, tuple) else value for key, value in rule.items()}
    with pytest.raises(RegestaError, match=said):
        parse(repr({"longest": 400, "rules": [rule]}), FurnitureRules, "test")


PIECES = sorted(
    {word for rule in furniture_rules().rules for line in rule.match for word in line.split()}
    | set("#-|•>«( ).:/©0aA\u3000\xa0")
    | {"May 3, 2021", "11:04", "Varmont,", "en-GB1"}
)


@settings(max_examples=300, deadline=None)
@for_all(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=4),
    st.sampled_from(["", " ", "-", ", ", " | ", " > "]),
    st.sampled_from([60, 119, 399]),
    st.sampled_from(["!", " ", "x", "."]),
)
def test_no_line_makes_the_patterns_blow_up(pieces: list[str], between: str, length: int, end: str) -> None:
    line = between.join(pieces * 200)[:length] + end
    assert min(seconds(line) for _ in range(3)) < 0.004, line


@pytest.mark.parametrize("piece", PIECES)
def test_no_word_said_over_and_over_does_either(piece: str) -> None:
    for between in ("", " ", " | ", " > "):
        line = between.join([piece] * 400)[:399] + "!"
        assert min(seconds(line) for _ in range(3)) < 0.004, line


def seconds(line: str) -> float:
    started = time.process_time()
    furniture(line)
    dateline(line)
    return time.process_time() - started


def test_importing_the_room_is_cheap_and_loads_no_extractor() -> None:
    heavy = ("trafilatura", "lxml", "selectolax")
    code = f"import sys, regesta.reading; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


CORPUS = Path(__file__).parents[3] / "shared" / "corpus"


@pytest.mark.workshop
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the workshop's corpus is not beside the project")
def test_every_text_of_the_workshop_is_read_fast_and_whole() -> None:
    paths = expand([str(CORPUS)])
    started = time.process_time()
    pages = [read_file(path) for path in paths]
    assert len(paths) / (time.process_time() - started) > 500
    assert all(page.text == page.raw.decode("utf-8") for page in pages)
